//! Figures over some cases.

use super::Measured;
use crate::score::{Counts, Words, share};

/// The mean over cases of their F1; 1 for none.
pub fn macro_f1<'a>(cases: impl Iterator<Item = &'a Measured<'a>>) -> f64 {
    let all: Vec<f64> = cases.map(|m| m.score.total().f1()).collect();
    if all.is_empty() { 1.0 } else { all.iter().sum::<f64>() / all.len() as f64 }
}

/// The counts of all values of all cases.
pub fn total<'a>(cases: impl Iterator<Item = &'a Measured<'a>>) -> Counts {
    cases.map(|m| m.score.total()).fold(Counts::default(), Counts::plus)
}

/// The counts of a field over all cases.
pub fn field(cases: &[Measured], at: usize) -> Counts {
    cases.iter().map(|m| m.score.fields[at]).fold(Counts::default(), Counts::plus)
}

/// The share of the sources' words that is kept, and that of the outputs' words that is made up.
pub fn words<'a>(cases: impl Iterator<Item = &'a Measured<'a>>) -> (f64, f64) {
    let all = cases.map(|m| m.score.words).fold(Words::default(), |a, b| Words {
        source: a.source + b.source,
        lost: a.lost + b.lost,
        output: a.output + b.output,
        invented: a.invented + b.invented,
    });
    (share(all.source - all.lost, all.source), all.invented as f64 / all.output.max(1) as f64)
}

/// Values of which a reading is as sure as a range of confidences.
pub struct Bin {
    /// Where the range begins.
    pub from: f32,
    /// How many values.
    pub count: usize,
    /// How many of them are right.
    pub right: usize,
    /// The sum of their confidences.
    pub sum: f64,
}

/// All values in ten ranges of confidence.
pub fn bins(cases: &[Measured]) -> Vec<Bin> {
    let mut bins: Vec<Bin> = (0..10).map(|at| Bin { from: at as f32 / 10.0, count: 0, right: 0, sum: 0.0 }).collect();
    for &(confidence, right) in cases.iter().flat_map(|m| &m.score.said) {
        let at = bins.iter().rposition(|bin| confidence >= bin.from).unwrap_or(0);
        bins[at].count += 1;
        bins[at].right += usize::from(right);
        bins[at].sum += f64::from(confidence);
    }
    bins
}
