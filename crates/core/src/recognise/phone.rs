//! Telephone numbers of any country.

use crate::source::Span;

/// The first telephone number in `text`, in bytes: 7 to 15 digits (ITU-T E.164), grouped by spaces, dots, hyphens, slashes and
/// brackets, with an optional `+`, and not a date, a range of years, an amount or part of a word.
///
/// ```
/// let text = "Tel. +44 (0)20 7946 0000, London";
/// let span = faircopy::recognise::phone::find(text).unwrap();
/// assert_eq!(&text[span.range()], "+44 (0)20 7946 0000");
/// ```
pub fn find(text: &str) -> Option<Span> {
    let bytes = text.as_bytes();
    if bytes.iter().filter(|b| b.is_ascii_digit()).count() < FEWEST {
        return None;
    }
    let mut at = 0;
    while at < bytes.len() {
        let starts = bytes[at] == b'+' || bytes[at] == b'(' || bytes[at].is_ascii_digit();
        if !starts {
            at += 1;
            continue;
        }
        let len = text[at..].chars().take_while(|&c| c.is_ascii_digit() || is_joint(c)).map(char::len_utf8).sum::<usize>();
        let run = trim(&text[at..at + len]);
        let start = at + (run.as_ptr() as usize - text[at..].as_ptr() as usize);
        let before = text[..start].chars().next_back();
        let after = text[start + run.len()..].chars().next();
        let alone = !before.is_some_and(|c| c.is_alphanumeric() || "$€£¥#_/=-.".contains(c))
            && !after.is_some_and(|c| c.is_alphanumeric() || "%€$_".contains(c));
        let unit = text[start + run.len()..].trim_start().starts_with(|c: char| c.is_alphabetic() || "%€$£".contains(c));
        if alone && (is_number(run) || (!unit && is_threes(run))) {
            return Some(Span::new(start, start + run.len()));
        }
        at += len.max(1);
    }
    None
}

/// How many digits a number has at least and at most.
const FEWEST: usize = 7;
const MOST: usize = 15;

fn is_joint(c: char) -> bool {
    matches!(c, '+' | '(' | ')' | ' ' | '\u{a0}' | '\u{202f}' | '.' | '-' | '/' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

fn trim(run: &str) -> &str {
    let run = run.trim_matches(|c: char| !(c.is_ascii_digit() || c == '+' || c == '('));
    // Two spaces or a tab end a number.
    let run = run.find("  ").map_or(run, |at| &run[..at]);
    run.trim_end_matches(|c: char| !c.is_ascii_digit())
}

fn is_number(run: &str) -> bool {
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    if !(FEWEST..=MOST).contains(&digits) || run.matches('(').count() != run.matches(')').count() {
        return false;
    }
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
    if run.starts_with('+') {
        return run.matches('+').count() == 1;
    }
    let like_year = |g: &str| g.len() == 4 && (g.starts_with("19") || g.starts_with("20"));
    let like_date = groups.iter().any(|g| like_year(g)) && groups.len() <= 6 && groups.iter().all(|g| g.len() <= 2 || like_year(g));
    // 120 000 or 1.250.000: an amount in threes.
    let amount = groups.len() >= 2
        && groups[1..].iter().all(|g| g.len() == 3)
        && groups[0].len() <= 3
        && !run.starts_with(['(', '0'])
        && !run.contains('-');
    !like_date && !amount && (groups.len() > 1 || digits >= 9)
}

/// Three groups of three, as numbers in some countries are written; an amount has its unit behind it.
fn is_threes(run: &str) -> bool {
    run.len() == 11 && run.split(' ').all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(find(text).map(|s| &text[s.range()]), expected);
    }

    #[test]
    fn finds_numbers() {
        check("(512) 555-0147", Some("(512) 555-0147"));
        check("+1 415-555-0132 | x", Some("+1 415-555-0132"));
        check("06 55 50 12 34", Some("06 55 50 12 34"));
        check("+65 5550 1288 (Mobile)", Some("+65 5550 1288"));
        check("0803 555 0199", Some("0803 555 0199"));
        check("03-5555-0123", Some("03-5555-0123"));
        check("512-555-0147", Some("512-555-0147"));
        check("Telemóvel: 935 550 127", Some("935 550 127"));
    }

    #[test]
    fn leaves_other_numbers() {
        check("2011-08-29 — 2013-06-01", None);
        check("2018 - 2020", None);
        check("01/2019 – 05/2020", None);
        check("1 250 000 downloads", None);
        check("125 250 000 downloads", None);
        check("48.000.000 €", None);
        check("A123456789", None);
        check("200005", None);
    }
}
