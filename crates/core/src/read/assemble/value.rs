//! Making values from spans: the one place where a text of the résumé comes into being.

use std::sync::Arc;

use super::Run;
use crate::order::by_number;
use crate::parsed::{Decoration, Place, Provenance, Use};
use crate::read::hash::{self, ByHash};
use crate::read::segment::link;
use crate::repair::{Repair, Repairs};
use crate::resume::{Entry, Field, FieldKind, Id, Item, Value};
use crate::source::{SourceText, Span};

/// Makes values, and keeps where each came from.
pub struct Maker {
    /// The text that is read.
    pub source: Arc<SourceText>,
    /// Where each value came from.
    pub provenance: Vec<Provenance>,
    /// Where in `provenance` each field of several paragraphs has its source, by owner and field.
    pub prose: ByHash,
    /// What became of which stretch.
    pub claims: Vec<(Span, Use)>,
    /// The values that a person said.
    pub told: Vec<Place>,
}

impl Maker {
    /// Sets a field of one line or of prose to the text of `spans`: joined by a space, or by a line feed in prose.
    pub fn text(&mut self, entry: &mut Entry, field: Field, spans: &[Span], run: &Run<'_>) {
        let repairs = Repairs::LINE;
        let text = self.joined(field, spans, repairs);
        if text.is_empty() {
            return;
        }
        entry.set(field, Value::Text(text));
        self.record(Place { owner: entry.id, field }, spans, repairs, run);
    }

    /// Sets the name of an account to the text of `span`: a hyphen at the end of its line belongs to it.
    pub fn username(&mut self, entry: &mut Entry, span: Span, run: &Run<'_>) {
        let repairs = Repairs::LINE.without(Repair::Dehyphenated);
        entry.set(Field::Username, Value::Text(repairs.apply(self.source.slice(span))));
        self.record(Place { owner: entry.id, field: Field::Username }, &[span], repairs, run);
    }

    /// Sets a web address, with its scheme.
    pub fn url(&mut self, entry: &mut Entry, field: Field, span: Span, run: &Run<'_>) {
        let repairs = Repairs::NONE.with(Repair::SchemeAdded).with(Repair::Joined);
        entry.set(field, Value::Text(repairs.apply(self.source.slice(span))));
        self.record(Place { owner: entry.id, field }, &[span], repairs, run);
    }

    /// Sets the name of the network that the address at `span` belongs to.
    pub fn network(&mut self, entry: &mut Entry, name: &str, span: Span, run: &Run<'_>) {
        entry.set(Field::Network, Value::Text(name.to_owned()));
        self.record(Place { owner: entry.id, field: Field::Network }, &[span], Repairs::NONE.with(Repair::NetworkNamed), run);
    }

    /// Sets an e-mail address, spelled out or not.
    pub fn email(&mut self, entry: &mut Entry, span: Span, run: &Run<'_>) {
        let repairs = Repairs::NONE.with(Repair::Deobfuscated);
        entry.set(Field::Email, Value::Text(repairs.apply(self.source.slice(span))));
        self.record(Place { owner: entry.id, field: Field::Email }, &[span], repairs, run);
    }

    /// Sets a date to what was read at `span`.
    pub fn date(&mut self, entry: &mut Entry, field: Field, date: crate::date::PartialDate, span: Span, run: &Run<'_>) {
        let place = Place { owner: entry.id, field };
        // An entry's values lie close to the end; one that is set anew gives up its old source.
        let old = entry.get(field).and_then(|_| self.provenance.iter().rposition(|p| p.place == place));
        entry.set(field, Value::Date(date));
        self.record(place, &[span], Repairs::NONE.with(Repair::DateNormalised), run);
        if let Some(old) = old {
            self.provenance.swap_remove(old);
        }
    }

    /// An item of a list: the text of `spans`, under its own id; `None` if they say nothing.
    pub fn item(&mut self, id: Id, field: Field, spans: &[Span], run: &Run<'_>) -> Option<Item> {
        let repairs = Repairs::LINE;
        let text = self.joined(field, spans, repairs);
        if text.is_empty() {
            return None;
        }
        self.record(Place { owner: id, field }, spans, repairs, run);
        Some(Item { id, text })
    }

