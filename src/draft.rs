//! A draft as it is kept in the browser: versioned, numbered, and with a checksum.

use std::sync::Arc;

use faircopy::{Document, Resume};
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

#[derive(Serialize, Deserialize)]
struct Body {
    source: String,
    resume: Resume,
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
    /// A record of `document`.
    pub fn new(document: &Document, revision: u64, saved: f64) -> Self {
        let body = Body { source: document.parsed.source.text().to_owned(), resume: document.resume.clone() };
        let body = serde_json::to_string(&body).unwrap_or_default();
        Self { version: VERSION, revision, saved, checksum: checksum(&body), body }
    }

    /// As it is stored.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A record as it was stored.
    pub fn from_text(text: &str) -> Result<Self, Unusable> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u32,
        }
        let version = serde_json::from_str::<Versioned>(text).map_err(|_| Unusable::Damaged)?.version;
        if version > VERSION {
            return Err(Unusable::Newer);
        }
        let record: Self = serde_json::from_str(text).map_err(|_| Unusable::Damaged)?;
        if record.checksum == checksum(&record.body) { Ok(record) } else { Err(Unusable::Damaged) }
    }

    /// The document. Its source is read again, which gives the same reading.
    pub fn document(&self) -> Result<Document, Unusable> {
        let body: Body = serde_json::from_str(&self.body).map_err(|_| Unusable::Damaged)?;
        Ok(Document { parsed: Arc::new(faircopy::read(&body.source)), resume: body.resume })
    }
}

/// FNV-1a, 52 bits of it: JavaScript's tools read numbers no longer than that.
fn checksum(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)) >> 12
}

#[cfg(test)]
mod tests {
    use faircopy::{Edit, Field, Id, SectionKind};

    use super::*;

    #[test]
    fn comes_back_as_it_was() {
        let mut document = Document::new(faircopy::read("Ada Example\n"));
        let entry = Edit::AddSection(SectionKind::Work).apply(&mut document).unwrap_or_default();
        for (owner, field, text) in
            [(Id(0), Field::Name, "Ada"), (entry, Field::StartDate, "2019-03"), (entry, Field::Highlights, "One\nTwo")]
        {
            Edit::Set { entry: owner, field, text: text.to_owned() }.apply(&mut document);
        }
        let record = Record::from_text(&Record::new(&document, 7, 1.5).to_text()).unwrap();
        assert_eq!(record.revision, 7);
        assert_eq!(record.document(), Ok(document));
    }

    #[test]
    fn notices_damage_and_later_versions() {
        let text = Record::new(&Document::default(), 1, 0.0).to_text();
        assert_eq!(Record::from_text(&text.replace("source", "sauce")).map(|_| ()), Err(Unusable::Damaged));
        assert_eq!(Record::from_text(&text[..text.len() / 2]).map(|_| ()), Err(Unusable::Damaged));
        assert_eq!(Record::from_text("{\"version\":2,\"else\":1}").map(|_| ()), Err(Unusable::Newer));
    }
}
