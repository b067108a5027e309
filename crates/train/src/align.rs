//! Which segment of a text stands for which value of its known reading: the labels to learn from.

use std::collections::BTreeSet;

use faircopy::read::features::{
    self, AFTER, Attributes, BULLET, DIGITS, FURNITURE, HEADING, LABEL, POSITION, PROSE, REPEATED, WORDS,
};
use faircopy::read::label::{Label, Part, Step};
use faircopy::read::segment::{Kind, Segment, Separator};
use faircopy::{Field, PartialDate, Repairs, SectionKind, SourceText};

use crate::units::{Unit, words};

/// A label for each segment; `None` where the known reading does not tell.
pub fn align(source: &SourceText, segments: &[Segment], units: &[Unit], open: bool) -> Vec<Option<Label>> {
    let texts: Vec<Vec<String>> = segments.iter().map(|s| words(&Repairs::LINE.apply(source.slice(s.span)))).collect();
    let looks = features::look(source, segments);
    let mut path = best_path(segments, &looks, &texts, units);
    in_order(&mut path, units);
    let mut labels: Vec<Option<Label>> = Vec::with_capacity(segments.len());
    let mut begun: Vec<(SectionKind, usize)> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, choice) in path.iter().enumerate() {
        let Some(unit) = choice.map(|u| &units[u]) else {
            labels.push(None);
            continue;
        };
        let entry = (unit.section, unit.entry);
        let plain =
            matches!(unit.section, SectionKind::Basics | SectionKind::Interests) || unit.part == Part::Field(Field::Keywords);
        // A place may be written in several ways, and each is a unit.
        let place = unit.section == SectionKind::Basics
            && unit.part == Part::Field(Field::Location)
            && labels.last().is_some_and(|l| l.is_some_and(|l| l.section == unit.section && l.part == unit.part));
        let step = if place || last == *choice && goes_on(&texts[at], unit) {
            Step::Continue
        } else if !plain && !begun.contains(&entry) {
            Step::Entry
        } else {
            Step::Value
        };
        begun.push(entry);
        last = *choice;
        labels.push(Some(Label { section: unit.section, part: unit.part, step }));
    }
    let known: BTreeSet<&str> = units.iter().flat_map(|unit| &unit.words).map(String::as_str).collect();
    // What has the words of some value may belong to it, though it was not found there.
    let may_belong = |at: usize| {
        let shared = texts[at].iter().filter(|word| known.contains(word.as_str())).count();
        open || shared * 10 >= texts[at].len() * 7 && shared > 0
    };
    fill(segments, &looks, &mut labels, may_belong);
    labels
}

/// Whether a text is only a part of a unit, so that a neighbour may go on with it.
fn goes_on(text: &[String], unit: &Unit) -> bool {
    unit.dates.is_none() && text.len() < unit.words.len()
}

/// Values of several entries may have the same words. If a text shows each of them, it shows them in order.
fn in_order(path: &mut [Option<usize>], units: &[Unit]) {
    let same = |a: usize, b: usize| {
        let (a, b) = (&units[a], &units[b]);
        a.dates.is_none() && b.dates.is_none() && (a.section, a.part) == (b.section, b.part) && a.words == b.words
    };
    for first in 0..units.len() {
        let group: Vec<usize> = (first..units.len()).filter(|&unit| same(first, unit)).collect();
        if group.len() < 2 || (0..first).any(|unit| same(unit, first)) {
            continue;
        }
        let ours = |choice: Option<usize>| choice.is_some_and(|unit| group.contains(&unit));
        let begins: Vec<usize> = (0..path.len()).filter(|&at| ours(path[at]) && (at == 0 || path[at - 1] != path[at])).collect();
        if begins.len() == group.len() {
            let ends: Vec<usize> =
                begins.iter().map(|&at| (at..path.len()).find(|&end| path[end] != path[at]).unwrap_or(path.len())).collect();
            for ((begin, end), unit) in begins.into_iter().zip(ends).zip(group) {
                path[begin..end].fill(Some(unit));
            }
        }
    }
}

