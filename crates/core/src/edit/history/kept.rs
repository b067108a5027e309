//! A history as it is stored, so that a step can be taken back after a reload too.

use std::sync::Arc;

use super::form::{entry_from, entry_json, id_from, remarks_from, remarks_json, resume_from, resume_json};
use super::{History, Past, Reading, Source, Step};
use crate::edit::Document;
use crate::json::Json;
use crate::resume::{Entry, Id, Item, Value};

impl History {
    /// What to store: the document, and as many of the latest steps as fit in about `most_bytes`.
    ///
    /// ```
    /// use faircopy::{Document, History, read};
    /// let history = History::new(Document::new(read("Ada Example\n")));
    /// assert_eq!(History::from_json(&history.to_json(1000)), Some(history));
    /// ```
    pub fn to_json(&self, most_bytes: usize) -> Json {
        let mut sources = Sources::default();
        sources.at(Source::of(&self.document.parsed));
        let mut left = most_bytes;
        // What was done can be taken back more often than what was undone is wanted again.
        let [done, undone] = [&self.done, &self.undone].map(|steps| {
            let mut kept = Vec::new();
            for step in steps.iter().rev() {
                let (bytes, source) = match step {
                    Step::Entry(entry) => (entry_bytes(entry), None),
                    Step::Heading(_, heading) => (heading.len(), None),
                    Step::Remarks(remarks) => (remarks.settled.len() * 12 + remarks.decisions.len() * 40, None),
                    Step::All(past) => {
                        let source = past.reading.source();
                        let entries: usize = past.resume.sections.iter().flat_map(|s| &s.entries).map(entry_bytes).sum();
                        (entries + sources.bytes(&source), Some(source))
                    }
                };
                let Some(rest) = left.checked_sub(bytes) else { break };
                left = rest;
                kept.push(match step {
                    Step::Entry(entry) => entry_json(entry),
                    Step::Heading(id, heading) => Json::List(vec![id.0.into(), heading.as_str().into()]),
                    Step::Remarks(remarks) => Json::List(vec![remarks_json(remarks)]),
                    Step::All(past) => {
                        let at = source.map(|s| sources.at(s)).unwrap_or_default();
                        Json::List(vec![at.into(), resume_json(&past.resume), remarks_json(&past.remarks)])
                    }
                });
            }
            kept.reverse();
            Json::List(kept)
        });
        Json::List(vec![sources.json(), resume_json(&self.document.resume), done, undone, remarks_json(&self.document.remarks)])
    }

    /// What was stored. The document's source is read again, which gives the same reading; those of the steps are read when
    /// somebody goes back to them.
    pub fn from_json(json: &Json) -> Option<Self> {
        // The first drafts have no remarks.
        let [sources, resume, done, undone, remarks @ ..] = json.as_list()? else { return None };
        let sources: Vec<Arc<Source>> = sources.as_list()?.iter().map(source_from).collect::<Option<_>>()?;
        let remarks = remarks_from(remarks.first())?;
        let steps = |json: &Json| json.as_list()?.iter().map(|step| step_from(step, &sources)).collect::<Option<Vec<_>>>();
        Some(Self {
            document: Document { parsed: sources.first()?.read(&remarks), resume: resume_from(resume)?, remarks },
            done: steps(done)?,
            undone: steps(undone)?,
            open: None,
        })
    }
}

/// Every source that the document or a step was read from, each once; the document's is the first.
#[derive(Default)]
struct Sources {
    list: Vec<Source>,
}

impl Sources {
    fn at(&mut self, source: Source) -> usize {
        self.list.iter().position(|known| *known == source).unwrap_or_else(|| {
            self.list.push(source);
            self.list.len() - 1
        })
    }

    /// What one more costs.
    fn bytes(&self, source: &Source) -> usize {
        if self.list.contains(source) { 0 } else { source.text.len() + source.ids.len() * 5 }
    }

    fn json(self) -> Json {
        let json = |source: Source| {
            let ids = source.ids.iter().map(|i| i.0.into()).collect();
            Json::List(vec![source.text.into(), Json::List(ids)])
        };
        Json::List(self.list.into_iter().map(json).collect())
    }
}

fn source_from(json: &Json) -> Option<Arc<Source>> {
    let [text, ids] = json.as_list()? else { return None };
    let ids: Option<Vec<Id>> = ids.as_list()?.iter().map(id_from).collect();
    Some(Arc::new(Source { text: text.as_str()?.to_owned(), ids: ids? }))
}

/// A step: an object is an entry, a list of one thing remarks, a number and a text a heading, a number and an object a document.
fn step_from(json: &Json, sources: &[Arc<Source>]) -> Option<Step> {
    let Json::List(parts) = json else { return Some(Step::Entry(Box::new(entry_from(json)?))) };
    let [at, what, remarks @ ..] = parts.as_slice() else { return Some(Step::Remarks(remarks_from(parts.first())?)) };
    if let Some(heading) = what.as_str() {
        return Some(Step::Heading(id_from(at)?, heading.to_owned()));
    }
    let source = sources.get(id_from(at)?.0 as usize)?.clone();
    let remarks = remarks_from(remarks.first())?;
    Some(Step::All(Box::new(Past { reading: Reading::Due(source), resume: resume_from(what)?, remarks })))
}

/// About what an entry takes as JSON.
fn entry_bytes(entry: &Entry) -> usize {
    let texts = |items: &[Item]| items.iter().map(|i| i.text.len() + 12).sum::<usize>();
    let values = entry.values().iter().map(|(field, value)| match value {
        Value::Text(text) => text.len() + 16,
        Value::Date(_) => 32,
        Value::List(_) => texts(entry.list(*field)) + 16,
    });
    32 + values.sum::<usize>() + entry.groups.iter().map(|g| g.name.len() + 16 + texts(&g.highlights)).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, typed_text};
    use crate::resume::{Field, SectionKind};
    use crate::source::Span;

    fn typed(history: &mut History, text: &str) {
        history.apply(Edit::Set { entry: Id(0), field: Field::Name, text: text.to_owned() });
        history.close_step();
    }

    fn reloaded(history: &History, most_bytes: usize) -> History {
        let text = history.to_json(most_bytes).to_string();
        History::from_json(&text.parse().unwrap()).unwrap()
    }

    #[test]
    fn leads_back_and_forth_after_a_reload() {
        let first = Document::new(crate::read("Ada Example\nada@example.org\n"));
        let mut history = History::new(first.clone());
        typed(&mut history, "Ada E.");
        history.apply(Edit::Retype(Box::new(Document::new(crate::read("Bea Example\nbea@example.org\n")))));
        typed(&mut history, "B.");
        let section = history.apply(Edit::AddSection(SectionKind::Custom)).unwrap();
        history.apply(Edit::Set { entry: section, field: Field::StartDate, text: "May 2019".into() });
        history.apply(Edit::Set { entry: section, field: Field::Highlights, text: "One\nTwo".into() });
        let group = history.apply(Edit::AddGroup(section)).unwrap();
        history.apply(Edit::NameGroup { group, text: "Three".into() });
        let heading = history.document().resume.sections.last().unwrap().id;
        history.apply(Edit::NameSection { section: heading, text: "Talks".into() });
        history.apply(Edit::Settle(vec![Span::new(0, 3)]));
        let last = history.document().clone();
        history.undo();
        let mut history = reloaded(&history, 1 << 20);
        while history.undo() {}
        assert_eq!(history.document().parsed, first.parsed);
        assert!(history.document().resume.same(&first.resume));
        let mut history = reloaded(&history, 1 << 20);
        while history.redo() {}
        assert_eq!(history.document(), &last);
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
