//! Looking up, in a reading, where a place came from and which section it is in.

use std::collections::BTreeMap;
use std::sync::Arc;

use faircopy::{Id, Parsed, Place, Provenance, SectionKind};

/// Tables over one reading.
#[derive(Clone, Debug, Default)]
pub struct Index {
    parsed: Arc<Parsed>,
    places: BTreeMap<Place, u32>,
    kinds: BTreeMap<Id, SectionKind>,
}

impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.parsed, &other.parsed)
    }
}

impl Index {
    /// The tables of `parsed`.
    pub fn new(parsed: &Arc<Parsed>) -> Self {
        let mut places = BTreeMap::new();
        for (at, provenance) in parsed.provenance.iter().enumerate() {
            places.insert(provenance.place, at as u32);
        }
        let mut kinds = BTreeMap::new();
        for section in &parsed.resume.sections {
            for entry in &section.entries {
                let lists = entry.values().iter().filter_map(|(field, _)| Some(entry.list(*field)).filter(|l| !l.is_empty()));
                let groups = entry.groups.iter().flat_map(|g| g.highlights.iter().map(|i| i.id).chain([g.id]));
                for id in lists.flatten().map(|i| i.id).chain(groups).chain([entry.id]) {
                    kinds.insert(id, section.kind);
                }
            }
        }
        Self { parsed: parsed.clone(), places, kinds }
    }

    /// The reading.
    pub fn parsed(&self) -> &Arc<Parsed> {
        &self.parsed
    }

    /// Where a place came from.
    pub fn source_of(&self, place: Place) -> Option<&Provenance> {
        self.parsed.provenance.get(*self.places.get(&place)? as usize)
    }

    /// The kind of section that an entry, group or item was read into.
    pub fn kind_of(&self, id: Id) -> SectionKind {
        self.kinds.get(&id).copied().unwrap_or(SectionKind::Basics)
    }
}
