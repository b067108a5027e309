//! The command line: the first line holds the arguments, zeros between them; the rest is what is read, as one text and line by line.
#![no_main]

#[path = "../../crates/cli/src/args.rs"]
mod args;
#[path = "../../crates/cli/src/convert.rs"]
mod convert;
#[path = "../../crates/cli/src/input.rs"]
#[allow(dead_code)]
mod input;
#[path = "../../crates/cli/src/jsonl.rs"]
mod jsonl;
#[path = "../../crates/cli/src/progress.rs"]
#[allow(dead_code)]
mod progress;

use std::ffi::OsString;
use std::io::{BufReader, Cursor};
use std::os::unix::ffi::OsStringExt;

use args::Command;
use convert::Target;
use faircopy::{Format, Json};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (first, rest) = bytes.split_at(bytes.iter().position(|&b| b == b'\n').map_or(0, |at| at + 1));
    let words = first.trim_ascii_end().split(|&b| b == 0).map(|word| OsString::from_vec(word.to_vec()));
    let (from, to, is_jsonl) = match args::parse(std::iter::once("faircopy".into()).chain(words)) {
        Ok(Command::Run(args)) => {
            std::hint::black_box((args.file, args.output));
            (args.from, args.to, args.jsonl)
        }
        Ok(Command::Help | Command::Version) => {
            std::hint::black_box(args::HELP);
            (Format::Auto, Target::Json, true)
        }
        Err(message) => {
            assert!(!message.contains('\n'), "an error is one line: {message:?}");
            (Format::Auto, Target::Json, true)
        }
    };
    if !is_jsonl {
        if let Ok(text) = input::decode(rest, None) {
            std::hint::black_box(convert::convert(&text, from, to));
        }
        return;
    }
    let mut output = Vec::new();
    let work = jsonl::Work { from, to, jobs: 1 + rest.len() % 3 };
    // As many bytes come at once.
    let input = BufReader::with_capacity(1 + rest.len() % 64, Cursor::new(rest.to_vec()));
    let done = jsonl::run(input, &mut output, work, None);
    if let Err(jsonl::Error::Read(error) | jsonl::Error::Write(error)) = done {
        panic!("nothing fails in memory: {error}");
    }
    let answers = rest.split(|&b| b == b'\n').filter(|line| !String::from_utf8_lossy(line).trim().is_empty()).count();
    let output = String::from_utf8(output).expect("the output is text");
    assert_eq!(output.lines().count(), answers, "an answer a line");
    assert!(output.lines().all(|line| line.parse::<Json>().is_ok()), "each answer is JSON");
});
