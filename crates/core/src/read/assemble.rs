//! Assembly: labelled segments become values, values become entries.
//!
//! A value is made from its spans and their repairs alone ([`value::Maker`]), so nothing can be invented here.

mod announced;
mod dates;
mod degree;
mod entries;
mod levels;
mod links;
mod profile;
mod terms;
mod value;

use std::sync::Arc;

use super::decision::Told;
use super::decode::Reading;
use super::features::{self, Attributes};
use super::label::{Label, Part, Step};
use super::lines::LineInfo;
use super::reason::{self, Reason};
use super::segment::{Kind, Segment, Separator};
use crate::parsed::{Decoration, Finding, Parsed, Use};
use crate::resume::{Field, SectionKind};
use crate::source::{SourceText, Span};
use entries::Entries;

/// A run of segments that make up one value.
pub struct Run<'a> {
    /// What it is.
    pub label: Label,
    /// Its segments, in order; at least one.
    pub segments: Vec<&'a Segment>,
    /// How likely the label is right, 0–1.
    pub confidence: f32,
    /// The next likely label.
    pub runner_up: Option<Label>,
    /// Why it was read so.
    pub reason: Reason,
    /// Whether its form or the lexicon shows that it is no content, where the label says so.
    pub known: bool,
    /// What a person said that it is.
    pub told: Option<Told>,
}

impl Run<'_> {
    /// The source it covers: one span, or several where something else stands between.
    pub fn spans(&self, source: &SourceText) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut before: Option<&Segment> = None;
        for &segment in &self.segments {
            // What separates two neighbours, be it a word ("users at peak"), belongs to the value that goes on over it.
            let neighbours = before.is_some_and(|b| b.line == segment.line && b.index + 1 == segment.index);
            match spans.last_mut() {
                Some(last) if neighbours || adjoins(source, *last, segment.span) => *last = last.cover(segment.span),
                _ => spans.push(segment.span),
            }
            before = Some(segment);
        }
        spans
    }
}

/// Whether nothing but marks stands between two spans.
fn adjoins(source: &SourceText, first: Span, second: Span) -> bool {
    let between = Span { start: first.end, end: second.start.max(first.end) };
    !source.slice(between).contains(char::is_alphanumeric)
}

/// A résumé that is assembled piece by piece.
pub struct Assembly {
    entries: Entries,
}

impl Assembly {
    /// Nothing yet, of a source with these lines.
    pub fn new(source: &Arc<SourceText>, lines: &[LineInfo]) -> Self {
        let mut entries = Entries::new(source.clone());
        for (line, info) in source.lines().iter().zip(lines) {
            if let Some(decoration) = info.skip {
                entries.claim(line.span, Use::Decoration(decoration));
            }
        }
        Self { entries }
    }

    /// Adds what the next segments were read as.
    pub fn add(&mut self, segments: &[Segment], looks: &[Attributes], readings: &[Reading]) {
        let entries = &mut self.entries;
        let readings = links::joined(entries.source(), segments, readings);
        for run in runs(segments, looks, &readings) {
            match run.label.part {
                Part::Heading => entries.heading(&run),
                Part::Junk if run.segments.iter().all(|s| s.kind == Kind::Duration) => entries.decorate(&run, Decoration::Duration),
                Part::Tag if run.known => entries.decorate(&run, Decoration::Label),
                Part::Junk if run.known => entries.decorate(&run, Decoration::Furniture),
                // What only looks like a label or like furniture is shown as unplaced: it may be content after all.
                Part::Tag | Part::Junk | Part::Unplaced => {}
                _ => entries.add(&run),
            }
        }
    }

    /// The finished reading.
    pub fn finish(self) -> Parsed {
        let mut parsed = self.entries.finish();
        parsed.findings = findings(&parsed);
        parsed
    }
}

/// The segments as values: a label that continues joins the value before, over what is not content.
fn runs<'a>(segments: &'a [Segment], looks: &[Attributes], readings: &[Reading]) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut content: Option<usize> = None;
    for (at, (segment, reading)) in segments.iter().zip(readings).enumerate() {
        let label = reading.label;
        if segment.told.is_some()
            && let Some(run) = runs.last_mut().filter(|run| run.told == segment.told)
        {
            run.segments.push(segment);
            continue;
        }
        // What a person pointed at is all of a value.
        if (label.step == Step::Continue || is_note(segments, at, label))
            && let Some(run) = content.map(|at| &mut runs[at]).filter(|run| run.told.is_none() && segment.told.is_none())
            && (run.label.section, run.label.part) == (label.section, label.part)
        {
            run.segments.push(segment);
            run.confidence = run.confidence.min(reading.confidence);
            continue;
        }
        // What a person said may stand within a value of another section.
        let aside = |at: usize| segment.told.is_some() && runs[at].label.section != label.section;
        if label.is_content() && !content.is_some_and(aside) {
            content = Some(runs.len());
        }
        runs.push(Run {
            label,
            segments: vec![segment],
            confidence: reading.confidence,
            runner_up: reading.runner_up,
            reason: if segment.told.is_some() { Reason::TOLD } else { reason::of(label, &looks[at]) },
            known: is_known(label.part, &segments[at..], &looks[at]),
            told: segment.told,
        });
    }
    runs
}

/// Whether a segment is the bracket behind a term of a list: "SQL (Postgres)" is one term.
fn is_note(segments: &[Segment], at: usize, label: Label) -> bool {
    let segment = &segments[at];
    label.part == Part::Field(Field::Keywords)
        && segment.before == Separator::Bracket
        && at > 0
        && segments[at - 1].line == segment.line
        && segments[at - 1].after == Separator::Bracket
}

/// Whether the first of some segments shows that it is no content: a label has its colon or is the words of a link, furniture its known
/// words.
fn is_known(part: Part, segments: &[Segment], look: &Attributes) -> bool {
    let names_link = || segments.get(1).is_some_and(|next| next.kind == Kind::Url && next.line == segments[0].line);
    match part {
        Part::Tag => segments[0].after == Separator::Colon || segments[0].after == Separator::Bracket && names_link(),
        Part::Heading => {
            [features::HEADING, features::FIRST_HEADING, features::PART_HEADING].iter().any(|&attribute| look[attribute] > 0)
        }
        _ => [features::FURNITURE, features::REPEATED].iter().any(|&attribute| look[attribute] > 0),
    }
}

/// What a person should know about a reading.
fn findings(parsed: &Parsed) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Finding::of_unseen(&parsed.source).into_iter().collect();
    if !parsed.source.text().contains(char::is_alphanumeric) {
        return findings;
    }
    let without_entries = parsed.resume.sections.iter().all(|s| s.entries.is_empty() || s.kind == SectionKind::Profiles);
    if without_entries {
        let message = "No jobs, schools or skills were found in this text. Headings such as “Experience” help.";
        findings.push(Finding { message: message.to_owned(), span: None });
    }
    findings
}

#[cfg(test)]
mod tests;
