//! Undo and redo.

mod form;
mod kept;
mod step;

use super::{Deed, Document, Edit};
use crate::resume::{Entry, Id};
use step::Step;

/// A document with the way back, and forth again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    document: Document,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// What the last step did and what was there before it, while further typing there still belongs to it.
    open: Option<(Deed, Box<Document>)>,
}

/// As many steps are kept at most.
const MOST_STEPS: usize = 1000;
/// Steps are kept up to this many bytes.
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

    /// What can be taken back, the last first, each with the entry that it was done to.
    pub fn past(&self) -> impl Iterator<Item = (Deed, Option<&Entry>)> {
        self.done.iter().rev().map(|step| (step.deed, self.entry(step)))
    }

    /// What can be taken again, the next first, likewise.
    pub fn future(&self) -> impl Iterator<Item = (Deed, Option<&Entry>)> {
        self.undone.iter().rev().map(|step| (step.deed, self.entry(step)))
    }

    fn entry<'a>(&'a self, step: &'a Step) -> Option<&'a Entry> {
        self.document.resume.entry(step.deed.of).or_else(|| step.entries.iter().find(|entry| entry.id == step.deed.of))
    }

    /// Makes an edit. Typing on in the same place belongs to the same step. Gives the id of what was added, or else changed.
    pub fn apply(&mut self, edit: Edit) -> Option<Id> {
        let deed = edit.deed();
        let before = match self.open.take() {
            Some((open, before)) if open == deed => {
                self.done.pop();
                before
            }
            _ => Box::new(self.document.clone()),
        };
        let id = edit.apply(&mut self.document);
        let step = Step::back(deed, &before, &self.document);
        if step.is_nothing(&self.document) {
            // A new reading of the same text has new ids for what was removed, and the way back leads to the old ones.
            self.document.parsed = before.parsed;
        } else {
            self.done.push(step);
            self.undone.clear();
            self.forget_the_oldest();
            self.open = deed.verb.is_typing().then_some((deed, before));
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
        self.undone.push(step.take(&mut self.document));
        true
    }

    /// Takes the last step that was undone again. Gives whether there was one.
    pub fn redo(&mut self) -> bool {
        self.open = None;
        let Some(step) = self.undone.pop() else { return false };
        self.done.push(step.take(&mut self.document));
        true
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Direction, To, Verb, typed_text};
    use super::*;
    use crate::parsed::Place;
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

    /// A thousand edits are taken back to the very same bytes, though the page was loaded anew half way there and half way back.
    #[test]
    fn a_thousand_undos_give_back_the_first_document() {
        use proptest::strategy::ValueTree;
        use proptest::test_runner::TestRunner;
        let reloaded = |history: &History| History::from_json(&history.to_json(4 << 20).to_string().parse().unwrap()).unwrap();
        let bytes = |document: &Document| {
            let json = History::new(document.clone()).to_json(0).to_string();
            json.split_once("\"nextId\"").map(|(before, _)| before.to_owned())
        };
        let mut runner = TestRunner::deterministic();
        let mut history = History::new(start());
        let first = bytes(history.document());
        let mut steps = 0;
        while steps < 1000 {
            let edit = edit().new_tree(&mut runner).unwrap().current();
            history.apply(edit);
            history.close_step();
            steps = history.done.len();
            if steps == 500 {
                history = reloaded(&history);
                assert_eq!(history.done.len(), 500);
            }
        }
        let last = bytes(history.document());
        for undone in 0..1000 {
            assert!(history.undo(), "{undone}");
            if undone == 500 {
                history = reloaded(&history);
            }
        }
        assert_eq!(bytes(history.document()), first);
        while history.redo() {}
        assert_eq!(bytes(history.document()), last);
    }

    #[test]
    fn what_is_typed_back_to_what_it_was_is_no_step() {
        let mut history = History::new(start());
        for text in ["A", "Ad", ""] {
            history.apply(Edit::Set { entry: Id(0), field: Field::Label, text: text.to_owned() });
        }
        assert!(!history.can_undo());
    }

    #[test]
    fn typing_back_to_the_same_text_keeps_where_removed_values_came_from() {
        let text = "Ada Example\n\nExperience\n\nEngineer\nNorthwind Ltd\n2019 - 2021\n- Built the first thing\n";
        let mut history = History::new(Document::new(crate::read(text)));
        let job = history.document().resume.entries(SectionKind::Work)[0].id;
        history.apply(Edit::RemoveEntry(job));
        history.apply(Edit::Retype(Box::new(history.document().retyped(text))));
        history.undo();
        let place = Place { owner: job, field: Field::Position };
        assert!(history.document().parsed.source_of(place).is_some());
    }

    #[test]
    fn tells_what_was_done_to_what() {
        let mut history = History::new(start());
        let entry = history.apply(Edit::AddSection(SectionKind::Awards)).unwrap();
        history.apply(Edit::Set { entry, field: Field::Title, text: "Best Loom".to_owned() });
        history.apply(Edit::RemoveEntry(entry));
        let past = |history: &History| {
            let title = |entry: Option<&Entry>| entry.and_then(|e| e.text(Field::Title)).map(str::to_owned);
            history.past().map(|(deed, entry)| (deed.verb, title(entry))).collect::<Vec<_>>()
        };
        let title = Some("Best Loom".to_owned());
        assert_eq!(past(&history), [(Verb::Removed, title), (Verb::Typed(Field::Title), None), (Verb::Added, None)]);
        history.undo();
        assert_eq!(history.future().map(|(deed, _)| deed.verb).collect::<Vec<_>>(), [Verb::Removed]);
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
