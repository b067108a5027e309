use super::*;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let source = SourceText::new(text);
    let cut: Vec<_> = segments(&source, &crate::read::lines::look(&source), 0..source.lines().len())
        .iter()
        .map(|s| source.slice(s.span).to_owned())
        .collect();
    assert_eq!(cut, expected, "{text}");
}

#[test]
fn cuts_lines_of_facts() {
    check("Engineer, Acme — Berlin\t2019 – 2021", &["Engineer", "Acme", "Berlin", "2019 – 2021"]);
    check("**Warp.dev** — *Remote (Seattle)*  ", &["Warp.dev", "Remote", "(Seattle)"]);
    check("Head of Product @ Fernhill Software", &["Head of Product", "Fernhill Software"]);
    check("Morgan & Teller · Full-time", &["Morgan & Teller", "Full-time"]);
    check("• Email: ada@example.org | +1 415-555-0132", &["Email", "ada@example.org", "+1 415-555-0132"]);
    check("**Databases:** Redis", &["Databases", "Redis"]);
    check("Rust, Go, GraphQL, Stripe, GCP", &["Rust, Go, GraphQL, Stripe, GCP"]);
    check("- African Medal – African Society (2021)", &["African Medal", "African Society", "2021"]);
    check("## Experience ##", &["Experience"]);
    check("SKILLS ------------------", &["SKILLS"]);
    check("----------", &[]);
}

#[test]
fn leaves_prose_whole() {
    let prose = "Cut central-line infections from 1.9 to 0.4 per 1,000 line days between January 2021 and June 2022.";
    check(&format!("- {prose}"), &[prose]);
    let long = "Forecasting floods where nobody measures, lessons from the upper and lower river: a review. Journal, April 2023.";
    check(
        long,
        &["Forecasting floods where nobody measures, lessons from the upper and lower river: a review. Journal", "April 2023"],
    );
}
