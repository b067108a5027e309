//! Looking up, in a reading, where a place came from and which section it is in.

use std::sync::Arc;

use faircopy::{Id, Parsed, Place, Provenance, SectionKind, sorted};

/// Numbers with what belongs to each, sorted.
type Table = Vec<(u64, u32)>;

/// Tables over one reading.
#[derive(Clone, Debug, Default)]
pub struct Index {
    parsed: Arc<Parsed>,
    /// Where each place stands in the provenance.
    places: Table,
    /// The section that each entry, group and item is in.
    kinds: Table,
}

impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.parsed, &other.parsed)
    }
}

impl Index {
    /// The tables of `parsed`.
    pub fn new(parsed: &Arc<Parsed>) -> Self {
        let places = parsed.provenance.iter().zip(0..).map(|(provenance, at)| (number(provenance.place), at)).collect();
        let mut kinds = Table::new();
        for (section, at) in parsed.resume.sections.iter().zip(0..) {
            for entry in &section.entries {
                let mut add = |id: Id| kinds.push((u64::from(id.0), at));
                add(entry.id);
                for (field, _) in entry.values() {
                    entry.list(*field).iter().for_each(|item| add(item.id));
                }
                for group in &entry.groups {
                    add(group.id);
                    group.highlights.iter().for_each(|item| add(item.id));
                }
            }
        }
        Self { parsed: parsed.clone(), places: sorted(places), kinds: sorted(kinds) }
    }

    /// The reading.
    pub fn parsed(&self) -> &Arc<Parsed> {
        &self.parsed
    }

    /// Where a place came from.
    pub fn source_of(&self, place: Place) -> Option<&Provenance> {
        self.parsed.provenance.get(look_up(&self.places, number(place))?)
    }

    /// The kind of section that an entry, group or item was read into.
    pub fn kind_of(&self, id: Id) -> SectionKind {
        let section = look_up(&self.kinds, id.0.into()).and_then(|at| self.parsed.resume.sections.get(at));
        section.map_or(SectionKind::Basics, |section| section.kind)
    }
}

fn number(place: Place) -> u64 {
    u64::from(place.owner.0) << 8 | place.field as u64
}

fn look_up(table: &Table, number: u64) -> Option<usize> {
    let at = table.partition_point(|pair| pair.0 < number);
    table.get(at).filter(|pair| pair.0 == number).map(|pair| pair.1 as usize)
}
