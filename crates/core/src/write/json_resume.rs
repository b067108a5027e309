//! JSON Resume 1.0.0.

use crate::json::{Json, JsonMap};
use crate::json_form::{HIDDEN, SCHEMA, WHOLE, flat, groups_of, json_of, main_field, same, split_groups, value_of};
use crate::order::{self, Numbers};
use crate::resume::{Entry, Field, Resume, SectionKind, Value};

/// The résumé as strict JSON Resume 1.0.0, with a line feed at the end. `unplaced` are the lines of its source that are in no field.
///
/// What a file was imported with and the model has no field for, or whose type is wrong, is written back as it was. What the
/// schema cannot hold (custom sections, the order of sections, a date that is not one) stands under `meta.faircopy`.
///
/// ```
/// use faircopy::{Field, Resume, Value, write};
/// let mut resume = Resume::default();
/// resume.basics.set(Field::Name, Value::Text("Ada Example".into()));
/// assert!(write::json(&resume, &[]).contains("\"name\": \"Ada Example\""));
/// ```
pub fn json(resume: &Resume, unplaced: &[String]) -> String {
    format!("{:#}\n", json_value(resume, unplaced))
}

/// The same, as a value instead of a text.
pub fn json_value(resume: &Resume, unplaced: &[String]) -> Json {
    let whole = resume.normalised();
    let resume = whole.published();
    let mut writer = Writer { texts: JsonMap::new() };
    let mut root = JsonMap::new();
    root.insert("$schema", resume.extra.get("$schema").cloned().unwrap_or_else(|| SCHEMA.into()));

    let mut basics = writer.fields(SectionKind::Basics, &resume.basics, "/basics");
    let profiles = writer.list(&resume, SectionKind::Profiles, "/basics/profiles");
    if let Some(profiles) = profiles.or_else(|| resume.basics.extra.get("profiles").cloned()) {
        basics.insert("profiles", profiles);
    }
    if !basics.is_empty() {
        root.insert("basics", Json::Object(basics));
    }
    for kind in
        SectionKind::ALL.into_iter().filter(|k| !matches!(k, SectionKind::Basics | SectionKind::Profiles | SectionKind::Custom))
    {
        if let Some(list) = writer.list(&resume, kind, &format!("/{}", kind.json_name())) {
            root.insert(kind.json_name(), list);
        }
    }
    let meta = writer.meta(&whole, unplaced);
    add_extra(&mut root, &resume.extra, |key| key == "meta");
    if let Some(meta) = meta {
        root.insert("meta", meta);
    }
    Json::Object(root)
}

struct Writer {
    /// Texts that the schema forbids in their place, by JSON Pointer (RFC 6901).
    texts: JsonMap,
}

impl Writer {
    /// The entries of a standard kind; `None` if it has none.
    fn list(&mut self, resume: &Resume, kind: SectionKind, pointer: &str) -> Option<Json> {
        let entries = resume.entries(kind);
        (!entries.is_empty())
            .then(|| entries.iter().enumerate().map(|(at, e)| self.entry(kind, e, &format!("{pointer}/{at}"))).collect())
    }

    fn entry(&mut self, kind: SectionKind, entry: &Entry, pointer: &str) -> Json {
        if let Some(whole) = entry.extra.get(WHOLE) {
            let meant = value_of(kind, main_field(kind), whole);
            let alone = entry.groups.is_empty() && entry.values().len() == usize::from(meant.is_some());
            if alone && same(meant.as_ref(), entry.get(main_field(kind))) {
                return whole.clone();
            }
        }
        Json::Object(self.fields(kind, entry, pointer))
    }

