//! Places: a line such as "10115 Berlin, Germany" in the parts that JSON Resume keeps apart.

use crate::lexicon::{Flags, Lexicon};

/// The ISO 3166-1 codes of all countries, two capitals each, in the order in which the lexicon counts them.
const COUNTRY_CODES: &str = include_str!(concat!(env!("OUT_DIR"), "/country_codes.txt"));

/// The parts of a place, each as written in its text, but for the country code, which is looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceParts {
    /// What stands before the city: street, house number.
    pub address: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// The city, or the whole text where it has no parts that we know.
    pub city: Option<String>,
    /// The state, province or county.
    pub region: Option<String>,
    /// The country as written.
    pub country: Option<String>,
    /// The ISO 3166-1 code of the country, two capitals.
    pub country_code: Option<String>,
}

/// Splits a place at its commas. Every word of `text` is in one part; a code is given only for a country that is named.
///
/// ```
/// use faircopy::recognise::place::split;
/// let parts = split("10115 Berlin, Deutschland");
/// assert_eq!(parts.postal_code.as_deref(), Some("10115"));
/// assert_eq!(parts.city.as_deref(), Some("Berlin"));
/// assert_eq!(parts.country_code.as_deref(), Some("DE"));
/// ```
pub fn split(text: &str) -> PlaceParts {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    if let Some((rest, code)) = bracketed_country(text) {
        let parts = split(&rest);
        return PlaceParts { country: some(code), country_code: some(code), ..parts };
    }
    // Brackets and slashes hold several places, or words about one: they have no single city and region.
    if text.contains(['(', ')', '/', '|', ';', '\n']) {
        return PlaceParts { city: some(text), ..PlaceParts::default() };
    }
    let mut rest: Vec<&str> = text.split(", ").collect();
    let mut parts = PlaceParts::default();
    if let Some((code, last)) = country(&rest) {
        parts.country = some(last);
        parts.country_code = Some(code.to_owned());
        rest.pop();
    }
    if let [.., last] = rest[..]
        && rest.len() > 1
        && is_postal(last)
    {
        parts.postal_code = some(last);
        rest.pop();
    }
    if let [before @ .., last] = &rest[..] {
        let (name, postal) = split_suffix(last);
        let known = is_region(name) && (!before.is_empty() || parts.country.is_some() || !is_city_too(name));
        // "Kirkby, Cumbria": an unknown last part is a region after a part that can be a city, not after a street.
        let likely = before.last().is_some_and(|b| !b.contains(|c: char| c.is_ascii_digit()) || split_prefix(b).0.is_some())
            && split_prefix(last).0.is_none();
        if known || likely {
            parts.region = some(name);
            parts.postal_code = parts.postal_code.or_else(|| postal.map(str::to_owned));
            rest.pop();
        }
    }
    if let Some(last) = rest.pop() {
        let (postal, city) = split_prefix(last);
        let (city, postal) = if postal.is_some() { (city, postal) } else { split_suffix(city) };
        if postal.is_some() && parts.postal_code.is_none() {
            parts.postal_code = postal.map(str::to_owned);
            parts.city = some(city);
        } else {
            parts.city = some(last);
        }
        parts.address = some(&rest.join(", "));
    }
    parts
}

/// The text of a place: the inverse of [`split`] for a text in the usual order.
///
/// ```
/// use faircopy::recognise::place::{join, split};
/// assert_eq!(join(&split("1 Main St, Austin, TX 78745, USA")), "1 Main St, Austin, TX 78745, USA");
/// ```
pub fn join(parts: &PlaceParts) -> String {
    let mut city = parts.city.clone();
    let mut region = parts.region.clone();
    if let Some(postal) = &parts.postal_code {
        match (&mut region, &mut city) {
            (Some(region), _) => *region = format!("{region} {postal}"),
            (None, Some(city)) => *city = format!("{postal} {city}"),
            (None, None) => city = Some(postal.clone()),
        }
    }
    let country = parts.country.clone().or_else(|| parts.country_code.clone());
    let mut all: Vec<String> = [parts.address.clone(), city, region].into_iter().flatten().filter(|p| !p.is_empty()).collect();
    match (country.filter(|c| !c.is_empty()), all.last_mut()) {
        // "Dresden, DE" would be in Delaware.
        (Some(code), Some(last)) if parts.region.is_none() && code.len() == 2 && is_region(&code) && is_code(&code) => {
            *last = format!("{last} ({code})");
        }
        (Some(country), _) => all.push(country),
        (None, _) => {}
    }
    all.join(", ")
}

/// A place without the code of a country in brackets, and that code: "Gent (BE)", "Scarborough (CA), Ontario".
fn bracketed_country(text: &str) -> Option<(String, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (code, after) = rest.split_once(')')?;
    let before = before.trim_end().trim_end_matches(',');
    let ends = after.is_empty() || after.starts_with(',');
    (is_code(code) && ends && !before.is_empty() && country(&[before]).is_none() && !after.contains(['(', ')']))
        .then(|| (format!("{before}{after}"), code))
}

/// The ISO 3166-1 code of a country by its name or that code in capitals.
fn country_by(text: &str) -> Option<&'static str> {
    let at = usize::from(Lexicon::get().word(text).country).checked_sub(1)?;
    COUNTRY_CODES.get(2 * at..2 * at + 2)
}

/// Whether `text` is the ISO 3166-1 code of a country, in capitals.
fn is_code(text: &str) -> bool {
    country_by(text) == Some(text)
}

