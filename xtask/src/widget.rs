//! The widget: the editor as an element for other people's pages.

use crate::places;
use crate::run::{Outcome, run, step};
use crate::setup::{self, Tools};
use std::process::Command;

/// What Cargo builds for, with the profile that makes it small.
const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the widget into `dist/widget/`.
pub fn build(tools: &Tools) -> Outcome {
    step("Building the widget");
    // Together with the app, so that what both are made of is compiled once.
    let packages = ["--package", "faircopy-app", "--package", "faircopy-widget"];
    run(Command::new("cargo").current_dir(places::root()).args(["build", "--profile", "web", "--target", TARGET]).args(packages))?;
    let program = places::web_target().join("faircopy_widget.wasm");
    let map = places::web_target().join("faircopy-widget.map");
    let bound = places::target().join("widget");
    let names = ["--target", "web", "--no-typescript", "--out-name", "faircopy", "--out-dir"];
    run(tools.wasm_bindgen().args(names).arg(&bound).arg(program))?;
    run(Command::new("node").current_dir(places::e2e()).arg("widget.mjs").args([bound, map, places::widget()]))
}

/// Sets up what is missing and builds the widget.
pub fn build_alone() -> Outcome {
    build(&setup::tools()?)
}
