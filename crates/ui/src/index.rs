//! Looking up, in a reading, where a place came from and which section it is in.

use std::sync::Arc;

use faircopy::{Id, Parsed, Place, Provenance, SectionKind};

/// Sorted tables over one reading.
#[derive(Clone, Debug, Default)]
pub struct Index {
    parsed: Arc<Parsed>,
    places: Vec<(Place, u32)>,
    kinds: Vec<(Id, SectionKind)>,
}

impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.parsed, &other.parsed)
    }
}

impl Index {
    /// The tables of `parsed`.
    pub fn new(parsed: &Arc<Parsed>) -> Self {
        let mut places: Vec<_> = parsed.provenance.iter().enumerate().map(|(at, p)| (p.place, at as u32)).collect();
        places.sort_unstable();
        let mut kinds = Vec::new();
        for section in &parsed.resume.sections {
            for entry in &section.entries {
                let lists = entry.values().iter().filter_map(|(field, _)| Some(entry.list(*field)).filter(|l| !l.is_empty()));
                let groups = entry.groups.iter().flat_map(|g| g.highlights.iter().map(|i| i.id).chain([g.id]));
                let ids = lists.flatten().map(|i| i.id).chain(groups).chain([entry.id]);
                kinds.extend(ids.map(|id| (id, section.kind)));
            }
        }
        kinds.sort_unstable();
        Self { parsed: parsed.clone(), places, kinds }
    }

    /// The reading.
    pub fn parsed(&self) -> &Arc<Parsed> {
        &self.parsed
    }

    /// Where a place came from.
    pub fn source_of(&self, place: Place) -> Option<&Provenance> {
        let at = self.places.binary_search_by_key(&place, |p| p.0).ok()?;
        self.parsed.provenance.get(self.places[at].1 as usize)
    }

    /// The kind of section that an entry, group or item was read into.
    pub fn kind_of(&self, id: Id) -> SectionKind {
        self.kinds.binary_search_by_key(&id, |k| k.0).map_or(SectionKind::Basics, |at| self.kinds[at].1)
    }
}
