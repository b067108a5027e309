//! Reasons in words: what about a segment speaks for its label.

use super::features::{self as f, Attributes};
use super::label::{Label, Part};
use crate::resume::{Field, SectionKind};

/// Why something was read as a person said.
pub const TOLD: &str = "you said so";

/// Why a segment was read as `label`, as a phrase: the evidence that a person can see as well.
pub fn words(label: Label, look: &Attributes) -> String {
    let mut text = String::with_capacity(80);
    let mut add = |reason: &str| {
        if !text.is_empty() {
            text.push_str("; ");
        }
        text.push_str(reason);
    };
    let part = label.part;
    let is = |fields: &[Field]| matches!(part, Part::Field(field) if fields.contains(&field));
    match look[f::FORM] {
        1..=5 if part == Part::Dates => add("it is a date"),
        7 => add("it has the form of an e-mail address"),
        8 => add("it has the form of a telephone number"),
        9 => add("it has the form of a web address"),
        _ => {}
    }
    if is(&[Field::Position, Field::Label]) && look[f::TITLE] >= 2 {
        add("it holds a job title");
    }
    if is(&[Field::Name, Field::Organization]) && look[f::EMPLOYER] > 0 {
        add("it holds a word of employers' names");
    }
    if is(&[Field::Institution]) && look[f::SCHOOL] > 0 {
        add("it holds a word of schools' names");
    }
    if is(&[Field::StudyType, Field::Area]) && look[f::DEGREE] > 0 {
        add("it names a degree");
    }
    if is(&[Field::Location]) && look[f::PLACE] > 0 {
        add("it names a place");
    }
    if is(&[Field::Language, Field::Fluency]) && look[f::LANGUAGE] > 0 {
        add("it names a language or how well it is spoken");
    }
    if is(&[Field::Highlights, Field::Keywords, Field::Courses]) && look[f::BULLET] > 0 {
        add("it has a bullet");
    }
    if is(&[Field::Summary, Field::Highlights, Field::Description, Field::Reference]) && look[f::PROSE] > 0 {
        add("it is running text");
    }
    if is(&[Field::Name]) && label.section == SectionKind::Basics && look[f::DEPTH] <= 1 {
        add("it stands at the top");
    }
    match look[f::DATE_NEAR] {
        1 | 2 if part != Part::Dates => add("it stands beside a date"),
        3 => add("a date stands above"),
        4 => add("a date stands below"),
        _ => {}
    }
    if look[f::MARKUP] >= 1 && look[f::MARKUP] <= 5 {
        add("it is set off by markup");
    }
    let under = match look[f::UNDER] {
        0 => None,
        15 => Some(SectionKind::Basics),
        kind => SectionKind::ALL.get(usize::from(kind) - 1).copied(),
    };
    if under == Some(label.section) {
        add("it stands under a heading for it");
    }
    if text.is_empty() {
        text.push_str("its place and form fit best");
    }
    text
}
