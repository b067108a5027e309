//! Renaming: a reading takes on the ids of the résumé that was made of it.

use crate::order::Table;
use crate::parsed::Parsed;
use crate::resume::Id;

impl Parsed {
    /// The ids of all but the basics, in the order of the document.
    pub(super) fn ids(&self) -> Vec<Id> {
        let mut ids = Vec::new();
        self.resume.clone().each_id(&mut |id| ids.push(*id));
        ids
    }

    /// The same reading with other ids: those of `ids`, in the order of the document.
    pub(super) fn with_ids(mut self, ids: &[Id]) -> Self {
        let old = self.ids();
        if old == ids || old.len() != ids.len() {
            return self;
        }
        let next_id = ids.iter().map(|i| i.0).fold(self.resume.next_id, u32::max);
        let names = Table::new(old.iter().zip(ids).map(|(old, new)| (old.0, new.0)));
        let rename = |id: &mut Id| id.0 = names.get(id.0).unwrap_or(id.0);
        self.resume.each_id(&mut |id| rename(id));
        self.resume.next_id = next_id;
        self.provenance.iter_mut().for_each(|p| rename(&mut p.place.owner));
        self.ledger.each_place(&mut |place| rename(&mut place.owner));
        self
    }

    /// The same reading with other ids: what `names` pairs with a new id has that, and the rest ids from `next_id` on.
    pub(super) fn renamed(self, names: &[(Id, Id)], next_id: &mut u32) -> Self {
        let names = Table::new(names.iter().map(|(old, new)| (old.0, new.0)));
        let mut fresh = || {
            *next_id += 1;
            Id(*next_id)
        };
        let ids: Vec<Id> = self.ids().iter().map(|id| names.get(id.0).map_or_else(&mut fresh, Id)).collect();
        self.with_ids(&ids)
    }
}
