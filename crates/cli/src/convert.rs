//! From a text to a text.

use faircopy::{Format, read_as, write};

/// A format to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Json,
    Markdown,
    Text,
    Html,
    Explain,
}

impl Target {
    /// Its key in a line of JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Json => "resume",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Html => "html",
            Self::Explain => "explain",
        }
    }
}

/// Reads `text` and writes what it says.
pub fn convert(text: &str, from: Format, to: Target) -> String {
    let parsed = read_as(text, from);
    match to {
        Target::Json => {
            let unplaced: Vec<String> = parsed.unplaced_texts().map(str::to_owned).collect();
            write::json(&parsed.resume, &unplaced)
        }
        Target::Markdown => write::markdown(&parsed.resume),
        Target::Text => write::text(&parsed.resume),
        Target::Html => write::html(&parsed.resume),
        Target::Explain => write::explain(&parsed),
    }
}
