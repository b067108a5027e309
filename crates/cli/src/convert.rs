//! From a text to a text.

use faircopy::{Format, Json, read_as, write};

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
    match value(text, from, to) {
        Json::Text(text) => text,
        json => format!("{json:#}\n"),
    }
}

/// The same as a value of JSON: a text for all formats but JSON itself.
pub fn value(text: &str, from: Format, to: Target) -> Json {
    let parsed = read_as(text, from);
    match to {
        Target::Json => {
            let unplaced: Vec<String> = parsed.unplaced_texts().map(str::to_owned).collect();
            write::json_value(&parsed.resume, &unplaced)
        }
        Target::Markdown => write::markdown(&parsed.resume).into(),
        Target::Text => write::text(&parsed.resume).into(),
        Target::Html => write::html(&parsed.resume).into(),
        Target::Explain => write::explain(&parsed).into(),
    }
}
