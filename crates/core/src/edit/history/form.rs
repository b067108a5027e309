//! The model in the form in which it is stored: all of it, ids included, without the rules of JSON Resume.

use crate::edit::{Deed, Remarks, Verb};
use crate::json::{Json, JsonMap};
use crate::parsed::Place;
use crate::read::{Decision, What, Which};
use crate::resume::{Entry, Field, Group, Id, Item, Resume, Section, SectionKind, Value};
use crate::source::Span;

/// The keys under which an entry's own parts stand beside its fields; no field has such a name.
const ID: &str = "#";
const GROUPS: &str = "groups";
const EXTRA: &str = "+";
const HIDDEN: &str = "-";
/// What a stretch is that is no field, beside the groups; no field has such a name either.
const DATES: &str = "dates";
const HEADING: &str = "heading";
const NOTHING: &str = "";
/// In which entry a stretch is, by number.
const WHICH: [Which; 3] = [Which::Any, Which::New, Which::Before];
/// Stands before a date, to tell it from a text.
const DATE: &str = "@";

pub(super) fn resume_json(resume: &Resume) -> Json {
    let mut json = JsonMap::new();
    json.insert("basics", entry_json(&resume.basics));
    json.insert("sections", list_json(&resume.sections, |s| section_json(s, list_json(&s.entries, entry_json))));
    json.insert("nextId", resume.next_id.into());
    json.insert(EXTRA, Json::Object(resume.extra.clone()));
    Json::Object(json)
}

pub(super) fn resume_from(json: &Json) -> Option<Resume> {
    let section = |json: &Json| {
        let (section, entries) = section_from(json)?;
        Some(Section { entries: list_from(entries, entry_from)?, ..section })
    };
    Some(Resume {
        sections: list_from(json.get("sections")?, section)?,
        basics: entry_from(json.get("basics")?)?,
        next_id: id_from(json.get("nextId")?)?.0,
        extra: json.get(EXTRA)?.as_object()?.clone(),
    })
}

fn section_json(section: &Section, entries: Json) -> Json {
    Json::List(vec![section.id.0.into(), section.kind.json_name().into(), section.heading.as_str().into(), entries])
}

/// A section, and what stands for its entries.
fn section_from(json: &Json) -> Option<(Section, &Json)> {
    let [id, kind, heading, entries] = json.as_list()? else { return None };
    let (kind, heading) = (kind_named(kind.as_str()?)?, heading.as_str()?.to_owned());
    Some((Section { id: id_from(id)?, kind, heading, entries: Vec::new() }, entries))
}

/// Sections with the ids of their entries.
pub(super) fn order_json(order: &[(Section, Vec<Id>)]) -> Json {
    list_json(order, |(section, ids)| section_json(section, list_json(ids, |id| id.0.into())))
}

pub(super) fn order_from(json: &Json) -> Option<Vec<(Section, Vec<Id>)>> {
    list_from(json, |json| {
        let (section, ids) = section_from(json)?;
        Some((section, list_from(ids, id_from)?))
    })
}

/// What was done by its name, which for typing is that of the field, and what it was done to.
pub(super) fn deed_json(deed: Deed) -> Json {
    let named = Verb::NAMED.iter().find(|(verb, _)| *verb == deed.verb).map(|(_, name)| *name);
    let typed = if let Verb::Typed(field) = deed.verb { field.json_name() } else { NOTHING };
    Json::List(vec![named.unwrap_or(typed).into(), deed.of.0.into()])
}

pub(super) fn deed_from(json: &Json) -> Option<Deed> {
    let [name, of] = json.as_list()? else { return None };
    let name = name.as_str()?;
    let verb = Verb::NAMED.iter().find(|(_, known)| *known == name).map(|(verb, _)| *verb);
    Some(Deed { verb: verb.or_else(|| field_named(name).map(Verb::Typed))?, of: id_from(of)? })
}

pub(super) fn entry_json(entry: &Entry) -> Json {
    let mut json = JsonMap::new();
    json.insert(ID, entry.id.0.into());
    for (field, value) in entry.values() {
        let value = match value {
            Value::Text(text) => text.as_str().into(),
            Value::Date(date) => Json::List(vec![DATE.into(), date.to_string().into()]),
            Value::List(items) => items_json(items),
        };
        json.insert(field.json_name(), value);
    }
    if !entry.groups.is_empty() {
        let group = |g: &Group| Json::List(vec![g.id.0.into(), g.name.as_str().into(), items_json(&g.highlights)]);
        json.insert(GROUPS, list_json(&entry.groups, group));
    }
    if entry.hidden {
        json.insert(HIDDEN, Json::Bool(true));
    }
    if !entry.extra.is_empty() {
        json.insert(EXTRA, Json::Object(entry.extra.clone()));
    }
    Json::Object(json)
}