    fn fields(&mut self, kind: SectionKind, entry: &Entry, pointer: &str) -> JsonMap {
        let mut fields: Vec<Field> = kind.fields().iter().copied().chain(entry.values().iter().map(|v| v.0)).collect();
        // What the section has no place for is read back as what a file had beside it, which stands last.
        order::by_number(&mut fields, |field| u64::from(!kind.fields().contains(field)) << 8 | *field as u64);
        fields.dedup();
        let mut object = JsonMap::new();
        for field in fields {
            let key = field.json_name();
            let value = match flat(entry) {
                items if field == Field::Highlights && !items.is_empty() => Some(Value::List(items)),
                _ => entry.get(field).cloned(),
            };
            match (entry.extra.get(key), &value) {
                // An imported value stays as it was for as long as it means what the field says.
                (Some(original), _) if same(value_of(kind, field, original).as_ref(), value.as_ref()) => {
                    object.insert(key, original.clone());
                }
                (_, Some(value)) => self.value(kind, field, value, pointer, &mut object),
                _ => {}
            }
            if field == Field::Highlights && kind.has_groups() {
                insert_groups(entry, &mut object);
            }
        }
        // In a section without groups they are read back as what a file had beside its fields, and so stand after these. In others they have
        // their place by now, and stay in it.
        insert_groups(entry, &mut object);
        add_extra(&mut object, &entry.extra, |key| {
            let known = kind.fields().iter().any(|f| f.json_name() == key);
            let ours = key == WHOLE || kind == SectionKind::Basics && key == "profiles" || kind.has_groups() && key == "groups";
            known || ours
        });
        object
    }

    /// Puts a value in its place, and its text under `meta.faircopy.texts` where the place would not give it back.
    fn value(&mut self, kind: SectionKind, field: Field, value: &Value, pointer: &str, object: &mut JsonMap) {
        let key = field.json_name();
        if let (Value::Text(text), false) = (value, kind.fields().contains(&field)) {
            // Where there is no such place, nothing is forbidden in it.
            object.insert(key, text.as_str().into());
            return;
        }
        let json = json_of(kind, field, value);
        let read_back = json.as_ref().and_then(|json| value_of(kind, field, json));
        if let (Value::Text(text), false) = (value, same(read_back.as_ref(), Some(value))) {
            self.texts.add(format!("{pointer}/{key}"), text.as_str().into());
        }
        if let Some(json) = json {
            object.insert(key, json);
        }
    }

    /// The hidden entries of the standard sections, each with the place where it stands among the others.
    fn hidden(&mut self, resume: &Resume) -> Vec<Json> {
        let mut hidden = Vec::new();
        for section in resume.sections.iter().filter(|s| s.kind != SectionKind::Custom) {
            for (at, entry) in section.entries.iter().enumerate().filter(|(_, e)| e.hidden) {
                let pointer = format!("/meta/faircopy/hidden/{}/entry", hidden.len());
                let mut object = JsonMap::new();
                object.insert("section", section.kind.json_name().into());
                object.insert("at", (at as u64).into());
                object.insert("entry", self.entry(section.kind, entry, &pointer));
                hidden.push(Json::Object(object));
            }
        }
        hidden
    }

