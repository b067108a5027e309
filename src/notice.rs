//! What a person has to know about saving, at once and until it is over.

use faircopy_ui::element::{Element, el};
use faircopy_ui::live;
use faircopy_ui::live::button;
use faircopy_ui::texts::{self, Text};

use crate::keeper::Keeper;
use crate::saving::Saving;
use crate::shelf::{self, NotSaved};

/// The notice, which is empty while all is well.
pub fn notice(keeper: Keeper) -> Element {
    let notice = live::part(move || {
        let text = match keeper.saving.get() {
            Saving::Nothing | Saving::Saved(_) => return live::nothing(),
            Saving::Older(at) => texts::OLDER_DRAFT.with(&[&shelf::clock(at)]),
            Saving::Newer => texts::NEWER_DRAFT.into(),
            Saving::Damaged => texts::DAMAGED_DRAFT.into(),
            Saving::Not(NotSaved::Blocked) => texts::SAVING_BLOCKED.into(),
            Saving::Not(NotSaved::Full) => texts::STORAGE_FULL.into(),
            Saving::Not(NotSaved::Conflict) => texts::OTHER_TAB.into(),
            Saving::Not(NotSaved::Newer) => texts::NEWER_STORAGE.into(),
        };
        let notice = el("div").class("notice-row").child(el("p").class("notice-text").text(text));
        if keeper.saving.get() == Saving::Not(NotSaved::Conflict) {
            let choice = |text: Text, act: Box<dyn Fn() + Send>| button("button", text, act);
            return notice
                .child(choice(texts::KEEP_BOTH, Box::new(move || keeper.branch())))
                .child(choice(texts::TAKE_OTHER, Box::new(move || keeper.follow(true))))
                .child(choice(texts::KEEP_MINE, Box::new(move || keeper.keep_mine())))
                .into();
        }
        // Beside this page: it may hold what is nowhere else.
        let link = el("a").class("button").attr("href", "recover.html").attr("target", "_blank").text(texts::RECOVER);
        notice.child(link).into()
    });
    el("div").class("notice").attr("role", "alert").child(notice)
}
