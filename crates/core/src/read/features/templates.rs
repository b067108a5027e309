//! Features: which attributes, of which segments around, are looked at together.

#[allow(clippy::wildcard_imports)] // the names of the attributes are this module's vocabulary
use super::*;

/// A segment relative to the one that is labelled.
#[derive(Clone, Copy)]
enum At {
    Here,
    Before,
    Behind,
    Above,
    Below,
}
use At::{Above, Before as Prev, Behind as Next, Below, Here};

/// Attributes looked at together.
type Template = &'static [(At, usize)];

/// All templates. A feature is a template with the values that it found.
#[rustfmt::skip]
const TEMPLATES: &[Template] = &[
    // Each attribute alone.
    &[(Here, WORDS)], &[(Here, CASE)], &[(Here, END)], &[(Here, START)], &[(Here, BULLET)], &[(Here, MARKUP)],
    &[(Here, INDENT)], &[(Here, SHIFT)], &[(Here, BLANK_BEFORE)], &[(Here, BLANK_AFTER)], &[(Here, BEFORE)],
    &[(Here, AFTER)], &[(Here, POSITION)], &[(Here, FORM)], &[(Here, PLACE)], &[(Here, TITLE)], &[(Here, EMPLOYER)],
    &[(Here, SCHOOL)], &[(Here, DEGREE)], &[(Here, LANGUAGE)], &[(Here, HEADING)], &[(Here, PART_HEADING)],
    &[(Here, LABEL)], &[(Here, NETWORK)], &[(Here, FURNITURE)], &[(Here, DEPTH)], &[(Here, DATE_NEAR)], &[(Here, UNDER)],
    &[(Here, SINCE_HEADING)], &[(Here, PROSE)], &[(Here, DIGITS)], &[(Here, REPEATED)], &[(Here, NAME)],
    &[(Here, COMMAS)], &[(Here, SINCE_DATE)], &[(Here, WRAPPED)], &[(Here, COMPANIONS)], &[(Here, STYLE)],
    // What stands around.
    &[(Prev, WORDS)], &[(Prev, CASE)], &[(Prev, END)], &[(Prev, BULLET)], &[(Prev, MARKUP)], &[(Prev, FORM)], &[(Prev, PLACE)],
    &[(Prev, TITLE)], &[(Prev, EMPLOYER)], &[(Prev, SCHOOL)], &[(Prev, DEGREE)], &[(Prev, LANGUAGE)], &[(Prev, HEADING)],
    &[(Prev, LABEL)], &[(Prev, FURNITURE)], &[(Prev, PROSE)], &[(Prev, NAME)], &[(Prev, NETWORK)],
    &[(Next, WORDS)], &[(Next, CASE)], &[(Next, BULLET)], &[(Next, MARKUP)], &[(Next, FORM)], &[(Next, PLACE)], &[(Next, TITLE)],
    &[(Next, EMPLOYER)], &[(Next, SCHOOL)], &[(Next, DEGREE)], &[(Next, LANGUAGE)], &[(Next, HEADING)], &[(Next, PROSE)],
    &[(Next, BLANK_BEFORE)], &[(Next, FURNITURE)], &[(Next, SHIFT)],
    &[(Above, FORM)], &[(Above, WORDS)], &[(Above, MARKUP)], &[(Above, BULLET)], &[(Above, PLACE)], &[(Above, TITLE)],
    &[(Above, SCHOOL)], &[(Above, HEADING)], &[(Above, COMPANIONS)],
    &[(Below, FORM)], &[(Below, WORDS)], &[(Below, MARKUP)], &[(Below, BULLET)], &[(Below, PLACE)], &[(Below, TITLE)],
    &[(Below, DEGREE)], &[(Below, EMPLOYER)], &[(Below, COMPANIONS)], &[(Below, PROSE)],
    // Pairs within the segment.
    &[(Here, TITLE), (Here, EMPLOYER)], &[(Here, PLACE), (Here, BEFORE)], &[(Here, WORDS), (Here, CASE)],
    &[(Here, WORDS), (Here, BULLET)], &[(Here, BULLET), (Here, PROSE)], &[(Here, POSITION), (Here, BEFORE)],
    &[(Here, BEFORE), (Here, AFTER)], &[(Here, MARKUP), (Here, POSITION)], &[(Here, DATE_NEAR), (Here, POSITION)],
    &[(Here, DATE_NEAR), (Here, BLANK_BEFORE)], &[(Here, DATE_NEAR), (Here, SINCE_DATE)], &[(Here, DATE_NEAR), (Here, TITLE)],
    &[(Here, DATE_NEAR), (Here, MARKUP)], &[(Here, DATE_NEAR), (Here, WORDS)],
    &[(Here, HEADING), (Here, POSITION)], &[(Here, HEADING), (Here, BULLET)], &[(Here, HEADING), (Here, CASE)],
    &[(Here, HEADING), (Here, BLANK_BEFORE)], &[(Here, HEADING), (Here, MARKUP)], &[(Here, HEADING), (Here, END)],
    &[(Here, PART_HEADING), (Here, CASE)], &[(Here, PART_HEADING), (Here, BLANK_BEFORE)], &[(Here, PART_HEADING), (Here, MARKUP)],
    &[(Here, PART_HEADING), (Here, POSITION)],
    &[(Here, DEPTH), (Here, WORDS)], &[(Here, DEPTH), (Here, NAME)], &[(Here, DEPTH), (Here, FORM)], &[(Here, DEPTH), (Here, TITLE)],
    &[(Here, DEPTH), (Here, PROSE)], &[(Here, DEPTH), (Here, CASE)], &[(Here, DEPTH), (Here, MARKUP)],
    &[(Here, WRAPPED), (Here, CASE)], &[(Here, WRAPPED), (Here, SHIFT)], &[(Here, WRAPPED), (Here, BULLET)],
    &[(Here, END), (Here, WORDS)], &[(Here, CASE), (Here, MARKUP)], &[(Here, CASE), (Here, BLANK_BEFORE)],
    &[(Here, PROSE), (Here, BLANK_BEFORE)], &[(Here, INDENT), (Here, SHIFT)], &[(Here, FORM), (Here, POSITION)],
    &[(Here, FORM), (Here, BEFORE)], &[(Here, REPEATED), (Here, POSITION)], &[(Here, COMMAS), (Here, WORDS)],
    &[(Here, COMMAS), (Here, PROSE)],
    // Within a section under a known heading.
    &[(Here, UNDER), (Here, FORM)], &[(Here, UNDER), (Here, POSITION)], &[(Here, UNDER), (Here, TITLE)], &[(Here, UNDER), (Here, WORDS)],
    &[(Here, UNDER), (Here, BULLET)], &[(Here, UNDER), (Here, PROSE)], &[(Here, UNDER), (Here, DATE_NEAR)], &[(Here, UNDER), (Here, BEFORE)],
    &[(Here, UNDER), (Here, AFTER)], &[(Here, UNDER), (Here, SINCE_HEADING)], &[(Here, UNDER), (Here, BLANK_BEFORE)],
    &[(Here, UNDER), (Here, MARKUP)], &[(Here, UNDER), (Here, LANGUAGE)], &[(Here, UNDER), (Here, DEGREE)], &[(Here, UNDER), (Here, SCHOOL)],
    &[(Here, UNDER), (Here, LABEL)], &[(Here, UNDER), (Here, SHIFT)], &[(Here, UNDER), (Here, COMMAS)], &[(Here, UNDER), (Here, PLACE)],
    &[(Here, UNDER), (Here, SINCE_DATE)], &[(Here, UNDER), (Prev, FORM)], &[(Here, UNDER), (Next, FORM)], &[(Here, UNDER), (Here, CASE)],
    &[(Here, UNDER), (Prev, BULLET)], &[(Here, UNDER), (Next, BULLET)], &[(Here, UNDER), (Here, END)],
    &[(Here, UNDER), (Here, POSITION), (Here, DATE_NEAR)], &[(Here, UNDER), (Here, BULLET), (Here, WORDS)],
    &[(Here, UNDER), (Here, POSITION), (Here, MARKUP)], &[(Here, UNDER), (Here, BLANK_BEFORE), (Here, DATE_NEAR)],
    // Pairs with what stands around.
    &[(Here, TITLE), (Prev, TITLE)], &[(Here, TITLE), (Prev, EMPLOYER)], &[(Here, EMPLOYER), (Prev, TITLE)], &[(Here, FORM), (Prev, FORM)],
    &[(Here, BEFORE), (Prev, FORM)], &[(Here, BULLET), (Prev, BULLET)], &[(Here, PROSE), (Prev, PROSE)], &[(Here, WORDS), (Prev, WORDS)],
    &[(Here, SHIFT), (Prev, PROSE)], &[(Here, MARKUP), (Prev, MARKUP)], &[(Prev, LABEL), (Here, FORM)], &[(Prev, LABEL), (Here, BEFORE)],
    &[(Prev, HEADING), (Here, WORDS)], &[(Here, TITLE), (Prev, PLACE)], &[(Here, PLACE), (Prev, TITLE)], &[(Here, BLANK_BEFORE), (Prev, FORM)],
    &[(Here, BLANK_BEFORE), (Prev, BULLET)], &[(Prev, NETWORK), (Here, BEFORE)],
    &[(Here, TITLE), (Next, TITLE)], &[(Here, TITLE), (Next, EMPLOYER)], &[(Here, TITLE), (Next, FORM)], &[(Here, EMPLOYER), (Next, FORM)],
    &[(Here, WORDS), (Next, FORM)], &[(Here, WORDS), (Next, BULLET)], &[(Here, BULLET), (Next, BULLET)], &[(Here, MARKUP), (Next, MARKUP)],
    &[(Here, PLACE), (Next, FORM)], &[(Here, CASE), (Next, FORM)], &[(Here, BLANK_BEFORE), (Next, BULLET)], &[(Here, TITLE), (Next, PLACE)],
    &[(Here, AFTER), (Next, FORM)], &[(Here, BEFORE), (Next, FORM)],
    &[(Here, TITLE), (Below, TITLE)], &[(Here, TITLE), (Below, EMPLOYER)], &[(Here, MARKUP), (Below, MARKUP)], &[(Here, WORDS), (Below, BULLET)],
    &[(Here, WORDS), (Below, FORM)], &[(Here, WORDS), (Below, PROSE)], &[(Here, BLANK_BEFORE), (Below, FORM)],
    &[(Here, TITLE), (Above, TITLE)], &[(Here, MARKUP), (Above, MARKUP)], &[(Here, FORM), (Above, TITLE)], &[(Here, WORDS), (Above, FORM)],
    &[(Here, BULLET), (Above, BULLET)], &[(Here, BLANK_BEFORE), (Above, FORM)], &[(Here, COMPANIONS), (Above, COMPANIONS)],
];

