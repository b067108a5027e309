//! Durations that stand beside dates: "2 yrs 3 mos", "(4 years 10 months)", "1 an 8 mois".

use crate::lexicon::{Flags, Lexicon};
use crate::source::Span;

/// The whole of `text`, brackets and marks aside, as a duration: numbers, each with a unit of time behind it.
///
/// ```
/// assert!(faircopy::recognise::duration::whole("(4 years 10 months)"));
/// assert!(!faircopy::recognise::duration::whole("4 years of Rust"));
/// ```
pub fn whole(text: &str) -> bool {
    find(text).is_some_and(|span| is_all(text, span))
}

/// Whether a duration found in `text` is all that it says.
pub fn is_all(text: &str, span: Span) -> bool {
    !text[..span.start as usize].contains(char::is_alphanumeric) && !text[span.end as usize..].contains(char::is_alphanumeric)
}

/// The first duration in `text`, in bytes.
pub fn find(text: &str) -> Option<Span> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let lexicon = Lexicon::get();
    let mut found: Option<Span> = None;
    let mut number: Option<usize> = None;
    let mut rest = text;
    while let Some(at) = rest.find(char::is_alphanumeric) {
        let start = text.len() - rest.len() + at;
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let len = if digits > 0 {
            digits
        } else {
            text[start..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>().max(1)
        };
        let len = if text.is_char_boundary(start + len) { len } else { text[start..].chars().next().map_or(1, char::len_utf8) };
        let word = &text[start..start + len];
        if (1..=2).contains(&digits) && number.is_none() {
            number = Some(start);
        } else if let Some(from) =
            number.take().filter(|_| digits == 0 && word.len() <= 24 && lexicon.word(word).flags.intersects(Flags::TIME_UNIT))
        {
            let here = Span::new(from, start + len);
            found = Some(found.map_or(here, |f| f.cover(here)));
        } else if found.is_some() && !(digits == 0 && lexicon.word(word).flags.intersects(Flags::AND)) {
            break;
        }
        rest = &text[start + len..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_durations() {
        for text in [
            "2 yrs 3 mos",
            "(4 years 10 months)",
            "· 1 yr",
            "1 an 8 mois",
            "3 Jahre 2 Monate",
            "1 year and 2 months",
            "9 ans 2 mois",
        ] {
            assert!(whole(text), "{text}");
        }
        for text in ["2019", "years", "5 Jahre Erfahrung", "3 km", ""] {
            assert!(!whole(text), "{text}");
        }
    }
}
