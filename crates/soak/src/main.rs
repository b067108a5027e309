//! Holds the reader to its promises, in the repository's root: `cargo xtask soak` and `cargo xtask growth` run it.

mod cost;
mod figures;
mod texts;

use std::process::ExitCode;

use cost::WORK;

const USAGE: &str = "\
Usage: faircopy-soak TASK

  texts COUNT [FIRST]      Read COUNT damaged texts and hold each reading to its promises
  growth EVERY             Count the instructions that each family of texts takes, or each second or third one and so on, and check that
                           twice the text takes twice as many
  figures                  Measure the time and memory that a megabyte of every family takes, and write crates/soak/figures.md
  work FAMILY BYTES STAGE  Do what is measured, once, and print what it took";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |word: &str| word.replace('_', "").parse::<u64>().ok();
    let outcome = match words[..] {
        ["texts", count, ref first @ ..] if first.len() < 2 => {
            match (number(count), first.first().map_or(Some(0), |first| number(first))) {
                (Some(count), Some(first)) => return texts::read(count, first),
                _ => Err("COUNT and FIRST are whole numbers".to_owned()),
            }
        }
        ["growth", every] => match number(every) {
            Some(every) if every > 0 => figures::growth(every as usize),
            _ => Err("EVERY is a whole number from 1 on".to_owned()),
        },
        ["figures"] => figures::write(),
        [WORK, family, bytes, stage] => cost::alone(family, bytes, stage),
        _ => Err(format!("there is no such task\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
