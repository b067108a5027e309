//! How sure a label is, and what came next.

use super::best::{each_from, highest};
use super::{HOPELESS, Reading};
use crate::read::label::Label;
use crate::read::network::exp;

/// A label whose score lies this far behind the best one adds nothing that shows.
const WEIGHTLESS: f32 = 2.0 * HOPELESS;

/// Weighs labels against each other.
pub struct Scale<'a> {
    labels: &'a [Label],
    /// The section and part of each label, as a number.
    parts: Vec<u16>,
    /// Room for a number a label.
    room: Vec<f32>,
}

impl<'a> Scale<'a> {
    /// A scale for these labels.
    pub fn new(labels: &'a [Label]) -> Self {
        let part = |label: &Label| {
            let [section, part, _] = label.to_bytes();
            u16::from_le_bytes([section, part])
        };
        Self { labels, parts: labels.iter().map(part).collect(), room: vec![0.0; labels.len()] }
    }

    /// How sure a label is by the scores of all, and which one of another part comes next.
    pub fn weigh(&mut self, scores: &[f32], label: usize) -> Reading {
        let top = highest(scores);
        for (mass, &score) in self.room.iter_mut().zip(scores) {
            let heavy = exp(score - top);
            *mass = if score < top - WEIGHTLESS { 0.0 } else { heavy };
        }
        let confidence = self.room[label] / self.room.iter().sum::<f32>();
        let own = self.parts[label];
        for ((other, &score), &part) in self.room.iter_mut().zip(scores).zip(&self.parts) {
            *other = if part == own { f32::NEG_INFINITY } else { score };
        }
        let next = highest(&self.room).max(top - WEIGHTLESS);
        let mut runner_up = None;
        each_from(next, &self.room, |at, _| runner_up = runner_up.or(Some(self.labels[at])));
        Reading { label: self.labels[label], confidence, runner_up }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runner_up_is_of_another_part() {
        let labels = [[0, 6, 0], [0, 6, 1], [0, 7, 1], [0, 8, 1]].map(|bytes| Label::from_bytes(bytes).expect("a label"));
        let mut scale = Scale::new(&labels);
        let reading = scale.weigh(&[5.0, 4.0, 1.0, 2.0], 0);
        assert_eq!((reading.label, reading.runner_up), (labels[0], Some(labels[3])));
        let all = 1.0 + [1.0f32, 3.0, 4.0].map(|behind| (-behind).exp()).iter().sum::<f32>();
        assert!((reading.confidence - 1.0 / all).abs() < 0.002, "{}", reading.confidence);
        assert_eq!(scale.weigh(&[9.0, 8.0, -9.0, -9.0], 0).runner_up, None);
    }
}
