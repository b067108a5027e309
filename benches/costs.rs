//! What a process takes that does nothing but read: instructions and memory.

use std::env;
use std::hint::black_box;
use std::process::{Command, ExitCode};

use faircopy::read;
use faircopy_soak::process::memory;

use crate::clock;
use crate::texts::{MEGABYTE, resumes, usual};

/// Has this program read a résumé as often as is said next.
pub const AGAIN: &str = "read";
/// Has this program read as many megabytes of résumés as are said next, and say what that takes.
pub const LONG: &str = "read-long";

pub fn read_again(times: &str) {
    let (text, times) = (usual(), times.parse::<u32>().unwrap_or_default());
    (0..times).for_each(|_| drop(black_box(read(black_box(&text)))));
}

pub fn read_long(megabytes: &str) {
    let text = resumes(megabytes.parse::<usize>().unwrap_or_default() * MEGABYTE);
    let before = memory();
    let seconds = clock::time(|| read(black_box(&text))).as_secs_f64();
    if let Some((before, after)) = before.zip(memory()) {
        println!("{seconds} {}", after - before);
    }
}

/// How many seconds reading so many megabytes takes, and how many bytes of memory beside the text, where the system tells.
pub fn long(megabytes: usize) -> Option<(f64, f64)> {
    let output = Command::new(env::current_exe().ok()?).args([LONG, &megabytes.to_string()]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (seconds, bytes) = text.trim().split_once(' ')?;
    Some((seconds.parse().ok()?, bytes.parse().ok()?))
}

/// How many thousand instructions it takes to read a résumé of the usual length, where Valgrind counts them.
pub fn instructions() -> Option<u64> {
    let count = |times: &str| -> Option<u64> {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(env::current_exe().ok()?).args([AGAIN, times]);
        let said = String::from_utf8(valgrind.output().ok()?.stderr).ok()?;
        said.lines().find_map(|line| line.split_once("Collected : "))?.1.trim().parse().ok()
    };
    // Whatever is done but once is in both.
    Some((count("11")? - count("1")?) / 10_000)
}

/// Fails where that takes more than so many thousands. Where they cannot be counted, it says so.
pub fn hold(most: &str) -> ExitCode {
    let (most, count) = (most.parse::<u64>(), instructions());
    match (most, count) {
        (Ok(most), Some(count)) => {
            println!("    reading a résumé takes {count} thousand instructions; the budget is {most}");
            if count <= most { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        (Ok(_), None) => {
            println!("    there is no Valgrind to count instructions");
            ExitCode::SUCCESS
        }
        (Err(_), _) => {
            eprintln!("MOST is a whole number of thousands.");
            ExitCode::FAILURE
        }
    }
}
