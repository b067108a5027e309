//! Node and the npm packages: wasm-opt, what the browser tests are made with, and what is measured beside this.

use crate::places;
use crate::run::{Outcome, output, run_logged, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const OLDEST_NODE: u32 = 20;

/// Installs the packages that `e2e/package-lock.json` names unless they are there, and gives the folder of their programs.
pub fn packages() -> Outcome<PathBuf> {
    packages_in(&places::e2e())
}

/// The same for another folder with such a file.
pub fn packages_in(folder: &Path) -> Outcome<PathBuf> {
    node()?;
    let modules = folder.join("node_modules");
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| format!("Cannot read {}: {error}.", lock.display()))?;
    // A copy of the lock file is left beside the packages, and says which ones they are.
    let stamp = modules.join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(modules.join(".bin"));
    }
    let name = folder.file_name().unwrap_or_default().display();
    step(&format!("Installing the npm packages of {name}/"));
    let log = places::cache()?.join("npm.log");
    run_logged(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder), &log)?;
    fs::write(&stamp, wanted).map_err(|error| format!("Cannot write {}: {error}.", stamp.display()))?;
    Ok(modules.join(".bin"))
}

fn node() -> Outcome {
    let version = output("node", &["--version"]);
    let major = version.as_deref().and_then(|text| text.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE && places::on_path("npm").is_some() => Ok(()),
        _ => Err(format!(
            "Node {OLDEST_NODE} or newer with npm is needed (found: {}). Install it from your system's packages or from nodejs.org.",
            version.as_deref().unwrap_or("none")
        )),
    }
}
