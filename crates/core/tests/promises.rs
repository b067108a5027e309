//! What holds for every text: reading never fails, every character is accounted for once, and every value is its source.

use std::fs;
use std::path::Path;

use faircopy::{Use, read};
use proptest::prelude::*;

/// Every promise that a reading makes, checked on one text.
#[track_caller]
fn check(text: &str) {
    if let Err(broken) = faircopy_soak::promises::check(&read(text)) {
        panic!("{broken}");
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
