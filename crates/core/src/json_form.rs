//! How a value looks in JSON Resume: shared by the reader and the writer, so that each undoes the other.

use crate::date::PartialDate;
use crate::json::{Json, JsonMap};
use crate::order::SameText;
use crate::recognise::place::{self, PlaceParts};
use crate::resume::{Entry, Field, FieldKind, Group, Id, Item, SectionKind, Value, normalise_value};

/// The schema that we write by.
pub(crate) const SCHEMA: &str = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/// The key under `meta.faircopy` of the entries that are left out of what is taken away, and in each of a custom section of its.
pub(crate) const HIDDEN: &str = "hidden";
/// The key in [`Entry::extra`] for a list element that is not an object with keys: it is kept whole.
pub(crate) const WHOLE: &str = "$entry";

/// What `json` says in a field, with ids of 0; `None` if it says nothing or has a type that the field cannot hold.
///
/// Numbers and truth values are read as texts, a single text as a list of one, and a date with a time as the date.
pub(crate) fn value_of(kind: SectionKind, field: Field, json: &Json) -> Option<Value> {
    if let (SectionKind::Basics, Field::Location, Json::Object(parts)) = (kind, field, json) {
        return normalise_value(field, &Value::Text(place::join(&parts_of(parts)?)));
    }
    let value = match (field.kind(), json) {
        (FieldKind::Bullets | FieldKind::Terms, Json::List(items)) => {
            let items = items.iter().filter_map(scalar).map(|text| Item { id: Id(0), text });
            Value::List(items.collect())
        }
        (FieldKind::Bullets, Json::Text(text)) => {
            Value::List(text.lines().map(|text| Item { id: Id(0), text: text.to_owned() }).collect())
        }
        (FieldKind::Date, json) => {
            let text = scalar(json)?;
            let day = text.split(['T', ' ']).next().unwrap_or_default().trim();
            match day.parse::<PartialDate>() {
                Ok(date) if day.len() == 10 || day == text.trim() => Value::Date(date),
                // JSON Resume says "until now" by leaving the date out.
                _ if field == Field::EndDate && text.trim().eq_ignore_ascii_case("present") => return None,
                _ => Value::Text(text),
            }
        }
        (_, json) => Value::Text(scalar(json)?),
    };
    normalise_value(field, &value)
}

/// What the writer puts in a field's place; `None` for a text that the schema forbids there.
pub(crate) fn json_of(kind: SectionKind, field: Field, value: &Value) -> Option<Json> {
    let text = match value {
        Value::Date(date) => return Some(date.to_string().into()),
        Value::List(items) => return Some(items.iter().map(|i| Json::from(i.text.as_str())).collect()),
        Value::Text(text) => text,
    };
    match field {
        // Nothing checks custom sections.
        _ if kind == SectionKind::Custom => Some(text.as_str().into()),
        Field::Location if kind == SectionKind::Basics => Some(location_of(text)),
        Field::Url => uri(text).map(Json::from),
        Field::Email => is_email(text).then(|| text.as_str().into()),
        _ if field.kind() == FieldKind::Date => None,
        _ => Some(text.as_str().into()),
    }
}

/// Whether two values say the same, whatever the ids of their items.
pub(crate) fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(Value::List(a)), Some(Value::List(b))) => a.iter().map(|i| &i.text).eq(b.iter().map(|i| &i.text)),
        (a, b) => a == b,
    }
}

/// A group in JSON.
pub(crate) fn groups_of(groups: &[Group]) -> Json {
    let object = |group: &Group| {
        let mut object = JsonMap::new();
        if !group.name.is_empty() {
            object.insert("name", group.name.as_str().into());
        }
        if !group.highlights.is_empty() {
            object.insert("highlights", group.highlights.iter().map(|i| Json::from(i.text.as_str())).collect());
        }
        Json::Object(object)
    };
    groups.iter().map(object).collect()
}

/// Divides all highlights of an entry between the entry and its groups, as `groups` names them. What of a group's highlights
/// `all` does not hold is left out and counted; where there are no highlights at all, the groups' are theirs.
pub(crate) fn split_groups(mut all: Vec<Item>, groups: &Json) -> (Vec<Item>, Vec<Group>, usize) {
    let read = |group: &Json| -> Option<Group> {
        let name = group.get("name").and_then(scalar).unwrap_or_default();
        let highlights = match group.get("highlights").and_then(|h| value_of(SectionKind::Work, Field::Highlights, h)) {
            Some(Value::List(items)) => items,
            _ => Vec::new(),
        };
        let name = crate::resume::line(&name);
        (!name.is_empty() || !highlights.is_empty()).then_some(Group { id: Id(0), name, highlights })
    };
    let mut groups: Vec<Group> = groups.as_list().map(|g| g.iter().filter_map(read).collect()).unwrap_or_default();
    if all.is_empty() {
        return (all, groups, 0);
    }
    // Groups stand after the entry's own highlights, so the last of two equal texts is the group's: match from the end.
    let mut places = SameText::new(all.iter().map(|item| item.text.as_str()));
    let mut taken = vec![false; all.len()];
    let mut missing = 0;
    for group in groups.iter_mut().rev() {
        let mut kept = Vec::new();
        for item in group.highlights.drain(..).rev() {
            match places.take_last(&item.text) {
                Some(at) => {
                    taken[at] = true;
                    kept.push(item);
                }
                None => missing += 1,
            }
        }
        kept.reverse();
        group.highlights = kept;
    }
    groups.retain(|g| !g.name.is_empty() || !g.highlights.is_empty());
    let mut at = 0;
    all.retain(|_| {
        at += 1;
        !taken[at - 1]
    });
    (all, groups, missing)
}

