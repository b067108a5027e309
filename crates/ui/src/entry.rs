//! An entry: its fields, its groups, and what can be done with it.

use faircopy::{Direction, Edit, Field, FieldKind, Id, SectionKind};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;

use crate::desk::Desk;
use crate::input::Input;
use crate::spot::Spot;
use crate::tint::Tint;
use crate::{dom, live, texts};

/// One entry of a section.
#[component]
pub fn EntryView(section: Id, kind: SectionKind, id: Id) -> impl IntoView {
    let desk = Desk::here();
    let node = NodeRef::<html::Div>::new();
    let at = move || {
        desk.with(|d| {
            let entries = &d.resume.sections.iter().find(|s| s.id == section)?.entries;
            Some((entries.iter().position(|e| e.id == id)?, entries.len()))
        })
    };
    let at = live::memo(at);
    let name = live::memo(move || entry_name(desk, kind, id, at.get().map_or(0, |a| a.0)));

    let shift = move |direction: Direction, focused: Option<web_sys::EventTarget>| {
        if desk.edit(Edit::MoveEntry(id, direction)).is_none() {
            return;
        }
        if let Some((at, of)) = at.get_untracked() {
            desk.say(texts::moved(texts::section_name(kind), at + 1, of));
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
        desk.say(texts::removed(&label));
        let left = desk.peek(|d| d.resume.sections.iter().find(|s| s.id == section).map_or(0, |s| s.entries.len()));
        if let Some(list) = list {
            let (within, selector) = match left {
                0 => (list.parent_element().unwrap_or(list), ".section-add".to_owned()),
                _ => (list, format!(":scope > :nth-child({})", at.min(left - 1) + 1)),
            };
            dom::focus_soon(within, selector);
        }
    };
    let on_key = live::on(move |event: ev::KeyboardEvent| {
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
    });

    let is_first = live::mark(move || at.get().is_none_or(|a| a.0 == 0));
    let is_last = live::mark(move || at.get().is_none_or(|a| a.0 + 1 == a.1));
    view! {
        <div class="entry" role="group" tabindex="-1" aria-label=live::text(move || name.get()) node_ref=node on:keydown=on_key>
            <div class="entry-tools">
                {live::tool("tool entry-up", "↑", texts::MOVE_UP, is_first, move |event| shift(Direction::Up, event.current_target()))}
                {live::tool("tool entry-down", "↓", texts::MOVE_DOWN, is_last, move |event| shift(Direction::Down, event.current_target()))}
                {live::tool("tool", "×", texts::REMOVE, Signal::stored(None), move |_| remove())}
            </div>
            <FieldList kind id />
            {if kind.has_groups() { view! { <Groups entry=id /> }.into_any() } else { ().into_any() }}
        </div>
    }
}

/// The inputs of an entry.
#[component]
pub fn FieldList(kind: SectionKind, id: Id) -> impl IntoView {
    let input = move |field: Field| {
        let name = texts::field_name(kind, field);
        view! { <Input spot=Spot::Field(id, field) name tint=Tint::of(kind, field) placeholder=texts::placeholder(field) /> }
            .into_any()
    };
    let rows = kind.fields().chunk_by(|a, b| a.kind() == FieldKind::Date && b.kind() == FieldKind::Date).map(|row| match row {
        [field] => input(*field),
        row => view! { <div class="field-row">{row.iter().copied().map(input).collect_view()}</div> }.into_any(),
    });
    view! { <div class="entry-fields">{rows.collect_view()}</div> }
}

/// The groups of highlights of an entry.
#[component]
fn Groups(entry: Id) -> impl IntoView {
    let desk = Desk::here();
    let list = NodeRef::<html::Div>::new();
    let ids = live::memo(move || {
        desk.with(|d| {
            d.resume
                .entry(entry)
                .map(|e| e.groups.iter().map(|g| (g.id, SectionKind::Custom)).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    let add = move || {
        desk.edit(Edit::AddGroup(entry));
        if let Some(list) = list.get_untracked() {
            dom::focus_soon(list.into(), ".highlight-group:last-of-type textarea".to_owned());
        }
    };
    let remove = move |group: Id| {
        let name = Spot::GroupName(group);
        let name = desk.peek(|d| name.text(&d.resume));
        desk.edit(Edit::RemoveGroup(group));
        desk.say(texts::removed(if name.is_empty() { texts::GROUP } else { &name }));
        if let Some(list) = list.get_untracked() {
            dom::focus_soon(list.into(), ".group-add".to_owned());
        }
    };
    let group = move |id: Id, _| {
        view! {
            <div class="highlight-group" role="group" aria-label=texts::GROUP>
                <Input spot=Spot::GroupName(id) name=texts::GROUP_NAME tint=Tint::Role />
                <Input spot=Spot::GroupHighlights(id) name=texts::HIGHLIGHTS tint=Tint::Text />
                {live::tool("tool group-remove", "×", texts::DELETE_GROUP, Signal::stored(None), move |_| remove(id))}
            </div>
        }
        .into_any()
    };
    view! {
        <div class="groups" node_ref=list>
            {live::rows(move || ids.get(), group)}
            {live::button("quiet group-add", texts::NEW_GROUP, add)}
        </div>
    }
}

/// What an entry is called: the first two things it says about itself.
fn entry_name(desk: Desk, kind: SectionKind, id: Id, at: usize) -> String {
    desk.with(|d| {
        let entry = d.resume.entry(id);
        let said = kind.fields().iter().filter(|f| f.kind() == FieldKind::Line);
        let said: Vec<&str> = said.filter_map(|f| entry?.text(*f)).filter(|t| !t.is_empty()).take(2).collect();
        if said.is_empty() || kind.fields().first() == Some(&Field::Network) && said.len() < 2 {
            return texts::nth(texts::section_name(kind), at + 1);
        }
        said.join(", ")
    })
}
