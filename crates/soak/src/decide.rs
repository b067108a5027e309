//! Decisions about a text, at random. The same number gives the same ones.

use faircopy::{Decision, SectionKind, Span, What, Which};

use crate::damage::Chance;

/// The decisions of a number about a text: one or many, in any order, here and there about the same characters.
pub fn decisions(text: &str, number: u64) -> Vec<Decision> {
    let mut chance = Chance(number);
    (0..[1, 2, 5, 40][chance.below(4)]).map(|_| one(text, &mut chance)).collect()
}

/// The decision of a number about a text.
pub fn any_decision(text: &str, number: u64) -> Decision {
    one(text, &mut Chance(number))
}

fn one(text: &str, chance: &mut Chance) -> Decision {
    // Some lie beyond the text.
    let range = chance.range(text.len() + 2);
    let mut span = Span::new(range.start, range.end);
    if chance.below(2) == 0 {
        // The stretch a person is most likely to mean: a line.
        let (start, end) = (text.floor_char_boundary(range.start), text.floor_char_boundary(range.end));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        span = Span::new(line_start, text[end..].find('\n').map_or(text.len(), |at| end + at));
    }
    let section = SectionKind::ALL[chance.below(SectionKind::ALL.len())];
    let what = match chance.below(8) {
        0 => What::Heading(section),
        1 => What::Nothing,
        2 => What::Group(section),
        3 => What::Dates(section),
        _ => What::Field(section, section.fields()[chance.below(section.fields().len())]),
    };
    Decision { span, what, entry: [Which::Any, Which::New, Which::Before][chance.below(3)] }
}
