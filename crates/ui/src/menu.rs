//! A menu: what can be done with something, in a short list beside it.

use std::borrow::Cow;

use faircopy::{Edit, Field, Id, Place};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Event, HtmlElement, KeyboardEvent};

use crate::desk::Desk;
use crate::element::el;
use crate::live::Handle;
use crate::review::Query;
use crate::spot::Spot;
use crate::view::View;
use crate::{dom, live, texts};

/// One thing that can be done.
pub struct Choice {
    /// What it is called.
    pub name: Cow<'static, str>,
    /// What happens then.
    pub then: Then,
}

/// What happens when something is chosen.
pub enum Then {
    /// The edit is made.
    Do(Edit),
    /// Something else is done.
    Run(Box<dyn FnOnce()>),
    /// There is more to choose from.
    Ask(Vec<Choice>),
    /// Nothing: it is a line between choices.
    Line,
}

/// A menu that is open.
pub struct Menu {
    name: &'static str,
    choices: Vec<Choice>,
    /// What it stands beside.
    beside: DomRect,
    /// What had the focus, and gets it back.
    back: HtmlElement,
}

/// Space to the edges of the page, in CSS pixels.
const MARGIN: f64 = 8.0;

impl Choice {
    /// The choice to make an edit.
    pub fn edit(name: impl Into<Cow<'static, str>>, edit: Edit) -> Self {
        Self { name: name.into(), then: Then::Do(edit) }
    }

    /// The choice to do something that is no edit.
    pub fn run(name: impl Into<Cow<'static, str>>, act: impl FnOnce() + 'static) -> Self {
        Self { name: name.into(), then: Then::Run(Box::new(act)) }
    }

    /// The choice that leads to others.
    pub fn ask(name: impl Into<Cow<'static, str>>, choices: Vec<Self>) -> Self {
        Self { name: name.into(), then: Then::Ask(choices) }
    }

    /// A line between choices.
    pub fn line() -> Self {
        Self { name: "".into(), then: Then::Line }
    }
}

impl Desk {
    /// Opens a menu beside a button.
    pub fn offer_at(self, event: &Event, name: &'static str, choices: Vec<Choice>) {
        if let Some(button) = event.current_target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
            self.offer(name, choices, button.get_bounding_client_rect(), button);
        }
    }

    /// Opens a menu beside something. `back` is what gets the focus when it is closed.
    pub fn offer(self, name: &'static str, choices: Vec<Choice>, beside: DomRect, back: HtmlElement) {
        self.menu.set(Some(Menu { name, choices, beside, back }));
    }

    fn choose(self, at: usize) {
        let Some(mut menu) = self.menu.take() else { return };
        let edit = match menu.choices.swap_remove(at).then {
            Then::Do(edit) => edit,
            Then::Run(act) => {
                self.menu.set(None);
                dom::focus_again(menu.back);
                return act();
            }
            Then::Ask(choices) => return self.menu.set(Some(Menu { choices, ..menu })),
            Then::Line => return,
        };
        self.menu.set(None);
        self.make(edit, menu.back);
    }

    /// Makes an edit that was chosen. What it made gets the focus, or else `back`.
    pub fn make(self, edit: Edit, back: HtmlElement) {
        let goes = matches!(edit, Edit::Duplicate(_) | Edit::MoveTo(..));
        let decided = if let Edit::Decide(decisions) = &edit { decisions.first().map(|d| d.span.start) } else { None };
        let done = self.edit(edit);
        self.close_step();
        self.say(texts::DONE);
        if let Some(at) = decided {
            self.point_at(at);
        }
        match done.filter(|_| goes) {
            Some(entry) => self.go_to_entry(entry),
            None => dom::focus_again(back),
        }
    }

    /// Brings the focus to an input.
    pub fn go_to(self, entry: Id, field: Field) {
        self.wanted.set(Some(Query::Value(Spot::Field(entry, field), Place { owner: entry, field })));
    }

    /// Brings the focus to the first input of an entry.
    fn go_to_entry(self, entry: Id) {
        if let Some(field) = self.peek(|d| d.resume.kind_of(entry)).and_then(|kind| kind.fields().first().copied()) {
            self.go_to(entry, field);
        }
    }
}

