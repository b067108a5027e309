//! The best of many candidates, and the highest of many scores: what the decoder does most.

/// How many candidates are kept, some of which may lead to the same state.
const MOST: usize = 48;

/// The best candidates so far.
#[derive(Default)]
pub struct Best {
    /// Each as a number, the best first. Numbers are quick to compare, and to move.
    pub keys: Vec<u64>,
    /// Candidates of a lower score do not get in.
    pub least: f32,
}

/// What led to a candidate.
pub struct Candidate {
    /// Which of the labels that were tried.
    pub choice: usize,
    /// Which of the partial readings it goes on from.
    pub parent: usize,
    /// Whether it leaves the entry at hand as it is.
    pub aside: bool,
}

impl Best {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.least = f32::NEG_INFINITY;
    }

    /// Adds a candidate, if it is good enough. Of those with the same score the one with the lower label is better, then the one
    /// with the better parent; `choice` is in the order of the labels.
    pub fn add(&mut self, score: f32, choice: usize, parent: usize, aside: bool) {
        let key = u64::from(!ordered(score)) << 32 | (choice as u64) << 16 | (parent as u64) << 1 | u64::from(aside);
        if self.keys.len() == MOST {
            if key >= self.keys[MOST - 1] {
                return;
            }
            self.keys.pop();
        }
        // Few get in at all, so that it is quicker to put each in its place than to sort them.
        self.keys.insert(self.keys.partition_point(|&better| better < key), key);
        if self.keys.len() == MOST {
            self.least = score_of(self.keys[MOST - 1]);
        }
    }
}

impl Candidate {
    /// The candidate that a number stands for.
    pub fn of(key: u64) -> Self {
        Self { choice: (key >> 16 & 0xffff) as usize, parent: (key >> 1 & 0x7fff) as usize, aside: key & 1 == 1 }
    }
}

/// A number of 32 bits that is greater for a greater score.
fn ordered(score: f32) -> u32 {
    let bits = score.to_bits();
    if bits >> 31 == 0 { bits | 1 << 31 } else { !bits }
}

fn score_of(key: u64) -> f32 {
    let ordered = !((key >> 32) as u32);
    f32::from_bits(if ordered >> 31 == 1 { ordered ^ 1 << 31 } else { !ordered })
}

/// The highest of some scores. Eight are looked at in one go.
pub fn highest(scores: &[f32]) -> f32 {
    let higher = |a: f32, b: f32| if b > a { b } else { a };
    let (eights, rest) = scores.as_chunks::<8>();
    let mut highest = [f32::NEG_INFINITY; 8];
    for eight in eights {
        for (highest, &score) in highest.iter_mut().zip(eight) {
            *highest = higher(*highest, score);
        }
    }
    highest.iter().chain(rest).copied().fold(f32::NEG_INFINITY, higher)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Ordering;

    #[test]
    fn keeps_the_best_in_order() {
        let mut best = Best::default();
        best.clear();
        let score = |n: usize| ((n * 37) % 101) as f32 - 50.0;
        for n in 0..101 {
            best.add(score(n), n, n % 7, false);
        }
        let kept: Vec<f32> = best.keys.iter().map(|&key| score(Candidate::of(key).choice)).collect();
        assert_eq!(kept, (0..MOST).map(|n| 50.0 - n as f32).collect::<Vec<_>>());
        assert_eq!(best.least.total_cmp(&(51.0 - MOST as f32)), Ordering::Equal);
    }

    #[test]
    fn of_equal_scores_the_first_choice_is_better() {
        let mut best = Best::default();
        best.clear();
        for (choice, parent) in [(2, 0), (1, 3), (1, 2)] {
            best.add(-1.5, choice, parent, false);
        }
        let kept: Vec<_> = best.keys.iter().map(|&key| Candidate::of(key)).map(|c| (c.choice, c.parent)).collect();
        assert_eq!(kept, [(1, 2), (1, 3), (2, 0)]);
    }

    #[test]
    fn finds_the_highest() {
        assert_eq!(highest(&[]).total_cmp(&f32::NEG_INFINITY), Ordering::Equal);
        let scores: Vec<f32> = (0..21).map(|n| (n * 8 % 21) as f32).collect();
        assert_eq!(highest(&scores).total_cmp(&20.0), Ordering::Equal);
    }
}
