//! The toolbar: undo and redo, files, the sample.

use faircopy::Document;
use faircopy_ui::{Desk, Pane, live};
use leptos::{html, prelude::*};

use crate::{files, texts};

/// An invented résumé, as untidy as they come.
const SAMPLE: &str = include_str!("sample.txt");

/// Puts the sample in place of the draft.
pub fn load_sample(desk: Desk, pane: RwSignal<Pane>) {
    desk.open(SAMPLE);
    pane.set(Pane::Fields);
    desk.say(texts::SAMPLE_LOADED);
}

/// What acts on the whole draft.
#[component]
pub fn Toolbar(pane: RwSignal<Pane>, unfolded: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::here();
    let chooser = NodeRef::<html::Input>::new();
    let choose = move || {
        if let Some(chooser) = chooser.get_untracked() {
            chooser.click();
        }
    };
    let chosen = live::on(move |_| {
        let Some(chooser) = chooser.get_untracked() else { return };
        if let Some(file) = files::first(chooser.files()) {
            files::open(desk, pane, file);
        }
        // So that the same file can be chosen again.
        chooser.set_value("");
    });
    let clear = move || {
        desk.replace(Document::default());
        pane.set(Pane::Source);
        desk.say(texts::CLEARED);
    };
    view! {
        <div class="toolbar" role="toolbar" aria-label=texts::TOOLS>
            {step(texts::UNDO, live::mark(move || !desk.can_undo()), move || desk.undo())}
            {step(texts::REDO, live::mark(move || !desk.can_redo()), move || desk.redo())}
            <span class="toolbar-gap"></span>
            {live::button("button", texts::OPEN, choose)}
            {live::button("button", texts::LOAD_SAMPLE, move || load_sample(desk, pane))}
            {live::button("button", texts::CLEAR, clear)}
            <input type="file" class="file-input" hidden=true accept=".txt,.text,.md,.markdown,.json,text/plain,text/markdown,application/json"
                node_ref=chooser on:change=chosen />
            <button type="button" class="button fair-copy-toggle" aria-expanded=live::text(move || unfolded.get().to_string())
                on:click=live::on(move |_| unfolded.update(|u| *u = !*u))>{texts::FAIR_COPY}</button>
        </div>
    }
}

/// A button that goes a step through the history, and stays in reach where there is none.
fn step(name: &'static str, useless: Signal<Option<String>>, go: impl Fn() + 'static) -> AnyView {
    view! { <button type="button" class="button" aria-disabled=useless on:click=live::on(move |_| go())>{name}</button> }.into_any()
}
