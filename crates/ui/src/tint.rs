//! The six tints for what a stretch of source became.

use faircopy::{Field, SectionKind};

/// What a field is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// A person, and how to reach them.
    Who,
    /// An employer, a school, an issuer.
    Organisation,
    /// A position, a degree, a title.
    Role,
    /// A date.
    Time,
    /// A place.
    Place,
    /// Sentences and terms.
    Text,
}

impl Tint {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 6] = [Self::Who, Self::Organisation, Self::Role, Self::Time, Self::Place, Self::Text];

    /// The tint of a field.
    pub fn of(kind: SectionKind, field: Field) -> Self {
        match (kind, field) {
            (SectionKind::Basics, Field::Label) => Self::Role,
            (SectionKind::Work, Field::Name) => Self::Organisation,
            (
                SectionKind::Basics | SectionKind::Profiles | SectionKind::References,
                Field::Name | Field::Network | Field::Username,
            )
            | (_, Field::Email | Field::Phone | Field::Url | Field::Image) => Self::Who,
            (_, Field::Organization | Field::Institution | Field::Issuer | Field::Awarder | Field::Publisher | Field::Entity) => {
                Self::Organisation
            }
            (_, Field::Date | Field::ReleaseDate | Field::StartDate | Field::EndDate) => Self::Time,
            (_, Field::Location) => Self::Place,
            (_, Field::Position | Field::Name | Field::Title | Field::StudyType | Field::Area | Field::Language | Field::Roles) => {
                Self::Role
            }
            _ => Self::Text,
        }
    }

    /// Its class in the style sheets.
    pub fn class(self) -> &'static str {
        match self {
            Self::Who => "tint-who",
            Self::Organisation => "tint-organisation",
            Self::Role => "tint-role",
            Self::Time => "tint-time",
            Self::Place => "tint-place",
            Self::Text => "tint-text",
        }
    }
}
