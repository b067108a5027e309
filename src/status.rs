//! The status line: what just happened, what is saved, what is left to look at.

use faircopy_ui::element::{Element, el};
use faircopy_ui::{Desk, review_bar, texts};

use crate::export::Exported;
use crate::help::help;
use crate::keeper::Keeper;
use crate::saving::Saving;
use crate::shelf;

/// One line at the foot of the page, with the choice of `languages` at its end.
pub fn status_line(desk: Desk, keeper: Keeper, exported: Exported, languages: Element) -> Element {
    let saved = move || match keeper.saving.get() {
        Saving::Saved(at) | Saving::Older(at) => texts::SAVED_AT.with(&[&shelf::clock(at)]),
        Saving::Not(_) => texts::NOT_SAVED.into(),
        _ => texts::NOT_SAVED_YET.into(),
    };
    // It looks at this tab, which has to be known to it, and stays.
    let proof = el("a").class("quiet").attr("href", "proof.html").attr("target", "_blank").attr("rel", "opener").text(texts::PROOF);
    let facts = el("ul")
        .class("status-facts")
        .child(el("li").class_if("is-wrong", move || matches!(keeper.saving.get(), Saving::Not(_))).live_text(saved))
        .child(el("li").live_text(move || keeper.name.with(|_| exported.age())))
        .child(review_bar(desk))
        .child(el("li").child(el("span").class("status-local").text(texts::LOCAL)).child(proof))
        .child(el("li").children(help()))
        .child(languages);
    el("footer")
        .class("status")
        .attr("aria-label", texts::STATUS)
        .child(el("p").class("status-said").attr("role", "status").live_text(move || desk.said.get()))
        .child(facts)
}
