//! JSON as a value: what a file holds, in the order and with the digits of the file.
//!
//! This is our own because a browser downloads it, and with `serde_json` 13.6 KB more: that turns numbers into floats and back, by
//! tables of some 10 KB, and keeps the order of keys by a hash map for each object. Nothing is calculated with a résumé's numbers,
//! so here they stay texts, and `1.10` is not written back as `1.1`.

mod map;
mod parse;
mod print;

pub use map::JsonMap;
pub use parse::JsonError;

use std::ops::Index;

/// Any JSON value.
///
/// It is read by [`str::parse`] and written by [`ToString`], or with line breaks and an indent of two spaces by `{:#}`. Reading
/// is strict (RFC 8259); of a key that stands twice, the last value counts. At most 127 lists and objects may contain each other.
///
/// ```
/// use faircopy::Json;
/// let json: Json = r#"{"name": "Ada", "score": 1.10}"#.parse()?;
/// assert_eq!(json["name"].as_str(), Some("Ada"));
/// assert_eq!(json.to_string(), r#"{"name":"Ada","score":1.10}"#);
/// let error = "{\n\"name\" \"Ada\"}".parse::<Json>().unwrap_err();
/// assert_eq!(error.to_string(), "expected a colon, at line 2, column 8");
/// # Ok::<(), faircopy::JsonError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written, such as `1.10` or `-2e400`. Two numbers are equal when they are written alike.
    Number(Box<str>),
    /// A text in quotation marks, here without them and without escapes.
    Text(String),
    /// A list in square brackets.
    List(Vec<Json>),
    /// An object in braces.
    Object(JsonMap),
}

impl Json {
    /// What an object has under a key; `None` if it is no object or has no such key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }

    /// The text.
    pub fn as_str(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number, if it is a whole one that is written without an exponent and fits.
    pub fn as_u64(&self) -> Option<u64> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// The elements of the list.
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The object.
    pub fn as_object(&self) -> Option<&JsonMap> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }
}

impl Index<&str> for Json {
    type Output = Self;

    /// What an object has under a key; null if there is nothing.
    fn index(&self, key: &str) -> &Self {
        self.get(key).unwrap_or(&Self::Null)
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Self {
        Self::Number(number.to_string().into())
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        u64::from(number).into()
    }
}

impl From<usize> for Json {
    fn from(number: usize) -> Self {
        (number as u64).into()
    }
}

impl From<Vec<Self>> for Json {
    fn from(list: Vec<Self>) -> Self {
        Self::List(list)
    }
}

impl<T: Into<Self>> FromIterator<T> for Json {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}