/// The best unit for each segment, all taken together (Viterbi over units and "none").
fn best_path(segments: &[Segment], looks: &[Attributes], texts: &[Vec<String>], units: &[Unit]) -> Vec<Option<usize>> {
    let states = units.len() + 1;
    let none = units.len();
    let mut score = vec![0.0f32; states];
    score[..none].fill(-1e3);
    let mut back: Vec<Vec<u32>> = Vec::with_capacity(segments.len());
    let mut parts: Vec<Vec<Option<(usize, usize)>>> = Vec::with_capacity(segments.len());
    for (at, segment) in segments.iter().enumerate() {
        let fits: Vec<(f32, Option<(usize, usize)>)> = units.iter().map(|u| fit(segment, &looks[at], &texts[at], u)).collect();
        let mut next = vec![f32::NEG_INFINITY; states];
        let mut from = vec![none as u32; states];
        let earlier = |unit: usize| parts.last().and_then(|p: &Vec<Option<(usize, usize)>>| p[unit]);
        for to in 0..states {
            let gain = if to == none { 0.0 } else { fits[to].0 };
            if to != none && gain <= 0.0 {
                continue;
            }
            for before in 0..states {
                if score[before] == f32::NEG_INFINITY {
                    continue;
                }
                let step = match (before == none, to == none) {
                    (true, true) => 0.0,
                    (_, true) | (true, _) => -0.3,
                    _ if before == to => {
                        // The same value goes on only where the text does.
                        match (earlier(before), fits[to].1) {
                            (Some((_, end)), Some((start, _))) if start >= end => 1.0,
                            _ => -20.0,
                        }
                    }
                    _ => between(&units[before], &units[to]),
                };
                let text = |unit: usize| unit != none && units[unit].dates.is_none();
                let left_open =
                    before != to && text(before) && earlier(before).is_some_and(|(_, end)| end < units[before].words.len());
                let within = before != to && text(to) && fits[to].1.is_some_and(|(start, _)| start > 0);
                // A date that is a part of a text stands within it.
                let lost = within && matches!(segment.kind, Kind::Date(_) | Kind::Duration);
                let step = step - PIECE * f32::from(u8::from(left_open) + u8::from(within)) - if lost { 20.0 } else { 0.0 };
                let total = score[before] + step + gain;
                if total > next[to] {
                    next[to] = total;
                    from[to] = before as u32;
                }
            }
        }
        score = next;
        back.push(from);
        parts.push(fits.into_iter().map(|f| f.1).collect());
    }
    let mut state = (0..states).max_by(|&a, &b| score[a].total_cmp(&score[b])).unwrap_or(none);
    let mut path = Vec::with_capacity(segments.len());
    for from in back.iter().rev() {
        path.push((state != none).then_some(state));
        state = from[state] as usize;
    }
    path.reverse();
    path
}

/// What it costs to begin with the middle of a value, or to leave it before its end.
const PIECE: f32 = 2.0;

/// What it costs to go from one unit to another.
fn between(before: &Unit, to: &Unit) -> f32 {
    match (before.section == to.section, to.entry.cmp(&before.entry)) {
        // What an entry is rarely follows what was done in it.
        (true, std::cmp::Ordering::Equal) if is_body(before.part) && !is_body(to.part) => -0.4,
        (true, std::cmp::Ordering::Equal) => 0.0,
        (true, std::cmp::Ordering::Greater) => -0.5 - 0.5 * ((to.entry - before.entry - 1).min(4) as f32),
        (true, std::cmp::Ordering::Less) => -3.0,
        (false, _)
            if matches!(before.section, SectionKind::Basics | SectionKind::Profiles)
                && matches!(to.section, SectionKind::Basics | SectionKind::Profiles) =>
        {
            0.0
        }
        (false, _) => -1.5,
    }
}

fn is_body(part: Part) -> bool {
    matches!(
        part,
        Part::Group | Part::Field(Field::Summary | Field::Highlights | Field::Keywords | Field::Courses | Field::Description)
    )
}

/// How well a segment fits a unit (0 for not at all), and which of the unit's words it covers.
fn fit(segment: &Segment, look: &Attributes, text: &[String], unit: &Unit) -> (f32, Option<(usize, usize)>) {
    if let Some((first, last)) = unit.dates {
        let Kind::Date(expr) = segment.kind else { return (0.0, None) };
        let from = expr.from.map(|d| d.0);
        let to = expr.to.map(|d| d.0);
        let whole = (from, to) == (first, last)
            || (to.is_none() && (from == first || from == last) && (last.is_none() || first.is_none() || first == last));
        let part = from.is_some() && (from == first || from == last) || to.is_some() && to == last;
        // A renderer may be off by a day, and so by a month.
        let year = |date: Option<PartialDate>| date.map(PartialDate::year);
        let near = year(from).is_some() && year(from) == year(first) && (year(to) == year(last) || to.is_none());
        let fit = match (whole, part, near) {
            (true, ..) => 10.0,
            (_, true, _) => 5.0,
            (.., true) => 3.0,
            _ => 0.0,
        };
        // A range's dates may stand apart: its first, then its last.
        let covered = match to.is_none() && first.is_some() && last.is_some() && first != last {
            true if from == first => (0, 1),
            true if from == last => (1, 2),
            _ => (0, 2),
        };
        return (fit, (fit > 0.0).then_some(covered));
    }
    let (n, m) = (text.len(), unit.words.len());
    if text.is_empty() {
        return (0.0, None);
    }
    if text == unit.words {
        return (10.0, Some((0, m)));
    }
    if matches!(segment.kind, Kind::Date(_) | Kind::Duration) {
        let at = unit.words.windows(n).position(|w| w == text);
        return at.map_or((0.0, None), |at| (3.0, Some((at, at + n))));
    }
    if let Some(at) = unit.words.windows(n).position(|w| stands_for(text, w)) {
        let ratio = n as f32 / m as f32;
        // A word or two alone on a line is a piece of a long value only where that goes on: it may well be a heading.
        if n <= 2 && m > 8 && segment.before == Separator::Edge && segment.after == Separator::Edge {
            return (0.2, Some((at, at + n)));
        }
        return (if m <= 8 { 10.0 * ratio.sqrt() } else { 2.0 + 6.0 * ratio + if n >= 3 { 3.0 } else { 0.0 } }, Some((at, at + n)));
    }
    // "Acme logo" and the like hold a value's words, but do not stand for it.
    if look[FURNITURE] == 0 && m * 2 >= n && text.windows(m).any(|w| w == unit.words) {
        return (2.0 + 6.0 * m as f32 / n as f32, Some((0, m)));
    }
    if look[FURNITURE] != 0 {
        return (0.0, None);
    }
    let shared = text.iter().filter(|w| unit.words.contains(w)).count();
    let f1 = 2.0 * shared as f32 / (n + m) as f32;
    if f1 >= 0.7 { (6.0 * f1, Some((0, m))) } else { (0.0, None) }
}

