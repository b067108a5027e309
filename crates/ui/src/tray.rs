//! The tray: what was found about the text, and the lines in no field.

use faircopy::Span;
use leptos::prelude::*;

use crate::desk::{Desk, Pointed};
use crate::{live, texts};

/// Rows shown at first, and as many more whenever asked.
const ROWS_AT_ONCE: usize = 60;
/// A row shows this many bytes of its line at most; the source has the rest.
const MOST_SHOWN: usize = 4_000;

/// What a person should know about the reading.
#[component]
pub fn Tray() -> impl IntoView {
    let desk = Desk::here();
    let most = RwSignal::new(ROWS_AT_ONCE);
    let findings = move || {
        let rows = desk.index();
        rows.parsed().findings.iter().take(ROWS_AT_ONCE).map(|f| row(desk, &f.message, f.span)).collect_view().into_any()
    };
    let unplaced = move || {
        let index = desk.index();
        let parsed = index.parsed();
        let rows = parsed.unplaced.iter().zip(parsed.unplaced_texts()).take(most.get());
        rows.map(|(unplaced, text)| row(desk, text, Some(unplaced.span))).collect_view().into_any()
    };
    let left = move || desk.index().parsed().unplaced.len();
    let note = move || if left() == 0 { texts::ALL_PLACED } else { texts::NOT_PLACED }.to_owned();
    view! {
        <section class="section tray" aria-label=texts::UNPLACED>
            <h2 class="section-heading">{texts::UNPLACED}</h2>
            <p class="tray-note">{live::text(note)}</p>
            <ul class="tray-rows">{live::part(unplaced)}</ul>
            {live::more(left, most, ROWS_AT_ONCE)}
            {live::shown(move || !desk.index().parsed().findings.is_empty(), move || view! {
                <h3 class="tray-heading">{texts::FINDINGS}</h3>
                <ul class="tray-rows is-findings">{live::part(findings)}</ul>
            }.into_any())}
        </section>
    }
}

/// A line that leads to its place in the source, if it has one.
fn row(desk: Desk, text: &str, span: Option<Span>) -> AnyView {
    let mut shown = text[..text.floor_char_boundary(MOST_SHOWN)].to_owned();
    if shown.len() < text.len() {
        shown.push('…');
    }
    let Some(span) = span else { return view! { <li class="tray-row">{shown}</li> }.into_any() };
    let point = move || desk.pointed.set(Some(Pointed::Span(span)));
    view! {
        <li class="tray-row">
            <button
                type="button"
                class="tray-line"
                title=texts::SHOW_IN_SOURCE
                on:click=live::on(move |_| point())
                on:focus=live::on(move |_| desk.focus(Some(Pointed::Span(span))))
                on:blur=live::on(move |_| desk.focus(None))
                on:mouseenter=live::on(move |_| point())
                on:mouseleave=live::on(move |_| desk.leave())
            >{shown}</button>
        </li>
    }
    .into_any()
}
