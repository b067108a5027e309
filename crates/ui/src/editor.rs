//! The editor: three panes, side by side or one at a time.

use gloo_timers::callback::Timeout;

use crate::desk::Desk;
use crate::element::{Element, el};
use crate::fair_copy::fair_copy;
use crate::fields::fields_pane;
use crate::live::{Handle, State};
use crate::menu::menu;
use crate::source::source_pane;
use crate::{js, live, texts};

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

/// After this pause, in milliseconds, what is typed next is a step of its own, and the change is told to the page.
const PAUSE: u32 = 900;

/// The panes. `pane` is the one that a narrow page shows; `unfolded` says whether a wide one shows the fair copy.
pub fn editor(pane: State<Pane>, unfolded: State<bool>) -> Element {
    let desk = Desk::here();
    let root = Handle::new(None);
    let open = move || unfolded.get() || pane.get() == Pane::FairCopy;

    let timer = State::new(None::<Timeout>);
    let mut first = true;
    live::effect(move || {
        desk.with(|_| ());
        if std::mem::take(&mut first) {
            return;
        }
        let settle = move || {
            desk.close_step();
            if let Some(root) = root.get_untracked() {
                desk.peek(|d| js::emit_change(&root, d));
            }
        };
        // The timer that was there is called off.
        timer.set(Some(live::later(PAUSE, settle)));
    });

    live::effect(move || {
        if desk.wanted.with(Option::is_some) {
            pane.set(Pane::Fields);
        }
    });
    let editor = Pane::ALL
        .into_iter()
        .fold(el("div").class("editor"), |editor, which| editor.class_if(which.class(), move || pane.get() == which));
    editor
        .class_if("is-empty", move || desk.with(faircopy::Document::is_empty) && !desk.stale.get())
        .class_if("is-locked", move || desk.locked.get())
        .class_if("is-unfolded", move || unfolded.get())
        .handle(root)
        .on("keydown", move |event| desk.on_key(&event))
        .child(source_pane(pane))
        .child(fields_pane())
        .child(fair_copy(live::memo(open)))
        .child(menu(desk))
}

/// The choice of the pane that a narrow page shows.
pub fn pane_tabs(pane: State<Pane>) -> Element {
    let tab = move |which: Pane| {
        let name = match which {
            Pane::Source => texts::PANE_SOURCE,
            Pane::Fields => texts::PANE_FIELDS,
            Pane::FairCopy => texts::FAIR_COPY,
        };
        live::button("tab", name, move || pane.set(which)).mark("aria-current", move || pane.get() == which)
    };
    el("nav").class("pane-tabs").attr("aria-label", texts::PANES).children(Pane::ALL.map(tab))
}
