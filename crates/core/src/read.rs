//! Reading: text in, [`Parsed`] out. Never fails.
//!
//! A file a stage, in the order the text passes through them: lines, segments, features, labels (by the model and the
//! decoder), assembly.

mod assemble;
pub mod decision;
pub mod decode;
pub mod features;
mod format;
pub(crate) mod hash;
mod json_resume;
pub mod label;
pub mod lines;
mod markdown;
pub mod model;
pub mod network;
mod reader;
mod reason;
pub mod segment;

pub use decision::{Decision, What, Which};
pub use format::{Format, is_long, is_plain, read_as};
pub use json_resume::read_json;
pub use markdown::read_markdown;
pub use reader::{Outline, Reader};
pub use reason::Reason;

use crate::parsed::Parsed;
use model::Model;

/// Reads a résumé from text of any kind.
pub fn read(text: &str) -> Parsed {
    read_by(Model::shipped(), text)
}

/// Reads a résumé of which a person decided what some stretches are: they are read so, and the rest around them.
pub fn read_with(text: &str, decisions: &[Decision]) -> Parsed {
    let mut reader = Reader::with_decisions(text, decisions);
    while reader.step() {}
    reader.finish()
}

/// Reads a résumé by a given table of weights.
pub fn read_by(model: &Model, text: &str) -> Parsed {
    let mut reader = Reader::new(text);
    while reader.advance(model) {}
    reader.finish()
}
