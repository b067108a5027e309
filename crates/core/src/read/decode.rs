//! Decoding: the best labels for all segments of a document together.
//!
//! A beam of partial readings is carried along the segments. Each knows the label before and which fields the entry at hand
//! holds already, so that a second employer within one job costs something, and so does a job with a single field.

use super::features::{self, Looks};
use super::label::{Label, Part, Step};
use super::model::Model;

/// What became of one segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Its label.
    pub label: Label,
    /// How likely it is right, 0–1, given its neighbours' labels.
    pub confidence: f32,
    /// The most likely label of another part, if any is known.
    pub runner_up: Option<Label>,
}

/// How many partial readings are carried along.
const BEAM: usize = 16;
/// What a second value of a field that an entry has once costs.
const SECOND_VALUE: f32 = 2.5;
/// What a new entry costs while the one before has fewer than two facts about itself.
const BARE_ENTRY: f32 = 1.0;
/// What a value costs where no entry of its section was begun.
const NO_ENTRY: f32 = 3.0;

/// A partial reading.
#[derive(Clone, Copy)]
struct Partial {
    score: f32,
    label: u8,
    /// The last label that is content, and the state of its entry.
    content: Option<u8>,
    held: u64,
    /// Its parent in the beam before.
    parent: u16,
}

/// Labels all segments. `looks` are theirs, in order.
pub fn decode(model: &Model, looks: &Looks) -> Vec<Reading> {
    let count = model.labels.len();
    if count == 0 || looks.all.is_empty() {
        return Vec::new();
    }
    let emissions = model.emissions(looks);
    let mut beams: Vec<Vec<Partial>> = Vec::with_capacity(looks.all.len());
    let mut candidates: Vec<Partial> = Vec::new();
    for (at, row) in emissions.chunks(count).enumerate() {
        candidates.clear();
        let state = features::line_state(&looks.all[at]);
        match beams.last() {
            None => candidates.extend((0..count).map(|label| {
                let start = Partial { score: 0.0, label: 0, content: None, held: 0, parent: 0 };
                extend(model, start, 0, label, row[label])
            })),
            Some(beam) => {
                for (parent, &partial) in beam.iter().enumerate() {
                    for (label, emission) in row.iter().enumerate() {
                        let gain = emission + model.transition(state, usize::from(partial.label), label);
                        candidates.push(extend(model, partial, parent, label, gain));
                    }
                }
            }
        }
        beams.push(best(&mut candidates));
    }
    let path = trace(&beams);
    path.iter().enumerate().map(|(at, &label)| weigh(model, looks, &emissions, &path, at, label)).collect()
}

/// A partial reading with one more label.
fn extend(model: &Model, from: Partial, parent: usize, label: usize, gain: f32) -> Partial {
    let this = model.labels[label];
    let last = from.content.map(|c| model.labels[usize::from(c)]);
    let mut next = Partial { score: from.score + gain, label: label as u8, parent: parent as u16, ..from };
    if !this.is_content() {
        if this.part == Part::Heading {
            next.content = None;
            next.held = 0;
        }
        return next;
    }
    let same_section = last.is_some_and(|l| l.section == this.section);
    let bit = 1u64 << slot(this.part);
    match this.step {
        // What goes on must go on with its like.
        Step::Continue if !last.is_some_and(|l| l.section == this.section && l.part == this.part) => next.score -= 8.0,
        Step::Continue => {}
        Step::Entry => {
            if same_section && (from.held & HEADER).count_ones() < 2 {
                next.score -= BARE_ENTRY;
            }
            next.held = bit;
        }
        Step::Value => {
            if !same_section {
                next.held = 0;
                if !starts_itself(this) {
                    next.score -= NO_ENTRY;
                }
            } else if next.held & bit != 0 && is_single(this.part) {
                next.score -= SECOND_VALUE;
            }
            next.held |= bit;
        }
    }
    next.content = Some(label as u8);
    next
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
    use crate::resume::SectionKind as S;
    matches!(label.section, S::Basics | S::Profiles | S::Skills | S::Interests)
}

/// The best [`BEAM`] of the candidates, one for each state that matters for what comes.
fn best(candidates: &mut [Partial]) -> Vec<Partial> {
    let take = (4 * BEAM).min(candidates.len());
    candidates.select_nth_unstable_by(take - 1, |a, b| b.score.total_cmp(&a.score));
    let top = &mut candidates[..take];
    top.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.label.cmp(&b.label)).then(a.parent.cmp(&b.parent)));
    let mut kept: Vec<Partial> = Vec::with_capacity(BEAM);
    for &partial in top.iter() {
        if kept.len() == BEAM {
            break;
        }
        if !kept.iter().any(|k| k.label == partial.label && k.content == partial.content && k.held == partial.held) {
            kept.push(partial);
        }
    }
    kept
}

/// The labels of the best reading.
fn trace(beams: &[Vec<Partial>]) -> Vec<usize> {
    let mut path = Vec::with_capacity(beams.len());
    let mut at = 0;
    for beam in beams.iter().rev() {
        path.push(usize::from(beam[at].label));
        at = usize::from(beam[at].parent);
    }
    path.reverse();
    path
}

/// How sure a label is, and what came next, with the neighbours' labels as they are.
fn weigh(model: &Model, looks: &Looks, emissions: &[f32], path: &[usize], at: usize, label: usize) -> Reading {
    let count = model.labels.len();
    let score = |l: usize| {
        let before = at.checked_sub(1).map_or(0.0, |b| model.transition(features::line_state(&looks.all[at]), path[b], l));
        let after = path.get(at + 1).map_or(0.0, |&a| model.transition(features::line_state(&looks.all[at + 1]), l, a));
        emissions[at * count + l] + before + after
    };
    let chosen = model.labels[label];
    let same = |l: Label| l.section == chosen.section && l.part == chosen.part;
    let mut top = f32::NEG_INFINITY;
    let scores: Vec<f32> = (0..count)
        .map(|l| {
            let s = score(l);
            top = top.max(s);
            s
        })
        .collect();
    let (mut right, mut all) = (0.0, 0.0);
    let mut runner_up: Option<usize> = None;
    for (l, &s) in scores.iter().enumerate() {
        let mass = (s - top).exp();
        all += mass;
        if same(model.labels[l]) {
            right += mass;
        } else if runner_up.is_none_or(|r| s > scores[r]) {
            runner_up = Some(l);
        }
    }
    Reading { label: chosen, confidence: right / all, runner_up: runner_up.map(|l| model.labels[l]) }
}
