//! Lines cut into segments: the units that are read as one thing each.
//!
//! A line that lists facts ("Engineer, Acme — Berlin, 2019–2021") is cut at its separators; prose is left whole, but for a date
//! at its edge. Cutting too often does no harm: neighbouring segments can be read as one value.

mod citation;
mod cut;
mod line;
pub mod link;
mod seam;
mod told;

use std::ops::Range;

use crate::read::decision::{Decisions, Told};
use crate::read::lines::LineInfo;
use crate::recognise::date::{self, DateExpr};
use crate::recognise::profile;
use crate::source::{SourceText, Span};
pub use line::{Bullet, Markup};

/// A piece of a line that is read as one thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Where its text stands, without bullets, outer white space, separators and unpaired marks.
    pub span: Span,
    /// The line it stands on.
    pub line: u32,
    /// Its place on the line, from 0.
    pub index: u16,
    /// What separates it from the segment before.
    pub before: Separator,
    /// What separates it from the segment behind.
    pub after: Separator,
    /// What it is by its form alone.
    pub kind: Kind,
    /// Whether it reads as running text.
    pub prose: bool,
    /// The bullet of its line, if it is the line's first.
    pub bullet: Bullet,
    /// The Markdown that it stands in.
    pub markup: Markup,
    /// Columns from the start of the line to its text; a tab counts to the next multiple of 4.
    pub column: u16,
    /// What a person said that it is.
    pub told: Option<Told>,
}

/// What stands between two segments of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// Nothing: the edge of the line.
    #[default]
    Edge,
    /// A tab.
    Tab,
    /// Two or more spaces.
    Gap,
    /// `|` or the like.
    Pipe,
    /// `·`, `•` or the like.
    Dot,
    /// A dash between spaces.
    Dash,
    /// A comma or a semicolon.
    Comma,
    /// A word or sign such as "at" or `@`.
    At,
    /// A bracket.
    Bracket,
    /// A colon.
    Colon,
    /// A slash between spaces.
    Slash,
    /// Only a space: a recognised value, or markup, ends there.
    Space,
}

/// What a segment is by its form alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A date or a range of dates; its spans count from the start of the source.
    Date(DateExpr),
    /// How long something took.
    Duration,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Url,
}

/// Cuts some lines of a source into segments, in order, leaving out lines that are not content. Linear in their length.
pub fn segments(source: &SourceText, lines: &[LineInfo], range: Range<usize>, decisions: &Decisions) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut prose_goes_on = false;
    for number in range {
        let (line, info) = (source.lines()[number], lines[number]);
        if info.skip.is_some() {
            continue;
        }
        let start = segments.len();
        // A line is prose as a part of its sentence: with the lines before that went on with it, and the next ones.
        let prose = prose_goes_on || (info.goes_on && sentence_is_prose(source, lines, number));
        line::cut(source, line.span, number as u32, prose, decisions.within(line.span), &mut segments);
        prose_goes_on = info.goes_on && (prose || segments[start..].iter().any(|s| s.prose));
        join_address(source, &mut segments, start);
        for (index, segment) in segments[start..].iter_mut().enumerate() {
            segment.index = index.min(usize::from(u16::MAX)) as u16;
        }
        join_range(source, &mut segments, start);
    }
    segments
}

/// A web address that is broken at a hyphen, or before an account's name, goes on with the first word of the next line, the one
/// at `start`.
fn join_address(source: &SourceText, segments: &mut Vec<Segment>, start: usize) {
    let Some([.., first]) = segments.get(..start) else { return };
    let follows = |s: &&Segment| s.line == first.line + 1 && s.kind == Kind::Text && s.told == first.told;
    let Some(second) = segments.get(start).filter(follows) else { return };
    let (head, tail) = (source.slice(first.span), source.slice(second.span));
    let within =
        head.strip_suffix('-').is_some_and(|head| head.ends_with(char::is_alphabetic)) && tail.starts_with(char::is_lowercase);
    let unnamed = head.ends_with('/') && profile::is_on_network(head) && tail.starts_with(|c: char| c.is_ascii_alphanumeric());
    let broken = first.kind == Kind::Url
        && first.after == Separator::Edge
        && (within || unnamed)
        && tail.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/'));
    if broken {
        segments[start - 1].span = first.span.cover(second.span);
        segments.remove(start);
    }
}

/// A range that is broken over two lines ("Feb 2022" above "– Present") is one segment: the line at `start` joins the date above.
fn join_range(source: &SourceText, segments: &mut Vec<Segment>, start: usize) {
    let Some(&[.., first]) = segments.get(..start).map(|s| s as &[Segment]) else { return };
    let [second] = segments[start..] else { return };
    let whole = first.span.cover(second.span);
    let Kind::Date(above) = first.kind else { return };
    if above.to.is_some() || first.told != second.told || whole.len() > LONGEST_RANGE || second.line - first.line > 2 {
        return;
    }
    let text = source.slice(whole);
    if let [expr] = date::find_all(text)[..]
        && expr.range
        && expr.span.len() == text.len()
    {
        let expr = expr.shifted(whole.start as usize);
        segments.truncate(start);
        segments[start - 1] = Segment { span: whole, kind: Kind::Date(expr), after: Separator::Edge, ..first };
    }
}

/// No range of dates over two lines is longer, in bytes.
const LONGEST_RANGE: usize = 60;

/// Whether the sentence that starts on a line, with the next lines that it goes on on, is prose.
fn sentence_is_prose(source: &SourceText, lines: &[LineInfo], number: usize) -> bool {
    let more = lines[number..].iter().take(4).take_while(|l| l.goes_on).count();
    let last = (number + more).min(lines.len() - 1);
    let whole = source.lines()[number].span.cover(source.lines()[last].span);
    cut::is_prose(source.slice(whole), false)
}

#[cfg(test)]
mod tests;
