//! What the components ask of the page around them. They may stand in a shadow root, so nothing here looks for anything by its id.

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

/// Brings an element into view within its pane, if it is not.
pub fn reveal(element: &Element) {
    let Ok(Some(pane)) = element.closest("[data-scroller]") else { return };
    let (outer, inner) = (pane.get_bounding_client_rect(), element.get_bounding_client_rect());
    if outer.height() <= 0.0 || (inner.top() >= outer.top() + 8.0 && inner.bottom() <= outer.bottom() - 8.0) {
        return;
    }
    // A third from the top: what stands before a line explains it as often as what follows.
    let top = inner.top() - outer.top() - outer.height() / 3.0;
    pane.set_scroll_top(pane.scroll_top() + top as i32);
}

/// Brings the start of the pane that an element is in into view.
pub fn reveal_start(element: &Element) {
    if let Ok(Some(pane)) = element.closest("[data-scroller]") {
        pane.set_scroll_top(0);
    }
}

/// Puts an element where it is to be, in CSS pixels from the corner of what it stands in.
pub fn stand_at(element: &HtmlElement, left: f64, top: f64) {
    for (side, at) in [("left", left), ("top", top)] {
        let _ = element.style().set_property(side, &format!("{}px", at as i32));
    }
}

/// Does something once the page has been brought up to date.
pub fn soon(act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    request_animation_frame(act);
}

/// Focuses what `selector` finds within an element, once the page has been brought up to date.
pub fn focus_soon(within: Element, selector: String) {
    soon(move || {
        if let Ok(Some(found)) = within.query_selector(&selector)
            && let Some(found) = found.dyn_ref::<HtmlElement>()
        {
            let _ = found.focus();
            reveal(found);
        }
    });
}

/// Focuses an element again, once the page has been brought up to date; the fields where it is no longer there.
pub fn focus_again(element: HtmlElement) {
    let editor = element.closest(".editor").ok().flatten();
    soon(move || match editor {
        Some(editor) if !element.is_connected() => focus_soon(editor, ".fields".to_owned()),
        _ => {
            let _ = element.focus();
            reveal(&element);
        }
    });
}

/// Moves the focus into the fields if `element` is going to be hidden.
pub fn focus_instead(element: HtmlTextAreaElement) {
    soon(move || {
        if element.offset_parent().is_none()
            && let Ok(Some(editor)) = element.closest(".editor")
        {
            focus_soon(editor, ".fields".to_owned());
        }
    });
}

/// Writes a text into an input, and leaves the caret at the end of what changed.
///
/// To be used where the text changed by other means than typing here: undo, or another input for the same thing.
pub fn write(input: &HtmlTextAreaElement, text: &str, focused: bool) {
    let old = input.value();
    if old == text {
        return;
    }
    input.set_value(text);
    if focused {
        let same =
            old.chars().rev().zip(text.chars().rev()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf16() as u32).sum::<u32>();
        let caret = crate::offsets::utf16(text, text.len() as u32).saturating_sub(same);
        let _ = input.set_selection_range(caret, caret);
    }
}

/// Whether an element has the focus, be it in the page or in a shadow root.
pub fn has_focus(element: &Element) -> bool {
    element.matches(":focus").unwrap_or_default()
}
