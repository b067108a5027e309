//! What must hold of the code beside its tests: formatting, lints, short files, a small download.

use crate::bench;
use crate::fuzz;
use crate::places;
use crate::run::{Outcome, run, step};
use crate::setup;
use crate::web;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LONGEST_CORE_FILE: usize = 500;

/// Runs every check, the quick ones first.
pub fn check() -> Outcome {
    cargo("Checking the formatting", &["fmt", "--all", "--check"])?;
    core_files()?;
    cargo("Linting every target", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    fuzz::build("check")?;
    bench::budget()?;
    let everything = setup::everything()?;
    let web = [
        "clippy",
        "--package",
        "faircopy-app",
        "--package",
        "faircopy-widget",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ];
    cargo("Linting what runs in the browser", &web)?;
    web::build(&everything.tools)?;
    web::budget(&everything)
}

fn cargo(what: &str, arguments: &[&str]) -> Outcome {
    step(what);
    run(Command::new("cargo").args(arguments).current_dir(places::root()))
}

/// A long file has more than one idea in it.
fn core_files() -> Outcome {
    step(&format!("Looking for core files of more than {LONGEST_CORE_FILE} lines"));
    let mut files = Vec::new();
    rust_files(&places::root().join("crates/core"), &mut files)?;
    let mut long = Vec::new();
    for file in files {
        let lines = fs::read_to_string(&file).map_err(|error| format!("Cannot read {}: {error}.", file.display()))?.lines().count();
        if lines > LONGEST_CORE_FILE {
            long.push(format!("{} ({lines} lines)", file.display()));
        }
    }
    if long.is_empty() { Ok(()) } else { Err(format!("Too long, split by idea: {}.", long.join(", "))) }
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let cannot = |error| format!("Cannot list {}: {error}.", folder.display());
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_dir() {
            rust_files(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
