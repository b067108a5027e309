//! One input: a text that is edited in place.

use faircopy::{Field, FieldKind};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, KeyboardEvent};

use crate::desk::{Desk, Follow, Pointed};
use crate::element::{Element, el, target};
use crate::live::{Handle, State};
use crate::spot::Spot;
use crate::tint::Tint;
use crate::{dom, live, texts};

/// A confidence below this is shown as uncertain.
pub const CERTAIN: f32 = 0.5;
/// Longer lists are drawn without bullet marks, to keep the page light.
const MOST_MARKS: usize = 400;
/// An input with more bytes than this is as high as their beginning, and scrolls: a browser takes long to lay out a long text, and
/// would have to twice.
const MOST_MIRRORED: usize = 50_000;
/// How much of such a text says how high the input is.
const MIRRORED: usize = 4_000;

#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    text: String,
    doubt: Option<String>,
}

/// An input with its name beside it.
///
/// It is a text area over a mirror: the same text once more, which makes the area as high as its text in every browser, and draws
/// the marks of bullets. What is typed goes to the document at once; nothing is written back while someone types or composes.
pub fn input(spot: Spot, name: &'static str, tint: Tint, placeholder: &'static str) -> Element {
    let desk = Desk::here();
    let kind = spot.kind();
    let handle = Handle::new(None);
    let area = move || handle.get_untracked().map(JsCast::unchecked_into::<HtmlTextAreaElement>);
    let shown = live::memo(move || {
        let index = desk.index();
        desk.with(|document| Shown { text: spot.text(&document.resume), doubt: doubt(spot, document, &index) })
    });
    // What stands in the input, which while someone types is not yet what the document makes of it.
    let raw = State::new(shown.with_untracked(|s| s.text.clone()));
    let first = raw.get_untracked();
    // The text that the document made of what was typed here last: no news to this input.
    let echo = State::new(None::<String>);
    let composing = State::new(false);

    let put = move |text: &str, area: &HtmlTextAreaElement| {
        dom::write(area, text, dom::has_focus(area));
        raw.set(text.to_owned());
    };
    live::effect(move || {
        shown.with(|shown| {
            let Some(area) = area() else { return };
            let own = echo.with_untracked(|e| e.as_ref() == Some(&shown.text)) && dom::has_focus(&area);
            if !own && !composing.get_untracked() && raw.with_untracked(|r| *r != shown.text) {
                put(&shown.text, &area);
            }
        });
    });

    let take = move |area: &HtmlTextAreaElement| {
        let mut text = area.value();
        if kind == FieldKind::Line && text.contains(['\n', '\r']) && !composing.get_untracked() {
            text = text.replace(['\n', '\r'], " ");
            area.set_value(&text);
        }
        raw.set(text.clone());
        // The echo is known before the document changes, so that the effect of the change finds it.
        echo.set(Some(String::new()));
        desk.edit(spot.edit(text));
        echo.set(Some(desk.peek(|d| spot.text(&d.resume))));
    };
    let take_from = move |event: &Event| {
        if let Some(area) = target::<HtmlTextAreaElement>(event) {
            take(&area);
        }
    };
    let on_key = move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if kind != FieldKind::Prose && kind != FieldKind::Bullets && event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
        }
    };
    let on_blur = move |_| {
        desk.focus(None);
        desk.close_step();
        echo.set(None);
        if let Some(area) = area() {
            let text = shown.with_untracked(|s| s.text.clone());
            put(&text, &area);
        }
    };

    let here = Pointed::Spot { spot, place: None, follow: Follow::Source };
    let lit = live::memo(move || matches!(desk.pointed.get(), Some(Pointed::Spot { spot: s, .. }) if s == spot));
    live::effect(move || {
        if lit.get()
            && let Some(Pointed::Spot { follow: Follow::Fields, .. }) = desk.pointed.get_untracked()
            && let Some(area) = area()
        {
            dom::reveal(&area);
        }
    });

    let doubt = live::part(move || match shown.with(|s| s.doubt.clone()) {
        Some(why) => el("span").class("field-doubt").attr("title", uncertain(&why)).text("?").into(),
        None => live::nothing(),
    });
    let name_of_it = el("span").class("field-name").child(el("span").text(name)).child(doubt);
    let input = el("textarea")
        .class("field-input")
        .handle(handle)
        .attr("rows", "1")
        .attr("aria-label", name)
        .live("aria-description", move || shown.with(|s| s.doubt.as_deref().map(uncertain)))
        .attr("placeholder", placeholder)
        .attr("spellcheck", if matches!(kind, FieldKind::Prose | FieldKind::Bullets) { "true" } else { "false" })
        .attr("autocomplete", "off")
        .text(first)
        .on("input", move |event| take_from(&event))
        .on("beforeinput", move |event| desk.undo_instead_of_browser(&event))
        .on("keydown", on_key)
        .on("focus", move |_| desk.focus(Some(here)))
        .on("blur", on_blur)
        .on("compositionstart", move |_| composing.set(true))
        .on("compositionend", move |event| {
            composing.set(false);
            take_from(&event);
        });
    el("label")
        .class(["field ", class_of(kind), " ", tint.class(), if is_extra(spot) { " is-extra" } else { "" }].concat())
        .class_if("is-empty", move || raw.with(String::is_empty))
        .class_if("is-long", move || raw.with(|text| text.len() > MOST_MIRRORED))
        .class_if("is-lit", move || lit.get())
        .on("mouseenter", move |_| desk.pointed.set(Some(here)))
        .on("mouseleave", move |_| desk.leave())
        .child(name_of_it)
        .child(el("span").class("field-box").child(mirror(raw, kind)).child(input))
}

