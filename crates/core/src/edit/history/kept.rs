//! A history in the form in which it is stored, so that a step can be taken back after a reload too.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{History, Past, Reading, Source, Step};
use crate::edit::Document;
use crate::resume::{Entry, Id, Resume};

/// What is stored of a history: the document, and the latest steps.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// Every source text that the document or a step was read from, each once; the document's is the first.
    sources: Vec<Source>,
    resume: Resume,
    done: Vec<KeptStep>,
    undone: Vec<KeptStep>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum KeptStep {
    Entry(Entry),
    Heading(Id, String),
    All { source: usize, resume: Resume },
}

impl Kept {
    /// What to store of `history`: the document, and as many of the latest steps as fit in about `most_bytes`.
    pub fn new(history: &History, most_bytes: usize) -> Self {
        let here = Source::of(&history.document.parsed);
        let mut kept =
            Self { sources: vec![here.clone()], resume: history.document.resume.clone(), done: Vec::new(), undone: Vec::new() };
        let mut sources = BTreeMap::from([(here, 0)]);
        let mut left = most_bytes;
        // What was done can be taken back more often than what was undone is wanted again.
        for (steps, out) in [(&history.done, &mut kept.done), (&history.undone, &mut kept.undone)] {
            for step in steps.iter().rev() {
                let source = match step {
                    Step::All(past) => past.reading.source(),
                    _ => Source::default(),
                };
                let bytes = match step {
                    Step::Entry(entry) => entry_bytes(entry),
                    Step::Heading(_, heading) => heading.len(),
                    Step::All(past) => {
                        let new = if sources.contains_key(&source) { 0 } else { source.text.len() + source.ids.len() * 5 };
                        new + past.resume.sections.iter().flat_map(|s| &s.entries).map(entry_bytes).sum::<usize>()
                    }
                };
                let Some(rest) = left.checked_sub(bytes) else { break };
                left = rest;
                out.push(match step {
                    Step::Entry(entry) => KeptStep::Entry((**entry).clone()),
                    Step::Heading(id, heading) => KeptStep::Heading(*id, heading.clone()),
                    Step::All(past) => {
                        let source = *sources.entry(source).or_insert_with_key(|source| {
                            kept.sources.push(source.clone());
                            kept.sources.len() - 1
                        });
                        KeptStep::All { source, resume: past.resume.clone() }
                    }
                });
            }
            out.reverse();
        }
        kept
    }

    /// The history that was stored. The document's source is read again, which gives the same reading; those of the steps are
    /// read when somebody goes back to them.
    pub fn history(self) -> History {
        let Self { sources, resume, done, undone } = self;
        let sources: Vec<Arc<Source>> = sources.into_iter().map(Arc::new).collect();
        let source = |source: usize| sources.get(source).cloned().unwrap_or_default();
        let step = |kept: KeptStep| match kept {
            KeptStep::Entry(entry) => Step::Entry(Box::new(entry)),
            KeptStep::Heading(id, heading) => Step::Heading(id, heading),
            KeptStep::All { source: at, resume } => Step::All(Box::new(Past { reading: Reading::Due(source(at)), resume })),
        };
        History {
            document: Document { parsed: source(0).read(), resume },
            done: done.into_iter().map(step).collect(),
            undone: undone.into_iter().map(step).collect(),
            open: None,
        }
    }
}

/// About what an entry takes as JSON.
fn entry_bytes(entry: &Entry) -> usize {
    let texts = |items: &[crate::resume::Item]| items.iter().map(|i| i.text.len() + 24).sum::<usize>();
    let values = entry.values().iter().map(|(field, value)| match value {
        crate::resume::Value::Text(text) => text.len() + 24,
        crate::resume::Value::Date(_) => 64,
        crate::resume::Value::List(_) => texts(entry.list(*field)) + 24,
    });
    64 + values.sum::<usize>() + entry.groups.iter().map(|g| g.name.len() + 48 + texts(&g.highlights)).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, typed_text};
    use crate::resume::Field;

    fn typed(history: &mut History, text: &str) {
        history.apply(Edit::Set { entry: Id(0), field: Field::Name, text: text.to_owned() });
        history.close_step();
    }

    fn reloaded(history: &History, most_bytes: usize) -> History {
        let text = serde_json::to_string(&Kept::new(history, most_bytes)).unwrap();
        serde_json::from_str::<Kept>(&text).unwrap().history()
    }

    #[test]
    fn leads_back_and_forth_after_a_reload() {
        let first = Document::new(crate::read("Ada Example\nada@example.org\n"));
        let mut history = History::new(first.clone());
        typed(&mut history, "Ada E.");
        history.apply(Edit::Retype(Box::new(Document::new(crate::read("Bea Example\nbea@example.org\n")))));
        typed(&mut history, "B.");
        typed(&mut history, "C.");
        let last = history.document().clone();
        history.undo();
        let mut history = reloaded(&history, 1 << 20);
        while history.undo() {}
        assert_eq!(history.document().parsed.source, first.parsed.source);
        assert!(history.document().resume.same(&first.resume));
        let mut history = reloaded(&history, 1 << 20);
        while history.redo() {}
        assert_eq!(history.document().parsed.source, last.parsed.source);
        assert!(history.document().resume.same(&last.resume));
    }

    #[test]
    fn keeps_the_latest_steps_when_there_is_little_room() {
        let mut history = History::new(Document::default());
        for n in 0..100 {
            typed(&mut history, &n.to_string());
        }
        let mut history = reloaded(&history, 500);
        let mut undone = 0;
        while history.undo() {
            undone += 1;
        }
        assert!((2..20).contains(&undone), "{undone}");
        assert_eq!(typed_text(&history.document().resume.basics, Field::Name), (99 - undone).to_string());
    }
}
