//! The one file that turns our types into JavaScript's.

use faircopy::{Document, Json, write};
use serde::{Serialize, Serializer as To};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Tells whoever listens on `target` that the résumé has changed: a `change` event with the résumé, as JSON Resume, in `detail`.
pub fn emit_change(target: &EventTarget, document: &Document) {
    let resume = write::json_value(&document.resume, &document.parsed.unplaced_lines());
    let Ok(detail) = AsJs(&resume).serialize(&Serializer::json_compatible()) else { return };
    emit(target, "change", &detail);
}

/// Tells whoever listens on `target` that something happened to it, with a value in `detail`.
pub fn emit(target: &EventTarget, event: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(event, &init) {
        // Nobody can cancel it, so there is no answer to heed.
        let _ = target.dispatch_event(&event);
    }
}

/// A value that is turned into the one that `JSON.parse` would give.
struct AsJs<'j>(&'j Json);

impl Serialize for AsJs<'_> {
    fn serialize<S: To>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Null => to.serialize_unit(),
            Json::Bool(truth) => to.serialize_bool(*truth),
            Json::Number(number) => to.serialize_f64(js_sys::Number::parse_float(number)),
            Json::Text(text) => to.serialize_str(text),
            Json::List(list) => to.collect_seq(list.iter().map(AsJs)),
            Json::Object(object) => to.collect_map(object.iter().map(|(key, value)| (key, AsJs(value)))),
        }
    }
}
