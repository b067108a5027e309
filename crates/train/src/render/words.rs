//! Words to render with, from the reader's own lexicon.

use crate::rng::Rng;

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
/// Headings that the reader does not know.
pub const OWN_HEADINGS: &str = include_str!("headings.txt");
/// Names of projects within a job, a line each.
pub const GROUPS: &str = include_str!("groups.txt");
/// How people vary what they say of a job.
pub const VARIANTS: &str = include_str!("variants.txt");
/// How well something is known.
pub const LEVELS: &str = include_str!("../../../core/lexicon/fluency.txt");
/// Month names.
pub const MONTHS: &str = include_str!("../../../core/lexicon/months.txt");
/// Words around dates.
pub const DATES: &str = include_str!("../../../core/lexicon/dates.txt");

/// Words that announce fields.
pub const LABELS: &str = include_str!("../../../core/lexicon/labels.txt");

/// One of the phrases under `key`, rather a usual one, with a capital.
pub fn label(file: &'static str, lang: &str, key: &str, rng: &mut Rng) -> String {
    let all = phrases(file, lang, key);
    let usual = if rng.chance(70) { all.len().min(4) } else { all.len() };
    all.get(rng.below(usual.max(1))).map_or(String::new(), |phrase| capital(phrase, rng.chance(40)))
}

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
