//! Folding: the form in which words are compared.

use super::key::Hash;
use super::lower::lower;

/// The longest folded phrase, in bytes; a longer one is known for nothing.
const CAPACITY: usize = 64;

/// The bit that a small Latin letter has and its capital has not.
const CASE: u8 = 0x20;

/// A phrase in lower case, without accents on Latin letters, dots and outer marks, with single spaces, plain hyphens, and `%` for
/// each number. It can be added to, so that all phrases from one word on are folded once.
/// Empty for a phrase that is too long to be known. Takes no memory from the heap.
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
pub struct Folded {
    bytes: [u8; CAPACITY],
    len: usize,
    /// How many of the bytes stay if the phrase ends here: marks at its end do not.
    kept: usize,
    /// The hash of the first bytes, and of how many.
    hash: Hash,
    hashed: usize,
    /// How long the phrase is.
    read: usize,
    gap: bool,
    full: bool,
    upper: bool,
    lower: bool,
}

impl Folded {
    /// Folds a phrase.
    pub fn new(phrase: &str) -> Self {
        let mut folded = Self::empty();
        folded.add(phrase);
        folded
    }

    /// A phrase without words yet.
    pub const fn empty() -> Self {
        Self {
            bytes: [0; CAPACITY],
            len: 0,
            kept: 0,
            hash: Hash::EMPTY,
            hashed: 0,
            read: 0,
            gap: false,
            full: false,
            upper: false,
            lower: false,
        }
    }

    /// Goes on with more of the phrase.
    pub fn add(&mut self, text: &str) {
        self.read += text.len();
        self.full |= self.read > 3 * CAPACITY;
        let mut rest = text;
        while !self.full
            && let Some(c) = rest.chars().next()
        {
            let seen = if c.is_ascii_alphabetic() {
                self.letters(rest.as_bytes())
            } else {
                self.see(c);
                c.len_utf8()
            };
            rest = &rest[seen..];
        }
    }

    /// The folded phrase, in UTF-8.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len()]
    }

    /// The length of the folded phrase, in bytes.
    pub const fn len(&self) -> usize {
        if self.full { 0 } else { self.kept }
    }

    /// Whether all letters of the phrase are capitals.
    pub const fn is_capitals(&self) -> bool {
        self.upper && !self.lower
    }

    /// The hash of the folded phrase. What was hashed before is not hashed again.
    pub fn hash(&mut self) -> Hash {
        if self.full {
            return Hash::EMPTY;
        }
        self.bytes[self.hashed..self.kept].iter().for_each(|&b| self.hash.add(b));
        self.hashed = self.kept;
        self.hash
    }

    fn see(&mut self, c: char) {
        let c = match c {
            '’' | '‘' | '`' | '´' | 'ʼ' => '\'',
            '‐' | '‑' | '–' | '—' => '-',
            '＆' => '&',
            // What a Japanese firm's name has in place of "(株)" and "(有)".
            '㈱' => '株',
            '㈲' => '有',
            '.' | '・' => return,
            // A lexicon entry writes "%" for any number.
            '%' | '0'..='9' => {
                if self.len > 0 && self.bytes[self.len - 1] == b'%' {
                    return;
                }
                '%'
            }
            c => c,
        };
        if c.is_ascii() {
            match c {
                '\'' | '-' | '&' | '/' | '+' | '#' | '(' | '%' => self.mark(c as u8),
                _ => self.gap = true,
            }
            return;
        }
        self.upper |= c.is_uppercase();
        self.lower |= c.is_lowercase();
        if !c.is_alphanumeric() {
            self.gap = true;
            return;
        }
        self.close_gap();
        self.push_plain(lower(c));
    }

    /// Goes on with the Latin letters that a text starts with, as many as there is room for, and says how many.
    fn letters(&mut self, text: &[u8]) -> usize {
        self.close_gap();
        let (mut any, mut all, mut len) = (0, CASE, 0);
        for (room, &letter) in self.bytes[self.len..].iter_mut().zip(text).take_while(|(_, b)| b.is_ascii_alphabetic()) {
            *room = letter | CASE;
            any |= letter;
            all &= letter;
            len += 1;
        }
        self.full |= len == 0;
        self.lower |= any & CASE != 0;
        self.upper |= all & CASE == 0;
        self.len += len;
        self.kept = self.len;
        len
    }

    fn mark(&mut self, b: u8) {
        self.close_gap();
        if self.len == 0 && b"-&/(+'".contains(&b) {
            return;
        }
        let kept = self.kept;
        self.push(&[b]);
        if b"-&/('".contains(&b) {
            self.kept = kept;
        }
    }

    fn close_gap(&mut self) {
        if self.gap && self.len > 0 {
            let kept = self.kept;
            self.push(b" ");
            self.kept = kept;
        }
        self.gap = false;
    }

    fn push(&mut self, bytes: &[u8]) {
        match self.bytes.get_mut(self.len..self.len + bytes.len()) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.len += bytes.len();
                self.kept = self.len;
            }
            None => self.full = true,
        }
    }

    fn push_plain(&mut self, c: char) {
        let plain = match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => b"a",
            'ç' | 'ć' | 'č' => b"c",
            'ď' => b"d",
            'è'..='ë' | 'ē' | 'ę' | 'ě' => b"e",
            'ğ' => b"g",
            'ì'..='ï' | 'ī' | 'ı' => b"i",
            'ł' => b"l",
            'ñ' | 'ń' | 'ň' => b"n",
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => b"o",
            'ř' => b"r",
            'ś' | 'ş' | 'š' => b"s",
            'ţ' | 'ť' => b"t",
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => b"u",
            'ý' | 'ÿ' => b"y",
            'ź' | 'ż' | 'ž' => b"z",
            // Combining accents of decomposed letters.
            '\u{300}'..='\u{36f}' => return,
            'ß' => return self.push(b"ss"),
            'œ' => return self.push(b"oe"),
            'æ' => return self.push(b"ae"),
            c => return self.push(c.encode_utf8(&mut [0; 4]).as_bytes()),
        };
        self.push(plain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(phrase: &str, expected: &str) {
        assert_eq!(std::str::from_utf8(Folded::new(phrase).bytes()), Ok(expected));
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
        check("㈱山田", "株山田");
        check("Page 12 of 300", "page % of %");
        check(&"x".repeat(65), "");
        check(&"東".repeat(30), "");
    }

    #[test]
    fn folds_a_growing_phrase_as_a_whole_one() {
        let text = "– Écoles & (12 3rd) “IT”-Dienste, ";
        let mut growing = Folded::empty();
        let mut from = 0;
        for (end, _) in text.char_indices().chain([(text.len(), ' ')]) {
            growing.add(&text[from..end]);
            from = end;
            let mut whole = Folded::new(&text[..end]);
            assert_eq!(growing.bytes(), whole.bytes());
            assert_eq!(growing.hash(), whole.hash());
        }
    }
}
