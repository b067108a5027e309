//! Printing: the résumé alone, as the HTML that is written of it looks.

use faircopy::write;
use faircopy_ui::Desk;
use leptos::prelude::document;

/// Lays out the résumé for paper, beside the page, which does not print while it is there.
pub fn lay_out(desk: Desk) {
    desk.read_now();
    let html = desk.peek(|d| write::html(&d.resume));
    let within =
        |start: &str, end: &str| html.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(part, _)| part);
    if let (Ok(sheet), Some(body)) = (document().create_element("div"), document().body()) {
        sheet.set_class_name("print");
        sheet.set_inner_html(
            &["<style media=print>", within("<style>", "</style>"), "</style>", within("<main>", "</main>")].concat(),
        );
        // It fails for nothing that a page can be in.
        let _ = body.append_child(&sheet);
    }
}

/// Takes it away again.
pub fn clear() {
    if let Ok(Some(sheet)) = document().query_selector(".print") {
        sheet.remove();
    }
}
