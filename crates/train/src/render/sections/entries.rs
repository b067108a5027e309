//! Jobs, schools, projects and voluntary work.

use faircopy::read::label::Part;
use faircopy::{Field, SectionKind};
use serde_json::Value;

use super::head::Facts;
use super::layout::{Apart, Layout};
use super::{Tagger, wrapped};
use crate::render::Tag;
use crate::render::page::Line;
use crate::render::style::Style;
use crate::render::words::{self, LABELS};
use crate::rng::Rng;

/// All entries of a section. `skills` are what a job may say that was used.
pub fn all(
    kind: SectionKind,
    entries: &[&Value],
    skills: &[String],
    style: &Style,
    tagger: &mut Tagger,
    rng: &mut Rng,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut employer = String::new();
    let layout = Layout::new(kind, style, rng);
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 {
            lines.extend((0..style.entry_gap).map(|_| Line::blank()));
        }
        let mut facts = Facts::new(kind, at, entry, style, &layout, tagger, rng);
        if style.grouped_roles && kind == SectionKind::Work {
            // The next role at the same employer does not name it again, where it stands above the role.
            let name = entry["name"].as_str().unwrap_or_default().to_owned();
            if !name.is_empty() && name == employer && layout.organisation_first(style) {
                facts.organisation = None;
            }
            employer = name;
        }
        if style.stack_beside && kind == SectionKind::Work && !skills.is_empty() && rng.chance(80) {
            let some: Vec<&str> = (0..=rng.below(5)).map(|_| rng.pick(skills).as_str()).collect();
            facts.used = Some(some.join(", "));
        }
        let aside = layout.aside(&mut facts);
        let mut head = facts.head(kind, style, &layout);
        if style.marked_heads
            && !style.markdown
            && let Some(first) = head.first_mut()
        {
            *first =
                Line::default().with(if style.bullet.is_empty() { "• " } else { style.bullet }, None).joined(std::mem::take(first));
        }
        let url = entry["url"].as_str().filter(|_| rng.chance(70));
        let url = url.map(|url| (url, tagger.tag(kind, at, Part::Field(Field::Url))));
        let link = url.filter(|_| style.linked && !head.is_empty());
        if let Some((url, tag)) = link {
            head[0] = std::mem::take(&mut head[0]).linked(url, tag);
        }
        let mut all = spaced(head, style);
        let subject = Subject { kind, at, entry, url: url.filter(|_| link.is_none()) };
        all.extend(body(&subject, skills, style, tagger, rng));
        match layout.apart {
            Apart::No => lines.extend(all),
            Apart::Below => {
                lines.extend(all);
                lines.extend((0..style.section_gap.min(1)).map(|_| Line::blank()));
                lines.extend(aside);
            }
            Apart::Left => lines.extend(beside(aside, all)),
        }
    }
    lines
}

/// The lines of two columns, read across.
fn beside(left: Vec<Line>, right: Vec<Line>) -> Vec<Line> {
    const WIDTH: usize = 24;
    let right: Vec<Line> = right.into_iter().flat_map(|l| l.wrapped(76, "")).collect();
    let count = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    (0..count)
        .map(|_| {
            let mut line = left.next().unwrap_or_default();
            if let Some(other) = right.next().filter(|l| l.width() > 0) {
                line = {
                    let pad = WIDTH.saturating_sub(line.width()).max(2);
                    line.with(" ".repeat(pad), None).joined(other)
                };
            }
            line
        })
        .collect()
}

/// With blank lines between the lines of a head, where the document has them.
fn spaced(head: Vec<Line>, style: &Style) -> Vec<Line> {
    head.into_iter().flat_map(|l| std::iter::once(l).chain((0..style.line_gap).map(|_| Line::blank()))).collect()
}

/// An entry whose body is to be written.
struct Subject<'a> {
    kind: SectionKind,
    at: usize,
    entry: &'a Value,
    /// Its address, unless that stands in the head.
    url: Option<(&'a str, Option<Tag>)>,
}

