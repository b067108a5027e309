//! The source pane: the text as it came, over a mirror that tints what it became.

use faircopy::{Parsed, Place, Span, Use};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlTextAreaElement, InputEvent, MouseEvent};

use crate::desk::{Desk, Follow, Pointed};
use crate::editor::Pane;
use crate::element::{self, el, target};
use crate::index::Index;
use crate::live::{Handle, State};
use crate::spot::Spot;
use crate::tint::Tint;
use crate::view::View;
use crate::{dom, live, offsets, texts};

/// Of a source of more bytes than this only its head is shown: no résumé is as long, and a browser takes seconds to lay out a long
/// text. All of it is read and kept.
const MOST_SHOWN: usize = 200_000;
/// As many bytes of it, to the end of a line if there is one near.
const HEAD: usize = 20_000;

/// A tinted stretch of the mirror.
struct Patch {
    used: Use,
    span: Span,
    element: Element,
}

/// The text a résumé is read from, to be pasted and typed into.
pub fn source_pane(pane: State<Pane>) -> element::Element {
    let desk = Desk::here();
    let handle = Handle::new(None);
    let area = move || handle.get_untracked().map(JsCast::unchecked_into::<HtmlTextAreaElement>);
    let mirror = Handle::new(None);
    let patches = State::new(Vec::<Patch>::new());

    // The text is written into the area only where it came from elsewhere: a file, the sample, undo, a paste that the area did not take.
    live::effect(move || {
        let index = desk.index();
        let parsed = index.parsed();
        let (Some(area), Some(mirror)) = (area(), mirror.get_untracked()) else { return };
        let text = parsed.source.text();
        let shown = shown(text);
        let was_head = area.read_only();
        area.set_read_only(shown.len() < text.len());
        if !desk.is_typed(parsed) || was_head || area.read_only() {
            dom::write(&area, shown, dom::has_focus(&area));
        }
        patches.set(paint(&mirror, parsed, shown, &index));
    });

    // What is pointed at stands out, and comes into view if it was pointed at elsewhere.
    live::effect(move || {
        let pointed = desk.pointed.get();
        let places = match pointed {
            Some(Pointed::Spot { place: Some(place), .. }) => vec![place],
            Some(Pointed::Spot { spot, .. }) => desk.peek(|d| spot.unedited_places(d)),
            _ => Vec::new(),
        };
        let mut first = true;
        patches.with_untracked(|patches| {
            for patch in patches {
                let meant = match (pointed, patch.used) {
                    (Some(Pointed::Spot { .. }), Use::Field(place)) => places.contains(&place),
                    (Some(Pointed::Span(span)), _) => patch.span.overlaps(span),
                    _ => false,
                };
                let _ = patch.element.class_list().toggle_with_force("is-lit", meant);
                let follow = matches!(pointed, Some(Pointed::Spot { follow: Follow::Source, .. } | Pointed::Span(_)));
                if meant && std::mem::take(&mut first) && follow {
                    dom::reveal(&patch.element);
                }
            }
        });
    });

    let pointed_by = move |place: Option<Place>| {
        let spot = place.and_then(|p| desk.peek(|d| Spot::of(&d.resume, p)))?;
        Some(Pointed::Spot { spot, place, follow: Follow::Fields })
    };
    let on_caret = move || {
        let Some(area) = area() else { return };
        if desk.stale.get_untracked() {
            return;
        }
        let caret = area.selection_start().ok().flatten().unwrap_or_default();
        let index = desk.peek_index();
        let at = offsets::bytes(index.parsed().source.text(), caret);
        // At the end of a word the caret still belongs to it.
        let used = [Some(at), at.checked_sub(1)].into_iter().flatten().find_map(|at| match index.parsed().ledger.at(at) {
            Some(Use::Field(place)) => Some(place),
            _ => None,
        });
        desk.focus(pointed_by(used));
    };
    let on_move = move |event: Event| {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        if event.buttons() == 0 {
            let under = patch_under(event);
            let next = pointed_by(patches.with_untracked(|patches| {
                let patch = patches.iter().find(|p| under.as_ref() == Some(&p.element))?;
                if let Use::Field(place) = patch.used { Some(place) } else { None }
            }));
            match next {
                None => desk.leave(),
                _ if desk.pointed.get_untracked() != next => desk.pointed.set(next),
                Some(_) => {}
            }
        }
    };
    // A long text is not given to the area at all; nor is anything typed into the head of one, which is not the text.
    let on_paste = move |event: Event| {
        let data = event.dyn_ref().and_then(ClipboardEvent::clipboard_data);
        let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
        let Some(area) = target::<HtmlTextAreaElement>(&event) else { return };
        let is_head = area.read_only();
        if !is_head && text.len() <= MOST_SHOWN {
            return;
        }
        event.prevent_default();
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let shown = area.value();
        let [start, end] = [area.selection_start(), area.selection_end()]
            .map(|at| offsets::bytes(&shown, at.ok().flatten().unwrap_or_default()) as usize);
        if is_head && (start > 0 || end < shown.len()) {
            desk.say(texts::TOO_LONG_TO_EDIT);
            return;
        }
        desk.type_source([&shown[..start], &text, &shown[end..]].concat(), true);
    };
    let on_input = move |event: Event| {
        let kind = event.dyn_ref().map(InputEvent::input_type).unwrap_or_default();
        let typing = kind.starts_with("insertText")
            || kind.starts_with("insertComp")
            || kind.starts_with("insertLine")
            || kind.starts_with("deleteContent");
        let Some(area) = target::<HtmlTextAreaElement>(&event) else { return };
        let first = !typing && desk.peek(faircopy::Document::is_empty);
        desk.type_source(area.value(), !typing);
        if first {
            // Where there is room for one pane only, whoever pastes wants to see what became of it.
            pane.set(Pane::Fields);
            dom::focus_instead(area);
        }
    };

    let input = el("textarea")
        .class("source-input")
        .handle(handle)
        .attr("aria-label", texts::SOURCE_TEXT)
        .attr("autofocus", "")
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .on("input", on_input)
        .on("beforeinput", move |event| desk.undo_instead_of_browser(&event))
        .on("paste", on_paste)
        .on("keyup", move |_| on_caret())
        .on("click", move |_| on_caret())
        .on("mousemove", on_move)
        .on("mouseleave", move |_| desk.leave())
        .on("blur", move |_| {
            desk.close_step();
            desk.focus(None);
        });
    let mirror = el("div").class("source-mirror").attr("aria-hidden", "true").handle(mirror);
    let sheet = el("div")
        .class("source-sheet")
        .child(el("p").class("source-empty").attr("id", "source-hint").text(texts::EMPTY))
        .child(live::part(move || note(&desk.index())))
        .child(el("div").class("source-stack").child(mirror).child(input));
    let tint = |tint: Tint| el("li").class(["legend-row ", tint.class()].concat()).text(texts::tint_name(tint));
    // What the tints mean, in words.
    let legend = el("ul").class("legend").attr("aria-label", texts::LEGEND).children(Tint::ALL.map(tint));
    el("section")
        .class("pane source")
        .attr("aria-label", texts::SOURCE)
        .attr("data-scroller", "")
        .class_if("is-stale", move || desk.stale.get())
        .child(sheet)
        .child(legend)
}

