use super::*;

/// Known readings compared with others of the same person, or with themselves: right, wrong and missing values; words of the
/// source, lost, of the output, made up. The counts are those of an independent scorer.
const PAIRS: &[(&str, &str, [usize; 3], [usize; 4])] = &[
    ("rendered/09-linkedin-pdf", "rendered/09-word-side-docx", [37, 25, 0], [129, 9, 215, 47]),
    ("rendered/20-colophon-copy", "rendered/20-word-columns-docx", [42, 12, 16], [139, 27, 190, 34]),
    ("rendered/45-linkedin-web-once-linkedin-web", "rendered/45-word-side-docx", [51, 4, 6], [349, 65, 232, 11]),
    ("rendered/49-autumn-copy", "rendered/49-word-columns-docx", [31, 22, 18], [309, 61, 261, 28]),
    ("shared/02-elegant-copy", "shared/02-stackoverflow-pdf", [68, 10, 1], [307, 10, 343, 17]),
    ("written/w10-shokumu-keirekisho", "written/w10-shokumu-keirekisho", [42, 0, 0], [486, 26, 417, 0]),
    ("shared/h03-handmade", "shared/h03-handmade", [41, 0, 0], [128, 0, 164, 0]),
    ("written/w09-academic-long", "written/w05-federal", [0, 47, 59], [241, 187, 314, 231]),
];

#[test]
fn counts_as_an_independent_scorer_does() {
    for (known, read, values, words) in PAIRS {
        let path = |case: &str, file: &str| format!("{}/../../corpus/{case}/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = |path: String| std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let json = |case: &str| -> Value { serde_json::from_str(&text(path(case, "expected.json"))).expect("a known reading") };
        let counts =
            compare(&json(known), &json(read), &Sureness::default()).fields.into_iter().fold(Counts::default(), Counts::plus);
        assert_eq!([counts.right, counts.wrong, counts.missing], *values, "{known} {read}");
        let counted = kept::count(&text(path(known, "input.txt")), &json(read));
        assert_eq!([counted.source, counted.lost, counted.output, counted.invented], *words, "{known} {read}");
    }
}

#[test]
fn says_how_sure_the_reader_is_of_what_is_right() {
    let text = "Ada Example\nada@example.org\n\nExperience\n\nEngineer, Northwind GmbH\nMay 2018 - June 2020\n- Built a thing that works.\n";
    let expected = serde_json::json!({"basics": {"name": "Ada Example", "email": "eve@example.org"}});
    let score = score(&expected, &faircopy::read(text));
    assert_eq!(score.said.len(), score.total().right + score.total().wrong, "every value has its confidence");
    assert_eq!(score.said.iter().filter(|said| said.1).count(), score.total().right);
}
