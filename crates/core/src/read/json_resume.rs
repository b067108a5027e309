//! JSON Resume: lenient. What the model has no field for, or whose type is wrong, is kept as it was.

mod meta;

use crate::json::{Json, JsonError, JsonMap};
use crate::json_form::{SCHEMA, WHOLE, flat, groups_of, json_of, main_field, split_groups, value_of};
use crate::order::by_number;
use crate::parsed::{Decoration, Finding, Ledger, Parsed, Unplaced, Use};
use crate::resume::{Entry, Field, Resume, Section, SectionKind, Value};
use crate::source::{SourceText, Span};

/// No reading has more findings than this; one more says how many were left out.
const MOST_FINDINGS: usize = 20;

/// Reads JSON Resume of any version and quality.
///
/// Nulls, empty texts, values of a wrong type and unknown keys are kept in `extra`, so that [`crate::write::json`] writes them
/// back as they were. Text that is not JSON gives an empty résumé, a finding with line and column, and all of it unplaced.
///
/// ```
/// use faircopy::{Field, read_json};
/// assert_eq!(read_json(r#"{"basics": {"name": "Ada"}}"#).resume.basics.text(Field::Name), Some("Ada"));
/// assert!(read_json("{\"basics\": ").findings[0].message.contains("line 1"));
/// ```
pub fn read_json(text: &str) -> Parsed {
    let source = SourceText::new(text);
    let trimmed = text.trim_start_matches('\u{feff}');
    let root = match trimmed.parse::<Json>() {
        Ok(Json::Object(root)) => root,
        Ok(_) => {
            let message =
                "This is JSON, but not a résumé: it should be one object in braces, with keys such as \"basics\" and \"work\".";
            return nothing(source, Finding { message: message.to_owned(), span: None });
        }
        Err(error) => {
            let finding = not_json(&source, error);
            return nothing(source, finding);
        }
    };
    let mut reader = Reader { resume: Resume::default(), findings: Vec::new(), hidden: Vec::new() };
    reader.root(root);
    let unplaced = reader.unplaced(&source);
    let Reader { resume, findings, .. } = reader;
    let ledger = Ledger::new(&source, &claims(&source, &unplaced));
    Parsed { ledger, resume, findings: at_most(findings), unplaced, source, provenance: Vec::new() }
}

/// What is left of a text that cannot be read as JSON Resume: all of it, unplaced.
fn nothing(source: SourceText, finding: Finding) -> Parsed {
    let ledger = Ledger::new(&source, &[]);
    let unplaced = ledger.rows().iter().filter(|r| r.1 == Use::Unplaced).map(|&(span, _)| Unplaced { span }).collect();
    Parsed { source, ledger, unplaced, findings: vec![finding], ..Parsed::default() }
}

fn not_json(source: &SourceText, error: JsonError) -> Finding {
    let message = format!("This is not valid JSON: {error}. Put that right, or paste the text of the résumé instead.");
    // JSON's lines end at line feeds, and ours at all line endings: the span is that of the line only where both agree.
    let line = source.lines().get(error.line - 1).map(|l| l.span).filter(|_| !source.text().contains('\r'));
    Finding { message, span: line }
}

fn at_most(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() > MOST_FINDINGS {
        let more = findings.len() - MOST_FINDINGS;
        findings.truncate(MOST_FINDINGS);
        findings.push(Finding { message: format!("And {more} more of the kind."), span: None });
    }
    findings
}

/// The whole file is syntax, but for the unplaced lines that it carries.
fn claims(source: &SourceText, unplaced: &[Unplaced]) -> Vec<(Span, Use)> {
    let mut claims = Vec::with_capacity(unplaced.len() * 2 + 1);
    let mut done = 0;
    for Unplaced { span } in unplaced {
        claims.push((Span { start: done, end: span.start }, Use::Decoration(Decoration::Syntax)));
        claims.push((*span, Use::Unplaced));
        done = span.end;
    }
    claims.push((Span { start: done, end: source.text().len() as u32 }, Use::Decoration(Decoration::Syntax)));
    claims
}

struct Reader {
    resume: Resume,
    findings: Vec<Finding>,
    /// Hidden entries, each with its section and its place in it, until the others are read.
    hidden: Vec<(SectionKind, usize, Entry)>,
}

impl Reader {
    fn root(&mut self, root: JsonMap) {
        let mut order = None;
        let mut texts = JsonMap::new();
        let mut known = false;
        for (key, value) in root {
            let kind = SectionKind::ALL[2..13].iter().copied().find(|k| k.json_name() == key);
            match (key.as_str(), kind, value) {
                ("$schema", _, value) if value.as_str() == Some(SCHEMA) => {}
                ("basics", _, Json::Object(basics)) if !basics.is_empty() => {
                    known = true;
                    self.basics(basics);
                }
                ("meta", _, Json::Object(meta)) => order = self.meta(meta, &mut texts),
                (_, Some(kind), Json::List(list)) => {
                    known = true;
                    self.section(kind, list, &key);
                }
                (key, kind, value) => {
                    if (kind.is_some() || key == "basics") && !says_nothing(&value) {
                        let wanted = if key == "basics" { "an object in braces" } else { "a list in square brackets" };
                        self.find(format!("\"{key}\" should be {wanted}. It is kept in the JSON as it was, but not shown."));
                    }
                    known |= kind.is_some() || key == "basics";
                    self.resume.extra.add(key.to_owned(), value);
                }
            }
        }
        self.restore(&texts);
        self.put_back();
        if let Some(order) = order {
            self.reorder(&order);
        } else {
            usual_order(&mut self.resume.sections);
        }
        if !known && self.resume.sections.is_empty() {
            self.find("This JSON has none of the keys of a résumé, such as \"basics\", \"work\" or \"education\".".to_owned());
        }
    }

