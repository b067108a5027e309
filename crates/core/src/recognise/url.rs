//! Web addresses.

use crate::lexicon::{Flags, Lexicon};
use crate::source::Span;

const ENDINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/endings.txt"));

/// No address is longer, in bytes; what is, is not looked at, so that time stays linear.
const LONGEST: usize = 2048;

/// The first web address in `text`, in bytes: with a scheme, with `www.`, or a bare host with a path or a well-known ending.
///
/// ```
/// let text = "see example.org/talks, slides";
/// let span = faircopy::recognise::url::find(text).unwrap();
/// assert_eq!(&text[span.range()], "example.org/talks");
/// ```
pub fn find(text: &str) -> Option<Span> {
    if !text.bytes().any(|b| b == b'.' || b == b':') {
        return None;
    }
    let mut from = 0;
    while let Some(found) = text[from..].find(|c: char| c.is_ascii_alphanumeric()) {
        let start = from + found;
        let len = length(&text[start..]);
        let before = text[..start].chars().next_back();
        if len <= LONGEST && before != Some('@') {
            let word = trim(&text[start..start + len]);
            if is_address(word) {
                return Some(Span::new(start, start + word.len()));
            }
        }
        from = start + len.max(1);
    }
    None
}

/// The whole of `text` as a web address with a scheme; `None` if it is not one.
pub fn whole(text: &str) -> Option<String> {
    let span = find(text)?;
    (span.len() == text.len()).then(|| if text.contains("://") { text.to_owned() } else { format!("https://{text}") })
}

/// How far the characters of addresses go from the start of a text; a Markdown link's "](" ends its words.
fn length(text: &str) -> usize {
    let mut before = None;
    for (at, c) in text.char_indices() {
        if !is_url(c) {
            return at;
        }
        if (before, c) == (Some(']'), '(') {
            return at - 1;
        }
        before = Some(c);
    }
    text.len()
}

fn is_url(c: char) -> bool {
    match c {
        '!'..='~' => !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}'),
        c => c.is_alphanumeric(),
    }
}

/// Cuts what follows an address in a sentence: closing marks, and a bracket that was opened outside.
fn trim(word: &str) -> &str {
    let mut word = word;
    // How many more brackets of a kind are closed than opened: each one that is cut off is one less.
    let surplus = |open: u8, close: u8| {
        let count = |mark: u8| word.bytes().filter(|&b| b == mark).count();
        count(close).saturating_sub(count(open))
    };
    let mut surplus = [surplus(b'(', b')'), surplus(b'[', b']')];
    loop {
        word = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']);
        let Some(inner) = word.strip_suffix([')', ']']).filter(|_| surplus != [0; 2]) else { return word };
        let closed = usize::from(word.ends_with(']'));
        surplus[closed] = surplus[closed].saturating_sub(1);
        word = inner;
    }
}

fn is_address(word: &str) -> bool {
    for scheme in ["https://", "http://"] {
        if let Some(start) = word.get(..scheme.len())
            && start.eq_ignore_ascii_case(scheme)
        {
            return word.len() > scheme.len() + 2;
        }
    }
    let host_len = word.find(['/', '?', '#', ':']).unwrap_or(word.len());
    let (host, path) = word.split_at(host_len);
    let Some((first, last)) = host.split_once('.').and_then(|(first, _)| Some((first, host.rsplit('.').next()?))) else {
        return false;
    };
    let www = first.eq_ignore_ascii_case("www");
    last.len() >= 2
        && last.bytes().all(|b| b.is_ascii_alphabetic())
        && host.split('.').all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        && first.bytes().any(|b| b.is_ascii_alphabetic())
        && !word.contains('@')
        && (www || path.len() > 1 || is_ending(last) && !is_degree(host))
}

/// Whether a bare host is a degree: "B.Tech".
fn is_degree(host: &str) -> bool {
    host.starts_with(char::is_uppercase) && Lexicon::get().word(host).flags.intersects(Flags::DEGREE)
}

/// Whether a bare `host.ending` is an address rather than a file or a product name ("Node.js", "Vue.js").
fn is_ending(label: &str) -> bool {
    ENDINGS.split_whitespace().any(|ending| ending.eq_ignore_ascii_case(label))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(find(text).map(|s| &text[s.range()]), expected);
    }

    #[test]
    fn finds_addresses() {
        check("(https://example.org/a_(b)).", Some("https://example.org/a_(b)"));
        check("www.example.org", Some("www.example.org"));
        check("linkedin.com/in/zoë, x", Some("linkedin.com/in/zoë"));
        check("akerstrom.example.com |", Some("akerstrom.example.com"));
        check("[linkedin.com/in/a](https://linkedin.com/in/a)", Some("linkedin.com/in/a"));
        check("[LinkedIn](https://linkedin.com/in/a)", Some("https://linkedin.com/in/a"));
        check("Node.js, Vue.js and 3.5", None);
        check("ada@example.org", None);
        check("e.g. this", None);
        check("Final-year B.Tech student", None);
        check("BTECH.INFO", Some("BTECH.INFO"));
        check("Block Inc. (Square)", None);
        check("(see example.org/[a](b)])).", Some("example.org/[a"));
    }

    #[test]
    fn adds_the_scheme() {
        assert_eq!(whole("example.org/x").as_deref(), Some("https://example.org/x"));
        assert_eq!(whole("not one"), None);
    }
}
