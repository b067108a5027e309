//! Entries: a job, a degree, a skill group.

use super::contact::autolink;
use super::escape::{HEADING, INLINE, PROSE, disguise, escape};
use super::{paragraphs, with_text};
use crate::dialect::{ASIDE, PRESENT, RANGE, Shape, date_of, date_words, is_linkable, label, line_fields, takes_of};
use crate::resume::{Entry, Field, FieldKind, Item, SectionKind, Value};

/// The blocks of an entry that takes several lines; `first` in its section.
pub(super) fn blocks(kind: SectionKind, shape: &Shape, entry: &Entry, first: bool, blocks: &mut Vec<String>) {
    let title = shape.title.and_then(|field| entry.text(field));
    let header = header(kind, shape, entry).join("  \n");
    let mut body = Vec::new();
    if let Some(field) = shape.body {
        body.extend(paragraphs(entry, field, ""));
    }
    if !entry.list(Field::Highlights).is_empty() {
        body.push(bullets(entry.list(Field::Highlights)));
    }
    for group in &entry.groups {
        let heading = with_text("####", &escape(&group.name, HEADING));
        body.push(if group.highlights.is_empty() { heading } else { format!("{heading}\n{}", bullets(&group.highlights)) });
    }
    let marked = title.is_some() || !first && header.is_empty() && !body.is_empty();
    if marked {
        let heading = with_text("###", &title.map(|t| escape(t, HEADING)).unwrap_or_default());
        blocks.push(if header.is_empty() { heading } else { format!("{heading}\n{header}") });
    } else if !header.is_empty() {
        blocks.push(header);
    }
    blocks.append(&mut body);
}

/// The lines that say where, what and when.
fn header(kind: SectionKind, shape: &Shape, entry: &Entry) -> Vec<String> {
    let mut lines = Vec::new();
    let head = entry.text(shape.head);
    let mut placed = vec![Field::StartDate, Field::EndDate, Field::Highlights, shape.head];
    placed.extend([shape.title, shape.date, shape.body].into_iter().flatten());
    if let Some(head) = head {
        let mut line = format!("**{}**", escape(head, INLINE.marks(":")));
        if let Some((field, aside)) = shape.aside.and_then(|field| Some((field, entry.text(field)?))) {
            line.push_str(&format_aside(aside));
            placed.push(field);
        }
        lines.push(line);
    }
    if let Some(line) = degree(entry).filter(|_| kind == SectionKind::Education && head.is_some()) {
        lines.push(line);
        placed.extend([Field::StudyType, Field::Area]);
    }
    if let Some(dates) = dates(kind, shape, entry) {
        lines.push(format!("*{dates}*"));
    }
    for &field in kind.fields().iter().filter(|f| !placed.contains(f)) {
        if let Some(text) = entry.get(field).and_then(|value| labelled_text(field, value)) {
            lines.push(format!("**{}:** {text}", label(field)));
        }
    }
    lines
}

fn format_aside(text: &str) -> String {
    format!("{ASIDE}*{}*", escape(text, INLINE))
}

fn labelled_text(field: Field, value: &Value) -> Option<String> {
    match value {
        Value::Text(url) if field.kind() == FieldKind::Line && field == Field::Url && is_linkable(url) => Some(autolink(url)),
        Value::Text(text) => Some(escape(text, INLINE)),
        Value::List(items) => Some(terms(items, false)),
        Value::Date(_) => None,
    }
}

/// The degree and its subject on one line; `None` where they could be taken for something else.
fn degree(entry: &Entry) -> Option<String> {
    let degree = entry.text(Field::StudyType)?;
    let words = |text: &str, start| escape(text, if start { PROSE } else { INLINE }.marks(","));
    match entry.text(Field::Area) {
        Some(area) if takes_of(degree) => Some(format!("{degree} of {}", words(area, false))),
        Some(area) => Some(format!("{}, {}", words(degree, true), escape(area, INLINE))),
        None if degree.split_once(" of ").is_some_and(|(first, _)| takes_of(first)) => None,
        None => Some(words(degree, true)),
    }
}

/// The dates in words. A single date on a job is its start and its end, on a degree its end.
fn dates(kind: SectionKind, shape: &Shape, entry: &Entry) -> Option<String> {
    let words = |field| entry.get(field).map(date_text);
    if let Some(field) = shape.date {
        return words(field);
    }
    match (words(Field::StartDate), words(Field::EndDate)) {
        (None, None) => None,
        (None, Some(end)) if kind == SectionKind::Education => Some(end),
        (None, Some(end)) => Some(format!("{}{end}", RANGE.trim_start())),
        (Some(start), None) => Some(format!("{start}{RANGE}{PRESENT}")),
        (Some(start), Some(end)) if kind != SectionKind::Education && start == end => Some(start),
        (Some(start), Some(end)) => Some(format!("{start}{RANGE}{end}")),
    }
}

fn date_text(value: &Value) -> String {
    match value {
        Value::Date(date) => date_words(*date),
        // A text that reads like a date of ours must not become one.
        Value::Text(text) if date_of(text).is_some() || text == PRESENT => disguise(text, INLINE),
        Value::Text(text) => escape(text, INLINE.marks("–")),
        Value::List(items) => terms(items, false),
    }
}

/// The line of an entry that takes one.
pub(super) fn line(kind: SectionKind, entry: &Entry) -> String {
    let (name, level, rest) = line_fields(kind);
    let name = entry.text(name).map(|text| escape(text, INLINE.marks(":")));
    let level = level.and_then(|field| entry.text(field)).map(|text| escape(text, INLINE));
    let start = name.is_none() && level.is_none();
    let rest = match entry.get(rest) {
        Some(Value::List(items)) => terms(items, start),
        Some(Value::Text(text)) => escape(text, if start { PROSE } else { INLINE }),
        _ => String::new(),
    };
    let line = match (name, level) {
        (None, None) => return rest,
        (Some(name), None) if rest.is_empty() => format!("**{name}**"),
        (Some(name), None) => format!("**{name}:**"),
        (Some(name), Some(level)) => format!("**{name}**{ASIDE}*{level}*"),
        (None, Some(level)) => format!("*{level}*"),
    };
    match (rest.is_empty(), line.ends_with(":**")) {
        (true, _) => line,
        (false, true) => format!("{line} {rest}"),
        (false, false) => format!("{line}: {rest}"),
    }
}

fn bullets(items: &[Item]) -> String {
    items.iter().map(|item| format!("- {}", escape(&item.text, PROSE))).collect::<Vec<_>>().join("\n")
}

fn terms(items: &[Item], start: bool) -> String {
    let term = |(at, item): (usize, &Item)| escape(&item.text, if start && at == 0 { PROSE } else { INLINE }.marks(","));
    items.iter().enumerate().map(term).collect::<Vec<_>>().join(", ")
}
