//! A draft as it is kept in the browser: versioned, numbered, and with a checksum.

use faircopy::{History, Json, JsonMap};

/// The version of the record that this program writes. A record of a later one is never touched.
pub const VERSION: u32 = 1;

/// What is written.
#[derive(Clone, Debug)]
pub struct Record {
    /// The version of this form.
    pub version: u32,
    /// Grows with every save, in whatever tab.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970.
    pub saved: u64,
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
    pub fn new(history: &History, most_bytes: usize, revision: u64, saved: u64) -> Self {
        let body = history.to_json(most_bytes).to_string();
        Self { version: VERSION, revision, saved, checksum: checksum_of(&body), body }
    }

    /// As it is stored.
    pub fn to_text(&self) -> String {
        let mut record = JsonMap::new();
        record.insert("version", self.version.into());
        record.insert("revision", self.revision.into());
        record.insert("saved", self.saved.into());
        record.insert("checksum", self.checksum.into());
        record.insert("body", self.body.as_str().into());
        Json::Object(record).to_string()
    }

    /// A record as it was stored.
    pub fn from_text(text: &str) -> Result<Self, Unusable> {
        let Ok(Json::Object(mut record)) = text.parse() else { return Err(Unusable::Damaged) };
        let number = |key: &str| record.get(key).and_then(Json::as_u64).ok_or(Unusable::Damaged);
        let version = number("version")?;
        if version > VERSION.into() {
            return Err(Unusable::Newer);
        }
        let (revision, checksum) = (number("revision")?, number("checksum")?);
        // The first drafts have a fraction, of nought.
        let Some(Json::Number(saved)) = record.get("saved") else { return Err(Unusable::Damaged) };
        let saved = saved.split('.').next().and_then(|whole| whole.parse().ok()).ok_or(Unusable::Damaged)?;
        let Some(Json::Text(body)) = record.remove("body") else { return Err(Unusable::Damaged) };
        if checksum != checksum_of(&body) {
            return Err(Unusable::Damaged);
        }
        Ok(Self { version: version as u32, revision, saved, checksum, body })
    }

    /// The draft and the way back from it.
    pub fn history(&self) -> Result<History, Unusable> {
        let json: Json = self.body.parse().map_err(|_| Unusable::Damaged)?;
        History::from_json(&json).ok_or(Unusable::Damaged)
    }
}

/// FNV-1a, 52 bits of it: JavaScript's tools read numbers no longer than that.
fn checksum_of(text: &str) -> u64 {
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
        let record = Record::from_text(&Record::new(&history, 1 << 20, 7, 1).to_text()).unwrap();
        assert_eq!(record.revision, 7);
        let mut back = record.history().unwrap();
        assert_eq!(back.document(), history.document());
        while back.undo() {}
        assert_eq!(back.document().parsed.source.text(), "Ada Example\n");
        assert!(back.document().resume.section(SectionKind::Work).is_none());
    }

    #[test]
    fn takes_a_time_with_a_fraction() {
        let text = Record::new(&History::default(), 0, 1, 1_700_000_000_000).to_text();
        let text = text.replace("\"saved\":1700000000000,", "\"saved\":1700000000000.0,");
        assert_eq!(Record::from_text(&text).map(|r| r.saved), Ok(1_700_000_000_000));
    }

    #[test]
    fn notices_damage_and_later_versions() {
        let text = Record::new(&History::default(), 0, 1, 0).to_text();
        assert_eq!(Record::from_text(&text.replace("basics", "basic")).map(|_| ()), Err(Unusable::Damaged));
        assert_eq!(Record::from_text(&text[..text.len() / 2]).map(|_| ()), Err(Unusable::Damaged));
        assert_eq!(Record::from_text("{\"version\":2,\"else\":1}").map(|_| ()), Err(Unusable::Newer));
    }
}
