//! What a person said of a segment, as if the lexicon had said it: so the network judges its neighbours by it.

#[allow(clippy::wildcard_imports)] // the names of the attributes are this module's vocabulary
use super::*;
use crate::read::decision::What;
use crate::resume::{Field, SectionKind};

/// What the lexicon says of a text.
const KNOWN: [usize; 13] =
    [PLACE, TITLE, EMPLOYER, SCHOOL, DEGREE, LANGUAGE, HEADING, PART_HEADING, FIRST_HEADING, LABEL, NETWORK, FURNITURE, NAME];

/// Makes a segment look like what it was said to be, as far as a look can tell.
pub fn set(what: What, look: &mut Attributes) {
    for attribute in KNOWN {
        look[attribute] = 0;
    }
    let (attribute, value) = match what {
        What::Heading(section) => {
            look[BULLET] = 0;
            (HEADING, if section == SectionKind::Basics { SUMMARY } else { 1 + section as u8 })
        }
        What::Field(section, field) => match field {
            Field::Position | Field::Label => (TITLE, 3),
            Field::Name if section == SectionKind::Basics => (NAME, 1),
            Field::Name if section == SectionKind::Work => (EMPLOYER, 2),
            Field::Organization => (EMPLOYER, 2),
            Field::Institution => (SCHOOL, 2),
            Field::StudyType => (DEGREE, 2),
            Field::Location => (PLACE, 4),
            Field::Language => (LANGUAGE, 1),
            Field::Fluency => (LANGUAGE, 2),
            Field::Network => (NETWORK, 1),
            _ => return,
        },
        What::Dates(_) | What::Group(_) | What::Nothing => return,
    };
    look[attribute] = value;
}
