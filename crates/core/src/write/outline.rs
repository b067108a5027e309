//! A résumé as headings, lines, paragraphs and lists: what plain text and HTML have in common.

use crate::dialect::{
    ASIDE, ITEM, PRESENT, RANGE, Shape, bare, date_words, heading, is_mailable, is_phone, label, line_fields, shape,
};
use crate::recognise::profile::of_url;
use crate::resume::{Entry, Field, Resume, Section, SectionKind, Value};

/// A piece of the page.
pub(super) enum Block {
    /// A heading of level 1–4.
    Heading(u8, String),
    /// Lines, each of several runs.
    Lines(Vec<Vec<Run>>),
    /// Running text.
    Paragraph(String),
    /// Bullets.
    List(Vec<String>),
}

/// A stretch of a line in one style.
pub(super) struct Run {
    pub text: String,
    pub style: Style,
}

/// How a run looks.
pub(super) enum Style {
    Plain,
    /// What names the entry.
    Strong,
    /// Places and dates.
    Quiet,
    /// A link to an address, which is not yet checked.
    Link(String),
}

/// The page that a résumé makes.
pub(super) fn outline(resume: &Resume) -> Vec<Block> {
    let resume = resume.published();
    let mut blocks = Vec::new();
    let basics = &resume.basics;
    if let Some(name) = basics.text(Field::Name) {
        blocks.push(Block::Heading(1, name.to_owned()));
    }
    if let Some(headline) = basics.text(Field::Label) {
        blocks.push(Block::Lines(vec![vec![plain(headline)]]));
    }
    let contact = contact(basics, resume.entries(SectionKind::Profiles));
    if !contact.is_empty() {
        blocks.push(Block::Lines(vec![contact]));
    }
    paragraphs(basics, Field::Summary, &mut blocks);
    for section in resume.sections.iter().filter(|s| s.kind != SectionKind::Profiles) {
        let mut body = Vec::new();
        let lines: Vec<_> = match shape(section.kind) {
            Some(shape) => {
                section.entries.iter().for_each(|e| entry(section.kind, &shape, e, &mut body));
                Vec::new()
            }
            None => section.entries.iter().map(|e| line(section.kind, e)).filter(|l| !l.is_empty()).collect(),
        };
        if !lines.is_empty() {
            body.push(Block::Lines(lines));
        }
        // Entries may hold nothing that this section has a place for; a heading of one's own says something by itself.
        if !body.is_empty() || !section.heading.is_empty() {
            blocks.push(Block::Heading(2, section_heading(section)));
            blocks.append(&mut body);
        }
    }
    blocks
}

fn section_heading(section: &Section) -> String {
    if section.kind == SectionKind::Custom { section.heading.clone() } else { heading(section.kind).to_owned() }
}

fn contact(basics: &Entry, profiles: &[Entry]) -> Vec<Run> {
    let mut items = Vec::new();
    for field in [Field::Email, Field::Phone, Field::Location, Field::Url] {
        let Some(text) = basics.text(field) else { continue };
        items.push(vec![match field {
            Field::Email if is_mailable(text) => link(text, format!("mailto:{text}")),
            Field::Phone if is_phone(text) => {
                let number = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
                link(text, format!("tel:{number}"))
            }
            Field::Url => link(bare(text), text.to_owned()),
            _ => plain(text),
        }]);
    }
    for profile in profiles {
        let [network, user] = [Field::Network, Field::Username].map(|field| profile.text(field));
        let words = network.into_iter().chain(user).collect::<Vec<_>>().join(": ");
        items.push(match profile.text(Field::Url) {
            // An address may say it all.
            Some(url) if words.is_empty() || of_url(url).is_some_and(|said| Some(said) == network.zip(user)) => {
                vec![link(bare(url), url.to_owned())]
            }
            Some(url) => vec![plain(&words), plain(" "), link(bare(url), url.to_owned())],
            None if words.is_empty() => continue,
            None => vec![plain(&words)],
        });
    }
    joined(items, ITEM)
}

