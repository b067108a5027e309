//! Measures the reader on all cases, and keeps the figures in a file.

mod figures;
mod group;
mod others;
mod tables;

use std::path::Path;

use faircopy::Parsed;
use faircopy::read::model::Model;

use crate::case::Case;
use crate::learn::Settings;
use crate::score::{Score, score};
use crate::{Labelled, folds};
use figures::{Part, changes, parse, render};
pub use others::others;
use tables::tables;

/// A case with the score of a reading.
struct Measured<'a> {
    case: &'a Case,
    score: Score,
}

/// What the command is told.
pub struct Wanted<'a> {
    /// The file with the figures.
    pub file: &'a Path,
    /// The day that the figures are of, if it shall be named.
    pub date: Option<&'a str>,
    /// Whether to leave out the readings by networks that have to be learned first.
    pub fast: bool,
    /// How those are learned.
    pub settings: Settings,
}

/// Reads all cases by the shipped network and, unless it shall be fast, by networks that saw neither their people nor their
/// renderers; prints the figures and what changed, and writes them. A part that is not made anew stays as it is in the file.
pub fn accuracy(cases: &[Labelled], wanted: &Wanted) {
    let old = parse(&std::fs::read_to_string(wanted.file).unwrap_or_default());
    let note = |what: &str| wanted.date.map_or(format!("{what}."), |date| format!("{what}, {date}."));
    let shipped = measure(cases.iter().filter(|c| !c.case.text.is_empty()), Model::shipped());
    let mut parts =
        vec![Part { title: "The shipped network".to_owned(), note: note("It learned from these cases"), tables: tables(&shipped) }];
    let unseen = "Networks that saw neither person nor renderer";
    if wanted.fast {
        parts.extend(old.iter().find(|part| part.title == unseen).cloned());
    } else {
        let mut all = Vec::new();
        folds(cases, wanted.settings, |test, model| all.extend(measure(test.iter().copied(), model)));
        all.sort_by(|a, b| a.case.folder.cmp(&b.case.folder));
        let learned = format!("Each case is read by one of nine networks, learned with {:?}", wanted.settings);
        parts.push(Part { title: unseen.to_owned(), note: note(&learned), tables: tables(&all) });
    }
    let text = render(&parts);
    println!("{text}");
    println!("{}", changes(&old, &parts));
    std::fs::write(wanted.file, text).expect("writing the figures");
}

/// Scores readings of cases, on both cores.
fn measure<'a>(cases: impl Iterator<Item = &'a Labelled>, model: &Model) -> Vec<Measured<'a>> {
    let cases: Vec<&Case> = cases.map(|labelled| &labelled.case).collect();
    let read = |case: &'a Case| {
        let parsed: Parsed = faircopy::read::read_by(model, &case.text);
        Measured { case, score: score(&case.expected, &parsed) }
    };
    std::thread::scope(|scope| {
        let read = &read;
        let halves = cases.chunks(cases.len().div_ceil(2).max(1));
        let halves: Vec<_> =
            halves.map(|half| scope.spawn(move || half.iter().map(|case| read(case)).collect::<Vec<_>>())).collect();
        halves.into_iter().flat_map(|half| half.join().expect("a thread that reads")).collect()
    })
}
