//! What is scored: the fields of each section, and an entry's values in them.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::place::place_text;
use super::similar::{Rule, profile_text};
use super::sureness::Sureness;
use super::wording::{Text, plain};

const NAME: Rule = Rule::Words(0.8);
const PROSE: Rule = Rule::Words(0.85);
const BULLET: Rule = Rule::Words(0.9);
const PLACE: Rule = Rule::Place(0.75);

/// A section by its key, and its fields with their rules.
pub struct Scored {
    /// The key in JSON Resume.
    pub section: &'static str,
    /// The fields: keys, but for "degree" (`studyType` and `area` together) and "groups.name".
    pub fields: &'static [(&'static str, Rule)],
}

impl Scored {
    /// Whether it is compared as a whole rather than entry by entry.
    pub fn is_one(&self) -> bool {
        ["basics", "skills", "interests"].contains(&self.section)
    }
}

/// All that is scored.
pub const SECTIONS: &[Scored] = &[
    Scored {
        section: "basics",
        fields: &[
            ("name", Rule::Words(0.99)),
            ("label", NAME),
            ("email", Rule::Url),
            ("phone", Rule::Phone),
            ("url", Rule::Url),
            ("location", PLACE),
            ("summary", PROSE),
            ("profiles", Rule::Profile),
        ],
    },
    Scored {
        section: "work",
        fields: &[
            ("name", NAME),
            ("position", NAME),
            ("location", PLACE),
            ("startDate", Rule::Date),
            ("endDate", Rule::Date),
            ("summary", PROSE),
            ("url", Rule::Url),
            ("highlights", BULLET),
            ("groups.name", NAME),
        ],
    },
    Scored {
        section: "volunteer",
        fields: &[
            ("organization", NAME),
            ("position", NAME),
            ("startDate", Rule::Date),
            ("endDate", Rule::Date),
            ("summary", PROSE),
            ("highlights", BULLET),
        ],
    },
    Scored {
        section: "education",
        fields: &[
            ("institution", NAME),
            ("degree", Rule::Degree(0.75)),
            ("startDate", Rule::Date),
            ("endDate", Rule::Date),
            ("location", PLACE),
            ("score", Rule::Score),
            ("courses", NAME),
        ],
    },
    Scored {
        section: "projects",
        fields: &[
            ("name", NAME),
            ("description", PROSE),
            ("url", Rule::Url),
            ("startDate", Rule::Date),
            ("endDate", Rule::Date),
            ("highlights", BULLET),
        ],
    },
    Scored { section: "certificates", fields: &[("name", NAME), ("issuer", NAME), ("date", Rule::Date), ("url", Rule::Url)] },
    Scored { section: "awards", fields: &[("title", NAME), ("awarder", NAME), ("date", Rule::Date), ("summary", PROSE)] },
    Scored {
        section: "publications",
        fields: &[("name", NAME), ("publisher", NAME), ("releaseDate", Rule::Date), ("url", Rule::Url), ("summary", PROSE)],
    },
    Scored { section: "languages", fields: &[("language", NAME), ("fluency", NAME)] },
    Scored { section: "interests", fields: &[("units", Rule::Exact)] },
    Scored { section: "references", fields: &[("name", NAME), ("reference", PROSE)] },
    Scored { section: "skills", fields: &[("keywords", Rule::Exact), ("name", NAME)] },
];

/// A value, or an item of a list.
#[derive(Clone, Debug)]
pub struct Unit {
    /// What it says.
    pub text: Text,
    /// Whether a known reading leaves open if it is there.
    pub optional: bool,
    /// How sure a reading is of it.
    pub confidence: Option<f32>,
}

/// An entry's values by the fields of its section; `None` where a known reading says nothing.
pub type Record = Vec<Option<Vec<Unit>>>;

/// Whose résumé is looked at.
pub enum Side<'a> {
    /// The known reading.
    Known,
    /// What was read, and how sure of it.
    Read(&'a Sureness),
}

