//! Undo and redo.

mod form;
mod kept;

use std::sync::Arc;

use super::{Document, Edit, Remarks, Target};
use crate::parsed::Parsed;
use crate::resume::{Entry, Id, Resume};

/// A document with the way back, and forth again.
///
/// A step holds what was there before it. Where an edit touches one entry that is the entry alone, so that a thousand steps of
/// typing cost a thousand entries, not a thousand résumés. Taking a step back swaps the two, so the same step leads forth again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    document: Document,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// What the last step touched, while further typing there still belongs to it.
    open: Option<Target>,
}

#[derive(Clone, Debug, PartialEq)]
enum Step {
    Entry(Box<Entry>),
    Heading(Id, String),
    Remarks(Remarks),
    All(Box<Past>),
}

/// A whole document as it was. Steps that come from storage have their text read only when somebody goes back to them.
#[derive(Clone, Debug, PartialEq)]
struct Past {
    reading: Reading,
    resume: Resume,
    remarks: Remarks,
}

/// What is enough to have a reading again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Source {
    text: String,
    /// The ids in the reading, in the order of the document.
    ids: Vec<Id>,
}

impl Source {
    fn of(parsed: &Parsed) -> Self {
        Self { text: parsed.source.text().to_owned(), ids: parsed.ids() }
    }

