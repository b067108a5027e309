//! The head of a document: who it is and how to reach them.

use faircopy::read::label::Part;
use faircopy::{Field, SectionKind};
use serde_json::Value;

use super::Tag;
use super::page::Line;
use super::sections::{heading, wrapped};
use super::style::{Headings, Style};
use crate::rng::Rng;

/// The lines before the first section.
pub fn lines(resume: &Value, style: &Style, rng: &mut Rng) -> Vec<Line> {
    let basics = &resume["basics"];
    let text = |key: &str| basics[key].as_str().filter(|t| !t.is_empty());
    let mut lines = Vec::new();
    let tag = |field: Field, value: usize| Some(Tag { section: SectionKind::Basics, part: Part::Field(field), entry: 0, value });
    let prefix = if style.markdown { "# " } else { "" };
    if rng.chance(8) {
        let junk = Tag { section: SectionKind::Custom, part: Part::Junk, entry: 0, value: usize::MAX };
        let title = *rng.pick(&["Curriculum Vitae", "Résumé", "CURRICULUM VITAE", "CV", "Resume", "Lebenslauf", "RESUME"]);
        lines.push(Line::default().with(title, Some(junk)));
    }
    if let Some(name) = text("name").filter(|_| !style.without_name) {
        let shown = if !style.markdown && rng.chance(20) { name.to_uppercase() } else { name.to_owned() };
        let line = Line::default().with(prefix, None).with(shown, tag(Field::Name, 1));
        match text("label") {
            Some(label) if rng.chance(15) => {
                lines.push(line.with(*rng.pick(&[", ", " – ", " | ", " - "]), None).with(label, tag(Field::Label, 2)));
            }
            Some(label) if rng.chance(85) => {
                lines.push(line);
                if rng.chance(15) {
                    lines.push(Line::blank());
                }
                let (open, close) = if style.markdown && rng.chance(40) { ("**", "**") } else { ("", "") };
                lines.push(Line::default().with(open, None).with(label, tag(Field::Label, 2)).with(close, None));
            }
            _ => lines.push(line),
        }
    }
    let contact = contact(resume, style, rng);
    let summary = summary(resume, style, rng);
    if rng.chance(20) {
        lines.extend(summary);
        lines.extend(contact);
    } else {
        lines.extend(contact);
        lines.extend(summary);
    }
    lines
}

/// A way to reach somebody.
struct Way<'a> {
    /// The word that may announce it.
    label: &'a str,
    text: String,
    tag: Tag,
    /// How it is written instead of its text.
    link: Option<Link>,
}

/// A link of Markdown, with what its words and its target are.
struct Link {
    words: String,
    words_tag: Option<Tag>,
    target: String,
    tag: Option<Tag>,
}

impl Link {
    fn on(self, line: Line) -> Line {
        line.link((self.words, self.words_tag), (self.target, self.tag))
    }

    /// An address with its scheme.
    fn full(url: &str) -> String {
        if url.contains("://") { url.to_owned() } else { format!("https://{url}") }
    }

    /// An address without its scheme.
    fn bare(url: &str) -> &str {
        url.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/')
    }
}

