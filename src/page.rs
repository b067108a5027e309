//! The page: toolbar, editor and status line around one draft, which is saved as it changes.

use faircopy::{Document, History};
use faircopy_ui::element::{Element, el};
use faircopy_ui::live::{Handle, State};
use faircopy_ui::{Desk, Pane, View, editor, focus_soon, live, pane_tabs};
use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, provide_context, window};

use crate::documents::Documents;
use crate::export::{Exported, export};
use crate::keeper::Keeper;
use crate::language::{choose_first, language_buttons};
use crate::notice::notice;
use crate::saving::Saving;
use crate::shelf;
use crate::status::status_line;
use crate::toolbar::{load_sample, toolbar};
use crate::{files, help, print, shell};
use faircopy_ui::texts;

/// The whole page. Its panes come in a task of their own and the shell gives way in another, so that its sheet answers in between.
pub fn page(history: History, saving: Saving) -> Element {
    let desk = Desk::new(history);
    provide_context(desk);
    let keeper = Keeper::new(desk, saving);
    let exported = Exported::new();
    let documents = Documents::new(desk, keeper, exported);
    let pane = State::new(Pane::Source);
    let unfolded = State::new(false);
    let language = choose_first();
    let root = Handle::new(None);
    let dropping = State::new(false);
    let filled = State::new(false);
    listen(documents, keeper, pane, dropping);
    let fill = move || {
        filled.set(true);
        live::later(0, shell::give_way).forget();
    };
    live::later(0, fill).forget();

    // A page with nothing on it begins with the text.
    let empty = live::memo(move || desk.with(Document::is_empty));
    live::effect(move || {
        if empty.get() {
            pane.set(Pane::Source);
        }
    });

    // Another language makes the page anew; what is on the desk stays.
    let whole = live::part(move || {
        language.get();
        let main = move || {
            if filled.get() {
                el("main").class("main").child(editor(pane, unfolded)).child(empty_hint(desk, pane)).into()
            } else {
                live::nothing()
            }
        };
        el("div")
            .class("page")
            .class_if("is-dropping", move || dropping.get())
            .handle(root)
            .on("keydown", move |event| {
                desk.on_key(&event);
                help::on_key(&event);
            })
            .child(header(documents, exported, pane, unfolded, root))
            .child(pane_tabs(pane))
            .child(notice(keeper).child(documents.way_back()))
            .child(live::part(main))
            .child(status_line(desk, keeper, exported, language_buttons(language)))
            .child(el("p").class("drop-hint").attr("aria-hidden", "true").text(texts::DROP_HERE))
            .into()
    });
    el("div").child(whole)
}

/// The name of the product, and everything that acts on the whole draft.
fn header(documents: Documents, exported: Exported, pane: State<Pane>, unfolded: State<bool>, root: Handle) -> Element {
    let skip = move |event: web_sys::Event| {
        event.prevent_default();
        if let Some(root) = root.get_untracked() {
            pane.set(Pane::Source);
            focus_soon(root, ".source-input".to_owned());
        }
    };
    el("header")
        .class("header")
        .child(el("a").class("skip").attr("href", "#").on("click", skip).text(texts::SKIP))
        .child(el("h1").class("wordmark").text(texts::FAIRCOPY))
        .child(documents.bar())
        .child(export(documents.desk, exported))
        .child(toolbar(documents, pane, unfolded))
}

/// The quiet link on the empty page.
fn empty_hint(desk: Desk, pane: State<Pane>) -> View {
    let hint = move || live::button("quiet", texts::TRY_SAMPLE, move || load_sample(desk, pane));
    live::shown(move || desk.with(Document::is_empty), move || el("p").class("empty-hint").child(hint()).into())
}

/// Listens to what happens to the page as a whole.
fn listen(documents: Documents, keeper: Keeper, pane: State<Pane>, dropping: State<bool>) {
    let window = window();
    let on = |event: &'static str, act: Box<dyn Fn(&web_sys::Event)>| {
        let active = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, event, active, move |event| act(event)).forget();
    };
    on(
        "storage",
        Box::new(move |event| {
            if shelf::heard(event).unwrap_or_default() {
                keeper.heard();
            }
        }),
    );
    // A page that goes elsewhere may have no time left once it is hidden: with a window of its own group, in a process that ends.
    for leaving in ["beforeunload", "pagehide", "blur"] {
        on(leaving, Box::new(move |_| keeper.leave()));
    }
    // A page that was out of sight may not have heard what other tabs did.
    on("visibilitychange", Box::new(move |_| if document().hidden() { keeper.leave() } else { keeper.look() }));
    on("pageshow", Box::new(move |_| keeper.look()));
    on("beforeprint", Box::new(move |_| print::lay_out(documents.desk)));
    for dragging in ["dragover", "dragleave"] {
        let act = move |event: &web_sys::Event| {
            if let Some(over) = files::dragged(event) {
                event.prevent_default();
                dropping.set(over);
            }
        };
        on(dragging, Box::new(act));
    }
    on(
        "drop",
        Box::new(move |event| {
            dropping.set(false);
            if let Some(file) = files::first_of(event) {
                event.prevent_default();
                files::open(documents, pane, file);
            }
        }),
    );
}
