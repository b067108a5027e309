//! Texts compared by a hash: much quicker than by their characters, and 64 bits tell all texts of a document apart.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table by the hashes of texts. It should hold `u32` wherever it is used: each other type costs the download about a kilobyte.
pub type ByHash<V> = HashMap<u64, V, BuildHasherDefault<Own>>;

/// The hash of a text.
pub fn of(text: &str) -> u64 {
    let mut hash = TextHash::default();
    hash.add(text);
    hash.finish()
}

/// The hash of a number: no two have the same.
pub fn of_number(number: u64) -> u64 {
    number.wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// The hash of a text that comes in pieces. Other pieces of the same text give another hash.
#[derive(Default)]
pub struct TextHash(u64);

impl TextHash {
    /// Goes on with a piece.
    pub fn add(&mut self, text: &str) {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        for &word in words {
            self.mix(u64::from_le_bytes(word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(last) ^ (text.len() as u64) << 56);
    }

    /// Goes on with a character.
    pub fn add_char(&mut self, c: char) {
        self.mix(u64::from(c));
    }

    /// The hash of all pieces.
    pub fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

/// A hash is its own hash.
#[derive(Default)]
pub struct Own(u64);

impl Hasher for Own {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = self.0 << 8 | u64::from(b);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
