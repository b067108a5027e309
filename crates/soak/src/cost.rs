//! What work costs: time, memory and instructions, each of a process that does nothing else.

use std::env;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use faircopy_soak::families::families;
use faircopy_soak::growth::{Stage, work};
use faircopy_soak::process::{memory, worked};

/// The task of a process whose work is measured.
pub const WORK: &str = "work";

/// The work is done again for so long, and the quickest time counts.
const ENOUGH: Duration = Duration::from_millis(500);

/// What work took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Thousandths of a second, of the processor rather than of the clock.
    pub milliseconds: f64,
    /// The most memory that the process had at a time, in millions of bytes.
    pub megabytes: f64,
}

/// Does the work on the text of a family and prints what it took. This is the process that [`cost`] and [`instructions`] start.
pub fn alone(family: &str, bytes: &str, stage: &str) -> Result<(), String> {
    let family = families().into_iter().find(|f| f.name == family).ok_or_else(|| format!("there is no family `{family}`"))?;
    let stage = Stage::ALL.into_iter().find(|s| s.name() == stage).ok_or_else(|| format!("there is no stage `{stage}`"))?;
    let text = family.text(bytes.parse().map_err(|_| format!("`{bytes}` is no number of bytes"))?);
    let time = || {
        let (before, wall) = (worked(), Instant::now());
        work(&text, stage);
        before.zip(worked()).map_or_else(|| wall.elapsed(), |(before, after)| after.saturating_sub(before))
    };
    let started = Instant::now();
    let mut least = time();
    let peak = memory().unwrap_or_default() / 1e6;
    // Under Valgrind only the instructions count, of the work done once.
    while env::var_os(ONCE).is_none() && started.elapsed() < ENOUGH {
        least = least.min(time());
    }
    println!("{} {peak}", least.as_secs_f64() * 1e3);
    Ok(())
}

/// What the work on about so many bytes of a family costs.
pub fn cost(family: &str, bytes: usize, stage: Stage) -> Result<Cost, String> {
    let output = said(&mut process(family, bytes, stage))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match numbers[..] {
        [milliseconds, megabytes] => Ok(Cost { milliseconds, megabytes }),
        _ => Err(format!("the work on `{family}` printed `{text}`, where two numbers were expected")),
    }
}

/// Says that the work is done but once.
const ONCE: &str = "FAIRCOPY_ONCE";

/// How many instructions the work takes, with all that the process does beside it. The same text takes as many every time.
pub fn instructions(family: &str, bytes: usize, stage: Stage) -> Result<u64, String> {
    let work = process(family, bytes, stage);
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]).env(ONCE, "");
    let output = said(valgrind.arg(work.get_program()).args(work.get_args()))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = text.lines().find_map(|line| line.split_once("I refs:").or_else(|| line.split_once("I   refs:")));
    let count = count.and_then(|(_, count)| count.trim().replace(',', "").parse().ok());
    count.ok_or_else(|| format!("Valgrind counted nothing for `{family}`; it said: {text}"))
}

fn process(family: &str, bytes: usize, stage: Stage) -> Command {
    let mut command = Command::new(env::current_exe().unwrap_or_default());
    command.args([WORK, family, &bytes.to_string(), stage.name()]);
    command
}

fn said(command: &mut Command) -> Result<Output, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("`{name}` cannot be started: {error}; is it installed?"))?;
    if output.status.success() { Ok(output) } else { Err(format!("`{name}` failed: {}", String::from_utf8_lossy(&output.stderr))) }
}
