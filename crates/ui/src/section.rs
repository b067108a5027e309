//! A section: its heading, its entries, and the button for one more.

use faircopy::{Direction, Edit, FieldKind, Id, Section, SectionKind};

use crate::desk::Desk;
use crate::element::{Element, el};
use crate::entry::entry_view;
use crate::input::input;
use crate::live::{Handle, State};
use crate::menu::Choice;
use crate::review::Query;
use crate::spot::Spot;
use crate::tint::Tint;
use crate::{dom, live, texts};

/// A long section shows this many entries at first, and as many more whenever asked.
const ENTRIES_AT_ONCE: usize = 30;

/// One section of the résumé, as a region of the page.
pub fn section_view(id: Id, kind: SectionKind) -> Element {
    let desk = Desk::here();
    let own = State::new(());
    let title = move || desk.with_entry(own, |d| d.resume.section_of_id(id).map(section_title).unwrap_or_default());
    let heading = live::memo(title);
    let head = if kind == SectionKind::Custom {
        el("div").class("section-heading").child(input(Spot::Heading(id), own, texts::SECTION_HEADING.get(), Tint::Text, ""))
    } else {
        el("h2").class("section-heading").text(texts::section_name(kind))
    };
    let choices = move || {
        let mut choices = vec![
            Choice::edit(texts::SECTION_UP, Edit::MoveSection(id, Direction::Up)),
            Choice::edit(texts::SECTION_DOWN, Edit::MoveSection(id, Direction::Down)),
            Choice::edit(texts::SECTION_REMOVE, Edit::RemoveSection(id)),
        ];
        if kind.fields().iter().any(|field| field.kind() == FieldKind::Date) {
            choices.insert(2, Choice::edit(texts::SORT, Edit::Sort(id)));
        }
        choices
    };
    let more = live::tool("tool section-more-tool", "⋯", texts::SECTION_MORE.get(), move |event| {
        desk.offer_at(&event, texts::SECTION_MORE.get(), choices());
    });
    let section = el("section").class("section").live("aria-label", move || Some(heading.get()));
    with_entries(section.child(head).child(more.attr("aria-haspopup", "menu")), id, kind)
}

/// What a section is called.
pub fn section_title(section: &Section) -> String {
    if section.heading.is_empty() { texts::section_name(section.kind).to_owned() } else { section.heading.clone() }
}

/// An element with the entries of a section in it.
pub fn with_entries(within: Element, id: Id, kind: SectionKind) -> Element {
    let desk = Desk::here();
    let list = Handle::new(None);
    let most = State::new(ENTRIES_AT_ONCE);
    let ids = live::memo(move || {
        desk.with_shape(|d| {
            let section = d.resume.section_of_id(id);
            section.map(|s| s.entries.iter().map(|e| (e.id, kind)).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let add = move || {
        desk.edit(Edit::AddEntry(id));
        most.set(most.get_untracked().max(desk.peek(|d| d.resume.section_of_id(id).map_or(0, |s| s.entries.len()))));
        desk.say(texts::ADDED.with(&[texts::section_name(kind)]));
        if let Some(list) = list.get_untracked() {
            dom::focus_soon(list, ":scope > .entry:last-of-type textarea".to_owned());
        }
    };
    // What is to have the focus is shown, however far down it stands.
    live::effect(move || {
        if let Some(Query::Value(Spot::Field(entry, _), _)) = desk.wanted.get()
            && let Some(at) = ids.with_untracked(|ids| ids.iter().position(|key| key.0 == entry))
            && at >= most.get_untracked()
        {
            most.set(at + 1);
        }
    });
    let entries = live::rows(
        move || ids.with(|ids| ids.iter().copied().take(most.get()).collect()),
        move |entry, kind| entry_view(id, kind, entry),
    );
    within
        .child(el("div").class("entries").handle(list).child(entries))
        .child(live::more(move || ids.with(Vec::len), most, ENTRIES_AT_ONCE))
        .child(live::button("quiet section-add", texts::add_name(kind), add))
}
