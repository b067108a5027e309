//! The editor as the scripts of `<faircopy-editor>` use it.
//!
//! An instance of this program is one editor: each element of a page has its own, so that none knows of another, and all that one ever
//! held is gone with its element. Everything that goes in and out is text; a résumé is JSON Resume.

// Nothing that people read is written as programmers see it: the web build drops the code for that (`e2e/lib/panics.mjs`).
#![cfg_attr(not(test), warn(clippy::use_debug))]

mod required;

use std::cell::Cell;

use faircopy::{Document, Format, History, Json, Parsed, Resume, SectionKind, read_as, read_json, write};
use faircopy_ui::element::{Element, el, mount};
use faircopy_ui::live::State;
use faircopy_ui::texts::Language;
use faircopy_ui::{Desk, Pane, editor, live, pane_tabs, review_bar};
use leptos::prelude::provide_context;
use required::Wanted;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Gives out memory, in a sixth of the code that the standard library has for it.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// About as many bytes of the history as a record holds.
const HISTORY_BYTES: usize = 50_000;

/// What is open.
#[derive(Clone, Copy)]
struct Open {
    desk: Desk,
    language: State<Language>,
}

thread_local! {
    static OPEN: Cell<Option<Open>> = const { Cell::new(None) };
}

/// The JSON Resume that a text says.
#[wasm_bindgen]
pub fn parse(text: &str) -> String {
    json_of(&read_as(text, Format::Auto))
}

/// A JSON Resume as Markdown.
#[wasm_bindgen(js_name = toMarkdown)]
pub fn to_markdown(json: &str) -> String {
    write::markdown(&read_json(json).resume)
}

/// A JSON Resume as it is written: keys in the schema's order, what is not set left out.
#[wasm_bindgen(js_name = toJson)]
pub fn to_json(json: &str) -> String {
    json_of(&read_json(json))
}

fn json_of(parsed: &Parsed) -> String {
    write::json(&parsed.resume, &parsed.unplaced_lines())
}

/// Shows the editor at the end of `root`, in a language. `heard` is called soon after each change.
#[wasm_bindgen]
pub fn open(root: &web_sys::Element, language: &str, heard: js_sys::Function) {
    let language = language_of(language);
    mount(root, move || {
        let desk = Desk::new(History::default());
        provide_context(desk);
        let open = Open { desk, language: State::new(language) };
        OPEN.set(Some(open));
        live::effect(move || {
            desk.with(|_| ());
            // What goes wrong there is told there.
            let _ = heard.call0(&JsValue::UNDEFINED);
        });
        whole(open)
    });
}

fn language_of(tag: &str) -> Language {
    let language = Language::of(tag).unwrap_or(Language::English);
    language.choose();
    language
}

/// Everything that is shown. Another language makes it anew; what is on the desk stays.
fn whole(Open { desk, language }: Open) -> Element {
    let pane = State::new(Pane::Source);
    let all = live::part(move || {
        language.get();
        let said = el("p").class("status-said").attr("role", "status").live_text(move || desk.said.get());
        let status = el("div").class("status").child(said).child(el("ul").class("status-facts").child(review_bar(desk)));
        el("div").class("whole").child(pane_tabs(pane)).child(editor(pane, State::new(false))).child(status).into()
    });
    el("div").child(all)
}

/// What is on the desk, once something was opened.
fn with_desk<T: Default>(act: impl FnOnce(Desk) -> T) -> T {
    OPEN.get().map(|open| act(open.desk)).unwrap_or_default()
}

/// Shows the editor in another language.
#[wasm_bindgen(js_name = setLanguage)]
pub fn set_language(tag: &str) {
    if let Some(open) = OPEN.get() {
        open.language.set(language_of(tag));
    }
}

/// Puts what a text says on the desk.
#[wasm_bindgen(js_name = setText)]
pub fn set_text(text: &str) {
    with_desk(|desk| desk.open(text));
}

/// Puts a JSON Resume on the desk.
#[wasm_bindgen(js_name = setJson)]
pub fn set_json(json: &str) {
    with_desk(|desk| desk.replace(Document::new(read_json(json))));
}

