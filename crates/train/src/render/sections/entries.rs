//! Jobs, schools, projects and voluntary work.

use faircopy::read::label::Part;
use faircopy::{Field, SectionKind};
use serde_json::Value;

use super::{Tagger, wrapped};
use crate::render::Tag;
use crate::render::dates;
use crate::render::page::Line;
use crate::render::style::Style;
use crate::rng::Rng;

/// A fact about an entry: its text, and what it is.
type Fact = Option<(String, Option<Tag>)>;

/// All entries of a section.
pub fn all(kind: SectionKind, entries: &[&Value], style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut employer = String::new();
    for (at, entry) in entries.iter().enumerate() {
        if at > 0 {
            lines.extend((0..style.entry_gap).map(|_| Line::blank()));
        }
        let mut facts = Facts::new(kind, at, entry, style, tagger, rng);
        if style.grouped_roles && kind == SectionKind::Work {
            // The next role at the same employer does not name it again, where it stands above the role.
            let name = entry["name"].as_str().unwrap_or_default().to_owned();
            if !name.is_empty() && name == employer && organisation_first(style) {
                facts.organisation = None;
            }
            employer = name;
        }
        lines.extend(spaced(facts.head(kind, style), style));
        lines.extend(body(kind, at, entry, style, tagger, rng));
    }
    lines
}

/// With blank lines between the lines of a head, where the document has them.
fn spaced(head: Vec<Line>, style: &Style) -> Vec<Line> {
    head.into_iter().flat_map(|l| std::iter::once(l).chain((0..style.line_gap).map(|_| Line::blank()))).collect()
}

/// Whether jobs are laid out with the employer above the position.
fn organisation_first(style: &Style) -> bool {
    matches!(style.work, 2..=5 | 12..=14)
}

/// What is known of an entry, apart from its body.
struct Facts {
    title: Fact,
    organisation: Fact,
    location: Fact,
    dates: Fact,
    duration: Fact,
}

