//! Where documents lie in the browser. `shelf.js` does it; this gives it our types.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// Why a version was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The browser has no storage for this page, or it does not answer.
    Blocked,
    /// There is no room left.
    Full,
    /// Another tab has saved since.
    Conflict,
    /// A later version of the program wrote what is there.
    Newer,
}

impl From<JsValue> for NotSaved {
    fn from(error: JsValue) -> Self {
        match error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).as_deref() {
            Some("QuotaExceededError") => Self::Full,
            Some("VersionError") => Self::Newer,
            _ => Self::Blocked,
        }
    }
}

#[wasm_bindgen(module = "/src/shelf.js")]
extern "C" {
    /// Takes up what pages that are gone have noted, and chooses the document to show.
    #[wasm_bindgen(catch)]
    pub async fn boot() -> Result<JsValue, JsValue>;

    /// Chooses a document by its id, to be read and shown next.
    #[wasm_bindgen(catch)]
    pub async fn choose(document: &str) -> Result<JsValue, JsValue>;

    /// Chooses a new document, which is stored when it is saved, by a name of its own if one is given.
    pub fn begin(name: Option<String>);

    /// The text of the last version of the chosen document, and with every further call that of the one before; at the end nothing.
    #[wasm_bindgen(catch)]
    pub async fn older() -> Result<JsValue, JsValue>;

    /// When the version that was looked at last was saved, in milliseconds since 1970.
    #[wasm_bindgen(catch, js_name = savedAt)]
    pub fn saved_at() -> Result<f64, JsValue>;

    /// Shows the document that was chosen: it is what is saved from here on.
    #[wasm_bindgen(catch)]
    pub fn show() -> Result<(), JsValue>;

    /// The id of the document that is shown.
    pub fn current() -> String;

    /// What a person calls it; nothing where it is called by what it says.
    pub fn called() -> Option<String>;

    /// Calls it by another name from its next version on; by what it says if that is empty.
    pub fn call(name: &str);

    /// Saves the next version of the document. Gives when, or nothing where another tab has saved since.
    #[wasm_bindgen(catch)]
    pub async fn save(record: &str, title: &str) -> Result<JsValue, JsValue>;

    /// Tells every tab of what was saved last, this one too, which may have saved what another has typed. It fails where a note would.
    #[wasm_bindgen(catch)]
    pub fn tell() -> Result<(), JsValue>;

    /// Whether what another tab wrote into the local storage, by its event, tells of a later version of the document.
    #[wasm_bindgen(catch)]
    pub fn heard(event: &web_sys::Event) -> Result<bool, JsValue>;

    /// Whether there is a later version of the document.
    #[wasm_bindgen(catch)]
    pub async fn late() -> Result<JsValue, JsValue>;

    /// Notes a version at once, for when the page is gone before it can be saved.
    #[wasm_bindgen(catch)]
    pub fn note(record: &str, title: &str) -> Result<(), JsValue>;

    /// Takes back what was noted.
    #[wasm_bindgen(catch)]
    pub fn forget() -> Result<(), JsValue>;

    /// Hours and minutes of a time in milliseconds since 1970, on the person's clock.
    pub fn clock(at: f64) -> String;

    /// Keeps the language that was chosen by hand.
    #[wasm_bindgen(catch, js_name = keepLanguage)]
    pub fn keep_language(tag: &str) -> Result<(), JsValue>;

    /// The language that was chosen by hand, or else that of the browser.
    pub fn language() -> String;

    /// Keeps that the document was taken away as a file now.
    #[wasm_bindgen(catch)]
    pub fn filed() -> Result<(), JsValue>;

    /// How many minutes ago that was; less than none where it never was.
    #[wasm_bindgen(catch, js_name = fileAge)]
    pub fn file_age() -> Result<f64, JsValue>;

    /// Does a [`Deed`] with documents: with one of an id, or with a backup. Gives a text, or nothing.
    #[wasm_bindgen(catch)]
    pub async fn act(deed: u32, on: &str) -> Result<JsValue, JsValue>;
}

/// What can be done with documents, as `shelf.js` numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Gives those beside the one that is shown, in a line each its id, its name, and 1 where it was thrown away, with tabs between.
    List,
    /// Gives the name of one, and in the next line the text of its last version.
    Read,
    /// Throws one away, and gives the id of the one that was saved last of the others.
    Remove,
    /// Brings one back, and gives its id.
    BringBack,
    /// Takes one that was thrown away off the shelf for good; all of them where no id is given.
    Lose,
    /// Gives all that were not thrown away in one text.
    BackUp,
    /// Adds what such a text holds and is not there as it was. Gives the ids of what was added, with spaces between them.
    Restore,
}
