//! E-mail addresses, plain or spelled out.

use crate::repair::is_spelled;
use crate::source::Span;

/// The first e-mail address in `text`, in bytes: the `Local-part@Domain` of RFC 5321 as people write it, without quoted local
/// parts, or `name (at) host (dot) org` with any brackets.
///
/// ```
/// let text = "write to ada.b@example.org.";
/// let span = faircopy::recognise::email::find(text).unwrap();
/// assert_eq!(&text[span.range()], "ada.b@example.org");
/// ```
pub fn find(text: &str) -> Option<Span> {
    text.match_indices('@').find_map(|(at, _)| around(text, at, at + 1)).or_else(|| spelled_out(text))
}

/// An address with its sign at `at..after`, if what stands around it makes one.
fn around(text: &str, at: usize, after: usize) -> Option<Span> {
    let local = text[..at].bytes().rev().take_while(|&b| is_local(b)).count();
    let host = text[after..].bytes().take_while(|&b| is_host(b)).count();
    let host = text[after..after + host].trim_end_matches(['.', '-', '_']);
    // "__ada@example.org__" is an address in bold.
    let marked = text[after + host.len()..].starts_with('_');
    let start = at - text[at - local..at].trim_start_matches(|c| c == '.' || marked && c == '_').len();
    let label = host.rsplit('.').next().unwrap_or_default();
    let valid = start < at
        && host.contains('.')
        && !host.starts_with('.')
        && !host.contains("..")
        && label.len() >= 2
        && label.bytes().all(|b| b.is_ascii_alphabetic());
    valid.then(|| Span::new(start, after + host.len()))
}

/// `name (at) host.org`, `name [at] host [dot] org`, `name at host dot org`.
fn spelled_out(text: &str) -> Option<Span> {
    let bracketed = text.match_indices(['(', '[', '{']).map(|m| m.0).filter(|&at| is_spelled(&text[at..], "at"));
    let plain = text.match_indices(" at ").map(|m| m.0 + 1);
    bracketed.chain(plain).find_map(|at| spelled_at(text, at))
}

/// An address whose spelled sign stands at `at`, in brackets or as a word.
fn spelled_at(text: &str, at: usize) -> Option<Span> {
    let plain = text[at..].starts_with("at ");
    let before = text[..at].trim_end();
    let local = before.bytes().rev().take_while(|&b| is_local(b)).count();
    let behind = |at: usize| at + (text[at..].len() - text[at..].trim_start().len());
    let mut end = behind(at + if plain { "at".len() } else { "(at)".len() });
    let (mut dots, mut spelled) = (0, false);
    loop {
        let label = text[end..].bytes().take_while(|&b| is_host(b)).count();
        let label = text[end..end + label].trim_end_matches('.').len();
        dots += text[end..end + label].matches('.').count();
        end += label;
        let dot = behind(end);
        let len = if is_spelled(&text[dot..], "dot") {
            "(dot)".len()
        } else if plain && dot > end && text[dot..].starts_with("dot ") {
            "dot".len()
        } else {
            break;
        };
        end = behind(dot + len);
        dots += 1;
        spelled = true;
    }
    // "Engineer at example.com" names an employer.
    let name = &before[before.len() - local..];
    let sure =
        !plain || (spelled || name.contains(['.', '_']) || name.contains(|c: char| c.is_ascii_digit())) && !name.ends_with('.');
    let small = !plain || !name.contains(|c: char| c.is_ascii_uppercase());
    (local > 0 && dots > 0 && sure && small).then(|| Span::new(before.len() - local, end))
}

fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"._%+-!#$&'*/=?^`{|}~".contains(&b) && !b"/|'*`".contains(&b)
}

fn is_host(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'.' || b == b'-'
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
        check("Email: ada@example.org", Some("ada@example.org"));
        check("<ada+cv@mail.example.co.uk>,", Some("ada+cv@mail.example.co.uk"));
        check("ada (at) example.org", Some("ada (at) example.org"));
        check("ada [at] example [dot] org | x", Some("ada [at] example [dot] org"));
        check("Producer @ Severn Radio", None);
        check("@zoe at hachy.example", None);
        check("a@b", None);
        check("é@x.org ä", None);
        check("(at)", None);
        check("quiet.candidate at example.net", Some("quiet.candidate at example.net"));
        check("mail: ada at example dot org, or call", Some("ada at example dot org"));
        check("Mail me: ada (at) example.org -- PGP", Some("ada (at) example.org"));
        check("Engineer at example.com", None);
        check("worked at booking.com for years", None);
        check("__ada@example.org__", Some("ada@example.org"));
    }
}