impl Facts {
    fn new(kind: SectionKind, at: usize, entry: &Value, style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Self {
        let text =
            |key: &str| entry[key].as_str().map(|t| t.trim_start_matches("?: ").to_owned()).filter(|t| !t.is_empty() && t != "?");
        let mut fact = |text: Option<String>, part: Part| text.map(|t| (t, tagger.tag(kind, at, part)));
        let (title, organisation) = match kind {
            SectionKind::Education => {
                let (degree, area) = (text("studyType"), text("area"));
                let joined = match (degree, area) {
                    (Some(d), Some(a)) => Some(format!("{d}{}{a}", rng.pick(&[", ", " in ", " of ", " - ", ", "]))),
                    (d, a) => d.or(a),
                };
                (fact(joined, Part::Field(Field::StudyType)), fact(text("institution"), Part::Field(Field::Institution)))
            }
            SectionKind::Volunteer => {
                (fact(text("position"), Part::Field(Field::Position)), fact(text("organization"), Part::Field(Field::Organization)))
            }
            SectionKind::Projects => (fact(text("name"), Part::Field(Field::Name)), None),
            _ => (fact(text("position"), Part::Field(Field::Position)), fact(text("name"), Part::Field(Field::Name))),
        };
        let stripped = kind == SectionKind::Work;
        let dates = fact(dates::range(entry, style, rng), Part::Dates);
        let junk = Some(Tag { section: SectionKind::Custom, part: Part::Junk, entry: 0, value: usize::MAX });
        let organisation = organisation.filter(|_| !(stripped && style.without_employer));
        Self {
            title: title.filter(|_| !(stripped && style.without_position && organisation.is_some())),
            organisation,
            location: fact(text("location"), Part::Field(Field::Location)).filter(|_| !style.without_location),
            dates,
            duration: style.durations.then(|| (format!("{} yrs {} mos", 1 + rng.below(8), 1 + rng.below(11)), junk)),
        }
    }

    /// The lines that say what the entry is.
    fn head(self, kind: SectionKind, style: &Style) -> Vec<Line> {
        let form = if kind == SectionKind::Education { style.school } else { style.work };
        let separator = style.separator;
        let bold = |fact: Fact| (fact, "**", "**");
        let plain = |fact: Fact| (fact, "", "");
        let Self { title, organisation, location, dates, duration } = self;
        let tail = if separator.trim().is_empty() { separator } else { "\t" };
        // Each row: facts, and what joins them. `dated` rows have their dates at the edge.
        let heading = if style.markdown { "### " } else { "" };
        let rows: Vec<Vec<(Fact, &str, &str)>> = match form {
            0 => vec![vec![plain(title), (organisation, separator, ""), (location, ", ", "")], vec![plain(dates)]],
            1 => vec![vec![plain(title), (dates, tail, "")], vec![plain(organisation), (location, separator, "")]],
            2 => vec![vec![plain(organisation), (location, separator, "")], vec![plain(title), (dates, tail, "")]],
            3 => vec![vec![plain(organisation)], vec![plain(title)], vec![plain(dates)], vec![plain(location)]],
            4 => vec![vec![plain(organisation), (dates, tail, "")], vec![plain(title), (location, tail, "")]],
            5 => vec![vec![plain(organisation)], vec![plain(location)], vec![plain(dates)], vec![plain(title)]],
            6 => vec![vec![plain(dates)], vec![plain(title)], vec![plain(organisation), (location, separator, "")]],
            7 => vec![vec![plain(dates), (title, separator, ""), (organisation, ", ", ""), (location, ", ", "")]],
            8 => vec![vec![plain(title), (organisation, " at ", ""), (dates, " (", ")")], vec![plain(location)]],
            9 => vec![vec![plain(title), (organisation, " @ ", "")], vec![plain(dates), (location, " · ", "")]],
            10 => vec![
                vec![plain(title)],
                vec![plain(organisation)],
                vec![plain(dates), (duration.clone(), " · ", "")],
                vec![plain(location)],
            ],
            11 => vec![vec![plain(title)], vec![plain(organisation), (location, ", ", "")], vec![plain(dates)]],
            12 => vec![vec![plain(dates)], vec![plain(location)], vec![plain(organisation)], vec![plain(title)]],
            13 => vec![vec![plain(organisation), (title, separator, ""), (dates, separator, "")], vec![plain(location)]],
            14 => vec![vec![bold(organisation), (location, " — ", "")], vec![bold(title)], vec![plain(dates)]],
            15 => vec![vec![bold(title), (organisation, ", ", ""), (dates, " (", ")")], vec![plain(location)]],
            16 => vec![vec![plain(title), (organisation, separator, ""), (location, separator, ""), (dates, separator, "")]],
            17 => vec![vec![plain(dates), (location, " | ", "")], vec![plain(organisation)], vec![plain(title)]],
            18 => vec![vec![plain(title), (location, " (", ")")], vec![plain(dates)], vec![plain(organisation)]],
            _ => vec![vec![plain(dates), (organisation, "  ", ""), (location, ", ", "")], vec![plain(title)]],
        };
        let mut lines = Vec::new();
        for row in rows {
            let mut line = Line::default();
            for (fact, before, after) in row {
                let Some((text, tag)) = fact else { continue };
                if line.parts.is_empty() {
                    let emphasis = if style.markdown { before } else { "" };
                    let before = if before == "**" { emphasis } else { "" };
                    if lines.is_empty() && style.markdown && before.is_empty() {
                        line = line.with(heading, None);
                    }
                    line = line.with(before, None).with(text, tag).with(if before.is_empty() { "" } else { "**" }, None);
                } else {
                    line = line.with(before, None).with(text, tag).with(after, None);
                }
            }
            if !line.parts.is_empty() {
                lines.push(line);
            }
        }
        if let Some((text, tag)) = duration.filter(|_| form == 3 && kind == SectionKind::Work) {
            lines.insert(1.min(lines.len()), Line::default().with("Full-time · ", tag).with(text, tag));
        }
        lines
    }
}

/// The summary, bullets, groups and courses of an entry.
fn body(kind: SectionKind, at: usize, entry: &Value, style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Vec<Line> {
    let list = |key: &str| {
        entry[key].as_array().map_or(Vec::new(), |l| {
            l.iter().filter_map(Value::as_str).map(|t| t.trim_start_matches("?: ").to_owned()).collect::<Vec<_>>()
        })
    };
    let mut lines = Vec::new();
    let indent = " ".repeat(style.indent);
    for (key, field) in [("summary", Field::Summary), ("description", Field::Description)] {
        if let Some(text) = entry[key].as_str().filter(|t| !t.is_empty()) {
            let tag = tagger.tag(kind, at, Part::Field(field));
            lines.extend(wrapped(
                Line::default().with(indent.as_str(), None).with(text.trim_start_matches("?: "), tag),
                style,
                &indent,
            ));
        }
    }
    if let Some(url) = entry["url"].as_str().filter(|_| rng.chance(70)) {
        let tag = tagger.tag(kind, at, Part::Field(Field::Url));
        lines.push(Line::default().with(indent.as_str(), None).with(url, tag));
    }
    if kind == SectionKind::Education {
        if let Some(score) = entry["score"].as_str() {
            let label = Some(Tag { section: SectionKind::Custom, part: Part::Tag, entry: 0, value: usize::MAX });
            let name = *rng.pick(&["GPA", "Grade", "Result", "Score"]);
            lines.push(
                Line::default().with(name, label).with(": ", None).with(score, tagger.tag(kind, at, Part::Field(Field::Score))),
            );
        }
        let courses = list("courses");
        if !courses.is_empty() {
            lines.push(Line::default().with(courses.join(", "), tagger.tag(kind, at, Part::Field(Field::Courses))));
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
    bullets(&mut lines, &own, tagger);
    for group in groups {
        let tag = tagger.tag(kind, at, Part::Group);
        if style.entry_gap > 0 {
            lines.push(Line::blank());
        }
        let (before, after) =
            if style.markdown { *rng.pick(&[("#### ", ""), ("**", "**")]) } else { *rng.pick(&[("", ""), ("", ":"), ("", "")]) };
        lines.push(Line::default().with(before, None).with(group["name"].as_str().unwrap_or_default(), tag).with(after, None));
        if style.line_gap > 0 {
            lines.push(Line::blank());
        }
        let texts: Vec<String> = group["highlights"]
            .as_array()
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        bullets(&mut lines, &texts, tagger);
    }
    if let Some(keywords) = Some(list("keywords")).filter(|k| !k.is_empty()) {
        let label = Some(Tag { section: SectionKind::Custom, part: Part::Tag, entry: 0, value: usize::MAX });
        let line = Line::default()
            .with("Technologies", label)
            .with(": ", None)
            .with(keywords.join(", "), tagger.tag(kind, at, Part::Field(Field::Keywords)));
        lines.push(line);
    }
    lines
}
