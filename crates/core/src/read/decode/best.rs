//! The best of many partial readings, and the highest of many scores: what the decoder does most.

use super::Partial;

/// How many partial readings are carried along.
pub const BEAM: usize = 8;
/// How many candidates are kept, some of which may lead to the same state.
const MOST: usize = 48;

/// The best partial readings so far.
#[derive(Default)]
pub struct Best {
    /// The best one for each state that matters for what comes, each with its rank, the best first.
    kept: [(u64, Partial); BEAM],
    len: usize,
    /// The ranks of all candidates that were no worse than these.
    ranks: Vec<u64>,
    /// Candidates of a lower score do not get in.
    pub least: f32,
}

impl Best {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.len = 0;
        self.ranks.clear();
        self.least = f32::NEG_INFINITY;
    }

    /// Adds a candidate, if it is good enough. Of those with the same score the one with the lower `choice` is better, then the one
    /// that goes on from the better parent.
    pub fn add(&mut self, candidate: Partial, choice: usize, parent: usize, aside: bool) {
        // Numbers are quick to compare.
        let rank = u64::from(!ordered(candidate.score)) << 32 | (choice as u64) << 16 | (parent as u64) << 1 | u64::from(aside);
        let same = self.kept[..self.len].iter().position(|kept| kept.1.state() == candidate.state());
        let mut place = same.unwrap_or(self.len.min(BEAM - 1));
        let full = same.is_some() || self.len == BEAM;
        if self.len == BEAM && rank > self.kept[BEAM - 1].0 {
            return;
        }
        self.ranks.push(rank);
        if full && rank > self.kept[place].0 {
            return;
        }
        self.len += usize::from(!full);
        while place > 0 && self.kept[place - 1].0 > rank {
            self.kept[place] = self.kept[place - 1];
            place -= 1;
        }
        self.kept[place] = (rank, candidate);
        if self.len == BEAM {
            self.least = self.kept[BEAM - 1].1.score;
        }
    }

    /// The best ones, the best first: those that are among so many of all candidates.
    pub fn kept(&self) -> impl Iterator<Item = Partial> {
        let among = |rank: u64| self.ranks.len() <= MOST || self.ranks.iter().filter(|&&other| other < rank).count() < MOST;
        self.kept[..self.len].iter().take_while(move |kept| among(kept.0)).map(|kept| kept.1)
    }
}

/// A number of 32 bits that is greater for a greater score.
fn ordered(score: f32) -> u32 {
    let bits = score.to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

/// The higher of two numbers. What the standard library does for those that are none takes a call where a browser runs it.
pub fn higher(a: f32, b: f32) -> f32 {
    if b > a { b } else { a }
}

/// The highest of some scores. Eight are looked at in one go.
pub fn highest(scores: &[f32]) -> f32 {
    let (eights, rest) = scores.as_chunks::<8>();
    let mut highest = [f32::NEG_INFINITY; 8];
    for eight in eights {
        for (highest, &score) in highest.iter_mut().zip(eight) {
            *highest = higher(*highest, score);
        }
    }
    highest.iter().chain(rest).copied().fold(f32::NEG_INFINITY, higher)
}

/// Calls `visit` with each score that is no lower than `floor` and its place, in order. Eight are looked at in one go.
pub fn each_from(floor: f32, scores: &[f32], mut visit: impl FnMut(usize, f32)) {
    let (eights, rest) = scores.as_chunks::<8>();
    let mut some = |from: usize, scores: &[f32]| {
        scores.iter().enumerate().filter(|(_, score)| **score >= floor).for_each(|(at, &score)| visit(from + at, score));
    };
    for (at, eight) in eights.iter().enumerate() {
        if eight.iter().fold(0, |any, &score| any | u8::from(score >= floor)) != 0 {
            some(at * 8, eight);
        }
    }
    some(eights.len() * 8, rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Ordering;

    fn candidate(score: f32, label: u16, parent: u32) -> Partial {
        Partial { score, parent, label, ..Partial::default() }
    }

    fn labels(best: &Best) -> Vec<u16> {
        best.kept().map(|kept| kept.label).collect()
    }

    #[test]
    fn keeps_the_best_in_order() {
        let mut best = Best::default();
        best.clear();
        for n in 0..101 {
            best.add(candidate(f32::from((n * 37) % 101) - 50.0, (n * 37) % 101, 0), usize::from(n), 0, false);
        }
        assert_eq!(labels(&best), [100, 99, 98, 97, 96, 95, 94, 93]);
        assert_eq!(best.least.total_cmp(&43.0), Ordering::Equal);
    }

    #[test]
    fn of_equal_scores_the_first_choice_is_better() {
        let mut best = Best::default();
        best.clear();
        for (choice, parent) in [(2, 0), (1, 3), (1, 2)] {
            best.add(candidate(-1.5, choice * 10 + parent, 0), usize::from(choice), usize::from(parent), false);
        }
        assert_eq!(labels(&best), [12, 13, 20]);
    }

    #[test]
    fn of_each_state_the_best_candidate_is_kept() {
        let mut best = Best::default();
        best.clear();
        for (score, label, parent) in [(1.0, 7, 0), (2.0, 8, 0), (3.0, 7, 1), (0.0, 7, 2)] {
            best.add(candidate(score, label, parent), usize::from(label), parent as usize, false);
        }
        assert_eq!(best.kept().map(|kept| (kept.label, kept.parent)).collect::<Vec<_>>(), [(7, 1), (8, 0)]);
    }

    #[test]
    fn what_is_worse_than_many_candidates_is_not_kept() {
        let mut best = Best::default();
        best.clear();
        best.add(candidate(1.0, 1, 0), 0, 0, false);
        (0..MOST - 1).for_each(|parent| best.add(candidate(2.0, 2, 0), 1, parent, false));
        assert_eq!(labels(&best), [2, 1]);
        best.add(candidate(2.0, 2, 0), 1, MOST, false);
        assert_eq!(labels(&best), [2]);
    }

    #[test]
    fn visits_each_score_from_a_floor_on() {
        let scores: Vec<f32> = (0..21).map(|n| (n * 8 % 21) as f32).collect();
        let mut visited = Vec::new();
        each_from(17.0, &scores, |at, score| visited.push((at, score as u32)));
        assert_eq!(visited, [(5, 19), (10, 17), (13, 20), (18, 18)]);
    }

    #[test]
    fn finds_the_highest() {
        assert_eq!(highest(&[]).total_cmp(&f32::NEG_INFINITY), Ordering::Equal);
        let scores: Vec<f32> = (0..21).map(|n| (n * 8 % 21) as f32).collect();
        assert_eq!(highest(&scores).total_cmp(&20.0), Ordering::Equal);
    }
}
