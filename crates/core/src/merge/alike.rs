//! Matching: which elements of two lists are the same one, changed or not.

use std::collections::{HashMap, VecDeque};

use crate::repair::is_unspaced;

/// Below this share of common words two elements are different ones.
const ALIKE: f32 = 0.3;

/// A word in more elements than this says nothing about which is which; leaving it out keeps the time linear.
const COMMON: usize = 32;

/// For each of `a` the one of `b` that is the same, by its text: first those that are equal, in order, then the most alike.
pub(super) fn matches(a: &[String], b: &[String]) -> Vec<Option<usize>> {
    let mut found = vec![None; a.len()];
    let mut taken = vec![false; b.len()];
    let mut equal: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (at, text) in b.iter().enumerate() {
        equal.entry(text).or_default().push_back(at);
    }
    for (at, text) in a.iter().enumerate() {
        if let Some(other) = equal.get_mut(text.as_str()).and_then(VecDeque::pop_front) {
            found[at] = Some(other);
            taken[other] = true;
        }
    }
    let words_of_b: Vec<Vec<String>> = b.iter().zip(&taken).map(|(t, &taken)| if taken { Vec::new() } else { words(t) }).collect();
    let mut holders: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, words) in words_of_b.iter().enumerate() {
        for word in words {
            holders.entry(word).or_default().push(at);
        }
    }
    let mut candidates = Vec::new();
    for (at, text) in a.iter().enumerate().filter(|&(at, _)| found[at].is_none()) {
        let words = words(text);
        let mut common: HashMap<usize, usize> = HashMap::new();
        for holders in words.iter().filter_map(|w| holders.get(w.as_str())).filter(|h| h.len() <= COMMON) {
            for &other in holders {
                *common.entry(other).or_default() += 1;
            }
        }
        for (other, count) in common {
            let share = 2.0 * count as f32 / (words.len() + words_of_b[other].len()) as f32;
            if share >= ALIKE {
                candidates.push((share, at, other));
            }
        }
    }
    candidates.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1.abs_diff(x.2), x.1, x.2).cmp(&(y.1.abs_diff(y.2), y.1, y.2))));
    for (_, at, other) in candidates {
        if found[at].is_none() && !taken[other] {
            found[at] = Some(other);
            taken[other] = true;
        }
    }
    found
}

/// The different words of a text, in no particular case; each character of a script without spaces is one.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for run in text.split(|c: char| !c.is_alphanumeric()).filter(|run| !run.is_empty()) {
        if run.contains(is_unspaced) {
            words.extend(run.chars().map(String::from));
        } else {
            words.push(run.to_lowercase());
        }
    }
    words.sort_unstable();
    words.dedup();
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