/// The summary, address, bullets, groups and courses of an entry.
fn body(subject: &Subject<'_>, skills: &[String], style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Vec<Line> {
    let &Subject { kind, at, entry, url } = subject;
    let list = |key: &str| {
        entry[key].as_array().map_or(Vec::new(), |l| {
            l.iter().filter_map(Value::as_str).map(|t| t.trim_start_matches("?: ").to_owned()).collect::<Vec<_>>()
        })
    };
    let mut lines = Vec::new();
    let indent = " ".repeat(style.indent);
    let announced = Some(Tag { section: SectionKind::Custom, part: Part::Tag, entry: 0, value: usize::MAX });
    let announce = |key: &str, rng: &mut Rng| words::label(LABELS, &style.lang, key, rng);
    for (key, field) in [("summary", Field::Summary), ("description", Field::Description)] {
        let hidden = style.without_summaries && kind == SectionKind::Work && !list("highlights").is_empty();
        if let Some(text) = entry[key].as_str().filter(|t| !t.is_empty() && !hidden) {
            let tag = tagger.tag(kind, at, Part::Field(field));
            lines.extend(wrapped(
                Line::default().with(indent.as_str(), None).with(text.trim_start_matches("?: "), tag),
                style,
                &indent,
            ));
        }
    }
    if let Some((url, tag)) = url {
        let mut line = Line::default().with(indent.as_str(), None);
        if rng.chance(30) {
            line = line.with(announce("url", rng), announced).with(": ", None);
        }
        lines.push(line.with(url, tag));
    }
    if kind == SectionKind::Education {
        if let Some(score) = entry["score"].as_str() {
            let name = if rng.chance(50) { "GPA".to_owned() } else { announce("score", rng) };
            let line = if rng.chance(80) {
                Line::default().with(name, announced).with(*rng.pick(&[": ", ": ", " ", " - ", " – ", " = "]), None)
            } else {
                Line::default()
            };
            lines.push(line.with(score, tagger.tag(kind, at, Part::Field(Field::Score))));
        }
        let courses = list("courses");
        if !courses.is_empty() {
            let name = rng.chance(50).then(|| announce("courses", rng));
            let each = rng.chance(40);
            let bullet = if rng.chance(60) { style.bullet } else { "" };
            let mut line = Line::default();
            if let Some(name) = name {
                line = line.with(name, announced).with(if each { ":" } else { ": " }, None);
                if each {
                    lines.push(std::mem::take(&mut line));
                }
            }
            if each {
                for course in courses {
                    let tag = tagger.tag(kind, at, Part::Field(Field::Courses));
                    lines.push(Line::default().with(format!("{indent}{bullet}"), None).with(course, tag));
                }
            } else {
                line = line.with(courses.join(", "), tagger.tag(kind, at, Part::Field(Field::Courses)));
                lines.extend(wrapped(line, style, ""));
            }
        }
    }
    if style.without_bullets {
        return lines;
    }
    let groups = entry["groups"].as_array().map_or(&[][..], Vec::as_slice);
    let grouped: Vec<&str> =
        groups.iter().flat_map(|g| g["highlights"].as_array().map_or(&[][..], Vec::as_slice)).filter_map(Value::as_str).collect();
    if style.line_gap > 0 && !lines.is_empty() {
        lines.push(Line::blank());
    }
    let bullets = |lines: &mut Vec<Line>, texts: &[String], tagger: &mut Tagger| {
        for text in texts {
            let tag = tagger.tag(kind, at, Part::Field(Field::Highlights));
            let line = Line::default().with(format!("{indent}{}", style.bullet), None).with(text.as_str(), tag);
            lines.extend(wrapped(line, style, &format!("{indent}{}", " ".repeat(style.bullet.chars().count()))));
        }
    };
    let own: Vec<String> = list("highlights").into_iter().filter(|h| !grouped.contains(&h.as_str())).collect();
    if style.announced && !own.is_empty() {
        let colon = if rng.chance(70) { ":" } else { "" };
        lines.push(Line::default().with(announce("highlights", rng), announced).with(colon, None));
    }
    // Bullets that are under no project may come under some that are made up.
    let mut named: Vec<(String, Vec<String>)> = Vec::new();
    let mut own = own;
    if style.grouped && kind == SectionKind::Work && own.len() >= 2 {
        let all: Vec<&str> = words::GROUPS.lines().collect();
        let size = 1 + rng.below(own.len());
        named.extend(own.chunks(size).map(|chunk| ((*rng.pick(&all)).to_owned(), chunk.to_vec())));
        own.clear();
    }
    if style.stack && kind == SectionKind::Work && !skills.is_empty() {
        let count = 3 + rng.below(6);
        let some: Vec<&str> = (0..count).map(|_| rng.pick(skills).as_str()).collect();
        own.push(format!("{}: {}", announce("keywords", rng), some.join(", ")));
    }
    bullets(&mut lines, &own, tagger);
    named.extend(groups.iter().map(|group| {
        let highlights = group["highlights"].as_array().map_or(&[][..], Vec::as_slice);
        let name = group["name"].as_str().unwrap_or_default().to_owned();
        (name, highlights.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }));
    for (name, texts) in named {
        let tag = tagger.tag(kind, at, Part::Group);
        if style.entry_gap > 0 {
            lines.push(Line::blank());
        }
        let (before, after) =
            if style.markdown { *rng.pick(&[("#### ", ""), ("**", "**")]) } else { *rng.pick(&[("", ""), ("", ":"), ("", "")]) };
        lines.push(Line::default().with(before, None).with(name, tag).with(after, None));
        if style.line_gap > 0 {
            lines.push(Line::blank());
        }
        bullets(&mut lines, &texts, tagger);
    }
    if let Some(keywords) = Some(list("keywords")).filter(|k| !k.is_empty()) {
        let mut line = Line::default();
        if rng.chance(70) {
            line = line.with(announce("keywords", rng), announced).with(": ", None);
        }
        if rng.chance(25) {
            if !line.parts.is_empty() {
                lines.push(line);
            }
            let one = |word: String| Line::default().with(word, tagger.tag(kind, at, Part::Field(Field::Keywords)));
            lines.extend(keywords.into_iter().map(one));
        } else {
            let comma = *rng.pick(&[", ", ", ", " · ", " | ", "; "]);
            line = line.with(keywords.join(comma), tagger.tag(kind, at, Part::Field(Field::Keywords)));
            lines.extend(wrapped(line, style, ""));
        }
    }
    lines
}
