//! The page: toolbar, editor and status line around one draft, which is saved as it changes.

use std::time::Duration;

use faircopy::Document;
use faircopy_ui::{Desk, Editor, Pane, focus_soon, history_key, live};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, StorageEvent};

use crate::draft::{Record, Unusable};
use crate::export::Export;
use crate::status::StatusLine;
use crate::storage::{self, NotSaved};
use crate::toolbar::{Toolbar, load_sample};
use crate::{files, texts};

/// What became of the draft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saving {
    /// Nothing was there to save.
    Nothing,
    /// Saved, at this time in milliseconds since 1970.
    Saved {
        /// The time.
        at: u64,
    },
    /// Changes are not kept.
    Not(NotSaved),
    /// What was stored could not be read; from here on it is saved again.
    Damaged,
}

/// About as much of the history as is kept over a reload.
const HISTORY_BYTES: usize = 500_000;
/// The draft is saved this long after the last change.
const SAVE_AFTER: Duration = Duration::from_millis(350);

/// The whole page.
#[component]
pub fn Page() -> impl IntoView {
    let stored = storage::load();
    let record = stored.as_ref().ok().and_then(Option::as_ref);
    let history = record.and_then(|r| r.history().ok()).unwrap_or_default();
    let saving = RwSignal::new(match (&stored, record) {
        (Err(Unusable::Newer), _) => Saving::Not(NotSaved::Newer),
        (Err(Unusable::Damaged), _) => Saving::Damaged,
        (_, Some(record)) => Saving::Saved { at: record.saved },
        _ => Saving::Nothing,
    });
    let seen = StoredValue::new(record.map_or(0, |r| r.revision));

    let desk = Desk::new(history);
    provide_context(desk);
    let pane = RwSignal::new(Pane::Source);
    let unfolded = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let keeper = Keeper { desk, saving, seen, timer: StoredValue::new(None), clean: StoredValue::new(true) };
    keeper.keep();
    let dropping = RwSignal::new(false);
    listen(desk, keeper, pane, dropping);

    view! {
        <div class="page" node_ref=root class:is-dropping=live::flag(move || dropping.get())
            on:keydown=live::on(move |event: leptos::ev::KeyboardEvent| {
                // Inside the editor the editor has done it already.
                if let Some(redo) = history_key(&event).filter(|_| !event.default_prevented()) {
                    event.prevent_default();
                    if redo { desk.redo() } else { desk.undo() }
                }
            })
        >
            <header class="header">
                <a class="skip" href="#" on:click=live::on(move |event: leptos::ev::MouseEvent| {
                    event.prevent_default();
                    if let Some(root) = root.get_untracked() {
                        pane.set(Pane::Source);
                        focus_soon(root.into(), ".source-input".to_owned());
                    }
                })>{texts::SKIP}</a>
                <h1 class="wordmark">{texts::NAME}</h1>
                <Toolbar pane unfolded />
                <Export />
            </header>
            <PaneTabs pane />
            <Notice saving keeper />
            <main class="main">
                <Editor pane unfolded />
                <EmptyHint pane />
            </main>
            <StatusLine saving />
            <p class="drop-hint" aria-hidden="true">{texts::DROP_HERE}</p>
        </div>
    }
}

/// The quiet link on the empty page.
#[component]
fn EmptyHint(pane: RwSignal<Pane>) -> impl IntoView {
    let desk = Desk::here();
    let hint = move || live::button("quiet", texts::TRY_SAMPLE, move || load_sample(desk, pane));
    live::shown(move || desk.with(Document::is_empty), move || view! { <p class="empty-hint">{hint()}</p> }.into_any())
}

/// Which pane a narrow page shows.
#[component]
fn PaneTabs(pane: RwSignal<Pane>) -> impl IntoView {
    let tab = move |which: Pane| {
        let name = match which {
            Pane::Source => texts::PANE_SOURCE,
            Pane::Fields => texts::PANE_FIELDS,
            Pane::FairCopy => texts::FAIR_COPY,
        };
        view! {
            <button type="button" class="tab" aria-current=live::mark(move || pane.get() == which) on:click=live::on(move |_| pane.set(which))>{name}</button>
        }
        .into_any()
    };
    view! { <nav class="pane-tabs" aria-label=texts::PANES>{Pane::ALL.map(tab).into_iter().collect_view()}</nav> }
}

/// What a person has to know about saving, at once and until it is over.
#[component]
fn Notice(saving: RwSignal<Saving>, keeper: Keeper) -> impl IntoView {
    let text = move || match saving.get() {
        Saving::Nothing | Saving::Saved { .. } => None,
        Saving::Damaged => Some(texts::DAMAGED_DRAFT),
        Saving::Not(NotSaved::Blocked) => Some(texts::SAVING_BLOCKED),
        Saving::Not(NotSaved::Full) => Some(texts::STORAGE_FULL),
        Saving::Not(NotSaved::Conflict) => Some(texts::OTHER_TAB),
        Saving::Not(NotSaved::Newer) => Some(texts::NEWER_DRAFT),
    };
    let conflict = move || saving.get() == Saving::Not(NotSaved::Conflict);
    view! {
        <div class="notice" role="alert">
            {live::part(move || match text() {
                Some(text) => view! { <p class="notice-text">{text}</p> }.into_any(),
                None => ().into_any(),
            })}
            {live::shown(conflict, move || view! {
                {live::button("button", texts::TAKE_OTHER, move || keeper.take_other())}
                {live::button("button", texts::KEEP_MINE, move || keeper.keep_mine())}
            }.into_any())}
        </div>
    }
}

