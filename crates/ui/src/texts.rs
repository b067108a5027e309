//! Every text of the interface that does not come from the résumé, in every language.
//!
//! The texts stand in one table (`texts/table.rs`), side by side by language. A [`Text`] is a row of it, and is turned into the words of
//! the language at hand where it is shown.

mod names;
mod table;

use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

pub use names::{add_name, field_name, placeholder, section_name, tint_name, verb_name};
pub use table::*;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, which also stands in for every language that is not here.
    English,
    /// German.
    German,
}

impl Language {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag, as in the `lang` of a page.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Its own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a tag such as `de-AT`, if it is one of ours.
    pub fn of(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(language.tag())))
    }

    /// The language that texts are shown in now.
    pub fn now() -> Self {
        Self::ALL[NOW.load(Ordering::Relaxed)]
    }

    /// Shows what is made from here on in this language.
    pub fn choose(self) {
        NOW.store(self as usize, Ordering::Relaxed);
    }
}

static NOW: AtomicUsize = AtomicUsize::new(0);

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(u16);

impl Text {
    /// The words.
    pub fn get(self) -> &'static str {
        words(usize::from(self.0), Language::now())
    }

    /// The words, with these in place of its `{}`, one after the other.
    pub fn with(self, parts: &[&str]) -> String {
        let mut parts = parts.iter();
        let mut text = String::new();
        for (at, piece) in self.get().split("{}").enumerate() {
            if at > 0 {
                text.push_str(parts.next().copied().unwrap_or_default());
            }
            text.push_str(piece);
        }
        text
    }

    /// The words, with this number in place of their `{}`.
    pub fn count(self, number: usize) -> String {
        self.with(&[&number.to_string()])
    }
}

impl From<Text> for Cow<'static, str> {
    fn from(text: Text) -> Self {
        Cow::Borrowed(text.get())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.get().to_owned()
    }
}

/// The words of a row in a language.
fn words(row: usize, language: Language) -> &'static str {
    cells().get(row * Language::ALL.len() + language as usize).copied().unwrap_or_default()
}

/// All cells of the table, row by row. One text that is taken apart once is smaller in the download than a list of texts.
fn cells() -> &'static [&'static str] {
    static CELLS: OnceLock<Vec<&str>> = OnceLock::new();
    CELLS.get_or_init(|| table::CELLS.split('\0').collect())
}

/// What the core says, which it says in English, in the language at hand: phrases joined by semicolons, each of them a row of the table.
/// What is no row stays as it is.
pub fn translated(said: &str) -> String {
    let phrase = |phrase: &str| {
        let row = cells().iter().step_by(Language::ALL.len()).position(|english| *english == phrase);
        row.map_or_else(|| phrase.to_owned(), |row| words(row, Language::now()).to_owned())
    };
    said.split("; ").map(phrase).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
