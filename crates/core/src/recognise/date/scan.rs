//! A text as the tokens that dates are made of.

use std::ops::Deref;

use crate::lexicon::{Flags, Folded, Lexicon, Word};
use crate::recognise::duration;
use crate::repair::is_unspaced;

/// A number, a word or a mark of a text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub kind: Kind,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether it is an ASCII hyphen.
    pub hyphen: bool,
    /// Whether it is a month's full name.
    pub full_month: bool,
    word: Word,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// ASCII digits (at most 9 of them count).
    Number { value: u32, digits: u8 },
    /// Letters.
    Word,
    /// Any dash or tilde.
    Dash,
    /// An apostrophe.
    Apostrophe,
    /// Any other character.
    Mark(char),
}

impl Token {
    /// The month it names, 1–12.
    pub fn month(&self) -> Option<u8> {
        (self.word.month > 0).then_some(self.word.month)
    }

    /// Whether the lexicon gives it one of `flags`.
    pub fn is(&self, flags: Flags) -> bool {
        self.word.flags.intersects(flags)
    }

    /// Whether no letter, digit or money sign touches it.
    pub fn alone(&self, tokens: &[Token], at: usize) -> bool {
        let touches = |t: &Token| {
            matches!(
                t.kind,
                Kind::Word | Kind::Number { .. } | Kind::Mark('$' | '€' | '£' | '¥' | '#' | '_' | '=' | '%' | '+' | '@')
            )
        };
        let before = at > 0 && !self.spaced && touches(&tokens[at - 1]) && !tokens[at - 1].is(Flags::SEASON);
        let after = tokens.get(at + 1).is_some_and(|t| !t.spaced && touches(t) && t.kind != Kind::Mark('年'));
        !before && !after
    }

    /// Whether it stands right behind a mark: "年起".
    pub fn touches_mark(&self, tokens: &[Token], at: usize) -> bool {
        !self.spaced && at > 0 && matches!(tokens[at - 1].kind, Kind::Mark(_))
    }
}

/// A text as tokens; white space is in none.
pub struct Tokens<'a> {
    text: &'a str,
    lexicon: &'static Lexicon,
    all: Vec<Token>,
}

impl Deref for Tokens<'_> {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.all
    }
}

/// Whether a text may hold a date: it has a year, or two digits behind a mark that joins them to something.
pub fn may_hold_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let found = match digits {
            4..=6 => is_year(bytes[at..at + 4].iter().fold(0, |year, &b| year * 10 + u32::from(b - b'0'))),
            2 => {
                let before = bytes[..at].iter().rev().find(|b| !matches!(b, b'*' | b'_'));
                before.is_some_and(|&b| matches!(b, b'\'' | b'`' | b'-' | b'/' | 0x80..))
            }
            _ => false,
        };
        if found {
            return true;
        }
        at += digits;
    }
    false
}

/// Whether a number is a year that a résumé may tell of.
pub fn is_year(value: u32) -> bool {
    (1940..=2039).contains(&value)
}

/// How many tokens may stand between a number and the word that makes a date of it.
const REACH: usize = 12;

impl<'a> Tokens<'a> {
    /// The tokens of a text. Words that are not near a number are not looked up.
    pub fn new(text: &'a str) -> Self {
        let lexicon = Lexicon::get();
        let mut all = split(text);
        let mut known = 0;
        for number in 0..all.len() {
            if !matches!(all[number].kind, Kind::Number { .. }) {
                continue;
            }
            let from = known.max(number.saturating_sub(REACH));
            known = all.len().min(number + REACH + 1);
            for token in all[from.min(known)..known].iter_mut().filter(|t| t.kind == Kind::Word) {
                token.word = lexicon.word(&text[token.start..token.end]);
                token.full_month = token.word.month > 0 && token.end - token.start > 4;
            }
        }
        Self { text, lexicon, all }
    }

    /// How many tokens from `at` on say "present": up to four, as many as do; 0 if they do not.
    pub fn present(&self, at: usize) -> usize {
        let Some(first) = self.get(at).filter(|t| t.kind == Kind::Word) else { return 0 };
        let mut phrase = Folded::empty();
        let mut end = first.start;
        let mut found = 0;
        for (more, token) in self[at..].iter().take(4).enumerate() {
            phrase.add(&self.text[end..token.end]);
            end = token.end;
            if token.kind == Kind::Word
                && end - first.start <= 40
                && self.lexicon.folded(&mut phrase).flags.intersects(Flags::PRESENT)
            {
                found = more + 1;
            }
        }
        found
    }
}

/// Lines have no more tokens, mostly.
const USUAL: usize = 64;

fn split(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity((text.len() / 4).min(USUAL));
    let mut spaced = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = text.len() - rest.len();
        if c.is_whitespace() || c == '*' || c == '_' {
            spaced |= c.is_whitespace();
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (kind, len) = if c.is_ascii_digit() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let len = if runs_into_duration(rest, digits) { 4 } else { digits };
            (Kind::Number { value: rest[..len.min(9)].parse().unwrap_or(0), digits: len.min(255) as u8 }, len)
        } else if c.is_alphabetic() && !matches!(c, '年' | '月' | '日') {
            let unspaced = is_unspaced(c);
            let goes_on = |c: &char| c.is_alphabetic() && !matches!(c, '年' | '月' | '日') && is_unspaced(*c) == unspaced;
            (Kind::Word, rest.chars().take_while(goes_on).map(char::len_utf8).sum())
        } else {
            let kind = match c {
                '-' | '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' | '~' | '〜' | '～' | '－' | '→' => Kind::Dash,
                '\'' | '’' | '‘' | '`' | '´' => Kind::Apostrophe,
                '／' => Kind::Mark('/'),
                '．' => Kind::Mark('.'),
                _ => Kind::Mark(c),
            };
            (kind, c.len_utf8())
        };
        tokens.push(Token { kind, start, end: start + len, spaced, hyphen: c == '-', full_month: false, word: Word::default() });
        // What follows a year without a space is a number of its own if the year was cut off.
        spaced = matches!(kind, Kind::Number { digits: 4, .. }) && rest[len..].starts_with(|c: char| c.is_ascii_digit());
        rest = &rest[len..];
    }
    tokens
}

/// Whether a number of `digits` digits is a year with a duration right behind it: "20203 years 7 months".
fn runs_into_duration(text: &str, digits: usize) -> bool {
    matches!(digits, 5 | 6)
        && text[..4].parse().is_ok_and(is_year)
        && text[digits..].trim_start().starts_with(char::is_alphabetic)
        && duration::find(&text[4..text.floor_char_boundary(40)]).is_some_and(|span| span.start == 0)
}
