//! What work a text makes: reading it, writing what was read, and keeping a person's edits when it is typed in.

use std::hint::black_box;

use faircopy::{Document, Edit, Field, Format, Id, read_as, read_markdown, write};

/// How far the work goes; each stage does those before it as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The text is read.
    Read,
    /// What was read is written in every format, and the Markdown is read back.
    Write,
    /// The name is changed, and then the text is typed in, so that both have to be merged.
    Edit,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Self; 3] = [Self::Read, Self::Write, Self::Edit];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "reading",
            Self::Write => "writing",
            Self::Edit => "merging",
        }
    }
}

/// Does all the work up to a stage. Text that begins as JSON is read as that, our Markdown as that.
pub fn work(text: &str, stage: Stage) {
    let parsed = read_as(black_box(text), Format::Auto);
    if stage == Stage::Read {
        black_box(parsed);
        return;
    }
    let unplaced: Vec<String> = parsed.unplaced_texts().map(str::to_owned).collect();
    black_box(write::json(&parsed.resume, &unplaced));
    black_box(read_markdown(&write::markdown(&parsed.resume)));
    black_box((write::html(&parsed.resume), write::text(&parsed.resume), write::explain(&parsed)));
    if stage == Stage::Edit {
        let mut document = Document::new(parsed);
        Edit::Set { entry: Id(0), field: Field::Name, text: "Ada Example".to_owned() }.apply(&mut document);
        let document = document.reread(read_as(&format!("{text}\nAnd more.\n"), Format::Auto));
        black_box(document);
    }
}
