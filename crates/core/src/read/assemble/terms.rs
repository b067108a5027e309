//! Lists of terms on one line: skills, languages, courses, interests.

use crate::source::{SourceText, Span};

/// The terms of a list, in order: cut at commas, semicolons and marks that are not within brackets.
pub fn split(source: &SourceText, span: Span) -> Vec<Span> {
    let span = unwrap(source, span);
    let text = source.slice(span);
    let start = span.start as usize;
    let mut terms = Vec::new();
    let mut from = 0;
    let mut depth = 0usize;
    let dots = text.matches('・').count();
    let mut chars = text.char_indices().peekable();
    let mut push = |from: usize, to: usize| {
        let term = text[from..to].trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '.' | '*' | '_' | '-' | '–') && !text[from..to].trim().starts_with('.')
        });
        if term.contains(char::is_alphanumeric) {
            let at = start + (term.as_ptr() as usize - text.as_ptr() as usize);
            terms.push(Span::new(at, at + term.len()));
        }
    };
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let ahead = chars.peek().map(|&(_, c)| c);
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ',' | ';' | '|' | '、' | '，' | '；' | '·' | '•' | '\n' | '\t' => {
                let number =
                    c == ',' && ahead.is_some_and(|c| c.is_ascii_digit()) && text[..at].ends_with(|c: char| c.is_ascii_digit());
                if !number {
                    push(from, at);
                    from = end;
                }
            }
            // A single one joins two parts of a term, and any the words of a foreign name.
            '・' if dots > 1 && !(ahead.is_some_and(is_katakana) && text[..at].ends_with(is_katakana)) => {
                push(from, at);
                from = end;
            }
            '/' | '–' | '—' | '-' if space(ahead) && space(text[..at].chars().next_back()) => {
                push(from, at);
                from = end;
            }
            _ => {}
        }
    }
    push(from, text.len());
    terms
}

fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a0}'..='\u{30ff}')
}

/// A span without brackets around all of it.
pub fn unwrap(source: &SourceText, span: Span) -> Span {
    let text = source.slice(span);
    let inner = [("(", ")"), ("[", "]"), ("（", "）")].iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inner.contains([')', ']', '）'])).then(|| inner.trim())
    });
    inner.map_or(span, |inner| part(text, inner, span))
}

/// Where `part`, a piece of the text of `span`, stands.
fn part(text: &str, part: &str, span: Span) -> Span {
    let start = span.start as usize + (part.as_ptr() as usize - text.as_ptr() as usize);
    Span::new(start, start + part.len())
}

/// A term and what stands behind it in brackets or after a colon or dash: "German (B2)", "German: B2".
pub fn with_note(source: &SourceText, span: Span) -> (Span, Option<Span>) {
    let text = source.slice(span);
    let start = span.start as usize;
    let note = |at: usize, len: usize, end: usize| {
        let (head, tail) = (text[..at].trim_end(), text[at + len..end].trim());
        if head.is_empty() || tail.is_empty() {
            return (span, None);
        }
        let from = start + (tail.as_ptr() as usize - text.as_ptr() as usize);
        (Span::new(start, start + head.len()), Some(Span::new(from, from + tail.len())))
    };
    if let Some(open) = text.find(['(', '（', '['])
        && let Some(close) = text.rfind([')', '）', ']'])
        && open < close
    {
        return note(open, text[open..].chars().next().map_or(1, char::len_utf8), close);
    }
    if let Some((at, mark)) =
        text.match_indices([':', '：']).next().or_else(|| [" – ", " — ", " - "].iter().find_map(|m| text.match_indices(m).next()))
    {
        return note(at, mark.len(), text.len());
    }
    (span, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = SourceText::new(text);
        let found: Vec<_> = split(&source, Span::new(0, text.len())).into_iter().map(|s| source.slice(s).to_owned()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn splits_terms() {
        check("Rust, Go (1.12, 1.20); SQL · C++", &["Rust", "Go (1.12, 1.20)", "SQL", "C++"]);
        check("CI/CD / Terraform, .NET, Node.js.", &["CI/CD", "Terraform", ".NET", "Node.js"]);
        check("Python、統計", &["Python", "統計"]);
    }

    #[test]
    fn takes_notes() {
        let text = "German (B2)";
        let source = SourceText::new(text);
        let (term, note) = with_note(&source, Span::new(0, text.len()));
        assert_eq!((source.slice(term), note.map(|n| source.slice(n))), ("German", Some("B2")));
    }
}
