use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let source = SourceText::new(text);
    let cut: Vec<_> = segments(&source, &crate::read::lines::look(&source), 0..source.lines().len(), &Decisions::default())
        .iter()
        .map(|s| source.slice(s.span).to_owned())
        .collect();
    assert_eq!(cut, expected, "{text}");
}

#[test]
fn cuts_lines_of_facts() {
    check("Engineer, Acme — Berlin\t2019 – 2021", &["Engineer", "Acme", "Berlin", "2019 – 2021"]);
    check("**Kestrel.dev** — *Remote (Leeds)*  ", &["Kestrel.dev", "Remote", "(Leeds)"]);
    check("Head of Product @ Fernhill Software", &["Head of Product", "Fernhill Software"]);
    check("Morgan & Teller · Full-time", &["Morgan & Teller", "Full-time"]);
    check("• Email: ada@example.org | +1 415-555-0132", &["Email", "ada@example.org", "+1 415-555-0132"]);
    check("**Databases:** Redis", &["Databases", "Redis"]);
    check("Rust, Go, GraphQL, Stripe, GCP", &["Rust, Go, GraphQL, Stripe, GCP"]);
    check("- African Medal – African Society (2021)", &["African Medal", "African Society", "2021"]);
    check("## Experience ##", &["Experience"]);
    check("Sorting hub, Northwind (Rust, Go, Redis, Kafka)", &["Sorting hub", "Northwind", "(Rust, Go, Redis, Kafka)"]);
    check("### Notes on C#", &["Notes on C#"]);
    check("- Services in C#", &["Services in C#"]);
    check("SKILLS ------------------", &["SKILLS"]);
    check("----------", &[]);
}

#[test]
fn cuts_links() {
    check(
        "[GitHub](https://github.com/ada) | [ada.example](https://ada.example/)",
        &["[GitHub]", "https://github.com/ada", "https://ada.example/"],
    );
    check("- [Notes](https://example.org/notes), Taylor, 1843", &["[Notes]", "https://example.org/notes", "Taylor", "1843"]);
    check("- Email: [ada@example.org](mailto:ada@example.org)", &["Email", "ada@example.org"]);
}

#[test]
fn leaves_prose_whole() {
    let prose = "Cut central-line infections from 1.9 to 0.4 per 1,000 line days between January 2021 and June 2022.";
    check(&format!("- {prose}"), &[prose]);
    let long = "Forecasting floods where nobody measures, lessons from the upper and lower river: a review. Journal, April 2023.";
    check(
        long,
        &["Forecasting floods where nobody measures, lessons from the upper and lower river: a review.", "Journal", "April 2023"],
    );
}

#[test]
fn cuts_wide_marks() {
    check("姓　　名：骆知秋　　　性　　别：女", &["姓　　名", "骆知秋", "性　　别", "女"]);
    check("2019年3月～現在　　株式会社ツキカゲ", &["2019年3月～現在", "株式会社ツキカゲ"]);
    check(
        "川味云仓供应链有限公司　｜　数据分析主管　｜　2020/07—至今　｜　成都",
        &["川味云仓供应链有限公司", "数据分析主管", "2020/07—至今", "成都"],
    );
    check("2018.07 至今，临江大学地理科学学院，副教授", &["2018.07 至今", "临江大学地理科学学院", "副教授"]);
    check("2012.07–2018.06，临江大学地理科学学院，讲师", &["2012.07–2018.06", "临江大学地理科学学院", "讲师"]);
    check("2018.07 至今，临江大学地理科学学院，副教授。", &["2018.07 至今", "临江大学地理科学学院", "副教授。"]);
    check(
        "10 月 2016 – 3 月 2020 博士研究員, 北アルプス材料研究所",
        &["10 月 2016 – 3 月 2020", "博士研究員", "北アルプス材料研究所"],
    );
    check("【求职意向】数据分析师", &["求职意向", "数据分析师"]);
    check("【基本信息】", &["基本信息"]);
    check("職　務　経　歴　書", &["職　務　経　歴　書"]);
}

