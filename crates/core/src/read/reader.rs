//! Reading in steps: a résumé in one, a text of megabytes piece by piece, so that a page can do other things in between.

use std::ops::Range;
use std::sync::Arc;

use super::assemble::Assembly;
use super::decision::{Decision, Decisions, Told, What};
use super::decode::{self, Reading};
use super::features::{self, Attributes};
use super::lines::{self, LineInfo};
use super::model::Model;
use super::segment::{self, Segment};
use crate::parsed::Parsed;
use crate::source::SourceText;

/// A text that is being read.
///
/// ```
/// use faircopy::Reader;
/// let mut reader = Reader::new("Ada Example\nada@example.org\n");
/// while reader.step() {}
/// assert_eq!(reader.finish(), faircopy::read("Ada Example\nada@example.org\n"));
/// ```
pub struct Reader {
    source: Arc<SourceText>,
    lines: Vec<LineInfo>,
    decisions: Decisions,
    assembly: Assembly,
    /// The first line that is not read yet.
    next: usize,
}

/// A text up to this many bytes is read as a whole; no résumé is longer.
pub const WHOLE: usize = 256 * 1024;
/// A longer one is read in pieces of about as many bytes, each for itself.
const PIECE: usize = 32 * 1024;

impl Reader {
    /// A text that nothing is read of yet.
    pub fn new(text: &str) -> Self {
        Self::with_decisions(text, &[])
    }

    /// The same, where a person decided what some stretches are. Of two decisions about the same characters the later one holds.
    pub fn with_decisions(text: &str, decisions: &[Decision]) -> Self {
        let source = Arc::new(SourceText::new(text));
        let decisions = Decisions::new(&source, decisions);
        let mut lines = lines::look(&source);
        for (info, line) in lines.iter_mut().zip(source.lines()).filter(|(info, _)| info.skip.is_some()) {
            // A line that a person found something on is content.
            if decisions.within(line.span).iter().any(|(_, told)| told.what != What::Nothing) {
                info.skip = None;
            }
        }
        let assembly = Assembly::new(&source, &lines);
        Self { source, lines, decisions, assembly, next: 0 }
    }

    /// Reads a piece; whether there is more to read. What was read does not depend on when it is called.
    pub fn step(&mut self) -> bool {
        self.advance(Model::shipped())
    }

    /// As [`Reader::step`], by a given table of weights.
    pub(super) fn advance(&mut self, model: &Model) -> bool {
        let piece = self.piece();
        self.next = piece.end;
        let segments = segment::segments(&self.source, &self.lines, piece, &self.decisions);
        let looks = features::look(&self.source, &segments);
        let told: Vec<(usize, Told)> = segments.iter().enumerate().filter_map(|(at, s)| Some((at, s.told?))).collect();
        let readings = decode::decode(model, &looks, &told);
        self.assembly.add(&segments, &looks, &readings);
        self.next < self.lines.len()
    }

    /// What was read. Text that was not reached is unplaced.
    pub fn finish(self) -> Parsed {
        let Self { source, assembly, .. } = self;
        drop(source);
        assembly.finish()
    }

    /// The next lines to read: all of a résumé, or as many as make a piece and end with a blank one.
    fn piece(&self) -> Range<usize> {
        if self.source.text().len() <= WHOLE {
            return self.next..self.lines.len();
        }
        let lines = self.source.lines();
        let start = lines.get(self.next).map_or(0, |l| l.span.start as usize);
        let long = |line: &crate::source::Line, limit: usize| line.span.end as usize - start >= limit;
        let end = lines[self.next..].iter().position(|l| (l.span.is_empty() && long(l, PIECE)) || long(l, 2 * PIECE));
        self.next..end.map_or(lines.len(), |len| self.next + len + 1)
    }
}

/// A source cut into segments and looked at: everything before labels.
pub struct Outline {
    /// The text.
    pub source: Arc<SourceText>,
    /// What is known of each line.
    pub lines: Vec<LineInfo>,
    /// The segments.
    pub segments: Vec<Segment>,
    /// What can be seen of each segment.
    pub looks: Vec<Attributes>,
}

impl Outline {
    /// The outline of a text.
    pub fn new(text: &str) -> Self {
        let source = Arc::new(SourceText::new(text));
        let lines = lines::look(&source);
        let segments = segment::segments(&source, &lines, 0..lines.len(), &Decisions::default());
        let looks = features::look(&source, &segments);
        Self { source, lines, segments, looks }
    }

    /// The résumé that the segments make with these readings, one for each.
    pub fn assemble(self, readings: &[Reading]) -> Parsed {
        let mut assembly = Assembly::new(&self.source, &self.lines);
        assembly.add(&self.segments, &self.looks, readings);
        assembly.finish()
    }
}
