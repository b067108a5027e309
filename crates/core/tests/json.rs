//! JSON of other hands: whatever is in it survives being read and written.

use faircopy::{Decoration, Field, SectionKind, Use, Value, read_json, write};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Value as Json, json};

/// Reads and writes.
fn again(text: &str) -> Json {
    serde_json::from_str(&write::json(&read_json(text).resume, &[])).unwrap()
}

/// Whether all of `part` is in `whole`: each key of an object, each element of a list.
fn holds(whole: &Json, part: &Json) -> bool {
    match (whole, part) {
        (Json::Object(whole), Json::Object(part)) => part.iter().all(|(key, p)| whole.get(key).is_some_and(|w| holds(w, p))),
        (Json::Array(whole), Json::Array(part)) => whole.len() == part.len() && whole.iter().zip(part).all(|(w, p)| holds(w, p)),
        (whole, part) => whole == part,
    }
}

#[track_caller]
fn check_kept(input: &Json) {
    let output = again(&input.to_string());
    assert!(holds(&output, input), "{input:#}\n{output:#}");
}

#[test]
fn hidden_entries_stand_at_their_places_in_the_order_of_the_file() {
    let hidden = |section: &str, at: u64, name: &str| json!({"section": section, "at": at, "entry": {"name": name}});
    let list = [
        hidden("work", 4, "e"),
        hidden("projects", 9, "q"),
        hidden("work", 1, "b"),
        hidden("work", 1, "c"),
        hidden("work", 99, "g"),
    ];
    let text = json!({
        "work": [{"name": "a"}, {"name": "d"}, {"name": "f"}],
        "projects": [{"name": "p"}],
        "meta": {"faircopy": {"hidden": list}},
    });
    let resume = read_json(&text.to_string()).resume;
    let names = |kind| resume.entries(kind).iter().map(|e| (e.text(Field::Name).unwrap(), e.hidden)).collect::<Vec<_>>();
    let work = [("a", false), ("b", true), ("c", true), ("d", false), ("e", true), ("f", false), ("g", true)];
    assert_eq!(names(SectionKind::Work), work);
    assert_eq!(names(SectionKind::Projects), [("p", false), ("q", true)]);
}

#[test]
fn keeps_what_it_does_not_know() {
    check_kept(&json!({
        "$schema": "https://example.org/other",
        "basics": {"name": null, "label": "", "email": "not an address", "url": "two words", "x": {"y": [1, 2.5]}, "location": null,
            "profiles": [null, {}, {"network": "X", "followers": 3}]},
        "work": [{"name": "  N ", "position": 5, "startDate": "Spring 2018", "endDate": null, "highlights": "one\ntwo", "company": "old key"}],
        "volunteer": {}, "education": null, "awards": [], "skills": ["Rust", {"name": "Go", "keywords": ["a", null, " b "]}],
        "languages": "English", "interests": [[]], "meta": {"theme": "even", "version": "v1.0.0"}, "custom": [true],
    }));
    check_kept(&json!({"work": [{"groups": [{"name": "G", "highlights": ["gone"]}], "highlights": ["kept"]}]}));
    check_kept(&json!({"basics": {"location": {"city": "Berlin", "countryCode": "DE", "postalCode": 10115, "extra": "x"}}}));
    check_kept(&json!({"meta": {"faircopy": {"sections": 1, "order": "work", "texts": [], "later": {"a": 1}}}}));
}

#[test]
fn understands_what_it_can() {
    let parsed = read_json(
        r#"{"basics": {"name": 7, "location": {"city": "Oslo", "region": "Oslo", "countryCode": "NO"}}, "skills": ["Rust"],
            "work": [{"highlights": "one\ntwo", "startDate": "2018-03-01T00:00:00Z", "endDate": "Present", "url": "example.org"}]}"#,
    );
    let resume = &parsed.resume;
    assert_eq!(resume.basics.text(Field::Name), Some("7"));
    assert_eq!(resume.basics.text(Field::Location), Some("Oslo, Oslo, NO"));
    assert_eq!(resume.entries(SectionKind::Skills)[0].text(Field::Name), Some("Rust"));
    let job = &resume.entries(SectionKind::Work)[0];
    assert_eq!(job.list(Field::Highlights).len(), 2);
    assert_eq!(job.date(Field::StartDate).map(|d| d.to_string()).as_deref(), Some("2018-03-01"));
    assert_eq!(job.get(Field::EndDate), None);
    assert_eq!(job.text(Field::Url), Some("https://example.org"));
    assert_eq!(parsed.findings, []);
    assert_eq!(parsed.ledger.rows().len(), 1);
    assert_eq!(parsed.ledger.at(0), Some(Use::Decoration(Decoration::Syntax)));
}

