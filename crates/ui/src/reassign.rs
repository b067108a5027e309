//! Saying what a stretch of the source is: the reader is told, and reads the rest around it.

use faircopy::{Decision, Edit, Field, FieldKind, Place, SectionKind, Span, Use, What, Which, is_plain};
use web_sys::{DomRect, HtmlElement};

use crate::desk::{Desk, Follow, Pointed};
use crate::index::Index;
use crate::menu::Choice;
use crate::review::Query;
use crate::spot::Spot;
use crate::texts;

impl Desk {
    /// Opens the menu of what a stretch may be, beside something. `back` is what gets the focus when it is closed.
    pub fn ask_what(self, span: Span, beside: DomRect, back: HtmlElement) {
        self.read_now();
        let index = self.peek_index();
        if !is_plain(index.parsed().source.text()) {
            return self.say(texts::READ_AS_DATA);
        }
        self.pointed.set(Some(Pointed::Span(span)));
        self.offer(texts::MAKE_THIS.get(), choices(&index, span), beside, back);
    }

    /// Makes another field of a value, and what was in that field of the same entry is this one in turn.
    pub fn exchange(self, place: Place, other: Field) {
        let index = self.peek_index();
        let kind = index.kind_of(place.owner);
        let decided = |place: Place, field: Field| {
            let spans = index.source_of(place).map(|p| p.spans.clone()).unwrap_or_default();
            spans.into_iter().map(move |span| Decision::new(span, what(kind, field)))
        };
        let both_lines = place.field.kind() == FieldKind::Line && other.kind() == FieldKind::Line;
        let turned = both_lines.then(|| decided(Place { field: other, ..place }, place.field));
        let decisions = turned.into_iter().flatten().chain(decided(place, other)).collect();
        let at = index.source_of(place).and_then(|p| p.spans.first().copied()).unwrap_or_default().start;
        self.edit(Edit::Decide(decisions));
        self.close_step();
        self.say(texts::DONE);
        // The button that was pressed is gone; the value is in the other field.
        let now = self.peek_index().parsed().ledger.at(at);
        if let Some(Pointed::Spot { spot, place: Some(place), .. }) = self.shown_at(now) {
            self.wanted.set(Some(Query::Value(spot, place)));
        }
    }

    /// Points at what stands at an offset of the source.
    pub fn point_at(self, at: u32) {
        self.focus(self.shown_at(self.peek_index().parsed().ledger.at(at)));
    }

    /// What the fields show of a stretch of source.
    pub fn shown_at(self, used: Option<Use>) -> Option<Pointed> {
        let Some(Use::Field(place)) = used else { return None };
        let spot = self.peek(|d| Spot::of(&d.resume, place))?;
        Some(Pointed::Spot { spot, place: Some(place), follow: Follow::Fields })
    }
}

/// What a stretch may be in the section it is in, by name.
pub fn at_once(index: &Index, span: Span) -> Vec<(&'static str, What)> {
    fields(around(index, span).0)
}

/// What is meant where the selection is empty: all of the value that the caret is in, or its line.
pub fn stretch_at(index: &Index, at: u32) -> Option<Span> {
    let parsed = index.parsed();
    let rows = parsed.ledger.rows();
    let row = rows.get(rows.partition_point(|row| row.0.end <= at))?;
    match row.1 {
        Use::Field(place) => {
            index.source_of(place).and_then(|p| p.spans.iter().copied().find(|span| span.overlaps(row.0))).or(Some(row.0))
        }
        Use::Unplaced => Some(row.0),
        Use::Decoration(_) => {
            parsed.source.lines().iter().map(|line| line.span).find(|line| line.end >= at).and_then(|line| trimmed(index, line))
        }
    }
}

/// A stretch without the white space around it; `None` if nothing is left.
pub fn trimmed(index: &Index, span: Span) -> Option<Span> {
    let text = index.parsed().source.slice(span);
    let start = span.start + (text.len() - text.trim_start().len()) as u32;
    let len = text.trim().len() as u32;
    (len > 0).then_some(Span { start, end: start + len })
}

/// The section that a stretch is in or comes after, and the place that it is in now, if any.
fn around(index: &Index, span: Span) -> (SectionKind, Option<Place>) {
    let rows = index.parsed().ledger.rows();
    let first = rows.partition_point(|row| row.0.end <= span.start);
    let now = rows[first..].iter().take_while(|row| row.0.start < span.end).find_map(|row| place_of(row.1));
    let near = now.or_else(|| rows[..first].iter().rev().find_map(|row| place_of(row.1)));
    (near.map_or(SectionKind::Basics, |place| index.kind_of(place.owner)), now)
}

/// What a stretch may be: a field of the section it is in, the beginning of an entry, a heading, something elsewhere, nothing.
fn choices(index: &Index, span: Span) -> Vec<Choice> {
    let (section, now) = around(index, span);
    let part = |(name, what)| Choice::edit(name, decide(span, what));
    let parts = |section| fields(section).into_iter().map(part).collect::<Vec<_>>();
    let mut choices = parts(section);
    choices.push(Choice::line());
    if section != SectionKind::Basics {
        let is = match now {
            Some(place) if index.parsed().resume.group(place.owner).is_some() => What::Group(section),
            place => what(section, place.map_or(section.fields()[0], |place| place.field)),
        };
        let belongs = |name, entry| Choice::edit(name, Edit::Decide(vec![Decision { span, what: is, entry }]));
        choices.extend([belongs(texts::NEW_ENTRY, Which::New), belongs(texts::ENTRY_BEFORE, Which::Before)]);
    }
    let sections = || SectionKind::ALL.into_iter().filter(|kind| *kind != SectionKind::Basics);
    let heading = |kind| Choice::edit(texts::section_name(kind), decide(span, What::Heading(kind)));
    let elsewhere = |kind| Choice::ask(texts::section_name(kind), parts(kind));
    let others = SectionKind::ALL.into_iter().filter(|kind| *kind != section).map(elsewhere);
    choices.extend([
        Choice::ask(texts::IN_ANOTHER, others.collect()),
        Choice::ask(texts::HEADING_OF, sections().map(heading).collect()),
        Choice::edit(texts::NOTHING, decide(span, What::Nothing)),
    ]);
    choices
}

/// The parts of a section.
fn fields(section: SectionKind) -> Vec<(&'static str, What)> {
    let mut parts: Vec<(&'static str, What)> = Vec::new();
    let mut add = |name: &'static str, what: What| {
        if parts.last().is_none_or(|last| last.0 != name) {
            parts.push((name, what));
        }
    };
    for &field in section.fields() {
        match field {
            Field::Image => {}
            field if field.kind() == FieldKind::Date => add(texts::DATES.get(), What::Dates(section)),
            Field::Highlights => add(texts::BULLET.get(), What::Field(section, field)),
            field => add(texts::field_name(section, field), What::Field(section, field)),
        }
    }
    if section.has_groups() {
        add(texts::GROUP_NAME.get(), What::Group(section));
    }
    parts
}

/// Says what a stretch is.
pub fn decide(span: Span, what: What) -> Edit {
    Edit::Decide(vec![Decision::new(span, what)])
}

fn what(section: SectionKind, field: Field) -> What {
    if field.kind() == FieldKind::Date { What::Dates(section) } else { What::Field(section, field) }
}

fn place_of(used: Use) -> Option<Place> {
    if let Use::Field(place) = used { Some(place) } else { None }
}
