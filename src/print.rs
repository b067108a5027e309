//! Printing: the résumé alone, as the HTML that is written of it looks.

use faircopy::write;
use faircopy_ui::Desk;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/print.js")]
extern "C" {
    #[wasm_bindgen(js_name = layOut)]
    fn put(style: &str, html: &str);
}

/// Lays out the résumé for paper, beside the page, which does not print until that is done.
pub fn lay_out(desk: Desk) {
    desk.read_now();
    let html = desk.peek(|d| write::html(&d.resume));
    let within =
        |start: &str, end: &str| html.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(part, _)| part);
    put(within("<style>", "</style>"), within("<main>", "</main>"));
}
