//! Résumés with a known reading: a folder each, with `input.txt`, `expected.json` and `meta.json`; and people, a JSON file each,
//! whose résumés have no text of their own and are only rendered.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A text with its reading.
pub struct Case {
    /// Its folder's name.
    pub name: String,
    /// Where it is.
    pub folder: String,
    /// The text; empty for a person.
    pub text: String,
    /// The reading, as JSON Resume; `null` stands for "not known".
    pub expected: Value,
    /// Whose résumé it is.
    pub person: String,
    /// What rendered it.
    renderer: String,
    /// Its language.
    pub lang: String,
    /// The kind of text: a copied page, a file's text, and so on.
    pub channel: String,
    /// Whether it is kept apart, to tell how well texts are read that nobody looked at.
    pub held_out: bool,
}

impl Case {
    /// What rendered it, without the prefix that many of them share; what was written by hand is like nothing else.
    pub fn renderer(&self) -> &str {
        match self.renderer.trim_start_matches("jsonresume-theme-") {
            "" | "handmade" => &self.person,
            renderer => renderer,
        }
    }

    /// The folder that its own is in.
    pub fn source(&self) -> &str {
        self.folder.rsplit_once('/').map_or("", |(source, _)| source)
    }
}

/// All cases under a folder, by name.
pub fn load(folder: &Path) -> Vec<Case> {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder).map(|dir| dir.flatten().map(|e| e.path()).collect()).unwrap_or_default();
    folders.sort();
    folders.iter().filter_map(|path| if path.is_dir() { read(path) } else { person(path) }).collect()
}

fn person(file: &Path) -> Option<Case> {
    let expected: Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    let name = file.file_stem()?.to_string_lossy().into_owned();
    let lang = expected["lang"].as_str().unwrap_or("en").to_owned();
    Some(Case {
        folder: file.display().to_string(),
        person: name.clone(),
        name,
        text: String::new(),
        expected,
        renderer: String::new(),
        lang,
        channel: String::new(),
        held_out: false,
    })
}

fn read(folder: &Path) -> Option<Case> {
    let json = |name: &str| fs::read_to_string(folder.join(name)).ok().and_then(|text| serde_json::from_str::<Value>(&text).ok());
    let meta = json("meta.json").unwrap_or_default();
    let tag = |key: &str| meta[key].as_str().unwrap_or_default().to_owned();
    Some(Case {
        folder: folder.display().to_string(),
        name: folder.file_name()?.to_string_lossy().into_owned(),
        text: fs::read_to_string(folder.join("input.txt")).ok()?,
        expected: json("expected.json")?,
        person: tag("person"),
        renderer: tag("renderer"),
        lang: tag("lang"),
        channel: tag("channel"),
        held_out: meta["held_out"] == true,
    })
}
