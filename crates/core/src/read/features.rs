//! What can be seen of each segment: a fixed number of small categories.
//!
//! No attribute knows a word; words come in only through the kinds that the lexicon gives them.

mod attributes;
mod context;
mod told;

use crate::read::segment::Segment;
use crate::source::SourceText;

/// How many attributes a segment has.
pub const ATTRIBUTES: usize = 40;

/// A segment's attributes, each a small number below its bound in [`BOUNDS`].
pub type Attributes = [u8; ATTRIBUTES];

/// Looks at each segment, alone and in its surroundings. Linear in the number of segments and their length.
pub fn look(source: &SourceText, segments: &[Segment]) -> Vec<Attributes> {
    let mut words = Vec::new();
    let mut looks: Vec<Attributes> = segments.iter().map(|s| attributes::alone(source, s, &mut words)).collect();
    for (segment, look) in segments.iter().zip(&mut looks) {
        if let Some(told) = segment.told {
            told::set(told.what, look);
        }
    }
    context::add(source, segments, &context::rows(segments), &mut looks);
    looks
}

/// The [`HEADING`] of a segment that is a heading of the basics' summary.
const SUMMARY: u8 = 15;

macro_rules! attributes {
    ($($(#[$doc:meta])* $name:ident = $index:literal, $bound:literal;)*) => {
        $($(#[$doc])* pub const $name: usize = $index;)*
        /// Above each attribute's greatest value, by its index.
        pub const BOUNDS: [u8; ATTRIBUTES] = {
            let mut bounds = [0; ATTRIBUTES];
            $(bounds[$index] = $bound;)*
            bounds
        };
    };
}

attributes! {
    /// Words, in steps.
    WORDS = 0, 8;
    /// How it is capitalised.
    CASE = 1, 7;
    /// How it ends.
    END = 2, 8;
    /// How it starts.
    START = 3, 4;
    /// Its bullet.
    BULLET = 4, 5;
    /// Its markup.
    MARKUP = 5, 8;
    /// Its column, in steps.
    INDENT = 6, 6;
    /// Its column compared with the line above.
    SHIFT = 7, 4;
    /// Blank lines before its line.
    BLANK_BEFORE = 8, 3;
    /// Blank lines behind its line.
    BLANK_AFTER = 9, 3;
    /// What separates it from the segment before.
    BEFORE = 10, 12;
    /// What separates it from the segment behind.
    AFTER = 11, 12;
    /// Its position on the line.
    POSITION = 12, 4;
    /// What it is by its form.
    FORM = 13, 11;
    /// How it looks like a place.
    PLACE = 14, 6;
    /// How it looks like a job title.
    TITLE = 15, 4;
    /// How it looks like an employer.
    EMPLOYER = 16, 4;
    /// How it looks like a school.
    SCHOOL = 17, 3;
    /// How it looks like a degree.
    DEGREE = 18, 3;
    /// How it looks like a language or a fluency.
    LANGUAGE = 19, 6;
    /// The section it is a heading of, if all of it is.
    HEADING = 20, 16;
    /// The section that its last words are a heading of.
    PART_HEADING = 21, 16;
    /// The label it is or starts with.
    LABEL = 22, 7;
    /// Whether it names a network.
    NETWORK = 23, 2;
    /// Words of interfaces and documents.
    FURNITURE = 24, 5;
    /// How far down its line is.
    DEPTH = 25, 7;
    /// Where the nearest date is.
    DATE_NEAR = 26, 9;
    /// The section of the last line that was a heading and nothing else.
    UNDER = 27, 16;
    /// Lines since that heading.
    SINCE_HEADING = 28, 6;
    /// Whether it is prose.
    PROSE = 29, 2;
    /// How many of its characters are digits.
    DIGITS = 30, 3;
    /// Whether its text was there before.
    REPEATED = 31, 3;
    /// Whether it looks like a person's name.
    NAME = 32, 2;
    /// Commas in it.
    COMMAS = 33, 4;
    /// Lines since the last date.
    SINCE_DATE = 34, 7;
    /// Whether the line above looks cut off here.
    WRAPPED = 35, 4;
    /// Segments on its line.
    COMPANIONS = 36, 4;
    /// How the document marks its headings and bullets.
    STYLE = 37, 4;
    /// The section that its first words are a heading of.
    FIRST_HEADING = 38, 16;
    /// Whether it begins with what somebody did.
    OPENING = 39, 2;
}
