//! What is known of segments before any is labelled: what a person said of them.

use crate::read::decision::{Told, What, Which};
use crate::read::features::{Attributes, BLANK_BEFORE};
use crate::read::label::{Label, Part, Step};
use crate::resume::{Field, FieldKind, SectionKind};

/// The labels of segments that a person said something of.
pub struct Known<'a> {
    /// The model's labels, and behind them those that were said.
    pub labels: Vec<Label>,
    /// How many of them are the model's.
    count: usize,
    /// Which segments something was said of, and what; those that were not reached yet.
    told: &'a [(usize, Told)],
    /// The stretch of the segment before.
    stretch: Option<u32>,
    /// The section that something on these lines was said to be of, up to the next blank one.
    section: Option<SectionKind>,
}

impl<'a> Known<'a> {
    /// Adds the labels that were said to those of a model.
    pub fn new(labels: &[Label], told: &'a [(usize, Told)]) -> Self {
        let mut known = Self { labels: labels.to_vec(), count: labels.len(), told, stretch: None, section: None };
        for (_, told) in told {
            for step in [Step::Entry, Step::Value, Step::Continue] {
                let label = label(told.what, step);
                if !known.labels[known.count..].contains(&label) {
                    known.labels.push(label);
                }
            }
        }
        known
    }

    /// Puts in place of `tried`, which are the likely labels of the segment at `at` with their scores, those that it may have by
    /// what was said of it. Where something beside it was said to be of another section, it may be of that one as well.
    /// Asked for the segments in order; `row` are the scores of all of the model's labels.
    pub fn heed(&mut self, at: usize, look: &Attributes, row: &[f32], tried: &mut Vec<(usize, f32)>) {
        if look[BLANK_BEFORE] > 0 {
            self.section = None;
        }
        let Some(((_, told), rest)) = self.told.split_first().filter(|(first, _)| first.0 == at) else {
            self.stretch = None;
            if let Some(section) = self.section {
                self.carry_over(section, tried);
            }
            return;
        };
        tried.clear();
        self.section = told.what.entry_section();
        self.told = rest;
        let begins = self.stretch.replace(told.stretch) != Some(told.stretch);
        let steps: &[Step] = match told.entry {
            _ if !label(told.what, Step::Value).is_content() => &[Step::Value],
            _ if !begins => &[Step::Continue],
            Which::New => &[Step::Entry],
            Which::Before => &[Step::Value],
            Which::Any => &[Step::Entry, Step::Value],
        };
        for &step in steps {
            let score = self.labels[..self.count].iter().position(|&l| l == scored_as(told.what, step)).map(|at| row[at]);
            // Where the model knows neither, it begins no entry.
            if score.is_some() || steps.len() == 1 || step == Step::Value && tried.is_empty() {
                let label = label(told.what, step);
                let place = self.labels[self.count..].iter().position(|&l| l == label).unwrap_or_default();
                tried.push((self.count + place, score.unwrap_or_default()));
            }
        }
    }

    /// Adds to the labels that are tried the same parts of a section, with the same scores.
    fn carry_over(&self, section: SectionKind, tried: &mut Vec<(usize, f32)>) {
        for at in 0..tried.len() {
            let (label, score) = tried[at];
            let own = self.labels[label];
            let part = match own.part {
                Part::Field(Field::Name) if section == SectionKind::Volunteer => Part::Field(Field::Organization),
                Part::Field(Field::Organization) if section == SectionKind::Work => Part::Field(Field::Name),
                part => part,
            };
            let same = Label { section, part, step: own.step };
            let found = self.labels[..self.count].iter().position(|&l| l == same);
            match found.map(|found| (found, tried.iter().position(|t| t.0 == found))) {
                Some((_, Some(place))) => tried[place].1 = tried[place].1.max(score),
                Some((found, None)) if own.is_content() => tried.push((found, score)),
                _ => {}
            }
        }
    }
}

/// The label of what a person said.
fn label(what: What, step: Step) -> Label {
    let (section, part) = match what {
        What::Field(section, field) => (section, Part::Field(field)),
        What::Dates(section) => (section, Part::Dates),
        What::Group(section) => (section, Part::Group),
        What::Heading(section) => (section, Part::Heading),
        What::Nothing => (SectionKind::Custom, Part::Unplaced),
    };
    Label { section, part, step }
}

/// The label of a model that says the same: it knows dates, and not which date a field takes.
fn scored_as(what: What, step: Step) -> Label {
    match what {
        What::Field(section, field) if field.kind() == FieldKind::Date => label(What::Dates(section), step),
        what => label(what, step),
    }
}
