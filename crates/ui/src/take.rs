//! Taking texts away: to the clipboard, or as a file.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

use crate::desk::Desk;
use crate::texts;

#[wasm_bindgen(module = "/src/take.js")]
extern "C" {
    /// Copies a text, and gives whether that worked.
    async fn copy(text: &str) -> JsValue;

    /// Gives a text to the person as a file of this name and media type.
    pub fn save(name: &str, kind: &str, text: &str);
}

impl Desk {
    /// Copies a text to the clipboard, and says that it was done by this name.
    pub fn copy(self, text: String, name: &'static str) {
        spawn_local(async move {
            let done = copy(&text).await.is_truthy();
            self.say(if done { texts::COPIED.with(&[name]) } else { texts::NOT_COPIED.into() });
        });
    }
}
