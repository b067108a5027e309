//! The tables that are made of scored cases.

use std::collections::BTreeMap;

use super::Measured;
use super::figures::Table;
use super::group::{Bin, bins, field, macro_f1, total, words};
use crate::case::Case;
use crate::score::{field_names, share};

/// Kinds of text with fewer cases are shown together.
const FEW: usize = 5;

/// All tables, in a fixed order.
pub fn tables(cases: &[Measured]) -> Vec<Table> {
    let folder = |case: &Case| case.source().to_owned();
    let held = |case: &Case| if case.held_out { "held out" } else { "the rest" }.to_owned();
    vec![
        groups("Cases", cases, |_| "all".to_owned()),
        groups("By folder", cases, folder),
        groups("By channel", cases, |case| case.channel.clone()),
        groups("By language", cases, |case| case.lang.clone()),
        groups("Written by hand", &held_of(cases), held),
        fields(cases),
        sure(cases),
        reliability(cases),
    ]
}

/// The cases of the folders of which some are held out.
fn held_of<'a>(cases: &'a [Measured<'a>]) -> Vec<&'a Measured<'a>> {
    let held = |source: &str| cases.iter().any(|m| m.case.held_out && m.case.source() == source);
    cases.iter().filter(|m| held(m.case.source())).collect()
}

fn groups<'a, M: std::borrow::Borrow<Measured<'a>>>(title: &str, cases: &[M], key: impl Fn(&Case) -> String) -> Table {
    let mut groups: BTreeMap<String, Vec<&Measured>> = BTreeMap::new();
    for measured in cases {
        groups.entry(key(measured.borrow().case)).or_default().push(measured.borrow());
    }
    let mut few: Vec<&Measured> = Vec::new();
    if groups.values().filter(|group| group.len() < FEW).count() > 1 {
        let small = groups.extract_if(.., |_, group| group.len() < FEW);
        few = small.flat_map(|(_, group)| group).collect();
    }
    let mut rows: Vec<(String, Vec<&Measured>)> = groups.into_iter().collect();
    if !few.is_empty() {
        rows.push(("others".to_owned(), few));
    }
    let row = |(name, group): (String, Vec<&Measured>)| {
        let (kept, invented) = words(group.iter().copied());
        let f1 = [macro_f1(group.iter().copied()), total(group.iter().copied()).f1(), kept, invented];
        (name, std::iter::once(group.len().to_string()).chain(f1.map(three)).collect())
    };
    table(title, &["", "cases", "macro F1", "micro F1", "words kept", "words invented"], rows.into_iter().map(row).collect())
}

fn fields(cases: &[Measured]) -> Table {
    let counts = field_names().into_iter().enumerate().map(|(at, name)| (name, field(cases, at)));
    let counted = counts.filter(|(_, c)| c.right + c.wrong + c.missing > 0);
    let row = |(name, c): (String, crate::score::Counts)| {
        let numbers = [c.right, c.wrong, c.missing].map(|n| n.to_string());
        (name, numbers.into_iter().chain([c.precision(), c.recall(), c.f1()].map(three)).collect())
    };
    table("By field", &["", "right", "wrong", "missing", "precision", "recall", "F1"], counted.map(row).collect())
}

fn sure(cases: &[Measured]) -> Table {
    let all = bins(cases);
    let (count, right) = all.iter().fold((0, 0), |(count, right), bin| (count + bin.count, right + bin.right));
    let row = |name: &str, c: usize, r: usize| (name.to_owned(), vec![c.to_string(), three(share(c, count)), three(share(r, c))]);
    let top = &all[all.len() - 1];
    let rows = vec![row("confidence .9 and more", top.count, top.right), row("less", count - top.count, right - top.right)];
    table("How sure, how right", &["", "values", "share of all", "right"], rows)
}

fn reliability(cases: &[Measured]) -> Table {
    let row = |bin: &Bin| {
        let mean = bin.sum / bin.count.max(1) as f64;
        let name = format!("{:.1}–{:.1}", bin.from, bin.from + 0.1);
        (name, vec![bin.count.to_string(), three(mean), three(share(bin.right, bin.count))])
    };
    table("By confidence", &["", "values", "mean confidence", "right"], bins(cases).iter().map(row).collect())
}

fn table(title: &str, columns: &[&str], rows: Vec<(String, Vec<String>)>) -> Table {
    Table { title: title.to_owned(), columns: columns.iter().map(|&c| c.to_owned()).collect(), rows }
}

fn three(number: f64) -> String {
    format!("{number:.3}")
}
