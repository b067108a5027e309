//! A text as the tokens that dates are made of.

use crate::lexicon::{Flags, Lexicon, Word};

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
    /// How many tokens from here on say "present"; 0 if they do not.
    pub present: usize,
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
}

/// The tokens of `text`. White space is in no token.
pub fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
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
            let len = rest.bytes().take_while(u8::is_ascii_digit).count();
            (Kind::Number { value: rest[..len.min(9)].parse().unwrap_or(0), digits: len.min(255) as u8 }, len)
        } else if c.is_alphabetic() && !matches!(c, '年' | '月' | '日') {
            let unspaced = crate::repair::is_unspaced(c);
            let len = rest
                .chars()
                .take_while(|&c| c.is_alphabetic() && !matches!(c, '年' | '月' | '日') && crate::repair::is_unspaced(c) == unspaced)
                .map(char::len_utf8)
                .sum();
            (Kind::Word, len)
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
        let word = if kind == Kind::Word { lexicon.word(&rest[..len]) } else { Word::default() };
        let full_month = word.month > 0 && len > 4;
        tokens.push(Token { kind, start, end: start + len, spaced, hyphen: c == '-', present: 0, full_month, word });
        spaced = false;
        rest = &rest[len..];
    }
    // "Present" may take up to four words; the longest wins.
    for at in 0..tokens.len() {
        if tokens[at].kind != Kind::Word {
            continue;
        }
        for count in (1..=4.min(tokens.len() - at)).rev().filter(|count| tokens[at + count - 1].kind == Kind::Word) {
            let phrase = &text[tokens[at].start..tokens[at + count - 1].end];
            if phrase.len() <= 40 && lexicon.word(phrase).flags.intersects(Flags::PRESENT) {
                tokens[at].present = count;
                break;
            }
        }
    }
    tokens
}
