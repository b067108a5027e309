//! A résumé in the making: values with their provenance, and claims for the ledger.

use super::raw::Piece;
use crate::dialect::{date_of, is_linkable};
use crate::parsed::{Decoration, Place, Provenance, Use};
use crate::read::Reason;
use crate::repair::{Repair, Repairs};
use crate::resume::{Entry, Field, Group, Id, Item, Resume, Value};
use crate::source::Span;

/// The one repair that our Markdown needs.
const UNESCAPED: Repairs = Repairs::NONE.with(Repair::Unescaped);

/// The text that a piece of Markdown stands for.
pub(super) fn plain(piece: Piece<'_>) -> String {
    UNESCAPED.apply(piece.text)
}

/// The web address between angle brackets.
fn address(piece: Piece<'_>) -> Option<Piece<'_>> {
    piece.after("<")?.before(">").filter(|url| is_linkable(url.text))
}

#[derive(Default)]
pub(super) struct Draft {
    pub resume: Resume,
    pub provenance: Vec<Provenance>,
    pub claims: Vec<(Span, Use)>,
}

impl Draft {
    /// Sets a text of one piece.
    pub fn text(&mut self, entry: &mut Entry, field: Field, piece: Piece<'_>, reason: Reason) {
        entry.set(field, Value::Text(plain(piece)));
        self.record(Place { owner: entry.id, field }, &[piece.span()], UNESCAPED.needed(piece.text), reason);
    }

    /// Sets a labelled text: an address between angle brackets as it stands, since nothing is escaped there.
    pub fn labelled(&mut self, entry: &mut Entry, field: Field, piece: Piece<'_>, reason: Reason) {
        let Some(url) = address(piece) else { return self.text(entry, field, piece, reason) };
        entry.set(field, Value::Text(url.text.to_owned()));
        self.record(Place { owner: entry.id, field }, &[url.span()], Repairs::NONE, reason);
    }

    /// Sets a text of several paragraphs.
    pub fn paragraphs(&mut self, entry: &mut Entry, field: Field, pieces: &[Piece<'_>], reason: Reason) {
        if pieces.is_empty() {
            return;
        }
        let raw = pieces.iter().map(|p| p.text).collect::<Vec<_>>().join("\n");
        let spans: Vec<Span> = pieces.iter().map(|p| p.span()).collect();
        entry.set(field, Value::Text(UNESCAPED.apply(&raw)));
        self.record(Place { owner: entry.id, field }, &spans, UNESCAPED.needed(&raw), reason);
    }

    /// Sets a date, or the text in its place.
    pub fn date(&mut self, entry: &mut Entry, field: Field, piece: Piece<'_>) {
        match date_of(piece.text) {
            Some(date) => {
                entry.set(field, Value::Date(date));
                let repairs = Repairs::NONE.with(Repair::DateNormalised);
                self.record(Place { owner: entry.id, field }, &[piece.span()], repairs, Reason::ITALICS_BELOW);
            }
            None => self.text(entry, field, piece, Reason::ITALICS_BELOW),
        }
    }

    /// Makes an item of a list.
    pub fn item(&mut self, field: Field, piece: Piece<'_>, reason: Reason) -> Item {
        let id = self.resume.fresh_id();
        self.record(Place { owner: id, field }, &[piece.span()], UNESCAPED.needed(piece.text), reason);
        Item { id, text: plain(piece) }
    }

    /// Makes a group.
    pub fn group(&mut self, piece: Piece<'_>) -> Group {
        let id = self.resume.fresh_id();
        if !piece.text.is_empty() {
            self.record(Place { owner: id, field: Field::Name }, &[piece.span()], UNESCAPED.needed(piece.text), Reason::HEADING_4);
        }
        Group { id, name: plain(piece), highlights: Vec::new() }
    }

    /// Makes an entry.
    pub fn entry(&mut self) -> Entry {
        Entry::new(self.resume.fresh_id())
    }

    /// Notes where a value came from, and claims its spans.
    pub fn record(&mut self, place: Place, spans: &[Span], repairs: Repairs, reason: Reason) {
        self.claims.extend(spans.iter().map(|&span| (span, Use::Field(place))));
        self.provenance.push(Provenance { place, spans: spans.to_vec(), repairs, reason, confidence: 1.0, runner_up: None });
    }

    /// Claims what is not content.
    pub fn decoration(&mut self, piece: Piece<'_>, decoration: Decoration) {
        self.claims.push((piece.span(), Use::Decoration(decoration)));
    }

    /// Moves the entry into its section; one that says nothing is dropped.
    pub fn add(&mut self, section: Id, entry: Entry) {
        let section = self.resume.sections.iter_mut().rev().find(|s| s.id == section);
        if let (Some(section), false) = (section, entry.is_empty()) {
            section.entries.push(entry);
        }
    }
}
