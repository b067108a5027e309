//! What a person said of a text is obeyed, whatever the text, and the rest is read around it.

use faircopy::{Decision, Entry, Field, Parsed, SectionKind, Span, Value, What, Which, read, read_with};
use faircopy_soak::decide::{any_decision, decisions};
use faircopy_soak::promises::{check as keeps_promises, obeys};
use proptest::prelude::*;

use SectionKind::{Basics, Education, Projects, Skills, Volunteer, Work};
use What::{Dates, Field as Of, Group, Heading, Nothing};
use Which::{Any, Before, New};

const RESUME: &str = "\
Ada Example
ada@example.org | Berlin

Experience

Babbage & Co
Engineer, Berlin
May 2018 - June 2020
- Built the first engine.
- Wrote its notes.

Byron Ltd
Poet
2016 - 2018
- Wrote a book of verse.

Education

University of London, BSc Mathematics
2012 - 2015
";

/// Reads a text in which the first one of each of some texts is something.
#[track_caller]
fn decided(text: &str, said: &[(&str, What, Which)]) -> Parsed {
    let decision = |&(part, what, entry): &(&str, What, Which)| {
        let at = text.find(part).expect("the text");
        Decision { span: Span::new(at, at + part.len()), what, entry }
    };
    let parsed = read_with(text, &said.iter().map(decision).collect::<Vec<_>>());
    keeps_promises(&parsed).expect("a reading that keeps its promises");
    parsed
}

/// The entries of a section, a line each: the values, with `/` between them.
fn entries(parsed: &Parsed, kind: SectionKind) -> Vec<String> {
    let value = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        Value::Date(date) => date.to_string(),
        Value::List(items) => items.iter().map(|i| i.text.as_str()).collect::<Vec<_>>().join(" | "),
    };
    let line = |entry: &Entry| {
        let groups = entry.groups.iter().map(|g| format!("{}: {}", g.name, g.highlights.len()));
        entry.values().iter().map(|(_, v)| value(v)).chain(groups).collect::<Vec<_>>().join(" / ")
    };
    if kind == Basics { vec![line(&parsed.resume.basics)] } else { parsed.resume.entries(kind).iter().map(line).collect() }
}

#[track_caller]
fn check(said: &[(&str, What, Which)], kind: SectionKind, expected: &[&str]) {
    assert_eq!(entries(&decided(RESUME, said), kind), expected);
}

#[test]
fn the_rest_is_read_around_it() {
    // The position is where the employer was, so the employer is where the position was.
    let babbage = "Engineer / Babbage & Co / Berlin / 2018-05 / 2020-06 / Built the first engine. | Wrote its notes.";
    let byron = "Byron Ltd / Poet / 2016 / 2018 / Wrote a book of verse.";
    check(&[("Babbage & Co", Of(Work, Field::Position), Any)], Work, &[babbage, byron]);
    // What belongs to an employer goes with it into another section.
    check(
        &[("Byron Ltd", Of(Volunteer, Field::Organization), Any)],
        Volunteer,
        &["Byron Ltd / Poet / 2016 / 2018 / Wrote a book of verse."],
    );
    // Whether a project's one point describes it is another question.
    let projects = entries(&decided(RESUME, &[("Byron Ltd", Heading(Projects), Any)]), Projects);
    let [project] = &projects[..] else { panic!("{projects:?}") };
    assert!(["Poet", "2016 / 2018", "Wrote a book of verse."].iter().all(|part| project.contains(part)), "{project}");
}

#[test]
fn a_value_takes_the_place_of_another() {
    check(&[("Berlin", Of(Basics, Field::Name), Any)], Basics, &["Berlin / ada@example.org"]);
    check(
        &[("Poet", Of(Work, Field::Location), Any), ("verse", Of(Work, Field::Position), Before)],
        Work,
        &[
            "Babbage & Co / Engineer / Berlin / 2018-05 / 2020-06 / Built the first engine. | Wrote its notes.",
            "Byron Ltd / verse / Poet / 2016 / 2018 / Wrote a book of",
        ],
    );
    // Two stretches that are one value.
    let both = decided(RESUME, &[("Ada", Of(Basics, Field::Name), Any), ("Berlin", Of(Basics, Field::Name), Any)]);
    assert_eq!(both.resume.basics.text(Field::Name), Some("Ada Berlin"));
}

#[test]
fn entries_are_split_and_merged() {
    let notes = |entry| [("Wrote its notes", Of(Work, Field::Highlights), entry)];
    let babbage = "Babbage & Co / Engineer / Berlin / 2018-05 / 2020-06 / Built the first engine.";
    let byron = "Byron Ltd / Poet / 2016 / 2018 / Wrote a book of verse.";
    check(&notes(New), Work, &[babbage, "Wrote its notes", byron]);
    check(&notes(Any), Work, &[&format!("{babbage} | Wrote its notes"), byron]);
    let all = [
        ("Byron Ltd", Of(Work, Field::Summary), Before),
        ("Poet", Of(Work, Field::Summary), Before),
        ("2016 - 2018", Nothing, Any),
    ];
    let merged = "Babbage & Co / Engineer / Berlin / 2018-05 / 2020-06 / Byron Ltd\nPoet / Built the first engine. | Wrote its notes. | Wrote a book of verse.";
    check(&all, Work, &[merged]);
}