/// A value before it is compared, and where it stands: an entry, a key of it, a position in its list.
type Found = (String, (usize, &'static str, usize));

/// A section's entries; `None` where the known reading says nothing of it.
pub fn records(scored: &Scored, resume: &Value, side: &Side) -> Option<Vec<Record>> {
    let value = resume.get(scored.section);
    let known = matches!(side, Side::Known);
    if known && value.is_some_and(is_open) {
        return None;
    }
    let entries = as_list(value);
    let unit = |found| units(found, scored.section, side);
    Some(match scored.section {
        "basics" => vec![record(scored, value, 0, side)],
        "skills" => {
            let holds_terms = |e: &Value| !as_list(e.get("keywords")).is_empty();
            let names = entries
                .iter()
                .enumerate()
                .filter(|(_, e)| holds_terms(e))
                .flat_map(|(at, e)| found(e.get("name"), at, "name", text_of));
            let names = unit(names.collect());
            vec![vec![Some(unit(terms(&entries))), (!known || !names.is_empty()).then_some(names)]]
        }
        "interests" => {
            let names = entries.iter().enumerate().flat_map(|(at, e)| found(name_of(e), at, "name", text_of));
            vec![vec![Some(unit(terms(&entries).into_iter().chain(names).collect()))]]
        }
        _ => entries.iter().enumerate().map(|(at, e)| record(scored, Some(*e), at, side)).collect(),
    })
}

/// The keywords of all entries; an entry without stands for itself.
fn terms(entries: &[&Value]) -> Vec<Found> {
    let of = |(at, entry): (usize, &&Value)| match entry.get("keywords").filter(|k| !as_list(Some(*k)).is_empty()) {
        Some(keywords) => found(Some(keywords), at, "keywords", text_of),
        None => found(name_of(entry), at, "name", text_of),
    };
    entries.iter().enumerate().flat_map(of).collect()
}

/// An entry's name; an entry may be a text itself.
fn name_of(entry: &Value) -> Option<&Value> {
    if entry.is_object() { entry.get("name") } else { Some(entry) }
}

fn record(scored: &Scored, entry: Option<&Value>, at: usize, side: &Side) -> Record {
    let empty = Map::new();
    let entry = entry.and_then(Value::as_object).unwrap_or(&empty);
    let groups: Vec<&Value> = as_list(entry.get("groups")).into_iter().filter(|g| g.is_object()).collect();
    let field = |&(field, _): &(&'static str, Rule)| {
        let sources: &[&str] = match field {
            "degree" => &["studyType", "area"],
            "groups.name" => &["groups"],
            _ => &[field],
        };
        if matches!(side, Side::Known) && sources.iter().any(|s| entry.get(*s).is_some_and(is_open)) {
            return None;
        }
        let all = match field {
            "degree" => {
                let parts = sources.iter().filter_map(|s| entry.get(*s)).map(text_of).filter(|text| !text.is_empty());
                vec![(parts.collect::<Vec<_>>().join(" "), (at, field, 0))]
            }
            "groups.name" => {
                let names = groups.iter().enumerate();
                names.map(|(number, g)| (g.get("name").map(text_of).unwrap_or_default(), (at, field, number))).collect()
            }
            "highlights" => {
                let own = as_list(entry.get(field)).into_iter();
                let all = own.chain(groups.iter().flat_map(|g| as_list(g.get("highlights"))));
                all.enumerate().map(|(number, text)| (text_of(text), (at, field, number))).collect()
            }
            "location" => found(entry.get(field), at, field, place_text),
            "profiles" => found(entry.get(field), at, field, profile_text),
            _ => found(entry.get(field), at, field, text_of),
        };
        Some(units(all, scored.section, side))
    };
    scored.fields.iter().map(field).collect()
}

fn found(value: Option<&Value>, at: usize, key: &'static str, to_text: fn(&Value) -> String) -> Vec<Found> {
    let said = |value: &Value| !matches!(value, Value::Null) && value != &Value::Object(Map::new());
    let values = as_list(value).into_iter().enumerate().filter(|(_, value)| said(value));
    values.map(|(number, value)| (to_text(value), (at, key, number))).collect()
}

/// What is found as values to compare, each once.
fn units(found: Vec<Found>, section: &str, side: &Side) -> Vec<Unit> {
    let mut known: HashSet<String> = HashSet::new();
    let mut all = Vec::new();
    for (text, place) in found {
        let text = text.trim();
        let key = Some(plain(text)).filter(|key| !key.is_empty()).unwrap_or_else(|| text.to_owned());
        if text.is_empty() || !known.insert(key) {
            continue;
        }
        let (said, confidence) = match side {
            Side::Known => (text.strip_prefix("?:").map_or(text, str::trim), None),
            Side::Read(sureness) => (text, sureness.of(section, place)),
        };
        all.push(Unit { text: Text::new(said), optional: said.len() < text.len(), confidence });
    }
    all
}

fn is_open(value: &Value) -> bool {
    value.is_null() || value == "?"
}

fn as_list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(values)) => values.iter().collect(),
        None | Some(Value::Null) => Vec::new(),
        Some(Value::String(text)) if text.is_empty() => Vec::new(),
        Some(value) => vec![value],
    }
}

/// A text, or another value written as one.
pub fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
