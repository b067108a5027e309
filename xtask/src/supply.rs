//! What the program is made of, and whether it is what it says: licences, advisories, a bill of materials, and the same bytes wherever
//! it is built.

use crate::run::{Outcome, run, step};
use crate::setup::{self, Tools};
use crate::{install, npm, places, web, widget};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Holds the dependencies to `deny.toml`: licences, sources, and what is known to be vulnerable. Advisories are fetched, so this one
/// needs GitHub; `audit --offline` leaves them out.
pub fn audit(advisories: bool) -> Outcome {
    let folder = install::program(&install::cargo_deny())?;
    let checks: &[&str] =
        if advisories { &["advisories", "bans", "licenses", "sources"] } else { &["bans", "licenses", "sources"] };
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
        step(&format!("Checking {} of {manifest}", checks.join(", ")));
        let mut deny = Command::new(folder.join("cargo-deny"));
        deny.arg("--manifest-path").arg(places::root().join(manifest)).arg("--config").arg(places::root().join("deny.toml"));
        run(deny.args(["--all-features", "check"]).args(checks))?;
    }
    Ok(())
}

/// Builds all that is published into `dist/`: the app, the widget, and what they are made of.
pub fn release() -> Outcome {
    let everything = setup::everything()?;
    web::build(&everything.tools)?;
    web::budget(&everything)?;
    widget::build(&everything.tools)?;
    step("Writing what it is made of to dist/bom.json");
    run(everything.node().arg("bom.mjs").arg(places::dist().join("bom.json")))
}

/// Builds the app of the last commit in two folders, and checks that both are the same, byte by byte.
pub fn reproduce() -> Outcome {
    let tools = setup::tools()?;
    let first = built_in(&tools, "reproduce/one")?;
    let second = built_in(&tools, "reproduce/another/and/longer")?;
    if first.keys().ne(second.keys()) {
        return Err(format!("The builds have different files: {:?} and {:?}.", first.keys(), second.keys()));
    }
    let different: Vec<&str> =
        first.iter().filter(|(name, bytes)| second[*name] != **bytes).map(|(name, _)| name.as_str()).collect();
    if different.is_empty() {
        step(&format!("Both builds have the same {} files, byte by byte", first.len()));
        return Ok(());
    }
    Err(format!("The builds differ in {}.", different.join(", ")))
}

/// The files of the app, by name, as a clone in a folder below the target folder builds it with a target folder of its own.
fn built_in(tools: &Tools, place: &str) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let folder = env::current_dir().unwrap_or_default().join(places::target()).join(place);
    step(&format!("Building the last commit in {}", folder.display()));
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("Cannot remove {}: {error}.", folder.display()))?;
    }
    run(Command::new("git").args(["clone", "--quiet", "--shared"]).arg(places::root()).arg(&folder))?;
    npm::packages_in(&folder.join("e2e"))?;
    web::build_in(tools, &folder, &folder.join("target"))?;
    files(&folder.join("dist"))
}

fn files(folder: &Path) -> Outcome<BTreeMap<String, Vec<u8>>> {
    let cannot = |error| format!("Cannot read {}: {error}.", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path: PathBuf = entry.map_err(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(self::files(&path)?.into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            files.insert(name, fs::read(&path).map_err(cannot)?);
        }
    }
    Ok(files)
}
