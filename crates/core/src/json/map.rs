//! An object: keys and values in order.

use super::Json;
use crate::order::Numbers;

/// The keys and values of a JSON object, in the order of its file. No key stands twice.
///
/// Two are equal when they have the same values under the same keys, in whatever order. A key is looked for from the first on, as
/// the objects of a résumé have a dozen keys; what may have many more is built by [`JsonMap::add`] or collected.
#[derive(Clone, Debug, Default)]
pub struct JsonMap(Vec<(String, Json)>);

impl JsonMap {
    /// An object without keys.
    pub fn new() -> Self {
        Self::default()
    }

    /// The object of these pairs. A key that stands twice stays in its first place with its last value.
    pub(super) fn of(pairs: Vec<(String, Json)>) -> Self {
        let mut numbers = Numbers::default();
        let places: Vec<usize> = pairs.iter().map(|(key, _)| numbers.give(key.as_str())).collect();
        if numbers.len() == pairs.len() {
            return Self(pairs);
        }
        let mut kept: Vec<(String, Json)> = Vec::new();
        for (place, pair) in places.into_iter().zip(pairs) {
            match kept.get_mut(place) {
                Some(known) => known.1 = pair.1,
                None => kept.push(pair),
            }
        }
        Self(kept)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.place(key).map(|at| &self.0[at].1)
    }

    /// The value of a key, to change.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Json> {
        self.place(key).map(|at| &mut self.0[at].1)
    }

    /// Whether there is such a key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.place(key).is_some()
    }

    /// Sets a key: in its place if it has one, else at the end.
    pub fn insert(&mut self, key: &str, value: Json) {
        match self.place(key) {
            Some(at) => self.0[at].1 = value,
            None => self.add(key.to_owned(), value),
        }
    }

    /// Adds a key at the end that it does not have yet. This takes the same time however many keys there are.
    pub(crate) fn add(&mut self, key: String, value: Json) {
        // A vector begins with room for four, which is a lot where every entry of a file has one key of its own.
        self.0.reserve_exact(usize::from(self.0.is_empty()));
        self.0.push((key, value));
    }

    /// Takes a key and its value out; the others stay in their order.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        self.place(key).map(|at| self.0.remove(at).1)
    }

    /// All keys and values, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, Json)> {
        self.0.iter()
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.0.iter().position(|pair| pair.0 == key)
    }
}

impl PartialEq for JsonMap {
    fn eq(&self, other: &Self) -> bool {
        let same = |(mine, theirs): (&(String, Json), &(String, Json))| {
            // Mostly the order is the same too.
            mine == theirs || other.get(&mine.0) == Some(&mine.1)
        };
        self.len() == other.len() && self.iter().zip(other).all(same)
    }
}

impl<'m> IntoIterator for &'m JsonMap {
    type Item = &'m (String, Json);
    type IntoIter = std::slice::Iter<'m, (String, Json)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for JsonMap {
    type Item = (String, Json);
    type IntoIter = std::vec::IntoIter<(String, Json)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<(String, Json)> for JsonMap {
    fn from_iter<I: IntoIterator<Item = (String, Json)>>(pairs: I) -> Self {
        Self::of(pairs.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(text: &str) -> JsonMap {
        text.parse::<Json>().unwrap().as_object().unwrap().clone()
    }

    #[track_caller]
    fn check(map: &JsonMap, expected: &str) {
        assert_eq!(Json::Object(map.clone()).to_string(), expected);
    }

    #[test]
    fn keeps_the_order_of_keys() {
        let mut map = map(r#"{"a":1,"b":2,"c":3}"#);
        map.insert("b", "two".into());
        map.insert("d", 4_u32.into());
        assert_eq!(map.remove("a"), Some(1_u32.into()));
        assert_eq!(map.remove("a"), None);
        check(&map, r#"{"b":"two","c":3,"d":4}"#);
    }

    #[test]
    fn the_last_value_of_a_key_counts() {
        check(&map(r#"{"a":1,"b":2,"a":3,"c":4,"b":5}"#), r#"{"a":3,"b":5,"c":4}"#);
    }

    #[test]
    fn the_order_makes_no_difference() {
        assert_eq!(map(r#"{"a":1,"b":{"c":2,"d":3}}"#), map(r#"{"b":{"d":3,"c":2},"a":1}"#));
        assert_ne!(map(r#"{"a":1,"b":2}"#), map(r#"{"a":1,"c":2}"#));
        assert_ne!(map(r#"{"a":1}"#), map(r#"{"a":1,"b":2}"#));
    }
}
