//! The one file that turns our types into JavaScript's.

use faircopy::{Document, write};
use web_sys::{CustomEvent, CustomEventInit, EventTarget};

/// Tells whoever listens on `target` that the résumé has changed: a `change` event with the résumé, as JSON Resume, in `detail`.
pub fn emit_change(target: &EventTarget, document: &Document) {
    // The browser has a reader for it already.
    let Ok(detail) = js_sys::JSON::parse(&write::json(&document.resume, &document.parsed.unplaced_lines())) else { return };
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict("change", &init) {
        // Nobody can cancel it, so there is no answer to heed.
        let _ = target.dispatch_event(&event);
    }
}