    /// Adds more paragraphs to a field of prose.
    pub fn append(&mut self, entry: &mut Entry, field: Field, spans: &[Span], run: &Run<'_>) {
        let place = Place { owner: entry.id, field };
        let key = key(place);
        let Some(at) = self.prose.get(key).filter(|_| entry.get(field).is_some()) else {
            self.prose.insert(key, self.provenance.len() as u32);
            return self.text(entry, field, spans, run);
        };
        let added = self.needed(spans, Repairs::LINE);
        let text = self.joined(field, spans, Repairs::LINE);
        let known = &mut self.provenance[at as usize];
        known.spans.extend_from_slice(spans);
        known.repairs = known.repairs.union(added);
        known.confidence = known.confidence.min(run.confidence);
        entry.append_line(field, &text);
        self.claims.extend(spans.iter().map(|&s| (s, Use::Field(place))));
    }

    /// Adds more to a field of one line.
    pub fn join(&mut self, entry: &mut Entry, field: Field, spans: &[Span], run: &Run<'_>) {
        let place = Place { owner: entry.id, field };
        let Some(at) = self.provenance.iter().rposition(|p| p.place == place) else {
            return self.text(entry, field, spans, run);
        };
        let mut all = std::mem::take(&mut self.provenance[at].spans);
        all.extend_from_slice(spans);
        entry.set(field, Value::Text(self.joined(field, &all, Repairs::LINE)));
        self.provenance[at].repairs = self.needed(&all, Repairs::LINE);
        self.provenance[at].spans = all;
        self.claims.extend(spans.iter().map(|&s| (s, Use::Field(place))));
    }

    /// Takes a value of one line, or a date, out of an entry: its text is claimed by nobody then.
    pub fn forget(&mut self, entry: &mut Entry, field: Field) {
        let place = Place { owner: entry.id, field };
        entry.unset(field);
        self.told.retain(|&told| told != place);
        let Some(at) = self.provenance.iter().rposition(|p| p.place == place) else { return };
        let known = self.provenance.swap_remove(at);
        // The last source stands in its place now.
        if let Some(moved) = self.provenance.get(at).map(|p| p.place).filter(|place| place.field.kind() == FieldKind::Prose) {
            self.prose.insert(key(moved), at as u32);
        }
        for span in known.spans {
            if let Some(at) = self.claims.iter().rposition(|claim| *claim == (span, Use::Field(place))) {
                self.claims.remove(at);
            }
        }
    }

    /// Whether a person said a value.
    pub fn is_told(&self, entry: &Entry, field: Field) -> bool {
        self.told.contains(&Place { owner: entry.id, field })
    }

    /// Claims a stretch.
    pub fn claim(&mut self, span: Span, used: Use) {
        self.claims.push((span, used));
    }

    /// Claims what links say a second time, unless a value holds it.
    pub fn claim_repeated(&mut self) {
        by_number(&mut self.claims, |(span, _)| u64::from(span.start));
        let (mut next, mut end) = (0, 0);
        let mut repeated = Vec::new();
        for line in self.source.lines() {
            for span in link::repeated(self.source.slice(line.span)) {
                let span = span.shifted(line.span.start as usize);
                while let Some((claimed, _)) = self.claims.get(next).filter(|(claimed, _)| claimed.start < span.end) {
                    (next, end) = (next + 1, end.max(claimed.end));
                }
                if end <= span.start {
                    repeated.push((span, Use::Decoration(Decoration::Repeated)));
                }
            }
        }
        self.claims.extend(repeated);
    }

    fn joined(&self, field: Field, spans: &[Span], repairs: Repairs) -> String {
        let texts: Vec<String> = spans.iter().map(|&s| repairs.apply(self.source.slice(s))).filter(|t| !t.is_empty()).collect();
        texts.join(if field.kind() == FieldKind::Prose { "\n" } else { " " })
    }

    /// Those of `repairs` that some of the spans need.
    fn needed(&self, spans: &[Span], repairs: Repairs) -> Repairs {
        spans.iter().map(|&s| repairs.needed(self.source.slice(s))).reduce(Repairs::union).unwrap_or_default()
    }

    fn record(&mut self, place: Place, spans: &[Span], repairs: Repairs, run: &Run<'_>) {
        self.claims.extend(spans.iter().map(|&s| (s, Use::Field(place))));
        let needed = self.needed(spans, repairs);
        let runner_up = run.runner_up.and_then(|l| match l.part {
            super::Part::Field(field) if l.section == run.label.section => Some(field),
            _ => None,
        });
        self.provenance.push(Provenance {
            place,
            spans: spans.to_vec(),
            repairs: needed,
            reason: run.reason,
            confidence: run.confidence,
            runner_up,
        });
    }
}

/// The number of a place.
fn key(place: Place) -> u64 {
    hash::of_number(u64::from(place.owner.0) << 8 | place.field as u64)
}
