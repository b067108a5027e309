//! The lexicon as few bytes; `packed.rs` says how.

use std::collections::{BTreeMap, HashSet};

use super::fold::Folded;
use super::key::{BITS, Hash, KINDS, SHORT, Seeds};
use super::packed::rest_bits;
use super::tables;
use super::word::Word;

/// A phrase as it is looked up: its key by the seeds.
type Key = fn(Hash, Seeds) -> u32;

/// Keys by what their words are known for, by whether these name countries and by their kind, in ascending order, each with its country.
type Classes = BTreeMap<([u64; 3], bool), [Vec<(u32, u8)>; KINDS]>;

/// All words and phrases of the word files.
pub fn pack() -> Vec<u8> {
    // By the text and its key by some seed, which differ where two phrases do.
    let mut entries: BTreeMap<(Vec<u8>, u32), (Hash, Key, Word)> = BTreeMap::new();
    tables::each(|phrase, word| {
        let (text, hash, key) = entry(phrase);
        assert!(!text.is_empty(), "\"{phrase}\" in crates/core/lexicon has no letters, or is too long to be a phrase");
        let known = entries.entry((text, key(hash, [0; KINDS]))).or_insert((hash, key, Word::default()));
        known.2 = known.2.and(word);
    });
    // What some keys of the files say is of no use to the reader yet.
    entries.retain(|_, entry| entry.2 != Word::default());
    let entries: Vec<_> = entries.into_values().collect();
    let seeds = std::array::from_fn(|kind| seed(&entries, kind));
    write(seeds, &classes(&entries, seeds))
}

/// A seed by which no two entries of a kind share a key, nor has one the key 0 of an empty slot.
fn seed(entries: &[(Hash, Key, Word)], kind: usize) -> u16 {
    let of_kind: Vec<_> = entries.iter().filter(|(hash, key, _)| (key(*hash, [0; KINDS]) >> BITS) as usize == kind).collect();
    let fits = |seed: u16| {
        let mut taken = HashSet::from([0]);
        of_kind.iter().all(|(hash, key, _)| taken.insert(key(*hash, [seed; KINDS])))
    };
    (0..=u16::MAX)
        .find(|&seed| fits(seed))
        .expect("some seed gives all words of crates/core/lexicon keys of their own; else raise key::BITS")
}

/// A phrase as the reader looks it up, by how it is written: with a hyphen before an ending, in capitals if it is an abbreviation.
fn entry(phrase: &str) -> (Vec<u8>, Hash, Key) {
    let mut folded = Folded::new(phrase);
    let text = folded.bytes().to_vec();
    if phrase.starts_with('-') {
        let mut hash = Hash::EMPTY;
        text.iter().rev().for_each(|&b| hash.add(b));
        return (text, hash, Hash::ending);
    }
    let abbreviation = folded.len() <= SHORT && folded.is_capitals();
    (text, folded.hash(), if abbreviation { Hash::abbreviation } else { Hash::phrase })
}

/// All entries by their keys.
fn classes(entries: &[(Hash, Key, Word)], seeds: Seeds) -> Classes {
    let keyed: BTreeMap<u32, Word> = entries.iter().map(|&(hash, key, word)| (key(hash, seeds), word)).collect();
    let mut classes = Classes::new();
    for (&key, word) in &keyed {
        classes.entry((word.to_numbers(), word.country > 0)).or_default()[(key >> BITS) as usize].push((key, word.country));
    }
    let countries: usize = classes.iter().filter(|c| c.0.1).flat_map(|c| c.1).map(Vec::len).sum();
    assert!(classes.len() + countries <= 65_536, "words of crates/core/lexicon are known for more than 65,536 different things");
    classes
}

fn write(seeds: Seeds, classes: &Classes) -> Vec<u8> {
    let mut bytes = Vec::new();
    for seed in seeds {
        number(seed.into(), &mut bytes);
    }
    number(classes.len() as u64, &mut bytes);
    for ((word, names_countries), kinds) in classes {
        let counts = kinds.each_ref().map(|keys| keys.len() as u64);
        word.iter().chain(&[u64::from(*names_countries)]).chain(&counts).for_each(|&n| number(n, &mut bytes));
    }
    let mut bits = Bits { bytes, left: 0 };
    for ((_, names_countries), kinds) in classes {
        for (kind, keys) in kinds.iter().enumerate() {
            let mut last = (kind as u32) << BITS;
            for &(key, country) in keys {
                bits.gap(key - last, rest_bits(kind, keys.len()));
                if *names_countries {
                    bits.number(country.into(), 8);
                }
                last = key;
            }
        }
    }
    bits.bytes
}

/// Writes a number as seven bits a byte, the lowest first.
fn number(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Bits, the highest of a byte first.
struct Bits {
    bytes: Vec<u8>,
    /// How many bits of the last byte are free.
    left: u32,
}

impl Bits {
    fn bit(&mut self, bit: u32) {
        if self.left == 0 {
            self.bytes.push(0);
            self.left = 8;
        }
        self.left -= 1;
        if let Some(last) = self.bytes.last_mut() {
            *last |= ((bit & 1) as u8) << self.left;
        }
    }

    fn gap(&mut self, gap: u32, rest: u32) {
        (0..gap >> rest).for_each(|_| self.bit(1));
        self.bit(0);
        self.number(gap, rest);
    }

    fn number(&mut self, number: u32, count: u32) {
        (0..count).rev().for_each(|at| self.bit(number >> at));
    }
}
