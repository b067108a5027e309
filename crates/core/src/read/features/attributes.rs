//! What can be seen of a segment alone.

#[allow(clippy::wildcard_imports)] // the names of the attributes are this module's vocabulary
use super::*;
use crate::lexicon::{Flags, Folded, LONGEST_PHRASE, Lexicon, Word};
use crate::read::segment::{Bullet, Kind, Markup, Segment, Separator};
use crate::repair::is_unspaced;
use crate::resume::SectionKind;
use crate::source::SourceText;

/// The attributes of a segment that do not depend on others.
///
/// `words` is room for the words of the segment.
pub fn alone<'a>(source: &'a SourceText, segment: &Segment, words: &mut Vec<&'a str>) -> Attributes {
    let text = source.slice(segment.span);
    let letters = Letters::of(text);
    words.clear();
    // More words make no difference.
    words.extend(text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).take(MOST_WORDS));
    let mut a: Attributes = [0; ATTRIBUTES];
    a[WORDS] = step(words.len() + letters.unspaced / 3, &[2, 3, 4, 6, 9, 15, MOST_WORDS]);
    a[CASE] = case(text, &letters);
    a[END] = end(text);
    a[START] = match text.chars().next() {
        Some('(' | '[' | '（') => 1,
        Some('"' | '“' | '„' | '«' | '「' | '『') => 2,
        Some('$' | '€' | '£' | '+' | '~') => 3,
        _ => 0,
    };
    a[BULLET] = match segment.bullet {
        Bullet::None => 0,
        Bullet::Dash => 1,
        Bullet::Dot => 2,
        Bullet::Sign => 3,
        Bullet::Number => 4,
    };
    a[MARKUP] = match segment.markup {
        Markup::Plain => 0,
        Markup::Heading(level) => level,
        Markup::Bold => 5,
        Markup::PartBold => 6,
        Markup::Italic => 7,
    };
    a[INDENT] = step(usize::from(segment.column), &[1, 3, 5, 9, 17]);
    a[BEFORE] = separator(segment.before);
    a[AFTER] = separator(segment.after);
    a[FORM] = match segment.kind {
        Kind::Text => 0,
        Kind::Date(d) if d.range && d.ongoing => 1,
        Kind::Date(d) if d.range => 2,
        Kind::Date(d) => match d.from.map(|(d, _)| (d.month(), d.day())) {
            Some((Some(_), Some(_))) => 3,
            Some((Some(_), None)) => 4,
            _ => 5,
        },
        Kind::Duration => 6,
        Kind::Email => 7,
        Kind::Phone => 8,
        Kind::Url => 9,
    };
    a[PROSE] = u8::from(segment.prose);
    a[DIGITS] = if letters.digits == 0 { 0 } else { 1 + u8::from(letters.digits * 2 > text.len()) };
    a[COMMAS] = step(letters.commas, &[1, 2, 3]);
    if segment.kind == Kind::Text {
        a[OPENING] = u8::from(begins_with_action(text, words, &letters));
    }
    if segment.kind == Kind::Text && words.len() <= 14 {
        known(text, words, &letters, &mut a);
    }
    a
}

/// How many of `bounds` a number reaches.
pub fn step(number: usize, bounds: &[usize]) -> u8 {
    bounds.iter().filter(|&&b| number >= b).count() as u8
}

fn separator(separator: Separator) -> u8 {
    match separator {
        Separator::Edge => 0,
        Separator::Tab => 1,
        Separator::Gap => 2,
        Separator::Pipe => 3,
        Separator::Dot => 4,
        Separator::Dash => 5,
        Separator::Comma => 6,
        Separator::At => 7,
        Separator::Bracket => 8,
        Separator::Colon => 9,
        Separator::Slash => 10,
        Separator::Space => 11,
    }
}

/// How many words make a difference.
const MOST_WORDS: usize = 26;

/// The characters of a text, by kind.
#[derive(Default)]
struct Letters {
    all: usize,
    upper: usize,
    lower: usize,
    digits: usize,
    commas: usize,
    unspaced: usize,
    /// The first letter or digit.
    first: Option<char>,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self::default();
        for c in text.chars() {
            letters.all += 1;
            match c {
                'a'..='z' => letters.lower += 1,
                'A'..='Z' => letters.upper += 1,
                '0'..='9' => letters.digits += 1,
                ',' | '、' | '，' => letters.commas += 1,
                c if c.is_ascii() => {}
                c => {
                    letters.upper += usize::from(c.is_uppercase());
                    letters.lower += usize::from(c.is_lowercase());
                }
            }
            letters.unspaced += usize::from(!c.is_ascii() && is_unspaced(c));
            if letters.first.is_none() && c.is_alphanumeric() {
                letters.first = Some(c);
            }
        }
        letters
    }
}

