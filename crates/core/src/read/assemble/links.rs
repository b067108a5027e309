//! Links of Markdown: their words and what they lead to are of one entry, whatever the one looks like without the other.

use std::borrow::Cow;

use crate::lexicon::{Flags, Lexicon};
use crate::read::decode::Reading;
use crate::read::label::{Label, Part, Step};
use crate::read::segment::{Kind, Segment};
use crate::recognise::profile;
use crate::resume::{Field, SectionKind};
use crate::source::SourceText;

/// The readings of segments, those of addresses behind the words of a link as the words say.
pub fn joined<'a>(source: &SourceText, segments: &[Segment], readings: &'a [Reading]) -> Cow<'a, [Reading]> {
    let mut joined = Cow::Borrowed(readings);
    for at in 1..segments.len() {
        let (words, target) = (&segments[at - 1], &segments[at]);
        if target.kind != Kind::Url || !is_link(source, words, target) || words.told.or(target.told).is_some() {
            continue;
        }
        let said = joined[at - 1].label;
        let of_person = matches!(said.section, SectionKind::Basics | SectionKind::Profiles);
        let account = profile::is_on_network(source.slice(target.span));
        if account && (of_person || !said.is_content()) {
            let network = Lexicon::get().word(source.slice(words.span)).flags.intersects(Flags::NETWORK);
            let one = said.part == Part::Profile || network;
            let label = |step| Label { section: SectionKind::Profiles, part: Part::Profile, step };
            let readings = joined.to_mut();
            if network {
                readings[at - 1].label = label(Step::Entry);
            }
            readings[at].label = label(if one { Step::Value } else { Step::Entry });
        } else if said.is_content() && !of_person && said.section.fields().contains(&Field::Url) {
            joined.to_mut()[at].label = Label { part: Part::Field(Field::Url), step: Step::Value, ..said };
        }
    }
    joined
}

/// Whether a segment is words of a link that leads to the next one.
fn is_link(source: &SourceText, words: &Segment, target: &Segment) -> bool {
    words.line == target.line && {
        let both = source.slice(words.span.cover(target.span));
        both[..both.len() - target.span.len()].ends_with("](")
    }
}
