//! Every text of the page around the editor.

/// The product's name.
pub const NAME: &str = "Faircopy";
/// Skips the toolbar.
pub const SKIP: &str = "Skip to the résumé text";
/// The toolbar.
pub const TOOLS: &str = "Tools";
pub const UNDO: &str = "Undo";
pub const REDO: &str = "Redo";
pub const OPEN: &str = "Open";
pub const CLEAR: &str = "Clear";
pub const LOAD_SAMPLE: &str = "Load sample";
/// The quiet link on the empty page.
pub const TRY_SAMPLE: &str = "Or look at an example first";
pub const FAIR_COPY: &str = "Fair copy";
pub const EXPORT: &str = "Export";
/// The panes of a narrow page.
pub const PANES: &str = "Panes";
pub const PANE_SOURCE: &str = "Text";
pub const PANE_FIELDS: &str = "Fields";
pub const COPY: &str = "Copy";
pub const DOWNLOAD: &str = "Download";
pub const STATUS: &str = "Status";
pub const LOCAL: &str = "Nothing has left this tab";
pub const CLEARED: &str = "Cleared. Undo brings it back.";
pub const SAMPLE_LOADED: &str = "Sample loaded. Undo takes it away.";
pub const NOT_COPIED: &str = "The browser did not allow copying. Download the file, or select the text in the fair copy.";
pub const NOT_TEXT: &str =
    "That file is not text. Faircopy opens plain text, Markdown and JSON Resume (.txt, .md, .json); your draft is unchanged.";
pub const NOT_READABLE: &str = "The browser could not read that file; your draft is unchanged.";
pub const TOO_LARGE: &str = "That file is larger than 8 MB. A résumé in plain text is far smaller; your draft is unchanged.";
pub const DROP_HERE: &str = "Drop a .txt, .md or .json file";
pub const NOT_SAVED_YET: &str = "Not saved yet";
pub const SAVING_BLOCKED: &str = "This browser does not let the page keep a draft. Download the file to keep your work.";
pub const STORAGE_FULL: &str = "The browser's storage is full, so changes are not kept. Download the file to keep your work.";
pub const NEWER_DRAFT: &str = "A newer Faircopy wrote the stored draft; it is left untouched, and changes here are not kept. Download the file to keep your work.";
pub const DAMAGED_DRAFT: &str = "The stored draft was damaged and could not be read. It is kept aside in this browser.";
pub const OTHER_TAB: &str = "Another tab saved this draft since. Nothing is overwritten until you choose.";
pub const TAKE_OTHER: &str = "Use the other tab's";
pub const KEEP_MINE: &str = "Keep this one";
pub const FOLLOWED: &str = "Brought up to date from another tab.";

/// Said after copying.
pub fn copied(what: &str) -> String {
    format!("{what} copied.")
}

/// Said after a download.
pub fn downloaded(file: &str) -> String {
    format!("{file} downloaded.")
}

/// Said after a file was opened.
pub fn opened(file: &str) -> String {
    format!("{file} opened. Undo brings back what was there.")
}

/// When the draft was saved, on the person's clock.
pub fn saved_at(hours: u32, minutes: u32) -> String {
    format!("Saved {hours}:{minutes:02}")
}

/// How many fields are uncertain.
pub fn uncertain(count: usize) -> String {
    format!("{count} uncertain")
}

/// How many lines are in no field.
pub fn unplaced(count: usize) -> String {
    format!("{count} unplaced")
}
