//! Our JSON against `serde_json`'s: both take the same texts, and make the same of them.

use faircopy::Json;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::Value;

/// Checks that both say the same of a text.
#[track_caller]
fn check(text: &str) {
    match (text.parse::<Json>(), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(serde_json::from_str::<Value>(&ours.to_string()).unwrap(), theirs, "{text}");
            for written in [ours.to_string(), format!("{ours:#}")] {
                assert_eq!(written.parse(), Ok(ours.clone()), "{text}");
            }
            // Numbers are written by serde_json in its own way.
            if !text.contains(|c: char| c.is_ascii_digit()) {
                assert_eq!(ours.to_string(), serde_json::to_string(&theirs).unwrap());
                assert_eq!(format!("{ours:#}"), serde_json::to_string_pretty(&theirs).unwrap());
            }
        }
        (Err(ours), Err(theirs)) => {
            // serde_json counts a line break that is wrong itself, or in an escape, to the next line.
            let same_line = ours.line == theirs.line() || theirs.column() == 0 || text.contains('\\');
            assert!(same_line, "{text}: {ours}, but {theirs}");
        }
        // A float has no place for such a number.
        (Ok(_), Err(theirs)) if theirs.to_string().starts_with("number out of range") => {}
        (ours, theirs) => panic!("{text}: {ours:?}, but {theirs:?}"),
    }
}

#[test]
fn takes_what_json_is_and_nothing_else() {
    for text in [
        "",
        " ",
        "\u{feff}{}",
        "nul",
        "nulll",
        "True",
        "-",
        "+1",
        "01",
        "-0",
        "-0.0e-0",
        "1.",
        ".1",
        "1e",
        "1E+7",
        "1e400",
        "123456789012345678901234567890",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1",
        "[",
        "]",
        "{",
        "{}}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":1,\"b\":2,\"a\":3}",
        "{\"a\" :\t[ ] ,\r\n\"b\": { } }",
        "\"",
        "\"a\nb\"",
        "\"\u{7f}\u{80}\u{2028}\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e9\\u0000\\u001f\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\ud83d\\ude00\\uFFFF\"",
        "\"\\ud83d\"",
        "\"\\ud83d\\n\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\ud83d\"",
        "\"\\ude00\"",
        "// a\n1",
        "NaN",
        "1\n\n2",
        "\u{a0}1",
        "\u{b}1",
    ] {
        check(text);
    }
    for depth in [126, 127, 128, 129] {
        check(&("[".repeat(depth) + &"]".repeat(depth)));
        check(&("{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)));
    }
}

#[test]
fn keeps_the_digits_of_a_number() {
    for number in ["1.10", "1e400", "-0", "123456789012345678901234567890", "0.1E+07"] {
        assert_eq!(number.parse::<Json>().unwrap().to_string(), number);
    }
}

#[test]
fn says_what_was_expected_and_where() {
    for (text, what) in [
        ("", "it ends too early, at line 1, column 0"),
        ("{\"é\": \"", "it ends too early, at line 1, column 7"),
        ("{\n\"é\": tru}", "expected a value, at line 2, column 9"),
        ("{\"a\" 1}", "expected a colon, at line 1, column 6"),
        ("{\"a\": 1 \"b\": 2}", "expected a comma or a closing brace, at line 1, column 9"),
        ("[1 2]", "expected a comma or a closing bracket, at line 1, column 4"),
        ("[1, ]", "nothing follows after a comma, at line 1, column 5"),
        ("{a: 1}", "expected a key in quotation marks, at line 1, column 2"),
        ("[\"a\\d\"]", "there is no such escape, at line 1, column 5"),
        ("{} {}", "more follows after its end, at line 1, column 4"),
        ("[-a]", "a number lacks a digit, at line 1, column 3"),
    ] {
        assert_eq!(text.parse::<Json>().unwrap_err().to_string(), what);
    }
}

/// Texts of the pieces of JSON, mostly in an order that is none.
fn pieces() -> impl Strategy<Value = String> {
    let piece = select(
        &[
            "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "\"a\":", "1", "-", "0", ".5", "e", "E-3", "true", "null", " ",
            "\n", "\\", "\\u", "00e9", "\\ud83d", "\\ude00", "é", "\u{1}", "[]", "{}", "[1,2]", "\"\\n\"",
        ][..],
    );
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Valid JSON of any kind.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\"\\\\\u{0}-\u{20}/a\u{7f}]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let pairs = vec((select(&["", "a", "b", "\"", "é\n"][..]), inner.clone()), 0..6);
        let object = pairs.prop_map(|pairs| pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect());
        prop_oneof![vec(inner, 0..6).prop_map(Value::from), object.prop_map(Value::Object)]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agrees_on_pieces(text in pieces()) {
        check(&text);
    }

    #[test]
    fn agrees_on_lists_of_pieces(text in pieces()) {
        check(&format!("[{text}]"));
        check(&format!("{{\"a\":{text}}}"));
        check(&format!("\"{text}\""));
    }

    #[test]
    fn agrees_on_what_is_valid(json in any_json()) {
        check(&json.to_string());
        check(&format!("{json:#}"));
    }

    #[test]
    fn agrees_on_what_is_cut_short(json in any_json(), cut in any::<prop::sample::Index>()) {
        let text = json.to_string();
        let mut end = cut.index(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        check(&text[..end]);
    }
}
