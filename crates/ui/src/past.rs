//! The history as a list: what was done, and the way to any of it.

use faircopy::{Deed, Entry, FieldKind, Id, SectionKind, Verb};
use web_sys::Event;

use crate::desk::Desk;
use crate::menu::Choice;
use crate::texts;

/// As many steps are listed either way.
const MOST: usize = 100;

impl Desk {
    /// Opens the list beside a button: the last step first, with those that were undone before it.
    pub fn offer_past(self, event: &Event) {
        self.read_now();
        let name = |(deed, entry): (Deed, Option<&Entry>)| self.deed_name(deed, entry);
        let (names, now) = self.peek_history(|h| {
            let mut names: Vec<String> = h.future().take(MOST).map(name).collect();
            names.reverse();
            let now = names.len();
            names.extend(h.past().take(MOST).map(name));
            if names.len() < now + MOST {
                names.push(texts::HISTORY_START.into());
            }
            (names, now)
        });
        let choice = |(at, name): (usize, String)| {
            let shown = if at == now { texts::HISTORY_NOW.with(&[&name]) } else { name.clone() };
            Choice::run(shown, move || {
                (at..now).for_each(|_| self.redo());
                (now..at).for_each(|_| self.undo());
                self.say(texts::WENT_TO.with(&[&name]));
            })
        };
        self.offer_at(event, texts::HISTORY.get(), names.into_iter().enumerate().map(choice).collect());
    }

    /// What was done, and to what.
    fn deed_name(self, deed: Deed, entry: Option<&Entry>) -> String {
        let kind = self.peek(|d| d.resume.kind_of(deed.of)).unwrap_or(SectionKind::Custom);
        let verb = texts::verb_name(kind, deed.verb);
        // What is of no entry is named after nothing.
        let entry = entry.filter(|_| deed.of != Id(0) || matches!(deed.verb, Verb::Typed(_)));
        match entry.map(entry_title).filter(|title| !title.is_empty()) {
            Some(title) => texts::VERB_OF.with(&[verb, &title]),
            None => verb.to_owned(),
        }
    }
}

/// The first two things that an entry says about itself.
fn entry_title(entry: &Entry) -> String {
    let said = entry.values().iter().filter(|(field, _)| field.kind() == FieldKind::Line);
    said.filter_map(|(field, _)| entry.text(*field)).take(2).collect::<Vec<_>>().join(", ")
}
