//! Merging: a person's edits and a new reading of a changed source, in one résumé.

mod alike;
mod sequence;

use crate::json_form::same;
use crate::order;
use crate::parsed::Place;
use crate::resume::{Entry, Field, Group, Id, Item, Resume, Section, SectionKind, Value};
use sequence::sequence;

/// The résumé that keeps both what a person changed and what changed in the source.
///
/// `base` is the reading of the old source, `mine` the résumé that the person made of it, `theirs` the reading of the new source.
/// Entries, items and groups are recognised by what they say. A field is mine where the person changed it, else theirs; what the
/// person added stays, and what the person removed stays away. The order is theirs unless the person moved something.
///
/// What was in `mine` keeps its id there; ids are unique in the result, and new ones were never used in any of the three. Time and
/// memory are linear in the size of the résumés, but for sorting.
///
/// ```
/// use faircopy::{Field, Resume, Value, merge};
/// let named = |name: &str, email: &str| {
///     let mut resume = Resume::default();
///     resume.basics.set(Field::Name, Value::Text(name.into()));
///     resume.basics.set(Field::Email, Value::Text(email.into()));
///     resume
/// };
/// let merged = merge(&named("ada", "a@b.org"), &named("Ada", "a@b.org"), &named("ada", "ada@b.org"));
/// assert_eq!(merged.basics.text(Field::Name), Some("Ada"));
/// assert_eq!(merged.basics.text(Field::Email), Some("ada@b.org"));
/// ```
pub fn merge(base: &Resume, mine: &Resume, theirs: &Resume) -> Resume {
    merge_traced(base, mine, theirs).resume
}

/// A merged résumé, and how it came about.
pub struct Merged {
    /// What both came to.
    pub resume: Resume,
    /// The id in it of each entry, item, group and section of theirs that is in it: (theirs, result).
    pub ids: Vec<(Id, Id)>,
    /// Where both changed the same and not alike: what stands there is mine.
    pub differing: Vec<Place>,
}

/// As [`merge`], with how it came about.
pub fn merge_traced(base: &Resume, mine: &Resume, theirs: &Resume) -> Merged {
    let next_id = base.next_id.max(mine.next_id).max(theirs.next_id);
    let mut merger = Merger { next_id, ids: Vec::new(), differing: Vec::new() };
    let basics = merger.entry(Some(&base.basics), Some(&mine.basics), Some(&theirs.basics));
    let mine_sections = with_removed(&base.sections, &mine.sections);
    let nodes = sequence([&base.sections[..], &mine_sections, &theirs.sections], section_text, same_section);
    let mut sections: Vec<Section> = Vec::with_capacity(nodes.len());
    for node in nodes {
        let Some(kind) = node.mine.or(node.theirs).map(|s| s.kind) else { continue };
        let headings = [node.base, node.mine, node.theirs].map(|s| s.map(|s| s.heading.as_str()));
        let heading = pick(headings).unwrap_or_default().to_owned();
        let id = merger.id(node.mine.map(|s| s.id), node.theirs.map(|s| s.id));
        // What I changed of a section that they do not have any more is kept with the rest of it.
        let base = node.theirs.and(node.base);
        let nodes = sequence([base, node.mine, node.theirs].map(entries), entry_text, same_entry);
        let entries: Vec<Entry> = nodes.into_iter().map(|n| merger.entry(n.base, n.mine, n.theirs)).collect();
        if !entries.is_empty() || kind == SectionKind::Custom {
            sections.push(Section { id, kind, heading, entries });
        }
    }
    let extra = pick([Some(&base.extra), Some(&mine.extra), Some(&theirs.extra)]).cloned().unwrap_or_default();
    let resume = Resume { basics, sections, extra, next_id: merger.next_id };
    Merged { resume, ids: merger.ids, differing: merger.differing }
}

/// My sections, and empty ones for the standard ones that I removed: what is new in them is to be seen.
fn with_removed(base: &[Section], mine: &[Section]) -> Vec<Section> {
    let mut sections = mine.to_vec();
    let mut at = 0;
    for section in base.iter().filter(|s| s.kind != SectionKind::Custom) {
        at = sections.iter().position(|s| s.kind == section.kind).unwrap_or_else(|| {
            sections.insert(at, Section { entries: Vec::new(), ..section.clone() });
            at
        }) + 1;
    }
    sections
}

struct Merger {
    next_id: u32,
    /// Their ids and those in the result.
    ids: Vec<(Id, Id)>,
    differing: Vec<Place>,
}

impl Merger {
    /// The id that it has in mine, or a new one.
    fn id(&mut self, mine: Option<Id>, theirs: Option<Id>) -> Id {
        let id = mine.unwrap_or_else(|| {
            self.next_id += 1;
            Id(self.next_id)
        });
        self.ids.extend(theirs.map(|theirs| (theirs, id)));
        id
    }

    /// What stands in a place: mine where I changed it or they have none, else theirs. Where both changed it, that is noted.
    fn text(&mut self, owner: Id, field: Field, [base, mine, theirs]: [Option<&str>; 3]) -> String {
        if mine.is_some() && theirs.is_some() && base != mine && base != theirs && mine != theirs {
            self.differing.push(Place { owner, field });
        }
        pick([base, mine, theirs]).unwrap_or_default().to_owned()
    }

