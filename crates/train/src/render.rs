//! Known readings rendered anew as texts, in random layouts: what the reader learns most from.

mod dates;
mod header;
mod page;
mod sections;
mod style;
mod vary;
mod words;

use faircopy::SectionKind;
use faircopy::read::label::{Label, Part, Step};
use serde_json::Value;

use crate::rng::Rng;
use page::Line;
use style::Style;

/// A text, with what each stretch of it is.
pub struct Rendered {
    /// The text.
    pub text: String,
    /// Stretches in order: first byte, one past the last, and what it is.
    pub pieces: Vec<(usize, usize, Tag)>,
}

/// What a stretch of a rendered text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its section.
    pub section: SectionKind,
    /// Its part.
    pub part: Part,
    /// Which entry of the section.
    pub entry: usize,
    /// Which value of the document: stretches of one value share it.
    pub value: usize,
}

/// Renders a known reading in the layout that `seed` makes.
pub fn render(resume: &Value, lang: &str, seed: u64) -> Rendered {
    let mut rng = Rng::new(seed);
    let style = Style::new(&mut rng, lang);
    let resume = &vary::vary(resume, lang, &mut rng);
    let mut blocks = sections::all(resume, &style, &mut rng);
    let header = header::lines(resume, &style, &mut rng);
    page::assemble(header, &mut blocks, &style, &mut rng)
}

/// The label of each segment of a rendered text: that of the piece that covers most of it.
pub fn labels(rendered: &Rendered, segments: &[faircopy::read::segment::Segment]) -> Vec<Option<Label>> {
    let mut begun: Vec<(SectionKind, usize)> = Vec::new();
    let mut last: Option<usize> = None;
    segments
        .iter()
        .map(|segment| {
            let range = segment.span.range();
            let overlap = |p: &&(usize, usize, Tag)| p.1.min(range.end).saturating_sub(p.0.max(range.start));
            let piece = rendered.pieces.iter().filter(|p| overlap(p) > 0).max_by_key(overlap)?;
            let tag = piece.2;
            if matches!(tag.part, Part::Heading | Part::Junk | Part::Tag | Part::Unplaced) {
                let section = if tag.part == Part::Heading { tag.section } else { SectionKind::Custom };
                return Some(Label { section, part: tag.part, step: Step::Value });
            }
            let entry = (tag.section, tag.entry);
            let plain = matches!(tag.section, SectionKind::Basics | SectionKind::Interests)
                || tag.part == Part::Field(faircopy::Field::Keywords);
            let step = if last == Some(tag.value) {
                Step::Continue
            } else if !plain && !begun.contains(&entry) {
                Step::Entry
            } else {
                Step::Value
            };
            begun.push(entry);
            last = Some(tag.value);
            Some(Label { section: tag.section, part: tag.part, step })
        })
        .collect()
}

/// A block of lines, such as a section.
pub struct Block {
    /// Its section.
    pub kind: SectionKind,
    /// Its lines, the heading first.
    pub lines: Vec<Line>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use faircopy::read::Outline;
    use serde_json::json;

    #[test]
    fn renders_the_same_text_from_the_same_seed_and_labels_what_it_wrote() {
        let resume = json!({
            "basics": {"name": "Ada Example", "email": "ada@example.org"},
            "work": [{"name": "Northwind", "position": "Engineer", "startDate": "2018-05", "highlights": ["Built a thing that works."]}],
        });
        for seed in 0..60 {
            let rendered = render(&resume, "en", seed);
            assert_eq!(rendered.text, render(&resume, "en", seed).text);
            let outline = Outline::new(&rendered.text);
            let labels = labels(&rendered, &outline.segments);
            let dated =
                outline.segments.iter().zip(&labels).filter(|(s, _)| matches!(s.kind, faircopy::read::segment::Kind::Date(_)));
            for (segment, label) in dated {
                let part = label.map(|l| l.part);
                assert_eq!(part, Some(Part::Dates), "{:?} in\n{}", outline.source.slice(segment.span), rendered.text);
            }
        }
    }
}
