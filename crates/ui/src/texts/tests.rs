use std::fs;
use std::path::{Path, PathBuf};

use super::*;

#[test]
fn every_row_has_every_language() {
    let cells = cells();
    // The last zero has nothing after it.
    let (rows, rest) = cells.as_chunks::<{ Language::ALL.len() }>();
    assert_eq!(rest, [""]);
    for [english, german] in rows {
        assert!(!english.is_empty() && !german.is_empty(), "{english:?}, {german:?}");
        assert_eq!(english.matches("{}").count(), german.matches("{}").count(), "{english:?} and {german:?} take as many parts");
        assert!(!german.contains('"') && !german.contains("..."), "{german:?} has the marks of German typography");
    }
}

#[test]
fn tags_are_known_by_their_start() {
    for (tag, language) in [
        ("de", Some(Language::German)),
        ("de-AT", Some(Language::German)),
        ("DE", Some(Language::German)),
        ("en-GB", Some(Language::English)),
        ("fr", None),
        ("é", None),
        ("", None),
    ] {
        assert_eq!(Language::of(tag), language, "{tag}");
    }
}

#[test]
fn parts_take_their_places() {
    assert_eq!(MOVED.with(&["Work", "1", "2"]), "Work: now 1 of 2.");
    assert_eq!(TO_CHECK.count(3), "3 to check");
    assert_eq!(translated("it is a date; something else"), "it is a date; something else");
}

/// All that the core gives as a reason of what may be uncertain can be said in every language.
#[test]
fn every_reason_is_a_row() {
    let (phrases, uncertain) = faircopy::Reason::all();
    let english: Vec<&str> = cells().iter().step_by(Language::ALL.len()).copied().collect();
    for phrase in &phrases[..uncertain] {
        assert!(english.contains(phrase), "{phrase:?} has no translation");
    }
}

/// Where a text is shown, it comes from the table.
#[test]
fn no_view_holds_a_literal() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in [here.join("src"), here.join("../../src")] {
        rust_files(&folder, &mut files);
    }
    assert!(files.len() > 20, "the files were found");
    let shows = [".text(\"", ".say(\"", "\"aria-label\", \"", "\"title\", \"", "\"placeholder\", \"", "\"aria-description\", \""];
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        for show in shows {
            for after in code.split(show).skip(1) {
                let literal = after.split('"').next().unwrap_or_default();
                assert!(!literal.contains(char::is_alphabetic), "{} shows the literal {literal:?}", file.display());
            }
        }
        for button in code.split("live::button(").skip(1) {
            let text = button.split(',').nth(1).unwrap_or_default().trim();
            assert!(!text.starts_with('"'), "{} has a button with the literal {text}", file.display());
        }
    }
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}
