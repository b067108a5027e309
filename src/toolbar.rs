//! The toolbar: undo and redo, files, the sample.

use faircopy::Document;
use faircopy_ui::element::{Element, el, target};
use faircopy_ui::live::State;
use faircopy_ui::{Desk, Pane, live};
use web_sys::HtmlInputElement;

use crate::documents::Documents;
use crate::files;
use faircopy_ui::texts;

/// An invented résumé, as untidy as they come.
const SAMPLE: &str = include_str!("sample.txt");

/// Puts the sample in place of the draft.
pub fn load_sample(desk: Desk, pane: State<Pane>) {
    desk.open(SAMPLE);
    pane.set(Pane::Fields);
    desk.say(texts::SAMPLE_LOADED);
}

/// What acts on the whole draft.
pub fn toolbar(documents: Documents, pane: State<Pane>, unfolded: State<bool>) -> Element {
    let desk = documents.desk;
    let chosen = move |event| {
        if let Some(file) = files::first_of(&event) {
            files::open(documents, pane, file);
        }
        // So that the same file can be chosen again.
        if let Some(chooser) = target::<HtmlInputElement>(&event) {
            chooser.set_value("");
        }
    };
    let clear = move || {
        desk.replace(Document::default());
        desk.say(texts::CLEARED);
    };
    // Undo and redo stay in reach where there is nothing to undo.
    let undo = live::button("button", texts::UNDO, move || desk.undo()).mark("aria-disabled", move || !desk.can_undo());
    let redo = live::button("button", texts::REDO, move || desk.redo()).mark("aria-disabled", move || !desk.can_redo());
    let file = el("input")
        .attr("type", "file")
        .class("file-input")
        .attr("hidden", "")
        .attr("accept", ".txt,.text,.md,.markdown,.json,text/plain,text/markdown,application/json")
        .on("change", chosen);
    let fair_copy = live::button("button fair-copy-toggle", texts::FAIR_COPY, move || unfolded.update(|u| *u = !*u))
        .live("aria-expanded", move || Some(if unfolded.get() { "true" } else { "false" }.to_owned()));
    el("div").class("toolbar").attr("role", "toolbar").attr("aria-label", texts::TOOLS).children([
        undo,
        redo,
        live::button("button", texts::HISTORY, || ())
            .on("click", move |event| desk.offer_past(&event))
            .attr("aria-haspopup", "menu"),
        el("span").class("toolbar-gap"),
        live::button("button", texts::OPEN, files::ask),
        live::button("button", texts::LOAD_SAMPLE, move || load_sample(desk, pane)),
        live::button("button", texts::CLEAR, clear),
        file,
        fair_copy,
    ])
}
