//! Running every test, or those of some parts, with a summary at the end.

use crate::engines;
use crate::measure;
use crate::places;
use crate::run::{Outcome, run, step};
use crate::setup;
use crate::web;
use crate::widget;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

const PARTS: [&str; 5] = ["rust", "cli", "browser", "engines", "widget"];

/// What the stages so far came to.
#[derive(Default)]
struct Report {
    stages: Vec<(&'static str, Duration, Outcome)>,
    missing: Vec<String>,
}

impl Report {
    /// Runs a stage; says whether it passed, for the stages that build on it.
    fn stage(&mut self, name: &'static str, action: impl FnOnce() -> Outcome) -> bool {
        let started = Instant::now();
        let outcome = action();
        if let Err(message) = &outcome {
            eprintln!("error: {message}");
        }
        let passed = outcome.is_ok();
        self.stages.push((name, started.elapsed(), outcome));
        passed
    }

    fn summary(self) -> Outcome {
        step("Summary");
        for (name, time, outcome) in &self.stages {
            let word = if outcome.is_ok() { "passed" } else { "FAILED" };
            println!("    {word}  {name} ({} s)", time.as_secs());
        }
        for missing in &self.missing {
            println!("    NOT RUN {missing}");
        }
        let failed: Vec<&str> = self.stages.iter().filter(|(_, _, outcome)| outcome.is_err()).map(|(name, ..)| *name).collect();
        if failed.is_empty() { Ok(()) } else { Err(format!("Failed: {}. What went wrong is above.", failed.join(", "))) }
    }
}

/// Runs the tests of the parts named, or of all of them. A failing stage does not keep the others from running.
pub fn test(parts: &[&str]) -> Outcome {
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(part)) {
        return Err(format!("There are no `{unknown}` tests: name some of {}.", PARTS.join(", ")));
    }
    let wanted = |part| parts.is_empty() || parts.contains(&part);
    let everything = setup::everything()?;
    let mut report = Report::default();
    if wanted("rust") {
        report.stage("Rust tests", || cargo("Testing the Rust crates", &["test", "--workspace"]));
        report.stage("damaged texts", || measure::soak(&[measure::SAMPLE]));
        report.stage("growth", || measure::growth(measure::FAMILIES));
    }
    let release = ["build", "--release", "--package", "faircopy-cli"];
    // What the widget posts is held against what the command line writes.
    let has_program =
        (wanted("cli") || wanted("widget")) && report.stage("command line build", || cargo("Building the command line", &release));
    if wanted("cli") && has_program {
        report.stage("command line tests", || node_tests(&everything, "cli"));
    }
    let has_app = (wanted("browser") || wanted("engines")) && report.stage("web build", || web::build(&everything.tools));
    if wanted("browser") && has_app {
        report.stage("size budget", || web::budget(&everything));
        report.stage("browser tests", || node_tests(&everything, "browser"));
    }
    if wanted("engines") && has_app {
        let mut missing = Vec::new();
        report.stage("engines", || in_engines(&everything, &mut missing));
        report.missing.extend(missing);
    }
    if wanted("widget") && has_program && report.stage("widget build", || widget::build(&everything.tools)) {
        report.stage("widget tests", || node_tests(&everything, "widget"));
    }
    report.summary()
}

fn cargo(what: &str, arguments: &[&str]) -> Outcome {
    step(what);
    run(Command::new("cargo").args(arguments).current_dir(places::root()))
}

/// Tries the main journey in every engine that is to be had, and says which are not.
fn in_engines(everything: &setup::Everything, missing: &mut Vec<String>) -> Outcome {
    let engines = engines::engines()?;
    missing.extend(engines.missing.iter().map(|(name, wanted)| format!("the journey in {name}: {wanted}")));
    if engines.there.is_empty() {
        return Err("None of the engines is to be had.".to_owned());
    }
    let mut node = everything.node();
    node.env("FAIRCOPY_ENGINES", engines.there.join(",")).env("GECKODRIVER", engines.geckodriver);
    tests_of(node, "engines")
}

fn node_tests(everything: &setup::Everything, folder: &str) -> Outcome {
    tests_of(everything.node(), folder)
}

/// Runs the test files of a folder with Node's runner, one at a time so that the browser has the machine to itself.
fn tests_of(mut node: Command, folder: &str) -> Outcome {
    step(&format!("Running the tests in e2e/{folder}"));
    let path = places::e2e().join(folder);
    let cannot = |error| format!("Cannot list {}: {error}.", path.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&path).map_err(cannot)? {
        let file = entry.map_err(cannot)?.path();
        if file.to_string_lossy().ends_with(".test.mjs") {
            files.push(file);
        }
    }
    files.sort();
    run(node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(files))
}
