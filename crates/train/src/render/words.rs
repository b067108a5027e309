//! Words to render with, from the reader's own lexicon.

/// The phrases under `key` in `[lang]` of a lexicon file; English ones if the language has none.
pub fn phrases(file: &'static str, lang: &str, key: &str) -> Vec<&'static str> {
    let found = in_language(file, lang, key);
    if found.is_empty() { in_language(file, "en", key) } else { found }
}

fn in_language(file: &'static str, lang: &str, key: &str) -> Vec<&'static str> {
    let mut here = false;
    for line in file.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            here = name == lang;
        } else if here
            && let Some((name, phrases)) = line.split_once(": ")
            && name == key
        {
            return phrases.split(" | ").map(str::trim).collect();
        }
    }
    Vec::new()
}

/// Section headings.
pub const HEADINGS: &str = include_str!("../../../core/lexicon/headings.txt");
/// Month names.
pub const MONTHS: &str = include_str!("../../../core/lexicon/months.txt");
/// Words around dates.
pub const DATES: &str = include_str!("../../../core/lexicon/dates.txt");

/// A phrase with a capital first letter, or one on each longer word.
pub fn capital(phrase: &str, each: bool) -> String {
    let upper = |word: &str| {
        let mut chars = word.chars();
        chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
    };
    let words =
        phrase.split(' ').enumerate().map(|(i, w)| if i == 0 || (each && w.chars().count() > 3) { upper(w) } else { w.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}