fn entry(kind: SectionKind, shape: &Shape, entry: &Entry, blocks: &mut Vec<Block>) {
    if let Some(title) = shape.title.and_then(|f| entry.text(f)) {
        blocks.push(Block::Heading(3, title.to_owned()));
    }
    let mut lines = Vec::new();
    let head = entry.text(shape.head).map(|text| Run { text: text.to_owned(), style: Style::Strong });
    let aside = shape.aside.and_then(|f| entry.text(f)).map(quiet);
    lines.push(joined([head, aside].into_iter().flatten().map(|run| vec![run]).collect(), ASIDE));
    if kind == SectionKind::Education {
        let degree: Vec<_> = [Field::StudyType, Field::Area].iter().filter_map(|&f| entry.text(f)).collect();
        lines.push(vec![plain(&degree.join(", "))]);
    }
    if let Some(dates) = dates(kind, shape, entry) {
        lines.push(vec![quiet(&dates)]);
    }
    let placed = [shape.title, Some(shape.head), shape.aside, shape.date, shape.body];
    let in_place = [Field::StartDate, Field::EndDate, Field::StudyType, Field::Area, Field::Highlights];
    for field in kind.fields().iter().filter(|field| !placed.contains(&Some(**field)) && !in_place.contains(field)) {
        let Some(text) = entry.get(*field).map(words) else { continue };
        let name = plain(&format!("{}: ", label(*field)));
        lines.push(vec![name, if *field == Field::Url { link(bare(&text), text.clone()) } else { plain(&text) }]);
    }
    lines.retain(|line| line.iter().any(|run| !run.text.is_empty()));
    if !lines.is_empty() {
        blocks.push(Block::Lines(lines));
    }
    if let Some(body) = shape.body {
        paragraphs(entry, body, blocks);
    }
    let list = |items: &[crate::resume::Item], blocks: &mut Vec<Block>| {
        if !items.is_empty() {
            blocks.push(Block::List(items.iter().map(|i| i.text.clone()).collect()));
        }
    };
    list(entry.list(Field::Highlights), blocks);
    for group in &entry.groups {
        if !group.name.is_empty() {
            blocks.push(Block::Heading(4, group.name.clone()));
        }
        list(&group.highlights, blocks);
    }
}

fn line(kind: SectionKind, entry: &Entry) -> Vec<Run> {
    let (name, level, rest) = line_fields(kind);
    let mut runs = Vec::new();
    if let Some(name) = entry.text(name) {
        runs.push(Run { text: name.to_owned(), style: Style::Strong });
    }
    if let Some(level) = level.and_then(|f| entry.text(f)) {
        runs.push(quiet(&if runs.is_empty() { level.to_owned() } else { format!(" ({level})") }));
    }
    if let Some(rest) = entry.get(rest) {
        let text = words(rest);
        runs.push(plain(&if runs.is_empty() { text } else { format!(": {text}") }));
    }
    runs
}

fn dates(kind: SectionKind, shape: &Shape, entry: &Entry) -> Option<String> {
    let text = |field| entry.get(field).map(words);
    if let Some(field) = shape.date {
        return text(field);
    }
    match (text(Field::StartDate), text(Field::EndDate)) {
        (None, None) => None,
        (None, Some(end)) if kind == SectionKind::Education => Some(end),
        (None, Some(end)) => Some(format!("{}{end}", RANGE.trim_start())),
        (Some(start), None) => Some(format!("{start}{RANGE}{PRESENT}")),
        (Some(start), Some(end)) if start == end => Some(start),
        (Some(start), Some(end)) => Some(format!("{start}{RANGE}{end}")),
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Date(date) => date_words(*date),
        Value::List(items) => items.iter().map(|i| i.text.as_str()).collect::<Vec<_>>().join(", "),
    }
}

fn paragraphs(entry: &Entry, field: Field, blocks: &mut Vec<Block>) {
    let text = entry.text(field).unwrap_or_default();
    blocks.extend(text.split('\n').filter(|p| !p.is_empty()).map(|p| Block::Paragraph(p.to_owned())));
}

fn plain(text: &str) -> Run {
    Run { text: text.to_owned(), style: Style::Plain }
}

fn quiet(text: &str) -> Run {
    Run { text: text.to_owned(), style: Style::Quiet }
}

fn link(text: &str, url: String) -> Run {
    Run { text: text.to_owned(), style: Style::Link(url) }
}

fn joined(items: Vec<Vec<Run>>, separator: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for item in items {
        if !runs.is_empty() {
            runs.push(plain(separator));
        }
        runs.extend(item);
    }
    runs
}
