//! Scores what other readers made of cases.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::Measured;
use super::group::{macro_f1, words};
use crate::Labelled;
use crate::score::score_output;

/// The figures of all cases and of those of each language, as JSON. The readings are JSON Resume files in a folder, by the cases' names.
pub fn others(cases: &[&Labelled], readings: &Path) -> Value {
    let mut groups: BTreeMap<&str, Vec<Measured>> = BTreeMap::new();
    for case in cases.iter().map(|labelled| &labelled.case) {
        let file = readings.join(format!("{}.json", case.name));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let output: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for group in ["all", &case.lang] {
            groups.entry(group).or_default().push(Measured { case, score: score_output(&case.expected, &case.text, &output) });
        }
    }
    let figures = |group: &Vec<Measured>| {
        let (kept, invented) = words(group.iter());
        json!({ "cases": group.len(), "macro": macro_f1(group.iter()), "kept": kept, "invented": invented })
    };
    groups.iter().map(|(&name, group)| (name.to_owned(), figures(group))).collect()
}
