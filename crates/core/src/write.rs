//! Writing: a résumé as a text of some format. A format is a file.

mod json_resume;
mod markdown;

pub use json_resume::json;
pub use markdown::markdown;
