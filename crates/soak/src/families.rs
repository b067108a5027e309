//! Texts as nobody writes them, of any length: a few characters again and again, of every kind that a reader may stumble over.

use faircopy::Json;

const TABLE: &str = include_str!("../families.json");

/// A kind of text. Of any length, it is `first`, `again` so often, `middle`, `close` as often, and `last`; `{n}` is the number of the
/// repetition, from 1.
#[derive(Clone, Debug)]
pub struct Family {
    /// What it is called.
    pub name: String,
    first: String,
    again: String,
    middle: String,
    close: String,
    last: String,
}

/// All families, in the order of their table.
///
/// # Panics
///
/// Where the table is no list of objects, which a test would tell.
pub fn families() -> Vec<Family> {
    let table: Json = TABLE.parse().expect("the families are JSON");
    let rows = table.as_list().expect("the families are a list");
    let part = |row: &Json, key| row.get(key).and_then(Json::as_str).unwrap_or_default().to_owned();
    rows.iter()
        .map(|row| Family {
            name: part(row, "name"),
            first: part(row, "first"),
            again: part(row, "again"),
            middle: part(row, "middle"),
            close: part(row, "close"),
            last: part(row, "last"),
        })
        .collect()
}

impl Family {
    /// The text of this family that has about so many bytes: no repetition fewer, and not one too many.
    pub fn text(&self, bytes: usize) -> String {
        let (mut text, mut closing) = (self.first.clone(), String::new());
        for number in 1.. {
            if text.len() + self.middle.len() + closing.len() + self.last.len() >= bytes {
                break;
            }
            text += &numbered(&self.again, number);
            closing += &numbered(&self.close, number);
        }
        text + &self.middle + &closing + &self.last
    }
}

fn numbered(part: &str, number: u32) -> String {
    if part.contains("{n}") { part.replace("{n}", &number.to_string()) } else { part.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::families;
    use crate::promises::check;

    #[test]
    fn each_has_a_name_of_its_own_and_grows() {
        let mut names: Vec<String> = families().into_iter().map(|family| family.name).collect();
        assert!(names.len() >= 40, "{}", names.len());
        names.sort();
        names.windows(2).for_each(|pair| assert_ne!(pair[0], pair[1]));
        for family in families() {
            let (some, more) = (family.text(500), family.text(2_000));
            assert!((500..700).contains(&some.len()) && (2_000..2_200).contains(&more.len()), "{}: {}", family.name, more.len());
        }
    }

    #[test]
    fn every_reading_of_them_keeps_its_promises() {
        for family in families() {
            assert_eq!(check(&faircopy::read(&family.text(1_500))), Ok(()), "{}", family.name);
        }
    }
}