#[test]
fn leaves_out_numbers_of_lines() {
    check("一、基本信息", &["基本信息"]);
    check("2、编写数据字典", &["编写数据字典"]);
    check("1．搭建模型", &["搭建模型"]);
    check("[3] 湖泊岸线提取", &["湖泊岸线提取"]);
    check("（一）工作", &["工作"]);
    check("[Remote] Engineer", &["[Remote] Engineer"]);
    check("(1) Engineer", &["(1) Engineer"]);
}

#[test]
fn cuts_citations() {
    check(
        "Doe J, Roe A. On tides and how to stop them. Journal of Water. 2017;9:88–97.",
        &["Doe J, Roe A.", "On tides and how to stop them.", "Journal of Water. 2017;9:88–97."],
    );
    check(
        "BRANDT, I. F. Cantigas de remo. Revista Águas e Letras, 2019.",
        &["BRANDT, I. F.", "Cantigas de remo.", "Revista Águas e Letras", "2019"],
    );
    check(
        "Bayesian rating curves with two gaugings. Water Statistics (November 2020)",
        &["Bayesian rating curves with two gaugings.", "Water Statistics", "November 2020"],
    );
}

#[test]
fn takes_no_abbreviation_for_a_citation() {
    check("M.S. Technical Communication, Copper University, 2013", &["M.S. Technical Communication", "Copper University", "2013"]);
    check("Istituto Alberghiero \"P. Artusi\", Riolo, 2003", &["Istituto Alberghiero \"P. Artusi\"", "Riolo", "2003"]);
    check("Elevadores para quem? Retrofit e permanência, 2003", &["Elevadores para quem? Retrofit e permanência", "2003"]);
}

#[test]
fn leaves_dates_in_sentences() {
    check("- Chaired the Faculty Board from 2020 to 2023.", &["Chaired the Faculty Board from 2020 to 2023."]);
    check(
        "- Won second prize at TechFest Coromandel 2024 (₹25,000).",
        &["Won second prize at TechFest Coromandel 2024 (₹25,000)."],
    );
}

#[test]
fn joins_what_is_broken() {
    check("www.linkedin.com/in/ada-\nlove (LinkedIn)", &["www.linkedin.com/in/ada-\nlove", "(LinkedIn)"]);
    check("example.org/talks\nlove", &["example.org/talks", "love"]);
    check("February 2014 —  April 2018   4 years", &["February 2014 —  April 2018", "4 years"]);
    check("2014  –  Engineer", &["2014  –", "Engineer"]);
    check("2021–    Data editor", &["2021–", "Data editor"]);
    let sentence = "Full stock count of 31 warehouses in one weekend, 2–3 March 2019.";
    check(&format!("- {sentence}"), &[sentence]);
}

#[test]
fn leaves_out_ratings() {
    check("Kotlin ★★★★☆", &["Kotlin"]);
    check("Jan 2017 - Aug 20203 years 7 months", &["Jan 2017 - Aug 2020", "3 years 7 months"]);
}

#[test]
fn joins_ranges_over_lines() {
    check("Acme\nFeb 2022\n- Present\nBerlin", &["Acme", "Feb 2022\n- Present", "Berlin"]);
    check("Feb 2022 –\nMay 2023", &["Feb 2022 –\nMay 2023"]);
    check("Feb 2022\nMay 2023", &["Feb 2022", "May 2023"]);
    check("2022\n- Present the work", &["2022", "Present the work"]);
}

/// No résumé has such a line; it is not to take seconds.
#[test]
fn leaves_the_end_of_an_endless_line_whole() {
    for marks in ["a|b|", "a\tb\t"] {
        let text = marks.repeat(10_000);
        let source = SourceText::new(&text);
        let cut = segments(&source, &crate::read::lines::look(&source), 0..1, &Decisions::default());
        assert!(cut.len() < 2 * cut::MOST + 3, "{}", cut.len());
        assert_eq!(cut.last().map(|s| s.span.end as usize), Some(text.len() - 1));
    }
}
