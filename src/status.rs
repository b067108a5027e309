//! The status line: what just happened, what is saved, what is left to look at.

use faircopy_ui::element::{Element, el};
use faircopy_ui::live::State;
use faircopy_ui::{CERTAIN, Desk, live};

use crate::page::Saving;
use crate::texts;

/// One line at the foot of the page.
pub fn status_line(desk: Desk, saving: State<Saving>) -> Element {
    let uncertain = live::memo(move || desk.index().parsed().provenance.iter().filter(|p| p.confidence < CERTAIN).count());
    let saved = move || match saving.get() {
        Saving::Saved { at } => {
            let at = js_sys::Date::new(&(at as f64).into());
            texts::saved_at(at.get_hours(), at.get_minutes())
        }
        _ => texts::NOT_SAVED_YET.to_owned(),
    };
    let facts = el("ul")
        .class("status-facts")
        .child(el("li").live_text(saved))
        .child(live::shown(
            move || uncertain.get() > 0,
            move || el("li").live_text(move || texts::uncertain(uncertain.get())).into(),
        ))
        .child(el("li").live_text(move || texts::unplaced(desk.index().parsed().unplaced.len())))
        .child(el("li").class("status-local").text(texts::LOCAL));
    el("footer")
        .class("status")
        .attr("aria-label", texts::STATUS)
        .child(el("p").class("status-said").attr("role", "status").live_text(move || desk.said.get()))
        .child(facts)
}
