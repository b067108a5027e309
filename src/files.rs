//! Opening files: chosen, or dropped anywhere on the page.

use faircopy_ui::Pane;
use faircopy_ui::live::State;
use leptos::prelude::document;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, File, HtmlElement};

use crate::documents::Documents;
use faircopy_ui::texts;

#[wasm_bindgen(module = "/src/files.js")]
extern "C" {
    /// The text of a file, with line feeds as line ends; nothing where it holds none.
    #[wasm_bindgen(catch, js_name = textOf)]
    async fn text_of(file: &File) -> Result<JsValue, JsValue>;

    /// The first file that was chosen or dropped.
    #[wasm_bindgen(js_name = firstOf)]
    pub fn first_of(event: &Event) -> Option<File>;

    /// Whether files are dragged over the page, or leave it again.
    pub fn dragged(event: &Event) -> Option<bool>;
}

/// Larger files are not opened.
const MOST_BYTES: f64 = 8_388_608.0;
/// Nor larger backups: of some dozens of documents with all that can be taken back.
const MOST_IN_BACKUP: f64 = 134_217_728.0;
/// How a backup begins.
const BACKUP: &str = "{\"faircopy\":";

/// Opens a file in place of the draft, as one step that can be undone; a backup beside what is there. A file that is not text changes
/// nothing.
pub fn open(documents: Documents, pane: State<Pane>, file: File) {
    let desk = documents.desk;
    if file.size() > MOST_IN_BACKUP {
        desk.say(texts::TOO_LARGE);
        return;
    }
    spawn_local(async move {
        let Ok(text) = text_of(&file).await else {
            desk.say(texts::NOT_READABLE);
            return;
        };
        match text.as_string() {
            Some(text) if text.starts_with(BACKUP) => documents.restore(text),
            Some(_) if file.size() > MOST_BYTES => desk.say(texts::TOO_LARGE),
            Some(text) => {
                desk.open(&text);
                pane.set(Pane::Fields);
                desk.say(texts::OPENED.with(&[&file.name()]));
            }
            None => desk.say(texts::NOT_TEXT),
        }
    });
}

/// Lets the person choose a file to open.
pub fn ask() {
    if let Ok(Some(chooser)) = document().query_selector(".file-input") {
        chooser.unchecked_into::<HtmlElement>().click();
    }
}
