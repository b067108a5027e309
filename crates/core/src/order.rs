//! Sorting and numbering, compiled once for all types.
//!
//! The standard library's sorts and maps are compiled anew for every type and every way to compare, at about 3 KB each. Everything
//! here is brought down to numbers first, so that a browser downloads one sort and one map of texts.

use std::borrow::Cow;
use std::collections::VecDeque;

use crate::read::hash::{self, ByHash};

/// Sorts by a number. What has the same number stays in its order.
///
/// To sort by two things, sort by the lesser one first.
pub(crate) fn by_number<T>(items: &mut [T], number: impl Fn(&T) -> u64) {
    let numbers = items.iter().zip(0..).map(|(item, at)| (number(item), at)).collect();
    let mut from = sorted(numbers);
    for at in 0..from.len() {
        // What belongs here may have been swapped away already; where it went stands in its old place.
        let mut source = from[at].1 as usize;
        while source < at {
            source = from[source].1 as usize;
        }
        from[at].1 = source as u32;
        items.swap(at, source);
    }
}

/// Sorts numbers and leaves each one once.
pub(crate) fn distinct(numbers: &mut Vec<u32>) {
    by_number(numbers, |n| u64::from(*n));
    numbers.dedup();
}

/// Sorts by merging: runs of one pair, then of two, four and so on. The standard library's sort is quicker and eight times as long.
pub fn sorted(pairs: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    if pairs.is_sorted() {
        return pairs;
    }
    let (mut from, mut to) = (pairs.clone(), pairs);
    let mut run = 1;
    while run < from.len() {
        for start in (0..from.len()).step_by(2 * run) {
            let (middle, end) = ((start + run).min(from.len()), (start + 2 * run).min(from.len()));
            let (mut left, mut right) = (start, middle);
            for place in &mut to[start..end] {
                let lesser = if right == end || left < middle && from[left] <= from[right] { &mut left } else { &mut right };
                *place = from[*lesser];
                *lesser += 1;
            }
        }
        std::mem::swap(&mut from, &mut to);
        run *= 2;
    }
    from
}

/// A table from numbers to numbers.
pub(crate) struct Table(Vec<(u64, u32)>);

impl Table {
    /// The table of these pairs; a number that stands twice has the lower of its values.
    pub fn new(pairs: impl Iterator<Item = (u32, u32)>) -> Self {
        Self(sorted(pairs.map(|(from, to)| (u64::from(from), to)).collect()))
    }

    /// What a number is paired with.
    pub fn get(&self, number: u32) -> Option<u32> {
        let at = self.0.partition_point(|pair| pair.0 < u64::from(number));
        self.0.get(at).filter(|pair| pair.0 == u64::from(number)).map(|pair| pair.1)
    }
}

/// Numbers for texts, from 0 on: the same text has the same number.
#[derive(Default)]
pub(crate) struct Numbers<'t> {
    /// The number of a text by its hash, or by the next one that is free where another text has the same.
    by_hash: ByHash,
    texts: Vec<Cow<'t, str>>,
}

impl<'t> Numbers<'t> {
    /// The number of a text, a new one if it has none.
    pub fn give(&mut self, text: impl Into<Cow<'t, str>>) -> usize {
        self.give_to(text.into())
    }

    fn give_to(&mut self, text: Cow<'t, str>) -> usize {
        let (hash, known) = self.find(&text);
        known.unwrap_or_else(|| {
            self.by_hash.insert(hash, self.texts.len() as u32);
            self.texts.push(text);
            self.texts.len() - 1
        })
    }

    /// The number of a text, if it has one.
    pub fn get(&self, text: &str) -> Option<usize> {
        self.find(text).1
    }

    /// Where a text is or would be, and its number.
    fn find(&self, text: &str) -> (u64, Option<usize>) {
        let mut hash = hash::of(text);
        while let Some(number) = self.by_hash.get(hash) {
            if self.texts[number as usize] == text {
                return (hash, Some(number as usize));
            }
            hash = hash.wrapping_add(1);
        }
        (hash, None)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }
}

/// Where each text stands in a list, to pair equal ones one by one.
pub(crate) struct SameText<'t> {
    numbers: Numbers<'t>,
    places: Vec<VecDeque<usize>>,
}

impl<'t> SameText<'t> {
    /// The places of `texts`.
    pub fn new(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut same = Self { numbers: Numbers::default(), places: Vec::new() };
        for (at, text) in texts.enumerate() {
            let number = same.numbers.give(text);
            if number == same.places.len() {
                same.places.push(VecDeque::new());
            }
            same.places[number].push_back(at);
        }
        same
    }

    /// The first place of a text that was not taken yet.
    pub fn take_first(&mut self, text: &str) -> Option<usize> {
        self.places[self.numbers.get(text)?].pop_front()
    }

    /// The last place of a text that was not taken yet.
    pub fn take_last(&mut self, text: &str) -> Option<usize> {
        self.places[self.numbers.get(text)?].pop_back()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str]) {
        let mut expected = words.to_vec();
        expected.sort_by_key(|w| w.len());
        let mut got = words.to_vec();
        by_number(&mut got, |w| w.len() as u64);
        assert_eq!(got, expected);
    }

    #[test]
    fn sorts_and_keeps_the_order_of_equals() {
        check(&[]);
        check(&["a"]);
        check(&["ccc", "bb", "a", "dd", "e", "fff", "", "g", "hhhh", "ii"]);
    }

    #[test]
    fn finds_what_a_number_is_paired_with() {
        let table = Table::new([(7, 1), (3, 2), (5, 3)].into_iter());
        assert_eq!([3, 4, 5, 7, 8].map(|n| table.get(n)), [Some(2), None, Some(3), Some(1), None]);
    }

    #[test]
    fn pairs_equal_texts() {
        let mut same = SameText::new(["a", "b", "a", "a"].into_iter());
        assert_eq!([same.take_first("a"), same.take_last("a"), same.take_last("c")], [Some(0), Some(3), None]);
        assert_eq!([same.take_last("a"), same.take_first("a"), same.take_first("b")], [Some(2), None, Some(1)]);
    }

    #[test]
    fn numbers_texts() {
        let mut numbers = Numbers::default();
        assert_eq!(["a", "b", "a", "c"].map(|t| numbers.give(t)), [0, 1, 0, 2]);
        assert_eq!((numbers.get("b"), numbers.get("d"), numbers.len()), (Some(1), None, 3));
    }
}
