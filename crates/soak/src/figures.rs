//! How work grows with the text, for every family.

use std::fmt::Write as _;
use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use faircopy_soak::families::families;
use faircopy_soak::growth::Stage;

use crate::cost::{cost, instructions};

const FILE: &str = "crates/soak/figures.md";

/// How long the shorter of two texts is whose instructions are counted, in bytes; the other is twice as long.
const COUNTED: usize = 16 << 10;
/// The most that twice the text may cost.
const MOST: f64 = 2.3;

const MEGABYTE: usize = 1 << 20;

/// Checks that twice the text takes at most about twice the instructions, whatever the family.
pub fn growth(every: usize) -> Result<(), String> {
    let rows = each_family(every, |name| {
        let [once, twice] = [1, 2].map(|times| instructions(name, times * COUNTED, Stage::Edit));
        Ok((once?, twice?))
    })?;
    let mut too_steep = Vec::new();
    let mut steepest = (String::new(), 0.0);
    for (name, (once, twice)) in &rows {
        let ratio = *twice as f64 / *once as f64;
        if ratio > MOST {
            too_steep.push(format!("{name} ({ratio:.2})"));
        }
        if ratio > steepest.1 {
            steepest = (name.clone(), ratio);
        }
    }
    println!(
        "{} families counted at {COUNTED} bytes and at twice as many; the steepest is {} with {:.2}.",
        rows.len(),
        steepest.0,
        steepest.1
    );
    if too_steep.is_empty() {
        return Ok(());
    }
    Err(format!("twice the text takes more than {MOST} times the instructions: {}", too_steep.join(", ")))
}

/// A megabyte that is read in so many milliseconds is read quickly.
const QUICK: f64 = 150.0;
/// A reading that takes so many megabytes of memory takes few.
const SMALL: f64 = 64.0;

/// Measures a megabyte of every family, and writes the table.
pub fn write() -> Result<(), String> {
    let mut text = "\
# What a megabyte of any text costs

Written by `cargo xtask growth --figures`: the time on the processor of reading a megabyte of each family of texts
(`crates/soak/families.json`), of writing what was read in every format and reading the Markdown back, and of reading the text anew
and merging it with a person's edits; and the most memory that a process had that read it and did no more. Times differ from machine
to machine; that twice the text takes twice as many instructions is what `cargo xtask growth` checks.

| family | reading | writing | merging | memory |
|---|---:|---:|---:|---:|
"
    .to_owned();
    let mut slowest: (f64, String) = (0.0, String::new());
    let mut largest: (f64, String) = (0.0, String::new());
    let (mut quick, mut small) = (0, 0);
    let families = families();
    let all = families.len();
    for family in families {
        let name = &family.name;
        let [read, written, merged] = Stage::ALL.map(|stage| cost(name, MEGABYTE, stage));
        let (read, written, merged) = (read?, written?, merged?);
        let less = |a: f64, b: f64| (a - b).max(0.0);
        let (writing, merging) = (less(written.milliseconds, read.milliseconds), less(merged.milliseconds, written.milliseconds));
        let row =
            format!("| {name} | {:.0} ms | {writing:.0} ms | {merging:.0} ms | {:.0} MB |", read.milliseconds, read.megabytes);
        println!("{row}");
        let _ = writeln!(text, "{row}");
        slowest = if read.milliseconds > slowest.0 { (read.milliseconds, name.clone()) } else { slowest };
        quick += usize::from(read.milliseconds <= QUICK);
        small += usize::from(read.megabytes <= SMALL);
        largest = if read.megabytes > largest.0 { (read.megabytes, name.clone()) } else { largest };
    }
    let _ = writeln!(
        text,
        "\nOf {all} families {quick} are read in {QUICK} ms, and {small} within {SMALL} MB. The slowest to read is {} with {:.0} ms; the \
         most memory is {:.0} MB, for {}.",
        slowest.1, slowest.0, largest.0, largest.1
    );
    fs::write(FILE, text).map_err(|error| format!("cannot write {FILE}: {error}; run it in the repository's root"))
}

/// What is measured of each family, in their order; as many at a time as there are processors.
fn each_family<T: Send>(every: usize, measure: impl Fn(&str) -> Result<T, String> + Sync) -> Result<Vec<(String, T)>, String> {
    let all: Vec<_> = families().into_iter().step_by(every).collect();
    let (next, rows) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some(family) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let row = measure(&family.name).map(|measured| (family.name.clone(), measured));
                    rows.lock().expect("no thread fails while it adds a row").push(row);
                }
            });
        }
    });
    let mut rows = rows.into_inner().unwrap_or_default().into_iter().collect::<Result<Vec<_>, String>>()?;
    rows.sort_by_key(|(name, _)| all.iter().position(|family| &family.name == name));
    Ok(rows)
}
