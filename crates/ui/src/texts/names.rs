//! The names of fields, sections and tints.

use faircopy::{Field, SectionKind, Verb};

use super::table as t;
use crate::tint::Tint;

/// The name of a field as it stands beside its input.
pub fn field_name(kind: SectionKind, field: Field) -> &'static str {
    use SectionKind as S;
    let name = match (kind, field) {
        (S::Basics, Field::Label) => t::HEADLINE,
        (S::Basics, Field::Image) => t::PICTURE,
        (S::Work, Field::Name) | (_, Field::Organization | Field::Entity) => t::ORGANIZATION,
        (S::Profiles, Field::Url) => t::LINK,
        (S::Profiles, Field::Username) => t::HANDLE,
        (_, Field::Network) => t::NETWORK,
        (_, Field::Institution) => t::INSTITUTION,
        (_, Field::Title) => t::TITLE,
        (_, Field::Language) => t::LANGUAGE,
        (_, Field::Name) => t::NAME,
        (_, Field::Position) => t::POSITION,
        (_, Field::Label) => t::LABEL,
        (_, Field::Image) => t::IMAGE,
        (_, Field::Username) => t::USERNAME,
        (_, Field::Email) => t::EMAIL,
        (_, Field::Phone) => t::PHONE,
        (_, Field::Url) => t::WEBSITE,
        (_, Field::Location) => t::LOCATION,
        (_, Field::Description) => t::DESCRIPTION,
        (_, Field::StudyType) => t::DEGREE,
        (_, Field::Area) => t::AREA,
        (_, Field::Fluency) => t::FLUENCY,
        (_, Field::Level) => t::LEVEL,
        (_, Field::Issuer) => t::ISSUER,
        (_, Field::Awarder) => t::AWARDER,
        (_, Field::Publisher) => t::PUBLISHER,
        (_, Field::Date | Field::ReleaseDate) => t::DATE,
        (_, Field::StartDate) => t::START,
        (_, Field::EndDate) => t::END,
        (_, Field::Score) => t::SCORE,
        (_, Field::Reference) => t::REFERENCE,
        (_, Field::Type) => t::TYPE,
        (_, Field::Summary) => t::SUMMARY,
        (_, Field::Highlights) => t::HIGHLIGHTS,
        (_, Field::Keywords) => t::KEYWORDS,
        (_, Field::Courses) => t::COURSES,
        (_, Field::Roles) => t::ROLES,
    };
    name.get()
}

/// The name of a section, and of a region on the page.
pub fn section_name(kind: SectionKind) -> &'static str {
    let name = match kind {
        SectionKind::Basics => t::BASICS,
        SectionKind::Profiles => t::PROFILES,
        SectionKind::Work => t::WORK,
        SectionKind::Volunteer => t::VOLUNTEER,
        SectionKind::Education => t::EDUCATION,
        SectionKind::Awards => t::AWARDS,
        SectionKind::Certificates => t::CERTIFICATES,
        SectionKind::Publications => t::PUBLICATIONS,
        SectionKind::Skills => t::SKILLS,
        SectionKind::Languages => t::LANGUAGES,
        SectionKind::Interests => t::INTERESTS,
        SectionKind::References => t::REFERENCES,
        SectionKind::Projects => t::PROJECTS,
        SectionKind::Custom => t::OTHER_SECTION,
    };
    name.get()
}

/// The button that adds an entry to a section.
pub fn add_name(kind: SectionKind) -> &'static str {
    let name = match kind {
        SectionKind::Basics | SectionKind::Custom => t::ADD_ENTRY,
        SectionKind::Profiles => t::ADD_PROFILE,
        SectionKind::Work => t::ADD_JOB,
        SectionKind::Volunteer => t::ADD_VOLUNTEER,
        SectionKind::Education => t::ADD_EDUCATION,
        SectionKind::Awards => t::ADD_AWARD,
        SectionKind::Certificates => t::ADD_CERTIFICATE,
        SectionKind::Publications => t::ADD_PUBLICATION,
        SectionKind::Skills => t::ADD_SKILL,
        SectionKind::Languages => t::ADD_LANGUAGE,
        SectionKind::Interests => t::ADD_INTEREST,
        SectionKind::References => t::ADD_REFERENCE,
        SectionKind::Projects => t::ADD_PROJECT,
    };
    name.get()
}

/// What a tint stands for, in a word.
pub fn tint_name(tint: Tint) -> &'static str {
    let name = match tint {
        Tint::Who => t::WHO,
        Tint::Organisation => t::ORGANIZATION,
        Tint::Role => t::ROLE,
        Tint::Time => t::TIME,
        Tint::Place => t::PLACE,
        Tint::Text => t::TEXT,
    };
    name.get()
}

/// What an empty field hints at.
pub fn placeholder(field: Field) -> &'static str {
    match field {
        Field::EndDate => t::PRESENT.get(),
        _ => "",
    }
}

/// What was done, but for typing, which is told by the name of the field.
pub fn verb_name(kind: SectionKind, verb: Verb) -> &'static str {
    let name = match verb {
        Verb::Typed(field) => return field_name(kind, field),
        Verb::Added => t::VERB_ADDED,
        Verb::Removed => t::VERB_REMOVED,
        Verb::Moved => t::VERB_MOVED,
        Verb::Duplicated => t::VERB_DUPLICATED,
        Verb::Hidden => t::VERB_HIDDEN,
        Verb::Sorted => t::VERB_SORTED,
        Verb::Settled => t::VERB_SETTLED,
        Verb::Decided => t::VERB_DECIDED,
        Verb::Retyped => t::VERB_RETYPED,
        Verb::Replaced => t::VERB_REPLACED,
    };
    name.get()
}
