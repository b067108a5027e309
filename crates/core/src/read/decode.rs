//! Decoding: the best labels for all segments of a document together.
//!
//! A beam of partial readings is carried along the segments. Each knows the label before and which fields the entry at hand
//! holds already, so that a second employer within one job costs something, and so does a job with a single field.

mod best;
mod known;
mod pool;
mod scale;

use super::decision::Told;
use super::features::Attributes;
use super::label::{Label, Part, Step};
use super::model::Model;
use crate::resume::SectionKind;
use best::{BEAM, Best, each_from, highest};
use known::Known;
use pool::pool;
use scale::Scale;

/// What became of one segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Its label.
    pub label: Label,
    /// How likely it is right, 0–1.
    pub confidence: f32,
    /// The most likely label of another part, if any is known.
    pub runner_up: Option<Label>,
}

/// A label that its features put this far behind the best one for a segment is not tried.
const HOPELESS: f32 = 6.0;
/// What a second value of a field that an entry has once costs.
const SECOND_VALUE: f32 = 4.0;
/// What a new entry costs while the one before has fewer than two facts about itself.
const BARE_ENTRY: f32 = 2.0;
/// What a value costs where no entry of its section was begun.
const NO_ENTRY: f32 = 5.0;

/// What it costs to go on with something else than what stood before.
const NOT_ITS_LIKE: f32 = 8.0;
/// What it costs that what a person said stands within an entry of another section, which goes on behind it.
const ASIDE: f32 = 1.0;
/// What it costs to go on in another section than a person said that an entry is of, before the entry has two facts.
const LEFT_SECTION: f32 = 6.0;

/// A partial reading.
#[derive(Clone, Copy, Default)]
struct Partial {
    score: f32,
    /// Its parent among all partial readings.
    parent: u32,
    /// What the entry at hand holds.
    held: u64,
    label: u16,
    /// The last label that is content; [`NONE`] after a heading and at the start.
    content: u16,
}

impl Partial {
    /// What matters for what comes.
    fn state(&self) -> (u16, u16, u64) {
        (self.label, self.content, self.held)
    }
}

/// No label has this index.
const NONE: u16 = u16::MAX;

/// Labels all segments. `looks` are theirs, in order; `told` what a person said that some are, in order as well.
pub fn decode(model: &Model, looks: &[Attributes], told: &[(usize, Told)]) -> Vec<Reading> {
    let count = model.labels.len();
    if count == 0 || looks.is_empty() {
        return Vec::new();
    }
    let mut scores = model.network.scores(looks);
    pool(&mut scores, looks, count);
    let mut known = Known::new(&model.labels, told);
    let rules: Vec<Rule> = known.labels.iter().enumerate().map(|(at, &l)| Rule::new(l, at >= count)).collect();
    // All beams one after the other, each with its length.
    let mut beams: Vec<Partial> = Vec::with_capacity(looks.len() * BEAM);
    let mut ends: Vec<usize> = Vec::with_capacity(looks.len());
    let mut best = Best::default();
    let mut tried: Vec<(usize, f32)> = Vec::new();
    let start = [Partial { content: NONE, ..Partial::default() }];
    for (at, row) in scores.chunks_exact(count).enumerate() {
        let floor = highest(row) - HOPELESS;
        tried.clear();
        each_from(floor, row, |label, score| tried.push((label, score)));
        if !told.is_empty() {
            known.heed(at, &looks[at], row, &mut tried);
        }
        let from = ends.len().checked_sub(2).map_or(0, |i| ends[i]);
        let parents = if ends.is_empty() { &start[..] } else { &beams[from..] };
        best.clear();
        // Where the likeliest label is tried first, few of the others are good enough.
        let likeliest = (0..tried.len()).fold(0, |best, at| if tried[at].1 > tried[best].1 { at } else { best });
        for choice in std::iter::once(likeliest).chain((0..tried.len()).filter(|&at| at != likeliest)) {
            let (label, gain) = tried[choice];
            for (parent, partial) in parents.iter().enumerate() {
                // No label costs less than nothing, and the better parents come first.
                if partial.score + gain < best.least {
                    break;
                }
                best.add(extend(&rules, *partial, from + parent, label, gain), choice, parent, false);
                if rules[label].told
                    && let Some(aside) = aside(&rules, *partial, from + parent, label, gain)
                {
                    best.add(aside, choice, parent, true);
                }
            }
        }
        beams.extend(best.kept());
        ends.push(beams.len());
    }
    let path = trace(&beams, &ends);
    let scale = Scale::new(&model.labels);
    let weighed = |(&label, row)| {
        if label < count {
            scale.weigh(row, label)
        } else {
            Reading { label: known.labels[label], confidence: 1.0, runner_up: None }
        }
    };
    path.iter().zip(scores.chunks(count)).map(weighed).collect()
}

