//! Reading: text in, [`Parsed`] out. Never fails.
//!
//! A file a stage, in the order the text passes through them: lines, segments, features, labels (by the model and the
//! decoder), assembly.

mod assemble;
pub mod decode;
pub mod features;
mod format;
mod json_resume;
pub mod label;
pub mod lines;
mod markdown;
pub mod model;
mod reason;
pub mod segment;

pub use format::{Format, read_as};
pub use json_resume::read_json;
pub use markdown::read_markdown;

use crate::parsed::Parsed;
use crate::source::SourceText;
use decode::Reading;
use features::Looks;
use lines::LineInfo;
use model::Model;
use segment::Segment;

/// Reads a résumé from text of any kind.
pub fn read(text: &str) -> Parsed {
    read_by(Model::shipped(), text)
}

/// Reads a résumé by a given table of weights.
pub fn read_by(model: &Model, text: &str) -> Parsed {
    let outline = Outline::new(text);
    let readings = decode::decode(model, &outline.looks);
    outline.assemble(&readings)
}

/// A source cut into segments and looked at: everything before labels.
pub struct Outline {
    /// The text.
    pub source: SourceText,
    /// What is known of each line.
    pub lines: Vec<LineInfo>,
    /// The segments.
    pub segments: Vec<Segment>,
    /// What can be seen of each segment.
    pub looks: Looks,
}

impl Outline {
    /// The outline of a text.
    pub fn new(text: &str) -> Self {
        let source = SourceText::new(text);
        let lines = lines::look(&source);
        let segments = segment::segments(&source, &lines);
        let looks = features::look(&source, &segments);
        Self { source, lines, segments, looks }
    }

    /// The résumé that the segments make with these readings, one for each.
    pub fn assemble(self, readings: &[Reading]) -> Parsed {
        assemble::assemble(self.source, &self.lines, &self.segments, &self.looks, readings)
    }
}
