//! The command line.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use faircopy::Format;
use lexopt::prelude::*;

use crate::convert::Target;

pub const HELP: &str = "\
Reads a résumé from text, Markdown or JSON Resume, and prints it as JSON Resume, Markdown, text or HTML.

Usage: faircopy [OPTIONS] [FILE]

FILE is read, or standard input where there is none or it is \"-\".

Options:
  -f, --from FORMAT    auto (default), text, markdown or json
  -t, --to FORMAT      json (default), markdown, text, html or explain
  -o, --output FILE    write to FILE rather than to standard output
      --jsonl          read one {\"id\": …, \"text\": …} a line, and print one {\"id\": …, \"resume\": …} a line;
                       a line that cannot be read gives an {\"error\": …} in its place
  -j, --jobs N         with --jsonl, read N lines at once; as many as there are processors by default
  -h, --help           print this
  -V, --version        print the version

\"explain\" prints what each part of the text became, and why.
The exit status is 0, or 2 with a line on standard error.
";

/// What to do.
pub enum Command {
    Help,
    Version,
    Run(Args),
}

/// How to convert what.
pub struct Args {
    /// Standard input if `None`.
    pub file: Option<PathBuf>,
    pub from: Format,
    pub to: Target,
    /// Standard output if `None`.
    pub output: Option<PathBuf>,
    pub jsonl: bool,
    /// How many lines are read at once; as many as there are processors if `None`.
    pub jobs: Option<NonZeroUsize>,
}

/// Reads the arguments, the program's name first; an error is in words.
pub fn parse(raw: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut parser = lexopt::Parser::from_iter(raw);
    let mut args = Args { file: None, from: Format::Auto, to: Target::Json, output: None, jsonl: false, jobs: None };
    let mut has_file = false;
    let usage = |error: lexopt::Error| format!("{error}; see 'faircopy --help'");
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Short('f') | Long("from") => args.from = named(&parser.value().map_err(usage)?, FROM)?,
            Short('t') | Long("to") => args.to = named(&parser.value().map_err(usage)?, TO)?,
            Short('o') | Long("output") => args.output = Some(parser.value().map_err(usage)?.into()),
            Long("jsonl") => args.jsonl = true,
            Short('j') | Long("jobs") => args.jobs = Some(parser.value().and_then(|jobs| jobs.parse()).map_err(usage)?),
            Value(_) if has_file => return Err("only one FILE can be read; see 'faircopy --help'".to_owned()),
            Value(file) => {
                has_file = true;
                args.file = (file != "-").then(|| file.into());
            }
            other => return Err(usage(other.unexpected())),
        }
    }
    if args.jobs.is_some() && !args.jsonl {
        return Err("--jobs goes with --jsonl alone; see 'faircopy --help'".to_owned());
    }
    Ok(Command::Run(args))
}

const FROM: &[(&str, Format)] =
    &[("auto", Format::Auto), ("text", Format::Text), ("markdown", Format::Markdown), ("json", Format::Json)];

const TO: &[(&str, Target)] = &[
    ("json", Target::Json),
    ("markdown", Target::Markdown),
    ("text", Target::Text),
    ("html", Target::Html),
    ("explain", Target::Explain),
];

fn named<T: Copy>(value: &OsString, names: &[(&str, T)]) -> Result<T, String> {
    let found = names.iter().find(|(name, _)| value == name);
    found.map(|&(_, value)| value).ok_or_else(|| {
        let known = names.iter().map(|n| n.0).collect::<Vec<_>>().join(", ");
        format!("unknown format '{}'; it is one of {known}", value.to_string_lossy())
    })
}
