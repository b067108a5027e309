//! Writing: a résumé as a text of some format. A format is a file.

mod explain;
mod html;
mod json_resume;
mod markdown;
mod outline;
mod text;

pub use explain::explain;
pub use html::html;
pub use json_resume::{json, json_value};
pub use markdown::markdown;
pub use text::text;
