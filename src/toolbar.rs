//! The toolbar: undo and redo, files, the sample.

use faircopy::Document;
use faircopy_ui::{Desk, Pane};
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
    let choose = move |_| {
        if let Some(chooser) = chooser.get_untracked() {
            chooser.click();
        }
    };
    let chosen = move |_| {
        let Some(chooser) = chooser.get_untracked() else { return };
        if let Some(file) = files::first(chooser.files()) {
            files::open(desk, pane, file);
        }
        // So that the same file can be chosen again.
        chooser.set_value("");
    };
    let clear = move |_| {
        desk.replace(Document::default());
        pane.set(Pane::Source);
        desk.say(texts::CLEARED);
    };
    view! {
        <div class="toolbar" role="toolbar" aria-label=texts::TOOLS>
            <button type="button" class="button" aria-disabled=move || (!desk.can_undo()).then_some("true") on:click=move |_| desk.undo()>{texts::UNDO}</button>
            <button type="button" class="button" aria-disabled=move || (!desk.can_redo()).then_some("true") on:click=move |_| desk.redo()>{texts::REDO}</button>
            <span class="toolbar-gap"></span>
            <button type="button" class="button" on:click=choose>{texts::OPEN}</button>
            <button type="button" class="button" on:click=move |_| load_sample(desk, pane)>{texts::LOAD_SAMPLE}</button>
            <button type="button" class="button" on:click=clear>{texts::CLEAR}</button>
            <input type="file" class="file-input" hidden=true accept=".txt,.text,.md,.markdown,.json,text/plain,text/markdown,application/json"
                node_ref=chooser on:change=chosen />
            <button type="button" class="button fair-copy-toggle" aria-expanded=move || if unfolded.get() { "true" } else { "false" }
                on:click=move |_| unfolded.update(|u| *u = !*u)>{texts::FAIR_COPY}</button>
        </div>
    }
}
