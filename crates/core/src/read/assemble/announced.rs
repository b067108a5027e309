//! Words before a value that only announce it: "Issued by", "GPA".

use std::ops::Range;

use crate::lexicon::{Flags, LONGEST_PHRASE, Lexicon};
use crate::resume::Field;

/// How many bytes at the start of a field's text announce it, if something follows them.
pub fn by(text: &str, field: Field) -> Option<usize> {
    let flags = match field {
        Field::Issuer | Field::Awarder | Field::Publisher => Flags::ISSUER,
        Field::Score => Flags::SCORE,
        _ => return None,
    };
    let ends = text.match_indices([' ', ':']).map(|(at, _)| at).take(LONGEST_PHRASE).collect::<Vec<_>>();
    // A single word may be the start of a name: "Journal of Hydrology".
    let alone = |end: usize| field == Field::Score || text[..end].contains(' ') || text[end..].starts_with(':');
    let known = |end: usize| Lexicon::get().word(&text[..end]).flags.intersects(flags);
    let end = ends.into_iter().rev().find(|&end| alone(end) && known(end))?;
    let value = text[end..].trim_start_matches([' ', ':', '=']);
    // "Class of honours" is no mark behind its name.
    let fits = field != Field::Score || value.contains(|c: char| c.is_ascii_digit()) || value.chars().nth(3).is_none();
    (fits && value.contains(char::is_alphanumeric)).then_some(text.len() - value.len())
}

/// Where a person's name stands in a text that calls itself theirs: "Résumé of Ada Example", "Ada Example's CV".
pub fn name(text: &str) -> Range<usize> {
    let document = |words: &str| Lexicon::get().word(words).flags.intersects(Flags::DOCUMENT);
    let ends = text.match_indices([' ', ':']).map(|(at, _)| at).take(LONGEST_PHRASE).collect::<Vec<_>>();
    let start = ends.into_iter().rev().find(|&end| document(&text[..end]));
    let start = start.map_or(0, |end| text.len() - text[end..].trim_start_matches([' ', ':', '-', '–']).len());
    let end = ["'s ", "’s "].iter().filter_map(|mark| text.rsplit_once(mark)).find(|(_, last)| document(last));
    let end = end.map_or(text.len(), |(name, _)| name.len());
    if text.get(start..end).is_some_and(|name| name.contains(char::is_alphabetic)) { start..end } else { 0..text.len() }
}
