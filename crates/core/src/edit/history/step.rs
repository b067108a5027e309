//! A step: what was there before it, as far as it is not there any more.

use std::sync::Arc;

use crate::edit::{Deed, Document, Remarks};
use crate::json::JsonMap;
use crate::order::Table;
use crate::parsed::Parsed;
use crate::resume::{Entry, Id, Section};

/// What leads from one state of a document to another.
///
/// It holds only what differs, so that a thousand steps of typing and moving cost a thousand entries, not a thousand résumés. Taking a
/// step gives the one that leads back.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Step {
    /// What was done.
    pub deed: Deed,
    /// Entries that are otherwise, or are not there; the basics too.
    pub entries: Vec<Entry>,
    /// The sections, and the ids of their entries in place of these, where the order is another one.
    pub order: Option<Vec<(Section, Vec<Id>)>>,
    pub extra: Option<JsonMap>,
    pub remarks: Option<Remarks>,
    pub reading: Option<Reading>,
}

/// A reading of the source. Steps that come from storage have their text read only when somebody goes back to them.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reading {
    Done(Arc<Parsed>),
    Due(Arc<Source>),
}

/// What is enough to have a reading again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    pub text: String,
    /// The ids in the reading, in the order of the document.
    pub ids: Vec<Id>,
}

impl Source {
    pub fn of(parsed: &Parsed) -> Self {
        Self { text: parsed.source.text().to_owned(), ids: parsed.ids() }
    }

    pub fn read(&self, remarks: &Remarks) -> Arc<Parsed> {
        Arc::new(remarks.read(&self.text).with_ids(&self.ids))
    }
}

impl Reading {
    pub fn source(&self) -> Source {
        match self {
            Self::Done(parsed) => Source::of(parsed),
            Self::Due(source) => (**source).clone(),
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Done(parsed) => parsed.source.text(),
            Self::Due(source) => &source.text,
        }
    }
}

impl Step {
    /// The step that leads from `now` to `before`.
    pub fn back(deed: Deed, before: &Document, now: &Document) -> Self {
        let there = now.resume.all_entries();
        let places = Table::new(there.iter().zip(0..).map(|(entry, at)| (entry.id.0, at)));
        let [order, order_now] = [before, now].map(|document| order(&document.resume.sections));
        let mut entries = Vec::new();
        for entry in before.resume.all_entries() {
            if places.get(entry.id.0).is_none_or(|at| there[at as usize] != entry) {
                entries.push(entry.clone());
            }
        }
        Self {
            deed,
            entries,
            order: (order != order_now).then_some(order),
            extra: (before.resume.extra != now.resume.extra).then(|| before.resume.extra.clone()),
            remarks: (before.remarks != now.remarks).then(|| before.remarks.clone()),
            reading: (!Arc::ptr_eq(&before.parsed, &now.parsed)).then(|| Reading::Done(before.parsed.clone())),
        }
    }

    /// Whether it leads to a document that says the same as `document`.
    pub fn is_nothing(&self, document: &Document) -> bool {
        self.entries.is_empty()
            && self.order.is_none()
            && self.extra.is_none()
            && self.remarks.is_none()
            && self.reading.as_ref().is_none_or(|reading| reading.text() == document.parsed.source.text())
    }

    /// Takes the step, and gives the one that leads back. The next free id stays: ids are never used again.
    pub fn take(self, document: &mut Document) -> Self {
        let (deed, before) = (self.deed, document.clone());
        let resume = &mut document.resume;
        let order = self.order.unwrap_or_else(|| order(&resume.sections));
        let mut entries: Vec<Option<Entry>> = self.entries.into_iter().map(Some).collect();
        for entry in resume.all_entries() {
            entries.push(Some(entry.clone()));
        }
        // What the step holds stands first, and so is found in place of what is there.
        let places = Table::new(entries.iter().flatten().zip(0..).map(|(entry, at)| (entry.id.0, at)));
        let mut entry = |id: Id| entries.get_mut(places.get(id.0)? as usize)?.take();
        if let Some(basics) = entry(resume.basics.id) {
            resume.basics = basics;
        }
        let section =
            |(section, ids): (Section, Vec<Id>)| Section { entries: ids.into_iter().filter_map(&mut entry).collect(), ..section };
        resume.sections = order.into_iter().map(section).collect();
        if let Some(extra) = self.extra {
            resume.extra = extra;
        }
        if let Some(remarks) = self.remarks {
            document.remarks = remarks;
        }
        match self.reading {
            Some(Reading::Done(parsed)) => document.parsed = parsed,
            Some(Reading::Due(source)) => document.parsed = source.read(&document.remarks),
            None => {}
        }
        Self::back(deed, &before, document)
    }

    /// About what it takes to keep.
    pub fn bytes(&self) -> usize {
        // A reading takes several times its text.
        1024 * (1 + self.entries.len()) + self.reading.as_ref().map_or(0, |reading| 4096 + reading.text().len() * 8)
    }
}

/// The sections without their entries, and the ids of these.
fn order(sections: &[Section]) -> Vec<(Section, Vec<Id>)> {
    let bare = |s: &Section| Section { heading: s.heading.clone(), entries: Vec::new(), ..*s };
    sections.iter().map(|s| (bare(s), s.entries.iter().map(|e| e.id).collect())).collect()
}