    fn find(&mut self, message: String) {
        self.findings.push(Finding { message, span: None });
    }

    fn basics(&mut self, mut basics: JsonMap) {
        match basics.remove("profiles") {
            Some(Json::List(list)) if !list.is_empty() => self.section(SectionKind::Profiles, list, "basics.profiles"),
            Some(other) => {
                self.resume.basics.extra.insert("profiles", other);
            }
            None => {}
        }
        let mut entry = std::mem::take(&mut self.resume.basics);
        self.fields(SectionKind::Basics, basics, &mut entry, "basics");
        self.resume.basics = entry;
    }

    fn section(&mut self, kind: SectionKind, list: Vec<Json>, path: &str) {
        if list.is_empty() {
            self.resume.extra.insert(kind.json_name(), Json::List(list));
            return;
        }
        let entries = self.entries(kind, list, path);
        self.resume.section_mut(kind).entries = entries;
    }

    fn entries(&mut self, kind: SectionKind, list: Vec<Json>, path: &str) -> Vec<Entry> {
        let read = |(at, json): (usize, Json)| {
            let path = format!("{path}[{at}]");
            let mut entry = Entry::new(self.resume.fresh_id());
            match json {
                Json::Object(object) if !object.is_empty() => self.fields(kind, object, &mut entry, &path),
                whole => {
                    match value_of(kind, main_field(kind), &whole) {
                        Some(value) => self.set(&mut entry, main_field(kind), value),
                        None if !says_nothing(&whole) => {
                            self.find(format!(
                                "\"{path}\" should be an object in braces. It is kept in the JSON as it was, but not shown."
                            ));
                        }
                        None => {}
                    }
                    entry.extra.insert(WHOLE, whole);
                }
            }
            entry
        };
        list.into_iter().enumerate().map(read).collect()
    }

    fn fields(&mut self, kind: SectionKind, object: JsonMap, entry: &mut Entry, path: &str) {
        let mut groups = None;
        for (key, json) in object {
            if key == "groups" && kind.has_groups() {
                groups = Some(json);
                continue;
            }
            let Some(&field) = kind.fields().iter().find(|f| f.json_name() == key) else {
                entry.extra.add(key, json);
                continue;
            };
            let value = value_of(kind, field, &json);
            let written = value.as_ref().and_then(|v| json_of(kind, field, v));
            if let Some(message) = complaint(field, value.as_ref(), &json) {
                self.find(format!("\"{path}.{key}\" {message}"));
            }
            if let Some(value) = value {
                self.set(entry, field, value);
            }
            if written.as_ref() != Some(&json) {
                entry.extra.add(key, json);
            }
        }
        if let Some(groups) = groups {
            self.groups(entry, groups, path);
        }
    }

    fn groups(&mut self, entry: &mut Entry, json: Json, path: &str) {
        let (own, groups, missing) = split_groups(flat(entry), &json);
        if missing > 0 {
            self.find(format!(
                "\"{path}.groups\" names {missing} highlights that \"highlights\" does not have; they were left out."
            ));
        }
        self.set(entry, Field::Highlights, Value::List(own));
        for mut group in groups {
            group.id = self.resume.fresh_id();
            for item in &mut group.highlights {
                item.id = self.resume.fresh_id();
            }
            entry.groups.push(group);
        }
        if entry.groups.is_empty() || groups_of(&entry.groups) != json {
            entry.extra.insert("groups", json);
        }
    }

    /// Sets a field, with fresh ids for the items of a list.
    fn set(&mut self, entry: &mut Entry, field: Field, mut value: Value) {
        if let Value::List(items) = &mut value {
            for item in items {
                item.id = self.resume.fresh_id();
            }
        }
        entry.set(field, value);
    }
}

/// What to tell a person about a value; `None` if it is as it should be, or says nothing.
fn complaint(field: Field, value: Option<&Value>, json: &Json) -> Option<String> {
    use crate::resume::FieldKind as K;
    match (field.kind(), value) {
        (_, None) if says_nothing(json) || json.as_str().is_some() => None,
        (K::Bullets | K::Terms, None) => {
            Some("should be a list of texts. It is kept in the JSON as it was, but not shown.".to_owned())
        }
        (_, None) => Some("should be a text. It is kept in the JSON as it was, but not shown.".to_owned()),
        (K::Date, Some(Value::Text(text))) => {
            Some(format!("is not a date that JSON Resume knows: \"{text}\". Write it as 2018, 2018-08 or 2018-08-31."))
        }
        _ => None,
    }
}

/// Whether a value is null, or empty, or holds nothing that says something.
fn says_nothing(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::Text(text) => text.trim().is_empty(),
        Json::List(items) => items.iter().all(says_nothing),
        Json::Object(object) => object.iter().all(|(_, value)| says_nothing(value)),
        Json::Bool(_) | Json::Number(_) => false,
    }
}
/// Profiles are part of the basics, and custom sections follow the others.
fn usual_order(sections: &mut [Section]) {
    by_number(sections, |section| match section.kind {
        SectionKind::Profiles => 0,
        SectionKind::Custom => 2,
        _ => 1,
    });
}
