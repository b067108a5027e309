//! Matching: which elements of two lists are the same one, changed or not.

use crate::lexicon::lower;
use crate::order::{Numbers, SameText, by_number, distinct};
use crate::repair::is_unspaced;

/// Below this share of common words two elements are different ones.
const ALIKE: f32 = 0.3;

/// A word in more elements than this says nothing about which is which; leaving it out keeps the time linear.
const COMMON: usize = 32;

/// For each of `a` the one of `b` that is the same, by its text: first those that are equal, in order, then the most alike.
pub(super) fn matches(a: &[String], b: &[String]) -> Vec<Option<usize>> {
    let mut found = vec![None; a.len()];
    let mut taken = vec![false; b.len()];
    let mut equal = SameText::new(b.iter().map(String::as_str));
    for (at, text) in a.iter().enumerate() {
        if let Some(other) = equal.take_first(text) {
            found[at] = Some(other);
            taken[other] = true;
        }
    }
    let mut numbers = Numbers::default();
    let words_of_b: Vec<Vec<u32>> =
        b.iter().zip(&taken).map(|(text, &taken)| if taken { Vec::new() } else { words(text, &mut numbers) }).collect();
    let mut holders = vec![Vec::new(); numbers.len()];
    for (at, words) in words_of_b.iter().enumerate() {
        for word in words {
            holders[*word as usize].push(at as u32);
        }
    }
    // Those that may be the same one: how much they differ, and where they stand in the lists.
    let mut candidates: Vec<(u64, usize, usize)> = Vec::new();
    for (at, text) in a.iter().enumerate().filter(|&(at, _)| found[at].is_none()) {
        let words = words(text, &mut numbers);
        let rare = words.iter().filter_map(|word| holders.get(*word as usize)).filter(|holders| holders.len() <= COMMON);
        let mut others: Vec<u32> = rare.flatten().copied().collect();
        by_number(&mut others, |other| u64::from(*other));
        for same in others.chunk_by(|a, b| a == b) {
            let other = same[0] as usize;
            let share = 2.0 * same.len() as f32 / (words.len() + words_of_b[other].len()) as f32;
            if share >= ALIKE {
                // The bits of a positive number are in the order of the numbers.
                let unlike = u64::from(u32::MAX - share.to_bits());
                candidates.push((unlike << 32 | at.abs_diff(other) as u64, at, other));
            }
        }
    }
    by_number(&mut candidates, |candidate| candidate.0);
    for (_, at, other) in candidates {
        if found[at].is_none() && !taken[other] {
            found[at] = Some(other);
            taken[other] = true;
        }
    }
    found
}

/// The different words of a text, in no particular case; each character of a script without spaces is one.
fn words(text: &str, numbers: &mut Numbers<'_>) -> Vec<u32> {
    let mut words = Vec::new();
    for run in text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
        if run.contains(is_unspaced) {
            words.extend(run.chars().map(|c| numbers.give(c.to_string()) as u32));
        } else {
            words.push(numbers.give(run.chars().map(lower).collect::<String>()) as u32);
        }
    }
    distinct(&mut words);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &[&str], b: &[&str], expected: &[Option<usize>]) {
        let owned = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        assert_eq!(matches(&owned(a), &owned(b)), expected);
    }

    #[test]
    fn matches_the_equal_and_then_the_alike() {
        check(&["a", "a", "b"], &["b", "a", "a"], &[Some(1), Some(2), Some(0)]);
        check(&["led the team", "wrote code"], &["wrote code in Rust", "led a team"], &[Some(1), Some(0)]);
        check(&["one two", "x"], &["three four", ""], &[None, None]);
        check(&["東京大学で研究"], &["東京大学にて研究"], &[Some(0)]);
    }
}
