//! The language of the page: the browser's, or the one chosen by hand.

use faircopy_ui::element::{Element, el};
use faircopy_ui::focus_soon;
use faircopy_ui::live::{self, State};
use faircopy_ui::texts::Language;
use leptos::prelude::document;

use crate::shelf;

/// Chooses the language that a person chose before, or else that of the browser.
pub fn choose_first() -> State<Language> {
    let language = Language::of(&shelf::language()).unwrap_or(Language::English);
    choose(language);
    State::new(language)
}

/// A button for each other language. Choosing one makes the page anew, in which the focus goes to the button in the same place.
pub fn language_buttons(language: State<Language>) -> Element {
    let button = move |other: Language| {
        let act = move || {
            choose(other);
            // Where nothing can be kept, the choice holds for this visit.
            let _ = shelf::keep_language(other.tag());
            language.set(other);
            if let Some(page) = document().body() {
                focus_soon(page.into(), ".language .quiet".to_owned());
            }
        };
        live::button("quiet", other.name(), act).attr("lang", other.tag())
    };
    let others = Language::ALL.into_iter().filter(|other| *other != Language::now());
    el("li").class("language").children(others.map(button))
}

fn choose(language: Language) {
    language.choose();
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", language.tag());
    }
}