fn case(text: &str, letters: &Letters) -> u8 {
    let &Letters { upper, lower, .. } = letters;
    if letters.unspaced * 2 > letters.all {
        return 6;
    }
    match letters.first {
        _ if upper + lower == 0 => 0,
        _ if lower == 0 && upper > 1 => 1,
        Some(c) if c.is_ascii_digit() => 5,
        Some(c) if c.is_lowercase() => 4,
        _ => {
            // Small words aside, every word has its capital.
            let small = |word: &str| {
                word.trim_start_matches(['(', '*', '"', '“']).starts_with(char::is_lowercase) && word.chars().nth(3).is_some()
            };
            2 + u8::from(text.split_whitespace().any(|w| small(w) && w.contains(char::is_alphanumeric)))
        }
    }
}

fn end(text: &str) -> u8 {
    match text.trim_end_matches(['*', '_']).chars().next_back() {
        Some('.' | '。') => 1,
        Some(':' | '：') => 2,
        Some(',' | '，' | '、') => 3,
        Some(';') => 4,
        Some('-' | '‐' | '–') => 5,
        Some(')' | ']' | '）') => 6,
        Some('!' | '?' | '…' | '"' | '”') => 7,
        _ => 0,
    }
}

/// Whether a text begins with what somebody did, as items of a list do: "Led a team of five".
fn begins_with_action(text: &str, words: &[&str], letters: &Letters) -> bool {
    let lexicon = Lexicon::get();
    if letters.unspaced > 0 {
        let mut phrase = Folded::empty();
        return text.chars().take(LONGEST_PHRASE).any(|c| {
            phrase.add(c.encode_utf8(&mut [0; 4]));
            lexicon.folded(&mut phrase).flags.intersects(Flags::ACTION)
        });
    }
    words.first().is_some_and(|word| {
        let mut first = Folded::new(word);
        lexicon.folded(&mut first).flags.with(lexicon.ending(&first).flags).intersects(Flags::ACTION)
    })
}

