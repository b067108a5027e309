//! An entry: its fields, its groups, and what can be done with it.

use faircopy::{Direction, Edit, Field, FieldKind, Id, SectionKind, To};
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, KeyboardEvent};

use crate::desk::Desk;
use crate::element::{Element, el};
use crate::input::input;
use crate::live::{Handle, State};
use crate::menu::Choice;
use crate::section::section_title;
use crate::spot::Spot;
use crate::tint::Tint;
use crate::{dom, live, texts};

/// One entry of a section.
pub fn entry_view(section: Id, kind: SectionKind, id: Id) -> Element {
    let desk = Desk::here();
    let node = Handle::new(None);
    let own = State::new(());
    let at = move || {
        desk.with_shape(|d| {
            let entries = &d.resume.section_of_id(section)?.entries;
            Some((entries.iter().position(|e| e.id == id)?, entries.len()))
        })
    };
    let at = live::memo(at);
    let name = live::memo(move || entry_name(desk, own, kind, id, at.get().map_or(0, |a| a.0)));

    let shift = move |direction: Direction, focused: Option<EventTarget>| {
        if desk.edit(Edit::MoveEntry(id, direction)).is_none() {
            return;
        }
        if let Some((at, of)) = at.get_untracked() {
            desk.say(texts::MOVED.with(&[texts::section_name(kind), &(at + 1).to_string(), &of.to_string()]));
        }
        // Moving a node takes the focus from it.
        if let Some(focused) = focused.and_then(|f| f.dyn_into().ok()) {
            dom::focus_again(focused);
        }
    };
    let remove = move || {
        let label = name.get_untracked();
        let list = node.get_untracked().and_then(|n| n.parent_element());
        let at = at.get_untracked().map_or(0, |a| a.0);
        desk.edit(Edit::RemoveEntry(id));
        desk.say(texts::REMOVED.with(&[&label]));
        let left = desk.peek(|d| d.resume.section_of_id(section).map_or(0, |s| s.entries.len()));
        if let Some(list) = list {
            let (within, selector) = match left {
                0 => (list.parent_element().unwrap_or(list), ".section-add".to_owned()),
                _ => (list, format!(":scope > :nth-child({})", at.min(left - 1) + 1)),
            };
            dom::focus_soon(within, selector);
        }
    };
    let on_key = move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let direction = match event.key().as_str() {
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            _ => return,
        };
        event.prevent_default();
        shift(direction, event.target());
    };

    let up = live::tool("tool entry-up", "↑", texts::MOVE_UP.get(), move |event| shift(Direction::Up, event.current_target()));
    let down =
        live::tool("tool entry-down", "↓", texts::MOVE_DOWN.get(), move |event| shift(Direction::Down, event.current_target()));
    // They stay in reach while they are of no use.
    let up = up.mark("aria-disabled", move || at.get().is_none_or(|a| a.0 == 0));
    let down = down.mark("aria-disabled", move || at.get().is_none_or(|a| a.0 + 1 == a.1));
    let hidden = live::memo(move || desk.with_shape(|d| d.resume.entry(id).is_some_and(|e| e.hidden)));
    let more = live::tool("tool", "⋯", texts::MORE.get(), move |event| {
        desk.offer_at(&event, texts::MORE.get(), choices(desk, section, id));
    });
    let tools = [up, down, more.attr("aria-haspopup", "menu"), live::tool("tool", "×", texts::REMOVE.get(), move |_| remove())];
    let entry = el("div")
        .class("entry")
        .attr("role", "group")
        .attr("tabindex", "-1")
        .live("aria-label", move || Some(name.get()))
        .class_if("is-hidden", move || hidden.get())
        .handle(node)
        .on("keydown", on_key)
        .child(el("div").class("entry-tools").children(tools))
        .child(live::shown(move || hidden.get(), || el("p").class("entry-hidden").text(texts::HIDDEN).into()))
        .child(field_list(kind, id, own));
    if kind.has_groups() { entry.child(groups(id, own)) } else { entry }
}

