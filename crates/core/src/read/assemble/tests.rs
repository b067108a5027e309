use super::super::Outline;
use super::super::decode::Reading;
use crate::parsed::Parsed;
use crate::read::label::{Label, Part, Step};
use crate::resume::{Field, SectionKind};

/// What a text is read as if its segments have the given labels.
fn assembled(text: &str, labels: &[(SectionKind, Part, Step)]) -> Parsed {
    let outline = Outline::new(text);
    assert_eq!(outline.segments.len(), labels.len(), "{:?}", outline.segments);
    let reading = |&(section, part, step): &(SectionKind, Part, Step)| Reading {
        label: Label { section, part, step },
        confidence: 1.0,
        runner_up: None,
    };
    outline.assemble(&labels.iter().map(reading).collect::<Vec<_>>())
}

/// The values of the entries of a section, in the order of their fields.
#[track_caller]
fn check(parsed: &Parsed, kind: SectionKind, expected: &[&[(Field, &str)]]) {
    let section = parsed.resume.sections.iter().find(|s| s.kind == kind).expect("the section");
    let found: Vec<Vec<(Field, String)>> = section
        .entries
        .iter()
        .map(|entry| {
            let texts = |value: &crate::resume::Value| match value {
                crate::resume::Value::Text(text) => text.clone(),
                crate::resume::Value::Date(date) => date.to_string(),
                crate::resume::Value::List(items) => items.iter().map(|i| i.text.as_str()).collect::<Vec<_>>().join(" | "),
            };
            entry.values().iter().map(|(field, value)| (*field, texts(value))).collect()
        })
        .collect();
    let expected: Vec<Vec<(Field, String)>> =
        expected.iter().map(|entry| entry.iter().map(|&(field, text)| (field, text.to_owned())).collect()).collect();
    assert_eq!(found, expected);
}

#[test]
fn keeps_the_word_between_two_parts_of_a_value() {
    use Step::{Continue, Entry};
    let highlights = |step| (SectionKind::Work, Part::Field(Field::Highlights), step);
    let parsed = assembled("- 22k users at peak", &[highlights(Entry), highlights(Continue)]);
    check(&parsed, SectionKind::Work, &[&[(Field::Highlights, "22k users at peak")]]);
}

#[test]
fn takes_a_name_from_what_the_document_calls_itself() {
    let name = (SectionKind::Basics, Part::Field(Field::Name), Step::Value);
    for text in ["Ada Example", "Résumé of Ada Example", "Ada Example's CV", "Curriculum Vitae of Ada Example"] {
        let parsed = assembled(text, &[name]);
        assert_eq!(parsed.resume.basics.text(Field::Name), Some("Ada Example"), "{text}");
        assert!(parsed.unplaced.is_empty(), "{text}");
    }
}

#[test]
fn takes_links_that_say_their_address_once() {
    let (url, account) = (Part::Field(Field::Url), (SectionKind::Profiles, Part::Profile, Step::Entry));
    let parsed = assembled(
        "[ada.example](https://ada.example/) [linkedin.com/in/ada](https://linkedin.com/in/ada) [Blog](https://blog.example/ada)",
        &[
            (SectionKind::Basics, url, Step::Value),
            account,
            (SectionKind::Custom, Part::Tag, Step::Value),
            (SectionKind::Profiles, Part::Profile, Step::Entry),
        ],
    );
    assert_eq!(parsed.resume.basics.text(Field::Url), Some("https://ada.example/"));
    check(
        &parsed,
        SectionKind::Profiles,
        &[
            &[(Field::Network, "LinkedIn"), (Field::Username, "ada"), (Field::Url, "https://linkedin.com/in/ada")],
            &[(Field::Url, "https://blog.example/ada")],
        ],
    );
    assert!(parsed.unplaced.is_empty(), "{:?}", parsed.unplaced);
}

#[test]
fn takes_what_a_link_leads_to_as_its_words_say() {
    let (account, junk) = ((SectionKind::Profiles, Part::Profile, Step::Entry), (SectionKind::Custom, Part::Unplaced, Step::Value));
    let parsed = assembled("[GitHub](https://github.com/ada) | [ada](https://gitlab.com/ada)", &[junk, account, account, account]);
    check(
        &parsed,
        SectionKind::Profiles,
        &[
            &[(Field::Network, "GitHub"), (Field::Username, "ada"), (Field::Url, "https://github.com/ada")],
            &[(Field::Network, "GitLab"), (Field::Username, "ada"), (Field::Url, "https://gitlab.com/ada")],
        ],
    );
    let name = |step| (SectionKind::Publications, Part::Field(Field::Name), step);
    let parsed = assembled("[Notes](https://example.org/notes)", &[name(Step::Entry), name(Step::Continue)]);
    check(&parsed, SectionKind::Publications, &[&[(Field::Name, "Notes"), (Field::Url, "https://example.org/notes")]]);
}