    /// The `meta` object: as imported, with ours under `faircopy`.
    fn meta(mut self, resume: &Resume, unplaced: &[String]) -> Option<Json> {
        let imported = resume.extra.get("meta");
        let mut meta = imported.and_then(Json::as_object).cloned().unwrap_or_default();
        let mut ours = meta.get("faircopy").and_then(Json::as_object).cloned().unwrap_or_default();
        // Ours stand in one order after what we do not know, however often the file is read and written.
        let imported_lines = ours.remove("unplaced");
        let had_lines = imported_lines.is_some();
        let mut lines = match imported_lines {
            Some(Json::List(lines)) => lines,
            _ => Vec::new(),
        };
        let mut known = Numbers::default();
        for line in lines.iter().filter_map(Json::as_str) {
            known.give(line.to_owned());
        }
        lines.extend(unplaced.iter().filter(|line| known.get(line).is_none()).map(|line| Json::from(line.as_str())));
        let custom = resume.sections.iter().filter(|s| s.kind == SectionKind::Custom);
        let mut sections: Vec<Json> = Vec::new();
        for section in custom {
            let mut object = JsonMap::new();
            if !section.heading.is_empty() {
                object.insert("heading", section.heading.as_str().into());
            }
            if !section.entries.is_empty() {
                let pointer = format!("/meta/faircopy/sections/{}/entries", sections.len());
                let entries = section.entries.iter().enumerate();
                let entry = |(at, e): (usize, &Entry)| {
                    let mut json = self.entry(SectionKind::Custom, e, &format!("{pointer}/{at}"));
                    if let (true, Json::Object(object)) = (e.hidden, &mut json) {
                        object.insert(HIDDEN, Json::Bool(true));
                    }
                    json
                };
                let entries = entries.map(entry).collect();
                object.insert("entries", entries);
            }
            sections.push(Json::Object(object));
        }
        if !sections.is_empty() {
            ours.insert("sections", sections.into());
        }
        let hidden = self.hidden(resume);
        if !hidden.is_empty() {
            ours.insert(HIDDEN, hidden.into());
        }
        let order: Vec<SectionKind> = resume.sections.iter().map(|s| s.kind).filter(|k| *k != SectionKind::Profiles).collect();
        let unseen = resume.sections.iter().any(|s| s.kind != SectionKind::Custom && s.entries.iter().all(|e| e.hidden));
        if unseen || !order.is_sorted() {
            ours.insert("order", order.into_iter().map(SectionKind::json_name).collect());
        }
        if !self.texts.is_empty() {
            ours.insert("texts", Json::Object(self.texts));
        }
        if !lines.is_empty() || had_lines {
            ours.insert("unplaced", lines.into());
        }
        if ours.is_empty() {
            return imported.cloned();
        }
        if let Some(wrong) = imported.filter(|meta| meta.as_object().is_none()) {
            ours.insert("meta", wrong.clone());
        }
        meta.insert("faircopy", Json::Object(ours));
        Some(Json::Object(meta))
    }
}

/// Adds what an imported file had, but for the keys that are written already and those that `ours` names.
fn add_extra(object: &mut JsonMap, extra: &JsonMap, ours: impl Fn(&str) -> bool) {
    let more: Vec<_> = extra.iter().filter(|(key, _)| !ours(key) && !object.contains_key(key)).cloned().collect();
    for (key, value) in more {
        object.add(key, value);
    }
}

