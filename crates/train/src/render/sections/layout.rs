//! How the heads of a section's entries are laid out, drawn at random: which fact comes first, what stands between them, and
//! whether the dates and the place stand among them, below the entry, or in a column of their own.

use faircopy::SectionKind;
use faircopy::read::label::Part;

use super::head::Facts;
use crate::render::Tag;
use crate::render::page::Line;
use crate::render::style::Style;
use crate::render::words::{self, LABELS};
use crate::rng::Rng;

/// What a place in a drawn layout is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Title,
    Area,
    Organisation,
    Location,
    Dates,
}

/// Where the dates and the place stand, if not among the other facts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// Among them.
    No,
    /// Below all of the entry: a page's right column comes last when it is copied.
    Below,
    /// In a column of their own, left of all of the entry.
    Left,
}

/// How the heads of a section's entries are laid out: in one of the usual forms, or drawn at random.
#[allow(clippy::struct_excessive_bools)] // each is drawn on its own
pub struct Layout {
    /// Whether it was drawn.
    pub drawn: bool,
    /// Whether a degree's subject is a fact of its own.
    pub area_apart: bool,
    /// The facts in order, with what stands before and after each where it is not the first of its line; a line feed begins a line.
    slots: Vec<(Slot, &'static str, &'static str)>,
    /// The words that announce the facts, if each is announced.
    labels: Option<Vec<String>>,
    /// Whether the first fact stands out, in Markdown.
    bold: bool,
    /// Where the dates and the place stand.
    pub apart: Apart,
    /// Which of the two stand there, and whether the place comes first.
    both_apart: bool,
    place_first: bool,
}

impl Layout {
    /// A layout for a section.
    pub fn new(kind: SectionKind, style: &Style, rng: &mut Rng) -> Self {
        let drawn = rng.chance(65);
        let mut order = if rng.chance(55) { vec![Slot::Title, Slot::Organisation] } else { vec![Slot::Organisation, Slot::Title] };
        let area_apart = drawn && kind == SectionKind::Education && rng.chance(35);
        if area_apart {
            let title = order.iter().position(|&s| s == Slot::Title).unwrap_or(0);
            order.insert(title + usize::from(rng.chance(65)), Slot::Area);
        }
        let organisation = order.iter().position(|&s| s == Slot::Organisation).unwrap_or(0);
        let at = if rng.chance(65) { organisation + 1 } else { rng.below(order.len() + 1) };
        order.insert(at, Slot::Location);
        let at = match rng.below(10) {
            0..=3 => order.len(),
            4..=6 => 0,
            _ => rng.below(order.len() + 1),
        };
        order.insert(at, Slot::Dates);
        let form = drawn && rng.chance(10);
        let labels = form.then(|| order.iter().map(|slot| label(*slot, kind, style, rng)).collect());
        let lined = rng.below(3);
        let main = *rng.pick(&JOINERS);
        let slots = order
            .iter()
            .enumerate()
            .map(|(at, &slot)| {
                let breaks = form || rng.chance([30, 50, 85][lined]);
                let (before, after) = match slot {
                    _ if breaks => ("\n", ""),
                    Slot::Organisation if at > 0 && order[at - 1] == Slot::Title && rng.chance(12) => {
                        (*rng.pick(&[" at ", " @ "]), "")
                    }
                    Slot::Dates | Slot::Location if rng.chance(15) => (" (", ")"),
                    Slot::Dates if rng.chance(30) => (*rng.pick(&["\t", "    ", "          ", ", ", " "]), ""),
                    Slot::Location if rng.chance(40) => (", ", ""),
                    Slot::Area if rng.chance(60) => (*rng.pick(&[", ", " in ", " ", " - "]), ""),
                    _ if rng.chance(60) => (main, ""),
                    _ => (*rng.pick(&JOINERS), ""),
                };
                (slot, before, after)
            })
            .collect();
        let apart = match rng.below(100) {
            0..=11 if drawn && !form => Apart::Below,
            12..=20 if drawn && !form && !style.markdown => Apart::Left,
            _ => Apart::No,
        };
        Self {
            drawn,
            area_apart,
            slots,
            labels,
            bold: rng.chance(40),
            apart,
            both_apart: rng.chance(65),
            place_first: rng.chance(60),
        }
    }

