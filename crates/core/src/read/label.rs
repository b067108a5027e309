//! Labels: what a segment can be.

use crate::resume::{Field, SectionKind};

/// What a segment is: a part of a section, and whether it begins an entry or a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    /// The section.
    pub section: SectionKind,
    /// The part of it.
    pub part: Part,
    /// What it begins.
    pub step: Step,
}

/// A part of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A field's value.
    Field(Field),
    /// A date or a range, for whichever date fields the section has.
    Dates,
    /// The name of a group of highlights.
    Group,
    /// A profile elsewhere.
    Profile,
    /// The section's heading.
    Heading,
    /// A word that announces a value ("Email:").
    Tag,
    /// Not content: page furniture, durations, interface words, second copies.
    Junk,
    /// Content that belongs nowhere.
    Unplaced,
}

/// What a segment begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// An entry.
    Entry,
    /// A value of the entry at hand.
    Value,
    /// Nothing: it goes on with the value before.
    Continue,
}

const FIELDS: [Field; 35] = [
    Field::Network,
    Field::Username,
    Field::Organization,
    Field::Institution,
    Field::Title,
    Field::Language,
    Field::Name,
    Field::Position,
    Field::Label,
    Field::Image,
    Field::Email,
    Field::Phone,
    Field::Url,
    Field::Location,
    Field::Description,
    Field::StudyType,
    Field::Area,
    Field::Fluency,
    Field::Level,
    Field::Issuer,
    Field::Awarder,
    Field::Publisher,
    Field::Date,
    Field::ReleaseDate,
    Field::StartDate,
    Field::EndDate,
    Field::Score,
    Field::Reference,
    Field::Entity,
    Field::Type,
    Field::Summary,
    Field::Highlights,
    Field::Keywords,
    Field::Courses,
    Field::Roles,
];
const OTHERS: [Part; 7] = [Part::Dates, Part::Group, Part::Profile, Part::Heading, Part::Tag, Part::Junk, Part::Unplaced];

impl Label {
    /// A label as three bytes, for the table of weights.
    pub fn to_bytes(self) -> [u8; 3] {
        let part = match self.part {
            Part::Field(field) => FIELDS.iter().position(|&f| f == field).unwrap_or_default(),
            other => 64 + OTHERS.iter().position(|&p| p == other).unwrap_or_default(),
        };
        [self.section as u8, part as u8, self.step as u8]
    }

    /// The label that [`Label::to_bytes`] wrote.
    pub fn from_bytes(bytes: [u8; 3]) -> Option<Self> {
        let section = *SectionKind::ALL.get(usize::from(bytes[0]))?;
        let part = match bytes[1] {
            field @ 0..64 => Part::Field(*FIELDS.get(usize::from(field))?),
            other => *OTHERS.get(usize::from(other) - 64)?,
        };
        let step = *[Step::Entry, Step::Value, Step::Continue].get(usize::from(bytes[2]))?;
        Some(Self { section, part, step })
    }

    /// Whether a field's value is made of it.
    pub fn is_content(self) -> bool {
        matches!(self.part, Part::Field(_) | Part::Dates | Part::Group | Part::Profile)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_survives_its_bytes() {
        for section in SectionKind::ALL {
            for part in FIELDS.map(Part::Field).into_iter().chain(OTHERS) {
                for step in [Step::Entry, Step::Value, Step::Continue] {
                    let label = Label { section, part, step };
                    assert_eq!(Label::from_bytes(label.to_bytes()), Some(label));
                }
            }
        }
    }
}