/// The part of a source that is shown: all of it, or the head of a long one.
fn shown(text: &str) -> &str {
    if text.len() <= MOST_SHOWN {
        return text;
    }
    let head = &text[..text.floor_char_boundary(HEAD)];
    // The first lines alone would say little of a text that has hardly any.
    head.rfind('\n').filter(|at| *at > HEAD / 2).map_or(head, |at| &head[..=at])
}

/// What is to be known of a source that is not shown whole.
fn note(index: &Index) -> View {
    let text = index.parsed().source.text();
    let shown = shown(text);
    if shown.len() == text.len() {
        return live::nothing();
    }
    el("p")
        .class("source-note")
        .text(texts::HEAD_ONLY.with(&[text, shown].map(|t| (t.len() / 1000).to_string()).each_ref().map(String::as_str)))
        .into()
}

/// Fills the mirror with the part of a text that is shown, tinted by what it became.
fn paint(mirror: &Element, parsed: &Parsed, shown: &str, index: &Index) -> Vec<Patch> {
    mirror.set_text_content(None);
    let source = &parsed.source;
    let page = document();
    let mut patches = Vec::new();
    for &(mut span, used) in parsed.ledger.rows() {
        if span.start as usize >= shown.len() {
            break;
        }
        span.end = span.end.min(shown.len() as u32);
        let class = match used {
            Use::Decoration(_) => {
                let _ = mirror.append_child(&page.create_text_node(source.slice(span)));
                continue;
            }
            Use::Field(place) => Tint::of(index.kind_of(place.owner), place.field).class(),
            Use::Unplaced => "is-unplaced",
        };
        let Ok(element) = page.create_element("mark") else { continue };
        element.set_class_name(class);
        element.set_text_content(Some(source.slice(span)));
        let _ = mirror.append_child(&element);
        patches.push(Patch { used, span, element });
    }
    // A last line that is empty has its height too.
    let _ = mirror.append_child(&page.create_text_node("\u{200b}"));
    patches
}

/// The tinted stretch under the pointer, which the text area lies over.
fn patch_under(event: &MouseEvent) -> Option<Element> {
    let node: web_sys::Node = event.target()?.dyn_into().ok()?;
    let root = node.get_root_node();
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let all = match root.dyn_ref::<web_sys::ShadowRoot>() {
        Some(shadow) => shadow.elements_from_point(x, y),
        None => document().elements_from_point(x, y),
    };
    all.iter().filter_map(|e| e.dyn_into::<Element>().ok()).find(|e| e.tag_name() == "MARK")
}