/// The ISO 3166-1 code of a country named in English, German, French, Spanish, Portuguese, Italian, Dutch, Chinese or Japanese.
///
/// ```
/// assert_eq!(faircopy::recognise::place::country_code("allemagne"), Some("DE"));
/// ```
pub fn country_code(name: &str) -> Option<&'static str> {
    country_by(name).filter(|_| !is(name, Flags::COUNTRY_CODE))
}

/// Whether `name` is a state, province or county, by its name or its abbreviation in capitals.
pub fn is_region(name: &str) -> bool {
    is(name, Flags::REGION)
}

fn is(name: &str, kind: Flags) -> bool {
    Lexicon::get().word(name).flags.intersects(kind)
}

/// The code and the words of the country that the last part names.
fn country<'a>(parts: &[&'a str]) -> Option<(&'static str, &'a str)> {
    let (&last, before) = parts.split_last()?;
    let previous_is_region = before.last().is_some_and(|p| is_region(split_suffix(p).0));
    // "San Jose, CA" and "Atlanta, Georgia" are in the United States; "Toronto, ON, CA" has its region already.
    if is_region(last) && !before.is_empty() && !previous_is_region {
        return None;
    }
    let code = country_by(last).filter(|_| !before.is_empty() || !is(last, Flags::COUNTRY_CODE))?;
    Some((code, last))
}

/// A name that a region shares with its largest city, and so the city where it stands alone.
fn is_city_too(name: &str) -> bool {
    matches!(name, "New York" | "Washington" | "Québec" | "Quebec" | "São Paulo" | "Rio de Janeiro")
}

/// "TX 78745" is ("TX", "78745").
fn split_suffix(text: &str) -> (&str, Option<&str>) {
    let spaces = text.rmatch_indices(' ').take(2).map(|(at, _)| at).collect::<Vec<_>>();
    let found = spaces.into_iter().rev().find(|&at| is_postal(&text[at + 1..]));
    found.map_or((text, None), |at| (&text[..at], Some(&text[at + 1..])))
}

/// "10115 Berlin" is ("10115", "Berlin").
fn split_prefix(text: &str) -> (Option<&str>, &str) {
    let spaces = text.match_indices(' ').take(2).map(|(at, _)| at).collect::<Vec<_>>();
    let found = spaces.into_iter().rev().find(|&at| is_postal(&text[..at]));
    found.map_or((None, text), |at| (Some(&text[..at]), &text[at + 1..]))
}

/// Whether `text` has the shape of a postal code: `9` stands for a digit, `A` for a capital.
fn is_postal(text: &str) -> bool {
    if text.len() > 12 {
        return false;
    }
    let shape = |c: char| if c.is_ascii_digit() { '9' } else { c };
    let shape: String = text.chars().map(|c| if c.is_ascii_uppercase() { 'A' } else { shape(c) }).collect();
    POSTAL.contains(&shape.as_str())
}

const POSTAL: &[&str] = &[
    "9999",
    "99999",
    "999999",
    "99999-9999",
    "9999 AA",
    "9999AA",
    "999 99",
    "99-999",
    "9999-999",
    "99999-999",
    "999-9999",
    "〒999-9999",
    "A9 9AA",
    "A99 9AA",
    "AA9 9AA",
    "AA99 9AA",
    "A9A 9AA",
    "AA9A 9AA",
    "A9A 9A9",
    "A-9999",
    "A-99999",
    "AA-9999",
    "AA-99999",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` holds address, postal code, city, region, country and code, with a slash between.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let p = split(text);
        let parts = [&p.address, &p.postal_code, &p.city, &p.region, &p.country, &p.country_code];
        assert_eq!(parts.map(|p| p.as_deref().unwrap_or_default()).join("|"), expected);
    }

    #[test]
    fn splits_places() {
        check("", "|||||");
        check("Berlin", "||Berlin|||");
        check("Remote (Seattle, WA)", "||Remote (Seattle, WA)|||");
        check("London, UK", "||London||UK|GB");
        check("Austin, TX", "||Austin|TX||");
        check("Austin, TX, US", "||Austin|TX|US|US");
        check("San Francisco, California 94110, US", "|94110|San Francisco|California|US|US");
        check("4410 Juniper Bend Dr, Austin, TX 78745", "4410 Juniper Bend Dr|78745|Austin|TX||");
        check("Hauptstr. 5, 10115 Berlin, Deutschland", "Hauptstr. 5|10115|Berlin||Deutschland|DE");
        check("Flat 2, 10 Main St, London SW1A 1AA, United Kingdom", "Flat 2, 10 Main St|SW1A 1AA|London||United Kingdom|GB");
        check("Paris, Île-de-France, France", "||Paris|Île-de-France|France|FR");
        check("Tbilisi, Georgia", "||Tbilisi|Georgia||");
        check("Toronto, ON, CA", "||Toronto|ON|CA|CA");
        check("Stuttgart, (DE)", "||Stuttgart||DE|DE");
        check("Scarborough (CA), Ontario", "||Scarborough|Ontario|CA|CA");
        check("9000 Gent (BE)", "|9000|Gent||BE|BE");
        check("Remote (UK)", "||Remote (UK)|||");
        check("Wien, AT", "||Wien||AT|AT");
        check("Singapore", "||||Singapore|SG");
        check("New York", "||New York|||");
        check("東京, 日本", "||東京||日本|JP");
    }

    #[test]
    fn joins_what_it_split() {
        for text in [
            "Dresden (DE)",
            "Wien, AT",
            "London, UK",
            "1 Main St, Austin, TX 78745, USA",
            "10115 Berlin, Germany",
            "a, b, c, d",
            "Remote (x, y)",
        ] {
            assert_eq!(join(&split(text)), text);
        }
    }
}
