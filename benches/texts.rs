//! What is read.

use std::fs;
use std::path::{Path, PathBuf};

pub const MEGABYTE: usize = 1 << 20;

/// A résumé of the usual length.
pub fn usual() -> String {
    fs::read_to_string(corpus().join("02-linkedin-web/input.txt")).expect("a résumé")
}

/// Résumés one after the other, of about so many bytes.
pub fn resumes(bytes: usize) -> String {
    let mut files: Vec<PathBuf> =
        fs::read_dir(corpus()).expect("the corpus").flatten().map(|case| case.path().join("input.txt")).collect();
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect();
    long(&texts.join("\n\n"), bytes)
}

/// A text again and again, up to about so many bytes.
pub fn long(text: &str, bytes: usize) -> String {
    let mut long = text.repeat(bytes / text.len() + 1);
    long.truncate(long.floor_char_boundary(bytes));
    long
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/shared")
}
