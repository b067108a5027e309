//! A draft as it is kept in the browser: versioned, numbered, and with a checksum.

use faircopy::{History, Json};
use serde::{Deserialize, Serialize};

/// The version of the record that this program writes. A record of a later one is never touched.
pub const VERSION: u32 = 1;

/// What is written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// The version of this form.
    pub version: u32,
    /// Grows with every save, in whatever tab.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970.
    pub saved: f64,
    /// FNV-1a of `body`.
    checksum: u64,
    /// The draft, as JSON. A string, so that the checksum is over exactly these bytes.
    body: String,
}

/// Why a record could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A later version of the program wrote it.
    Newer,
    /// It is not what was written.
    Damaged,
}

impl Record {
    /// A record of `history`, with as many of its steps as `most_bytes` allow.
    pub fn new(history: &History, most_bytes: usize, revision: u64, saved: f64) -> Self {
        let body = history.to_json(most_bytes).to_string();
        Self { version: VERSION, revision, saved, checksum: checksum(&body), body }
    }

    /// As it is stored.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A record as it was stored.
    pub fn from_text(text: &str) -> Result<Self, Unusable> {
        let json: Json = serde_json::from_str(text).map_err(|_| Unusable::Damaged)?;
        if json.get("version").and_then(Json::as_u64).is_some_and(|version| version > VERSION.into()) {
            return Err(Unusable::Newer);
        }
        let record: Self = serde_json::from_value(json).map_err(|_| Unusable::Damaged)?;
        if record.checksum == checksum(&record.body) { Ok(record) } else { Err(Unusable::Damaged) }
    }

    /// The draft and the way back from it.
    pub fn history(&self) -> Result<History, Unusable> {
        let json: Json = serde_json::from_str(&self.body).map_err(|_| Unusable::Damaged)?;
        History::from_json(&json).ok_or(Unusable::Damaged)
    }
}

/// FNV-1a, 52 bits of it: JavaScript's tools read numbers no longer than that.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)) >> 12
}

#[cfg(test)]
mod tests {
    use faircopy::{Document, Edit, Field, Id, SectionKind};

    use super::*;

    #[test]
    fn comes_back_as_it_was() {
        let mut history = History::new(Document::new(faircopy::read("Ada Example\n")));
        let entry = history.apply(Edit::AddSection(SectionKind::Work)).unwrap_or_default();
        for (owner, field, text) in
            [(Id(0), Field::Name, "Ada"), (entry, Field::StartDate, "2019-03"), (entry, Field::Highlights, "One\nTwo")]
        {
            history.apply(Edit::Set { entry: owner, field, text: text.to_owned() });
        }
        let record = Record::from_text(&Record::new(&history, 1 << 20, 7, 1.5).to_text()).unwrap();
        assert_eq!(record.revision, 7);
        let mut back = record.history().unwrap();
        assert_eq!(back.document(), history.document());
        while back.undo() {}
        assert_eq!(back.document().parsed.source.text(), "Ada Example\n");
        assert!(back.document().resume.section(SectionKind::Work).is_none());
    }

    #[test]
    fn notices_damage_and_later_versions() {
        let text = Record::new(&History::default(), 0, 1, 0.0).to_text();
        assert_eq!(Record::from_text(&text.replace("basics", "basic")).map(|_| ()), Err(Unusable::Damaged));
        assert_eq!(Record::from_text(&text[..text.len() / 2]).map(|_| ()), Err(Unusable::Damaged));
        assert_eq!(Record::from_text("{\"version\":2,\"else\":1}").map(|_| ()), Err(Unusable::Newer));
    }
}
