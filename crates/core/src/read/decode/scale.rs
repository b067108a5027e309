//! How sure a label is, and what came next.

use super::best::{each_from, highest};
use super::{HOPELESS, Reading};
use crate::read::label::{Label, Part};
use crate::read::network::exp;
use crate::resume::{Field, SectionKind};

/// A label whose score lies this far behind the best one adds nothing that shows.
const WEIGHTLESS: f32 = 2.0 * HOPELESS;

/// The section of the basics in the bytes of a label.
const OF_PERSON: u8 = SectionKind::Basics as u8;

/// Weighs labels against each other.
pub struct Scale<'a> {
    labels: &'a [Label],
    /// The section and part of each label, as a number. Whether an address is the website or a profile, its host decides: they share one.
    parts: Vec<u16>,
}

impl<'a> Scale<'a> {
    /// A scale for these labels.
    pub fn new(labels: &'a [Label]) -> Self {
        let part = |label: &Label| {
            let [section, part, _] = label.to_bytes();
            let is_address = label.part == Part::Profile || section == OF_PERSON && label.part == Part::Field(Field::Url);
            if is_address { 0 } else { u16::from_le_bytes([section, part]) }
        };
        Self { labels, parts: labels.iter().map(part).collect() }
    }

    /// How sure a label is by the scores of all, and which one of another part comes next. What is said of a person in two pieces is one
    /// value, whether the second goes on or begins again, so there a label is as sure as all of its part.
    pub fn weigh(&self, scores: &[f32], label: usize) -> Reading {
        let (own, step) = (self.parts[label], self.labels[label].step);
        let top = highest(scores);
        let (mut all, mut same) = (0.0, 0.0);
        let (mut next, mut runner_up) = (f32::NEG_INFINITY, None);
        each_from(top - WEIGHTLESS, scores, |at, score| {
            let mass = exp(score - top);
            all += mass;
            let other = self.labels[at];
            if self.parts[at] != own {
                if score > next {
                    (next, runner_up) = (score, Some(other));
                }
            } else if own as u8 == OF_PERSON || other.step == step {
                same += mass;
            }
        });
        Reading { label: self.labels[label], confidence: same / all, runner_up }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::label::Step;

    #[test]
    fn the_runner_up_is_of_another_part() {
        let labels = [[2, 6, 0], [2, 6, 1], [2, 7, 1], [2, 8, 1]].map(|bytes| Label::from_bytes(bytes).expect("a label"));
        let scale = Scale::new(&labels);
        let reading = scale.weigh(&[5.0, 4.0, 1.0, 2.0], 0);
        assert_eq!((reading.label, reading.runner_up), (labels[0], Some(labels[3])));
        let all = 1.0 + [1.0f32, 3.0, 4.0].map(|behind| (-behind).exp()).iter().sum::<f32>();
        assert!((reading.confidence - 1.0 / all).abs() < 0.002, "{}", reading.confidence);
        assert_eq!(scale.weigh(&[9.0, 8.0, -9.0, -9.0], 0).runner_up, None);
    }

    #[test]
    fn labels_that_come_to_the_same_are_as_sure_as_all_of_them() {
        let label = |section, part, step| Label { section, part, step };
        let name = |step| label(SectionKind::Basics, Part::Field(Field::Name), step);
        let labels = [
            name(Step::Value),
            name(Step::Continue),
            label(SectionKind::Basics, Part::Field(Field::Url), Step::Value),
            label(SectionKind::Profiles, Part::Profile, Step::Entry),
            label(SectionKind::Skills, Part::Field(Field::Keywords), Step::Value),
            label(SectionKind::Skills, Part::Field(Field::Keywords), Step::Continue),
        ];
        let scale = Scale::new(&labels);
        let sure = |scale: &Scale, at: usize, other: usize| {
            let mut scores = [-99.0; 6];
            (scores[at], scores[other]) = (1.0, 1.0);
            scale.weigh(&scores, at).confidence
        };
        assert!(sure(&scale, 0, 1) > 0.99);
        assert!(sure(&scale, 2, 3) > 0.99);
        // Of a list, what goes on is another item than what begins.
        assert!(sure(&scale, 4, 5) < 0.51);
        assert!(sure(&scale, 0, 3) < 0.51);
    }
}
