//! Skills, languages, interests, references, and entries of a line or two.

use faircopy::read::label::Part;
use faircopy::{Field, SectionKind};
use serde_json::Value;

use super::{Tagger, wrapped};
use crate::render::dates;
use crate::render::page::Line;
use crate::render::style::Style;
use crate::render::words;
use crate::rng::Rng;

fn strings(value: &Value) -> Vec<String> {
    value.as_array().map_or(Vec::new(), |l| l.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// All terms of some skills.
pub fn terms(skills: &Value) -> Vec<String> {
    let skills = skills.as_array().map_or(&[][..], Vec::as_slice);
    skills.iter().flat_map(|skill| strings(&skill["keywords"])).collect()
}

/// Skills, by group or flat.
pub fn skills(entries: &[&Value], style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Vec<Line> {
    const KIND: SectionKind = SectionKind::Skills;
    let mut lines = Vec::new();
    let comma = *rng.pick(&[", ", ", ", ", ", " · ", " / ", "; ", " | "]);
    let keyword = Part::Field(Field::Keywords);
    let flat: Vec<String> = entries
        .iter()
        .flat_map(|e| {
            let words = strings(&e["keywords"]);
            if words.is_empty() { e["name"].as_str().map(str::to_owned).into_iter().collect() } else { words }
        })
        .collect();
    let grouped = entries.iter().all(|e| e["name"].is_string() && !strings(&e["keywords"]).is_empty());
    if !grouped || style.skills == 0 {
        match style.skills {
            0..=3 => {
                let line = Line::default()
                    .with(if style.skills == 3 { style.bullet } else { "" }, None)
                    .with(flat.join(comma), tagger.tag(KIND, 0, keyword));
                lines.extend(wrapped(line, style, ""));
            }
            4 | 5 => {
                for word in flat {
                    let line = Line::default().with(style.bullet, None).with(word, tagger.tag(KIND, 0, keyword));
                    lines.extend(levelled(line, style, tagger, rng));
                }
            }
            6 => {
                // A table of columns.
                for row in flat.chunks(3) {
                    let mut line = Line::default();
                    for word in row {
                        line = line
                            .with(word.as_str(), tagger.tag(KIND, 0, keyword))
                            .with(" ".repeat(24usize.saturating_sub(word.chars().count()).max(2)), None);
                    }
                    lines.push(line);
                }
            }
            _ => {
                for word in flat {
                    let line = Line::default().with(word, tagger.tag(KIND, 0, keyword));
                    lines.extend(levelled(line, style, tagger, rng));
                }
            }
        }
        return lines;
    }
    for (at, entry) in entries.iter().enumerate() {
        let name = entry["name"].as_str().unwrap_or_default();
        let words = strings(&entry["keywords"]);
        let tag = tagger.tag(KIND, at, Part::Field(Field::Name));
        match style.skills {
            1..=4 => {
                let (open, close) = match (style.markdown, style.skills) {
                    (true, _) => ("**", ":** "),
                    (_, 1) => ("", " – "),
                    (_, 2) => ("", ":\t"),
                    _ => ("", ": "),
                };
                let bullet = if style.skills == 4 { style.bullet } else { "" };
                let line = Line::default()
                    .with(format!("{bullet}{open}"), None)
                    .with(name, tag)
                    .with(close, None)
                    .with(words.join(comma), tagger.tag(KIND, at, keyword));
                lines.extend(wrapped(line, style, "  "));
            }
            5 | 6 => {
                lines.push(Line::default().with(name, tag));
                for word in words {
                    lines.push(
                        Line::default()
                            .with(if style.skills == 5 { style.bullet } else { "" }, None)
                            .with(word, tagger.tag(KIND, at, keyword)),
                    );
                }
            }
            7 => {
                lines
                    .push(Line::default().with(name, tag).with(format!(" ({})", words.join(comma)), tagger.tag(KIND, at, keyword)));
            }
            _ => {
                lines.push(Line::default().with(name, tag));
                let line = Line::default().with(words.join(comma), tagger.tag(KIND, at, keyword));
                lines.extend(wrapped(line, style, ""));
                lines.extend((0..style.entry_gap).map(|_| Line::blank()));
            }
        }
    }
    lines
}

/// The line of a skill, with how well it is known behind or below it, where the document says so.
fn levelled(line: Line, style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Vec<Line> {
    if !style.levels {
        return vec![line];
    }
    let key = *rng.pick(&["fluent", "advanced", "intermediate", "basic"]);
    let level = words::label(words::LEVELS, &style.lang, key, rng);
    let tag = tagger.tag(SectionKind::Skills, 0, Part::Field(Field::Level));
    match style.languages {
        0 | 3 => vec![line.with(" (", None).with(level, tag).with(")", None)],
        1 | 5 => vec![line.with(": ", None).with(level, tag)],
        2 => vec![line.with(" – ", None).with(level, tag)],
        4 => vec![line.with("\t", None).with(level, tag)],
        _ => vec![line, Line::default().with(level, tag)],
    }
}

/// Languages with how well they are spoken.
pub fn languages(entries: &[&Value], style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Vec<Line> {
    const KIND: SectionKind = SectionKind::Languages;
    let one_line = matches!(style.languages, 0 | 1) || rng.chance(10);
    let mut lines = Vec::new();
    let mut all = Line::default();
    for (at, entry) in entries.iter().enumerate() {
        let Some(language) = entry["language"].as_str() else { continue };
        let language = (language, tagger.tag(KIND, at, Part::Field(Field::Language)));
        let fluency = entry["fluency"].as_str().map(|f| (f, tagger.tag(KIND, at, Part::Field(Field::Fluency))));
        let mut line =
            Line::default().with(if style.languages == 5 { style.bullet } else { "" }, None).with(language.0, language.1);
        if let Some((text, tag)) = fluency {
            line = match style.languages {
                0 | 3 => line.with(" (", None).with(text, tag).with(")", None),
                1 | 5 => line.with(": ", None).with(text, tag),
                2 => line.with(" – ", None).with(text, tag),
                4 => line.with("\t", None).with(text, tag),
                _ => {
                    lines.push(line);
                    Line::default().with(text, tag)
                }
            };
        }
        if one_line {
            if at > 0 {
                all = all.with(", ", None);
            }
            all.parts.extend(std::mem::take(&mut line).parts);
        } else {
            lines.push(line);
        }
    }
    if one_line {
        // The lines of a language above its fluency were pushed already; they come first.
        lines.extend(wrapped(all, style, ""));
    }
    lines
}

/// Interests: a list on a line or a line each.
pub fn interests(entries: &[&Value], style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Vec<Line> {
    let mut names: Vec<String> = Vec::new();
    for entry in entries {
        names.extend(entry["name"].as_str().or(entry.as_str()).map(str::to_owned));
        names.extend(strings(&entry["keywords"]));
    }
    let part = Part::Field(Field::Name);
    if rng.chance(55) {
        let joiner = *rng.pick(&[", ", ", ", " · ", "; "]);
        let line = Line::default().with(names.join(joiner), tagger.tag(SectionKind::Interests, 0, part));
        return wrapped(line, style, "");
    }
    let bullet = if rng.chance(50) { style.bullet } else { "" };
    names.into_iter().map(|n| Line::default().with(bullet, None).with(n, tagger.tag(SectionKind::Interests, 0, part))).collect()
}

/// References: a name, and what they say.
pub fn references(entries: &[&Value], style: &Style, tagger: &mut Tagger) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        if let Some(name) = entry["name"].as_str() {
            lines.push(Line::default().with(name, tagger.tag(SectionKind::References, at, Part::Field(Field::Name))));
        }
        if let Some(text) = entry["reference"].as_str() {
            let line = Line::default().with(text, tagger.tag(SectionKind::References, at, Part::Field(Field::Reference)));
            lines.extend(wrapped(line, style, ""));
        }
        lines.extend((0..style.entry_gap).map(|_| Line::blank()));
    }
    lines
}

/// Awards, certificates and publications.
pub fn small(kind: SectionKind, entries: &[&Value], style: &Style, tagger: &mut Tagger, rng: &mut Rng) -> Vec<Line> {
    let (name, by, date) = match kind {
        SectionKind::Awards => (Field::Title, Field::Awarder, "date"),
        SectionKind::Certificates => (Field::Name, Field::Issuer, "date"),
        _ => (Field::Name, Field::Publisher, "releaseDate"),
    };
    let mut lines = Vec::new();
    let bullet = if rng.chance(45) { style.bullet } else { "" };
    for (at, entry) in entries.iter().enumerate() {
        let Some(title) = entry[name.json_name()].as_str() else { continue };
        let title = (title, tagger.tag(kind, at, Part::Field(name)));
        let from = entry[by.json_name()].as_str().map(|t| (t, tagger.tag(kind, at, Part::Field(by))));
        let date = entry[date].as_str().map(|d| (dates::single(d, style), tagger.tag(kind, at, Part::Dates)));
        let label = Some(crate::render::Tag { section: SectionKind::Custom, part: Part::Tag, entry: 0, value: usize::MAX });
        let giver_key = match by {
            Field::Publisher => "publisher",
            _ => "issuer",
        };
        let start = || Line::default().with(bullet, None);
        // Each form: what stands before the giver and before the date; a line feed begins a line.
        let (giver, dated) = match style.small {
            0 => (", ", ", "),
            1 => (" – ", " ("),
            2 => ("\n", "\n"),
            3 => ("\n", "\t"),
            4 => (" | ", " | "),
            5 => (". ", ", "),
            6 => (" (", ", "),
            7 => ("\n+", "\n"),
            8 => ("\n", " · "),
            9 => (" ", "\n"),
            10 => (", ", "\n"),
            11 => ("\n", "\n+"),
            12 => (" · ", "    "),
            13 => (" - ", " "),
            _ => (" — ", "    "),
        };
        let mut line = start();
        if style.small == 14
            && rng.chance(50)
            && let Some((text, tag)) = &date
        {
            line = line.with(text.as_str(), *tag).with("  ", None);
        }
        let linked = entry["url"].as_str().filter(|_| style.linked && rng.chance(70));
        line = match linked {
            Some(url) => line.link(title, (url, tagger.tag(kind, at, Part::Field(Field::Url)))),
            None => line.with(title.0, title.1),
        };
        if let Some((text, tag)) = from {
            if let Some(before) = giver.strip_prefix('\n') {
                lines.push(std::mem::take(&mut line));
                if before == "+" {
                    let word = words::label(words::LABELS, &style.lang, giver_key, rng);
                    line = line.with(word, label).with(*rng.pick(&[" ", ": "]), None);
                }
                line = line.with(text, tag);
            } else {
                line = line.with(giver, None).with(text, tag);
                if giver == " (" {
                    line = line.with(")", None);
                }
            }
        }
        if let Some((text, tag)) = date.filter(|_| !(style.small == 14 && line.parts.len() > 4)) {
            if dated.starts_with('\n') {
                lines.push(std::mem::take(&mut line));
                if dated.ends_with('+') {
                    let word = words::label(words::LABELS, &style.lang, "date", rng);
                    line = line.with(word, label).with(*rng.pick(&[" ", ": ", " on "]), None);
                }
                line = line.with(text, tag);
            } else {
                line = line.with(dated, None).with(text, tag).with(if dated == " (" { ")" } else { "" }, None);
            }
        }
        lines.extend(wrapped(line, style, "  "));
        for (key, field) in [("url", Field::Url), ("summary", Field::Summary)] {
            let text = entry[key].as_str().filter(|_| !(key == "url" && linked.is_some()) && rng.chance(80));
            if let Some(text) = text {
                lines.extend(wrapped(Line::default().with(text, tagger.tag(kind, at, Part::Field(field))), style, ""));
            }
        }
        if bullet.is_empty() {
            lines.extend((0..style.entry_gap).map(|_| Line::blank()));
        }
    }
    lines
}
