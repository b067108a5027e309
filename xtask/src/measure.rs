//! Learning the reader's network, and measuring the reader. The programs that do it are packages of their own; this only runs them.

use crate::run::{Outcome, run, step};
use crate::{apt, places};
use std::process::Command;

/// What the network is learned from.
const FOLDERS: [&str; 5] = ["corpus/people", "corpus/rendered", "corpus/written", "crates/core/tests/cases", "corpus/shared"];
const WEIGHTS: &str = "crates/core/src/read/weights.bin";
const FIGURES: &str = "corpus/figures.md";

/// Learns the network that the reader ships.
pub fn train() -> Outcome {
    step("Learning the reader's network, which takes some minutes");
    run(trainer("train").arg(WEIGHTS))?;
    step(&format!("Wrote {WEIGHTS}"));
    Ok(())
}

/// Measures how well the reader reads.
pub fn accuracy(words: &[&str]) -> Outcome {
    let mut arguments = Vec::new();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--fast" => arguments.push("fast".to_owned()),
            "--date" => {
                let date = words.next().ok_or("`--date` wants a day, as 2026-01-31.")?;
                arguments.push(format!("date={date}"));
            }
            setting if setting.contains('=') => arguments.push(setting.to_owned()),
            other => return Err(format!("`accuracy` knows `--fast`, `--date DAY` and SETTING=NUMBER, but not `{other}`.")),
        }
    }
    let fast = arguments.iter().any(|a| a == "fast");
    step(if fast { "Measuring the shipped network" } else { "Measuring the reader, which takes half an hour" });
    run(trainer("accuracy").arg(FIGURES).args(arguments))?;
    step(&format!("Wrote {FIGURES}"));
    Ok(())
}

/// Texts that are damaged and read unless another count is asked for.
const MANY: &str = "1000000";
/// Texts that the tests damage and read.
pub const SAMPLE: &str = "2000";

/// Holds the readings of damaged texts to their promises: `words` are their count and the number of the first.
pub fn soak(words: &[&str]) -> Outcome {
    let words = if words.is_empty() { &[MANY] } else { words };
    step(&format!("Reading {} damaged texts", words[0]));
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--profile", "soak", "--quiet", "--package", "faircopy-soak", "--", "texts"]);
    run(cargo.args(words).current_dir(places::root()))
}

/// Which families of texts the tests look at: each fourth.
pub const FAMILIES: &[&str] = &["growth", "4"];

/// Measures how work grows with texts of the families, as the task of the program says.
pub fn growth(task: &[&str]) -> Outcome {
    valgrind()?;
    step("Measuring how work grows with the text");
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--release", "--quiet", "--package", "faircopy-soak", "--"]);
    run(cargo.args(task).current_dir(places::root()))
}

/// Installs Valgrind, which counts instructions, where it is missing and Debian's packages are at hand.
pub fn valgrind() -> Outcome {
    if places::on_path("valgrind").is_none() && places::on_path("apt-get").is_some() { apt::install("valgrind") } else { Ok(()) }
}

fn trainer(command: &str) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--release", "--quiet", "--package", "faircopy-train", "--", command]);
    cargo.args(FOLDERS).arg("--").current_dir(places::root());
    cargo
}