/// Whether a text has the words of a part of a value; the first and the last may be cut by the end of a line.
fn stands_for(text: &[String], words: &[String]) -> bool {
    if text.len() < 3 {
        return text == words;
    }
    let last = text.len() - 1;
    text[1..last] == words[1..last] && words[0].ends_with(&text[0]) && words[last].starts_with(&text[last])
}

/// Labels what stands for no value: headings, tags and junk; the rest belongs nowhere, or is unknown where the reading is `open`.
fn fill(segments: &[Segment], looks: &[Attributes], labels: &mut [Option<Label>], open: impl Fn(usize) -> bool) {
    for at in 0..segments.len() {
        if labels[at].is_some() {
            continue;
        }
        let look = &looks[at];
        let behind = labels[at + 1..].iter().flatten().next().map(|l| l.section);
        let before = labels[..at].iter().flatten().next_back().map(|l| l.section);
        let known = known_section(look[HEADING]);
        let alone = look[POSITION] <= 1;
        let section = behind.or(before).unwrap_or(SectionKind::Basics);
        let between = before.is_none() || behind.is_none() || before != behind;
        let part = if alone
            && segments[at].kind == Kind::Text
            && known.is_some_and(|k| Some(k) == behind || k == SectionKind::Basics || between && look[AFTER] != COLON)
        {
            Some(Part::Heading)
        } else if segments[at].kind == Kind::Duration || matches!(look[FURNITURE], 1..=3) || look[REPEATED] == 1 {
            Some(Part::Junk)
        } else if alone && segments[at].kind == Kind::Text && is_own_heading(look, before, labels.get(at + 1), behind) {
            labels[at] = behind.map(|section| Label { section, part: Part::Heading, step: Step::Value });
            continue;
        } else if look[AFTER] == COLON || matches!(look[LABEL], 1..=4) {
            Some(Part::Tag)
        } else if alone && segments[at].kind == Kind::Text && known.is_some() {
            Some(Part::Heading)
        } else if open(at) {
            None
        } else {
            Some(Part::Unplaced)
        };
        let section = match part {
            Some(Part::Heading) => known.unwrap_or(section),
            Some(Part::Tag | Part::Junk | Part::Unplaced) => SectionKind::Custom,
            _ => section,
        };
        labels[at] = part.map(|part| Label { section, part, step: Step::Value });
    }
}

/// Whether a short line that no section is known by is the heading of the one that begins right below it.
fn is_own_heading(
    look: &Attributes,
    before: Option<SectionKind>,
    next: Option<&Option<Label>>,
    behind: Option<SectionKind>,
) -> bool {
    let begins = next.is_some_and(|n| n.is_some_and(|l| Some(l.section) == behind && l.step != Step::Continue && l.is_content()));
    let short = look[WORDS] <= 4 && look[DIGITS] == 0;
    begins && behind != before && short && look[BULLET] == 0 && look[PROSE] == 0
}

/// The attribute of a colon behind a segment.
const COLON: u8 = 9;

/// The section of a heading attribute.
fn known_section(attribute: u8) -> Option<SectionKind> {
    match attribute {
        0 => None,
        15 => Some(SectionKind::Basics),
        kind => SectionKind::ALL.get(usize::from(kind) - 1).copied(),
    }
}

#[cfg(test)]
mod tests;