/// What the decoder needs to know of a label.
#[allow(clippy::struct_excessive_bools)] // each is a fact of its own
#[derive(Clone, Copy)]
struct Rule {
    section: SectionKind,
    part: Part,
    step: Step,
    content: bool,
    heading: bool,
    single: bool,
    starts_itself: bool,
    /// Whether a person said so.
    told: bool,
    bit: u64,
}

impl Rule {
    fn new(label: Label, told: bool) -> Self {
        Self {
            told,
            section: label.section,
            part: label.part,
            step: label.step,
            content: label.is_content(),
            heading: label.part == Part::Heading,
            single: is_single(label.part),
            starts_itself: starts_itself(label),
            bit: 1 << slot(label.part),
        }
    }
}

/// A partial reading with one more label.
fn extend(rules: &[Rule], from: Partial, parent: usize, label: usize, gain: f32) -> Partial {
    let this = &rules[label];
    let mut next = Partial { score: from.score + gain, label: label as u16, parent: parent as u32, ..from };
    if !this.content {
        if this.heading {
            next.content = NONE;
            next.held = 0;
        }
        return next;
    }
    let last = rules.get(usize::from(from.content));
    let same_section = last.is_some_and(|l| l.section == this.section);
    let few = (from.held & HEADER).count_ones() < 2;
    if few && !same_section && last.is_some_and(|l| l.told && l.bit & HEADER != 0) {
        next.score -= LEFT_SECTION;
    }
    match this.step {
        // What goes on must go on with its like.
        Step::Continue => {
            // What a person pointed at is all of a value.
            if !(same_section && last.is_some_and(|l| l.part == this.part && l.told == this.told)) {
                next.score -= NOT_ITS_LIKE;
            }
        }
        Step::Entry => {
            if same_section && few {
                // Who says what something is mostly says nothing of where an entry begins.
                next.score -= if this.told { 3.0 * BARE_ENTRY } else { BARE_ENTRY };
            }
            next.held = this.bit;
        }
        Step::Value => {
            if !same_section {
                next.held = 0;
                if !this.starts_itself {
                    next.score -= NO_ENTRY;
                }
            } else if next.held & this.bit != 0 && this.single {
                // Where a person said which one it is, the other is likely none.
                next.score -= if this.told { 3.0 * SECOND_VALUE } else { SECOND_VALUE };
            }
            next.held |= this.bit;
        }
    }
    next.content = label as u16;
    next
}

/// A partial reading with one more label, said by a person, that leaves the entry at hand as it is: the entry is of another section.
fn aside(rules: &[Rule], from: Partial, parent: usize, label: usize, gain: f32) -> Option<Partial> {
    let (this, last) = (&rules[label], rules.get(usize::from(from.content))?);
    if !this.content || this.section == last.section {
        return None;
    }
    let cost = if this.step == Step::Continue { 0.0 } else { ASIDE };
    Some(Partial { score: from.score + gain - cost, label: label as u16, parent: parent as u32, ..from })
}

/// Parts that say what an entry is, rather than what was done.
const HEADER: u64 = !(1 << slot_of_highlights() | 1 << (slot_of_highlights() - 1));

const fn slot_of_highlights() -> u32 {
    crate::resume::Field::Highlights as u32
}

fn slot(part: Part) -> u32 {
    match part {
        Part::Field(field) => field as u32,
        Part::Dates => 40,
        Part::Group => 41,
        Part::Profile => 42,
        Part::Heading | Part::Tag | Part::Junk | Part::Unplaced => 43,
    }
}

/// Whether an entry holds it once.
fn is_single(part: Part) -> bool {
    use crate::resume::{Field, FieldKind};
    match part {
        Part::Field(field) => matches!(field.kind(), FieldKind::Line | FieldKind::Date) || field == Field::Summary,
        Part::Dates => true,
        _ => false,
    }
}

/// Whether a value needs no entry begun before it: the basics are one entry, and terms may stand alone.
fn starts_itself(label: Label) -> bool {
    use SectionKind as S;
    matches!(label.section, S::Basics | S::Profiles | S::Skills | S::Interests)
}

/// The labels of the best reading.
fn trace(beams: &[Partial], ends: &[usize]) -> Vec<usize> {
    let mut path = Vec::with_capacity(ends.len());
    let mut at = ends.len().checked_sub(2).map_or(0, |i| ends[i]);
    for _ in ends {
        path.push(usize::from(beams[at].label));
        at = beams[at].parent as usize;
    }
    path.reverse();
    path
}
