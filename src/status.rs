//! The status line: what just happened, what is saved, what is left to look at.

use faircopy_ui::{CERTAIN, Desk};
use leptos::prelude::*;

use crate::page::Saving;
use crate::texts;

/// One line at the foot of the page.
#[component]
pub fn StatusLine(saving: RwSignal<Saving>) -> impl IntoView {
    let desk = Desk::here();
    let counts = Memo::new(move |_| {
        let index = desk.index();
        let parsed = index.parsed();
        (parsed.provenance.iter().filter(|p| p.confidence < CERTAIN).count(), parsed.unplaced.len())
    });
    let any_uncertain = move || counts.get().0 > 0;
    let saved = move || match saving.get() {
        Saving::Saved { at } => {
            let at = js_sys::Date::new(&at.into());
            texts::saved_at(at.get_hours(), at.get_minutes())
        }
        _ => texts::NOT_SAVED_YET.to_owned(),
    };
    view! {
        <footer class="status" aria-label=texts::STATUS>
            <p class="status-said" role="status">{move || desk.said.get()}</p>
            <ul class="status-facts">
                <li>{saved}</li>
                <Show when=any_uncertain><li>{move || texts::uncertain(counts.get().0)}</li></Show>
                <li>{move || texts::unplaced(counts.get().1)}</li>
                <li class="status-local">{texts::LOCAL}</li>
            </ul>
        </footer>
    }
}
