//! Stretches of a line that a person said something of: each is a segment of its own, and the rest is cut as ever.

use std::ops::Range;

use super::line::Bullet;
use super::{Kind, Markup, Segment, Separator, cut};
use crate::read::decision::Told;
use crate::recognise::date;
use crate::source::Span;

/// Cuts a piece of a line that starts at byte `at` of the source, adding its segments.
pub fn piece(text: &str, at: usize, prose: bool, decided: &[(Span, Told)], segments: &mut Vec<Segment>) {
    let within = |offset: u32| (offset as usize).clamp(at, at + text.len()) - at;
    let mut from = 0;
    for &(span, told) in decided {
        let range = within(span.start)..within(span.end);
        if range.is_empty() {
            continue;
        }
        rest(text, at, from..range.start, prose, segments);
        from = range.end;
        let first = segments.len();
        one(text, at, range, prose, told, segments);
        segments[first..].iter_mut().for_each(|s| s.told = Some(told));
    }
    rest(text, at, from..text.len(), prose, segments);
}

/// How a line opens; what was decided about something that would be its bullet or number keeps it.
pub fn opening(
    line: &str,
    at: usize,
    decided: &[(Span, Told)],
    (heading, bullet, from): (Option<u8>, Bullet, usize),
) -> (Option<u8>, Bullet, usize) {
    let says = |span: Span, part: Range<usize>| {
        let (start, end) = (span.start.max((at + part.start) as u32) as usize, span.end.min((at + part.end) as u32) as usize);
        start < end && line[start - at..end - at].contains(char::is_alphanumeric)
    };
    let lost = decided.iter().find(|(span, _)| says(*span, 0..from) && !says(*span, from..line.len()));
    match lost {
        Some((span, _)) => (None, Bullet::None, (span.start as usize).max(at) - at),
        None => (heading, bullet, from),
    }
}

/// What nothing was decided about.
fn rest(text: &str, at: usize, range: Range<usize>, prose: bool, segments: &mut Vec<Segment>) {
    let first = segments.len();
    let part = &text[range.clone()];
    cut::piece(part, at + range.start, prose && cut::is_prose(part, false), segments);
    // The edges of the part are not those of the line.
    for segment in &mut segments[first..] {
        for separator in [&mut segment.before, &mut segment.after] {
            if *separator == Separator::Edge {
                *separator = Separator::Space;
            }
        }
    }
}

/// A stretch as one segment; if it is a date, each that it holds as one.
fn one(text: &str, at: usize, range: Range<usize>, prose: bool, told: Told, segments: &mut Vec<Segment>) {
    let before = Separator::beside(text[..range.start].trim_end().chars().next_back());
    let after = Separator::beside(text[range.end..].trim_start().chars().next());
    let dates = if told.what.is_date() { date::find_all(&text[range.clone()]) } else { Vec::new() };
    if dates.is_empty() {
        let prose = prose && cut::is_prose(&text[range.clone()], false);
        return cut::add(text, at, range, before, after, prose, segments);
    }
    for date in dates {
        let date = date.shifted(at + range.start);
        let segment = Segment::new(date.span, Kind::Date(date), Markup::Plain, false);
        segments.push(Segment { before, after, ..segment });
    }
}