/// The menu that is open, if any.
pub fn menu(desk: Desk) -> View {
    let list = Handle::new(None);
    live::effect(move || {
        desk.menu.with(|menu| {
            let list = list.get_untracked().map(JsCast::unchecked_into::<HtmlElement>);
            if let (Some(menu), Some(list)) = (menu, list) {
                stand_beside(&list, &menu.beside);
                focus(&list, 0);
            }
        });
    });
    // Asked when the page has come to rest: another menu may have taken the place of this one.
    let on_leave = move |_| {
        dom::soon(move || {
            let left = |list: web_sys::Element| list.is_connected() && !list.matches(":focus-within").unwrap_or(true);
            if list.get_untracked().is_some_and(left) {
                desk.menu.set(None);
            }
        });
    };
    let on_key = move |event: Event| {
        let (Some(event), Some(list)) = (event.dyn_ref::<KeyboardEvent>(), list.get_untracked()) else { return };
        event.stop_propagation();
        let rows = list.query_selector_all("button").ok();
        let Some(rows) = rows.filter(|_| !event.ctrl_key() && !event.meta_key()) else { return };
        let row = |at: u32| rows.get(at).map(JsCast::unchecked_into::<HtmlElement>);
        let count = rows.length();
        let here = (0..count).find(|at| row(*at).is_some_and(|row| dom::has_focus(&row))).unwrap_or_default();
        let key = event.key();
        let to = match key.as_str() {
            "ArrowDown" => (here + 1) % count,
            "ArrowUp" => (here + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            "Escape" | "Tab" => {
                event.prevent_default();
                if let Some(menu) = desk.menu.take() {
                    dom::focus_again(menu.back);
                }
                return desk.menu.set(None);
            }
            // A letter leads to the next choice that begins with it, and makes it if there is no other.
            letter if letter.chars().count() == 1 && letter != " " => {
                let begins = |at: &u32| {
                    let name = row(*at).and_then(|row| row.text_content()).unwrap_or_default();
                    name.chars().next().map(faircopy::lower) == letter.chars().next().map(faircopy::lower)
                };
                let mut after = (here + 1..count).chain(0..=here).filter(begins);
                let Some(to) = after.next() else { return };
                if after.next().is_none() {
                    event.prevent_default();
                    return row(to).into_iter().for_each(|row| row.click());
                }
                to
            }
            _ => return,
        };
        event.prevent_default();
        focus(&list, to);
    };
    let row = move |(at, choice): (usize, &Choice)| {
        if matches!(choice.then, Then::Line) {
            return el("div").class("menu-line").attr("role", "separator");
        }
        live::button("menu-choice", choice.name.clone(), move || desk.choose(at)).attr("role", "menuitem").attr("tabindex", "-1")
    };
    live::part(move || {
        desk.menu.with(|menu| match menu {
            None => View::Nothing,
            Some(menu) => el("div")
                .class("menu")
                .attr("role", "menu")
                .attr("aria-label", menu.name)
                .handle(list)
                .on("keydown", on_key)
                .on("focusout", on_leave)
                // Not every browser gives the focus to a button that is pressed; the menu keeps it.
                .on("mousedown", |event| event.prevent_default())
                .children(menu.choices.iter().enumerate().map(row))
                .into(),
        })
    })
}

fn focus(list: &web_sys::Element, at: u32) {
    let row = list.query_selector_all("button").ok().and_then(|rows| rows.get(at));
    if let Some(row) = row {
        let _ = row.unchecked_into::<HtmlElement>().focus();
    }
}

/// Below something, or above it where there is no room.
fn stand_beside(list: &HtmlElement, beside: &DomRect) {
    let Some(page) = document().document_element() else { return };
    let (width, height) = (f64::from(page.client_width()), f64::from(page.client_height()));
    let (own_width, own_height) = (f64::from(list.offset_width()), f64::from(list.offset_height()));
    let left = beside.left().min(width - own_width - MARGIN).max(MARGIN);
    let below = beside.bottom() + own_height + MARGIN <= height;
    // What it is about may have been scrolled out of sight.
    let top = if below { beside.bottom() } else { beside.top() - own_height };
    dom::stand_at(list, left, top.min(height - own_height - MARGIN).max(MARGIN));
}
