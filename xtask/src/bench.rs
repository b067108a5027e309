//! Measuring speed and size: the parts of `benches/figures.md`, each by a program that prints it.

use crate::run::{Outcome, run, step};
use crate::setup::Everything;
use crate::{measure, places, setup, web, widget};
use std::fs;
use std::process::{Command, Stdio};

const FIGURES: &str = "benches/figures.md";

/// The parts in the order in which they stand there, and the heading of each.
const PARTS: [(&str, &str); 6] = [
    ("reading", "## Reading\n"),
    ("script", "## Reading by a script\n"),
    ("visit", "## A first visit\n"),
    ("typing", "## Typing\n"),
    ("hour", "## An hour of editing\n"),
    ("batch", "## Many résumés\n"),
];

const HEAD: &str = "# How quick it is, and how small

`cargo xtask bench` writes this file, `cargo xtask bench PART` a part of it. Times differ from machine to machine, and on one from hour to
hour by a third; what can be compared are ratios, and what is counted: instructions and bytes.
";

/// Reading a résumé may take so many thousands of instructions. The figures say how many it takes.
const MOST_INSTRUCTIONS: &str = "4450";

/// Measures the parts that are named, or all, and writes them.
pub fn bench(words: &[&str]) -> Outcome {
    if let Some(unknown) = words.iter().find(|word| PARTS.iter().all(|(part, _)| part != *word)) {
        let known = PARTS.map(|(part, _)| part).join(", ");
        return Err(format!("There is no part `{unknown}` of the figures. The parts are {known}."));
    }
    let wanted = |part: &str| words.is_empty() || words.contains(&part);
    let everything = setup::everything()?;
    if wanted("visit") || wanted("typing") || wanted("hour") {
        web::build(&everything.tools)?;
    }
    if wanted("script") {
        widget::build(&everything.tools)?;
    }
    if wanted("batch") {
        run(Command::new("cargo").args(["build", "--release", "--package", "faircopy-cli"]).current_dir(places::root()))?;
    }
    for (part, heading) in PARTS.into_iter().filter(|(part, _)| wanted(part)) {
        step(&format!("Measuring: {part}"));
        write(heading, &printed(part, &everything)?)?;
    }
    step(&format!("Wrote {FIGURES}"));
    Ok(())
}

/// Fails where reading a résumé takes more instructions than the budget.
pub fn budget() -> Outcome {
    measure::valgrind()?;
    step("Counting the instructions of a reading");
    run(&mut native(&["instructions", MOST_INSTRUCTIONS]))
}

fn native(task: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--release", "--quiet", "--package", "faircopy-benches", "--"]).args(task).current_dir(places::root());
    cargo
}

/// What the program of a part prints.
fn printed(part: &str, everything: &Everything) -> Outcome<String> {
    let program = if part == "reading" {
        measure::valgrind()?;
        native(&[part])
    } else {
        let mut node = everything.node();
        node.arg(format!("bench/{part}.mjs"));
        node
    };
    answer(part, program)
}

/// What a program prints that measures something.
pub fn answer(part: &str, mut program: Command) -> Outcome<String> {
    let output = program.stderr(Stdio::inherit()).output().map_err(|error| format!("Cannot measure {part}: {error}."))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() { Ok(text) } else { Err(format!("Measuring {part} failed ({}); it said: {text}", output.status)) }
}

/// Puts a part in its place, and leaves the others as they are.
fn write(heading: &str, text: &str) -> Outcome {
    let path = places::root().join(FIGURES);
    let old = fs::read_to_string(&path).unwrap_or_default();
    let mut whole = HEAD.to_owned();
    for (_, other) in PARTS {
        let part = if other == heading { Some(text) } else { part_of(&old, other) };
        if let Some(part) = part {
            whole += "\n";
            whole += part.trim_end();
            whole += "\n";
        }
    }
    println!("{text}");
    fs::write(&path, whole).map_err(|error| format!("Cannot write {}: {error}.", path.display()))
}

/// The part of the figures under a heading, up to the next one.
pub fn part_of<'a>(figures: &'a str, heading: &str) -> Option<&'a str> {
    let start = figures.find(&format!("\n{heading}"))? + 1;
    let end = figures[start + heading.len()..].find("\n## ").map_or(figures.len(), |at| start + heading.len() + at + 1);
    Some(&figures[start..end])
}

#[cfg(test)]
mod tests {
    use super::part_of;

    #[test]
    fn a_part_ends_where_the_next_one_begins() {
        let figures = "# Head\n\n## Reading\n\na\n\n## Reading by a script\n\nb\n";
        assert_eq!(part_of(figures, "## Reading\n"), Some("## Reading\n\na\n\n"));
        assert_eq!(part_of(figures, "## Reading by a script\n"), Some("## Reading by a script\n\nb\n"));
        assert_eq!(part_of(figures, "## Typing\n"), None);
    }
}