/// Keeps the draft.
#[derive(Clone, Copy)]
struct Keeper {
    desk: Desk,
    saving: RwSignal<Saving>,
    /// The revision in storage when this tab last read or wrote it.
    seen: StoredValue<u64>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Whether everything here is in storage.
    clean: StoredValue<bool>,
}

impl Keeper {
    /// Saves whenever the document has changed and rested for a moment.
    fn keep(self) {
        let mut first = true;
        live::effect(move || {
            self.desk.with(|_| ());
            if std::mem::take(&mut first) {
                return;
            }
            self.clean.set_value(false);
            if let Some(timer) = self.timer.get_value() {
                timer.clear();
            }
            self.timer.set_value(set_timeout_with_handle(move || self.save(), SAVE_AFTER).ok());
        });
    }

    /// Saves now, if there is anything to save.
    fn save(self) {
        if self.clean.get_value() || self.saving.get_untracked() == Saving::Not(NotSaved::Newer) {
            return;
        }
        if self.desk.peek(|d| storage::is_hopeless(d.parsed.source.text())) {
            self.saving.set(Saving::Not(NotSaved::Full));
            return;
        }
        let seen = self.seen.get_value();
        let save = |most_bytes: usize| {
            let record = self.desk.peek_history(|h| Record::new(h, most_bytes, seen + 1, js_sys::Date::now() as u64));
            storage::save(&record, seen).map(|()| record)
        };
        // Where there is no room for the way back, there may be for the draft.
        let saved = save(HISTORY_BYTES).or_else(|why| if why == NotSaved::Full { save(0) } else { Err(why) });
        self.saving.set(match saved {
            Ok(record) => {
                self.seen.set_value(record.revision);
                self.clean.set_value(true);
                Saving::Saved { at: record.saved }
            }
            Err(why) => Saving::Not(why),
        });
    }

    /// Another tab has saved: with nothing unsaved here it is followed, else the person chooses.
    fn other_tab_saved(self) {
        if self.clean.get_value() {
            self.take_other();
        } else {
            self.saving.set(Saving::Not(NotSaved::Conflict));
        }
    }

    /// Goes on with the draft in storage. It can be undone.
    fn take_other(self) {
        let Ok(Some(record)) = storage::load() else { return };
        let Ok(history) = record.history() else { return };
        self.seen.set_value(record.revision);
        if self.desk.peek(|here| here != history.document()) {
            self.desk.replace(history.document().clone());
            self.desk.say(texts::FOLLOWED);
        }
        self.saving.set(Saving::Saved { at: record.saved });
        self.clean.set_value(true);
        if let Some(timer) = self.timer.get_value() {
            timer.clear();
        }
    }

    /// Goes on with the draft on this page, over the one in storage.
    fn keep_mine(self) {
        if let Ok(Some(record)) = storage::load() {
            self.seen.set_value(record.revision);
        }
        self.save();
    }
}

/// Listens to what happens to the page as a whole.
fn listen(desk: Desk, keeper: Keeper, pane: RwSignal<Pane>, dropping: RwSignal<bool>) {
    let window = window();
    let on = |event: &'static str, act: Box<dyn Fn(&web_sys::Event)>| {
        let active = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, event, active, move |event| act(event)).forget();
    };
    on(
        "storage",
        Box::new(move |event| {
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if key.as_deref() == Some(storage::KEY) {
                keeper.other_tab_saved();
            }
        }),
    );
    // The last moment at which a page that goes away can save.
    for leaving in ["pagehide", "blur"] {
        on(
            leaving,
            Box::new(move |_| {
                desk.read_now();
                keeper.save();
            }),
        );
    }
    on(
        "dragover",
        Box::new(move |event| {
            let files = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer)
                .is_some_and(|d| d.types().includes(&"Files".into(), 0));
            if files {
                event.prevent_default();
                dropping.set(true);
            }
        }),
    );
    on(
        "dragleave",
        Box::new(move |event| {
            // Leaving the window has no other element to go to.
            if event.dyn_ref::<DragEvent>().is_some_and(|e| e.related_target().is_none()) {
                dropping.set(false);
            }
        }),
    );
    on(
        "drop",
        Box::new(move |event| {
            dropping.set(false);
            if let Some(file) =
                files::first(event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|d| d.files()))
            {
                event.prevent_default();
                files::open(desk, pane, file);
            }
        }),
    );
}
