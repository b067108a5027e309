//! A known reading as units: values that segments of the text can stand for.

use std::collections::HashSet;

use faircopy::read::label::Part;
use faircopy::{Field, PartialDate, SectionKind};
use serde_json::Value;

/// One value of a known reading.
pub struct Unit {
    /// Its section.
    pub section: SectionKind,
    /// Which entry of the section it belongs to.
    pub entry: usize,
    /// What part of the entry it is.
    pub part: Part,
    /// Its words, as compared; empty for dates.
    pub words: Vec<String>,
    /// For dates: first and last.
    pub dates: Option<(Option<PartialDate>, Option<PartialDate>)>,
}

/// A known reading's units, and whether it leaves something open (a `null`).
pub fn units(expected: &Value) -> (Vec<Unit>, bool) {
    let mut all = Collector { units: Vec::new(), open: false };
    for kind in SectionKind::ALL {
        match kind {
            SectionKind::Basics => all.basics(&expected["basics"]),
            SectionKind::Profiles | SectionKind::Custom => {}
            kind => all.section(kind, &expected[kind.json_name()], expected.get(kind.json_name()).is_some()),
        }
    }
    (all.units, all.open)
}

struct Collector {
    units: Vec<Unit>,
    open: bool,
}

impl Collector {
    fn text(&mut self, section: SectionKind, entry: usize, part: Part, text: &str) {
        let words = words(text.strip_prefix("?:").unwrap_or(text));
        if !words.is_empty() {
            self.units.push(Unit { section, entry, part, words, dates: None });
        }
    }

    fn field(&mut self, section: SectionKind, entry: usize, field: Field, value: &Value) {
        match value {
            Value::String(text) if text == "?" => self.open = true,
            Value::String(text) => self.text(section, entry, Part::Field(field), text),
            _ => {}
        }
    }

    fn basics(&mut self, basics: &Value) {
        let Value::Object(map) = basics else { return };
        self.open |= map.values().any(Value::is_null);
        for &field in SectionKind::Basics.fields() {
            self.field(SectionKind::Basics, 0, field, &basics[field.json_name()]);
        }
        let location = &basics["location"];
        let part = |key: &str| location[key].as_str().unwrap_or_default();
        let order =
            [["address", "postalCode", "city", "region"], ["address", "city", "region", "postalCode"], ["city", "region", "", ""]];
        let mut seen = HashSet::new();
        for keys in order {
            let code = part("countryCode");
            for country in country_names(code).chain([code]) {
                let joined = keys.map(part).join(" ") + " " + country;
                if seen.insert(words(&joined)) {
                    self.text(SectionKind::Basics, 0, Part::Field(Field::Location), &joined);
                }
            }
        }
        for (entry, profile) in list(&basics["profiles"]).iter().enumerate() {
            let key = |key: &str| profile[key].as_str().unwrap_or_default().to_owned();
            let forms = [key("url"), key("username"), format!("{} {}", key("network"), key("username"))];
            let mut seen = HashSet::new();
            for form in forms {
                if seen.insert(words(&form)) {
                    self.text(SectionKind::Profiles, entry, Part::Profile, &form);
                }
            }
        }
    }

    fn section(&mut self, kind: SectionKind, entries: &Value, given: bool) {
        self.open |= given && entries.is_null();
        let mut all_terms = String::new();
        for (at, entry) in list(entries).iter().enumerate() {
            if let Value::String(text) = entry {
                self.text(kind, at, Part::Field(Field::Name), text);
                continue;
            }
            self.open |= entry.as_object().is_some_and(|o| o.values().any(Value::is_null));
            for &field in kind.fields() {
                let value = &entry[field.json_name()];
                let flat = kind == SectionKind::Skills && field == Field::Name && list(&entry["keywords"]).is_empty();
                let field = if flat { Field::Keywords } else { field };
                match field.kind() {
                    faircopy::FieldKind::Date => {}
                    faircopy::FieldKind::Terms | faircopy::FieldKind::Bullets => {
                        let items: Vec<&str> = list(value).iter().filter_map(Value::as_str).chain(value.as_str()).collect();
                        for item in &items {
                            self.text(kind, at, Part::Field(field), item);
                        }
                        if field != Field::Highlights && items.len() > 1 {
                            self.text(kind, at, Part::Field(field), &items.join(" "));
                        }
                    }
                    _ => self.field(kind, at, field, value),
                }
            }
            let date = |key: &str| entry[key].as_str().and_then(|d| d.trim_start_matches("?: ").parse().ok());
            let (first, last) = match kind {
                SectionKind::Publications => (date("releaseDate"), None),
                SectionKind::Awards | SectionKind::Certificates => (date("date"), None),
                _ => (date("startDate"), date("endDate")),
            };
            if first.is_some() || last.is_some() {
                self.units.push(Unit {
                    section: kind,
                    entry: at,
                    part: Part::Dates,
                    words: Vec::new(),
                    dates: Some((first, last)),
                });
            }
            for group in list(&entry["groups"]) {
                if let Some(name) = group["name"].as_str() {
                    self.text(kind, at, Part::Group, name);
                }
                for bullet in list(&group["highlights"]).iter().filter_map(Value::as_str) {
                    self.text(kind, at, Part::Field(Field::Highlights), bullet);
                }
            }
            if kind == SectionKind::Education {
                let both = ["studyType", "area"].map(|k| entry[k].as_str().unwrap_or_default()).join(" ");
                self.text(kind, at, Part::Field(Field::StudyType), &both);
            }
            let name = ["language", "name"].iter().find_map(|k| entry[*k].as_str()).unwrap_or_default();
            let rest = ["fluency", "keywords"]
                .iter()
                .filter_map(|k| entry.get(*k))
                .flat_map(|v| v.as_str().into_iter().chain(list(v).iter().filter_map(Value::as_str)));
            all_terms = rest.fold(all_terms + " " + name, |all, term| all + " " + term);
        }
        // A line that lists a whole section stands for all of its entries.
        let part = match kind {
            SectionKind::Skills => Part::Field(Field::Keywords),
            SectionKind::Languages => Part::Field(Field::Language),
            SectionKind::Interests => Part::Field(Field::Name),
            _ => return,
        };
        if list(entries).len() > 1 {
            self.text(kind, 0, part, &all_terms);
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The words of a text, as compared: lower case, letters and digits; a Chinese or Japanese character is a word.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let unspaced = matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
        if !c.is_alphanumeric() && !"+#".contains(c) {
            open = false;
            continue;
        }
        if open && !unspaced {
            if let Some(word) = words.last_mut() {
                word.push(c);
            }
        } else {
            words.push(c.to_string());
        }
        open = !unspaced;
    }
    words
}

/// The names of a country by its ISO 3166-1 code; none for an unknown code.
fn country_names(code: &str) -> impl Iterator<Item = &str> {
    let countries = include_str!("../../core/lexicon/countries.txt").lines().filter_map(|line| line.split_once(' '));
    countries.filter(move |country| country.0 == code).flat_map(|country| country.1.split(';'))
}
