//! The status line: what just happened, what is saved, what is left to look at.

use faircopy_ui::{CERTAIN, Desk, live};
use leptos::prelude::*;

use crate::page::Saving;
use crate::texts;

/// One line at the foot of the page.
#[component]
pub fn StatusLine(saving: RwSignal<Saving>) -> impl IntoView {
    let desk = Desk::here();
    let uncertain = live::memo(move || desk.index().parsed().provenance.iter().filter(|p| p.confidence < CERTAIN).count());
    let saved = move || match saving.get() {
        Saving::Saved { at } => {
            let at = js_sys::Date::new(&(at as f64).into());
            texts::saved_at(at.get_hours(), at.get_minutes())
        }
        _ => texts::NOT_SAVED_YET.to_owned(),
    };
    view! {
        <footer class="status" aria-label=texts::STATUS>
            <p class="status-said" role="status">{live::text(move || desk.said.get())}</p>
            <ul class="status-facts">
                <li>{live::text(saved)}</li>
                {live::shown(move || uncertain.get() > 0, move || view! { <li>{live::text(move || texts::uncertain(uncertain.get()))}</li> }.into_any())}
                <li>{live::text(move || texts::unplaced(desk.index().parsed().unplaced.len()))}</li>
                <li class="status-local">{texts::LOCAL}</li>
            </ul>
        </footer>
    }
}