/// The text of an input once more, unseen but for its bullet marks.
fn mirror(raw: State<String>, kind: FieldKind) -> Element {
    let text = live::part(move || {
        raw.with(|text| {
            // A text area is one line high at least, and its last line counts even if it is empty.
            let most = if text.len() > MOST_MIRRORED { MIRRORED } else { text.len() };
            if kind != FieldKind::Bullets || text.is_empty() || most < text.len() || text.matches('\n').count() > MOST_MARKS {
                return [&text[..text.floor_char_boundary(most)], LINE_END].concat().into();
            }
            let line = |line: &str| el("span").class("field-line").text([line, LINE_END].concat());
            text.split('\n').map(line).collect::<Vec<_>>().into()
        })
    });
    el("span").class("field-mirror").attr("aria-hidden", "true").child(text)
}

/// A line with this at its end is as high as others even if it is empty.
const LINE_END: &str = "\u{200b}";

fn class_of(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Line => "is-line",
        FieldKind::Prose => "is-prose",
        FieldKind::Date => "is-date",
        FieldKind::Bullets => "is-bullets",
        FieldKind::Terms => "is-terms",
    }
}

/// Whether nobody misses it where it is empty.
fn is_extra(spot: Spot) -> bool {
    use Field as F;
    let Spot::Field(_, field) = spot else { return false };
    matches!(
        field,
        F::Url
            | F::Image
            | F::Description
            | F::Summary
            | F::Courses
            | F::Score
            | F::Level
            | F::Type
            | F::Entity
            | F::Roles
            | F::Highlights
    )
}

/// Why a field may be wrong, in words.
fn uncertain(reason: &str) -> String {
    texts::UNCERTAIN.with(&[&texts::translated(reason)])
}

/// Why what a spot shows may be wrong, if it still is what was read.
fn doubt(spot: Spot, document: &faircopy::Document, index: &crate::index::Index) -> Option<String> {
    let places = spot.unedited_places(document);
    let worst = places.iter().filter_map(|p| index.source_of(*p)).min_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
    (worst.confidence < CERTAIN).then(|| worst.reason.clone())
}
