//! Web addresses.

use crate::source::Span;

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
    let mut from = 0;
    while let Some(found) = text[from..].find(|c: char| c.is_ascii_alphanumeric()) {
        let start = from + found;
        let len: usize = text[start..].chars().take_while(|&c| is_url(c)).map(char::len_utf8).sum();
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

fn is_url(c: char) -> bool {
    c.is_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}

/// Cuts what follows an address in a sentence: closing marks, and a bracket that was opened outside.
fn trim(word: &str) -> &str {
    let mut word = word;
    // An address ends before a Markdown link's "](".
    if let Some(at) = word.find("](") {
        word = &word[..at];
    }
    loop {
        let cut = word.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']);
        let cut = match cut.strip_suffix([')', ']']) {
            Some(inner)
                if cut.matches('(').count() < cut.matches(')').count() || cut.matches('[').count() < cut.matches(']').count() =>
            {
                inner
            }
            _ => cut,
        };
        if cut.len() == word.len() {
            return word;
        }
        word = cut;
    }
}

fn is_address(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    for scheme in ["https://", "http://"] {
        if let Some(rest) = lower.strip_prefix(scheme) {
            return rest.len() > 2;
        }
    }
    if lower.contains('@') {
        return false;
    }
    let host_len = lower.find(['/', '?', '#', ':']).unwrap_or(lower.len());
    let (host, path) = lower.split_at(host_len);
    let labels: Vec<&str> = host.split('.').collect();
    let Some(last) = labels.last() else { return false };
    let well_formed = labels.len() >= 2
        && labels.iter().all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        && last.len() >= 2
        && last.bytes().all(|b| b.is_ascii_alphabetic());
    well_formed
        && (host.starts_with("www.") || path.len() > 1 || ENDINGS.contains(last))
        && labels[0].bytes().any(|b| b.is_ascii_alphabetic())
}

/// Endings that make a bare `host.ending` an address rather than a file or a product name ("Node.js", "Vue.js").
const ENDINGS: &[&str] = &[
    "com", "org", "net", "edu", "gov", "io", "dev", "app", "me", "info", "example", "co", "eu", "de", "fr", "es", "it", "nl", "pt",
    "br", "uk", "us", "ca", "au", "nz", "ch", "at", "be", "se", "no", "dk", "fi", "pl", "cz", "ie", "in", "cn", "jp", "kr", "sg",
    "tw", "hk", "mx", "ar", "cl", "za", "ng", "ke", "xyz", "tech", "ai", "page", "site", "blog", "cloud", "design", "online",
    "pro", "name", "cat",
];

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
        check("Node.js, Vue.js and 3.5", None);
        check("ada@example.org", None);
        check("e.g. this", None);
        check("Block Inc. (Square)", None);
    }

    #[test]
    fn adds_the_scheme() {
        assert_eq!(whole("example.org/x").as_deref(), Some("https://example.org/x"));
        assert_eq!(whole("not one"), None);
    }
}
