//! A draft as it is kept in the browser: versioned, and with a checksum.

use faircopy::{History, Json, JsonMap};

/// The version of the record that this program writes. A record of a later one is never touched.
pub const VERSION: u32 = 2;

/// Why a record could not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A later version of the program wrote it.
    Newer,
    /// It is not what was written.
    Damaged,
}

/// The record of a draft, with as many steps of the way back as `most_bytes` allow.
pub fn to_record(history: &History, most_bytes: usize) -> String {
    // The body is a text, so that the checksum is over exactly these bytes.
    let body = history.to_json(most_bytes).to_string();
    let mut record = JsonMap::new();
    record.insert("version", VERSION.into());
    record.insert("checksum", checksum_of(&body).into());
    record.insert("body", body.into());
    Json::Object(record).to_string()
}

/// The draft of a record, and the way back from it.
pub fn from_record(text: &str) -> Result<History, Unusable> {
    let record: Json = text.parse().map_err(|_| Unusable::Damaged)?;
    let number = |key: &str| record[key].as_u64().ok_or(Unusable::Damaged);
    if number("version")? > VERSION.into() {
        return Err(Unusable::Newer);
    }
    let body = record["body"].as_str().filter(|body| number("checksum") == Ok(checksum_of(body))).ok_or(Unusable::Damaged)?;
    let json: Json = body.parse().map_err(|_| Unusable::Damaged)?;
    History::from_json(&json).ok_or(Unusable::Damaged)
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
        let mut back = from_record(&to_record(&history, 1 << 20)).unwrap();
        assert_eq!(back.document(), history.document());
        while back.undo() {}
        assert_eq!(back.document().parsed.source.text(), "Ada Example\n");
        assert!(back.document().resume.section(SectionKind::Work).is_none());
    }

    #[test]
    fn notices_damage_and_later_versions() {
        let text = to_record(&History::default(), 0);
        assert_eq!(from_record(&text.replace("basics", "basic")), Err(Unusable::Damaged));
        assert_eq!(from_record(&text[..text.len() / 2]), Err(Unusable::Damaged));
        assert_eq!(from_record("{\"version\":3,\"else\":1}"), Err(Unusable::Newer));
    }
}