pub(super) fn entry_from(json: &Json) -> Option<Entry> {
    let mut entry = Entry::new(id_from(json.get(ID)?)?);
    for (key, json) in json.as_object()? {
        match (key.as_str(), json) {
            (ID, _) => {}
            (HIDDEN, _) => entry.hidden = true,
            (EXTRA, _) => entry.extra.clone_from(json.as_object()?),
            (GROUPS, _) => entry.groups = list_from(json, group_from)?,
            (key, Json::Text(text)) => entry.set(field_named(key)?, Value::Text(text.clone())),
            (key, Json::List(list)) => {
                let value = match list.as_slice() {
                    [mark, date] if mark.as_str() == Some(DATE) => Value::Date(date.as_str()?.parse().ok()?),
                    _ => Value::List(items_from(json)?),
                };
                entry.set(field_named(key)?, value);
            }
            _ => return None,
        }
    }
    Some(entry)
}

/// The stretches that are settled, the decisions, and the places that differ.
pub(super) fn remarks_json(remarks: &Remarks) -> Json {
    let settled = list_json(&remarks.settled, |span| Json::List(span_json(*span)));
    let decisions = list_json(&remarks.decisions, |Decision { span, what, entry }| {
        let (part, section) = match *what {
            What::Field(section, field) => (field.json_name(), section),
            What::Dates(section) => (DATES, section),
            What::Group(section) => (GROUPS, section),
            What::Heading(section) => (HEADING, section),
            What::Nothing => (NOTHING, SectionKind::Basics),
        };
        let entry = WHICH.iter().position(|which| which == entry).unwrap_or_default();
        Json::List([&span_json(*span)[..], &[part.into(), section.json_name().into(), entry.into()]].concat())
    });
    let differing = list_json(&remarks.differing, |place| Json::List(vec![place.owner.0.into(), place.field.json_name().into()]));
    Json::List(vec![settled, decisions, differing])
}

fn span_json(span: Span) -> Vec<Json> {
    vec![span.start.into(), span.end.into()]
}

fn span_from(json: &[Json]) -> Option<Span> {
    let [start, end] = json else { return None };
    let (start, end) = (start.as_u64()? as u32, end.as_u64()? as u32);
    (start <= end).then_some(Span { start, end })
}

/// What was stored; the first drafts have no remarks, and the next ones no places that differ.
pub(super) fn remarks_from(json: Option<&Json>) -> Option<Remarks> {
    let Some(json) = json else { return Some(Remarks::default()) };
    let [settled, decisions, differing @ ..] = json.as_list()? else { return None };
    let decision = |json: &Json| {
        let (span, rest) = json.as_list()?.split_at_checked(2)?;
        let [part, section, entry] = rest else { return None };
        let section = kind_named(section.as_str()?)?;
        let what = match part.as_str()? {
            DATES => What::Dates(section),
            GROUPS => What::Group(section),
            HEADING => What::Heading(section),
            NOTHING => What::Nothing,
            field => What::Field(section, field_named(field)?),
        };
        Some(Decision { span: span_from(span)?, what, entry: *WHICH.get(entry.as_u64()? as usize)? })
    };
    let place = |json: &Json| {
        let [owner, field] = json.as_list()? else { return None };
        Some(Place { owner: id_from(owner)?, field: field_named(field.as_str()?)? })
    };
    Some(Remarks {
        settled: list_from(settled, |span| span_from(span.as_list()?))?,
        decisions: list_from(decisions, decision)?,
        differing: differing.first().map_or(Some(Vec::new()), |json| list_from(json, place))?,
    })
}

fn kind_named(name: &str) -> Option<SectionKind> {
    SectionKind::ALL.into_iter().find(|kind| kind.json_name() == name)
}

pub(super) fn id_from(json: &Json) -> Option<Id> {
    json.as_u64().map(|id| Id(id as u32))
}

fn field_named(name: &str) -> Option<Field> {
    SectionKind::ALL.into_iter().flat_map(SectionKind::fields).copied().find(|f| f.json_name() == name)
}

fn group_from(json: &Json) -> Option<Group> {
    let [id, name, highlights] = json.as_list()? else { return None };
    Some(Group { id: id_from(id)?, name: name.as_str()?.to_owned(), highlights: items_from(highlights)? })
}

/// A list of which everything is what it should be.
pub(super) fn list_from<T>(json: &Json, of: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    let mut list = Vec::new();
    for json in json.as_list()? {
        list.push(of(json)?);
    }
    Some(list)
}

pub(super) fn list_json<T>(list: &[T], of: impl Fn(&T) -> Json) -> Json {
    let mut json = Vec::new();
    for part in list {
        json.push(of(part));
    }
    Json::List(json)
}

/// Items by turns: an id, a text, an id, a text.
fn items_json(items: &[Item]) -> Json {
    let mut json = Vec::new();
    for item in items {
        json.extend([item.id.0.into(), item.text.as_str().into()]);
    }
    Json::List(json)
}

fn items_from(json: &Json) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    for pair in json.as_list()?.chunks(2) {
        let [id, text] = pair else { return None };
        items.push(Item { id: id_from(id)?, text: text.as_str()?.to_owned() });
    }
    Some(items)
}
