use faircopy::read::Outline;
use serde_json::{Value, json};

use crate::units::units;

use super::*;

/// The labels of a text's segments, as "text: section part step".
fn labels(text: &str, expected: &Value) -> Vec<String> {
    let outline = Outline::new(text);
    let (units, open) = units(expected);
    let labels = align(&outline.source, &outline.segments, &units, open);
    let name = |label: Label| match label.part {
        Part::Field(field) => format!("{field:?} {:?}", label.step),
        part => format!("{part:?} {:?}", label.step),
    };
    let line = |(segment, label): (&Segment, &Option<Label>)| {
        format!("{}: {}", outline.source.slice(segment.span), label.map_or("?".to_owned(), name))
    };
    outline.segments.iter().zip(&labels).map(line).collect()
}

#[test]
fn gives_like_values_to_their_entries_in_order() {
    let school = |from, to| json!({"institution": "University of Leeds", "startDate": from, "endDate": to});
    let expected = json!({"education": [school("2009", "2010"), school("2005", "2009")]});
    assert_eq!(
        labels("Education\nUniversity of Leeds\n2009 - 2010\nUniversity of Leeds\n2005 - 2009", &expected),
        [
            "Education: Heading Value",
            "University of Leeds: Institution Entry",
            "2009 - 2010: Dates Value",
            "University of Leeds: Institution Entry",
            "2005 - 2009: Dates Value"
        ]
    );
}

#[test]
fn gives_both_dates_of_a_range_to_one_entry_where_they_stand_apart() {
    let expected = json!({
        "work": [{"name": "Northwind", "startDate": "2014", "endDate": "2018"}],
        "education": [{"institution": "University of Leeds", "startDate": "2010", "endDate": "2014"}],
    });
    assert_eq!(
        labels("Experience\nNorthwind\n2014 - 2018\nEducation\n2010\n2014\nUniversity of Leeds", &expected)[3..],
        ["Education: Heading Value", "2010: Dates Entry", "2014: Dates Value", "University of Leeds: Institution Value"]
    );
}

#[test]
fn leaves_open_what_has_the_words_of_a_value_elsewhere() {
    let expected =
        json!({"work": [{"name": "Northwind", "position": "Engineer", "summary": "Led the team that built the harbour crane"}]});
    let found = labels("Northwind\nEngineer\ncrane Led\nZebra herd of the savanna", &expected);
    assert_eq!(found[2..], ["crane Led: ?", "Zebra herd of the savanna: Unplaced Value"]);
}
