//! The sheet of shortcuts.

use faircopy_ui::element::{Element, el};
use faircopy_ui::texts::{self, Text};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// Keys, and what they do.
const KEYS: [(&str, Text); 11] = [
    ("F1", texts::KEY_HELP),
    ("Ctrl Z · Ctrl Shift Z", texts::KEY_UNDO),
    ("F8 · Shift F8", texts::KEY_CHECK),
    ("Alt Enter", texts::KEY_REASSIGN),
    ("Alt ↑ · Alt ↓", texts::KEY_MOVE),
    ("Enter", texts::KEY_SPLIT),
    ("Backspace", texts::KEY_JOIN),
    ("Alt C", texts::KEY_COPY),
    ("Ctrl P", texts::KEY_PRINT),
    ("A … Z", texts::KEY_LETTER),
    ("Esc", texts::KEY_CLOSE),
];

/// The id of the sheet, by which the browser opens it from its button, and closes it.
const SHEET: &str = "help";

/// The button for the sheet, and the sheet.
pub fn help() -> [Element; 2] {
    let row = |(keys, what): (&'static str, Text)| {
        el("div").class("help-row").child(el("dt").child(el("kbd").text(keys))).child(el("dd").text(what))
    };
    let button = el("button")
        .attr("type", "button")
        .class("quiet help-button")
        .attr("popovertarget", SHEET)
        .attr("aria-keyshortcuts", "F1")
        .text(texts::HELP);
    let sheet = el("div")
        .class("help")
        .attr("id", SHEET)
        .attr("popover", "auto")
        .attr("role", "dialog")
        .attr("aria-label", texts::HELP)
        .attr("tabindex", "-1")
        .attr("autofocus", "")
        .child(el("h2").class("section-heading").text(texts::HELP))
        .child(el("dl").class("help-keys").children(KEYS.map(row)));
    [button, sheet]
}

/// Opens or closes the sheet by its key.
pub fn on_key(event: &Event) {
    if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "F1")
        && let Ok(Some(button)) = document().query_selector(".help-button")
    {
        event.prevent_default();
        button.unchecked_into::<HtmlElement>().click();
    }
}
