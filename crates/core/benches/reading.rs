//! How long reading takes: a résumé and its stages, and texts of one and of two megabytes, for which it should take twice as long.
//!
//! `cargo xtask bench` runs it and writes `figures.md` beside this file.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use faircopy::read::decision::Decisions;
use faircopy::read::decode::decode;
use faircopy::read::model::Model;
use faircopy::read::{Outline, features, lines, segment};
use faircopy::{SourceText, read};

const MEGABYTE: usize = 1 << 20;
/// A measurement is repeated for so long, and the quickest run counts.
const ENOUGH: Duration = Duration::from_secs(1);
/// What is quicker is done several times in a run.
const BATCH: Duration = Duration::from_millis(100);

/// What long texts are made of: the corpus's texts one after the other, and things no résumé is made of.
fn families() -> [(&'static str, String); 6] {
    let odd = |text: &str| text.to_owned();
    [
        ("résumés", resumes().join("\n\n")),
        ("`a\\|b\\|`", odd("a|b|")),
        ("one word", odd("word")),
        ("dates", odd("May 2018 - June 2020 ")),
        ("tabs", odd("\t")),
        ("`- `", odd("- ")),
    ]
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The texts of `corpus/shared`, in order.
fn resumes() -> Vec<String> {
    let folder = fs::read_dir(root().join("corpus/shared")).expect("the corpus");
    let mut files: Vec<PathBuf> = folder.flatten().map(|case| case.path().join("input.txt")).collect();
    files.sort();
    files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect()
}

/// A text again and again, up to about so many bytes.
fn long(text: &str, bytes: usize) -> String {
    let mut long = text.repeat(bytes / text.len() + 1);
    long.truncate(long.floor_char_boundary(bytes));
    long
}

/// A text of the usual length.
fn usual() -> String {
    fs::read_to_string(root().join("corpus/shared/02-linkedin-web/input.txt")).expect("a résumé")
}

/// Says that nothing is to be measured, but a résumé to be read as often as is said next.
const READ: &str = "read";

fn main() {
    let mut arguments = env::args().skip(1);
    if arguments.next().as_deref() == Some(READ) {
        let text = usual();
        let times: u32 = arguments.next().and_then(|times| times.parse().ok()).unwrap_or_default();
        (0..times).for_each(|_| drop(black_box(read(black_box(&text)))));
        return;
    }
    let figures = figures();
    println!("{figures}");
    fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/figures.md"), figures).expect("writing the figures");
}

fn figures() -> String {
    let mut text = "\
# How long reading takes

Written by `cargo xtask bench`. Times are those of the quickest run on the machine that measured last, and differ from machine to
machine. The ratios should be near 2 on any, as time is linear in the text.

| a résumé of 4 KB | time | share |
|---|---:|---:|
"
    .to_owned();
    let short = short();
    for (name, time) in &short {
        let share = time.as_secs_f64() / short[0].1.as_secs_f64();
        let _ = writeln!(text, "| {name} | {} µs | {share:.2} |", time.as_micros());
    }
    if let Some(count) = instructions() {
        let _ = writeln!(
            text,
            "\nBy Callgrind, on x86-64, all of it takes {count} thousand instructions, however busy the machine is."
        );
    }
    text += "\n| text | 1 MB | 2 MB | ratio |\n|---|---:|---:|---:|\n";
    for (name, family) in families() {
        let [one, two] = [1, 2].map(|megabytes| {
            let text = long(&family, megabytes * MEGABYTE);
            quickest(|| read(black_box(&text)))
        });
        let ratio = two.as_secs_f64() / one.as_secs_f64();
        let _ = writeln!(text, "| {name} | {} ms | {} ms | {ratio:.2} |", one.as_millis(), two.as_millis());
    }
    text
}

/// A résumé of the usual length, as a whole and stage by stage.
fn short() -> Vec<(&'static str, Duration)> {
    let text = usual();
    let source = SourceText::new(&text);
    let infos = lines::look(&source);
    let none = Decisions::default();
    let segments = segment::segments(&source, &infos, 0..infos.len(), &none);
    let looks = features::look(&source, &segments);
    let model = Model::shipped();
    let readings = decode(model, &looks, &[]);
    let outline = quickest(|| Outline::new(black_box(&text)));
    vec![
        ("all", quickest(|| read(black_box(&text)))),
        ("lines", quickest(|| lines::look(black_box(&source)))),
        ("segments", quickest(|| segment::segments(black_box(&source), &infos, 0..infos.len(), &none))),
        ("features", quickest(|| features::look(black_box(&source), &segments))),
        ("labels", quickest(|| decode(model, black_box(&looks), &[]))),
        ("assembly", quickest(|| Outline::new(&text).assemble(&readings)).saturating_sub(outline)),
    ]
}

/// How many thousand instructions it takes to read a résumé of the usual length, where Valgrind counts them.
fn instructions() -> Option<u64> {
    let count = |times: &str| -> Option<u64> {
        let mut valgrind = Command::new("valgrind");
        valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(env::current_exe().ok()?).args([READ, times]);
        let said = String::from_utf8(valgrind.output().ok()?.stderr).ok()?;
        said.lines().find_map(|line| line.split_once("Collected : "))?.1.trim().parse().ok()
    };
    // Whatever is done but once is in both.
    Some((count("11")? - count("1")?) / 10_000)
}

/// The least time that something takes; what is quick is done many times together, as the clock ticks in milliseconds.
fn quickest<T>(mut work: impl FnMut() -> T) -> Duration {
    let (begun, started) = (worked(), Instant::now());
    black_box(work());
    let once = begun.zip(worked()).map_or_else(|| started.elapsed(), |(before, after)| after.saturating_sub(before));
    if started.elapsed() > ENOUGH {
        return once;
    }
    let count = (BATCH.as_nanos() / started.elapsed().as_nanos().max(1)).clamp(1, 100_000) as u32;
    let mut least = Duration::MAX;
    while least == Duration::MAX || started.elapsed() < ENOUGH {
        let (before, wall) = (worked(), Instant::now());
        (0..count).for_each(|_| drop(black_box(work())));
        let time = before.zip(worked()).map_or_else(|| wall.elapsed(), |(before, after)| after.saturating_sub(before));
        least = least.min(time / count);
    }
    least
}

/// How long this thread has been at work, where Linux tells: it does not count what other programs take.
fn worked() -> Option<Duration> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
