//! The model: JSON Resume 1.0.0, with groups and custom sections.
//!
//! One shape serves all sections: an [`Entry`] holds [`Value`]s by [`Field`]. Which fields a section has, and what kind each
//! is, stands in one table ([`SectionKind::fields`]), which readers, writers and the editor share.

mod normalise;
mod schema;

pub(crate) use normalise::{line, normalise_value};
pub use schema::{Field, FieldKind, SectionKind};

use crate::date::PartialDate;
use crate::json::JsonMap;

/// Names an entry, a group, an item or a section within one document; never used again once given out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

/// A résumé.
///
/// Two résumés are equal when they say the same: ids are not compared by [`Resume::same`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resume {
    /// Who it is: the fields of [`SectionKind::Basics`].
    pub basics: Entry,
    /// Everything else, in the order of the document. At most one section of a standard kind; any number of custom ones.
    pub sections: Vec<Section>,
    /// Keys at the root of an imported file (and of its `meta`) that the model has no field for.
    pub extra: JsonMap,
    /// The next free id.
    pub next_id: u32,
}

/// A section: a heading and entries of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name in the document.
    pub id: Id,
    /// What kind of entries it holds.
    pub kind: SectionKind,
    /// The heading of a custom section; empty for a standard one.
    pub heading: String,
    /// Its entries, in order.
    pub entries: Vec<Entry>,
}

/// A job, a degree, a skill group, …: values by field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// Its name in the document.
    pub id: Id,
    /// Values in the order of [`SectionKind::fields`]; unset fields are absent, and no value is empty.
    values: Vec<(Field, Value)>,
    /// Named groups of highlights (sub-projects within a job). Highlights in groups are not repeated in the entry's own.
    pub groups: Vec<Group>,
    /// Whether it is left out of what is taken away. The JSON keeps it under `meta.faircopy`.
    pub hidden: bool,
    /// Keys of an imported file that the model has no field for, or whose value has a wrong type: kept as they were.
    pub extra: JsonMap,
}

/// A named group of highlights within an entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// Its name in the document.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Its highlights.
    pub highlights: Vec<Item>,
}

/// One text of a list: a highlight, a keyword, a course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Its name in the document.
    pub id: Id,
    /// The text; never empty.
    pub text: String,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text; never empty. A date that is not one (as typed or imported) is kept as a text too.
    Text(String),
    /// A date at the precision given.
    Date(PartialDate),
    /// A list of texts; never empty.
    List(Vec<Item>),
}

impl Entry {
    /// An entry without values.
    pub fn new(id: Id) -> Self {
        Self { id, ..Self::default() }
    }

    /// All values, in the order of [`Field`].
    pub fn values(&self) -> &[(Field, Value)] {
        &self.values
    }