/// Ways to reach them, each with the word that may announce it.
fn contact(resume: &Value, style: &Style, rng: &mut Rng) -> Vec<Line> {
    let basics = &resume["basics"];
    let mut items: Vec<Way<'_>> = Vec::new();
    for (at, (key, field, label)) in
        [("email", Field::Email, "Email"), ("phone", Field::Phone, "Phone"), ("url", Field::Url, "Website")].into_iter().enumerate()
    {
        if let Some(text) = basics[key].as_str().filter(|t| !t.is_empty()) {
            let text = if key == "url" && rng.chance(60) {
                text.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/')
            } else {
                text
            };
            let tag = Tag { section: SectionKind::Basics, part: Part::Field(field), entry: 0, value: 3 + at };
            let link = (style.linked && rng.chance(80)).then(|| match key {
                "email" => Some(Link { words: text.to_owned(), words_tag: Some(tag), target: format!("mailto:{text}"), tag: None }),
                "url" => {
                    let target = Link::full(text);
                    let named = Tag { section: SectionKind::Custom, part: Part::Tag, entry: 0, value: usize::MAX };
                    let (words, words_tag) = if rng.chance(30) {
                        ((*rng.pick(&["Website", "Portfolio", "Homepage", "Blog"])).to_owned(), Some(named))
                    } else {
                        (Link::bare(text).to_owned(), None)
                    };
                    Some(Link { words, words_tag, target, tag: Some(tag) })
                }
                _ => None,
            });
            items.push(Way { label, text: text.to_owned(), tag, link: link.flatten() });
        }
    }
    let place = place(&basics["location"], rng);
    if !place.is_empty() {
        let tag = Tag { section: SectionKind::Basics, part: Part::Field(Field::Location), entry: 0, value: 6 };
        items.push(Way { label: "Address", text: place, tag, link: None });
    }
    let profiles = basics["profiles"].as_array().map_or(&[][..], Vec::as_slice);
    for (at, profile) in profiles.iter().enumerate() {
        let key = |key: &str| profile[key].as_str().unwrap_or_default();
        let url = key("url").trim_start_matches("https://").to_owned();
        let tag = Tag { section: SectionKind::Profiles, part: Part::Profile, entry: at, value: 7 + at };
        if style.linked && !url.is_empty() && rng.chance(80) {
            let (words, words_tag) = match rng.below(3) {
                0 if !key("network").is_empty() => (key("network"), Some(tag)),
                1 if !key("username").is_empty() => (key("username"), Some(tag)),
                _ => (Link::bare(&url), None),
            };
            let link = Link { words: words.to_owned(), words_tag, target: Link::full(&url), tag: Some(tag) };
            items.push(Way { label: "Profile", text: url, tag, link: Some(link) });
            continue;
        }
        let (label, text) = match rng.below(4) {
            0 | 1 if !url.is_empty() => ("Profile", url),
            2 if !key("network").is_empty() && !key("username").is_empty() => {
                ("Profile", format!("{} ({})", key("username"), key("network")))
            }
            _ if !key("network").is_empty() && !key("username").is_empty() => (key("network"), key("username").to_owned()),
            _ => ("Profile", url),
        };
        if !text.is_empty() {
            items.push(Way { label, text, tag, link: None });
        }
    }
    rng.shuffle(&mut items);
    let mut lines = Vec::new();
    if items.is_empty() || rng.chance(6) {
        return lines;
    }
    let named = rng.chance(35);
    if (style.columns != super::style::Columns::One || rng.chance(12)) && style.headings != Headings::None {
        lines.extend(heading(SectionKind::Basics, "basics", style, rng));
    }
    let announce = |line: Line, label: &str, tag: Tag, named: bool| {
        // A network's name before a user name is a part of the profile.
        if label != "Profile" && tag.section == SectionKind::Profiles {
            return line.with(label, Some(tag)).with(": ", None);
        }
        if named && label != "Profile" {
            let junk = Tag { section: SectionKind::Custom, part: Part::Tag, entry: 0, value: usize::MAX };
            return line.with(label, Some(junk)).with(": ", None);
        }
        line
    };
    if rng.chance(50) {
        for Way { label, text, tag, link } in items {
            let line = announce(Line::default(), label, tag, named);
            let broken = style.broken_contact && tag.part == Part::Field(Field::Location);
            match text.split_once(", ").filter(|_| broken) {
                _ if link.is_some() => lines.extend(link.map(|link| link.on(line))),
                Some((first, rest)) => {
                    lines.push(line.with(first, Some(tag)));
                    lines.push(Line::default().with(rest, Some(tag)));
                }
                None if style.broken_contact && line.parts.len() == 2 && named => {
                    // The word stands above what it announces.
                    let mut line = line;
                    line.parts.pop();
                    lines.push(line);
                    lines.push(Line::default().with(text, Some(tag)));
                }
                None => lines.push(line.with(text, Some(tag))),
            }
        }
    } else {
        let separator = *rng.pick(&[" | ", " · ", " • ", " / ", "   ", ", ", " — "]);
        let mut line = Line::default();
        for Way { label, text, tag, link } in items {
            if !line.parts.is_empty() {
                if line.width() > 60 && rng.chance(60) {
                    lines.push(std::mem::take(&mut line));
                } else {
                    line = line.with(separator, None);
                }
            }
            line = announce(line, label, tag, named);
            line = match link {
                Some(written) => written.on(line),
                None => line.with(text, Some(tag)),
            };
        }
        lines.push(line);
    }
    if rng.chance(50) {
        lines.push(Line::blank());
    }
    lines
}

fn place(location: &Value, rng: &mut Rng) -> String {
    if let Some(text) = location.as_str() {
        return text.to_owned();
    }
    let mut keys = vec!["city"];
    if rng.chance(25) {
        keys.insert(0, "address");
    }
    if rng.chance(25) {
        keys.insert(keys.len() - 1, "postalCode");
    }
    if rng.chance(60) {
        keys.push("region");
    }
    if rng.chance(60) {
        keys.push(if location["country"].is_string() { "country" } else { "countryCode" });
    }
    let parts: Vec<&str> = keys.iter().filter_map(|k| location[*k].as_str()).filter(|t| !t.is_empty()).collect();
    parts.join(", ")
}

fn summary(resume: &Value, style: &Style, rng: &mut Rng) -> Vec<Line> {
    let Some(text) = resume["basics"]["summary"].as_str().filter(|t| !t.is_empty()) else { return Vec::new() };
    let mut lines = Vec::new();
    if rng.chance(65) && style.headings != Headings::None {
        lines.push(Line::blank());
        lines.extend(heading(SectionKind::Basics, "summary", style, rng));
    } else if rng.chance(70) {
        lines.push(Line::blank());
    }
    let tag = Tag { section: SectionKind::Basics, part: Part::Field(Field::Summary), entry: 0, value: 40 };
    lines.extend(wrapped(Line::default().with(text, Some(tag)), style, ""));
    lines
}
