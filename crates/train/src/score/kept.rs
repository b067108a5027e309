//! Words of the source that the output holds, and words of the output that the source does not hold.

use std::collections::HashSet;
use std::sync::LazyLock;

use caseless::default_case_fold_str;
use fancy_regex::Regex;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

use super::place;
use super::records::text_of;
use super::wording::{is_unspaced, lines, pattern, plain, solid, words};

/// Words that a reader may leave out: months, headings, "to", "present".
static NOT_CONTENT: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("not_content.txt").split_whitespace().collect());

/// Keys of values that a reader may make up from others.
const DERIVED: [&str; 9] = ["$schema", "meta", "countryCode", "network", "username", "startDate", "endDate", "date", "releaseDate"];

static HYPHENATED: LazyLock<Regex> = LazyLock::new(|| pattern(r"([\p{L}\p{N}_]+)[-\x{ad}\x{2010}]\s*\n\s*([\p{L}\p{N}_]+)"));
static HYPHEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"[-\x{ad}\x{2010}]\s*\n\s*"));

/// Counts of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Words of the source that are content.
    pub source: usize,
    /// Those of them that the output does not hold.
    pub lost: usize,
    /// Words of the output.
    pub output: usize,
    /// Those of them that the source does not hold.
    pub invented: usize,
}

/// Compares the words of a source with those of what was made of it.
pub fn count(source: &str, output: &Value) -> Words {
    let source: String = source.nfkc().collect();
    let (content, lost) = kept(&source, output);
    let (all, invented) = invented(&source, output);
    Words { source: content, lost, output: all, invented }
}

fn kept(source: &str, output: &Value) -> (usize, usize) {
    let mut texts = Vec::new();
    texts_in(output, &mut texts);
    let mut held: HashSet<String> = texts.iter().flat_map(|text| words(text)).collect();
    let basics = &output["basics"];
    let phone: String = text_of(&basics["phone"]).chars().filter(|c| c.is_numeric()).collect();
    if basics["location"].is_object() {
        let code = text_of(&basics["location"]["countryCode"]).to_lowercase();
        held.extend(place::names(&code).iter().flat_map(|name| words(name)));
    }
    for found in HYPHENATED.captures_iter(source) {
        let found = found.expect("a match without end");
        if held.contains(&plain(&format!("{}{}", &found[1], &found[2]))) {
            held.extend([plain(&found[1]), plain(&found[2])]);
        }
    }
    let content = |word: &String| (word.chars().count() > 1 || is_unspaced(word)) && !NOT_CONTENT.contains(word.as_str());
    let all: Vec<String> = lines(source).flat_map(words).filter(content).collect();
    let in_phone = |word: &str| word.chars().all(char::is_numeric) && phone.contains(word);
    let lost = all.iter().filter(|word| !held.contains(*word) && !in_phone(word)).count();
    (all.len(), lost)
}

fn invented(source: &str, output: &Value) -> (usize, usize) {
    let joined = HYPHEN.replace_all(source, "");
    let known: HashSet<String> = lines(source).chain(lines(&joined)).flat_map(words).collect();
    let letters = solid(&default_case_fold_str(source));
    let mut texts = Vec::new();
    prose_in(output, &mut texts);
    let said: Vec<String> = texts.iter().flat_map(|text| words(text)).collect();
    let said: Vec<&String> = said.iter().filter(|word| !["http", "https", "www", "mailto"].contains(&word.as_str())).collect();
    let invented = said.iter().filter(|word| !known.contains(**word) && !letters.contains(&solid(word))).count();
    (said.len(), invented)
}

/// Every text and number in a value.
fn texts_in(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.values().for_each(|value| texts_in(value, texts)),
        Value::Array(values) => values.iter().for_each(|value| texts_in(value, texts)),
        Value::Null | Value::Bool(_) => {}
        value => texts.push(text_of(value)),
    }
}

/// Every text that should be the source's.
fn prose_in(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().filter(|(key, _)| !DERIVED.contains(&key.as_str())).for_each(|(_, value)| prose_in(value, texts));
        }
        Value::Array(values) => values.iter().for_each(|value| prose_in(value, texts)),
        Value::String(text) => texts.push(text.clone()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{Words, count};
    use serde_json::json;

    #[test]
    fn words_are_looked_for_in_the_output_and_in_the_source() {
        let output = json!({"basics": {"name": "Ada Example"}, "work": [{"name": "Engines", "startDate": "2019-05"}]});
        let words = count("Ada Example, Lon-\ndon\nMay 2019", &output);
        assert_eq!(words, Words { source: 5, lost: 2, output: 3, invented: 1 });
    }
}