fn insert_groups(entry: &Entry, object: &mut JsonMap) {
    if let Some(original) = entry.extra.get("groups") {
        let (own, groups, _) = split_groups(flat(entry), original);
        let same_items = own.iter().map(|i| &i.text).eq(entry.list(Field::Highlights).iter().map(|i| &i.text));
        if same_items && groups_of(&groups) == groups_of(&entry.groups) {
            object.insert("groups", original.clone());
            return;
        }
    }
    if !entry.groups.is_empty() {
        object.insert("groups", groups_of(&entry.groups));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::PartialDate;
    use crate::resume::{Group, Id, Item};

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn items(texts: &[&str]) -> Vec<Item> {
        texts.iter().map(|t| Item { id: Id(0), text: (*t).to_owned() }).collect()
    }

    #[track_caller]
    fn check(resume: &Resume, unplaced: &[String], expected: &serde_json::Value) {
        let mut written: serde_json::Value = serde_json::from_str(&json(resume, unplaced)).unwrap();
        assert_eq!(written.as_object_mut().unwrap().remove("$schema"), Some(SCHEMA.into()));
        assert_eq!(&written, expected, "{written:#}");
    }

    #[test]
    fn writes_jobs_with_groups() {
        let mut resume = Resume::default();
        let mut job = Entry::new(Id(1));
        job.set(Field::Name, text("Northlight"));
        job.set(Field::StartDate, Value::Date(PartialDate::new(2018, None, None).unwrap()));
        job.set(Field::EndDate, text("some time in 2020"));
        job.set(Field::Url, text("example.org"));
        job.set(Field::Highlights, Value::List(items(&["a"])));
        job.groups.push(Group { id: Id(2), name: "G".into(), highlights: items(&["b"]) });
        resume.section_mut(SectionKind::Work).entries.push(job);
        check(
            &resume,
            &["left over".to_owned()],
            &serde_json::json!({
                "work": [{
                    "name": "Northlight",
                    "url": "https://example.org",
                    "startDate": "2018",
                    "highlights": ["a", "b"],
                    "groups": [{"name": "G", "highlights": ["b"]}],
                }],
                "meta": {"faircopy": {"texts": {"/work/0/endDate": "some time in 2020"}, "unplaced": ["left over"]}},
            }),
        );
    }

    #[test]
    fn a_value_without_a_place_stands_last_and_stays_there() {
        let mut resume = Resume::default();
        let mut entry = Entry::new(Id(1));
        for (field, value) in [(Field::Name, "CPA"), (Field::Location, "Oslo"), (Field::Issuer, "Institute")] {
            entry.set(field, text(value));
        }
        resume.section_mut(SectionKind::Certificates).entries.push(entry);
        let written = json(&resume, &[]);
        assert!(written.find("issuer") < written.find("location"), "{written}");
        assert_eq!(json(&crate::read_json(&written).resume, &[]), written);
    }

    #[test]
    fn keeps_hidden_entries_under_meta() {
        let mut resume = Resume::default();
        for (id, name) in [(1, "Shown"), (2, "Hidden"), (3, "Shown as well")] {
            let mut job = Entry::new(Id(id));
            job.hidden = id == 2;
            job.set(Field::Name, text(name));
            job.set(Field::EndDate, text("some time"));
            resume.section_mut(SectionKind::Work).entries.push(job);
        }
        let mut talk = Entry::new(Id(4));
        talk.set(Field::Name, text("On engines"));
        talk.hidden = true;
        resume.sections.push(crate::resume::Section {
            id: Id(5),
            kind: SectionKind::Custom,
            heading: "Talks".into(),
            entries: vec![talk],
        });
        check(
            &resume,
            &[],
            &serde_json::json!({
                "work": [{"name": "Shown"}, {"name": "Shown as well"}],
                "meta": {"faircopy": {
                    "sections": [{"heading": "Talks", "entries": [{"name": "On engines", "hidden": true}]}],
                    "hidden": [{"section": "work", "at": 1, "entry": {"name": "Hidden"}}],
                    "texts": {
                        "/work/0/endDate": "some time",
                        "/work/1/endDate": "some time",
                        "/meta/faircopy/hidden/0/entry/endDate": "some time",
                    },
                }},
            }),
        );
        let read = crate::read_json(&json(&resume, &[])).resume;
        assert!(read.same(&resume), "{read:#?}");
        let markdown = crate::write::markdown(&resume);
        assert!(!markdown.contains("Hidden") && !markdown.contains("Talks"), "{markdown}");
    }

    #[test]
    fn writes_what_the_schema_forbids_under_meta() {
        let mut resume = Resume::default();
        resume.basics.set(Field::Email, text("ada at example"));
        resume.basics.set(Field::Location, text("London SW1A 1AA, UK"));
        let mut talk = Entry::new(Id(1));
        talk.set(Field::Name, text("On engines"));
        let custom = crate::resume::Section { id: Id(2), kind: SectionKind::Custom, heading: "Talks".into(), entries: vec![talk] };
        resume.sections.push(custom);
        let mut school = Entry::new(Id(3));
        school.set(Field::Institution, text("School"));
        resume.section_mut(SectionKind::Education).entries.push(school);
        check(
            &resume,
            &[],
            &serde_json::json!({
                "basics": {"location": {"postalCode": "SW1A 1AA", "city": "London", "countryCode": "GB", "country": "UK"}},
                "education": [{"institution": "School"}],
                "meta": {"faircopy": {
                    "sections": [{"heading": "Talks", "entries": [{"name": "On engines"}]}],
                    "order": ["sections", "education"],
                    "texts": {"/basics/email": "ada at example", "/basics/location": "London SW1A 1AA, UK"},
                }},
            }),
        );
    }
}