/// What the lexicon knows of the segment, its phrases and its words.
fn known(text: &str, words: &[&str], letters: &Letters, a: &mut Attributes) {
    let lexicon = Lexicon::get();
    let whole = lexicon.word(bare_heading(text));
    let mut any = Flags::default();
    let mut last = Flags::default();
    let mut first = Flags::default();
    let mut heads: [Option<SectionKind>; 2] = [None; 2];
    let offset = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mut see = |at: usize, count: usize, of: usize, word: Word| {
        any = any.with(word.flags.without(Flags::ACTION.with(Flags::SKILL_GROUP)));
        if at == 0 {
            first = first.with(word.flags);
            heads[0] = heads[0].or(word.heading);
        }
        if at + count == of {
            last = last.with(word.flags);
            heads[1] = word.heading.or(heads[1]);
        }
    };
    if letters.unspaced > 0 {
        for (at, (start, _)) in text.char_indices().enumerate() {
            let mut phrase = Folded::empty();
            for (more, c) in text[start..].chars().take(LONGEST_PHRASE).enumerate() {
                phrase.add(c.encode_utf8(&mut [0; 4]));
                see(at, more + 1, letters.all, lexicon.folded(&mut phrase));
            }
        }
    } else {
        for at in 0..words.len() {
            let mut phrase = Folded::empty();
            let mut end = offset(words[at]);
            for (more, word) in words[at..].iter().take(LONGEST_PHRASE).enumerate() {
                let from = std::mem::replace(&mut end, offset(word) + word.len());
                phrase.add(&text[from..end]);
                see(at, more + 1, words.len(), lexicon.folded(&mut phrase));
                if more > 0 {
                    continue;
                }
                // "Engineer/Architect", "UX/UI-Designer", "Full-Stack-Entwickler": parts of a joined word count as well.
                if word.contains(['/', '-']) {
                    word.split(['/', '-']).for_each(|part| see(at, 1, words.len(), lexicon.word(part)));
                }
                if word.len() >= 7 {
                    see(at, 1, words.len(), lexicon.ending(&phrase));
                }
            }
        }
    }
    let place = Flags::CITY.with(Flags::COUNTRY);
    // "Greater Leeds Area", not "Leeds Area Office".
    let named = Flags::ORGANISATION.with(Flags::INSTITUTION).with(Flags::FIRM).with(Flags::TITLE);
    let surroundings =
        any.intersects(Flags::CITY) && first.with(last).intersects(Flags::AROUND) && !any.intersects(named) && words.len() <= 6;
    a[PLACE] = if whole.flags.intersects(Flags::REMOTE) || first.intersects(Flags::REMOTE) {
        5
    } else if whole.flags.intersects(place) || surroundings {
        4
    } else if first.intersects(Flags::CITY) && last.intersects(Flags::COUNTRY) {
        3
    } else if last.intersects(place) {
        2
    } else {
        u8::from(any.intersects(place))
    };
    a[TITLE] = if last.intersects(Flags::TITLE) {
        3
    } else if any.intersects(Flags::TITLE) {
        2
    } else {
        u8::from(any.intersects(Flags::SENIORITY))
    };
    a[EMPLOYER] = if last.intersects(Flags::FIRM) {
        3
    } else if last.intersects(Flags::ORGANISATION) {
        2
    } else {
        u8::from(any.intersects(Flags::ORGANISATION.with(Flags::FIRM)))
    };
    a[SCHOOL] = if first.with(last).intersects(Flags::INSTITUTION) { 2 } else { u8::from(any.intersects(Flags::INSTITUTION)) };
    a[DEGREE] = if first.intersects(Flags::DEGREE) { 2 } else { u8::from(any.intersects(Flags::DEGREE)) };
    a[LANGUAGE] = if whole.flags.intersects(Flags::LANGUAGE) {
        1
    } else if whole.flags.intersects(Flags::FLUENCY) {
        2
    } else if any.intersects(Flags::LANGUAGE) && any.intersects(Flags::FLUENCY) {
        3
    } else if any.intersects(Flags::FLUENCY) {
        4
    } else if first.intersects(Flags::LANGUAGE) {
        5
    } else {
        0
    };
    a[HEADING] = section(whole);
    if words.len() <= 6 && a[HEADING] == 0 {
        a[FIRST_HEADING] = heads[0].map_or(0, |k| 1 + k as u8);
        a[PART_HEADING] = heads[1].map_or(0, |k| 1 + k as u8);
    }
    a[LABEL] = if whole.flags.intersects(Flags::SCORE) || first.intersects(Flags::SCORE) {
        2
    } else if first.intersects(Flags::ISSUER) {
        3
    } else if whole.flags.intersects(Flags::TERMS.with(Flags::SKILL_GROUP)) {
        6
    } else if first.intersects(Flags::TERMS) {
        4
    } else if whole.flags.intersects(Flags::LABEL) {
        1
    } else if first.intersects(Flags::LABEL) {
        5
    } else {
        0
    };
    a[NETWORK] = u8::from(any.intersects(Flags::NETWORK));
    a[FURNITURE] = if whole.flags.intersects(Flags::DOCUMENT) {
        3
    } else if whole.flags.intersects(Flags::EMPLOYMENT) {
        2
    } else if whole.flags.intersects(Flags::FURNITURE) {
        1
    } else {
        4 * u8::from(first.with(last).intersects(Flags::FURNITURE))
    };
    let capitals = words.iter().filter(|w| w.starts_with(char::is_uppercase)).count();
    a[NAME] = u8::from(
        (2..=5).contains(&words.len()) && capitals * 4 >= words.len() * 3 && a[DIGITS] == 0 && any.is_empty()
            || (letters.unspaced == letters.all && (2..=5).contains(&letters.all) && any.is_empty()),
    );
}

/// A heading without the number of its entries behind it, or its own before it: "Education (3)", "2. Work".
fn bare_heading(text: &str) -> &str {
    let is_count = |c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | '[' | ']' | '.' | ' ');
    let counted = text.ends_with([')', ']']) && text.contains(|c: char| c.is_ascii_digit());
    let bare = if counted { text.trim_end_matches(is_count) } else { text };
    let bare = if bare.starts_with(|c: char| c.is_ascii_digit()) { bare.trim_start_matches(is_count) } else { bare };
    if bare.is_empty() { text } else { bare }
}

/// The section that a word is a heading of, as an attribute: 0 for none, the basics' summary apart.
fn section(word: Word) -> u8 {
    match word.heading {
        Some(SectionKind::Basics) if word.flags.intersects(Flags::SUMMARY) => SUMMARY,
        Some(kind) => 1 + kind as u8,
        None => 0,
    }
}
