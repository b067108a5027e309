//! Where the draft is kept: written beside the old one first, read back, then put in its place.

use web_sys::Storage;

use crate::draft::{Record, Unusable};

/// The draft.
pub const KEY: &str = "faircopy.draft";
/// The draft that is being written. After a crash in the middle it may be the only whole one.
const NEW_KEY: &str = "faircopy.draft.new";
/// A draft that could not be read, kept for whoever wants to look.
const DAMAGED_KEY: &str = "faircopy.draft.damaged";

/// Why a draft was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The browser has no storage for this page.
    Blocked,
    /// There is no room left.
    Full,
    /// Another tab has saved since, with this revision.
    Conflict,
    /// A later version of the program wrote what is there.
    Newer,
}

/// About as many UTF-16 code units as a browser keeps for a page.
const ROOM: usize = 5_300_000;

/// Whether a draft of this source cannot fit, which would take long to find out by trying.
pub fn is_hopeless(source: &str) -> bool {
    // A line break takes four characters in a JSON text within a JSON text.
    source.len() > ROOM / 2 && source.chars().map(|c| if c == '\n' { 4 } else { c.len_utf16() }).sum::<usize>() > ROOM
}

/// The browser's storage, where it grants one.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The stored draft, if there is one.
pub fn load() -> Result<Option<Record>, Unusable> {
    let Some(storage) = storage() else { return Ok(None) };
    let stored = |key: &str| storage.get_item(key).ok().flatten();
    let Some(text) = stored(KEY) else {
        return Ok(stored(NEW_KEY).and_then(|text| Record::from_text(&text).ok()));
    };
    match Record::from_text(&text) {
        Err(Unusable::Damaged) => {
            if let Some(record) = stored(NEW_KEY).and_then(|text| Record::from_text(&text).ok()) {
                return Ok(Some(record));
            }
            // Saving goes on over it, so it is put aside first.
            let _ = storage.set_item(DAMAGED_KEY, &text);
            Err(Unusable::Damaged)
        }
        read => read.map(Some),
    }
}

/// Saves a record, if what is there is still the draft of revision `seen`.
pub fn save(record: &Record, seen: u64) -> Result<(), NotSaved> {
    let storage = storage().ok_or(NotSaved::Blocked)?;
    if let Some(there) = storage.get_item(KEY).map_err(|_| NotSaved::Blocked)? {
        match Record::from_text(&there) {
            Ok(there) if there.revision > seen => return Err(NotSaved::Conflict),
            Err(Unusable::Newer) => return Err(NotSaved::Newer),
            _ => {}
        }
    }
    let text = record.to_text();
    let put = |key: &str| match storage.set_item(key, &text) {
        Ok(()) if storage.get_item(key).ok().flatten().as_deref() == Some(&text) => Ok(()),
        _ => Err(NotSaved::Full),
    };
    let written = put(NEW_KEY).and_then(|()| put(KEY));
    // Whether or not it went well, the room is needed; a whole draft is under the other key then.
    if written.is_ok() || storage.get_item(KEY).ok().flatten().is_some() {
        let _ = storage.remove_item(NEW_KEY);
    }
    written
}