/// All highlights of an entry as one list: its own, then those of its groups.
pub(crate) fn flat(entry: &Entry) -> Vec<Item> {
    entry.all_highlights().map(|i| Item { id: Id(0), text: i.text.clone() }).collect()
}

/// The field that a bare text in a section's list stands for.
pub(crate) fn main_field(kind: SectionKind) -> Field {
    match kind {
        SectionKind::Profiles => Field::Url,
        SectionKind::Work | SectionKind::Basics => Field::Name,
        SectionKind::Volunteer => Field::Organization,
        kind => kind.fields()[0],
    }
}

/// A text, number or truth value as a text.
pub(crate) fn scalar(json: &Json) -> Option<String> {
    match json {
        Json::Text(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

fn location_of(text: &str) -> Json {
    let parts = place::split(text);
    let country = parts.country.clone().filter(|c| parts.country_code.as_ref() != Some(c));
    let keys = [
        ("address", parts.address),
        ("postalCode", parts.postal_code),
        ("city", parts.city),
        ("region", parts.region),
        ("countryCode", parts.country_code),
        ("country", country),
    ];
    Json::Object(keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?.into()))).collect())
}

fn parts_of(object: &JsonMap) -> Option<PlaceParts> {
    let text = |key: &str| object.get(key).and_then(scalar).map(|t| crate::resume::line(&t)).filter(|t| !t.is_empty());
    let parts = PlaceParts {
        address: text("address"),
        postal_code: text("postalCode"),
        city: text("city"),
        region: text("region"),
        country: text("country"),
        country_code: text("countryCode"),
    };
    (parts != PlaceParts::default()).then_some(parts)
}

/// `text` as a URI of RFC 3986, characters outside ASCII percent-encoded; `None` if it is not one.
pub(crate) fn uri(text: &str) -> Option<String> {
    let (scheme, rest) = text.split_once(':')?;
    let scheme_fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let (before, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (path, query) = before.split_once('?').unwrap_or((before, ""));
    let (authority, path) = match path.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", path),
    };
    let host = authority.rsplit('@').next().unwrap_or_default();
    let port = host.split_once(':').map_or("", |(_, port)| port);
    let fits = scheme_fits
        && !(authority.is_empty() && path.is_empty())
        && authority.matches('@').count() < 2
        && port.bytes().all(|b| b.is_ascii_digit())
        && !path.starts_with("//")
        && is_made_of(authority, ":@")
        && is_made_of(path, ":@/")
        && is_made_of(query, ":@/?")
        && is_made_of(fragment, ":@/?");
    fits.then(|| {
        let mut out = String::with_capacity(text.len());
        let mut buffer = [0; 4];
        for c in text.chars() {
            if c.is_ascii() {
                out.push(c);
            } else {
                for byte in c.encode_utf8(&mut buffer).bytes() {
                    let hex = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase();
                    out.extend(['%', hex(byte >> 4), hex(byte & 15)]);
                }
            }
        }
        out
    })
}

/// Whether `text` has only characters of a URI's parts (RFC 3986, section 3.3) and `more`.
fn is_made_of(text: &str, more: &str) -> bool {
    let bytes = text.as_bytes();
    text.char_indices().all(|(at, c)| match c {
        '%' => bytes.get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
        c if c.is_ascii() => c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=".contains(c) || more.contains(c),
        c => c.is_alphanumeric(),
    })
}

/// Whether `text` is an address that JSON Schema's `email` format takes.
fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let part = |p: &str| !p.is_empty() && p.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(c));
    let label = |l: &str| {
        !l.is_empty() && !l.starts_with('-') && !l.ends_with('-') && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    name.split('.').all(part) && host.contains('.') && host.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_a_uri() {
        for text in ["https://example.org/a?b=c#d", "mailto:a@example.org", "https://a@b.org:80/", "http://x"] {
            assert_eq!(uri(text).as_deref(), Some(text));
        }
        assert_eq!(uri("https://example.org/zoë").as_deref(), Some("https://example.org/zo%C3%AB"));
        for text in
            ["", "example.org", "https://a b", "https:", "x:y z", "https://a/%zz", "https://a/[b]", "note: see", "https://a:b/"]
        {
            assert_eq!(uri(text), None, "{text}");
        }
    }

    #[test]
    fn knows_an_email_address() {
        assert!(is_email("a.b+c@example.org"));
        for text in ["", "a", "a@b", "a b@example.org", "a@-b.org", ".a@b.org"] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn divides_highlights_by_groups() {
        let items = |texts: &[&str]| texts.iter().map(|t| Item { id: Id(0), text: (*t).to_owned() }).collect::<Vec<_>>();
        let groups = r#"[{"name": "G", "highlights": ["a", "gone"]}, {"name": "H", "highlights": ["b"]}]"#.parse().unwrap();
        let (own, groups, missing) = split_groups(items(&["a", "x", "a", "b"]), &groups);
        assert_eq!(own, items(&["a", "x"]));
        assert_eq!(groups[0].highlights, items(&["a"]));
        assert_eq!(groups[1].highlights, items(&["b"]));
        assert_eq!(missing, 1);
    }
}
