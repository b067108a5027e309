//! The lexicon: what words and phrases are known for. Words are data, in `lexicon/`; nothing here knows any of them.

mod fold;
mod tables;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use crate::resume::SectionKind;
pub use fold::Folded;

/// What a word or phrase is known for; nothing by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its kinds.
    pub flags: Flags,
    /// The section that it is a heading of.
    pub heading: Option<SectionKind>,
    /// The month that it names, 1–12; 0 for none.
    pub month: u8,
}

/// A set of kinds of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u64);

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Flags { $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)* }
    };
}

flags! {
    /// Stands before the start of what goes on ("since").
    SINCE = 0;
    /// Stands before a lone end ("until").
    UNTIL = 1;
    /// Stands between the ends of a range ("to").
    TO = 33;
    /// Says that something goes on ("present").
    PRESENT = 2;
    /// A part of a year, told by a year behind it ("summer", "Q").
    SEASON = 3;
    /// A unit of time ("years").
    TIME_UNIT = 4;
    /// Joins a month to its year or a day to its month ("de").
    OF = 5;
    /// Follows a day's number ("th").
    ORDINAL = 6;
    /// Joins two of a kind ("and").
    AND = 7;
    /// Joins a position to its organisation ("at").
    AT = 8;
    /// Names what people do ("engineer").
    TITLE = 9;
    /// Says how senior they are ("junior").
    SENIORITY = 10;
    /// A degree or school leaving certificate ("BSc").
    DEGREE = 11;
    /// Part of a school's name ("university").
    INSTITUTION = 12;
    /// Part of an employer's name ("GmbH").
    ORGANISATION = 13;
    /// A city.
    CITY = 14;
    /// A country or region.
    COUNTRY = 15;
    /// A way of working instead of a place ("remote").
    REMOTE = 16;
    /// A human language.
    LANGUAGE = 17;
    /// How well one speaks it.
    FLUENCY = 18;
    /// Where people have accounts ("GitHub").
    NETWORK = 19;
    /// Announces a value ("Email").
    LABEL = 20;
    /// An interface word of a copied page ("Show all").
    FURNITURE = 21;
    /// A kind of employment ("full-time").
    EMPLOYMENT = 22;
    /// What the document calls itself ("Curriculum Vitae").
    DOCUMENT = 23;
    /// Stands before the start of a range ("from").
    FROM = 24;
    /// Announces a mark or grade ("GPA").
    SCORE = 27;
    /// Announces who gave or published something ("issued by").
    ISSUER = 28;
    /// Announces terms ("technologies").
    TERMS = 29;
    /// Heads what a person says about themselves ("profile").
    SUMMARY = 30;
    /// Ends a firm's name ("Ltd").
    FIRM = 31;
    /// Numbers a page ("page").
    PAGE = 32;
    /// Stands for a picture ("logo").
    PICTURE = 25;
    /// Joins a degree to its subject ("in").
    IN = 26;
}

impl Flags {
    /// Whether the two share a kind.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it holds none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// All words and phrases, by their folded form.
pub struct Lexicon {
    words: HashMap<Box<str>, Word, BuildHasherDefault<WordHasher>>,
}

/// No phrase has more words.
pub const LONGEST_PHRASE: usize = 6;

impl Lexicon {
    /// The lexicon, built at first use.
    pub fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let mut words: HashMap<Box<str>, Word, _> = HashMap::default();
            tables::each(|phrase, word| {
                let known = words.entry(key(phrase)).or_default();
                known.flags = known.flags.with(word.flags);
                known.heading = known.heading.or(word.heading);
                known.month = known.month.max(word.month);
            });
            Self { words }
        })
    }

    /// What a word or phrase is known for, without regard to case, accents, dots and outer marks. A short word in capitals may
    /// also be an abbreviation, and a number stands for any number.
    pub fn word(&self, phrase: &str) -> Word {
        let folded = Folded::new(phrase);
        let mut word = self.words.get(folded.as_str()).copied().unwrap_or_default();
        if folded.as_str().len() <= SHORT && is_capitals(phrase) {
            word = word.and(self.tagged('^', folded.as_str()));
        }
        word
    }

    /// What a word is known for by its end alone: "Entwicklungsleiter" as a "-leiter".
    pub fn ending(&self, word: &str) -> Word {
        let folded = Folded::new(word);
        let text = folded.as_str();
        let ends = text.char_indices().map(|(at, _)| at).filter(|&at| at >= 3 && (3..=16).contains(&(text.len() - at)));
        ends.map(|at| self.tagged('-', &text[at..])).find(|w| *w != Word::default()).unwrap_or_default()
    }

    /// What is known of `text` behind a sign that sets a kind of key apart.
    fn tagged(&self, sign: char, text: &str) -> Word {
        let mut buffer = [0; 32];
        let len = text.len() + 1;
        if len > buffer.len() {
            return Word::default();
        }
        buffer[0] = sign as u8;
        buffer[1..len].copy_from_slice(text.as_bytes());
        let key = std::str::from_utf8(&buffer[..len]).unwrap_or_default();
        self.words.get(key).copied().unwrap_or_default()
    }
}

impl Word {
    fn and(self, other: Self) -> Self {
        Self { flags: self.flags.with(other.flags), heading: self.heading.or(other.heading), month: self.month.max(other.month) }
    }
}

/// No abbreviation that is also a word ("IT", "MA", "SE") is longer, in bytes.
const SHORT: usize = 3;

/// The key of a lexicon entry: a leading hyphen makes it an ending, a short one in capitals an abbreviation.
fn key(phrase: &str) -> Box<str> {
    let folded = Folded::new(phrase);
    let text = folded.as_str();
    if phrase.starts_with('-') {
        return format!("-{text}").into();
    }
    if text.len() <= SHORT && is_capitals(phrase) { format!("^{text}").into() } else { text.into() }
}

/// Whether all letters are capitals.
fn is_capitals(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

/// A multiplicative hash (as in rustc's `FxHasher`): the words are ours, so nobody can make them collide.
#[derive(Default)]
struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }
}
