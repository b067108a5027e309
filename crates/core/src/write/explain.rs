//! An explanation: the source with what each part became, and why.

use std::collections::HashMap;
use std::fmt::Write;

use crate::parsed::{Decoration, Parsed, Place, Provenance, Use};
use crate::resume::{Field, Id, SectionKind};
use crate::source::Span;

/// What a reading made of its source, in the order of the source: a line for each part with its place (line and column, from 1), and
/// below what it became, why, and how likely that is right.
///
/// ```
/// let parsed = faircopy::read_markdown("# Ada Example\n").unwrap();
/// assert!(faircopy::write::explain(&parsed).contains("1:3  Ada Example\n     → basics name: a heading of level 1 (100 %)"));
/// ```
pub fn explain(parsed: &Parsed) -> String {
    let mut out = String::new();
    for finding in &parsed.findings {
        let place = finding.span.map(|span| format!("{}: ", Cursor::default().position(parsed, span.start))).unwrap_or_default();
        line(&mut out, &format!("! {place}{}", finding.message));
    }
    let owners = owners(parsed);
    let mut sources: HashMap<Place, &Provenance> = HashMap::new();
    for provenance in &parsed.provenance {
        sources.entry(provenance.place).or_insert(provenance);
    }
    let mut cursor = Cursor::default();
    for &(span, used) in parsed.ledger.rows() {
        let text = parsed.source.slice(span).trim();
        // Marks that are white space alone say nothing to a person.
        if text.is_empty() {
            continue;
        }
        let indent = parsed.source.slice(span).len() - parsed.source.slice(span).trim_start().len();
        line(&mut out, &format!("{}  {}", cursor.position(parsed, span.start + indent as u32), shown(text)));
        line(&mut out, &format!("     → {}", meaning(used, &owners, &sources)));
    }
    out
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}

/// Counts characters from one place of the source to the next, so that all places together take one pass.
#[derive(Default)]
struct Cursor {
    offset: u32,
    line: usize,
    column: usize,
}

impl Cursor {
    /// Line and column of a byte at or after the last one asked for, from 1.
    fn position(&mut self, parsed: &Parsed, offset: u32) -> String {
        let lines = parsed.source.lines();
        while let Some(next) = lines.get(self.line + 1).filter(|l| l.span.start <= offset) {
            self.line += 1;
            self.column = 0;
            self.offset = next.span.start;
        }
        self.column += parsed.source.slice(Span { start: self.offset, end: offset }).chars().count();
        self.offset = offset;
        format!("{}:{}", self.line + 1, self.column + 1)
    }
}

/// The first line of a text, and how many follow.
fn shown(text: &str) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    match lines.count() {
        0 => first.to_owned(),
        more => format!("{first} … ({more} more lines)"),
    }
}

fn meaning(used: Use, owners: &HashMap<Id, String>, sources: &HashMap<Place, &Provenance>) -> String {
    let place = match used {
        Use::Field(place) => place,
        Use::Unplaced => return "not placed".to_owned(),
        Use::Decoration(decoration) => return decoration_words(decoration).to_owned(),
    };
    let owner = owners.get(&place.owner).map_or("", String::as_str);
    let mut words = format!("{owner} {}", place.field.json_name());
    if let Some(source) = sources.get(&place) {
        let _ = write!(words, ": {} ({:.0} %)", source.reason, source.confidence * 100.0);
        let repairs = source.repairs.names().collect::<Vec<_>>();
        if !repairs.is_empty() {
            let _ = write!(words, "; {}", repairs.join(", "));
        }
        if let Some(other) = source.runner_up {
            let _ = write!(words, "; or {}", other.json_name());
        }
    }
    words
}

fn decoration_words(decoration: Decoration) -> &'static str {
    match decoration {
        Decoration::Mark => "a mark",
        Decoration::Heading => "a heading",
        Decoration::Label => "a label",
        Decoration::Furniture => "page furniture",
        Decoration::Repeated => "a repetition",
        Decoration::Duration => "a duration that the dates say",
        Decoration::Syntax => "read as data",
    }
}

/// Entries, items and groups in words: "work 2".
fn owners(parsed: &Parsed) -> HashMap<Id, String> {
    let mut owners = HashMap::new();
    owners.insert(parsed.resume.basics.id, SectionKind::Basics.json_name().to_owned());
    for section in &parsed.resume.sections {
        for (at, entry) in section.entries.iter().enumerate() {
            let name = match section.kind {
                SectionKind::Custom => format!("\"{}\" {}", section.heading, at + 1),
                kind => format!("{} {}", kind.json_name(), at + 1),
            };
            let lists = [Field::Highlights, Field::Keywords, Field::Courses, Field::Roles];
            for item in lists.iter().flat_map(|&f| entry.list(f)) {
                owners.insert(item.id, name.clone());
            }
            for group in &entry.groups {
                let name = format!("{name}, group \"{}\",", group.name);
                for item in &group.highlights {
                    owners.insert(item.id, name.clone());
                }
                owners.insert(group.id, name);
            }
            owners.insert(entry.id, name);
        }
    }
    owners
}
