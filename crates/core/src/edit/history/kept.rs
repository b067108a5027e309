//! A history as it is stored, so that a step can be taken back after a reload too.

use std::sync::Arc;

use super::History;
use super::form::{
    deed_from, deed_json, entry_from, entry_json, id_from, list_from, list_json, order_from, order_json, remarks_from,
    remarks_json, resume_from, resume_json,
};
use super::step::{Reading, Source, Step};
use crate::edit::Document;
use crate::json::Json;
use crate::resume::{Entry, Item, Value};

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
                let source = step.reading.as_ref().map(Reading::source);
                let entries: usize = step.entries.iter().map(entry_bytes).sum();
                let order = step.order.iter().flatten().map(|(section, ids)| 32 + section.heading.len() + ids.len() * 5);
                let remarks =
                    step.remarks.as_ref().map_or(0, |r| (r.settled.len() + r.differing.len()) * 12 + r.decisions.len() * 40);
                let bytes = 32 + entries + order.sum::<usize>() + remarks + source.as_ref().map_or(0, |s| sources.bytes(s));
                let Some(rest) = left.checked_sub(bytes) else { break };
                left = rest;
                kept.push(Json::List(vec![
                    deed_json(step.deed),
                    list_json(&step.entries, entry_json),
                    step.order.as_deref().map_or(Json::Null, order_json),
                    step.extra.clone().map_or(Json::Null, Json::Object),
                    step.remarks.as_ref().map_or(Json::Null, remarks_json),
                    source.map_or(Json::Null, |source| sources.at(source).into()),
                ]));
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
        let sources: Vec<Arc<Source>> = list_from(sources, source_from)?;
        let remarks = remarks_from(remarks.first())?;
        let steps = |json: &Json| list_from(json, |step| step_from(step, &sources));
        Some(Self {
            document: Document { parsed: sources.first()?.read(&remarks), resume: resume_from(resume)?, remarks },
            // Steps of another form are not worth the document.
            done: steps(done).unwrap_or_default(),
            undone: steps(undone).unwrap_or_default(),
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
        list_json(&self.list, |source| Json::List(vec![source.text.as_str().into(), list_json(&source.ids, |id| id.0.into())]))
    }
}

fn source_from(json: &Json) -> Option<Arc<Source>> {
    let [text, ids] = json.as_list()? else { return None };
    Some(Arc::new(Source { text: text.as_str()?.to_owned(), ids: list_from(ids, id_from)? }))
}

fn step_from(json: &Json, sources: &[Arc<Source>]) -> Option<Step> {
    let [deed, entries, order, extra, remarks, source] = json.as_list()? else { return None };
    Some(Step {
        deed: deed_from(deed)?,
        entries: list_from(entries, entry_from)?,
        order: if *order == Json::Null { None } else { Some(order_from(order)?) },
        extra: extra.as_object().cloned(),
        remarks: if *remarks == Json::Null { None } else { Some(remarks_from(Some(remarks))?) },
        reading: match source {
            Json::Null => None,
            at => Some(Reading::Due(sources.get(at.as_u64()? as usize)?.clone())),
        },
    })
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
    use crate::resume::{Field, Id, SectionKind};
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
