//! What can be seen of a segment in its surroundings.

use std::ops::Range;

use super::attributes::step;
#[allow(clippy::wildcard_imports)] // the names of the attributes are this module's vocabulary
use super::*;
use crate::read::decision::What;
use crate::read::hash::{self, ByHash};
use crate::read::segment::{Kind, Segment};
use crate::source::{SourceText, Span};

/// Adds to `all` the attributes that depend on other segments.
pub fn add(source: &SourceText, segments: &[Segment], rows: &[Range<usize>], all: &mut [Attributes]) {
    let style = style(segments, all);
    let longest = source.lines().iter().map(|l| l.span.len()).filter(|&l| l < 200).max().unwrap_or(0);
    let last_line = segments.last().map_or(0, |s| s.line);
    let mut seen = ByHash::with_room(segments.len());
    let mut heading: Option<(u8, u32)> = None;
    let mut date_line: Option<u32> = None;
    let is_date = |i: &usize| matches!(segments[*i].kind, Kind::Date(_));
    let has_date: Vec<bool> = rows.iter().map(|row| row.clone().any(|i| is_date(&i))).collect();
    for at in 0..rows.len() {
        let row = rows[at].clone();
        let line = segments[row.start].line;
        let above = (at > 0).then(|| &segments[rows[at - 1].start]);
        let blank_before = above.map_or(2, |a| line - a.line - 1);
        let next = rows.get(at + 1).and_then(|r| segments.get(r.start)).map_or(last_line + 3, |s| s.line);
        let date_at = |back: usize, ahead: usize| at >= back && has_date.get(at - back + ahead).is_some_and(|&d| d);
        let nearest = [(1, 0, 3), (0, 1, 4), (2, 0, 5), (0, 2, 6), (0, 3, 7)];
        let date_near = nearest.iter().find(|&&(back, ahead, _)| date_at(back, ahead)).map_or(0, |n| n.2);
        let headed = row.clone().rev().find(|&i| segments[i].told.is_some_and(|t| matches!(t.what, What::Heading(_))));
        if headed.is_some() || row.len() == 1 && all[row.start][HEADING] > 0 && all[row.start][BULLET] == 0 {
            heading = Some((all[headed.unwrap_or(row.start)][HEADING], line));
        }
        let cut_off = above.map_or(0, |a| {
            let length = source.lines()[a.line as usize].span.len();
            let text = source.slice(Span::new(a.span.start as usize, source.lines()[a.line as usize].span.end as usize)).trim_end();
            let open = !text.ends_with(['.', '!', '?', ':', '。']);
            match (line - a.line == 1, length * 4 > longest * 3, open) {
                (true, true, true) => 3,
                (true, true, false) => 2,
                (true, false, true) => 1,
                _ => 0,
            }
        });
        let mut dates = row.clone().filter(is_date);
        let first_date = dates.next();
        let last_date = dates.next_back().or(first_date);
        for i in row.clone() {
            let first = i == row.start;
            let own_date = is_date(&i);
            let a = &mut all[i];
            a[BLANK_BEFORE] = if first { blank_before.min(2) as u8 } else { 0 };
            a[BLANK_AFTER] = if i + 1 == row.end { (next - line - 1).min(2) as u8 } else { 0 };
            a[SHIFT] = above.filter(|_| first).map_or(3, |above| match segments[i].column.cmp(&above.column) {
                std::cmp::Ordering::Equal => 0,
                std::cmp::Ordering::Greater => 1,
                std::cmp::Ordering::Less => 2,
            });
            a[POSITION] = match (first, i + 1 == row.end) {
                (true, true) => 0,
                (true, false) => 1,
                (false, false) => 2,
                (false, true) => 3,
            };
            a[COMPANIONS] = row.len().min(4) as u8 - 1;
            a[DEPTH] = step(line as usize, &[1, 2, 3, 6, 12, 25]);
            let date_before = first_date.is_some_and(|d| d < i);
            let date_after = last_date.is_some_and(|d| d > i);
            a[DATE_NEAR] = if own_date {
                8
            } else if date_before {
                1
            } else if date_after {
                2
            } else {
                date_near
            };
            a[UNDER] = heading.map_or(0, |h| h.0);
            a[SINCE_HEADING] = heading.map_or(5, |h| step((line - h.1) as usize, &[1, 2, 3, 6]));
            a[SINCE_DATE] = date_line.map_or(6, |d| step((line - d) as usize, &[1, 2, 3, 4, 6]));
            a[WRAPPED] = if first { cut_off } else { 0 };
            a[STYLE] = style;
            let text = source.slice(segments[i].span);
            a[REPEATED] = match seen.insert(hash::of(text), line) {
                Some(before) if line - before <= 3 => 1,
                Some(_) => 2,
                None => 0,
            };
        }
        if has_date[at] {
            date_line = Some(line);
        }
    }
}

/// The segments of each line that has any.
pub fn rows(segments: &[Segment]) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    for (i, segment) in segments.iter().enumerate() {
        match rows.last_mut() {
            Some(row) if segments[row.start].line == segment.line => row.end = i + 1,
            _ => rows.push(i..i + 1),
        }
    }
    rows
}

/// Whether the document has headings that the lexicon knows, and bullets.
fn style(segments: &[Segment], all: &[Attributes]) -> u8 {
    let headings = all.iter().filter(|a| a[HEADING] > 0 && a[POSITION] == 0).count() >= 2;
    let bullets = segments.iter().filter(|s| s.bullet != crate::read::segment::Bullet::None).count() >= 2;
    u8::from(headings) + 2 * u8::from(bullets)
}
