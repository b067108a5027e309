//! Entries: a job, a degree, a skill group.

use super::draft::Draft;
use super::raw::Piece;
use crate::dialect::{ASIDE, PRESENT, RANGE, Shape, labelled, line_fields, takes_of};
use crate::parsed::Decoration;
use crate::read::Reason;
use crate::resume::{Entry, Field, FieldKind, Group, Item, SectionKind, Value};

/// An entry in the making.
pub(super) struct Building<'a> {
    pub entry: Entry,
    body: Vec<Piece<'a>>,
    highlights: Vec<Item>,
    groups: Vec<Group>,
}

impl<'a> Building<'a> {
    pub fn new(entry: Entry) -> Self {
        Self { entry, body: Vec::new(), highlights: Vec::new(), groups: Vec::new() }
    }

    pub fn paragraph(&mut self, line: Piece<'a>) {
        self.body.push(line);
    }

    pub fn bullet(&mut self, draft: &mut Draft, text: Piece<'a>) {
        let item = draft.item(Field::Highlights, text, Reason::ITEM);
        match self.groups.last_mut() {
            Some(group) => group.highlights.push(item),
            None => self.highlights.push(item),
        }
    }

    pub fn group(&mut self, draft: &mut Draft, name: Piece<'a>) {
        let group = draft.group(name);
        self.groups.push(group);
    }

    /// The entry with all that was gathered.
    pub fn finish(mut self, draft: &mut Draft, body: Option<Field>) -> Entry {
        if let Some(body) = body {
            draft.paragraphs(&mut self.entry, body, &self.body, Reason::PARAGRAPH);
        }
        self.entry.set(Field::Highlights, Value::List(self.highlights));
        self.entry.groups = self.groups;
        self.entry
    }
}

/// Reads the lines that say where, what and when; `None` if one is not ours.
pub(super) fn header(draft: &mut Draft, entry: &mut Entry, kind: SectionKind, shape: &Shape, lines: &[Piece<'_>]) -> Option<()> {
    for &line in lines {
        if line.text.starts_with("**") {
            let (name, rest) = line.enclosed("**")?;
            if let Some(label) = name.label() {
                let field = labelled(kind, label.text)?;
                draft.decoration(label, Decoration::Label);
                labelled_value(draft, entry, field, rest.after(" ")?);
            } else {
                draft.text(entry, shape.head, name, Reason::BOLD_HEAD);
                if let Some(aside) = rest.after(ASIDE) {
                    draft.text(entry, shape.aside?, aside.after("*")?.before("*")?, Reason::ITALICS_HEAD);
                }
            }
        } else if let Some(dates_piece) = line.after("*") {
            dates(draft, entry, kind, shape, dates_piece.before("*")?);
        } else if kind == SectionKind::Education {
            degree(draft, entry, line);
        } else {
            return None;
        }
    }
    Some(())
}

fn labelled_value(draft: &mut Draft, entry: &mut Entry, field: Field, text: Piece<'_>) {
    if field.kind() == FieldKind::Terms {
        terms(draft, entry, field, text);
    } else {
        draft.labelled(entry, field, text, Reason::BY_LABEL);
    }
}

fn terms(draft: &mut Draft, entry: &mut Entry, field: Field, text: Piece<'_>) {
    let items = text.split_all(", ").into_iter().map(|term| draft.item(field, term, Reason::TERM)).collect();
    entry.set(field, Value::List(items));
}

fn dates(draft: &mut Draft, entry: &mut Entry, kind: SectionKind, shape: &Shape, text: Piece<'_>) {
    if let Some(field) = shape.date {
        draft.date(entry, field, text);
    } else if let Some(end) = text.after(RANGE.trim_start()) {
        draft.date(entry, Field::EndDate, end);
    } else if let Some((start, end)) = text.split(RANGE) {
        draft.date(entry, Field::StartDate, start);
        if end.text == PRESENT {
            draft.decoration(end, Decoration::Label);
        } else {
            draft.date(entry, Field::EndDate, end);
        }
    } else {
        if kind != SectionKind::Education {
            draft.date(entry, Field::StartDate, text);
        }
        draft.date(entry, Field::EndDate, text);
    }
}

fn degree(draft: &mut Draft, entry: &mut Entry, line: Piece<'_>) {
    let of = || line.split(" of ").filter(|(degree, _)| takes_of(degree.text));
    if let Some((degree, area)) = line.split(", ").or_else(of) {
        draft.text(entry, Field::StudyType, degree, Reason::INSTITUTION);
        draft.text(entry, Field::Area, area, Reason::INSTITUTION);
        let between = degree.start + degree.text.len();
        draft.decoration(
            Piece { text: &line.text[between - line.start..area.start - line.start], start: between },
            Decoration::Label,
        );
    } else {
        draft.text(entry, Field::StudyType, line, Reason::INSTITUTION);
    }
}

/// Reads an entry that takes one line; `None` if it is not ours.
pub(super) fn line(draft: &mut Draft, kind: SectionKind, line: Piece<'_>) -> Option<Entry> {
    let (name_field, level_field, rest_field) = line_fields(kind);
    let mut entry = draft.entry();
    let mut rest = line;
    if line.text.starts_with("**") {
        let (name, after) = line.enclosed("**")?;
        let label = name.label();
        draft.text(&mut entry, name_field, label.unwrap_or(name), Reason::BOLD);
        if label.is_some() {
            rest = after.after(" ")?;
        } else if after.text.is_empty() {
            return Some(entry);
        } else {
            rest = after.after(ASIDE)?;
        }
    }
    if rest.text.starts_with('*') {
        let (level, after) = rest.enclosed("*")?;
        draft.text(&mut entry, level_field?, level, Reason::ITALICS);
        if after.text.is_empty() {
            return Some(entry);
        }
        rest = after.after(": ")?;
    }
    if rest_field.kind() == FieldKind::Terms {
        terms(draft, &mut entry, rest_field, rest);
    } else {
        draft.text(&mut entry, rest_field, rest, Reason::AFTER_NAME);
    }
    Some(entry)
}