    /// Whether the employer stands above the position.
    pub fn organisation_first(&self, style: &Style) -> bool {
        if !self.drawn {
            return matches!(style.work, 2..=5 | 12..=14);
        }
        let place = |slot: Slot| self.slots.iter().position(|s| s.0 == slot);
        place(Slot::Organisation) < place(Slot::Title)
            && self
                .slots
                .iter()
                .skip(1)
                .any(|s| s.1 == "\n" && place(s.0) > place(Slot::Organisation) && place(s.0) <= place(Slot::Title))
    }

    /// Takes the facts that stand apart, as lines.
    pub fn aside(&self, facts: &mut Facts) -> Vec<Line> {
        if self.apart == Apart::No {
            return Vec::new();
        }
        let mut taken = vec![facts.dates.take()];
        if self.both_apart {
            taken.insert(usize::from(!self.place_first), facts.location.take());
        }
        taken.into_iter().flatten().map(|(text, tag)| Line::default().with(text, tag)).collect()
    }

    /// The lines of a head in a drawn layout.
    pub fn lay(&self, facts: Facts, style: &Style) -> Vec<Line> {
        let Facts { title, area, organisation, location, dates, duration, used } = facts;
        let mut facts = [
            (Slot::Title, title),
            (Slot::Area, area),
            (Slot::Organisation, organisation),
            (Slot::Location, location),
            (Slot::Dates, dates),
        ];
        let announced = Some(Tag { section: SectionKind::Custom, part: Part::Tag, entry: 0, value: usize::MAX });
        let unplaced = Some(Tag { section: SectionKind::Custom, part: Part::Unplaced, entry: 0, value: usize::MAX - 1 });
        let mut lines: Vec<Line> = Vec::new();
        let mut line = Line::default();
        for (at, &(slot, before, after)) in self.slots.iter().enumerate() {
            let Some((text, tag)) = facts.iter_mut().find(|f| f.0 == slot).and_then(|f| f.1.take()) else { continue };
            let first = line.parts.is_empty();
            if before == "\n" && !first {
                lines.push(std::mem::take(&mut line));
            }
            let first = line.parts.is_empty();
            if let Some(labels) = &self.labels {
                line = line.with(labels[at].as_str(), announced).with(": ", None);
            }
            if !first {
                line = line.with(before, None);
            }
            let (open, close) = match (style.markdown && lines.is_empty() && first, self.bold) {
                (true, true) => ("**", "**"),
                (true, false) => ("### ", ""),
                _ => ("", ""),
            };
            line = line.with(open, None).with(text, tag).with(close, None);
            if !first {
                line = line.with(after, None);
            }
            if slot == Slot::Organisation
                && let Some(used) = &used
            {
                line = line.with(" (", None).with(used.as_str(), unplaced).with(")", None);
            }
            if slot == Slot::Dates
                && let Some((text, tag)) = &duration
            {
                line = line
                    .with(*[" · ", " (", "\n"].get(style.work % 3).filter(|j| **j != "\n").unwrap_or(&" · "), None)
                    .with(text.as_str(), *tag);
                if style.work % 3 == 1 {
                    line = line.with(")", None);
                }
            }
        }
        if !line.parts.is_empty() {
            lines.push(line);
        }
        lines
    }
}

/// What joins two facts on a line.
const JOINERS: [&str; 16] =
    [", ", ", ", " — ", " – ", " - ", " | ", " · ", " • ", "\t", "    ", " ", " / ", ": ", "; ", " // ", ", "];

/// The word that announces a fact in a form.
fn label(slot: Slot, kind: SectionKind, style: &Style, rng: &mut Rng) -> String {
    let key = match (slot, kind) {
        (Slot::Title, SectionKind::Education) => "studyType",
        (Slot::Title, SectionKind::Projects) => "groups.name",
        (Slot::Title, _) => "position",
        (Slot::Area, _) => "area",
        (Slot::Organisation, SectionKind::Education) => "education.institution",
        (Slot::Organisation, _) => "name",
        (Slot::Location, _) => "work.location",
        (Slot::Dates, _) => "dates",
    };
    words::label(LABELS, &style.lang, key, rng)
}