/// Puts what a record holds on the desk. Gives whether it is one.
#[wasm_bindgen(js_name = setRecord)]
pub fn set_record(record: &str) -> bool {
    let history = record.parse::<Json>().ok().and_then(|json| History::from_json(&json));
    let is_one = history.is_some();
    if let (Some(open), Some(history)) = (OPEN.get(), history) {
        open.desk.put(history);
    }
    is_one
}

/// Clears the desk, and the way back.
#[wasm_bindgen]
pub fn clear() {
    with_desk(|desk| desk.put(History::default()));
}

/// The résumé as JSON Resume, or nothing where there is none.
#[wasm_bindgen]
pub fn json() -> String {
    with_shown(
        |resume, unplaced| if resume.is_empty() && unplaced.is_empty() { String::new() } else { write::json(resume, unplaced) },
    )
}

/// The résumé as Markdown.
#[wasm_bindgen]
pub fn markdown() -> String {
    with_shown(|resume, _| write::markdown(resume))
}

/// Looks at what is shown of the résumé, and at the lines in no field.
fn with_shown(write: impl FnOnce(&Resume, &[String]) -> String) -> String {
    with_desk(|desk| {
        desk.read_now();
        desk.peek(|d| {
            let unplaced = d.parsed.unplaced_lines();
            let mut resume = d.resume.clone();
            resume.sections.retain(|section| desk.shows(section.kind));
            write(&resume, &unplaced)
        })
    })
}

/// Whether what is on the desk is still being read.
#[wasm_bindgen(js_name = isReading)]
pub fn is_reading() -> bool {
    with_desk(|desk| {
        desk.read_now();
        desk.stale.get_untracked()
    })
}

/// The text that the résumé was read from.
#[wasm_bindgen]
pub fn text() -> String {
    with_desk(|desk| desk.peek(|d| d.parsed.source.text().to_owned()))
}

/// What is to be kept, so that [`set_record`] gives all of it again.
#[wasm_bindgen]
pub fn record() -> String {
    with_desk(|desk| desk.peek_history(|h| h.to_json(HISTORY_BYTES).to_string()))
}

/// Lets nothing be changed, or shows only the sections named, as `work education`; where none is named, all.
#[wasm_bindgen]
pub fn limit(locked: bool, sections: &str) {
    let named: Vec<&str> = sections.split_whitespace().collect();
    let is_shown = |kind: &SectionKind| named.is_empty() || *kind == SectionKind::Profiles || named.contains(&kind.json_name());
    let shown = SectionKind::ALL.into_iter().filter(is_shown).fold(0, |bits, kind| bits | 1 << kind as usize);
    with_desk(|desk| {
        if desk.locked.get_untracked() != locked {
            desk.locked.set(locked);
        }
        if desk.sections.get_untracked() != shown {
            desk.sections.set(shown);
        }
    });
}

/// What is missing of what these paths name, as a JSON list of pairs: the path, and what it is called, which is nothing where it names
/// nothing.
#[wasm_bindgen]
pub fn missing(paths: &str) -> String {
    let pair = |path: &str, name: &str| Json::List(vec![path.into(), name.into()]);
    with_desk(|desk| {
        desk.peek(|d| {
            let missing = paths.split_whitespace().filter_map(|path| match Wanted::of(path) {
                Some(wanted) => (!wanted.is_in(&d.resume)).then(|| pair(path, wanted.name())),
                None => Some(pair(path, "")),
            });
            Json::List(missing.collect())
        })
    })
    .to_string()
}

/// Brings the focus to the input for what a path names. Gives whether there is one.
#[wasm_bindgen]
pub fn show(path: &str) -> bool {
    with_desk(|desk| {
        let place = desk.peek(|d| Wanted::of(path).filter(|_| !d.is_empty())?.place(&d.resume));
        if let Some((entry, field)) = place {
            desk.go_to(entry, field);
        }
        place.is_some()
    })
}
