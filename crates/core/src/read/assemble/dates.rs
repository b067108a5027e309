//! Dates of an entry: what one date, a range, or two dates on their own mean in each section.

use super::Run;
use super::value::Maker;
use crate::date::PartialDate;
use crate::order::by_number;
use crate::parsed::{Decoration, Place, Provenance, Use};
use crate::read::Reason;
use crate::read::segment::Kind;
use crate::recognise::date::{self, DateExpr};
use crate::repair::{Repair, Repairs};
use crate::resume::{Entry, Field, SectionKind, Value};
use crate::source::Span;

/// Sets the dates of an entry from a run of dates.
pub fn set(maker: &mut Maker, entry: &mut Entry, kind: SectionKind, run: &Run<'_>) {
    for segment in &run.segments {
        let Kind::Date(expr) = segment.kind else { continue };
        joints(maker, &expr);
        if let Some(field) = only_date(kind) {
            if let Some((date, span)) = expr.to.or(expr.from)
                && entry.get(field).is_none()
            {
                maker.date(entry, field, date, span, run);
            }
            continue;
        }
        if expr.range {
            let both = [Field::StartDate, Field::EndDate];
            // Where a person said one of the two, the other is still to be had.
            let fresh = both.iter().all(|&f| entry.get(f).is_none()) || both.iter().any(|&f| maker.is_told(entry, f));
            for (field, date) in both.into_iter().zip([expr.from, expr.to]) {
                if let Some((date, span)) = date.filter(|_| fresh && entry.get(field).is_none()) {
                    maker.date(entry, field, date, span, run);
                }
            }
        } else if let Some(single) = expr.from {
            set_single(maker, entry, kind, single, run);
        }
    }
}

/// The date of a publication that only its publisher's text tells: "Polar Coasts 2023; 11: 55–71".
pub fn of_publisher(maker: &mut Maker, entry: &mut Entry) {
    if entry.get(Field::ReleaseDate).is_some() || entry.get(Field::Publisher).is_none() {
        return;
    }
    let place = Place { owner: entry.id, field: Field::Publisher };
    let Some(known) = maker.provenance.iter().rev().find(|p| p.place == place).cloned() else { return };
    let found = known.spans.iter().find_map(|&span| {
        let all = date::find_all(maker.source.slice(span));
        let single = all.iter().find(|e| !e.range)?;
        single.shifted(span.start as usize).from
    });
    if let Some((date, span)) = found {
        entry.set(Field::ReleaseDate, Value::Date(date));
        let place = Place { owner: entry.id, field: Field::ReleaseDate };
        let repairs = Repairs::NONE.with(Repair::DateNormalised);
        maker.provenance.push(Provenance { place, spans: vec![span], repairs, reason: Reason::PUBLISHER, ..known });
    }
}

/// Claims what joins the dates of an expression, or says that it goes on: "to", "present".
fn joints(maker: &mut Maker, expr: &DateExpr) {
    let mut from = expr.span.start;
    let mut dates: Vec<Span> = [expr.from, expr.to].into_iter().flatten().map(|d| d.1).collect();
    by_number(&mut dates, |d| d.start.into());
    for end in dates.iter().map(|d| (d.start, d.end)).chain([(expr.span.end, expr.span.end)]) {
        if from < end.0 {
            maker.claim(Span { start: from, end: end.0 }, Use::Decoration(Decoration::Label));
        }
        from = from.max(end.1);
    }
}

/// All fields that a run of dates may set.
pub const FIELDS: [Field; 4] = [Field::StartDate, Field::EndDate, Field::Date, Field::ReleaseDate];

/// The only date field that a section's entries have, if they have but one.
fn only_date(kind: SectionKind) -> Option<Field> {
    match kind {
        SectionKind::Awards | SectionKind::Certificates => Some(Field::Date),
        SectionKind::Publications => Some(Field::ReleaseDate),
        _ => None,
    }
}

/// A date on its own: the end of a degree; the start and the end of a job. A second one makes a range of the two.
fn set_single(maker: &mut Maker, entry: &mut Entry, kind: SectionKind, (date, span): (PartialDate, Span), run: &Run<'_>) {
    let start = entry.date(Field::StartDate);
    let end = entry.date(Field::EndDate);
    match (start, end) {
        (None, None) => {
            if kind != SectionKind::Education {
                maker.date(entry, Field::StartDate, date, span, run);
            }
            maker.date(entry, Field::EndDate, date, span, run);
        }
        (None, Some(end)) if date < end => maker.date(entry, Field::StartDate, date, span, run),
        // Of a job whose start a person said, another date is the end.
        (Some(start), None) if date > start && maker.is_told(entry, Field::StartDate) => {
            maker.date(entry, Field::EndDate, date, span, run);
        }
        (None, Some(end)) if date > end && !maker.is_told(entry, Field::EndDate) => {
            let first = maker
                .provenance
                .iter()
                .rev()
                .find(|p| p.place.owner == entry.id && p.place.field == Field::EndDate)
                .map(|p| p.spans[0]);
            if let Some(first) = first {
                maker.date(entry, Field::StartDate, end, first, run);
            }
            maker.date(entry, Field::EndDate, date, span, run);
        }
        (Some(start), Some(end)) if start == end && date > end => maker.date(entry, Field::EndDate, date, span, run),
        (Some(start), Some(end)) if start == end && date < end => maker.date(entry, Field::StartDate, date, span, run),
        _ => {}
    }
}
