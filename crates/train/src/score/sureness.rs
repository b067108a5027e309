//! How sure a reading is of each of its values, by where they stand in JSON Resume.

use std::collections::HashMap;

use faircopy::{Field, Id, Parsed, Place, SectionKind};

/// A value's confidence by its section and, within it, entry, key and position in a list.
#[derive(Debug, Default)]
pub struct Sureness {
    all: HashMap<(String, (usize, String, usize)), f32>,
}

impl Sureness {
    /// What a reading says of itself. A value that is made of several is as sure as the least sure of them.
    pub fn new(parsed: &Parsed) -> Self {
        let known: HashMap<Place, f32> = parsed.provenance.iter().map(|p| (p.place, p.confidence)).collect();
        let of = |owner: Id, field: Field| known.get(&Place { owner, field }).copied();
        let resume = parsed.resume.normalised();
        let mut sureness = Self::default();
        for kind in SectionKind::ALL {
            let entries = if kind == SectionKind::Basics { std::slice::from_ref(&resume.basics) } else { resume.entries(kind) };
            for (at, entry) in entries.iter().enumerate() {
                let texts = entry.values().iter().filter_map(|&(field, _)| Some((field, of(entry.id, field)?)));
                let texts: Vec<(Field, f32)> = texts.collect();
                let least =
                    |fields: &[Field]| texts.iter().filter(|(field, _)| fields.contains(field)).map(|t| t.1).reduce(f32::min);
                if kind == SectionKind::Profiles {
                    sureness.set("basics", (0, "profiles", at), least(&[Field::Url, Field::Username, Field::Network]));
                    continue;
                }
                let section = kind.json_name();
                for &(field, confidence) in &texts {
                    sureness.set(section, (at, field.json_name(), 0), Some(confidence));
                }
                sureness.set(section, (at, "degree", 0), least(&[Field::StudyType, Field::Area]));
                for &(field, _) in entry.values() {
                    for (number, item) in entry.list(field).iter().enumerate() {
                        sureness.set(section, (at, field.json_name(), number), of(item.id, field));
                    }
                }
                for (number, item) in entry.all_highlights().enumerate() {
                    sureness.set(section, (at, Field::Highlights.json_name(), number), of(item.id, Field::Highlights));
                }
                for (number, group) in entry.groups.iter().enumerate() {
                    sureness.set(section, (at, "groups.name", number), of(group.id, Field::Name));
                }
            }
        }
        sureness
    }

    fn set(&mut self, section: &str, (entry, key, number): (usize, &str, usize), confidence: Option<f32>) {
        if let Some(confidence) = confidence {
            self.all.insert((section.to_owned(), (entry, key.to_owned(), number)), confidence);
        }
    }

    /// How sure a value is, by its section, entry, key and position.
    pub fn of(&self, section: &str, (entry, key, number): (usize, &str, usize)) -> Option<f32> {
        self.all.get(&(section.to_owned(), (entry, key.to_owned(), number))).copied()
    }
}