#[test]
fn an_edit_replaces_what_was_imported() {
    let mut resume = read_json(r#"{"basics": {"name": 7, "email": "", "location": {"city": "Oslo", "x": 1}}}"#).resume;
    resume.basics.set(Field::Name, Value::Text("Ada".into()));
    resume.basics.set(Field::Email, Value::Text("ada@example.org".into()));
    resume.basics.set(Field::Location, Value::Text("Bergen".into()));
    let written: Json = serde_json::from_str(&write::json(&resume, &[])).unwrap();
    assert_eq!(written["basics"], json!({"name": "Ada", "email": "ada@example.org", "location": {"city": "Bergen"}}));
}

#[test]
fn says_what_is_wrong() {
    for (text, words) in [
        ("{\"basics\": {\n\"name\" \"Ada\"}}", "line 2, column 8"),
        ("{", "ends too early"),
        ("[]", "not a résumé"),
        ("{\"name\": \"Ada\"}", "none of the keys"),
        ("{\"work\": {\"a\": 1}}", "\"work\" should be a list"),
        ("{\"basics\": []}", ""),
        ("{\"basics\": 5}", "\"basics\" should be an object"),
        ("{\"work\": [{\"startDate\": \"soon\"}]}", "\"work[0].startDate\" is not a date"),
        ("{\"work\": [{\"highlights\": {\"a\": 1}}]}", "should be a list of texts"),
        ("{\"work\": [3]}", ""),
        ("{\"volunteer\": [[1]]}", "\"volunteer[0]\" should be an object"),
    ] {
        let findings = read_json(text).findings;
        let found = findings.first().map_or("", |f| f.message.as_str());
        assert!(found.contains(words) && (found.is_empty() == words.is_empty()), "{text}: {found}");
    }
    let deep = "{\"work\":".to_owned() + &"[".repeat(100_000);
    assert!(read_json(&deep).findings[0].message.contains("nested too deeply"));
    let many = json!({"work": vec![json!({"startDate": "soon"}); 100]}).to_string();
    assert_eq!(read_json(&many).findings.len(), 21);
}

#[test]
fn unplaced_lines_come_back() {
    for lines in [vec!["left over", "ÄÖ — x"], vec!["a \"quoted\" one", "plain"]] {
        let lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
        let text = write::json(&read_json("{}").resume, &lines);
        let parsed = read_json(&text);
        let unplaced: Vec<String> = parsed.unplaced_texts().map(str::to_owned).collect();
        assert_eq!(write::json(&parsed.resume, &unplaced), text);
    }
}

fn any_json() -> impl Strategy<Value = Json> {
    let texts =
        select(&["", " ", "a", "2018", "Present", "x@y.org", "https://a.org", "soon", "a, b", "\n"][..]).prop_map(Json::from);
    let leaf = prop_oneof![4 => texts, 1 => Just(Json::Null), 1 => any::<bool>().prop_map(Json::from), 1 => any::<i32>().prop_map(Json::from)];
    let keys = select(
        &[
            "name",
            "position",
            "url",
            "email",
            "startDate",
            "endDate",
            "date",
            "highlights",
            "groups",
            "keywords",
            "location",
            "city",
            "countryCode",
            "profiles",
            "summary",
            "x",
            "",
            "network",
            "institution",
            "entries",
            "heading",
        ][..],
    );
    leaf.prop_recursive(4, 40, 5, move |inner| {
        let object = btree_map(keys.clone().prop_map(str::to_owned), inner.clone(), 0..6);
        prop_oneof![vec(inner, 0..4).prop_map(Json::from), object.prop_map(|map| Json::Object(map.into_iter().collect()))]
    })
}

fn root() -> impl Strategy<Value = Json> {
    let keys = select(&["$schema", "basics", "work", "volunteer", "education", "skills", "projects", "languages", "x", "meta"][..]);
    btree_map(keys.prop_map(str::to_owned), prop_oneof![any_json(), vec(any_json(), 0..4).prop_map(Json::from)], 0..6)
        .prop_map(|map| Json::Object(map.into_iter().collect()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, rng_seed: RngSeed::Fixed(2), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_json_survives(root in root()) {
        let output = again(&root.to_string());
        // Where `meta` is no object, ours takes its place and holds it.
        let mut kept = root.clone();
        if let Some(meta) = kept.get_mut("meta").filter(|meta| !meta.is_object() && output["meta"].is_object()) {
            *meta = json!({"faircopy": {"meta": meta}});
        }
        prop_assert!(holds(&output, &kept), "{root:#}\n{output:#}");
        prop_assert_eq!(again(&output.to_string()), output);
    }
}
