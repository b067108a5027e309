//! A section: its heading, its entries, and the button for one more.

use faircopy::{Edit, Id, SectionKind};

use crate::desk::Desk;
use crate::element::{Element, el};
use crate::entry::entry_view;
use crate::input::input;
use crate::live::{Handle, State};
use crate::spot::Spot;
use crate::tint::Tint;
use crate::{dom, live, texts};

/// A long section shows this many entries at first, and as many more whenever asked.
const ENTRIES_AT_ONCE: usize = 30;

/// One section of the résumé, as a region of the page.
pub fn section_view(id: Id, kind: SectionKind) -> Element {
    let desk = Desk::here();
    let heading = live::memo(move || {
        let typed = desk.with(|d| Spot::Heading(id).text(&d.resume));
        if typed.is_empty() { texts::section_name(kind).to_owned() } else { typed }
    });
    let head = if kind == SectionKind::Custom {
        el("div").class("section-heading").child(input(Spot::Heading(id), texts::SECTION_HEADING.get(), Tint::Text, ""))
    } else {
        el("h2").class("section-heading").text(texts::section_name(kind))
    };
    let section = el("section").class("section").live("aria-label", move || Some(heading.get()));
    with_entries(section.child(head), id, kind)
}

/// An element with the entries of a section in it.
pub fn with_entries(within: Element, id: Id, kind: SectionKind) -> Element {
    let desk = Desk::here();
    let list = Handle::new(None);
    let most = State::new(ENTRIES_AT_ONCE);
    let ids = live::memo(move || {
        desk.with(|d| {
            let section = d.resume.sections.iter().find(|s| s.id == id);
            section.map(|s| s.entries.iter().map(|e| (e.id, kind)).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let add = move || {
        desk.edit(Edit::AddEntry(id));
        most.set(
            most.get_untracked().max(desk.peek(|d| d.resume.sections.iter().find(|s| s.id == id).map_or(0, |s| s.entries.len()))),
        );
        desk.say(texts::ADDED.with(&[texts::section_name(kind)]));
        if let Some(list) = list.get_untracked() {
            dom::focus_soon(list, ":scope > .entry:last-of-type textarea".to_owned());
        }
    };
    let entries = live::rows(
        move || ids.with(|ids| ids.iter().copied().take(most.get()).collect()),
        move |entry, kind| entry_view(id, kind, entry),
    );
    within
        .child(el("div").class("entries").handle(list).child(entries))
        .child(live::more(move || ids.with(Vec::len), most, ENTRIES_AT_ONCE))
        .child(live::button("quiet section-add", texts::add_name(kind), add))
}
