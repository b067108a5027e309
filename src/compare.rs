//! Two documents side by side.

use faircopy::write;
use faircopy_ui::element::{Element, el};
use faircopy_ui::live::Handle;
use faircopy_ui::{Desk, texts};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

use crate::draft::from_record;

#[wasm_bindgen(module = "/src/compare.js")]
extern "C" {
    /// Fills a table with two texts under their names. The words, a line each, are for how many lines differ and, beside a line, for that
    /// it is changed or in one text only.
    fn compare(table: &web_sys::Element, words: &str, name: &str, text: &str, other_name: &str, other_text: &str);
}

/// The sheet that shows them. A handle, to be copied.
#[derive(Clone, Copy)]
pub struct Comparison {
    desk: Desk,
    sheet: Handle,
    table: Handle,
}

impl Comparison {
    /// With the document on this desk.
    pub fn new(desk: Desk) -> Self {
        Self { desk, sheet: Handle::new(None), table: Handle::new(None) }
    }

    /// The sheet, which stands over the page while it is open.
    pub fn sheet(self) -> Element {
        el("div")
            .class("help compare")
            .attr("popover", "auto")
            .attr("role", "dialog")
            .attr("aria-label", texts::COMPARED)
            .attr("tabindex", "0")
            .attr("autofocus", "")
            .handle(self.sheet)
            .child(el("h2").class("section-heading").text(texts::COMPARED))
            .child(el("table").class("compare-table").handle(self.table))
    }

    /// Shows the document on the desk, which is called `name`, beside another by its name and record.
    pub fn show(self, name: &str, other: &str, record: &str) {
        let Ok(history) = from_record(record) else { return self.desk.say(texts::DAMAGED_DRAFT) };
        let [mine, theirs] = [self.desk.peek(|d| write::markdown(&d.resume)), write::markdown(&history.document().resume)];
        let words = texts::DIFFERING.get();
        if let (Some(table), Some(sheet)) = (self.table.get_untracked(), self.sheet.get_untracked()) {
            compare(&table, words, name, &mine, other, &theirs);
            // It fails where it is open.
            let _ = sheet.unchecked_into::<HtmlElement>().show_popover();
        }
    }
}
