//! The mirror of the source: its text once more, line by line, tinted by what it became.

use std::sync::Arc;

use faircopy::{Parsed, Span, Use, split_unseen};
use leptos::prelude::document;
use web_sys::{DomRect, Element};

use crate::index::Index;
use crate::tint::Tint;

/// What of the source is in the page.
#[derive(Default)]
pub struct Mirror {
    parsed: Option<Arc<Parsed>>,
    lines: Vec<Line>,
}

/// A line of the source, without its end, and what shows it.
struct Line {
    span: Span,
    patches: Vec<Patch>,
    element: Option<Element>,
}

/// A tinted stretch of a line, and what shows it.
struct Patch {
    used: Use,
    span: Span,
    class: &'static str,
    element: Option<Element>,
    lit: bool,
}

impl Mirror {
    /// Fills `root` with the first `len` bytes of what was read. Lines that say and became what they did before stay as they are: a letter
    /// costs the browser no more than its line.
    pub fn paint(&mut self, root: &Element, index: &Index, len: usize) {
        let parsed = index.parsed();
        let mut lines = lines(index, len);
        if let Some(old) = self.parsed.replace(parsed.clone()) {
            let keep = |(line, shown): (&mut Line, &mut Line)| {
                let same = parsed.source.slice(line.span) == old.source.slice(shown.span) && line.shape().eq(shown.shape());
                if same {
                    line.element = shown.element.take();
                    for (patch, shown) in line.patches.iter_mut().zip(&mut shown.patches) {
                        patch.element = shown.element.take();
                        patch.lit = shown.lit;
                    }
                }
                same
            };
            let before = lines.iter_mut().zip(&mut self.lines).map(keep).take_while(|same| *same).count();
            let rest = lines[before..].iter_mut().rev().zip(self.lines[before..].iter_mut().rev());
            rest.map(keep).take_while(|same| *same).count();
        }
        for shown in self.lines.iter().filter_map(|line| line.element.as_ref()) {
            shown.remove();
        }
        let mut next = None;
        for line in lines.iter_mut().rev() {
            if line.element.is_none() {
                line.show(parsed);
                if let Some(element) = &line.element {
                    let _ = root.insert_before(element, next.as_deref());
                }
            }
            next.clone_from(&line.element);
        }
        self.lines = lines;
    }

    fn patches(&self) -> impl Iterator<Item = &Patch> {
        self.lines.iter().flat_map(|line| &line.patches)
    }

    /// Has those stretches stand out that are meant, and no others. Gives the first one.
    pub fn light(&mut self, meant: impl Fn(Use, Span) -> bool) -> Option<&Element> {
        let mut first = None;
        for patch in self.lines.iter_mut().flat_map(|line| &mut line.patches) {
            let Some(element) = &patch.element else { continue };
            let lit = meant(patch.used, patch.span);
            if lit != std::mem::replace(&mut patch.lit, lit) {
                let _ = element.class_list().toggle_with_force("is-lit", lit);
            }
            if lit {
                first = first.or(Some(element));
            }
        }
        first
    }

    /// What the stretch became that an element shows.
    pub fn shown_by(&self, element: &Element) -> Option<Use> {
        self.patches().find(|patch| patch.element.as_ref() == Some(element)).map(|patch| patch.used)
    }

    /// Where the first tinted piece of a stretch stands, or else the one before it.
    pub fn rect(&self, span: Span) -> Option<DomRect> {
        let at = self.patches().take_while(|patch| patch.span.start < span.end);
        let found = at.reduce(|found, patch| if found.span.overlaps(span) { found } else { patch });
        found?.element.as_ref().map(Element::get_bounding_client_rect)
    }
}

impl Line {
    /// Where its stretches are in it, and how they look.
    fn shape(&self) -> impl Iterator<Item = (u32, u32, &'static str)> {
        self.patches.iter().map(|patch| (patch.span.start - self.span.start, patch.span.end - self.span.start, patch.class))
    }

    fn show(&mut self, parsed: &Parsed) {
        let page = document();
        let Ok(element) = page.create_element("div") else { return };
        let mut at = self.span.start;
        for patch in &mut self.patches {
            let Ok(mark) = page.create_element("mark") else { continue };
            mark.set_class_name(patch.class);
            put(&element, parsed.source.slice(Span { start: at, end: patch.span.start }));
            put(&mark, parsed.source.slice(patch.span));
            let _ = element.append_child(&mark);
            patch.element = Some(mark);
            at = patch.span.end;
        }
        put(&element, parsed.source.slice(Span { start: at, end: self.span.end }));
        self.element = Some(element);
    }
}

/// The lines of the first `len` bytes of what was read, which nothing shows yet.
fn lines(index: &Index, len: usize) -> Vec<Line> {
    let parsed = index.parsed();
    let mut rows = parsed.ledger.rows().iter().peekable();
    let mut start = 0;
    let line = |text: &str| {
        let line = Span { start, end: start + text.len() as u32 };
        start = line.end + 1;
        let mut patches = Vec::new();
        while let Some(&&(span, used)) = rows.peek().filter(|(span, _)| span.start < line.end) {
            let class = match used {
                Use::Field(place) => Some(Tint::of(index.kind_of(place.owner), place.field).class()),
                Use::Unplaced => Some("is-unplaced"),
                Use::Decoration(_) => None,
            };
            let within = Span { start: span.start.max(line.start), end: span.end.min(line.end) };
            if let Some(class) = class.filter(|_| within.start < within.end) {
                patches.push(Patch { used, span: within, class, element: None, lit: false });
            }
            // One that goes on is part of the next line too.
            if span.end > line.end {
                break;
            }
            rows.next();
        }
        Line { span: line, patches, element: None }
    };
    parsed.source.text()[..len].split('\n').map(line).collect()
}

/// Puts a text at the end of an element, with a mark around each character that nobody sees.
fn put(element: &Element, text: &str) {
    let page = document();
    for (part, unseen) in split_unseen(text) {
        let text = page.create_text_node(part);
        let _ = if unseen && let Ok(mark) = page.create_element("i") {
            let _ = mark.append_child(&text);
            element.append_child(&mark)
        } else {
            element.append_child(&text)
        };
    }
}
