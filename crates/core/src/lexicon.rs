//! The lexicon: what words and phrases are known for. Words are data, in `lexicon/`; nothing here knows any of them, and the
//! program holds none: it is built with their keys alone.

mod fold;
mod key;
mod lower;
mod packed;
#[cfg(test)]
mod tests;
mod upper;
mod word;

use std::sync::OnceLock;

pub use fold::Folded;
use key::{Hash, SHORT, Seeds};
pub use lower::lower;
pub use upper::upper;
pub use word::{Flags, Word};

/// All words and phrases, by their keys.
pub struct Lexicon {
    /// A table of open addressing, a power of two long; 0 is an empty slot.
    keys: Box<[u32]>,
    /// For each slot, what its word is known for, as an index.
    classes: Box<[u16]>,
    words: Vec<Word>,
    seeds: Seeds,
}

/// No phrase has more words.
pub const LONGEST_PHRASE: usize = 6;

impl Lexicon {
    /// The lexicon, unpacked at first use.
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| Self::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"))))
    }

    fn unpack(bytes: &[u8]) -> Self {
        let packed = packed::read(bytes);
        let slots = (packed.keys.len() * 2).next_power_of_two();
        let mut keys = vec![0; slots].into_boxed_slice();
        let mut classes = vec![0; slots].into_boxed_slice();
        for (key, class) in packed.keys {
            let mut slot = key as usize & (slots - 1);
            while keys[slot] != 0 {
                slot = (slot + 1) & (slots - 1);
            }
            (keys[slot], classes[slot]) = (key, class);
        }
        Self { keys, classes, words: packed.words, seeds: packed.seeds }
    }

    /// What a word or phrase is known for, without regard to case, accents, dots and outer marks. A short word in capitals may
    /// also be an abbreviation, and a number stands for any number.
    pub fn word(&self, phrase: &str) -> Word {
        self.folded(&mut Folded::new(phrase))
    }

    /// What a folded word or phrase is known for.
    pub fn folded(&self, phrase: &mut Folded) -> Word {
        let hash = phrase.hash();
        let word = self.find(hash.phrase(self.seeds)).copied().unwrap_or_default();
        if phrase.len() <= SHORT
            && phrase.is_capitals()
            && let Some(&abbreviation) = self.find(hash.abbreviation(self.seeds))
        {
            return word.and(abbreviation);
        }
        word
    }

    /// What a folded word is known for by its end alone: "Entwicklungsleiter" as a "-leiter".
    pub fn ending(&self, word: &Folded) -> Word {
        let text = word.bytes();
        let mut hash = Hash::EMPTY;
        let mut known = None;
        // The longest end that is known counts.
        for (at, &byte) in text.iter().enumerate().rev().take(LONGEST_ENDING) {
            hash.add(byte);
            if at >= 3 && text.len() - at >= 2 && !is_inside(byte) {
                known = self.find(hash.ending(self.seeds)).or(known);
            }
        }
        known.copied().unwrap_or_default()
    }

    /// Whether a word that is known for one of `flags` is glued to the end of another: "Acmelogo".
    pub fn ends_with(&self, glued: &str, flags: Flags) -> bool {
        let folded = Folded::new(glued);
        let text = folded.bytes();
        (1..text.len()).filter(|&at| !is_inside(text[at])).any(|at| {
            let mut hash = Hash::EMPTY;
            text[at..].iter().for_each(|&byte| hash.add(byte));
            self.find(hash.phrase(self.seeds)).is_some_and(|word| word.flags.intersects(flags))
        })
    }

    fn find(&self, key: u32) -> Option<&Word> {
        let mut slot = key as usize & (self.keys.len() - 1);
        while self.keys[slot] != 0 {
            if self.keys[slot] == key {
                return self.words.get(usize::from(self.classes[slot]));
            }
            slot = (slot + 1) & (self.keys.len() - 1);
        }
        None
    }
}

/// No ending is longer, in bytes.
const LONGEST_ENDING: usize = 16;

/// Whether a byte of UTF-8 is inside a character rather than at its start.
const fn is_inside(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}
