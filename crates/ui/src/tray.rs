//! The tray: what was found about the text, and the lines in no field.

use faircopy::Span;
use leptos::prelude::*;

use crate::desk::{Desk, Pointed};
use crate::texts;

/// Rows shown at first, and as many more whenever asked.
const ROWS_AT_ONCE: usize = 60;

/// What a person should know about the reading.
#[component]
pub fn Tray() -> impl IntoView {
    let desk = Desk::here();
    let most = RwSignal::new(ROWS_AT_ONCE);
    let parsed = Memo::new_with_compare(
        move |_| desk.index().parsed().clone(),
        |a, b| !matches!((a, b), (Some(a), Some(b)) if std::sync::Arc::ptr_eq(a, b)),
    );
    let findings =
        move || parsed.with(|p| p.findings.iter().take(ROWS_AT_ONCE).map(|f| (f.message.clone(), f.span)).collect::<Vec<_>>());
    let unplaced = move || {
        parsed.with(|p| {
            let rows = p.unplaced.iter().zip(p.unplaced_texts()).take(most.get());
            rows.map(|(u, text)| (text.to_owned(), Some(u.span))).collect::<Vec<_>>()
        })
    };
    let left = move || parsed.with(|p| p.unplaced.len());
    let more = move || left() > most.get();
    view! {
        <section class="section tray" aria-label=texts::UNPLACED>
            <h2 class="section-heading">{texts::UNPLACED}</h2>
            <p class="tray-note">{move || if left() == 0 { texts::ALL_PLACED } else { texts::NOT_PLACED }}</p>
            <ul class="tray-rows">{move || unplaced().into_iter().map(|(text, span)| view! { <Row text span /> }).collect_view()}</ul>
            <Show when=more>
                <button type="button" class="quiet" on:click=move |_| most.update(|m| *m += ROWS_AT_ONCE)>{texts::SHOW_MORE}</button>
            </Show>
            <Show when=move || parsed.with(|p| !p.findings.is_empty())>
                <h3 class="tray-heading">{texts::FINDINGS}</h3>
                <ul class="tray-rows is-findings">{move || findings().into_iter().map(|(text, span)| view! { <Row text span /> }).collect_view()}</ul>
            </Show>
        </section>
    }
}

/// A line that leads to its place in the source, if it has one.
#[component]
fn Row(text: String, span: Option<Span>) -> impl IntoView {
    let desk = Desk::here();
    let Some(span) = span else { return view! { <li class="tray-row">{text}</li> }.into_any() };
    let point = move || desk.pointed.set(Some(Pointed::Span(span)));
    view! {
        <li class="tray-row">
            <button type="button" class="tray-line" title=texts::SHOW_IN_SOURCE on:click=move |_| point() on:focus=move |_| desk.focus(Some(Pointed::Span(span))) on:blur=move |_| desk.focus(None)
                on:mouseenter=move |_| point() on:mouseleave=move |_| desk.leave()>{text}</button>
        </li>
    }
    .into_any()
}
