//! The word files, and what a phrase in each is known for. Read when the crate is built; the program holds none of the words.

use super::word::{Flags, Word};
use crate::resume::SectionKind;

/// Calls `visit` with each phrase of each file and what it is known for.
pub fn each(mut visit: impl FnMut(&'static str, Word)) {
    places(&mut visit);
    networks(&mut visit);
    for &(text, meaning) in FILES {
        let mut key = "";
        for line in text.lines() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                key = name;
                continue;
            }
            let (key, phrases) = line.split_once(": ").unwrap_or((key, line));
            let word = meaning(key);
            // A `*` stands for any words, which no look-up can match.
            for phrase in phrases.split(" | ").filter(|p| !p.contains('*')) {
                visit(phrase.trim(), word);
            }
        }
    }
}

/// A word file as the program holds it where it needs the words themselves.
#[allow(dead_code)] // tests look at the words alone
pub fn without_comments(text: &str) -> String {
    text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n")
}

/// The codes of all countries, two letters each.
#[allow(dead_code)] // tests look at the words alone
pub fn country_codes() -> String {
    countries().map(|(code, _)| code).collect()
}

fn countries() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let lines = include_str!("../lexicon/countries.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).map(|(code, names)| (code, names.split(';').collect()))
}

/// Countries and regions: a code, then names between semicolons.
fn places(visit: &mut impl FnMut(&'static str, Word)) {
    for ((code, names), country) in countries().zip(1..) {
        let word = Word { country, ..flag(Flags::COUNTRY) };
        for name in names {
            visit(name, word);
        }
        visit(code, Word { flags: word.flags.with(Flags::COUNTRY_CODE), ..word });
    }
    let word = flag(Flags::COUNTRY.with(Flags::REGION));
    for line in include_str!("../lexicon/regions.txt").lines().filter(|line| !line.starts_with(['#', '['])) {
        let (code, names) = line.split_once(' ').unwrap_or_default();
        for phrase in names.split(';').chain([code]).filter(|phrase| phrase.len() > 1) {
            visit(phrase.trim(), word);
        }
    }
}

/// Networks: where an address starts, then the network's name.
fn networks(visit: &mut impl FnMut(&'static str, Word)) {
    let lines = include_str!("../lexicon/networks.txt").lines().filter(|l| !l.starts_with('#'));
    for (_, name) in lines.filter_map(|l| l.split_once(' ')) {
        visit(name, flag(Flags::NETWORK));
    }
}

type Meaning = fn(&str) -> Word;

/// Each file, and what its keys mean.
const FILES: &[(&str, Meaning)] = &[
    (include_str!("../lexicon/headings.txt"), heading),
    (include_str!("../lexicon/months.txt"), |key| Word { month: key.parse().unwrap_or(0), ..Word::default() }),
    (include_str!("../lexicon/dates.txt"), |key| flag(date(key))),
    (include_str!("../lexicon/particles.txt"), |key| flag(particle(key))),
    (include_str!("../lexicon/labels.txt"), |key| flag(label(key))),
    (include_str!("../lexicon/furniture.txt"), |key| flag(furniture(key))),
    (include_str!("../lexicon/titles.txt"), |key| flag(if key.ends_with("level") { Flags::SENIORITY } else { Flags::TITLE })),
    (include_str!("../lexicon/degrees.txt"), |_| flag(Flags::DEGREE)),
    (include_str!("../lexicon/institutions.txt"), |_| flag(Flags::INSTITUTION)),
    (include_str!("../lexicon/organisations.txt"), |key| flag(if key == "any" { Flags::FIRM } else { Flags::ORGANISATION })),
    (include_str!("../lexicon/places.txt"), |key| flag(place(key))),
    (include_str!("../lexicon/languages.txt"), |_| flag(Flags::LANGUAGE)),
    (include_str!("../lexicon/fluency.txt"), |_| flag(Flags::FLUENCY)),
    (include_str!("../lexicon/actions.txt"), |_| flag(Flags::ACTION)),
    (include_str!("../lexicon/skill_groups.txt"), |_| flag(Flags::SKILL_GROUP)),
];

fn flag(flags: Flags) -> Word {
    Word { flags, ..Word::default() }
}

fn place(key: &str) -> Flags {
    match key.split_once(' ').map_or(key, |(kind, _)| kind) {
        "remote" => Flags::REMOTE,
        "around" => Flags::AROUND,
        _ => Flags::CITY,
    }
}

fn heading(key: &str) -> Word {
    let kind = match key {
        "basics" | "summary" => Some(SectionKind::Basics),
        "internships" => Some(SectionKind::Work),
        "courses" => Some(SectionKind::Education),
        key => SectionKind::ALL.into_iter().find(|k| k.json_name() == key),
    };
    Word { heading: kind, flags: if key == "summary" { Flags::SUMMARY } else { Flags::default() }, ..Word::default() }
}

fn date(key: &str) -> Flags {
    match key {
        "spring" | "summer" | "autumn" | "winter" | "quarter" | "half" => Flags::SEASON,
        "present" => Flags::PRESENT,
        "since" => Flags::SINCE,
        "from" => Flags::FROM,
        "to" => Flags::TO,
        "until" => Flags::UNTIL,
        "year" | "month" | "day" | "week" | "less" => Flags::TIME_UNIT,
        _ => Flags::default(),
    }
}

fn particle(key: &str) -> Flags {
    match key {
        "of" => Flags::OF,
        "ordinal" => Flags::ORDINAL,
        "and" => Flags::AND,
        "at" => Flags::AT,
        "in" => Flags::IN,
        "page" => Flags::PAGE,
        "picture" => Flags::PICTURE,
        _ => Flags::default(),
    }
}

fn label(key: &str) -> Flags {
    let kind = match key {
        "score" | "thesis" => Flags::SCORE,
        "issuer" | "publisher" => Flags::ISSUER,
        "keywords" | "courses" => Flags::TERMS,
        _ => Flags::default(),
    };
    kind.with(Flags::LABEL)
}

fn furniture(key: &str) -> Flags {
    match key.split(' ').next() {
        Some("employment-type") => Flags::EMPLOYMENT,
        Some("document-title") => Flags::DOCUMENT,
        _ => Flags::FURNITURE,
    }
}
