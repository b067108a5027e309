//! The editor: three panes, side by side or one at a time.

use std::time::Duration;

use leptos::{ev, html, prelude::*};

use crate::desk::Desk;
use crate::fair_copy::FairCopy;
use crate::fields::FieldsPane;
use crate::source::SourcePane;
use crate::{dom, js, live};

/// A pane of the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The source text.
    Source,
    /// The fields.
    Fields,
    /// The fair copy.
    FairCopy,
}

impl Pane {
    /// All of them, from left to right.
    pub const ALL: [Self; 3] = [Self::Source, Self::Fields, Self::FairCopy];

    /// Its name in class names.
    pub fn class(self) -> &'static str {
        match self {
            Self::Source => "shows-source",
            Self::Fields => "shows-fields",
            Self::FairCopy => "shows-fair-copy",
        }
    }
}

/// After this pause what is typed next is a step of its own, and the change is told to the page.
const PAUSE: Duration = Duration::from_millis(900);

/// The panes. `pane` is the one that a narrow page shows; `unfolded` says whether a wide one shows the fair copy.
#[component]
pub fn Editor(pane: RwSignal<Pane>, unfolded: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::here();
    let root = NodeRef::<html::Div>::new();
    let empty = live::flag(move || desk.with(faircopy::Document::is_empty) && !desk.stale.get());
    let open = live::flag(move || unfolded.get() || pane.get() == Pane::FairCopy);

    let timer = StoredValue::new(None::<leptos::leptos_dom::helpers::TimeoutHandle>);
    let mut first = true;
    live::effect(move || {
        desk.with(|_| ());
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        if std::mem::take(&mut first) {
            return;
        }
        let settle = move || {
            desk.close_step();
            if let Some(root) = root.get_untracked() {
                desk.peek(|d| js::emit_change(&root, d));
            }
        };
        timer.set_value(set_timeout_with_handle(settle, PAUSE).ok());
    });

    let on_key = live::on(move |event: ev::KeyboardEvent| {
        let Some(redo) = dom::history_key(&event) else { return };
        event.prevent_default();
        if redo { desk.redo() } else { desk.undo() }
    });
    view! {
        <div
            class=live::text(move || format!("editor {}", pane.get().class()))
            class:is-empty=empty
            class:is-unfolded=live::flag(move || unfolded.get())
            node_ref=root
            on:keydown=on_key
        >
            <SourcePane pane />
            <FieldsPane />
            <FairCopy open />
        </div>
    }
}
