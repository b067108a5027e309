//! The page: toolbar, editor and status line around one draft, which is saved as it changes.

use faircopy::Document;
use faircopy_ui::element::{Element, el};
use faircopy_ui::live::{Handle, State};
use faircopy_ui::{Desk, Pane, View, editor, focus_soon, history_key, live};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use leptos::prelude::{provide_context, window};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, KeyboardEvent, StorageEvent};

use crate::draft::{Record, Unusable};
use crate::export::export;
use crate::status::status_line;
use crate::storage::{self, NotSaved};
use crate::toolbar::{load_sample, toolbar};
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
/// The draft is saved this long after the last change, in milliseconds.
const SAVE_AFTER: u32 = 350;

/// The whole page.
pub fn page() -> Element {
    let stored = storage::load();
    let record = stored.as_ref().ok().and_then(Option::as_ref);
    let history = record.and_then(|r| r.history().ok()).unwrap_or_default();
    let saving = State::new(match (&stored, record) {
        (Err(Unusable::Newer), _) => Saving::Not(NotSaved::Newer),
        (Err(Unusable::Damaged), _) => Saving::Damaged,
        (_, Some(record)) => Saving::Saved { at: record.saved },
        _ => Saving::Nothing,
    });
    let seen = State::new(record.map_or(0, |r| r.revision));

    let desk = Desk::new(history);
    provide_context(desk);
    let pane = State::new(Pane::Source);
    let unfolded = State::new(false);
    let root = Handle::new(None);
    let keeper = Keeper { desk, saving, seen, timer: State::new(None), clean: State::new(true) };
    keeper.keep();
    let dropping = State::new(false);
    listen(desk, keeper, pane, dropping);

    let on_key = move |event: web_sys::Event| {
        // Inside the editor the editor has done it already.
        let redo = event.dyn_ref::<KeyboardEvent>().and_then(history_key);
        if let Some(redo) = redo.filter(|_| !event.default_prevented()) {
            event.prevent_default();
            if redo { desk.redo() } else { desk.undo() }
        }
    };
    let skip = move |event: web_sys::Event| {
        event.prevent_default();
        if let Some(root) = root.get_untracked() {
            pane.set(Pane::Source);
            focus_soon(root, ".source-input".to_owned());
        }
    };
    let header = el("header")
        .class("header")
        .child(el("a").class("skip").attr("href", "#").on("click", skip).text(texts::SKIP))
        .child(el("h1").class("wordmark").text(texts::NAME))
        .child(toolbar(desk, pane, unfolded))
        .child(export(desk));
    let main = el("main").class("main").child(editor(pane, unfolded)).child(empty_hint(desk, pane));
    el("div")
        .class("page")
        .class_if("is-dropping", move || dropping.get())
        .handle(root)
        .on("keydown", on_key)
        .child(header)
        .child(pane_tabs(pane))
        .child(notice(saving, keeper))
        .child(main)
        .child(status_line(desk, saving))
        .child(el("p").class("drop-hint").attr("aria-hidden", "true").text(texts::DROP_HERE))
}

/// The quiet link on the empty page.
fn empty_hint(desk: Desk, pane: State<Pane>) -> View {
    let hint = move || live::button("quiet", texts::TRY_SAMPLE, move || load_sample(desk, pane));
    live::shown(move || desk.with(Document::is_empty), move || el("p").class("empty-hint").child(hint()).into())
}

/// Which pane a narrow page shows.
fn pane_tabs(pane: State<Pane>) -> Element {
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

/// What a person has to know about saving, at once and until it is over.
fn notice(saving: State<Saving>, keeper: Keeper) -> Element {
    let text = live::part(move || {
        let text = match saving.get() {
            Saving::Nothing | Saving::Saved { .. } => return live::nothing(),
            Saving::Damaged => texts::DAMAGED_DRAFT,
            Saving::Not(NotSaved::Blocked) => texts::SAVING_BLOCKED,
            Saving::Not(NotSaved::Full) => texts::STORAGE_FULL,
            Saving::Not(NotSaved::Conflict) => texts::OTHER_TAB,
            Saving::Not(NotSaved::Newer) => texts::NEWER_DRAFT,
        };
        el("p").class("notice-text").text(text).into()
    });
    let conflict = move || saving.get() == Saving::Not(NotSaved::Conflict);
    let take_other = move || live::button("button", texts::TAKE_OTHER, move || keeper.take_other()).into();
    let keep_mine = move || live::button("button", texts::KEEP_MINE, move || keeper.keep_mine()).into();
    el("div")
        .class("notice")
        .attr("role", "alert")
        .child(text)
        .child(live::shown(conflict, take_other))
        .child(live::shown(conflict, keep_mine))
}

/// Keeps the draft.
#[derive(Clone, Copy)]
struct Keeper {
    desk: Desk,
    saving: State<Saving>,
    /// The revision in storage when this tab last read or wrote it.
    seen: State<u64>,
    timer: State<Option<Timeout>>,
    /// Whether everything here is in storage.
    clean: State<bool>,
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
            self.clean.set(false);
            // The timer that was there is called off.
            self.timer.set(Some(Timeout::new(SAVE_AFTER, move || self.save())));
        });
    }

    /// Saves now, if there is anything to save.
    fn save(self) {
        if self.clean.get_untracked() || self.saving.get_untracked() == Saving::Not(NotSaved::Newer) {
            return;
        }
        if self.desk.peek(|d| storage::is_hopeless(d.parsed.source.text())) {
            self.saving.set(Saving::Not(NotSaved::Full));
            return;
        }
        let seen = self.seen.get_untracked();
        let save = |most_bytes: usize| {
            let record = self.desk.peek_history(|h| Record::new(h, most_bytes, seen + 1, js_sys::Date::now() as u64));
            storage::save(&record, seen).map(|()| record)
        };
        // Where there is no room for the way back, there may be for the draft.
        let saved = save(HISTORY_BYTES).or_else(|why| if why == NotSaved::Full { save(0) } else { Err(why) });
        self.saving.set(match saved {
            Ok(record) => {
                self.seen.set(record.revision);
                self.clean.set(true);
                Saving::Saved { at: record.saved }
            }
            Err(why) => Saving::Not(why),
        });
    }

    /// Another tab has saved: with nothing unsaved here it is followed, else the person chooses.
    fn other_tab_saved(self) {
        if self.clean.get_untracked() {
            self.take_other();
        } else {
            self.saving.set(Saving::Not(NotSaved::Conflict));
        }
    }

    /// Goes on with the draft in storage. It can be undone.
    fn take_other(self) {
        let Ok(Some(record)) = storage::load() else { return };
        let Ok(history) = record.history() else { return };
        self.seen.set(record.revision);
        if self.desk.peek(|here| here != history.document()) {
            self.desk.replace(history.document().clone());
            self.desk.say(texts::FOLLOWED);
        }
        self.saving.set(Saving::Saved { at: record.saved });
        self.clean.set(true);
        self.timer.set(None);
    }

    /// Goes on with the draft on this page, over the one in storage.
    fn keep_mine(self) {
        if let Ok(Some(record)) = storage::load() {
            self.seen.set(record.revision);
        }
        self.save();
    }
}

/// Listens to what happens to the page as a whole.
fn listen(desk: Desk, keeper: Keeper, pane: State<Pane>, dropping: State<bool>) {
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
