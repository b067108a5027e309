use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let shown: Vec<String> = find_all(text)
        .iter()
        .map(|e| {
            let date = |d: Option<(PartialDate, Span)>| d.map_or(String::new(), |d| d.0.to_string());
            let end = if e.ongoing { "now".to_owned() } else { date(e.to) };
            if e.range { format!("{}..{end}", date(e.from)) } else { date(e.from) }
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn reads_single_dates() {
    check("March 2019", &["2019-03"]);
    check("Mar. 2019 in Rome", &["2019-03"]);
    check("14 May 2018", &["2018-05-14"]);
    check("May 14, 2018", &["2018-05-14"]);
    check("14. Mai 2018", &["2018-05-14"]);
    check("03/2019", &["2019-03"]);
    check("14.05.2018", &["2018-05-14"]);
    check("05/14/2018", &["2018-05-14"]);
    check("2019-03-14", &["2019-03-14"]);
    check("2019.03", &["2019-03"]);
    check("2019年3月", &["2019-03"]);
    check("2019年", &["2019"]);
    check("marzo de 2019", &["2019-03"]);
    check("Mar '19", &["2019-03"]);
    check("Summer 2017", &["2017"]);
    check("(2021)", &["2021"]);
}

#[test]
fn reads_ranges() {
    check("Aug 2018 - June 2023", &["2018-08..2023-06"]);
    check("2019 — Now", &["2019..now"]);
    check("**August 2023 – Present**", &["2023-08..now"]);
    check("2013 – 2018", &["2013..2018"]);
    check("2016-18", &["2016..2018"]);
    check("2010-12", &["2010-12"]);
    check("2019–", &["2019..now"]);
    check("since 2019", &["2019..now"]);
    check("seit März 2019", &["2019-03..now"]);
    check("Apr. 2016 – heute", &["2016-04..now"]);
    check("septembre 2020 – aujourd'hui", &["2020-09..now"]);
    check("May – August 2019", &["2019-05..2019-08"]);
    check("Feb 2021 to Present", &["2021-02..now"]);
    check("2015年4月 ~ 2018年3月", &["2015-04..2018-03"]);
    check("2019年3月 至今", &["2019-03..now"]);
    check("2021-02-01 — Present", &["2021-02-01..now"]);
    check("July 2012 – *April* 2013", &["2012-07..2013-04"]);
    check("Q3 2023", &["2023"]);
    check("autumn 2017 – 2021", &["2017..2021"]);
    check("2012 – summer 2017", &["2012..2017"]);
    check("2014/15", &["2014..2015"]);
    check("2016/17 Meisterschule", &["2016..2017"]);
    check("WS 2007/08", &["2007..2008"]);
    check("2014/2015", &["2014..2015"]);
    check("2013 & 2014", &["2013..2014"]);
    check("2014 — 2015 and 2016 — 2017", &["2014..2015", "2016..2017"]);
    check("15/02/2014–31/08/2018", &["2014-02-15..2018-08-31"]);
    check("de mayo a octubre de 2023", &["2023-05..2023-10"]);
    check("2 月 2022 – 至今", &["2022-02..now"]);
    check("4 月 2020 – 現在", &["2020-04..now"]);
    check("March 2019–date", &["2019-03..now"]);
    check("[2019 – 2021]", &["2019..2021"]);
    check("2020年起", &["2020..now"]);
    check("Jan 2017 - Aug 20203 years 7 months", &["2017-01..2020-08"]);
    check("janv., 2017 - août, 202010 months", &["2017-01..2020-08"]);
    check("Feb 2022\n\\- Present", &["2022-02..now"]);
}

#[test]
fn ends_where_its_last_word_does() {
    let text = "Acme (02/2021 – Present)";
    assert_eq!(&text[find_all(text)[0].span.range()], "02/2021 – Present");
}

#[test]
fn leaves_other_numbers() {
    check("grew to $2019 and 2019% of 20190", &[]);
    check("1.9 to 0.4 per 1,000", &[]);
    check("March on", &[]);
    check("brought a 2019 model", &["2019"]);
    check("Eurocode 2 and 3", &[]);
    check("Omgevingsvisie 2040", &[]);
    check("20203 users, 201912 items", &[]);
    check("2019 Date of birth", &["2019"]);
}