#[test]
fn what_stands_within_an_entry_does_not_part_it() {
    let engine = [("Built the first engine", Of(Skills, Field::Name), Any)];
    check(&engine, Skills, &["Built the first engine"]);
    let rest = "Babbage & Co / Engineer / Berlin / 2018-05 / 2020-06 / Wrote its notes.";
    check(&engine, Work, &[rest, "Byron Ltd / Poet / 2016 / 2018 / Wrote a book of verse."]);
    check(&[("first", Of(Basics, Field::Label), Any)], Basics, &["Ada Example / first / ada@example.org / Berlin"]);
    check(
        &[("Built the first engine", Group(Work), Any)],
        Work,
        &[
            "Babbage & Co / Engineer / Berlin / 2018-05 / 2020-06 / Built the first engine: 1",
            "Byron Ltd / Poet / 2016 / 2018 / Wrote a book of verse.",
        ],
    );
}

#[test]
fn dates_are_what_they_are_said_to_be() {
    let byron = "Byron Ltd / Poet / 2016 / 2018 / Wrote a book of verse.";
    let babbage = |dates: &str| format!("Babbage & Co / Engineer / Berlin / {dates}Built the first engine. | Wrote its notes.");
    check(&[("May 2018", Of(Work, Field::StartDate), Any)], Work, &[&babbage("2018-05 / 2020-06 / "), byron]);
    check(&[("June 2020", Of(Work, Field::StartDate), Any)], Work, &[&babbage("2020-06 / "), byron]);
    check(&[("May 2018 - June 2020", Nothing, Any)], Work, &[&babbage(""), byron]);
    // No date, but said to be one.
    check(
        &[("Poet", Of(Work, Field::EndDate), Any)],
        Work,
        &[&babbage("2018-05 / 2020-06 / "), "Byron Ltd / 2016 / Poet / Wrote a book of verse."],
    );
    check(&[("2012 - 2015", Dates(Education), Any)], Education, &["University of London / BSc / Mathematics / 2012 / 2015"]);
    // A range, and then words that are said to be one: the later of the two holds.
    let said = [("May 2018 - June 2020", Dates(Work), Any), ("Built the first engine", Dates(Work), Before)];
    let built = "Babbage & Co / Engineer / Berlin / Built the first engine / Wrote its notes.";
    check(&said, Work, &[built, byron]);
    let text = "Experience\n\nEngineer, Acme GmbH\nMay 2018\nnow\n- Built it.\n";
    let parsed = decided(text, &[("May 2018", Of(Work, Field::StartDate), Any), ("now", Of(Work, Field::EndDate), Any)]);
    assert_eq!(entries(&parsed, Work), ["Acme GmbH / Engineer / 2018-05 / Built it."]);
}

#[test]
fn what_was_left_out_can_be_said_to_be_something() {
    let text = format!("{RESUME}\nPage 1 of 2\n");
    let parsed = decided(&text, &[("Page 1 of 2", Of(Skills, Field::Name), Any)]);
    assert_eq!(entries(&parsed, Skills), ["Page 1 of 2"]);
}

#[test]
fn it_says_why() {
    let parsed = decided(RESUME, &[("Poet", Of(Work, Field::Position), Any)]);
    let proof = parsed.provenance.iter().find(|p| parsed.source.slice(p.spans[0]) == "Poet").expect("its source");
    assert_eq!((proof.reason.to_string().as_str(), proof.confidence, proof.runner_up), ("you said so", 1.0, None));
}

#[test]
fn decisions_that_fit_nothing_change_nothing() {
    let beyond = RESUME.len();
    for (start, end, what) in [
        (beyond + 4, beyond + 9, Of(Work, Field::Name)),
        (5, 5, Of(Work, Field::Name)),
        (0, 3, Of(Work, Field::Reference)),
        (0, 3, Group(Education)),
        (0, 3, Dates(Skills)),
    ] {
        assert_eq!(read_with(RESUME, &[Decision::new(Span::new(start, end), what)]), read(RESUME));
    }
    let backwards = Decision::new(Span { start: 9, end: 2 }, Of(Work, Field::Name));
    assert_eq!(read_with(RESUME, &[backwards]), read(RESUME));
}

/// Of two decisions about the same characters the later one holds.
#[test]
fn a_later_decision_holds() {
    let said = [
        ("University of London, BSc Mathematics", Of(Education, Field::Institution), Any),
        ("BSc Mathematics", Of(Education, Field::Area), Any),
    ];
    check(&said, Education, &["University of London / BSc Mathematics / 2012 / 2015"]);
    check(&[said[1], said[0]], Education, &["University of London, BSc Mathematics / 2012 / 2015"]);
}

/// A text that is read in pieces is read by its decisions in each.
#[test]
fn long_texts_are_read_by_them() {
    let text = RESUME.repeat(300_000 / RESUME.len() + 1);
    let all: Vec<Decision> =
        text.match_indices("Poet").map(|(at, _)| Decision::new(Span::new(at, at + 4), Of(Skills, Field::Name))).collect();
    let parsed = read_with(&text, &all);
    keeps_promises(&parsed).expect("a reading that keeps its promises");
    assert_eq!(entries(&parsed, Skills).len(), all.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_decision_is_obeyed(text in "(\\PC{0,30}\\n){0,8}", number in any::<u64>()) {
        let decision = any_decision(&text, number);
        let parsed = read_with(&text, &[decision]);
        prop_assert_eq!(keeps_promises(&parsed), Ok(()));
        prop_assert_eq!(obeys(&parsed, decision), Ok(()));
    }

    #[test]
    fn any_decision_about_a_resume_is_obeyed(number in any::<u64>()) {
        let decision = any_decision(RESUME, number);
        let parsed = read_with(RESUME, &[decision]);
        prop_assert_eq!(keeps_promises(&parsed), Ok(()));
        prop_assert_eq!(obeys(&parsed, decision), Ok(()));
    }

    #[test]
    fn any_decisions_keep_the_promises(number in any::<u64>()) {
        let parsed = read_with(RESUME, &decisions(RESUME, number));
        prop_assert_eq!(keeps_promises(&parsed), Ok(()));
    }
}
