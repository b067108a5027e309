//! Values that a person said: each is put where it was said to belong, in place of what was taken for it.

use super::Entries;
use crate::parsed::{Decoration, Place};
use crate::read::assemble::{Run, dates, profile, terms};
use crate::read::decision::{Told, Which};
use crate::read::label::{Part, Step};
use crate::read::segment::Kind;
use crate::recognise::{date, email, phone, url};
use crate::resume::{Entry, Field, FieldKind, SectionKind};
use crate::source::Span;

impl Entries {
    /// Adds what a person said.
    pub(super) fn add_told(&mut self, run: &Run<'_>, told: Told) {
        let kind = run.label.section;
        let spans = run.spans(&self.maker.source);
        match (kind, run.label.part) {
            (SectionKind::Basics, _) => {
                let mut basics = std::mem::take(&mut self.resume.basics);
                self.set_told(&mut basics, kind, &spans, run);
                self.resume.basics = basics;
                return;
            }
            (SectionKind::Languages, Part::Field(Field::Language)) if told.entry != Which::Before => {
                return self.add_languages(&spans, run);
            }
            (SectionKind::Interests, Part::Field(Field::Name)) => return self.add_each(kind, Field::Name, &spans, run),
            _ => {}
        }
        if told.entry == Which::Before {
            self.reopen(kind);
        }
        if self.begins_told(run, told) {
            self.close(kind);
            self.begin(kind);
        }
        let Some(mut entry) = self.take(kind) else { return };
        self.set_told(&mut entry, kind, &spans, run);
        self.open.push((kind, entry));
    }

    /// Makes the last entry of a section the one at hand, if none of it is.
    fn reopen(&mut self, kind: SectionKind) {
        // A publication's date may stand within a value that would be taken out.
        if kind == SectionKind::Publications || self.at_hand(kind).is_some() {
            return;
        }
        let section = self.resume.sections.iter_mut().rfind(|s| s.kind == kind);
        if let Some(entry) = section.and_then(|s| s.entries.pop()) {
            self.open.push((kind, entry));
        }
    }

    fn begins_told(&self, run: &Run<'_>, told: Told) -> bool {
        let kind = run.label.section;
        let Some(entry) = self.at_hand(kind) else { return true };
        let taken = match run.label.part {
            Part::Field(field) => {
                let key = kind.fields().iter().take(2).any(|&f| f == field);
                key && field.kind() == FieldKind::Line && self.maker.is_told(entry, field)
            }
            _ => false,
        };
        told.entry != Which::Before && (run.label.step == Step::Entry && !entry.is_empty() || taken)
    }

    fn set_told(&mut self, entry: &mut Entry, kind: SectionKind, spans: &[Span], run: &Run<'_>) {
        match run.label.part {
            Part::Dates => self.set_told_dates(entry, None, kind, spans, run),
            Part::Field(field) if field.kind() == FieldKind::Date => self.set_told_dates(entry, Some(field), kind, spans, run),
            Part::Field(field) if field.kind() == FieldKind::Line => self.set_told_line(entry, kind, field, spans, run),
            _ => self.set(entry, kind, spans, run),
        }
    }

    fn set_told_line(&mut self, entry: &mut Entry, kind: SectionKind, field: Field, spans: &[Span], run: &Run<'_>) {
        let found = match field {
            Field::Email => self.within(spans, email::find),
            Field::Phone => self.within(spans, phone::find),
            Field::Url => self.within(spans, url::find),
            _ => None,
        };
        // Two stretches that are said to be one value are joined, but not two addresses.
        let goes_on = found.is_none() && self.maker.is_told(entry, field);
        if entry.get(field).is_some() && !goes_on {
            self.maker.forget(entry, field);
        }
        match (field, found) {
            (Field::Email, Some(span)) => self.maker.email(entry, span, run),
            (Field::Url, Some(span)) if kind == SectionKind::Profiles => profile::address_parts(&mut self.maker, entry, span, run),
            (Field::Url, Some(span)) => self.maker.url(entry, field, span, run),
            (Field::Phone, Some(span)) => self.maker.text(entry, field, &[span], run),
            _ => {
                let spans: Vec<Span> = spans.iter().map(|&s| terms::unwrap(&self.maker.source, s)).collect();
                let spans = self.without_announcement(field, spans);
                self.maker.join(entry, field, &spans, run);
                self.remember_employer(entry, kind, field, spans);
            }
        }
        self.maker.told.push(Place { owner: entry.id, field });
    }

    /// Where in one of the spans something is found.
    fn within(&self, spans: &[Span], find: fn(&str) -> Option<Span>) -> Option<Span> {
        spans.iter().find_map(|&span| Some(find(self.maker.source.slice(span))?.shifted(span.start as usize)))
    }

    /// A date, or the dates of a range. What says none is kept as the text that it is.
    fn set_told_dates(&mut self, entry: &mut Entry, field: Option<Field>, kind: SectionKind, spans: &[Span], run: &Run<'_>) {
        let first = run.segments.iter().find_map(|s| if let Kind::Date(expr) = s.kind { Some(expr) } else { None });
        let single = first.is_some_and(|expr| !expr.range);
        for one in dates::FIELDS {
            // Two single dates make a range.
            if field.map_or(!single || !self.maker.is_told(entry, one), |field| field == one) {
                self.maker.forget(entry, one);
            }
        }
        let text_field = field.or_else(|| kind.fields().iter().copied().find(|f| f.kind() == FieldKind::Date));
        match (first, field, text_field) {
            (Some(expr), Some(field), _) => {
                let date = if field == Field::EndDate { expr.to.or(expr.from) } else { expr.from.or(expr.to) };
                if let Some((date, span)) = date {
                    self.maker.date(entry, field, date, span, run);
                }
            }
            (Some(_), ..) => dates::set(&mut self.maker, entry, kind, run),
            // No end is how a résumé says that something goes on.
            (None, Some(Field::EndDate), _) if date::goes_on(self.maker.source.slice(spans[0])) => {
                self.decorate(run, Decoration::Label);
            }
            (None, _, Some(field)) => self.maker.text(entry, field, spans, run),
            _ => {}
        }
        for one in dates::FIELDS {
            if entry.get(one).is_some() && field.is_none_or(|field| field == one) {
                self.maker.told.push(Place { owner: entry.id, field: one });
            }
        }
    }
}
