//! Reasons: why something was read as it was.

use std::fmt;

use super::features::{self as f, Attributes};
use super::label::{Label, Part};
use crate::resume::{Field, SectionKind};

/// Why something was read as it was: the evidence that a person can see as well. Several may speak for it. It is written as phrases, in
/// English, with `; ` between them; [`Reason::all`] gives every phrase there is.
///
/// ```
/// let parsed = faircopy::read("Ada Example\nada@example.org\n");
/// assert!(parsed.provenance[1].reason.to_string().starts_with("it has the form of an e-mail address"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reason(u64);

macro_rules! reasons {
    ($($name:ident: $phrase:literal,)*) => {
        /// Which bit stands for which reason.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)] // named like the constants that are made of them
        enum Bit { $($name,)* }

        impl Reason {
            $(#[doc = $phrase] pub(crate) const $name: Self = Self(1 << Bit::$name as u64);)*
        }

        const PHRASES: &[&str] = &[$($phrase,)*];
    };
}

reasons! {
    // Of what was judged.
    DATE: "it is a date",
    EMAIL: "it has the form of an e-mail address",
    PHONE: "it has the form of a telephone number",
    ADDRESS: "it has the form of a web address",
    TITLE: "it holds a job title",
    EMPLOYER: "it holds a word of employers' names",
    SCHOOL: "it holds a word of schools' names",
    DEGREE: "it names a degree",
    PLACE: "it names a place",
    LANGUAGE: "it names a language or how well it is spoken",
    BULLET: "it has a bullet",
    PROSE: "it is running text",
    TOP: "it stands at the top",
    BESIDE_DATE: "it stands beside a date",
    DATE_ABOVE: "a date stands above",
    DATE_BELOW: "a date stands below",
    SET_OFF: "it is set off by markup",
    HEADING: "it stands under a heading for it",
    FIT: "its place and form fit best",
    ROLE_ABOVE: "the role above is at this employer, and this one names none",
    PUBLISHER: "its publisher stands with this date",
    TOLD: "you said so",
    // Of what Faircopy's own Markdown says.
    HEADING_1: "a heading of level 1",
    HEADING_3: "a heading of level 3",
    HEADING_4: "a heading of level 4",
    BELOW_NAME: "below the name",
    AFTER_NAME: "after the name",
    CONTACT: "in the contact line",
    MAIL_LINK: "a mail link in the contact line",
    LINK: "a link in the contact line",
    CONTACT_LABEL: "by its label in the contact line",
    NETWORK: "the address is one of this network",
    BY_LABEL: "by its label",
    BOLD_HEAD: "in bold at the head of the entry",
    ITALICS_HEAD: "in italics after the entry's head",
    ITALICS_BELOW: "in italics below the entry's head",
    BOLD: "in bold at the start of the line",
    ITALICS: "in italics",
    INSTITUTION: "below the institution",
    PARAGRAPH: "a paragraph of the entry",
    ITEM: "an item of a list",
    TERM: "a term of a list",
}

impl Reason {
    /// Every phrase that a reason is written with, those of what may be uncertain first; and how many these are.
    pub fn all() -> (&'static [&'static str], usize) {
        (PHRASES, Bit::HEADING_1 as usize)
    }

    fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut between = "";
        for (_, phrase) in PHRASES.iter().enumerate().filter(|(at, _)| self.0 >> at & 1 > 0) {
            f.write_str(between)?;
            f.write_str(phrase)?;
            between = "; ";
        }
        Ok(())
    }
}

/// Why a segment was read as `label`.
pub fn of(label: Label, look: &Attributes) -> Reason {
    let mut reason = Reason::default();
    let part = label.part;
    let is = |fields: &[Field]| matches!(part, Part::Field(field) if fields.contains(&field));
    match look[f::FORM] {
        1..=5 if part == Part::Dates => reason.add(Reason::DATE),
        7 => reason.add(Reason::EMAIL),
        8 => reason.add(Reason::PHONE),
        9 => reason.add(Reason::ADDRESS),
        _ => {}
    }
    if is(&[Field::Position, Field::Label]) && look[f::TITLE] >= 2 {
        reason.add(Reason::TITLE);
    }
    if is(&[Field::Name, Field::Organization]) && look[f::EMPLOYER] > 0 {
        reason.add(Reason::EMPLOYER);
    }
    if is(&[Field::Institution]) && look[f::SCHOOL] > 0 {
        reason.add(Reason::SCHOOL);
    }
    if is(&[Field::StudyType, Field::Area]) && look[f::DEGREE] > 0 {
        reason.add(Reason::DEGREE);
    }
    if is(&[Field::Location]) && look[f::PLACE] > 0 {
        reason.add(Reason::PLACE);
    }
    if is(&[Field::Language, Field::Fluency]) && look[f::LANGUAGE] > 0 {
        reason.add(Reason::LANGUAGE);
    }
    if is(&[Field::Highlights, Field::Keywords, Field::Courses]) && look[f::BULLET] > 0 {
        reason.add(Reason::BULLET);
    }
    if is(&[Field::Summary, Field::Highlights, Field::Description, Field::Reference]) && look[f::PROSE] > 0 {
        reason.add(Reason::PROSE);
    }
    if is(&[Field::Name]) && label.section == SectionKind::Basics && look[f::DEPTH] <= 1 {
        reason.add(Reason::TOP);
    }
    match look[f::DATE_NEAR] {
        1 | 2 if part != Part::Dates => reason.add(Reason::BESIDE_DATE),
        3 => reason.add(Reason::DATE_ABOVE),
        4 => reason.add(Reason::DATE_BELOW),
        _ => {}
    }
    if look[f::MARKUP] >= 1 && look[f::MARKUP] <= 5 {
        reason.add(Reason::SET_OFF);
    }
    let under = match look[f::UNDER] {
        0 => None,
        15 => Some(SectionKind::Basics),
        kind => SectionKind::ALL.get(usize::from(kind) - 1).copied(),
    };
    if under == Some(label.section) {
        reason.add(Reason::HEADING);
    }
    if reason == Reason::default() { Reason::FIT } else { reason }
}
