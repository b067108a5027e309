//! Texts compared by a hash: much quicker than by their characters, and 64 bits tell all texts of a document apart.

/// A table from hashes to numbers below [`u32::MAX`].
///
/// What is not there is looked for from its place on, up to the first place that is free. The standard library's table is half a KB
/// heavier in the download.
#[derive(Default)]
pub struct ByHash {
    /// A power of two of them, or none.
    places: Vec<(u64, u32)>,
    len: usize,
}

/// The number of a place that is free.
const FREE: u32 = u32::MAX;

impl ByHash {
    /// A table with room for so many numbers.
    pub fn with_room(count: usize) -> Self {
        Self { places: vec![(0, FREE); (count + count / 2 + 2).next_power_of_two()], len: 0 }
    }

    /// The number of a hash.
    pub fn get(&self, hash: u64) -> Option<u32> {
        let (_, number) = self.places.get(self.place(hash))?;
        Some(*number).filter(|&number| number != FREE)
    }

    /// Puts a number in, in place of the one that the hash has. Gives that.
    pub fn insert(&mut self, hash: u64, number: u32) -> Option<u32> {
        // A third is free, and so at least one.
        if 3 * (self.len + 1) > 2 * self.places.len() {
            let old = std::mem::replace(self, Self::with_room(2 * self.len));
            for (hash, number) in old.places.into_iter().filter(|(_, number)| *number != FREE) {
                self.insert(hash, number);
            }
        }
        let place = self.place(hash);
        let (_, before) = std::mem::replace(&mut self.places[place], (hash, number));
        self.len += usize::from(before == FREE);
        Some(before).filter(|&number| number != FREE)
    }

    /// Where a hash is, or would be.
    fn place(&self, hash: u64) -> usize {
        let last = self.places.len().wrapping_sub(1);
        let mut at = hash as usize & last;
        while self.places.get(at).is_some_and(|place| place.1 != FREE && place.0 != hash) {
            at = (at + 1) & last;
        }
        at
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_hash_has_the_number_it_was_given_last() {
        let mut table = ByHash::default();
        assert_eq!(table.get(0), None);
        // Some want the same place, and some stand at the end.
        let hash = |number: u32| u64::from(number % 7) << 60 | u64::from(number / 7) << 3 | 7;
        for number in 0..2_000 {
            assert_eq!(table.insert(hash(number), number), None);
        }
        assert_eq!(table.insert(hash(1_234), 1), Some(1_234));
        for number in 0..2_000 {
            assert_eq!(table.get(hash(number)), Some(if number == 1_234 { 1 } else { number }));
        }
        assert_eq!((table.get(hash(2_000)), table.len), (None, 2_000));
    }
}
