//! Damaged texts by the million, and what is wrong with their readings.

use std::cell::RefCell;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use faircopy::Decision;
use faircopy_soak::damage::{damaged, labelled};
use faircopy_soak::decide::decisions;
use faircopy_soak::promises::{check, obeys};
use faircopy_soak::shrink::shrink;

/// Where the texts are that are damaged: folders of folders with an `input.txt`.
const SOURCES: [&str; 4] = ["corpus/rendered", "corpus/shared", "corpus/written", "crates/core/tests/cases"];
/// Where texts are written whose reading breaks a promise.
const FAILED: &str = "target/soak";
/// More than so many are not shrunk and written: they are likely one fault.
const ENOUGH: usize = 20;
const REPORT: Duration = Duration::from_secs(10);

thread_local! {
    /// What the last panic said, and where.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What was found so far.
#[derive(Default)]
struct Found {
    /// Numbers of texts, and what is wrong with their readings.
    faults: Vec<(u64, String)>,
    bytes: u64,
    reported: Option<Instant>,
}

/// Reads so many damaged texts from the one of a number on; whether every reading kept its promises.
pub fn read(count: u64, first: u64) -> ExitCode {
    let texts = texts();
    if texts.is_empty() {
        eprintln!("error: no texts in {}: run it in the repository's root.", SOURCES.join(", "));
        return ExitCode::FAILURE;
    }
    panic::set_hook(Box::new(|panic| PANIC.set(panic.to_string())));
    let started = Instant::now();
    let next = AtomicU64::new(first);
    let found = Mutex::new(Found::default());
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| work(&texts, &next, first..first + count, started, &found));
        }
    });
    let found = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    let seconds = started.elapsed().as_secs_f64();
    let megabytes = found.bytes / 1_000_000;
    println!("Read {count} texts, {megabytes} MB, in {seconds:.0} s: {:.0} a second.", count as f64 / seconds);
    if found.faults.is_empty() {
        println!("Every reading kept its promises.");
        return ExitCode::SUCCESS;
    }
    report(&texts, &found.faults);
    ExitCode::FAILURE
}

/// All texts, in a fixed order.
fn texts() -> Vec<String> {
    let mut paths = Vec::new();
    for folder in SOURCES {
        paths.extend(fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path().join("input.txt")));
    }
    paths.sort();
    paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect()
}

/// Reads text after text until none is left.
fn work(texts: &[String], next: &AtomicU64, numbers: std::ops::Range<u64>, started: Instant, found: &Mutex<Found>) {
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= numbers.end {
            return;
        }
        let text = damaged(texts, number);
        let fault = fault(&text, number);
        let mut found = found.lock().expect("no thread fails while it counts");
        found.bytes += text.len() as u64;
        found.faults.extend(fault.map(|fault| (number, fault)));
        if found.reported.unwrap_or(started).elapsed() >= REPORT {
            found.reported = Some(Instant::now());
            let done = number - numbers.start;
            println!("{done} texts, {:.0} a second, {} faults", done as f64 / started.elapsed().as_secs_f64(), found.faults.len());
        }
    }
}

/// What is wrong with the reading of a text. By its number, one text in four is read by labels at random, as a reading keeps its
/// promises whatever the network takes a text for, and one by decisions at random.
fn fault(text: &str, number: u64) -> Option<String> {
    let kept = || match number % 4 {
        0 => check(&labelled(text, number)),
        1 => keeps_decisions(text, &decisions(text, number)),
        _ => check(&faircopy::read(text)),
    };
    match panic::catch_unwind(AssertUnwindSafe(kept)) {
        Ok(kept) => kept.err(),
        Err(_) => Some(PANIC.take()),
    }
}

/// Whether a reading by some decisions keeps its promises; a decision alone is obeyed as well.
fn keeps_decisions(text: &str, decisions: &[Decision]) -> Result<(), String> {
    let parsed = faircopy::read_with(text, decisions);
    check(&parsed)?;
    if let [decision] = *decisions { obeys(&parsed, decision) } else { Ok(()) }
}

/// A fault without what differs from text to text.
fn kind(fault: &str) -> String {
    fault.split('"').next().unwrap_or_default().chars().filter(|c| !c.is_ascii_digit()).collect()
}

/// Names the faults, and writes the texts that show them, made short.
fn report(texts: &[String], faults: &[(u64, String)]) {
    let folder = Path::new(FAILED);
    fs::create_dir_all(folder).expect("making the folder of failed texts");
    println!("{} readings broke a promise:", faults.len());
    for (number, message) in faults.iter().take(ENOUGH) {
        let file = folder.join(format!("{number}.txt"));
        let same = |text: &str| fault(text, *number).is_some_and(|other| kind(&other) == kind(message));
        fs::write(&file, shrink(&damaged(texts, *number), same)).expect("writing a failed text");
        println!("  {number}: {message}\n    shortened in {}", file.display());
    }
}