/// How many values a template can find: each attribute's, and one more for a segment that is not there.
const fn size(template: Template) -> usize {
    let mut size = 1;
    let mut at = 0;
    while at < template.len() {
        size *= BOUNDS[template[at].1] as usize + 1;
        at += 1;
    }
    size
}

/// How many features there are.
pub const COUNT: usize = {
    let mut count = 0;
    let mut at = 0;
    while at < TEMPLATES.len() {
        count += size(TEMPLATES[at]);
        at += 1;
    }
    count
};

/// Calls `visit` with each feature, below [`COUNT`], of the segment `at`.
pub fn active(looks: &Looks, at: usize, mut visit: impl FnMut(usize)) {
    let around = [Some(at), at.checked_sub(1), Some(at + 1), looks.above[at].checked_sub(1), looks.below[at].checked_sub(1)]
        .map(|i| i.and_then(|i| looks.all.get(i)));
    let mut base = 0;
    for template in TEMPLATES {
        let mut value = 0;
        for &(place, attribute) in *template {
            let bound = BOUNDS[attribute] as usize;
            value = value * (bound + 1) + around[place as usize].map_or(bound, |a| a[attribute] as usize);
        }
        visit(base + value);
        base += size(template);
    }
}

/// How many ways there are for two neighbouring segments to stand to each other.
pub const LINE_STATES: usize = 4;

/// How a segment stands to the one before: on its line behind a weak (0) or strong (1) separator, on the next line (2), or
/// after a blank one (3).
pub fn line_state(look: &Attributes) -> usize {
    match (look[POSITION], look[BLANK_BEFORE], look[BEFORE]) {
        (0 | 1, 0, _) => 2,
        (0 | 1, _, _) => 3,
        (_, _, 6 | 8 | 9 | 11) => 0,
        _ => 1,
    }
}
