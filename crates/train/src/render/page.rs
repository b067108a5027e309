//! Lines of tagged text, and how they make a page.

use faircopy::SectionKind;
use faircopy::read::label::Part;

use super::style::{Columns, Style};
use super::{Block, Rendered, Tag};
use crate::rng::Rng;

/// A line: stretches of text, some of them tagged.
#[derive(Clone, Default)]
pub struct Line {
    /// Its stretches, in order.
    pub parts: Vec<(String, Option<Tag>)>,
}

impl Line {
    /// A line without text.
    pub fn blank() -> Self {
        Self::default()
    }

    /// With more text at its end.
    #[must_use]
    pub fn with(mut self, text: impl Into<String>, tag: Option<Tag>) -> Self {
        self.parts.push((text.into(), tag));
        self
    }

    /// With a link of Markdown at its end: its words and its target, and what each is.
    #[must_use]
    pub fn link(self, words: (impl Into<String>, Option<Tag>), target: (impl Into<String>, Option<Tag>)) -> Self {
        self.with("[", None).with(words.0, words.1).with("](", None).with(target.0, target.1).with(")", None)
    }

    /// With its first value as the words of a link to an address.
    #[must_use]
    pub fn linked(self, target: &str, tag: Option<Tag>) -> Self {
        let is_value = |part: &(String, Option<Tag>)| part.1.is_some_and(|tag| matches!(tag.part, Part::Field(_)));
        let first = self.parts.iter().position(is_value);
        self.parts.into_iter().enumerate().fold(Self::default(), |line, (at, (text, own))| match first {
            Some(first) if first == at => line.link((text, own), (target, tag)),
            _ => line.with(text, own),
        })
    }

    /// With another line at its end.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        self.parts.extend(other.parts);
        self
    }

    /// Its length in characters.
    pub fn width(&self) -> usize {
        self.parts.iter().map(|p| p.0.chars().count()).sum()
    }

    fn is_blank(&self) -> bool {
        self.parts.iter().all(|p| p.0.trim().is_empty())
    }

    /// The line cut into lines of at most `width` characters, further ones indented.
    pub fn wrapped(self, width: usize, indent: &str) -> Vec<Self> {
        if self.width() <= width {
            return vec![self];
        }
        let mut lines = vec![Self::default()];
        let mut used = 0;
        for (text, tag) in self.parts {
            let mut piece = String::new();
            for word in text.split_inclusive(' ') {
                let len = word.trim_end().chars().count();
                if used + len > width && used > indent.len() {
                    if !piece.is_empty() {
                        lines.last_mut().expect("there is a line").parts.push((piece.trim_end().to_owned(), tag));
                    }
                    piece = String::new();
                    lines.push(Self::default().with(indent, None));
                    used = indent.len();
                }
                piece.push_str(word);
                used += word.chars().count();
            }
            if !piece.is_empty() {
                lines.last_mut().expect("there is a line").parts.push((piece, tag));
            }
        }
        lines
    }
}

/// Puts the header and the blocks on a page.
pub fn assemble(header: Vec<Line>, blocks: &mut Vec<Block>, style: &Style, rng: &mut Rng) -> Rendered {
    let side = |kind: SectionKind| {
        matches!(
            kind,
            SectionKind::Basics
                | SectionKind::Profiles
                | SectionKind::Skills
                | SectionKind::Languages
                | SectionKind::Interests
                | SectionKind::Certificates
        )
    };
    let mut lines = Vec::new();
    match style.columns {
        Columns::One => {
            lines.extend(header);
            for block in blocks.drain(..) {
                gap(&mut lines, style.section_gap);
                lines.extend(block.lines);
            }
        }
        Columns::SideFirst => {
            let (aside, main): (Vec<Block>, Vec<Block>) = blocks.drain(..).partition(|b| side(b.kind));
            for block in aside {
                lines.extend(block.lines);
                gap(&mut lines, style.section_gap.max(1));
            }
            lines.extend(header);
            for block in main {
                gap(&mut lines, style.section_gap);
                lines.extend(block.lines);
            }
        }
        Columns::Across => {
            let (aside, main): (Vec<Block>, Vec<Block>) = blocks.drain(..).partition(|b| side(b.kind));
            let join = |blocks: Vec<Block>, width: usize| {
                let mut column: Vec<Line> = Vec::new();
                for block in blocks {
                    gap(&mut column, 1);
                    column.extend(block.lines.into_iter().flat_map(|l| l.wrapped(width, "")));
                }
                column
            };
            let left = join(aside, 26);
            let right = join(main, 72);
            lines.extend(header);
            lines.push(Line::blank());
            for at in 0..left.len().max(right.len()) {
                let mut line = left.get(at).cloned().unwrap_or_default();
                if let Some(other) = right.get(at).filter(|l| !l.is_blank()) {
                    let pad = 34usize.saturating_sub(line.width()).max(3);
                    line.parts.push((" ".repeat(pad), None));
                    line.parts.extend(other.parts.clone());
                }
                lines.push(line);
            }
        }
    }
    if style.furniture && lines.len() > 30 {
        furniture(&mut lines, rng);
    }
    flatten(lines, style)
}

fn gap(lines: &mut Vec<Line>, count: usize) {
    if !lines.is_empty() {
        lines.extend((0..count).map(|_| Line::blank()));
    }
}

/// Page numbers in the middle and at the end.
fn furniture(lines: &mut Vec<Line>, rng: &mut Rng) {
    let junk = Tag { section: SectionKind::Custom, part: Part::Junk, entry: 0, value: usize::MAX };
    let at = lines.len() / 3 + rng.below(lines.len() / 3);
    let form = rng.below(4);
    let number = |n: usize| match form {
        0 => format!("Page {n} of 2"),
        1 => format!("- {n} -"),
        2 => format!("Page {n}"),
        _ => format!("CV {n}/2"),
    };
    lines.push(Line::default().with(number(2), Some(junk)));
    lines.insert(at, Line::default().with(number(1), Some(junk)));
}

fn flatten(lines: Vec<Line>, style: &Style) -> Rendered {
    let mut text = String::new();
    let mut pieces = Vec::new();
    // Within a paragraph that is broken there are no blank lines.
    let last = |line: &Line| line.parts.iter().rev().find_map(|p| p.1).map(|t| t.value);
    let first = |line: &Line| line.parts.iter().find_map(|p| p.1).map(|t| t.value);
    let spaced: Vec<usize> = (0..lines.len())
        .filter(|&at| style.spaced && !lines[at].is_blank())
        .filter(|&at| lines.get(at + 1).is_none_or(|next| first(next).is_none() || first(next) != last(&lines[at])))
        .collect();
    for (number, line) in lines.into_iter().enumerate() {
        if !line.is_blank() {
            text.push_str(&" ".repeat(style.margin));
        }
        for (part, tag) in line.parts {
            let start = text.len();
            text.push_str(&part);
            if let Some(tag) = tag {
                pieces.push((start, text.len(), tag));
            }
        }
        text.push('\n');
        if spaced.binary_search(&number).is_ok() {
            text.push('\n');
        }
    }
    Rendered { text, pieces }
}
