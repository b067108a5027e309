//! Escaping: the Markdown whose rendered text is a given text, and in which no structure of ours is seen.

use std::fmt::Write;

use crate::unseen::is_direction;

/// What a text stands in, and so what must not be taken for structure in it.
#[derive(Clone, Copy, Default)]
pub(super) struct Within {
    /// It starts a line.
    pub start: bool,
    /// It is the text of a heading: bars are plain, and number signs at its end are not.
    pub heading: bool,
    /// Marks that separate values here, out of `—`, `–`, `·`, `,` and `:`; they do so only beside a space or at the end.
    pub marks: &'static str,
}

/// At the start of a line of prose.
pub(super) const PROSE: Within = Within { start: true, heading: false, marks: "" };
/// The text of a heading.
pub(super) const HEADING: Within = Within { start: true, heading: true, marks: "" };
/// Somewhere within a line.
pub(super) const INLINE: Within = Within { start: false, heading: false, marks: "" };

impl Within {
    /// With other marks.
    pub(super) const fn marks(self, marks: &'static str) -> Self {
        Self { marks, ..self }
    }
}

/// No further is looked for the end of an address, in bytes.
const LONGEST_ADDRESS: usize = 200;

/// Escapes by CommonMark's rules (sections 2.4 and 2.5): a backslash before punctuation, a number for anything else. What changes the
/// direction of the text around it is a number too, so that the source reads as it is.
pub(super) fn escape(text: &str, within: Within) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // A run of number signs at the end of a heading closes it, if a space stands before.
    let run = text.trim_end_matches('#').len();
    let closing = if text[..run].chars().next_back().is_none_or(char::is_whitespace) { run } else { text.len() };
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let after = rest.chars().next();
        let apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let separates = within.marks.contains(c) && apart(after) && (c.is_ascii() || apart(before));
        let escaped = match c {
            '\\' | '`' | '*' | '[' | ']' | '~' => true,
            '|' => !within.heading,
            '_' => {
                let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                !(inside(before) && inside(after))
            }
            '<' => after.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c)),
            '&' => is_reference(rest),
            '#' => at == 0 && within.start || within.heading && at >= closing,
            ',' | ':' if separates => true,
            ':' | '.' if is_in_address(before, c, rest, within) => true,
            _ if at == 0 && within.start => starts_block(c, rest),
            '.' | ')' => within.start && apart(after) && is_list_number(&text[..at]),
            _ => false,
        };
        if escaped {
            out.push('\\');
            out.push(c);
        } else if c == '\u{feff}' || c == '\n' || separates || is_direction(c) {
            number(c, &mut out);
        } else {
            out.push(c);
        }
        before = Some(c);
    }
    out
}

/// As [`escape`], with the first character by its number, so that the word is not taken for one of ours.
pub(super) fn disguise(text: &str, within: Within) -> String {
    let mut chars = text.chars();
    let mut out = String::new();
    if let Some(first) = chars.next() {
        number(first, &mut out);
    }
    out + &escape(chars.as_str(), Within { start: false, ..within })
}

/// A character by its number.
fn number(c: char, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = write!(out, "&#{};", u32::from(c));
}

/// Whether `c` before `rest` at the start of a line opens something other than a paragraph.
fn starts_block(c: char, rest: &str) -> bool {
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    match c {
        '>' | '=' => true,
        '-' => apart || rest.starts_with('-'),
        '+' | ':' => apart,
        _ => false,
    }
}

/// Whether `c` is the middle of "https://" or of "www.", by which renderers know an address in a text, of one that is escaped further on:
/// they take a backslash for a part of the address, and what it escapes for markup.
fn is_in_address(before: Option<char>, c: char, rest: &str, within: Within) -> bool {
    if !(c == ':' && rest.starts_with("//") || c == '.' && matches!(before, Some('w' | 'W'))) {
        return false;
    }
    let stops = |b: u8| b == b' ' || b > 127 || b"\\`*[]~|_<&\n".contains(&b) || within.marks.as_bytes().contains(&b);
    let end = rest.bytes().take(LONGEST_ADDRESS).position(stops).unwrap_or(LONGEST_ADDRESS);
    rest.as_bytes().get(end).is_some_and(|b| *b != b' ')
}

/// Whether what stands before a `.` or `)` makes it an item of a numbered list.
fn is_list_number(before: &str) -> bool {
    (1..=9).contains(&before.len()) && before.bytes().all(|b| b.is_ascii_digit())
}

/// Whether an ampersand before `rest` starts a character reference.
fn is_reference(rest: &str) -> bool {
    let name = rest.strip_prefix('#').unwrap_or(rest);
    let len = name.bytes().take(40).take_while(u8::is_ascii_alphanumeric).count();
    len > 0 && name[len..].starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, within: Within, expected: &str) {
        assert_eq!(escape(text, within), expected);
    }

    #[test]
    fn leaves_plain_text_alone() {
        for text in
            ["C++, R&D - 2.1 million (50%)", "snake_case", "-5 % and +3", "a < b", "3.5 GPA", "#1? no: 5 = 5", "email@example.org"]
        {
            check(text, INLINE, text);
        }
    }

    #[test]
    fn escapes_what_markdown_would_take() {
        check("a*b* `c` [d](e) \\f ~g~ |", INLINE, "a\\*b\\* \\`c\\` \\[d\\](e) \\\\f \\~g\\~ \\|");
        check("_a_ b_ <b> &amp; &x", INLINE, "\\_a\\_ b\\_ \\<b> \\&amp; &x");
        check("- a", PROSE, "\\- a");
        check("1. a", PROSE, "1\\. a");
        check("2018) a", PROSE, "2018\\) a");
        check("===", PROSE, "\\===");
        check("---", PROSE, "\\---");
        check("C # ##", HEADING, "C # \\#\\#");
        check("a | b, C#", HEADING, "a | b, C#");
        check("# a #", PROSE, "\\# a #");
    }

    #[test]
    fn escapes_separators_where_they_separate() {
        check("a, b,c,", INLINE.marks(","), "a\\, b,c\\,");
        check("a — b—c · d", INLINE.marks("—·"), "a &#8212; b—c &#183; d");
        check("a: b:c:", INLINE.marks(":"), "a\\: b:c\\:");
        assert_eq!(disguise("Phone", INLINE), "&#80;hone");
    }

    #[test]
    fn an_address_with_markup_in_it_is_no_link() {
        check("see https://a.org/a-b, www.a.org", INLINE, "see https://a.org/a-b, www.a.org");
        check("https://a.org/<script>", INLINE, "https\\://a.org/\\<script>");
        check("WWW.a.org/*b* https://a.org", INLINE, "WWW\\.a.org/\\*b\\* https://a.org");
        check("https://a.orgwww.b.org*", INLINE, "https\\://a.orgwww\\.b.org\\*");
        check("https://a.org\nword", INLINE, "https\\://a.org&#10;word");
        check("https://a.org https://b.org:", INLINE.marks(":"), "https://a.org https\\://b.org\\:");
    }

    #[test]
    fn marks_of_direction_are_seen_in_the_source() {
        check("a\u{202e}b", INLINE, "a&#8238;b");
    }
}
