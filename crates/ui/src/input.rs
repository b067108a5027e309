//! One input: a text that is edited in place.

use faircopy::{Field, FieldKind};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::desk::{Desk, Follow, Pointed};
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
#[component]
pub fn Input(spot: Spot, name: &'static str, tint: Tint, #[prop(optional)] placeholder: &'static str) -> impl IntoView {
    let desk = Desk::here();
    let kind = spot.kind();
    let area = NodeRef::<html::Textarea>::new();
    let shown = live::memo(move || {
        let index = desk.index();
        desk.with(|document| Shown { text: spot.text(&document.resume), doubt: doubt(spot, document, &index) })
    });
    // What stands in the input, which while someone types is not yet what the document makes of it.
    let raw = RwSignal::new(shown.with_untracked(|s| s.text.clone()));
    let first = raw.get_untracked();
    // The text that the document made of what was typed here last: no news to this input.
    let echo = StoredValue::new(None::<String>);
    let composing = StoredValue::new(false);

    let put = move |text: &str, area: &HtmlTextAreaElement| {
        dom::write(area, text, dom::has_focus(area));
        raw.set(text.to_owned());
    };
    live::effect(move || {
        shown.with(|shown| {
            let Some(area) = area.get_untracked() else { return };
            let own = echo.with_value(|e| e.as_ref() == Some(&shown.text)) && dom::has_focus(&area);
            if !own && !composing.get_value() && raw.with_untracked(|r| *r != shown.text) {
                put(&shown.text, &area);
            }
        });
    });

    let take = move |area: &HtmlTextAreaElement| {
        let mut text = area.value();
        if kind == FieldKind::Line && text.contains(['\n', '\r']) && !composing.get_value() {
            text = text.replace(['\n', '\r'], " ");
            area.set_value(&text);
        }
        raw.set(text.clone());
        // The echo is known before the document changes, so that the effect of the change finds it.
        echo.set_value(Some(String::new()));
        desk.edit(spot.edit(text));
        echo.set_value(Some(desk.peek(|d| spot.text(&d.resume))));
    };
    let on_input = live::on(move |event: ev::Event| take(&event_target::<HtmlTextAreaElement>(&event)));
    let on_key = live::on(move |event: ev::KeyboardEvent| {
        if kind != FieldKind::Prose && kind != FieldKind::Bullets && event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
        }
    });
    let on_blur = live::on(move |_| {
        desk.focus(None);
        desk.close_step();
        echo.set_value(None);
        if let Some(area) = area.get_untracked() {
            let text = shown.with_untracked(|s| s.text.clone());
            put(&text, &area);
        }
    });

    let here = Pointed::Spot { spot, place: None, follow: Follow::Source };
    let lit = live::memo(move || matches!(desk.pointed.get(), Some(Pointed::Spot { spot: s, .. }) if s == spot));
    live::effect(move || {
        if lit.get()
            && let Some(Pointed::Spot { follow: Follow::Fields, .. }) = desk.pointed.get_untracked()
            && let Some(area) = area.get_untracked()
        {
            dom::reveal(&area);
        }
    });

    view! {
        <label
            class=format!("field {} {}", class_of(kind), tint.class())
            class:is-empty=live::flag(move || raw.with(String::is_empty))
            class:is-extra=is_extra(spot)
            class:is-long=live::flag(move || raw.with(|text| text.len() > MOST_MIRRORED))
            class:is-lit=live::flag(move || lit.get())
            on:mouseenter=live::on(move |_| desk.pointed.set(Some(here)))
            on:mouseleave=live::on(move |_| desk.leave())
        >
            <span class="field-name">
                {name}
                {live::part(move || match shown.with(|s| s.doubt.clone()) {
                    Some(why) => view! { <span class="field-doubt" title=texts::uncertain(&why)>"?"</span> }.into_any(),
                    None => ().into_any(),
                })}
            </span>
            <span class="field-box">
                <Mirror raw kind />
                <textarea
                    class="field-input"
                    node_ref=area
                    rows="1"
                    aria-label=name
                    aria-description=live::attribute(move || shown.with(|s| s.doubt.as_deref().map(texts::uncertain)))
                    placeholder=placeholder
                    spellcheck=if matches!(kind, FieldKind::Prose | FieldKind::Bullets) { "true" } else { "false" }
                    autocomplete="off"
                    prop:value=first
                    on:input=on_input
                    on:beforeinput=desk.on_browser_undo()
                    on:keydown=on_key
                    on:focus=live::on(move |_| desk.focus(Some(here)))
                    on:blur=on_blur
                    on:compositionstart=live::on(move |_| composing.set_value(true))
                    on:compositionend=live::on(move |event: ev::CompositionEvent| {
                        composing.set_value(false);
                        if let Some(area) = event.target().and_then(|t| t.dyn_into::<HtmlTextAreaElement>().ok()) {
                            take(&area);
                        }
                    })
                ></textarea>
            </span>
        </label>
    }
}

/// The text of an input once more, unseen but for its bullet marks.
#[component]
fn Mirror(raw: RwSignal<String>, kind: FieldKind) -> impl IntoView {
    view! {
        <span class="field-mirror" aria-hidden="true">
            {live::part(move || {
                raw.with(|text| {
                    // A text area is one line high at least, and its last line counts even if it is empty.
                    let most = if text.len() > MOST_MIRRORED { MIRRORED } else { text.len() };
                    let plain = || format!("{}\u{200b}", &text[..text.floor_char_boundary(most)]);
                    if kind != FieldKind::Bullets || text.is_empty() || most < text.len() || text.matches('\n').count() > MOST_MARKS {
                        return plain().into_any();
                    }
                    text.split('\n').map(|line| view! { <span class="field-line">{format!("{line}\u{200b}")}</span> }.into_any()).collect_view().into_any()
                })
            })}
        </span>
    }
}

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

/// Why what a spot shows may be wrong, if it still is what was read.
fn doubt(spot: Spot, document: &faircopy::Document, index: &crate::index::Index) -> Option<String> {
    let places = spot.unedited_places(document);
    let worst = places.iter().filter_map(|p| index.source_of(*p)).min_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
    (worst.confidence < CERTAIN).then(|| worst.reason.clone())
}
