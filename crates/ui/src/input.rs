//! One input: a text that is edited in place.

use faircopy::{Field, FieldKind, Id, Place, SectionKind, split_unseen, terms};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, KeyboardEvent};

use crate::desk::{Desk, Follow, Pointed};
use crate::element::{Element, el, target};
use crate::live::{Handle, State};
use crate::review::{Doubt, Query, doubts};
use crate::spot::Spot;
use crate::tint::Tint;
use crate::view::View;
use crate::{dom, lines, live, offsets, texts};

/// An input with more bytes than this is as high as their beginning, and scrolls: a browser takes long to lay out a long text, and
/// would have to twice.
const MOST_MIRRORED: usize = 20_000;
/// How much of such a text says how high the input is.
const MIRRORED: usize = 4_000;

#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    text: String,
    doubts: Vec<Doubt>,
}

/// An input with its name beside it.
///
/// It is a text area over a mirror: the same text once more, which makes the area as high as its text in every browser, and draws
/// the marks of bullets. What is typed goes to the document at once; nothing is written back while someone types or composes.
///
/// `own` tells of what is typed into the entry that it shows a part of.
pub fn input(spot: Spot, own: State<()>, name: &'static str, tint: Tint, placeholder: &'static str) -> Element {
    let desk = Desk::here();
    let kind = spot.kind();
    let handle = Handle::new(None);
    let area = move || handle.get_untracked().map(JsCast::unchecked_into::<HtmlTextAreaElement>);
    let shown = live::memo(move || {
        let index = desk.index();
        desk.with_entry(own, |document| Shown { text: spot.text(&document.resume), doubts: doubts(spot, document, &index) })
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
        desk.edit_in(own, spot.edit(text));
        echo.set(Some(desk.peek(|d| spot.text(&d.resume))));
    };
    let take_from = move |event: &Event| {
        if let Some(area) = target::<HtmlTextAreaElement>(event) {
            take(&area);
        }
    };
    let on_key = move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let key = event.key();
        if matches!(kind, FieldKind::Line | FieldKind::Date) && key == "Enter" && !event.is_composing() {
            event.prevent_default();
        }
        if event.alt_key() && event.code() == "KeyC" {
            event.prevent_default();
            desk.copy(raw.get_untracked(), name);
        }
        let up = key == "ArrowUp";
        if kind == FieldKind::Bullets
            && event.alt_key()
            && (up || key == "ArrowDown")
            && let Some(area) = area()
        {
            // Here it is the bullet that moves, and not the entry.
            event.prevent_default();
            event.stop_propagation();
            let text = area.value();
            let [start, end] = [area.selection_start(), area.selection_end()].map(|at| at.ok().flatten().unwrap_or_default());
            let [from, to] = [start, end].map(|at| offsets::bytes(&text, at) as usize);
            if let Some((moved, by)) = lines::moved(&text, from, to, up) {
                area.set_value(&moved);
                let [start, end] = [from, to].map(|at| offsets::utf16(&moved, at.saturating_add_signed(by) as u32));
                let _ = area.set_selection_range(start, end);
                desk.close_step();
                take(&area);
                desk.close_step();
            }
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

    // What is to be looked at of all that stands here, until it has the focus.
    let asked = State::new(None::<Place>);
    let in_source = move |place| Pointed::Spot { spot, place: Some(place), follow: Follow::Source };
    // What is to have the focus takes it, and where it is an item of a list, that is selected.
    live::effect(move || {
        let Some(Query::Value(wanted, place)) = desk.wanted.get() else { return };
        let Some(area) = area().filter(|_| wanted == spot) else { return };
        desk.wanted.take();
        if dom::has_focus(&area) {
            desk.focus(Some(in_source(place)));
        } else {
            asked.set(Some(place));
        }
        desk.peek(|d| {
            if let Some((start, item)) = spot.item(&d.resume, place) {
                let text = area.value();
                let [start, end] = [start, start + item.len()].map(|at| offsets::utf16(&text, at as u32));
                let _ = area.set_selection_range(start, end);
            }
        });
        dom::focus_again(area.into());
    });

    let doubt = live::part(move || match shown.with(|s| s.doubts.first().map(|d| d.why.clone())) {
        Some(why) => el("span").class("field-doubt").attr("title", why).text("?").into(),
        None => live::nothing(),
    });
    // For forms that take no files; by keys there is a shortcut.
    let copy = move || {
        live::tool("tool field-copy", "", texts::COPY_FIELD.get(), move |_| desk.copy(raw.get_untracked(), name))
            .attr("tabindex", "-1")
            .on("mousedown", |event| event.prevent_default())
            .into()
    };
    let copy = live::shown(move || lit.get() && raw.with(|text| !text.is_empty()), copy);
    let name_of_it = el("span").class("field-name").child(el("span").text(name)).child(doubt);
    let queries =
        live::part(move || shown.with(|s| s.doubts.iter().map(|doubt| query(desk, spot, doubt)).collect::<Vec<_>>().into()));
    let input = el("textarea")
        .class("field-input")
        .handle(handle)
        .attr("rows", "1")
        .mark("readonly", move || desk.locked.get())
        .attr("aria-label", name)
        .live("aria-description", move || shown.with(|s| s.doubts.first().map(|d| d.why.clone())))
        .attr("placeholder", placeholder)
        .attr("spellcheck", if matches!(kind, FieldKind::Prose | FieldKind::Bullets) { "true" } else { "false" })
        .attr("autocomplete", "off")
        .text(first)
        .on("input", move |event| take_from(&event))
        .on("beforeinput", move |event| desk.undo_instead_of_browser(&event))
        .on("keydown", on_key)
        .on("focus", move |_| {
            if let Some(place) = asked.take() {
                return desk.focus(Some(in_source(place)));
            }
            desk.focus(Some(here));
            desk.visit(|query| matches!(query, Query::Value(s, _) if *s == spot));
        })
        .on("blur", on_blur)
        .on("compositionstart", move |_| composing.set(true))
        .on("compositionend", move |event| {
            composing.set(false);
            take_from(&event);
        });
    // Not a label, which must hold no buttons; the input has its name by itself.
    el("div")
        .class(["field ", class_of(kind), " ", tint.class(), if is_extra(spot) { " is-extra" } else { "" }].concat())
        .class_if("is-empty", move || raw.with(String::is_empty))
        .class_if("is-long", move || raw.with(|text| text.len() > MOST_MIRRORED))
        .class_if("is-lit", move || lit.get())
        .on("click", move |event| {
            let element = target::<web_sys::Element>(&event);
            if let (Some(area), Some(_)) = (area(), element.filter(|e| e.local_name() == "span")) {
                let _ = area.focus();
            }
        })
        .on("mouseenter", move |_| desk.pointed.set(Some(here)))
        .on("mouseleave", move |_| desk.leave())
        .child(name_of_it)
        .child(el("span").class("field-box").child(mirror(raw, kind)).child(input).child(copy))
        .child(queries)
}

/// The text of an input once more, unseen but for its bullet marks and slips.
fn mirror(raw: State<String>, kind: FieldKind) -> Element {
    let text = if matches!(kind, FieldKind::Bullets | FieldKind::Terms) {
        let pieces = live::memo(move || raw.with(|text| pieces(mirrored(text), kind)));
        let keys = move || pieces.with(|all| (0..all.len() as u32).map(|at| (Id(at), SectionKind::Custom)).collect());
        let piece = move |Id(at), _| {
            let text = live::memo(move || pieces.with(|all| all.get(at as usize).cloned()).unwrap_or_default());
            el("span").child(live::part(move || shown(text.get())))
        };
        live::rows(keys, piece)
    } else {
        live::part(move || raw.with(|text| shown([mirrored(text), LINE_END].concat())))
    };
    el("span").class("field-mirror").attr("aria-hidden", "true").child(text)
}

/// The part of a text that says how high its input is.
fn mirrored(text: &str) -> &str {
    if text.len() > MOST_MIRRORED { &text[..text.floor_char_boundary(MIRRORED)] } else { text }
}

/// The lines of a list of bullets; or what stands before the first term of a list, the term, what stands before the next one, and so on.
/// Those that a letter leaves as they were cost the browser nothing.
fn pieces(text: &str, kind: FieldKind) -> Vec<String> {
    if kind == FieldKind::Bullets {
        return text.split('\n').map(|line| [line, LINE_END].concat()).collect();
    }
    let mut pieces = Vec::new();
    let mut done = 0;
    for term in terms(text) {
        let start = term.as_ptr() as usize - text.as_ptr() as usize;
        pieces.extend([&text[done..start], term].map(str::to_owned));
        done = start + term.len();
    }
    pieces.push([&text[done..], LINE_END].concat());
    pieces
}

/// A text with a mark around each character that nobody sees.
fn shown(text: String) -> View {
    let content = text.strip_suffix(LINE_END).unwrap_or(&text);
    let parts = split_unseen(content);
    if !parts.iter().any(|(_, unseen)| *unseen) {
        return text.into();
    }
    let end = (&text[content.len()..], false);
    let part = |(part, unseen): (&str, bool)| el(if unseen { "i" } else { "span" }).text(part.to_owned());
    parts.into_iter().chain([end]).map(part).collect::<Vec<_>>().into()
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

/// Why a value may be wrong, in the margin below it, and what to say to that.
fn query(desk: Desk, spot: Spot, doubt: &Doubt) -> Element {
    let place = doubt.place;
    let query = Query::Value(spot, place);
    let keep = if doubt.said.is_some() { texts::KEEP_WRITTEN } else { texts::RIGHT };
    let take = match doubt.said.clone() {
        Some(said) => live::button("quiet", texts::TAKE_SAID, move || desk.take_said(spot, place, &said)).into(),
        None => live::nothing(),
    };
    el("div")
        .class("query")
        .child(el("span").class("query-why").text(doubt.why.clone()))
        .child(live::button("quiet", keep, move || desk.settle(query)))
        .child(take)
        .child(match doubt.runner_up {
            Some(other) => {
                let name = texts::field_name(desk.peek_index().kind_of(place.owner), other);
                live::button("quiet", texts::INSTEAD.with(&[name]), move || desk.exchange(place, other)).into()
            }
            None => live::nothing(),
        })
}
