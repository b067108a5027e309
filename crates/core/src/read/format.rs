//! Formats: which reader a text is for.

use super::reader::WHOLE;
use super::{read, read_json, read_markdown};
use crate::parsed::Parsed;

/// A format of text that holds a résumé.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Whichever it looks like.
    #[default]
    Auto,
    /// Text of any kind, also Markdown by other hands.
    Text,
    /// Markdown; other than ours, it is read as text.
    Markdown,
    /// JSON Resume.
    Json,
}

/// Reads a résumé from text of a known format, or of whichever it looks like.
///
/// ```
/// use faircopy::{Format, read_as};
/// assert!(read_as("{\"basics\": {}}", Format::Auto).findings.is_empty());
/// ```
pub fn read_as(text: &str, format: Format) -> Parsed {
    match format {
        Format::Json => read_json(text),
        Format::Auto if looks_like_json(text) => read_json(text),
        Format::Auto | Format::Markdown => read_markdown(text).unwrap_or_else(|| read(text)),
        Format::Text => read(text),
    }
}

/// Whether a text is read as text of any kind, so that a person can say what its stretches are; JSON Resume and the Markdown that
/// Faircopy writes say so themselves.
pub fn is_plain(text: &str) -> bool {
    !looks_like_json(text) && read_markdown(text).is_none()
}

/// Whether a text is read as plain text and is so long that a page had better read it in steps, with a [`super::Reader`].
pub fn is_long(text: &str) -> bool {
    text.len() > WHOLE && !looks_like_json(text)
}

/// Whether a text is meant as JSON: a brace, and then a key or the end of the object. A list of texts in braces is not.
fn looks_like_json(text: &str) -> bool {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\n', '\r']);
    text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}']) || rest.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_json_from_text() {
        for text in ["{", "{}", " {\n \"a\"", "\u{feff}{\"a\": 1"] {
            assert!(looks_like_json(text), "{text}");
        }
        for text in ["", "Ada", "[1]", "{name}", "# {}", "{ \\textbf Ada }"] {
            assert!(!looks_like_json(text), "{text}");
        }
    }
}
