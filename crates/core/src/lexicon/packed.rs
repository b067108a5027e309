//! The packed lexicon: a seed for each kind of keys, what words can be known for, and for each the keys of the words that are.
//!
//! A class (what some words are known for) is its kinds of words, its heading, its month, whether its words name countries, and how many
//! keys of each kind it has, as numbers of seven bits a byte. The keys of each class and kind follow, in ascending order, as gaps in
//! Golomb-Rice code: the quotient by a power of two in unary, then the rest. This is within a few percent of the smallest size that
//! such keys can have. Behind each key of a class that names countries stands which one, in eight bits.

use super::key::{BITS, KINDS, Seeds, bits};
use super::word::Word;

/// A lexicon as it was packed.
pub struct Packed {
    /// By which its keys were made.
    pub seeds: Seeds,
    /// What words can be known for.
    pub words: Vec<Word>,
    /// Each key, with the index of its word.
    pub keys: Vec<(u32, u16)>,
}

/// How many low bits of a gap between two of `count` keys of a kind are written as they are.
pub fn rest_bits(kind: usize, count: usize) -> u32 {
    ((1 << bits(kind)) / (count + 1)).ilog2()
}

/// Reads a packed lexicon. What bytes that end early do not say is 0.
pub fn read(bytes: &[u8]) -> Packed {
    let mut bytes = bytes.iter().copied();
    let seeds = [(); KINDS].map(|()| number(&mut bytes) as u16);
    let classes = number(&mut bytes);
    let mut words = Vec::new();
    let mut counts = Vec::new();
    for _ in 0..classes {
        words.push(Word::from_numbers([(); 3].map(|()| number(&mut bytes))));
        let names_countries = number(&mut bytes) > 0;
        counts.push((names_countries, [(); KINDS].map(|()| number(&mut bytes) as usize)));
    }
    let mut bits = Bits { bytes, byte: 0, left: 0 };
    let mut keys = Vec::new();
    for (class, &(names_countries, counts)) in counts.iter().enumerate() {
        for (kind, count) in counts.into_iter().enumerate() {
            let rest = rest_bits(kind, count);
            let mut key = (kind as u32) << BITS;
            for _ in 0..count {
                key += bits.gap(rest);
                let mut word = class;
                if names_countries {
                    word = words.len();
                    words.push(Word { country: bits.number(8) as u8, ..words[class] });
                }
                keys.push((key, word as u16));
            }
        }
    }
    Packed { seeds, words, keys }
}

/// A number of seven bits a byte, the lowest first.
fn number(bytes: &mut impl Iterator<Item = u8>) -> u64 {
    let mut number = 0;
    let mut shift = 0;
    for byte in bytes {
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            break;
        }
    }
    number
}

/// Bits, the highest of a byte first.
struct Bits<I> {
    bytes: I,
    byte: u8,
    left: u32,
}

impl<I: Iterator<Item = u8>> Bits<I> {
    fn bit(&mut self) -> u32 {
        if self.left == 0 {
            self.byte = self.bytes.next().unwrap_or_default();
            self.left = 8;
        }
        self.left -= 1;
        u32::from(self.byte >> self.left & 1)
    }

    fn gap(&mut self, rest: u32) -> u32 {
        let mut quotient = 0;
        while self.bit() == 1 {
            quotient += 1;
        }
        quotient << rest | self.number(rest)
    }

    fn number(&mut self, count: u32) -> u32 {
        (0..count).fold(0, |number, _| number << 1 | self.bit())
    }
}