#[test]
fn takes_dates_that_are_said_twice_once() {
    let dates = (SectionKind::Education, Part::Dates, Step::Entry);
    let school = (SectionKind::Education, Part::Field(Field::Institution), Step::Value);
    let parsed = assembled(
        "2010 - 2014\nExample University\n2010 - 2014\n2015 - 2018\nOther University",
        &[dates, school, dates, dates, school],
    );
    let entry = |name, start, end| [(Field::Institution, name), (Field::StartDate, start), (Field::EndDate, end)];
    check(
        &parsed,
        SectionKind::Education,
        &[&entry("Example University", "2010", "2014"), &entry("Other University", "2015", "2018")],
    );
    assert!(parsed.unplaced.is_empty());
}

#[test]
fn begins_a_job_at_a_second_place() {
    let work = |field, step| (SectionKind::Work, Part::Field(field), step);
    let labels = [
        work(Field::Location, Step::Entry),
        work(Field::Highlights, Step::Value),
        work(Field::Location, Step::Value),
        work(Field::Highlights, Step::Value),
    ];
    let parsed = assembled("Vienna\nsold futures\nNew York\nbought them", &labels);
    let job = |place, what| [(Field::Location, place), (Field::Highlights, what)];
    check(&parsed, SectionKind::Work, &[&job("Vienna", "sold futures"), &job("New York", "bought them")]);
}

#[test]
fn tells_accounts_from_websites_by_their_hosts() {
    let website = (SectionKind::Basics, Part::Field(Field::Url), Step::Value);
    let account = (SectionKind::Profiles, Part::Profile, Step::Entry);
    let parsed = assembled("de.linkedin.com/in/ada\nada.example.org\nexample.com/u/ada", &[website, account, account]);
    assert_eq!(parsed.resume.basics.text(Field::Url), Some("https://ada.example.org"));
    let profiles = parsed.resume.sections.iter().find(|s| s.kind == SectionKind::Profiles).expect("the profiles");
    let urls: Vec<_> = profiles.entries.iter().filter_map(|e| e.text(Field::Url)).collect();
    assert_eq!(urls, ["https://de.linkedin.com/in/ada", "https://example.com/u/ada"]);
}

#[test]
fn splits_languages_from_their_levels() {
    let language = (SectionKind::Languages, Part::Field(Field::Language), Step::Entry);
    for (text, name, level) in [
        ("Français Langue maternelle", "Français", "Langue maternelle"),
        ("inglês avançado", "inglês", "avançado"),
        ("普通话 标准", "普通话", "标准"),
        ("Englisch fließend", "Englisch", "fließend"),
        ("inglés bastante bien", "inglés", "bastante bien"),
        ("Sindarin mother tongue", "Sindarin", "mother tongue"),
    ] {
        let parsed = assembled(text, &[language]);
        check(&parsed, SectionKind::Languages, &[&[(Field::Language, name), (Field::Fluency, level)]]);
    }
    let parsed = assembled("Deutsch und Friesisch Muttersprache", &[language]);
    let friesian: &[_] = &[(Field::Language, "Friesisch"), (Field::Fluency, "Muttersprache")];
    check(&parsed, SectionKind::Languages, &[&[(Field::Language, "Deutsch")], friesian]);
    let fluency = (SectionKind::Languages, Part::Field(Field::Fluency), Step::Value);
    let parsed = assembled("German C2 | English C1", &[language, fluency]);
    let english: &[_] = &[(Field::Language, "English"), (Field::Fluency, "C1")];
    check(&parsed, SectionKind::Languages, &[&[(Field::Language, "German"), (Field::Fluency, "C2")], english]);
    let continued = (SectionKind::Languages, Part::Field(Field::Language), Step::Continue);
    let parsed = assembled("English, native. Dutch, B2.", &[language, continued, continued]);
    let dutch: &[_] = &[(Field::Language, "Dutch"), (Field::Fluency, "B2")];
    check(&parsed, SectionKind::Languages, &[&[(Field::Language, "English"), (Field::Fluency, "native")], dutch]);
    let parsed = assembled("Mandarin Chinese", &[language]);
    check(&parsed, SectionKind::Languages, &[&[(Field::Language, "Mandarin Chinese")]]);
}

