//! The web app as it is published.

use crate::places;
use crate::run::{Outcome, run, step};
use crate::setup::{self, Everything, Tools};
use std::path::Path;
use std::process::Command;

/// Builds the app into `dist/` with the profile that makes it small.
pub fn build(tools: &Tools) -> Outcome {
    step("Building the web app");
    build_in(tools, &places::root(), &places::target())
}

/// The same for the repository in a folder, where Cargo builds in another.
pub fn build_in(tools: &Tools, root: &Path, target: &Path) -> Outcome {
    let trunk = ["build", "--release", "--cargo-profile", "web"];
    run(tools.trunk().current_dir(root).env("CARGO_TARGET_DIR", target).args(trunk))?;
    let map = places::web_of(target).join("faircopy-app.map");
    let node = |script: &str| {
        let mut command = Command::new("node");
        command.current_dir(root.join("e2e")).arg(script).arg(root.join("dist"));
        command
    };
    run(node("minify.mjs").arg(map))?;
    run(&mut node("seal.mjs"))
}

/// Measures what a first visit downloads, and fails when it is more than the budget.
pub fn budget(everything: &Everything) -> Outcome {
    step("Measuring what a first visit downloads");
    run(everything.node().arg("size.mjs"))
}

/// Builds the app and holds it to the size budget.
pub fn build_within_budget() -> Outcome {
    let everything = setup::everything()?;
    build(&everything.tools)?;
    budget(&everything)
}

/// Measures what is lost of what someone types into browsers that are killed and pages that are closed, and of edits that are taken back.
pub fn endure(counts: [&str; 3]) -> Outcome {
    let everything = setup::everything()?;
    build(&everything.tools)?;
    let [kills, closes, edits] = counts;
    step(&format!("Killing {kills} browsers, closing {closes} pages and making {edits} edits"));
    run(everything.node().arg("endure.mjs").args(counts))
}

/// Takes the pictures that the documents show.
pub fn screenshots() -> Outcome {
    let everything = setup::everything()?;
    build(&everything.tools)?;
    step("Taking the pictures in docs/screenshots");
    run(everything.node().arg("screenshots.mjs"))
}
