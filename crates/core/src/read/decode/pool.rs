//! Consistency: what looks alike in a document, and stands alike, mostly is alike.

use super::best::{higher, highest};
use crate::order::sorted;
use crate::read::features::{
    AFTER, Attributes, BEFORE, BLANK_BEFORE, BOUNDS, BULLET, CASE, DATE_NEAR, FORM, INDENT, MARKUP, POSITION, PROSE, SINCE_DATE,
    UNDER,
};

/// What segments that count as alike share: form and place, not words.
const ALIKE: [usize; 13] =
    [BULLET, MARKUP, BEFORE, AFTER, POSITION, FORM, DATE_NEAR, UNDER, BLANK_BEFORE, PROSE, INDENT, SINCE_DATE, CASE];

/// How much of a segment's scores comes from the mean of all that are like it.
const SHARE: f32 = 0.4;

/// A score this far below the best one of a segment counts as no lower: none rules a label out for all that are like it.
const LOWEST: f32 = 9.0;

/// Draws the scores of segments that are alike nearer to each other; `count` labels have one each for every segment.
pub fn pool(scores: &mut [f32], looks: &[Attributes], count: usize) {
    let key = |look: &Attributes| ALIKE.iter().fold(0, |key, &at| key * u64::from(BOUNDS[at]) + u64::from(look[at]));
    let order = sorted(looks.iter().zip(0..).map(|(look, at)| (key(look), at)).collect());
    let mut mean = vec![0.0; count];
    for alike in order.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        mean.fill(0.0);
        let part = 1.0 / alike.len() as f32;
        for &(_, at) in alike {
            let row = &mut scores[at as usize * count..][..count];
            let floor = highest(row) - LOWEST;
            for (mean, score) in mean.iter_mut().zip(row) {
                *score = higher(*score, floor);
                *mean += *score * part;
            }
        }
        for &(_, at) in alike {
            for (score, mean) in scores[at as usize * count..][..count].iter_mut().zip(&mean) {
                *score += SHARE * (mean - *score);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_is_alike_together_and_leaves_the_rest() {
        let mut looks = [[0; crate::read::features::ATTRIBUTES]; 3];
        looks[1][BULLET] = 1;
        let mut scores = [4.0, 0.0, 5.0, 1.0, 0.0, 4.0];
        pool(&mut scores, &looks, 2);
        let near = |a: f32, b: f32| (a - b).abs() < 1e-6;
        assert!(near(scores[0], 4.0 - 2.0 * SHARE) && near(scores[1], 2.0 * SHARE));
        assert_eq!(scores[2..4], [5.0, 1.0]);
        assert!(near(scores[4], scores[1]) && near(scores[5], scores[0]));
    }
}
