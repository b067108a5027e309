//! Faircopy's core: reads a résumé from messy text into structured fields and writes it as clean Markdown or JSON Resume.
//!
//! The core is pure: no I/O, no clock, no randomness. Reading never fails; it gives a [`Parsed`] with a résumé, where each
//! field came from, what every character of the source became, and findings in plain words.
//!
//! ```
//! let parsed = faircopy::read("Ada Example\nada@example.org\n");
//! assert_eq!(parsed.source.lines().len(), 2);
//! ```

// Nothing that people read is written as programmers see it: the web build drops the code for that (`e2e/lib/panics.mjs`).
#![cfg_attr(not(test), warn(clippy::use_debug))]

mod date;
mod dialect;
mod edit;
mod json;
mod json_form;
mod lexicon;
mod merge;
mod order;
mod parsed;
pub mod read;
pub mod recognise;
mod repair;
mod resume;
mod source;
mod unseen;
pub mod write;

pub use date::PartialDate;
pub use edit::{Deed, Direction, Document, Edit, History, Remarks, To, Verb, terms, typed_text};
pub use json::{Json, JsonError, JsonMap};
pub use lexicon::lower;
pub use merge::{Merged, merge, merge_traced};
pub use order::sorted;
pub use parsed::{Decoration, Finding, Ledger, Parsed, Place, Provenance, Unplaced, Use};
pub use read::{
    Decision, Format, Reader, Reason, What, Which, is_long, is_plain, read, read_as, read_json, read_markdown, read_with,
};
pub use repair::{Repair, Repairs};
pub use resume::{Entry, Field, FieldKind, Group, Id, Item, Resume, Section, SectionKind, Value};
pub use source::{Line, SourceText, Span};
pub use unseen::split_unseen;
