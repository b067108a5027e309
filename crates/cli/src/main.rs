//! Faircopy for files and pipes.

mod args;
mod convert;
mod input;
mod jsonl;
mod progress;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::thread;

use args::{Args, Command, HELP};
use input::Input;
use jsonl::Work;
use progress::Progress;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output has what they wanted: `faircopy resume.txt | head`.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("faircopy: {}", failure.message());
            ExitCode::from(2)
        }
    }
}

/// Why nothing could be done.
enum Failure {
    /// In words.
    Message(String),
    /// Standard output cannot be written.
    Output(io::Error),
}

impl Failure {
    fn message(&self) -> String {
        match self {
            Self::Message(message) => message.clone(),
            Self::Output(error) => format!("cannot write the output: {error}"),
        }
    }
}

fn run() -> Result<(), Failure> {
    let args = match args::parse(std::env::args_os()).map_err(Failure::Message)? {
        Command::Help => return print(HELP),
        Command::Version => return print(concat!("faircopy ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Run(args) => args,
    };
    if args.jsonl { lines(&args) } else { whole(&args) }
}

/// Converts one résumé.
fn whole(args: &Args) -> Result<(), Failure> {
    let bytes = input::read(args.file.as_deref()).map_err(Failure::Message)?;
    let text = input::decode(&bytes, args.file.as_deref()).map_err(Failure::Message)?;
    let output = convert::convert(&text, args.from, args.to);
    match &args.output {
        Some(path) => fs::write(path, output).map_err(|error| cannot_write(path, &error)),
        None => print(&output),
    }
}

/// Converts one résumé a line.
fn lines(args: &Args) -> Result<(), Failure> {
    let Input { reader, len } = input::open(args.file.as_deref()).map_err(Failure::Message)?;
    let jobs = args.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let work = Work { from: args.from, to: args.to, jobs };
    // Whoever sees the lines themselves sees how far it is.
    let watched = io::stderr().is_terminal() && (args.output.is_some() || !io::stdout().is_terminal());
    let progress = watched.then(|| Progress::new(len));
    match &args.output {
        Some(path) => {
            let file = fs::File::create(path).map_err(|error| cannot_write(path, &error))?;
            jsonl::run(reader, file, work, progress)
        }
        None => jsonl::run(reader, io::stdout().lock(), work, progress),
    }
    .map_err(|error| match error {
        jsonl::Error::Read(error) => Failure::Message(format!("cannot read the input: {error}")),
        jsonl::Error::Write(error) => Failure::Output(error),
    })
}

fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Failure::Output)
}

fn cannot_write(path: &std::path::Path, error: &io::Error) -> Failure {
    Failure::Message(format!("cannot write {}: {error}", path.display()))
}