    fn entry(&mut self, base: Option<&Entry>, mine: Option<&Entry>, theirs: Option<&Entry>) -> Entry {
        if let (Some(mine), None) = (mine, theirs) {
            return mine.clone();
        }
        let all = [base, mine, theirs];
        let mut entry = Entry::new(self.id(mine.map(|e| e.id), theirs.map(|e| e.id)));
        let mut fields: Vec<Field> = all.iter().flatten().flat_map(|e| e.values()).map(|v| v.0).collect();
        order::by_number(&mut fields, |field| *field as u64);
        fields.dedup();
        for field in fields {
            let values = all.map(|e| e.and_then(|e| e.get(field)));
            if values.iter().flatten().all(|v| matches!(v, Value::List(_))) {
                let lists = all.map(|e| e.map_or(&[][..], |e| e.list(field)));
                entry.set(field, Value::List(self.items(field, lists)));
                continue;
            }
            let [base, mine, theirs] = values;
            let changed = all[1].is_some() && !same(base, mine);
            if changed && theirs.is_some() && !same(base, theirs) && !same(mine, theirs) {
                self.differing.push(Place { owner: entry.id, field });
            }
            let kept = if changed { mine } else { theirs };
            if let Some(value) = kept {
                entry.set(field, value.clone());
            }
        }
        let groups = sequence(all.map(|e| e.map_or(&[][..], |e| &e.groups[..])), group_text, same_group);
        entry.groups = groups.into_iter().map(|n| self.group([n.base, n.mine, n.theirs])).collect();
        entry.hidden = all[1].or(all[2]).is_some_and(|e| e.hidden);
        entry.extra = pick(all.map(|e| e.map(|e| &e.extra))).cloned().unwrap_or_default();
        entry
    }

    fn group(&mut self, all: [Option<&Group>; 3]) -> Group {
        if let [_, Some(mine), None] = all {
            return mine.clone();
        }
        let id = self.id(all[1].map(|g| g.id), all[2].map(|g| g.id));
        let name = self.text(id, Field::Name, all.map(|g| g.map(|g| g.name.as_str())));
        let highlights = self.items(Field::Highlights, all.map(|g| g.map_or(&[][..], |g| &g.highlights[..])));
        Group { id, name, highlights }
    }

    fn items(&mut self, field: Field, lists: [&[Item]; 3]) -> Vec<Item> {
        let nodes = sequence(lists, |item| item.text.clone(), |a, b| a.text == b.text);
        let item = |node: sequence::Node<'_, Item>| {
            let id = self.id(node.mine.map(|i| i.id), node.theirs.map(|i| i.id));
            Item { id, text: self.text(id, field, [node.base, node.mine, node.theirs].map(|i| i.map(|i| i.text.as_str()))) }
        };
        nodes.into_iter().map(item).collect()
    }
}

/// Mine where I changed it or they have none, else theirs.
fn pick<T: PartialEq>([base, mine, theirs]: [Option<T>; 3]) -> Option<T> {
    if theirs.is_none() || mine.is_some() && base != mine { mine } else { theirs }
}

fn same_section(a: &Section, b: &Section) -> bool {
    let entries = a.entries.len() == b.entries.len() && a.entries.iter().zip(&b.entries).all(|(a, b)| same_entry(a, b));
    a.kind == b.kind && a.heading == b.heading && entries
}

fn same_entry(a: &Entry, b: &Entry) -> bool {
    let values = a.values().len() == b.values().len()
        && a.values().iter().zip(b.values()).all(|((f, v), (g, w))| f == g && same(Some(v), Some(w)));
    values
        && a.extra == b.extra
        && a.hidden == b.hidden
        && a.groups.len() == b.groups.len()
        && a.groups.iter().zip(&b.groups).all(|(a, b)| same_group(a, b))
}

fn same_group(a: &Group, b: &Group) -> bool {
    a.name == b.name && a.highlights.iter().map(|i| &i.text).eq(b.highlights.iter().map(|i| &i.text))
}

fn entries(section: Option<&Section>) -> &[Entry] {
    section.map_or(&[], |s| &s.entries)
}

/// What a section is recognised by: its kind, and a custom one by its heading and what its entries are called.
fn section_text(section: &Section) -> String {
    if section.kind != SectionKind::Custom {
        return section.kind.json_name().to_owned();
    }
    let names = section.entries.iter().filter_map(|e| e.values().first()).map(|(_, value)| value_text(value));
    std::iter::once(section.heading.clone()).chain(names).collect::<Vec<_>>().join("\n")
}

fn entry_text(entry: &Entry) -> String {
    let values = entry.values().iter().map(|(_, value)| value_text(value));
    values.chain(entry.groups.iter().map(group_text)).collect::<Vec<_>>().join("\n")
}

fn group_text(group: &Group) -> String {
    let items = group.highlights.iter().map(|i| i.text.as_str());
    std::iter::once(group.name.as_str()).chain(items).collect::<Vec<_>>().join("\n")
}

fn value_text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::List(items) => items.iter().map(|i| i.text.as_str()).collect::<Vec<_>>().join("\n"),
    }
}

#[cfg(test)]
mod tests;
