//! What we write reads back to the same résumé, and writes the same the second time, whatever the fields hold.

use faircopy::{
    Entry, Field, FieldKind, Group, Id, Item, PartialDate, Resume, Section, SectionKind, Value, read_json, read_markdown, write,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

/// What a format could take for its own: marks, separators, labels, white space, words of the dialect.
const NASTY: &[&str] = &[
    " ",
    " ",
    " ",
    "  ",
    "\t",
    "\n",
    "\u{a0}",
    "\u{feff}",
    "\u{2028}",
    "\u{0}",
    "\r\n",
    "a",
    "b",
    "Ada",
    "é",
    "漢字",
    "👩‍💻",
    "\u{202e}",
    "1",
    "2018",
    "1.",
    "1)",
    "May 2018",
    "Present",
    "-",
    "--",
    "---",
    "–",
    " – ",
    " — ",
    " · ",
    " | ",
    "|",
    ", ",
    ",",
    ": ",
    ":",
    ":**",
    "**",
    "*",
    "_",
    "__",
    "`",
    "~",
    "#",
    "##",
    "# ",
    ">",
    "<",
    "<b>",
    "<https://a.org>",
    "&",
    "&amp;",
    "&#65;",
    "\\",
    "\\\\",
    "[",
    "]",
    "](",
    "(",
    ")",
    "!",
    "=",
    "===",
    "+",
    "[x](y)",
    "\"",
    "{",
    "}",
    "Bachelor",
    " of ",
    "Website",
    "Profile",
    "Phone",
    "Experience",
    "Skills",
    "LinkedIn",
    "https://",
    "example.org",
    "/a",
    "@",
    "a@b.org",
    "github.com/ada",
    "mailto:",
    "+44 20 7946",
    "London, UK",
    "TX 78745",
    "\u{ad}",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => vec(select(NASTY), 1..6).prop_map(|parts| parts.concat()),
        1 => "[a-z]{1,8}( [a-z]{1,8}){0,2}",
        1 => any::<String>(),
    ]
}

fn url() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => select(&["https://example.org", "http://a.org/b?c=(d)&e;#f", "https://github.com/ada", "https://www.linkedin.com/in/a_b/",
            "https://medium.com/@ada", "https://example.org/zoë", "example.org/*_*", "https://a.org/[x]", "https://a.org:"][..])
            .prop_map(str::to_owned),
        1 => text(),
    ]
}

fn date() -> impl Strategy<Value = Value> {
    let real = (1900..2100u16, prop::option::of(1..=12u8), prop::option::of(1..=31u8))
        .prop_filter_map("a date", |(y, m, d)| PartialDate::new(y, m, m.and(d)).map(Value::Date));
    prop_oneof![4 => real, 1 => text().prop_map(Value::Text)]
}

fn value(field: Field) -> BoxedStrategy<Value> {
    match field.kind() {
        FieldKind::Date => date().boxed(),
        FieldKind::Bullets | FieldKind::Terms => vec(text(), 1..4).prop_map(|t| Value::List(items(t))).boxed(),
        _ if field == Field::Url => url().prop_map(Value::Text).boxed(),
        _ => text().prop_map(Value::Text).boxed(),
    }
}

fn items(texts: Vec<String>) -> Vec<Item> {
    texts.into_iter().map(|text| Item { id: Id(0), text }).collect()
}

fn entry(kind: SectionKind) -> impl Strategy<Value = Entry> {
    let values: Vec<_> =
        kind.fields().iter().map(|&f| prop::option::weighted(0.4, value(f)).prop_map(move |v| v.map(|v| (f, v)))).collect();
    let groups = if kind.has_groups() { 0..3 } else { 0..1 };
    (values, vec((text(), vec(text(), 0..3)), groups)).prop_map(|(values, groups)| {
        let mut entry = Entry::default();
        for (field, value) in values.into_iter().flatten() {
            entry.set(field, value);
        }
        entry.groups = groups.into_iter().map(|(name, list)| Group { id: Id(0), name, highlights: items(list) }).collect();
        entry
    })
}

fn section() -> impl Strategy<Value = Section> {
    select(&SectionKind::ALL[1..]).prop_flat_map(|kind| {
        (text(), vec(entry(kind), 0..4)).prop_map(move |(heading, entries)| Section { id: Id(0), kind, heading, entries })
    })
}

fn resume() -> impl Strategy<Value = Resume> {
    (entry(SectionKind::Basics), vec(section(), 0..4))
        .prop_map(|(basics, sections)| Resume { basics, sections, ..Resume::default() }.normalised())
}

#[track_caller]
fn same(read: &Resume, written: &Resume, text: &str) {
    assert!(read.same(written), "{text}\nread    {read:?}\nwritten {written:?}");
}

/// The résumé, with nothing in it that only a file has.
fn without_next_id(mut resume: Resume) -> Resume {
    resume.next_id = 0;
    resume
}

/// The same cases every time; others with `PROPTEST_RNG_SEED`, more with `PROPTEST_CASES`.
fn config() -> ProptestConfig {
    let default =
        ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() };
    proptest::test_runner::contextualize_config(default)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn markdown_reads_back(resume in resume()) {
        let text = write::markdown(&resume);
        if !text.is_empty() {
            let read = read_markdown(&text).unwrap_or_else(|| panic!("not ours:\n{text}"));
            same(&read.resume, &resume, &text);
            prop_assert_eq!(write::markdown(&read.resume), text);
            for provenance in &read.provenance {
                let source = provenance.spans.iter().map(|&s| read.source.slice(s)).collect::<Vec<_>>().join("\n");
                prop_assert!(!source.is_empty());
            }
        }
    }

    #[test]
    fn json_reads_back(mut resume in resume(), hidden in vec(prop::bool::weighted(0.2), 20)) {
        let entries = resume.sections.iter_mut().flat_map(|s| &mut s.entries);
        entries.zip(hidden).for_each(|(entry, hidden)| entry.hidden = hidden);
        let text = write::json(&resume, &[]);
        let read = read_json(&text);
        same(&without_next_id(read.resume.clone()), &without_next_id(resume), &text);
        prop_assert_eq!(write::json(&read.resume, &[]), text);
    }

    #[test]
    fn any_text_is_read(text in text()) {
        let _ = read_markdown(&text);
        let parsed = read_json(&text);
        prop_assert_eq!(parsed.ledger.rows().iter().map(|r| r.0.len()).sum::<usize>(), text.len());
    }
}
