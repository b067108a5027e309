//! Folding: the form in which words are compared.

/// The longest folded phrase, in bytes; a longer one is known for nothing.
const CAPACITY: usize = 64;

/// A phrase in lower case, without accents on Latin letters, dots and outer marks, with single spaces, plain hyphens, and `%` for
/// each number.
/// Empty for a phrase that is too long to be known. Takes no memory from the heap.
pub struct Folded {
    bytes: [u8; CAPACITY],
    len: usize,
}

impl Folded {
    /// Folds a phrase.
    pub fn new(phrase: &str) -> Self {
        let mut folded = Self { bytes: [0; CAPACITY], len: 0 };
        if phrase.len() > 3 * CAPACITY {
            return folded;
        }
        let mut gap = false;
        for c in phrase.chars() {
            let c = match c {
                '’' | '‘' | '`' | '´' | 'ʼ' => '\'',
                '‐' | '‑' | '–' | '—' => '-',
                '＆' => '&',
                '.' | '・' => continue,
                // A lexicon entry writes "%" for any number.
                c if c == '%' || c.is_ascii_digit() => {
                    if folded.as_str().ends_with('%') {
                        continue;
                    }
                    '%'
                }
                c => c,
            };
            if !(c.is_alphanumeric() || "'-&/+#(%".contains(c)) {
                gap = true;
                continue;
            }
            if gap && folded.len > 0 && !folded.push(' ') {
                return Self { len: 0, ..folded };
            }
            gap = false;
            if folded.len == 0 && "-&/(+'".contains(c) && phrase.len() > c.len_utf8() {
                continue;
            }
            if !c.to_lowercase().all(|c| folded.push_plain(c)) {
                return Self { len: 0, ..folded };
            }
        }
        while folded.len > 0 && b"-/&('".contains(&folded.bytes[folded.len - 1]) || folded.as_str().ends_with(' ') {
            folded.len -= 1;
        }
        folded
    }

    /// The folded phrase.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }

    fn push(&mut self, c: char) -> bool {
        if self.len + c.len_utf8() > CAPACITY {
            return false;
        }
        self.len += c.encode_utf8(&mut self.bytes[self.len..]).len();
        true
    }

    fn push_plain(&mut self, c: char) -> bool {
        let plain = match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'ď' => 'd',
            'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
            'ğ' => 'g',
            'ì'..='ï' | 'ī' | 'ı' => 'i',
            'ł' => 'l',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ř' => 'r',
            'ś' | 'ş' | 'š' => 's',
            'ţ' | 'ť' => 't',
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            // Combining accents of decomposed letters.
            '\u{300}'..='\u{36f}' => return true,
            'ß' => return self.push('s') && self.push('s'),
            'œ' => return self.push('o') && self.push('e'),
            'æ' => return self.push('a') && self.push('e'),
            c => c,
        };
        self.push(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phrase: &str, expected: &str) {
        assert_eq!(Folded::new(phrase).as_str(), expected);
    }

    #[test]
    fn folds() {
        check("  WHERE I’VE  Worked: ", "where i've worked");
        check("EXPÉRIENCE", "experience");
        check("B.Sc.", "bsc");
        check("Maße", "masse");
        check("**Skills & Tools**", "skills & tools");
        check("職務経歴", "職務経歴");
        check("C++", "c++");
        check("Page 12 of 300", "page % of %");
        check(&"x".repeat(65), "");
        check(&"東".repeat(30), "");
    }
}
