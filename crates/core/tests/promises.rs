//! What holds for every text: reading never fails, every character is accounted for once, and every value is its source.

use std::fs;
use std::path::Path;

use faircopy::recognise::date;
use faircopy::{Entry, Id, Parsed, Place, Repair, Use, Value, read};
use proptest::prelude::*;

/// Every promise that a reading makes, checked on one text.
#[track_caller]
fn check(text: &str) {
    let parsed = read(text);
    covers(&parsed);
    comes_from_source(&parsed);
}

/// The ledger's rows cover the source without gap or overlap, and what it calls unplaced is what is listed as unplaced.
#[track_caller]
fn covers(parsed: &Parsed) {
    let mut done = 0;
    for (span, _) in parsed.ledger.rows() {
        assert_eq!(span.start, done, "a gap or an overlap");
        assert!(span.end > span.start, "an empty row");
        assert!(parsed.source.text().is_char_boundary(span.end as usize));
        done = span.end;
    }
    assert_eq!(done as usize, parsed.source.text().len());
    let rows: Vec<_> = parsed.ledger.rows().iter().filter(|r| r.1 == Use::Unplaced).map(|r| r.0).collect();
    assert_eq!(rows, parsed.unplaced.iter().map(|u| u.span).collect::<Vec<_>>());
}

/// Every value has its provenance, and is what its spans say after the repairs.
#[track_caller]
fn comes_from_source(parsed: &Parsed) {
    let resume = &parsed.resume;
    let entries = std::iter::once(&resume.basics).chain(resume.sections.iter().flat_map(|s| &s.entries));
    for entry in entries {
        entry_comes_from_source(parsed, entry);
    }
    for proof in &parsed.provenance {
        assert!((0.0..=1.0).contains(&proof.confidence));
        for &span in &proof.spans {
            let used = parsed.ledger.rows().iter().filter(|r| r.0.overlaps(span));
            assert!(
                used.clone().count() > 0 && used.clone().all(|r| matches!(r.1, Use::Field(_))),
                "a value's span is not a field"
            );
        }
    }
}

#[track_caller]
fn entry_comes_from_source(parsed: &Parsed, entry: &Entry) {
    let proof = |owner: Id, field| {
        let place = Place { owner, field };
        parsed.source_of(place).unwrap_or_else(|| panic!("{place:?} has no source"))
    };
    let text_of = |owner, field, value: &str| {
        let proof = proof(owner, field);
        if proof.repairs.contains(Repair::NetworkNamed) {
            let host = parsed.source.slice(proof.spans[0]).to_lowercase();
            assert!(!value.is_empty() && host.contains('.'), "{value} is not named by {host}");
            return;
        }
        let pieces: Vec<String> = proof.spans.iter().map(|&s| proof.repairs.apply(parsed.source.slice(s))).collect();
        let joined = pieces.iter().filter(|p| !p.is_empty()).cloned().collect::<Vec<_>>();
        assert!(joined.join(" ") == value || joined.join("\n") == value, "{value:?} is not {pieces:?}");
    };
    for (field, value) in entry.values() {
        match value {
            Value::Text(text) => text_of(entry.id, *field, text),
            Value::Date(expected) => {
                let proof = proof(entry.id, *field);
                let source = parsed.source.slice(proof.spans[0]);
                let found = date::find_all(source);
                let said = found.iter().flat_map(|e| [e.from, e.to]).flatten().any(|d| d.0 == *expected)
                    || source.contains(&expected.year().to_string()[2..]);
                assert!(said, "{expected} is not in {source:?}");
            }
            Value::List(items) => items.iter().for_each(|i| text_of(i.id, *field, &i.text)),
        }
    }
    for group in &entry.groups {
        text_of(group.id, faircopy::Field::Name, &group.name);
        group.highlights.iter().for_each(|i| text_of(i.id, faircopy::Field::Highlights, &i.text));
    }
}

/// The texts of all cases beside this file.
fn cases() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the cases").flatten().map(|e| e.path().join("input.txt")).collect();
    paths.sort();
    paths.iter().map(|p| fs::read_to_string(p).expect("a case's text")).collect()
}

#[test]
fn holds_for_every_case() {
    for text in cases() {
        check(&text);
    }
}

#[test]
fn nothing_of_a_range_is_left_over() {
    let parsed = read("Experience\n\nEngineer, Acme GmbH\nMay 2018 to present\n- Built a thing\n");
    assert_eq!(parsed.unplaced_texts().collect::<Vec<_>>(), [""; 0]);
}

/// "Code" may announce a value, but here it ends a title.
#[test]
fn a_word_that_may_be_a_label_is_not_hidden() {
    let parsed = read(
        "# Ada\n\n## Experience\n\n### Senior Engineer | Research, Code\n**Acme** — *Berlin*\n*May 2018 – Present*\n\n- Built it.\n",
    );
    let at = parsed.source.text().find("Code").expect("the word") as u32;
    assert!(!matches!(parsed.ledger.at(at), Some(Use::Decoration(_))), "{:?}", parsed.ledger.at(at));
}

#[test]
fn holds_for_bad_input() {
    let long = "word ".repeat(20_000);
    let mixed = "Иван Петров\nमुंबई — ٢٠١٩\n\u{202e}עברית\u{202c} 2019–2021\n";
    for text in [
        "",
        "\n",
        "\u{feff}",
        "\0\u{1}\u{2}",
        "😀🎉\n🎉",
        "- ",
        &"- \n".repeat(10_000),
        &long,
        mixed,
        "**[(((",
        "|||",
        "---\n===",
        "\r\r\n",
    ] {
        check(text);
    }
}

#[test]
fn holds_for_a_text_that_is_read_in_pieces() {
    let all = cases().join("\n\n");
    check(&all.repeat(400_000 / all.len() + 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn holds_for_any_text(text in "\\PC{0,400}") {
        check(&text);
    }

    #[test]
    fn holds_for_lines_of_what_texts_are_made_of(parts in prop::collection::vec(prop::sample::select(&[
        "\n", "\n\n", "  ", "\t", "- ", "• ", "# ", "## ", "**", "*", "_", "`", "[", "](", ")", "(", "|", " · ", " — ", ", ", ": ", "2019", " – ", "present",
        "May 2018", "03/2019", "2019年3月", "Engineer", "Acme GmbH", "Berlin", "Experience", "Education", "Skills", "ada@example.org", "linkedin.com/in/ada",
        "+44 20 7946 0000", "BSc", "University", "built a thing that works well,", "and goes on-", "ﬁnance", "\\$", "&amp;", "Page 1 of 2", "é", "東京", "German (B2)",
    ][..]), 0..120)) {
        check(&parts.concat());
    }

    #[test]
    fn holds_for_damaged_cases(seed in any::<prop::sample::Index>(), cuts in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, "\\PC{0,6}"), 1..8)) {
        let cases = cases();
        let mut text: Vec<char> = seed.get(&cases).chars().collect();
        for (at, len, with) in cuts {
            if !text.is_empty() {
                let at = at.index(text.len());
                let end = (at + len).min(text.len());
                text.splice(at..end, with.chars());
            }
        }
        check(&text.into_iter().collect::<String>());
    }
}
