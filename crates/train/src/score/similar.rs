//! When two values say the same.

use std::collections::HashSet;
use std::sync::LazyLock;

use caseless::default_case_fold_str;
use fancy_regex::Regex;
use serde_json::Value;

use super::place::same_place;
use super::records::text_of;
use super::wording::{Text, found, pattern, solid, words_of_plain};

/// How a field's values are compared.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// The same but for case, markup and outer punctuation.
    Exact,
    /// Words alike to this degree.
    Words(f64),
    /// Words alike to this degree, small words left out.
    Degree(f64),
    /// The same place, to this degree.
    Place(f64),
    /// The same date at the precision known.
    Date,
    /// The same digits.
    Phone,
    /// The same address but for its scheme.
    Url,
    /// The same numbers.
    Score,
    /// The same profile, however named.
    Profile,
}

impl Rule {
    /// How alike a known and a read value are, 0–1; `None` where they do not count as the same.
    pub fn compare(self, known: &Text, read: &Text) -> Option<f64> {
        let (a, b) = (known.raw.as_str(), read.raw.as_str());
        let (alike, enough) = match self {
            Self::Exact => (truth(known.plain == read.plain), 1.0),
            Self::Words(enough) => (known.alike(read), enough),
            Self::Degree(enough) => (large_words(known).alike(&large_words(read)), enough),
            Self::Place(enough) => (same_place(a, b), enough),
            Self::Date => (truth(same_date(a, b)), 1.0),
            Self::Phone => (truth(same_phone(a, b)), 1.0),
            Self::Url => (truth(bare_url(a) == bare_url(b)), 1.0),
            Self::Score => (same_score(known, read), 0.8),
            Self::Profile => (truth(share_a_name(a, b)), 1.0),
        };
        (alike >= enough).then_some(alike)
    }
}

fn truth(is: bool) -> f64 {
    if is { 1.0 } else { 0.0 }
}

fn large_words(text: &Text) -> Text {
    let words = words_of_plain(&text.plain).into_iter().filter(|word| !["of", "in", "the"].contains(&word.as_str()));
    Text::new(&words.collect::<Vec<_>>().join(" "))
}

/// A day after a known month is fine, a month after a known year is not.
fn same_date(known: &str, read: &str) -> bool {
    let day = |rest: &str| matches!(rest.as_bytes(), [b'-', a, b] if a.is_ascii_digit() && b.is_ascii_digit());
    known == read || (known.chars().count() == 7 && read.strip_prefix(known).is_some_and(day))
}

fn same_phone(a: &str, b: &str) -> bool {
    let [x, y] = [a, b].map(|text| text.chars().filter(|c| c.is_numeric()).collect::<Vec<char>>());
    x == y || (x.len().min(y.len()) >= 9 && x[x.len() - 9..] == y[y.len() - 9..])
}

static SCHEME: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:[a-z]+://|mailto:)?(?:www\.)?"));

/// An address without scheme and closing slash.
pub fn bare_url(text: &str) -> String {
    let text = default_case_fold_str(text.trim());
    SCHEME.replace(&text, "").trim_end_matches('/').to_owned()
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\p{Nd}+(?:[.,]\p{Nd}+)?"));

/// "GPA 3.9/4.0" is "3.9"; what holds no numbers is compared by words.
fn same_score(known: &Text, read: &Text) -> f64 {
    let [x, y] = [known, read].map(|text| found(&NUMBER, &text.raw).collect::<Vec<_>>());
    if x.is_empty() || y.is_empty() {
        return known.alike(read);
    }
    let both = x.len().min(y.len());
    truth(x[..both] == y[..both])
}

static PAGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[\p{L}\p{N}_.-]+\.[\p{L}\p{N}_]+/."));

/// The ways to name a profile, with spaces between: its address, and network/username, read off the address as well.
pub fn profile_text(profile: &Value) -> String {
    let part = |key: &str| match profile {
        Value::Object(profile) => profile.get(key).map(text_of).unwrap_or_default(),
        other if key == "url" => text_of(other),
        _ => String::new(),
    };
    let url = bare_url(&part("url"));
    let user = default_case_fold_str(part("username").trim_matches(['@', ' ']));
    let network = solid(&default_case_fold_str(&part("network")));
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: String| {
        if !names.contains(&name) {
            names.push(name);
        }
    };
    if !url.is_empty() {
        add(url.clone());
    }
    if !network.is_empty() && !user.is_empty() {
        add(format!("{network}/{user}"));
    }
    if PAGE.is_match(&url).expect("a match without end") {
        let host = url.split('/').next().unwrap_or_default().rsplit('.').nth(1).unwrap_or_default();
        let page = url.rsplit('/').next().unwrap_or_default().trim_matches('@');
        add(format!("{host}/{page}"));
    }
    if names.is_empty() {
        names.push(if network.is_empty() { user } else { network });
    }
    names.join(" ")
}

fn share_a_name(a: &str, b: &str) -> bool {
    let names: HashSet<&str> = a.split_whitespace().collect();
    b.split_whitespace().any(|name| names.contains(name))
}

#[cfg(test)]
mod tests {
    use super::{Rule, profile_text};
    use crate::score::wording::Text;
    use serde_json::json;

    #[test]
    fn each_kind_of_value_has_its_own_likeness() {
        for (rule, known, read, same) in [
            (Rule::Exact, "Rust,", "rust", true),
            (Rule::Date, "2018-05", "2018-05-02", true),
            (Rule::Date, "2018", "2018-05", false),
            (Rule::Phone, "+49 30 1234567", "030 / 1234567", true),
            (Rule::Url, "https://www.example.org/", "example.org", true),
            (Rule::Score, "GPA 3.9/4.0", "3.9", true),
            (Rule::Degree(0.75), "Bachelor of Science", "Bachelor Science", true),
            (Rule::Words(0.8), "Senior Engineer", "Engineer", false),
            (Rule::Profile, "github.com/ada github/ada", "github/ada", true),
        ] {
            assert_eq!(rule.compare(&Text::new(known), &Text::new(read)).is_some(), same, "{rule:?} {known} {read}");
        }
        assert_eq!(profile_text(&json!({"url": "https://github.com/ada"})), "github.com/ada github/ada");
        assert_eq!(profile_text(&json!({"network": "LinkedIn", "username": "@ada"})), "linkedin/ada");
    }
}
