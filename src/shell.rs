//! The shell: the sheet that `index.html` shows before the program is there.

use faircopy_ui::emit;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlTextAreaElement};

/// Takes the shell away once the page stands beside it. What somebody has typed or pasted into it goes into the page's own sheet, as if
/// it were pasted there, and so does the caret.
pub fn give_way() {
    let Some(shell) = document().get_element_by_id("shell") else { return };
    let old = area(&shell);
    let had_focus = document().active_element().is_some_and(|active| old.as_ref().is_some_and(|old| active == ***old));
    shell.remove();
    let (Some(old), Some(new)) = (old, document().body().and_then(|body| area(&body))) else { return };
    let text = old.value();
    if !text.is_empty() {
        new.set_value(&text);
        emit(&new, "input", &JsValue::UNDEFINED);
    }
    if had_focus {
        let _ = new.focus();
        let _ = new.set_selection_start(old.selection_start().ok().flatten());
        let _ = new.set_selection_end(old.selection_end().ok().flatten());
    }
}

fn area(within: &Element) -> Option<HtmlTextAreaElement> {
    within.query_selector(".source-input").ok().flatten()?.dyn_into().ok()
}
