//! Characters that nobody sees, but that change what is seen, or what two texts have in common.

use crate::repair::is_invisible;

/// The parts of a text in their order: runs of what is seen, and each character that is not, with whether it is such a one.
///
/// ```
/// use faircopy::split_unseen;
/// assert_eq!(split_unseen("a\u{202e}bc"), [("a", false), ("\u{202e}", true), ("bc", false)]);
/// ```
pub fn split_unseen(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut before = None;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii() || !is_unseen(c, before) {
            before = Some(c);
            continue;
        }
        let end = at + c.len_utf8();
        if start < at {
            parts.push((&text[start..at], false));
        }
        parts.push((&text[at..end], true));
        start = end;
    }
    if start < text.len() {
        parts.push((&text[start..], false));
    }
    parts
}

/// Whether it is one of the twelve characters that change the direction of what is around them.
pub(crate) fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether nobody sees it where `before` is the last character before it that is seen. Joiners are seen by what they join: emoji, and
/// letters of scripts beyond ASCII.
fn is_unseen(c: char, before: Option<char>) -> bool {
    let joins = matches!(c, '\u{200c}' | '\u{200d}');
    is_direction(c) || is_invisible(c) || joins && before.is_none_or(|c| c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_that_is_not_seen_is_a_part() {
        let twelve = "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
        for c in twelve.chars().chain("\u{200b}\u{2060}\u{feff}\u{ad}\u{200c}\u{200d}".chars()) {
            let text = format!("a{c}{c}é");
            let parts: Vec<_> = split_unseen(&text).into_iter().map(|(_, unseen)| unseen).collect();
            assert_eq!(parts, [false, true, true, false], "{c:?}");
        }
    }

    #[test]
    fn what_joins_what_is_seen_is_seen() {
        for text in ["", "a b\n", "👩\u{200d}💻", "می\u{200c}خواهم"] {
            assert!(split_unseen(text).iter().all(|(_, unseen)| !unseen), "{text:?}");
        }
    }
}
