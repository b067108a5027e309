//! Places: countries and states by their codes and names.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use fancy_regex::Regex;
use serde_json::Value;

use super::wording::{pattern, plain, share, words_of_plain};

/// Countries with their names, the usual one first.
const COUNTRIES: &str = include_str!("countries.txt");

/// States of the United States, likewise.
const STATES: &str = include_str!("states.txt");

fn table(text: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    text.lines().filter_map(|row| row.split_once(':')).map(|(code, names)| (code, names.split(',').collect()))
}

static COUNTRY: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| table(COUNTRIES).collect());

/// Every code and name with the name that stands for it. A code alone is rather a state's ("San Jose, CA") than a country's.
static ALIASES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let countries = table(COUNTRIES).flat_map(|(code, names)| {
        let usual = names[0];
        names.into_iter().chain([code]).map(move |alias| (alias, usual))
    });
    let states = table(STATES).flat_map(|(code, names)| [(code, names[0]), (names[0], names[0])]);
    countries.chain(states).collect()
});

static ALIAS: LazyLock<Regex> = LazyLock::new(|| {
    let mut aliases: Vec<&str> = ALIASES.keys().copied().collect();
    aliases.sort_unstable_by_key(|alias| (std::cmp::Reverse(alias.chars().count()), *alias));
    pattern(&format!(r"\b(?:{})\b", aliases.join("|")))
});

static INITIALS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:[a-z]\.){2,}"));

/// A country's names by its code in small letters; none if it is not known.
pub fn names(code: &str) -> &'static [&'static str] {
    COUNTRY.get(code).map_or(&[], Vec::as_slice)
}

/// A location, a text or an object, as a text with its country's name.
pub fn place_text(value: &Value) -> String {
    let Value::Object(location) = value else { return super::records::text_of(value) };
    let part = |key: &str| location.get(key).map(super::records::text_of).unwrap_or_default();
    let code = part("countryCode");
    let country = names(&code.to_lowercase()).first().map_or(code.clone(), |name| (*name).to_owned());
    let parts = ["address", "postalCode", "city", "region", "country"].map(part);
    parts.into_iter().chain([country]).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// How alike two places are by their words, 0–1.
pub fn same_place(a: &str, b: &str) -> f64 {
    let (x, y) = (place_words(a), place_words(b));
    share(x.intersection(&y).count(), x.len() + y.len())
}

fn place_words(text: &str) -> BTreeSet<String> {
    // The outer dot of initials is gone by now: "U.S.A." became "u.s.a".
    let text = plain(text) + ".";
    let text = INITIALS.replace_all(&text, |found: &fancy_regex::Captures<'_, str>| found[0].replace('.', ""));
    let text = ALIAS.replace_all(&text, |found: &fancy_regex::Captures<'_, str>| ALIASES[&found[0]].replace(' ', "_"));
    words_of_plain(&text).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::{place_text, same_place};
    use serde_json::json;

    #[test]
    fn codes_and_names_are_the_same_place() {
        for (a, b) in [("Portland, OR, U.S.A.", "portland oregon united states"), ("Berlin, Deutschland", "Berlin, Germany")] {
            assert!((same_place(a, b) - 1.0).abs() < 1e-9, "{a} {b}");
        }
        assert_eq!(place_text(&json!({"city": "Bern", "countryCode": "CH"})), "Bern, switzerland");
    }
}
