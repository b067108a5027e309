//! Measuring other readers on the same texts: the figures of `docs/comparison.md`.

use crate::run::{Outcome, output, run, run_logged, step};
use crate::{bench, npm, places, setup, widget};
use std::fs;
use std::process::Command;

const PAGE: &str = "docs/comparison.md";
const HEADING: &str = "## Figures\n";

/// Measures Faircopy and the others, and writes what comes out in place of what stands there.
pub fn against() -> Outcome {
    widget::build(&setup::tools()?)?;
    run(Command::new("cargo").args(["build", "--release", "--package", "faircopy-train"]).current_dir(places::root()))?;
    npm::packages_in(&places::against())?;
    python_packages()?;
    step("Measuring: against");
    let mut node = Command::new("node");
    node.arg("main.mjs").current_dir(places::against());
    node.env("FAIRCOPY_WIDGET", places::widget()).env("FAIRCOPY_TRAINER", places::target().join("release/faircopy-train"));
    write(&bench::answer("against", node)?)
}

/// Installs the packages that `requirements.txt` names unless they are there.
fn python_packages() -> Outcome {
    let folder = places::against();
    let modules = folder.join("python_modules");
    let list = folder.join("requirements.txt");
    let wanted = fs::read(&list).map_err(|error| format!("Cannot read {}: {error}.", list.display()))?;
    // A copy of the list is left beside the packages, and says which ones they are.
    let stamp = modules.join(".installed.txt");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if output("python3", &["-m", "pip", "--version"]).is_none() {
        return Err("Python 3 with pip is needed. Install it from your system's packages or from python.org.".to_owned());
    }
    step("Installing the Python packages of against/");
    if modules.exists() {
        fs::remove_dir_all(&modules).map_err(|error| format!("Cannot remove {}: {error}.", modules.display()))?;
    }
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--no-deps", "--no-compile", "--only-binary", ":all:"]);
    pip.args(["--target", "python_modules", "--requirement", "requirements.txt"]).current_dir(&folder);
    run_logged(&mut pip, &places::cache()?.join("pip.log"))?;
    fs::write(&stamp, wanted).map_err(|error| format!("Cannot write {}: {error}.", stamp.display()))
}

/// Puts the figures in their place on the page.
fn write(figures: &str) -> Outcome {
    println!("{figures}");
    let path = places::root().join(PAGE);
    let page = fs::read_to_string(&path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
    let old = bench::part_of(&page, HEADING).ok_or_else(|| format!("{} has no part `{}`.", path.display(), HEADING.trim_end()))?;
    let new = page.replacen(old, &format!("{}\n\n", figures.trim_end()), 1);
    fs::write(&path, new).map_err(|error| format!("Cannot write {}: {error}.", path.display()))?;
    step(&format!("Wrote {PAGE}"));
    Ok(())
}