    /// A field's value.
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.values.binary_search_by_key(&field, |v| v.0).ok().map(|at| &self.values[at].1)
    }

    /// A field's text, if it holds one.
    pub fn text(&self, field: Field) -> Option<&str> {
        match self.get(field)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A field's date, if it holds one.
    pub fn date(&self, field: Field) -> Option<PartialDate> {
        match self.get(field)? {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    /// A field's list; empty if it holds none.
    pub fn list(&self, field: Field) -> &[Item] {
        match self.get(field) {
            Some(Value::List(items)) => items,
            _ => &[],
        }
    }

    /// Sets a field; an empty text or list unsets it.
    pub fn set(&mut self, field: Field, value: Value) {
        let empty = match &value {
            Value::Text(text) => text.is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Date(_) => false,
        };
        match (self.values.binary_search_by_key(&field, |v| v.0), empty) {
            (Ok(at), true) => drop(self.values.remove(at)),
            (Ok(at), false) => self.values[at].1 = value,
            (Err(_), true) => {}
            (Err(at), false) => {
                // A vector begins with room for four, which is a lot where every entry says one thing.
                self.values.reserve_exact(usize::from(self.values.is_empty()));
                self.values.insert(at, (field, value));
            }
        }
    }

    /// Adds a line to a field of prose, or begins it.
    pub fn append_line(&mut self, field: Field, line: &str) {
        match self.values.binary_search_by_key(&field, |v| v.0) {
            Ok(at) => {
                if let Value::Text(text) = &mut self.values[at].1
                    && !line.is_empty()
                {
                    text.push('\n');
                    text.push_str(line);
                }
            }
            Err(_) => self.set(field, Value::Text(line.to_owned())),
        }
    }

    /// Adds an item at the end of a list field, or begins the list.
    pub fn push(&mut self, field: Field, item: Item) {
        match self.values.binary_search_by_key(&field, |v| v.0) {
            Ok(at) => match &mut self.values[at].1 {
                Value::List(items) => items.push(item),
                other => *other = Value::List(vec![item]),
            },
            Err(at) => self.values.insert(at, (field, Value::List(vec![item]))),
        }
    }

    /// Unsets a field.
    pub fn unset(&mut self, field: Field) {
        self.set(field, Value::Text(String::new()));
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty() && self.groups.is_empty() && self.extra.is_empty()
    }

    /// Takes all values out of it.
    pub(crate) fn take_values(&mut self) -> Vec<(Field, Value)> {
        std::mem::take(&mut self.values)
    }

    /// Changes its id and those within it, in the order of the document.
    pub(crate) fn each_id(&mut self, change: &mut dyn FnMut(&mut Id)) {
        change(&mut self.id);
        let lists = self.values.iter_mut().filter_map(|(_, v)| if let Value::List(items) = v { Some(items) } else { None });
        lists.flatten().for_each(|item| change(&mut item.id));
        for group in &mut self.groups {
            change(&mut group.id);
            group.highlights.iter_mut().for_each(|i| change(&mut i.id));
        }
    }

    /// All highlights: its own, then those of its groups.
    pub fn all_highlights(&self) -> impl Iterator<Item = &Item> {
        self.list(Field::Highlights).iter().chain(self.groups.iter().flat_map(|g| &g.highlights))
    }
}

impl Resume {
    /// A fresh id.
    pub fn fresh_id(&mut self) -> Id {
        // The basics entry has the default id 0, so the first one given out is 1.
        self.next_id += 1;
        Id(self.next_id)
    }

    /// The section of a standard kind.
    pub fn section(&self, kind: SectionKind) -> Option<&Section> {
        self.sections.iter().find(|s| s.kind == kind)
    }

    /// The entries of a standard kind; empty if it has none.
    pub fn entries(&self, kind: SectionKind) -> &[Entry] {
        self.section(kind).map_or(&[], |s| &s.entries)
    }

    /// The section of a standard kind, made at the end if there is none.
    pub fn section_mut(&mut self, kind: SectionKind) -> &mut Section {
        let at = self.sections.iter().position(|s| s.kind == kind).unwrap_or_else(|| {
            let id = self.fresh_id();
            self.sections.push(Section { id, kind, heading: String::new(), entries: Vec::new() });
            self.sections.len() - 1
        });
        &mut self.sections[at]
    }

    /// An entry by its id; [`Id`] 0 is the basics.
    pub fn entry(&self, id: Id) -> Option<&Entry> {
        if self.basics.id == id {
            return Some(&self.basics);
        }
        self.sections.iter().flat_map(|s| &s.entries).find(|e| e.id == id)
    }

    /// The kind of the section that an entry is in.
    pub fn kind_of(&self, entry: Id) -> Option<SectionKind> {
        if self.basics.id == entry {
            return Some(SectionKind::Basics);
        }
        self.sections.iter().find(|s| s.entries.iter().any(|e| e.id == entry)).map(|s| s.kind)
    }

    /// An entry by its id, to change.
    pub fn entry_mut(&mut self, id: Id) -> Option<&mut Entry> {
        if self.basics.id == id {
            return Some(&mut self.basics);
        }
        self.sections.iter_mut().flat_map(|s| &mut s.entries).find(|e| e.id == id)
    }

    /// The basics and the entries of all sections, in the order of the document.
    pub fn all_entries(&self) -> Vec<&Entry> {
        let mut all = vec![&self.basics];
        for section in &self.sections {
            all.extend(&section.entries);
        }
        all
    }

    /// A section by its id.
    pub fn section_of_id(&self, id: Id) -> Option<&Section> {
        self.sections.iter().find(|s| s.id == id)
    }

    /// A group of highlights by its id, and the entry that it is in.
    pub fn group(&self, id: Id) -> Option<(&Entry, &Group)> {
        for section in &self.sections {
            for entry in &section.entries {
                if let Some(group) = entry.groups.iter().find(|g| g.id == id) {
                    return Some((entry, group));
                }
            }
        }
        None
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.basics.is_empty()
            && self.extra.is_empty()
            && self.sections.iter().all(|s| s.entries.is_empty() && s.heading.is_empty())
    }

    /// Whether both say the same, whatever their ids.
    pub fn same(&self, other: &Self) -> bool {
        self.without_ids() == other.without_ids()
    }

    /// Changes every id but that of the basics, in the order of the document.
    pub(crate) fn each_id(&mut self, change: &mut dyn FnMut(&mut Id)) {
        for section in &mut self.sections {
            change(&mut section.id);
            section.entries.iter_mut().for_each(|entry| entry.each_id(change));
        }
    }

    fn without_ids(&self) -> Self {
        let mut copy = Self { next_id: 0, ..self.clone() };
        copy.each_id(&mut |id| *id = Id(0));
        copy
    }
}
