//! How each repair rewrites a text.

const LIGATURES: [(char, &str); 7] = [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];

pub(super) fn is_ligature(c: char) -> bool {
    ('ﬀ'..='ﬆ').contains(&c)
}

/// A text with its ligatures spelled out.
pub(super) fn spell_out(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match LIGATURES.iter().find(|l| l.0 == c) {
            Some((_, letters)) => out.push_str(letters),
            None => out.push(c),
        }
        out
    })
}

/// Written without spaces between words: Chinese and Japanese characters and their punctuation.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ff60}')
}

/// Takes no room and says nothing: zero-width characters and soft hyphens. Direction marks are not among them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

pub(super) fn join_lines(source: &str, dehyphenate: bool) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.split(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let mut before = out.chars().rev();
        let last = before.next();
        let next = line.chars().next().unwrap_or(' ');
        let cut = matches!(last, Some('-' | '\u{2010}' | '\u{ad}'))
            && before.next().is_some_and(char::is_alphabetic)
            && next.is_alphabetic();
        if dehyphenate && cut && next.is_lowercase() {
            out.pop();
        } else if last.is_some_and(|last| !(cut || is_unspaced(last) && is_unspaced(next))) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// Takes off paired emphasis marks and makes links their text. What is not paired stays.
pub(super) fn unmark(text: &str) -> String {
    if !text.contains(['*', '_', '`', '[']) {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut drop = vec![false; bytes.len()];
    // Where each kind of mark was opened last: `*`, `_`, `**`, `__`, backtick.
    let mut open: [Option<usize>; 5] = [None; 5];
    let mut brackets: Vec<usize> = Vec::new();
    let mut stop = 0;
    let word = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
    let space = |at: Option<char>| at.is_none_or(char::is_whitespace);
    let mut at = 0;
    while at < bytes.len() {
        let c = bytes[at];
        match c {
            b'\\' => at += 1,
            b'*' | b'_' | b'`' => {
                let double = c != b'`' && bytes.get(at + 1) == Some(&c);
                let len = 1 + usize::from(double);
                let kind = if c == b'`' { 4 } else { usize::from(c == b'_') + 2 * usize::from(double) };
                let before = text[..at].chars().next_back();
                let after = text[at + len..].chars().next();
                let inside_word = c == b'_' && word(before) && word(after);
                match open[kind] {
                    Some(from) if !space(before) && !inside_word && at > from + len => {
                        drop[from..from + len].fill(true);
                        drop[at..at + len].fill(true);
                        open[kind] = None;
                    }
                    _ if !space(after) && !inside_word => open[kind] = Some(at),
                    _ => {}
                }
                at += len - 1;
            }
            b'[' => brackets.push(at),
            b']' => {
                if let Some(from) = brackets.pop()
                    && bytes.get(at + 1) == Some(&b'(')
                {
                    // The target goes to the first ")", and has no space; what ends one may end the next as well.
                    if stop < at + 2 {
                        stop = text[at + 2..].find([')', ' ', '\n']).map_or(text.len(), |len| at + 2 + len);
                    }
                    if bytes.get(stop) == Some(&b')') {
                        drop[from] = true;
                        drop[at..=stop].fill(true);
                        at = stop;
                    }
                }
            }
            _ => {}
        }
        at += 1;
    }
    text.char_indices().filter(|(at, _)| !drop[*at]).map(|(_, c)| c).collect()
}

/// Backslash escapes of CommonMark (section 2.4) and the character references that résumés meet (section 2.5).
pub(super) fn unescape(text: &str) -> String {
    if !text.contains(['\\', '&']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let after = &rest[1..];
        if rest.starts_with('\\') && after.starts_with(|c: char| c.is_ascii_punctuation()) {
            out.push_str(&after[..1]);
            rest = &after[1..];
        } else if let Some((c, len)) = reference(rest) {
            out.push(c);
            rest = &rest[len..];
        } else {
            out.push_str(&rest[..1]);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// The character reference at the start of `text`, and its length in bytes.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|b| b == b';')?;
    let name = &text[1..end];
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|&c| c != '\0')?
        }
    };
    Some((c, end + 1))
}

/// `name (at) host (dot) org`, with round, square or curly brackets, is `name@host.org`.
pub(super) fn deobfuscate(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['(', '[', '{']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let spelled = [("at", '@'), ("dot", '.')].into_iter().find(|(word, _)| is_spelled(rest, word));
        let (sign, len) = spelled.map_or((rest.as_bytes()[0] as char, 1), |(word, sign)| (sign, word.len() + 2));
        rest = &rest[len..];
        if spelled.is_some() {
            out.truncate(out.trim_end().len());
            rest = rest.trim_start();
        }
        out.push(sign);
    }
    out.push_str(rest);
    // Without brackets, the words are the signs.
    if out.contains('@') { out } else { out.replacen(" at ", "@", 1).replace(" dot ", ".") }
}

/// Whether a text starts with a word in brackets of any kind, in capitals or not.
pub(crate) fn is_spelled(text: &str, word: &str) -> bool {
    [("(", ")"), ("[", "]"), ("{", "}")].iter().any(|(open, close)| {
        let inner = text.strip_prefix(open).and_then(|rest| rest.split_at_checked(word.len()));
        inner.is_some_and(|(inner, rest)| inner.eq_ignore_ascii_case(word) && rest.starts_with(close))
    })
}

pub(super) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        if is_invisible(c) {
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            space = true;
            continue;
        }
        if space && !out.is_empty() {
            out.push(' ');
        }
        space = false;
        out.push(c);
    }
    out
}
