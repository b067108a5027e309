//! The fair copy: the résumé as it will be taken away.

use faircopy::write;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::desk::Desk;
use crate::element::{Element, el};
use crate::live::{Handle, Made, State};
use crate::{dom, live, texts};

/// A form to take the résumé away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, for people.
    Markdown,
    /// JSON Resume, for programs.
    Json,
    /// Text without markup, for forms that take nothing else.
    Text,
    /// A page that looks like the printed one.
    Html,
}

impl Format {
    /// Those that are wanted most.
    pub const FIRST: [Self; 2] = [Self::Markdown, Self::Json];
    /// The others.
    pub const OTHERS: [Self; 2] = [Self::Text, Self::Html];
    /// Those to look at: of the page there is the print.
    const SHOWN: [Self; 3] = [Self::Markdown, Self::Json, Self::Text];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Json => "JSON",
            Self::Text => "Text",
            Self::Html => "HTML",
        }
    }

    /// The résumé in this form.
    pub fn write(self, document: &faircopy::Document) -> String {
        match self {
            Self::Markdown => write::markdown(&document.resume),
            Self::Json => write::json(&document.resume, &document.parsed.unplaced_lines()),
            Self::Text => write::text(&document.resume),
            Self::Html => write::html(&document.resume),
        }
    }
}

/// A preview shows this many bytes at most.
const MOST_SHOWN: usize = 100_000;

/// Live views of the forms, one at a time. Nothing is written while the pane is not `open`.
pub fn fair_copy(open: Made<bool>) -> Element {
    let desk = Desk::here();
    let shown = State::new(Format::Markdown);
    let tabs = Handle::new(None);
    let text = live::memo(move || {
        if !open.get() {
            return String::new();
        }
        let mut text = desk.with(|d| shown.get().write(d));
        if text.len() > MOST_SHOWN {
            text.truncate(text.floor_char_boundary(MOST_SHOWN));
            text.push('\n');
            text.push_str(texts::PREVIEW_ENDS.get());
        }
        text
    });
    let on_key = move |event: web_sys::Event| {
        let by = match event.dyn_ref().map(KeyboardEvent::key).as_deref() {
            Some("ArrowLeft") => Format::SHOWN.len() - 1,
            Some("ArrowRight") => 1,
            _ => 0,
        };
        if by > 0 {
            event.prevent_default();
            shown.update(|f| *f = Format::SHOWN[(*f as usize + by) % Format::SHOWN.len()]);
            if let Some(tabs) = tabs.get_untracked() {
                dom::focus_soon(tabs, "[aria-selected=true]".to_owned());
            }
        }
    };
    let tab = move |format: Format| {
        live::button("tab", format.name(), move || shown.set(format))
            .attr("role", "tab")
            .live("aria-selected", move || Some(if shown.get() == format { "true" } else { "false" }.to_owned()))
            .live("tabindex", move || Some(if shown.get() == format { "0" } else { "-1" }.to_owned()))
    };
    let tab_list =
        el("div").class("tabs").attr("role", "tablist").attr("aria-label", texts::FAIR_COPY).handle(tabs).on("keydown", on_key);
    let preview = el("div")
        .class("fair-copy-view")
        .attr("role", "tabpanel")
        .live("aria-label", move || Some(shown.get().name().to_owned()))
        .attr("tabindex", "0")
        .attr("data-scroller", "")
        .child(el("pre").class("fair-copy-text").live_text(move || text.get()));
    el("section")
        .class("pane fair-copy")
        .attr("aria-label", texts::FAIR_COPY)
        .class_if("is-open", move || open.get())
        .child(tab_list.children(Format::SHOWN.map(tab)))
        .child(preview)
}
