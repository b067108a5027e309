//! Figures as Markdown: written, read again, and compared.

use std::fmt::Write as _;

/// A table; its first column names the rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is about.
    pub title: String,
    /// The heads of all columns; the first one is empty.
    pub columns: Vec<String>,
    /// Each row's name and its cells.
    pub rows: Vec<(String, Vec<String>)>,
}

/// Tables about the same readings.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Whose readings.
    pub title: String,
    /// How they were made.
    pub note: String,
    /// The tables.
    pub tables: Vec<Table>,
}

const HEAD: &str = "\
# How well the reader reads

Written by `cargo xtask accuracy`. A value of a field, or an item of a list, is right, wrong or missing; F1 joins the three. “Macro”
is the mean over cases, “micro” counts the values of all of them together. A reading says how sure it is of each value: of those it
calls .9 sure, nine in ten should be right.
";

/// The figures as Markdown.
pub fn render(parts: &[Part]) -> String {
    let mut text = HEAD.to_owned();
    for part in parts {
        let _ = writeln!(text, "\n## {}\n\n{}", part.title, part.note);
        for table in &part.tables {
            let _ = writeln!(text, "\n### {}\n", table.title);
            let _ = writeln!(text, "| {} |", table.columns.join(" | "));
            let _ = writeln!(text, "|---{}|", "|---:".repeat(table.columns.len() - 1));
            for (name, cells) in &table.rows {
                let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
            }
        }
    }
    text
}

/// The figures that [`render`] wrote. Lines that it would not write are passed over.
pub fn parse(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            parts.push(Part { title: title.to_owned(), note: String::new(), tables: Vec::new() });
            continue;
        }
        let Some(part) = parts.last_mut() else { continue };
        if let Some(title) = line.strip_prefix("### ") {
            part.tables.push(Table { title: title.to_owned(), columns: Vec::new(), rows: Vec::new() });
        } else if let Some(row) = line.strip_prefix("| ").and_then(|row| row.strip_suffix(" |")) {
            let mut cells = row.split(" | ").map(str::to_owned);
            let Some(table) = part.tables.last_mut() else { continue };
            if table.columns.is_empty() {
                table.columns = cells.collect();
            } else if let Some(name) = cells.next() {
                table.rows.push((name, cells.collect()));
            }
        } else if part.tables.is_empty() && !line.is_empty() {
            line.clone_into(&mut part.note);
        }
    }
    parts
}

/// What differs between two sets of figures, a line each.
pub fn changes(old: &[Part], new: &[Part]) -> String {
    let (old, new) = (cells(old), cells(new));
    let mut lines = Vec::new();
    for (name, value) in &new {
        match old.iter().find(|(other, _)| other == name) {
            None => lines.push(format!("new      {name}: {value}")),
            Some((_, before)) if before != value => lines.push(format!("changed  {name}: {before} -> {value}")),
            Some(_) => {}
        }
    }
    for (name, value) in old.iter().filter(|(name, _)| new.iter().all(|(other, _)| other != name)) {
        lines.push(format!("gone     {name}: {value}"));
    }
    if lines.is_empty() { "No figure changed.".to_owned() } else { lines.join("\n") }
}

/// Every figure with its full name.
fn cells(parts: &[Part]) -> Vec<(String, &str)> {
    let mut all = Vec::new();
    for part in parts {
        for table in &part.tables {
            for (row, cells) in &table.rows {
                for (column, cell) in table.columns.iter().skip(1).zip(cells) {
                    all.push((format!("{} / {} / {row} / {column}", part.title, table.title), cell.as_str()));
                }
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_they_were_written_and_compared() {
        let part = |f1: &str| Part {
            title: "Shipped".to_owned(),
            note: "On all cases.".to_owned(),
            tables: vec![Table {
                title: "Cases".to_owned(),
                columns: ["", "cases", "F1"].map(str::to_owned).to_vec(),
                rows: vec![("all".to_owned(), vec!["3".to_owned(), f1.to_owned()])],
            }],
        };
        let old = vec![part("0.900")];
        assert_eq!(parse(&render(&old)), old);
        assert_eq!(changes(&old, &old), "No figure changed.");
        assert_eq!(changes(&old, &[part("0.910")]), "changed  Shipped / Cases / all / F1: 0.900 -> 0.910");
    }
}
