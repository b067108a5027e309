//! Running programs: say what is done, do it, and turn a failure into a sentence.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

/// A task's result. The message says what happened, where, and what to do.
pub type Outcome<T = ()> = Result<T, String>;

/// Says what is about to be done.
pub fn step(message: &str) {
    println!("==> {message}");
}

/// Runs a command whose output the person should see.
pub fn run(command: &mut Command) -> Outcome {
    let line = line_of(command);
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status}); its output is above.")) }
}

/// Runs a long command with its output in a file, so that several can run side by side and stay readable.
pub fn run_logged(command: &mut Command, log: &Path) -> Outcome {
    let line = line_of(command);
    let file = File::create(log).map_err(|error| format!("Cannot write the log {}: {error}.", log.display()))?;
    let errors = file.try_clone().map_err(|error| format!("Cannot write the log {}: {error}.", log.display()))?;
    command.stdin(Stdio::null()).stdout(file).stderr(errors);
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let tail = lines[lines.len().saturating_sub(20)..].join("\n    ");
    Err(format!("`{line}` failed ({status}). The end of {}:\n    {tail}", log.display()))
}

/// What a command prints on standard output, or nothing where it cannot be run or fails.
pub fn output(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` cannot be started: {error}. Is it installed and on PATH?", command.get_program().to_string_lossy())
}
