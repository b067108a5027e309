//! Sections: headings and entries in the document's layout.

mod entries;
mod head;
mod layout;
mod lists;

use faircopy::SectionKind;
use faircopy::read::label::Part;
use serde_json::Value;

use super::page::Line;
use super::style::{Headings, Style};
use super::words::{HEADINGS, OWN_HEADINGS, capital, phrases};
use super::{Block, Tag};
use crate::rng::Rng;

/// Gives each value its number.
pub struct Tagger {
    next: usize,
}

impl Tagger {
    /// A tag for a new value, as the stretches of a line take it.
    #[allow(clippy::unnecessary_wraps)]
    pub fn tag(&mut self, section: SectionKind, entry: usize, part: Part) -> Option<Tag> {
        self.next += 1;
        Some(Tag { section, part, entry, value: self.next })
    }
}

/// All sections that a reading has, in a usual or a random order.
pub fn all(resume: &Value, style: &Style, rng: &mut Rng) -> Vec<Block> {
    use SectionKind as S;
    let mut order = vec![
        S::Work,
        S::Projects,
        S::Education,
        S::Volunteer,
        S::Awards,
        S::Certificates,
        S::Publications,
        S::Skills,
        S::Languages,
        S::Interests,
        S::References,
    ];
    match rng.below(4) {
        0 => order.swap(0, 2),
        1 => {
            let skills = order.remove(7);
            order.insert(0, skills);
        }
        2 => rng.shuffle(&mut order),
        _ => {}
    }
    let mut tagger = Tagger { next: 100 };
    let skills = lists::terms(&resume["skills"]);
    let mut blocks = Vec::new();
    for kind in order {
        let entries: Vec<&Value> =
            resume[kind.json_name()].as_array().map_or(Vec::new(), |e| e.iter().filter(|e| !e.is_null()).collect());
        if entries.is_empty() || rng.chance(8) {
            continue;
        }
        let body = match kind {
            S::Skills => lists::skills(&entries, style, &mut tagger, rng),
            S::Languages => lists::languages(&entries, style, &mut tagger, rng),
            S::Interests => lists::interests(&entries, style, &mut tagger, rng),
            S::References => lists::references(&entries, style, &mut tagger),
            S::Awards | S::Certificates | S::Publications => lists::small(kind, &entries, style, &mut tagger, rng),
            kind => entries::all(kind, &entries, &skills, style, &mut tagger, rng),
        };
        let mut lines = heading(kind, kind.json_name(), style, rng);
        lines.extend(body);
        blocks.push(Block { kind, lines });
    }
    blocks
}

/// A section's heading, in the document's style; nothing in a document without headings.
pub fn heading(kind: SectionKind, key: &str, style: &Style, rng: &mut Rng) -> Vec<Line> {
    if style.headings == Headings::None && (kind == SectionKind::Work || kind == SectionKind::Basics || rng.chance(70)) {
        return Vec::new();
    }
    let words = phrases(HEADINGS, &style.lang, key);
    let own = phrases(OWN_HEADINGS, "any", key);
    let word = if style.own_headings && !own.is_empty() && rng.chance(70) {
        *rng.pick(&own)
    } else if style.unusual_headings {
        *rng.pick(&words)
    } else {
        words[rng.below(words.len().min(4))]
    };
    let mut plain = capital(word, rng.chance(50));
    if style.joined_headings && rng.chance(50) {
        let more = *rng.pick(&words);
        plain = match rng.below(4) {
            0 => format!("{plain} & {}", capital(more, false)),
            1 => format!("{plain} / {}", capital(more, false)),
            2 => format!("{plain} {}", capital(more, false)),
            _ => format!("{} {plain}", rng.pick(&["My", "Selected", "Other", "Additional", "Recent"])),
        };
    }
    let tag = Some(Tag { section: kind, part: Part::Heading, entry: 0, value: 90 });
    let line = |before: &str, text: String, after: String| Line::default().with(before, None).with(text, tag).with(after, None);
    let mut lines = match style.headings {
        Headings::Plain | Headings::None => vec![line("", plain, String::new())],
        Headings::Capitals => vec![line("", plain.to_uppercase(), String::new())],
        Headings::Markdown(level) => vec![line(&format!("{} ", "#".repeat(level)), plain, String::new())],
        Headings::Colon => vec![line("", plain, ":".to_owned())],
        Headings::Bold => vec![line("**", plain, "**".to_owned())],
        Headings::Filled => vec![line("", plain.to_uppercase(), format!(" {}", "-".repeat(60)))],
        Headings::Counted => vec![line("", plain, format!(" ({})", 1 + rng.below(6)))],
        Headings::Spaced => vec![Line::blank(), line("", plain, String::new()), Line::blank()],
        Headings::Underlined(mark) => {
            let rule = mark.to_string().repeat(plain.chars().count());
            vec![line("", plain, String::new()), Line::default().with(rule, None)]
        }
    };
    if style.markdown {
        lines.push(Line::blank());
    }
    lines
}

/// A line broken at the document's width.
pub fn wrapped(line: Line, style: &Style, indent: &str) -> Vec<Line> {
    match style.wrap {
        Some(width) => line.wrapped(width, if style.hanging { indent } else { "" }),
        None => vec![line],
    }
}