    fn read(&self, remarks: &Remarks) -> Arc<Parsed> {
        Arc::new(remarks.read(&self.text).with_ids(&self.ids))
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Reading {
    Done(Arc<Parsed>),
    Due(Arc<Source>),
}

/// As many steps are kept at most.
const MOST_STEPS: usize = 1000;
/// Steps that hold a whole document are kept up to this many bytes of source.
const MOST_BYTES: usize = 64 << 20;

impl History {
    /// A document with nothing to undo.
    pub fn new(document: Document) -> Self {
        Self { document, ..Self::default() }
    }

    /// The document as it stands.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to take again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Makes an edit. Typing on in the same place belongs to the same step. Gives the id of what was added, or else changed.
    pub fn apply(&mut self, edit: Edit) -> Option<Id> {
        let target = edit.target();
        let typing_on = target != Target::Structure && self.open == Some(target);
        let step = if typing_on { None } else { Some(self.before(&edit)) };
        let id = edit.apply(&mut self.document);
        if let Some(step) = step
            && step.differs(&self.document)
        {
            self.done.push(step);
            self.open = Some(target);
            self.forget_the_oldest();
        }
        if self.open == Some(target) {
            self.undone.clear();
        }
        id
    }

    /// Ends the step: what is typed next is a new one. Call it when a person leaves a field or pauses.
    pub fn close_step(&mut self) {
        self.open = None;
    }

    /// Takes the last step back. Gives whether there was one.
    pub fn undo(&mut self) -> bool {
        self.open = None;
        let Some(step) = self.done.pop() else { return false };
        self.undone.push(step.swap(&mut self.document));
        true
    }

    /// Takes the last step that was undone again. Gives whether there was one.
    pub fn redo(&mut self) -> bool {
        self.open = None;
        let Some(step) = self.undone.pop() else { return false };
        self.done.push(step.swap(&mut self.document));
        true
    }

    fn before(&self, edit: &Edit) -> Step {
        let resume = &self.document.resume;
        let groups = |id: Id| resume.sections.iter().flat_map(|s| &s.entries).find(|e| e.groups.iter().any(|g| g.id == id));
        let entry = match edit {
            Edit::Set { entry, .. } | Edit::AddGroup(entry) | Edit::Hide(entry) => resume.entry(*entry),
            Edit::NameGroup { group, .. } | Edit::SetGroup { group, .. } | Edit::RemoveGroup(group) => groups(*group),
            Edit::NameSection { section, .. } => {
                let heading = resume.sections.iter().find(|s| s.id == *section).map(|s| s.heading.clone());
                return Step::Heading(*section, heading.unwrap_or_default());
            }
            Edit::Settle(_) => return Step::Remarks(self.document.remarks.clone()),
            _ => None,
        };
        match entry {
            Some(entry) => Step::Entry(Box::new(entry.clone())),
            None => Step::All(Box::new(Past {
                reading: Reading::Done(self.document.parsed.clone()),
                resume: self.document.resume.clone(),
                remarks: self.document.remarks.clone(),
            })),
        }
    }

    fn forget_the_oldest(&mut self) {
        let bytes: usize = self.done.iter().map(Step::bytes).sum();
        let mut over = bytes.saturating_sub(MOST_BYTES);
        let mut drop = self.done.len().saturating_sub(MOST_STEPS);
        // The last step stays, however large: whatever was done last can be undone.
        for (at, step) in self.done.iter().enumerate().take(self.done.len() - 1) {
            if over == 0 {
                break;
            }
            over = over.saturating_sub(step.bytes());
            drop = drop.max(at + 1);
        }
        self.done.drain(..drop);
    }
}

impl Step {
    /// Puts back what this holds, and gives the step that leads to where the document was.
    fn swap(mut self, document: &mut Document) -> Self {
        match &mut self {
            Self::Entry(entry) => {
                if let Some(there) = document.resume.entry_mut(entry.id) {
                    std::mem::swap(there, entry);
                }
            }
            Self::Heading(id, heading) => {
                if let Some(section) = document.resume.sections.iter_mut().find(|s| s.id == *id) {
                    std::mem::swap(&mut section.heading, heading);
                }
            }
            Self::Remarks(remarks) => std::mem::swap(&mut document.remarks, remarks),
            Self::All(all) => {
                let next_id = all.resume.next_id.max(document.resume.next_id);
                let parsed = match &all.reading {
                    Reading::Done(parsed) => parsed.clone(),
                    Reading::Due(source) => source.read(&all.remarks),
                };
                all.reading = Reading::Done(std::mem::replace(&mut document.parsed, parsed));
                std::mem::swap(&mut document.resume, &mut all.resume);
                std::mem::swap(&mut document.remarks, &mut all.remarks);
                document.resume.next_id = next_id;
            }
        }
        self
    }

    fn differs(&self, document: &Document) -> bool {
        match self {
            Self::Entry(entry) => document.resume.entry(entry.id) != Some(entry),
            Self::Heading(id, heading) => document.resume.sections.iter().any(|s| s.id == *id && s.heading != *heading),
            Self::Remarks(remarks) => *remarks != document.remarks,
            Self::All(all) => {
                all.reading.text() != document.parsed.source.text()
                    || all.remarks != document.remarks
                    || all.resume.sections != document.resume.sections
                    || all.resume.basics != document.resume.basics
                    || all.resume.extra != document.resume.extra
            }
        }
    }

    /// About what it takes to keep.
    fn bytes(&self) -> usize {
        match self {
            // A reading takes several times its text.
            Self::All(all) => 4096 + all.reading.text().len() * 8,
            Self::Entry(_) | Self::Heading(..) | Self::Remarks(_) => 1024,
        }
    }
}

impl Reading {
    fn source(&self) -> Source {
        match self {
            Self::Done(parsed) => Source::of(parsed),
            Self::Due(source) => (**source).clone(),
        }
    }

    fn text(&self) -> &str {
        match self {
            Self::Done(parsed) => parsed.source.text(),
            Self::Due(source) => &source.text,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Direction, To, typed_text};
    use super::*;
    use crate::read::{Decision, What};
    use crate::resume::{Field, Resume, SectionKind};
    use crate::source::Span;

    fn start() -> Document {
        let mut document = Document::new(crate::read("Ada Example\nada@example.org\n"));
        for kind in [SectionKind::Work, SectionKind::Skills, SectionKind::Custom] {
            let id = Edit::AddSection(kind).apply(&mut document).unwrap();
            Edit::Set { entry: id, field: Field::Highlights, text: "One\nTwo".to_owned() }.apply(&mut document);
            Edit::AddGroup(id).apply(&mut document);
        }
        document
    }

    /// The same but for the next free id, which never goes back.
    fn same(a: &Document, b: &Document) -> bool {
        let level = |d: &Document| Document { resume: Resume { next_id: 0, ..d.resume.clone() }, ..d.clone() };
        level(a) == level(b)
    }

    fn edit() -> impl Strategy<Value = Edit> {
        let id = || (0u32..24).prop_map(Id);
        let text = || "[ab,•\n -]{0,6}";
        let fields = prop::sample::select(vec![Field::Name, Field::StartDate, Field::Highlights, Field::Keywords, Field::Summary]);
        let kinds = prop::sample::select(SectionKind::ALL[1..].to_vec());
        prop_oneof![
            4 => (id(), fields, text()).prop_map(|(entry, field, text)| Edit::Set { entry, field, text }),
            1 => (id(), text()).prop_map(|(group, text)| Edit::NameGroup { group, text }),
            1 => (id(), text()).prop_map(|(group, text)| Edit::SetGroup { group, text }),
            1 => (id(), text()).prop_map(|(section, text)| Edit::NameSection { section, text }),
            1 => id().prop_map(Edit::AddGroup),
            1 => id().prop_map(Edit::RemoveGroup),
            1 => id().prop_map(Edit::AddEntry),
            1 => id().prop_map(Edit::RemoveEntry),
            1 => (id(), any::<bool>()).prop_map(|(id, up)| Edit::MoveEntry(id, if up { Direction::Up } else { Direction::Down })),
            1 => id().prop_map(Edit::Duplicate),
            1 => id().prop_map(Edit::Hide),
            1 => (id(), kinds.clone()).prop_map(|(id, kind)| Edit::MoveTo(id, To::New(kind))),
            1 => (id(), id()).prop_map(|(id, to)| Edit::MoveTo(id, To::Section(to))),
            1 => kinds.prop_map(Edit::AddSection),
            1 => (id(), any::<bool>()).prop_map(|(id, up)| Edit::MoveSection(id, if up { Direction::Up } else { Direction::Down })),
            1 => id().prop_map(Edit::RemoveSection),
            1 => id().prop_map(Edit::Sort),
            1 => (0u32..9).prop_map(|at| {
                Edit::Decide(vec![Decision::new(Span { start: at, end: at + 4 }, What::Field(SectionKind::Work, Field::Name))])
            }),
            1 => (0u32..9).prop_map(|at| Edit::Settle(vec![Span { start: at, end: at + 2 }])),
            1 => text().prop_map(|text| Edit::Retype(Box::new(Document::new(crate::read(&text))))),
            1 => text().prop_map(|text| Edit::Replace(Box::new(Document::new(crate::read(&text))))),
        ]
    }

    proptest! {
        #[test]
        fn as_many_undos_give_back_the_first_document(edits in prop::collection::vec((edit(), any::<bool>()), 0..60)) {
            let first = start();
            let mut history = History::new(first.clone());
            let mut states = vec![first.clone()];
            for (edit, pause) in edits.clone() {
                history.apply(edit);
                states.push(history.document().clone());
                if pause {
                    history.close_step();
                }
            }
            let last = history.document().clone();
            for _ in &edits {
                history.undo();
                prop_assert!(states.iter().any(|s| same(s, history.document())));
            }
            prop_assert!(same(&first, history.document()));
            prop_assert!(!history.can_undo());
            while history.redo() {}
            prop_assert!(same(&last, history.document()));
        }
    }

    #[test]
    fn typing_in_one_field_is_one_step_until_a_pause() {
        let mut history = History::new(Document::default());
        let typed = |history: &mut History, text: &str| {
            history.apply(Edit::Set { entry: Id(0), field: Field::Name, text: text.to_owned() });
        };
        typed(&mut history, "A");
        typed(&mut history, "Ad");
        history.close_step();
        typed(&mut history, "Ada");
        typed(&mut history, "Ada ");
        history.undo();
        assert_eq!(typed_text(&history.document().resume.basics, Field::Name), "Ad");
        history.undo();
        assert!(!history.can_undo());
        history.redo();
        typed(&mut history, "Add");
        assert!(!history.can_redo(), "a new edit ends what could be redone");
    }

    #[test]
    fn keeps_a_thousand_steps() {
        let mut history = History::new(Document::default());
        for n in 0..1100 {
            history.apply(Edit::Set { entry: Id(0), field: Field::Name, text: n.to_string() });
            history.close_step();
        }
        let mut undone = 0;
        while history.undo() {
            undone += 1;
        }
        assert_eq!(undone, MOST_STEPS);
    }
}
