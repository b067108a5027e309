//! Measures the core as it is compiled for this machine: `cargo xtask bench reading`.
//!
//! `faircopy-benches reading` prints its part of `figures.md`; `faircopy-benches instructions MOST` fails where reading a résumé takes more
//! thousands of instructions than that.

mod clock;
mod costs;
mod reading;
mod texts;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["reading"] => print!("{}", reading::figures()),
        ["instructions", most] => return costs::hold(most),
        [costs::AGAIN, times] => costs::read_again(times),
        [costs::LONG, megabytes] => costs::read_long(megabytes),
        _ => {
            eprintln!("faircopy-benches knows `reading` and `instructions MOST`.");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
