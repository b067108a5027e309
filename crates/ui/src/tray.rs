//! The tray: what was found about the text, and the lines in no field.

use faircopy::Span;
use wasm_bindgen::JsCast;

use crate::desk::{Desk, Pointed};
use crate::element::{Element, el};
use crate::live::{Handle, State};
use crate::review::Query;
use crate::view::View;
use crate::{dom, live, texts};

/// Rows shown at first, and as many more whenever asked.
const ROWS_AT_ONCE: usize = 60;
/// A row shows this many bytes of its line at most; the source has the rest.
const MOST_SHOWN: usize = 4_000;

/// What a person should know about the reading.
pub fn tray() -> Element {
    let desk = Desk::here();
    let most = State::new(ROWS_AT_ONCE);
    let findings = move || {
        let rows = desk.index();
        let findings = rows.parsed().findings.iter().take(ROWS_AT_ONCE);
        findings.map(|f| row(desk, &texts::translated(&f.message), f.span, Handle::new(None))).collect::<Vec<_>>().into()
    };
    let unplaced = move || {
        let index = desk.index();
        let parsed = index.parsed();
        let rows = parsed.unplaced.iter().zip(parsed.unplaced_texts()).take(most.get());
        rows.map(|(unplaced, text)| unplaced_row(desk, text, unplaced.span)).collect::<Vec<_>>().into()
    };
    live::effect(move || {
        // Rows that are shown stay as they are: making them anew would take the focus from the one that is wanted.
        if let Some(Query::Line(span)) = desk.wanted.get()
            && desk.peek_index().parsed().unplaced.iter().skip(most.get_untracked()).any(|u| u.span == span)
        {
            most.set(usize::MAX);
        }
    });
    let left = move || desk.index().parsed().unplaced.len();
    let note = move || if left() == 0 { texts::ALL_PLACED } else { texts::NOT_PLACED }.into();
    let rows = |class: &'static str, rows: View| el("ul").class(class).child(rows);
    let findings = move || rows("tray-rows is-findings", live::part(findings)).into();
    let any_findings = move || !desk.index().parsed().findings.is_empty();
    el("section")
        .class("section tray")
        .attr("aria-label", texts::UNPLACED)
        .child(el("h2").class("section-heading").text(texts::UNPLACED))
        .child(el("p").class("tray-note").live_text(note))
        .child(rows("tray-rows", live::part(unplaced)))
        .child(live::more(left, most, ROWS_AT_ONCE))
        .child(live::shown(any_findings, || el("h3").class("tray-heading").text(texts::FINDINGS).into()))
        .child(live::shown(any_findings, findings))
}

/// A line in no field, and what can be said about it.
fn unplaced_row(desk: Desk, text: &str, span: Span) -> Element {
    let line = Handle::new(None);
    let query = Query::Line(span);
    live::effect(move || {
        if desk.wanted.get() == Some(query)
            && let Some(line) = line.get_untracked()
        {
            desk.wanted.take();
            dom::focus_again(line.unchecked_into());
        }
    });
    let open = move || desk.with_shape(|d| !d.remarks.settle(&[span]));
    let leave_out = move || live::button("quiet", texts::LEAVE_OUT, move || desk.settle(query)).into();
    let ask = live::button("quiet", texts::MAKE_THIS, move || {
        if let Some(line) = line.get_untracked() {
            desk.ask_what(span, line.get_bounding_client_rect(), line.unchecked_into());
        }
    });
    row(desk, text, Some(span), line).child(ask.attr("aria-haspopup", "menu")).child(live::shown(open, leave_out))
}

/// A line that leads to its place in the source, if it has one.
fn row(desk: Desk, text: &str, span: Option<Span>, handle: Handle) -> Element {
    let mut shown = text[..text.floor_char_boundary(MOST_SHOWN)].to_owned();
    if shown.len() < text.len() {
        shown.push('…');
    }
    let row = el("li").class("tray-row");
    let Some(span) = span else { return row.text(shown) };
    let point = move || desk.pointed.set(Some(Pointed::Span(span)));
    let line = live::button("tray-line", shown, point)
        .attr("title", texts::SHOW_IN_SOURCE)
        .handle(handle)
        .on("focus", move |_| {
            desk.focus(Some(Pointed::Span(span)));
            desk.visit(|query| *query == Query::Line(span));
        })
        .on("blur", move |_| desk.focus(None))
        .on("mouseenter", move |_| point())
        .on("mouseleave", move |_| desk.leave());
    row.child(line)
}
