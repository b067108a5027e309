//! Keys: a word or phrase as a number. The lexicon is packed and looked up by them.

/// The most bits of a key that are the hash of its text.
pub const BITS: u32 = 22;

/// How many bits the hash of a text has, by the kind of its key. With the 8,000 words of the lexicon, one unknown word in 500 is
/// taken for a known one; of the phrases, which are fewer, one in 1,000 of two words and in 700 of more; of the ends, one in 2,000. A
/// bit more for all would cost 1.6 KB; without it, the shipped network's figure is .0003 less on rendered texts and .0012 on those written
/// by hand.
pub const fn bits(kind: usize) -> u32 {
    match kind {
        0 => BITS,
        3 => BITS - 4,
        _ => BITS - 1,
    }
}

/// By what the keys of each kind are made: so that no two entries share one.
pub type Seeds = [u16; KINDS];

/// How many kinds of keys there are: single words, phrases of two words, longer ones, and endings. The bits above [`BITS`] say
/// which: most unknown texts are long, and so the few long phrases are all that they can be taken for.
pub const KINDS: usize = 4;

/// No abbreviation is longer when folded, in bytes.
pub const SHORT: usize = 3;

/// The hash of a text that grows (FNV-1a), with its length: how many spaces, and Chinese or Japanese characters, it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hash {
    state: u64,
    length: u8,
}

impl Hash {
    /// The hash of nothing.
    pub const EMPTY: Self = Self { state: 0xcbf2_9ce4_8422_2325, length: 0 };

    /// Goes on with a byte of folded text.
    pub const fn add(&mut self, byte: u8) {
        self.state = (self.state ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
        self.length += (byte == b' ' || byte >= FIRST_OF_UNSPACED) as u8;
    }

    /// The key of a word or phrase.
    pub const fn phrase(self, seeds: Seeds) -> u32 {
        self.key(if self.length < 2 { self.length as usize } else { 2 }, seeds, 0)
    }

    /// The key of a short word in capitals, which may be known for something else than the word in small letters ("IT", "MA").
    pub const fn abbreviation(self, seeds: Seeds) -> u32 {
        self.key(0, seeds, 0x1_0000)
    }

    /// The key of the end of a word, whose bytes were added from the last one on.
    pub const fn ending(self, seeds: Seeds) -> u32 {
        self.key(3, seeds, 0)
    }

    const fn key(self, kind: usize, seeds: Seeds, salt: u64) -> u32 {
        let salt = seeds[kind] as u64 | salt;
        let mixed = (self.state ^ salt.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        let hash = (mixed ^ mixed >> 32).wrapping_mul(0xc4ce_b9fe_1a85_ec53) >> (64 - bits(kind));
        (kind as u32) << BITS | hash as u32
    }
}

/// The first byte of Chinese and Japanese characters in UTF-8, and of what stands behind them.
const FIRST_OF_UNSPACED: u8 = 0xe3;
