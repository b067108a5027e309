//! Stretches of a line that a person said something of: each is a segment of its own, and the rest is cut as ever.

use std::ops::Range;

use super::line::Bullet;
use super::{Segment, Separator, cut};
use crate::read::decision::Told;
use crate::source::Span;

/// Cuts a piece of a line that starts at byte `at` of the source, adding its segments.
pub fn piece(text: &str, at: usize, prose: bool, decided: &[(Span, Told)], segments: &mut Vec<Segment>) {
    let within = |offset: u32| (offset as usize).clamp(at, at + text.len()) - at;
    let mut from = 0;
    for &(span, told) in decided {
        let (start, end) = (within(span.start), within(span.end));
        if start < end {
            part(text, at, from..start, prose, None, segments);
            part(text, at, start..end, prose, Some(told), segments);
            from = end;
        }
    }
    part(text, at, from..text.len(), prose, None, segments);
}

/// A stretch of a piece: one segment if something was said of it, and cut if it was not, or if it is to hold dates.
fn part(text: &str, at: usize, range: Range<usize>, prose: bool, told: Option<Told>, segments: &mut Vec<Segment>) {
    let first = segments.len();
    let part = &text[range.clone()];
    let prose = prose && cut::is_prose(part, false);
    if told.is_some_and(|told| !told.what.is_date()) {
        cut::add(part, at + range.start, 0..part.len(), Separator::Edge, Separator::Edge, prose, segments);
    } else {
        cut::piece(part, at + range.start, prose, segments);
    }
    for segment in &mut segments[first..] {
        segment.told = told;
        // The edges of the stretch are not those of the line.
        if segment.before == Separator::Edge {
            segment.before = Separator::beside(text[..range.start].trim_end().chars().next_back());
        }
        if segment.after == Separator::Edge {
            segment.after = Separator::beside(text[range.end..].trim_start().chars().next());
        }
    }
}

/// How a line opens; what was decided about something that would be its bullet or number keeps it.
pub fn opening(
    line: &str,
    at: usize,
    decided: &[(Span, Told)],
    (heading, bullet, from): (Option<u8>, Bullet, usize),
) -> (Option<u8>, Bullet, usize) {
    for (span, _) in decided {
        let (start, end) = ((span.start as usize).saturating_sub(at), (span.end as usize - at).min(line.len()));
        if start < from && !line[from.min(end)..end].contains(char::is_alphanumeric) {
            return (None, Bullet::None, start);
        }
    }
    (heading, bullet, from)
}
