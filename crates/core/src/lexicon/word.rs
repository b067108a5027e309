//! What a word can be known for.

use crate::resume::SectionKind;

/// What a word or phrase is known for; nothing by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its kinds.
    pub flags: Flags,
    /// The section that it is a heading of.
    pub heading: Option<SectionKind>,
    /// The month that it names, 1–12; 0 for none.
    pub month: u8,
    /// The country that it names, as its place in the list of their codes, from 1 on; 0 for none.
    pub country: u8,
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
    /// A country or region, or the code of one.
    COUNTRY = 15;
    /// A state, province or county, or the code of one.
    REGION = 35;
    /// A country's code, and not its name as well.
    COUNTRY_CODE = 36;
    /// A way of working instead of a place ("remote").
    REMOTE = 16;
    /// Stands before or behind a city for what lies around it as well ("greater").
    AROUND = 34;
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
    /// Begins what somebody did ("led").
    ACTION = 37;
    /// What a group of skills is called ("tools").
    SKILL_GROUP = 38;
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

    /// The first without the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it holds none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl Word {
    /// What both are known for.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            flags: self.flags.with(other.flags),
            heading: self.heading.or(other.heading),
            month: self.month.max(other.month),
            country: if self.country == 0 { other.country } else { self.country },
        }
    }

    /// The word without its country as numbers, for packing.
    #[allow(dead_code)] // the crate only unpacks
    pub fn to_numbers(self) -> [u64; 3] {
        [self.flags.0, self.heading.map_or(0, |kind| 1 + kind as u64), u64::from(self.month)]
    }

    /// The word that [`Word::to_numbers`] gave.
    pub fn from_numbers([flags, heading, month]: [u64; 3]) -> Self {
        let heading = (heading as usize).checked_sub(1).and_then(|at| SectionKind::ALL.get(at).copied());
        Self { flags: Flags(flags), heading, month: month as u8, country: 0 }
    }
}