#[test]
fn leaves_out_what_announces_a_value() {
    use Step::Entry;
    let issuer = (SectionKind::Certificates, Part::Field(Field::Issuer), Entry);
    let parsed = assembled("Issued by Texas Nursing Board", &[issuer]);
    check(&parsed, SectionKind::Certificates, &[&[(Field::Issuer, "Texas Nursing Board")]]);
    let publisher = (SectionKind::Publications, Part::Field(Field::Publisher), Entry);
    let parsed = assembled("Journal of Sparse Hydrology", &[publisher]);
    check(&parsed, SectionKind::Publications, &[&[(Field::Publisher, "Journal of Sparse Hydrology")]]);
    let score = (SectionKind::Education, Part::Field(Field::Score), Entry);
    for (text, value) in [("Abschlussnote 1,7", "1,7"), ("GPA 3.8/4.0", "3.8/4.0"), ("cum laude", "cum laude")] {
        check(&assembled(text, &[score]), SectionKind::Education, &[&[(Field::Score, value)]]);
    }
}

#[test]
fn takes_a_publications_year_from_its_source() {
    use Step::{Entry, Value};
    let name = (SectionKind::Publications, Part::Field(Field::Name), Entry);
    let publisher = (SectionKind::Publications, Part::Field(Field::Publisher), Value);
    let parsed = assembled("Heat and how to fear it, twice. Polar Coasts 2023; 11: 55-71.", &[name, publisher]);
    let expected: &[_] = &[
        (Field::Name, "Heat and how to fear it, twice."),
        (Field::Publisher, "Polar Coasts 2023; 11: 55-71."),
        (Field::ReleaseDate, "2023"),
    ];
    check(&parsed, SectionKind::Publications, &[expected]);
}

#[test]
fn leaves_levels_of_skills_out_of_their_names() {
    let keywords = (SectionKind::Skills, Part::Field(Field::Keywords), Step::Entry);
    for (text, expected) in [
        ("SAP MM 了解", "SAP MM"),
        ("Visual Basic", "Visual Basic"),
        ("月次・年次決算", "月次・年次決算"),
        ("ロンドン・タイプ・スクール", "ロンドン・タイプ・スクール"),
        ("活版印刷・古い地図・屋台", "活版印刷 | 古い地図 | 屋台"),
        ("[ Sculling, Coaching ]", "Sculling | Coaching"),
        ("SQL (Postgres)", "SQL (Postgres)"),
    ] {
        let labels = vec![keywords; Outline::new(text).segments.len()];
        let labels: Vec<_> =
            labels.iter().enumerate().map(|(at, l)| (l.0, l.1, if at == 0 { Step::Entry } else { Step::Continue })).collect();
        check(&assembled(text, &labels), SectionKind::Skills, &[&[(Field::Keywords, expected)]]);
    }
}

#[test]
fn keeps_the_first_address_of_a_profile() {
    let profile = |step| (SectionKind::Profiles, Part::Profile, step);
    let parsed = assembled("github.com/ada | github.com/bob", &[profile(Step::Entry), profile(Step::Value)]);
    let expected: &[_] = &[(Field::Network, "GitHub"), (Field::Username, "ada"), (Field::Url, "https://github.com/ada")];
    check(&parsed, SectionKind::Profiles, &[expected]);
}

#[test]
fn joins_an_address_over_two_lines() {
    let parsed = assembled("www.linkedin.com/in/ada-\nlove", &[(SectionKind::Profiles, Part::Profile, Step::Entry)]);
    let url = "https://www.linkedin.com/in/ada-love";
    let expected: &[_] = &[(Field::Network, "LinkedIn"), (Field::Username, "ada-love"), (Field::Url, url)];
    check(&parsed, SectionKind::Profiles, &[expected]);
}

#[test]
fn takes_a_network_and_a_user_from_lines_of_their_own() {
    let profile = |step| (SectionKind::Profiles, Part::Profile, step);
    for (text, network, user) in
        [("LinkedIn\nada-example", "LinkedIn", "ada-example"), ("Google Scholar\nadaexample", "Google Scholar", "adaexample")]
    {
        let parsed = assembled(text, &[profile(Step::Entry), profile(Step::Continue)]);
        check(&parsed, SectionKind::Profiles, &[&[(Field::Network, network), (Field::Username, user)]]);
    }
}

#[test]
fn keeps_a_term_with_its_bracket() {
    let skill = |field, step| (SectionKind::Skills, Part::Field(field), step);
    let (name, terms) = (Field::Name, Field::Keywords);
    let parsed = assembled(
        "Data: SQL (Postgres, SQLite), Kafka",
        &[skill(name, Step::Entry), skill(terms, Step::Value), skill(terms, Step::Value), skill(terms, Step::Value)],
    );
    check(&parsed, SectionKind::Skills, &[&[(name, "Data"), (terms, "SQL (Postgres, SQLite) | Kafka")]]);
}