/// What else can be done with an entry.
fn choices(desk: Desk, section: Id, id: Id) -> Vec<Choice> {
    desk.peek(|d| {
        let hidden = d.resume.entry(id).is_some_and(|e| e.hidden);
        let there = d.resume.sections.iter().filter(|s| s.id != section);
        let to = there.map(|s| Choice::edit(section_title(s), Edit::MoveTo(id, To::Section(s.id))));
        let new = SectionKind::ALL.into_iter().filter(|kind| *kind != SectionKind::Basics);
        let new = new.filter(|kind| *kind == SectionKind::Custom || d.resume.section(*kind).is_none()).map(|kind| {
            let name = if kind == SectionKind::Custom { texts::NEW_SECTION.get() } else { texts::section_name(kind) };
            Choice::edit(name, Edit::MoveTo(id, To::New(kind)))
        });
        vec![
            Choice::edit(texts::DUPLICATE, Edit::Duplicate(id)),
            Choice::edit(if hidden { texts::SHOW } else { texts::HIDE }, Edit::Hide(id)),
            Choice::ask(texts::MOVE_TO, to.chain([Choice::line()]).chain(new).collect()),
        ]
    })
}

/// The inputs of an entry; `own` tells of what is typed into them.
pub fn field_list(kind: SectionKind, id: Id, own: State<()>) -> Element {
    let input = move |field: Field| {
        let name = texts::field_name(kind, field);
        input(Spot::Field(id, field), own, name, Tint::of(kind, field), texts::placeholder(field))
    };
    // What came along from another section, and has no field here, is shown after the rest.
    let came_along = Desk::here().peek(|d| {
        let entry = d.resume.entry(id);
        let fields = entry.into_iter().flat_map(faircopy::Entry::values).map(|(field, _)| *field);
        fields.filter(|field| !kind.fields().contains(field)).collect::<Vec<_>>()
    });
    let fields = [kind.fields(), &came_along].concat();
    // As a form, which is never sent: browsers that offer to fill in forms look through all fields of one at every letter.
    let rows = fields.chunk_by(|a, b| a.kind() == FieldKind::Date && b.kind() == FieldKind::Date);
    rows.fold(el("form").class("entry-fields"), |list, row| match row {
        [field] => list.child(input(*field)),
        row => list.child(row.iter().fold(el("div").class("field-row"), |row, field| row.child(input(*field)))),
    })
}

/// The groups of highlights of an entry.
fn groups(entry: Id, own: State<()>) -> Element {
    let desk = Desk::here();
    let list = Handle::new(None);
    let ids = live::memo(move || {
        desk.with_shape(|d| {
            d.resume
                .entry(entry)
                .map(|e| e.groups.iter().map(|g| (g.id, SectionKind::Custom)).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    let add = move || {
        desk.edit(Edit::AddGroup(entry));
        if let Some(list) = list.get_untracked() {
            dom::focus_soon(list, ".highlight-group:last-of-type textarea".to_owned());
        }
    };
    let remove = move |group: Id| {
        let name = Spot::GroupName(group);
        let name = desk.peek(|d| name.text(&d.resume));
        desk.edit(Edit::RemoveGroup(group));
        desk.say(texts::REMOVED.with(&[if name.is_empty() { texts::GROUP.get() } else { &name }]));
        if let Some(list) = list.get_untracked() {
            dom::focus_soon(list, ".group-add".to_owned());
        }
    };
    let group = move |id: Id, _| {
        let name = input(Spot::GroupName(id), own, texts::GROUP_NAME.get(), Tint::Role, "");
        let highlights = input(Spot::GroupHighlights(id), own, texts::HIGHLIGHTS.get(), Tint::Text, "");
        let group = el("div").class("highlight-group").attr("role", "group").attr("aria-label", texts::GROUP);
        let remove = live::tool("tool group-remove", "×", texts::DELETE_GROUP.get(), move |_| remove(id));
        group.child(name).child(highlights).child(remove)
    };
    el("div").class("groups").handle(list).child(live::rows(move || ids.get(), group)).child(live::button(
        "quiet group-add",
        texts::NEW_GROUP,
        add,
    ))
}

/// What an entry is called: the first two things it says about itself.
fn entry_name(desk: Desk, own: State<()>, kind: SectionKind, id: Id, at: usize) -> String {
    desk.with_entry(own, |d| {
        let entry = d.resume.entry(id);
        let said = kind.fields().iter().filter(|f| f.kind() == FieldKind::Line);
        let said: Vec<&str> = said.filter_map(|f| entry?.text(*f)).filter(|t| !t.is_empty()).take(2).collect();
        if said.is_empty() || kind.fields().first() == Some(&Field::Network) && said.len() < 2 {
            return [texts::section_name(kind), &(at + 1).to_string()].join(" ");
        }
        said.join(", ")
    })
}
