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

/// Measures what is lost of what someone types into browsers that are killed and pages that are closed.
pub fn endure(kills: &str, closes: &str) -> Outcome {
    let everything = setup::everything()?;
    build(&everything.tools)?;
    step(&format!("Killing {kills} browsers and closing {closes} pages"));
    run(everything.node().args(["endure.mjs", kills, closes]))
}

/// Takes the pictures that the documents show.
pub fn screenshots() -> Outcome {
    let everything = setup::everything()?;
    build(&everything.tools)?;
    step("Taking the pictures in docs/screenshots");
    run(everything.node().arg("screenshots.mjs"))
}
