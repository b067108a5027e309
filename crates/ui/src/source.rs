//! The source pane: the text as it came, over a mirror that tints what it became.

use faircopy::{Span, Use, What};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlElement, HtmlTextAreaElement, InputEvent, KeyboardEvent, MouseEvent};

use crate::desk::{Desk, Follow, Pointed};
use crate::editor::Pane;
use crate::element::{self, el, target};
use crate::index::Index;
use crate::live::{Handle, State};
use crate::mirror::Mirror;
use crate::reassign::{at_once, decide, stretch_at, trimmed};
use crate::tint::Tint;
use crate::view::View;
use crate::{dom, live, offsets, texts};

/// Of a source of more bytes than this only its head is shown: no résumé is as long, and a browser takes seconds to lay out a long
/// text. All of it is read and kept.
const MOST_SHOWN: usize = 200_000;
/// As many bytes of it, to the end of a line if there is one near.
const HEAD: usize = 20_000;

/// About how far below the pointer there is no longer what it points at, in CSS pixels.
const LINE: f64 = 16.0;

/// The text a résumé is read from, to be pasted and typed into.
pub fn source_pane(pane: State<Pane>) -> element::Element {
    let desk = Desk::here();
    let handle = Handle::new(None);
    let area = move || handle.get_untracked().map(JsCast::unchecked_into::<HtmlTextAreaElement>);
    let stack = Handle::new(None);
    let mirror = State::new(Mirror::default());
    let light = move |pointed: Option<Pointed>| {
        let places = match pointed {
            Some(Pointed::Spot { place: Some(place), .. }) => vec![place],
            Some(Pointed::Spot { spot, .. }) => desk.peek(|d| spot.unedited_places(d)),
            _ => Vec::new(),
        };
        mirror.update_untracked(|mirror| {
            let first = mirror.light(|used, span| match (pointed, used) {
                (Some(Pointed::Spot { .. }), Use::Field(place)) => places.contains(&place),
                (Some(Pointed::Span(pointed)), _) => span.overlaps(pointed),
                _ => false,
            });
            first.cloned()
        })
    };
    // What the person may want to say something about, and where to offer that, in CSS pixels from the corner of the text.
    let chip = State::new(None::<(Span, f64, f64)>);

    // The text is written into the area only where it came from elsewhere: a file, the sample, undo, a paste that the area did not take.
    live::effect(move || {
        let index = desk.index();
        let parsed = index.parsed();
        let (Some(area), Some(stack)) = (area(), stack.get_untracked()) else { return };
        let text = parsed.source.text();
        let shown = shown(text);
        let was_head = area.read_only();
        area.set_read_only(shown.len() < text.len() || desk.locked.get());
        if !desk.is_typed(parsed) || was_head || area.read_only() {
            dom::write(&area, shown, dom::has_focus(&area));
        }
        mirror.update_untracked(|mirror| mirror.paint(&stack, &index, shown.len()));
        light(desk.pointed.get_untracked());
        chip.set(None);
    });

    // What is pointed at stands out, and comes into view if it was pointed at elsewhere.
    live::effect(move || {
        let pointed = desk.pointed.get();
        let first = light(pointed);
        if let (Some(Pointed::Spot { follow: Follow::Source, .. } | Pointed::Span(_)), Some(first)) = (pointed, first) {
            dom::reveal(&first);
        }
    });

    // The bytes that are selected, and what is meant by that; nothing while the source is still to be read.
    let selected = move || {
        let area = area().filter(|_| !desk.stale.get_untracked())?;
        let index = desk.peek_index();
        let text = index.parsed().source.text();
        let [start, end] =
            [area.selection_start(), area.selection_end()].map(|at| offsets::bytes(text, at.ok().flatten().unwrap_or_default()));
        // At the end of a word the caret still belongs to it.
        let in_field = |at: &u32| matches!(index.parsed().ledger.at(*at), Some(Use::Field(_)));
        let at = [Some(start), start.checked_sub(1)].into_iter().flatten().find(in_field).unwrap_or(start);
        let span = if start < end { trimmed(&index, Span { start, end }) } else { stretch_at(&index, at) };
        Some((at, start < end, span))
    };
    let rect = move |span| mirror.with_untracked(|mirror| mirror.rect(span));
    let on_caret = move |pointer: Option<(i32, i32)>| {
        let Some((at, is_selection, span)) = selected() else { return };
        desk.point_at(at);
        // Whoever moves the caret by keys alone is not asked anything.
        let asked = span.filter(|_| is_selection || pointer.is_some());
        chip.set(asked.and_then(|span| {
            let corner = stack.get_untracked()?.get_bounding_client_rect();
            let (x, y) = match pointer {
                Some((x, y)) => (f64::from(x), f64::from(y)),
                None => rect(span).map(|rect| (rect.left(), rect.bottom() - LINE))?,
            };
            Some((span, x - corner.left(), y - corner.top() + LINE))
        }));
    };
    let ask = move |span: Span| {
        if let Some(area) = area() {
            let line = rect(span);
            desk.ask_what(span, line.unwrap_or_else(|| area.get_bounding_client_rect()), area.into());
        }
    };
    let on_key = move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        match event.key().as_str() {
            "Enter" if event.alt_key() => {
                event.prevent_default();
                if let Some((.., Some(span))) = selected() {
                    ask(span);
                }
            }
            "Escape" => chip.set(None),
            _ => {}
        }
    };
    let on_move = move |event: Event| {
        let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
        if event.buttons() == 0 {
            let under = patch_under(event);
            let next = desk.shown_at(mirror.with_untracked(|mirror| mirror.shown_by(under.as_ref()?)));
            match next {
                None => desk.leave(),
                _ if desk.pointed.get_untracked() != next => desk.pointed.set(next),
                Some(_) => {}
            }
        }
    };
    // A long text is not given to the area at all; nor is anything typed into the head of one, which is not the text.
    let on_paste = move |event: Event| {
        let data = event.dyn_ref().and_then(ClipboardEvent::clipboard_data).filter(|_| !desk.locked.get_untracked());
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
        chip.set(None);
        let first = !typing && desk.peek(faircopy::Document::is_empty);
        desk.type_source(area.value(), !typing);
        if first {
            // Where there is room for one pane only, whoever pastes wants to see what became of it.
            pane.set(Pane::Fields);
            // The caret stays at the end, and what a person wants to see is the start.
            let start = area.clone();
            dom::soon(move || dom::reveal_start(&start));
            dom::focus_instead(area);
        }
    };

    let input = el("textarea")
        .class("source-input")
        .handle(handle)
        .attr("aria-label", texts::SOURCE_TEXT)
        // Who comes back to a document wants to see its start, and not the caret, which is at its end.
        .mark("autofocus", move || desk.peek(faircopy::Document::is_empty))
        .attr("spellcheck", "false")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .on("input", on_input)
        .on("beforeinput", move |event| desk.undo_instead_of_browser(&event))
        .on("paste", on_paste)
        .attr("aria-keyshortcuts", "Alt+Enter")
        .on("keydown", on_key)
        .on("keyup", move |event| {
            if event.dyn_ref().is_some_and(moves_caret) {
                on_caret(None);
            }
        })
        .on("click", move |event| on_caret(event.dyn_ref().map(|event: &MouseEvent| (event.client_x(), event.client_y()))))
        .on("mousemove", on_move)
        .on("mouseleave", move |_| desk.leave())
        .on("blur", move |_| {
            desk.close_step();
            // While the menu is open, what it is about stands out.
            if desk.menu.with_untracked(Option::is_none) {
                desk.focus(None);
            }
        });
    let mirror = el("div").class("source-mirror").attr("aria-hidden", "true").handle(stack);
    let asked = live::part(move || match chip.get() {
        None => View::Nothing,
        Some((span, x, y)) => {
            let place = Handle::new(None);
            live::effect(move || {
                if let Some(offer) = place.get().and_then(|offer| offer.dyn_into::<HtmlElement>().ok()) {
                    let room = offer.offset_parent().map_or(0, |stack| stack.client_width()) - offer.offset_width();
                    dom::stand_at(&offer, x.min(f64::from(room)).max(0.0), y);
                }
            });
            let all = live::button("quiet", texts::MAKE_THIS, move || ask(span));
            let part = |(name, what): (&'static str, What)| {
                live::button("quiet", name, move || {
                    if let Some(area) = area() {
                        desk.make(decide(span, what), area.into());
                    }
                })
            };
            el("div")
                .class("chip")
                .attr("role", "group")
                .attr("aria-label", texts::MAKE_THIS)
                .handle(place)
                .on("mousedown", |event| event.prevent_default())
                .child(all.attr("aria-haspopup", "menu"))
                .children(at_once(&desk.peek_index(), span).into_iter().map(part))
                .into()
        }
    });
    let sheet = el("div")
        .class("source-sheet")
        .child(el("p").class("source-empty").attr("id", "source-hint").text(texts::EMPTY))
        .child(live::part(move || note(&desk.index())))
        .child(el("div").class("source-stack").child(mirror).child(input).child(asked));
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

/// Whether a key moves the caret: not one that opened the menu or closed it, nor one of a shortcut. Whoever pastes wants to see the
/// start of what became of it, not the end at which the caret stands.
fn moves_caret(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let is_shortcut = (event.ctrl_key() || event.meta_key()) && key.len() == 1;
    !is_shortcut && !matches!(key.as_str(), "Enter" | "Escape" | "Alt" | "Control" | "Meta" | "Shift")
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
    all.iter().filter_map(|e| e.dyn_into::<Element>().ok()).find(|e| e.local_name() == "mark")
}
