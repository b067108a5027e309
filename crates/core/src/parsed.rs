//! What reading gives: the résumé, where each field came from, and what every character of the source became.

mod ledger;

pub use ledger::{Decoration, Ledger, Use};

use crate::read::Reason;
use crate::repair::Repairs;
use crate::resume::{Field, Id, Resume};
use crate::source::{SourceText, Span};
use crate::unseen::split_unseen;

/// A résumé with its proof.
///
/// Invariants: every field of `resume` that was read from text has one [`Provenance`], whose text after its repairs is the
/// field's value; the ledger's spans cover the source without gap or overlap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// The text it was read from.
    pub source: SourceText,
    /// What was read.
    pub resume: Resume,
    /// Where each field came from, in the order of the source.
    pub provenance: Vec<Provenance>,
    /// Source lines that belong to no field.
    pub unplaced: Vec<Unplaced>,
    /// What each character of the source became.
    pub ledger: Ledger,
    /// What a person should know about this reading.
    pub findings: Vec<Finding>,
}

/// A place in a résumé: a field of an entry, an item of its list, or a group's name.
///
/// `owner` is the entry's id for a text or a date, the item's for an item of a list, the group's for its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The entry, item or group.
    pub owner: Id,
    /// The field it belongs to; [`Field::Name`] for a group's name.
    pub field: Field,
}

/// Where a value came from, and why it was read so.
#[derive(Clone, Debug, PartialEq)]
pub struct Provenance {
    /// Which value.
    pub place: Place,
    /// The pieces of source that make up the value, in reading order; joined by a line feed before the repairs.
    pub spans: Vec<Span>,
    /// What was done to the source text to get the value.
    pub repairs: Repairs,
    /// Why it was read so.
    pub reason: Reason,
    /// How likely the reading is right, 0–1.
    pub confidence: f32,
    /// The next likely reading, where one came near.
    pub runner_up: Option<Field>,
}

/// A stretch of source that belongs to no field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// Where it stands.
    pub span: Span,
}

/// Something a person should know about a reading or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What, where and what to do, in a sentence or two.
    pub message: String,
    /// Where in the source, if it is about one place.
    pub span: Option<Span>,
}

impl Finding {
    /// That there are characters in a text which nobody sees, with where the first of them stands.
    pub(crate) fn of_unseen(source: &SourceText) -> Option<Self> {
        let first = split_unseen(source.text()).into_iter().find(|(_, unseen)| *unseen)?.0;
        let start = first.as_ptr() as usize - source.text().as_ptr() as usize;
        let message = "Marks show unseen characters.".to_owned();
        Some(Self { message, span: Some(Span::new(start, start + first.len())) })
    }
}

impl Parsed {
    /// A text that nothing was read of yet: all of it is unplaced.
    pub fn unread(text: &str) -> Self {
        let source = SourceText::new(text);
        let ledger = Ledger::new(&source, &[]);
        let unplaced = ledger.unplaced();
        Self { source, unplaced, ledger, ..Self::default() }
    }

    /// Where a value came from. Looks through all values: who asks for many keeps an index of [`Parsed::provenance`].
    pub fn source_of(&self, place: Place) -> Option<&Provenance> {
        self.provenance.iter().find(|p| p.place == place)
    }

    /// The text of an unplaced stretch, without surrounding white space.
    pub fn unplaced_texts(&self) -> impl Iterator<Item = &str> {
        self.unplaced.iter().map(|u| self.source.slice(u.span).trim())
    }

    /// The same, each in a text of its own, as the writers take them.
    pub fn unplaced_lines(&self) -> Vec<String> {
        self.unplaced_texts().map(str::to_owned).collect()
    }
}
