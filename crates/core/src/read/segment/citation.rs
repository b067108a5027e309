//! Citations: "Doe J, Roe R. On tides. Journal of Water, 2021." is cut where its parts end.

use crate::lexicon::{Flags, Lexicon};
use crate::recognise::date;

/// No citation on one line is longer, in bytes: what is, is prose.
const LONGEST: usize = 400;

/// Whether a text is a citation: parts that end with a full stop, and its year at the end.
pub fn is_one(text: &str) -> bool {
    if text.len() > LONGEST || !ends(text).any(|end| !initial_before(text[..end].trim_end_matches('.'))) {
        return false;
    }
    date::find_all(text).iter().any(|expr| {
        let (before, after) = (text[..expr.span.start as usize].trim_end(), &text[expr.span.end as usize..]);
        let numbers = after.starts_with([';', ':', ',']) && after.bytes().any(|b| b.is_ascii_digit());
        let behind = if numbers { !after.contains(char::is_alphabetic) } else { !after.contains(char::is_alphanumeric) };
        !expr.range && behind && (numbers || before.ends_with([',', '(', '.', ';']))
    })
}

/// Where the parts of a citation end, behind their full stops. Initials before a name and abbreviations end none.
pub fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '?', '。']).filter_map(move |(at, mark)| {
        let end = at + mark.len();
        let rest = text[end..].trim_start_matches(['"', '”', '»', '*', '_']);
        let next = rest.trim_start();
        let begins = next
            .trim_start_matches(['"', '“', '„', '«', '*', '_'])
            .starts_with(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase());
        let spaced = next.len() < rest.len() || mark == "。";
        let quoted = mark != "?" || rest.len() < text.len() - end;
        (spaced && begins && quoted && ends_part(&text[..at], next)).then_some(text.len() - rest.len())
    })
}

/// Whether a full stop behind `before` ends a part: not after an abbreviation, or an initial that is not an author's last.
fn ends_part(before: &str, next: &str) -> bool {
    if initial_before(before) {
        let name = before[..before.len() - before.chars().next_back().map_or(0, char::len_utf8)].trim_end_matches(['.', ' ']);
        let named = name.ends_with(|c: char| c.is_lowercase()) || name.ends_with(char::is_uppercase);
        return named && before.contains(' ') && !starts_with_initial(next);
    }
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let short = word.chars().filter(|c| c.is_alphanumeric()).nth(2).is_none() && word.is_ascii();
    !short && !word.contains('.') && !Lexicon::get().word(word).flags.intersects(Flags::DEGREE)
}

/// Whether a text ends with a single capital: "Doe, J".
fn initial_before(text: &str) -> bool {
    let mut back = text.chars().rev();
    back.next().is_some_and(char::is_uppercase) && back.next().is_none_or(|c| !c.is_alphanumeric())
}

fn starts_with_initial(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.')
}
