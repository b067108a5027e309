//! One piece of a line, cut at its separators and around recognised values.

use super::seam::{self, Seams};
use super::{Kind, Markup, Segment, Separator, citation, link};
use crate::lexicon::{Flags, Lexicon};
use crate::order::by_number;
use crate::recognise::{date, duration, email, phone, url};
use crate::source::Span;

/// A stretch of a piece that separates (`kind` is `None`) or is a value by its form.
struct Cut {
    start: usize,
    end: usize,
    separator: Separator,
    kind: Option<Kind>,
}

/// Cuts a piece that starts at byte `at` of the source, adding its segments.
pub fn piece(text: &str, at: usize, prose: bool, segments: &mut Vec<Segment>) {
    let mut cuts = Vec::new();
    let citation = citation::is_one(text);
    let prose = prose || citation;
    values(text, at, prose, &mut cuts);
    if citation || !prose {
        addresses(text, &mut cuts);
    }
    if citation {
        let ends = citation::ends(text).map(|at| Cut { start: at, end: at, separator: Separator::Space, kind: None });
        cuts.extend(ends);
    } else if !prose {
        separators(text, &mut cuts);
    }
    by_number(&mut cuts, |c| (c.start as u64) << 1 | u64::from(c.kind.is_none()));
    let mut from = 0;
    let mut before = Separator::Edge;
    let first = segments.len();
    for cut in cuts {
        if cut.start < from {
            continue;
        }
        if segments.len() - first > MOST {
            break;
        }
        let touching = text[from..cut.start].trim_end().chars().next_back();
        let between = if cut.kind.is_some() { Separator::beside(touching) } else { cut.separator };
        add(text, at, from..cut.start, before, between, prose, segments);
        before = between;
        if let Some(kind) = cut.kind {
            let after = match text[cut.end..].trim_start().chars().next() {
                Some(')' | ']' | '）') => Separator::Bracket,
                mark => Separator::beside(mark),
            };
            let mut segment = Segment::new(Span::new(at + cut.start, at + cut.end), kind, Markup::Plain, false);
            segment.before = before;
            segment.after = after;
            segments.push(segment);
            before = after;
        }
        from = cut.end;
    }
    add(text, at, from..text.len(), before, Separator::Edge, prose, segments);
}

/// What stands behind more segments than this is left whole: no line of a résumé has as many, not even one that holds all of it.
pub(super) const MOST: usize = 4000;

/// Whether a piece reads as running text, which is not cut inside.
pub fn is_prose(text: &str, bulleted: bool) -> bool {
    let (mut words, mut lower, mut unspaced) = (0, 0, 0);
    let (mut starts, mut says) = (true, false);
    for c in text.chars() {
        if c.is_whitespace() {
            words += usize::from(says);
            (starts, says) = (true, false);
            continue;
        }
        lower += usize::from(starts && c.is_lowercase());
        starts = false;
        says |= c.is_alphanumeric();
        unspaced += usize::from(crate::repair::is_unspaced(c));
    }
    let words = words + usize::from(says) + unspaced / 2;
    let sentence = || text.trim_end_matches(['*', '_', ')', '"', '”']).ends_with(['.', '!', '?', '。']);
    // A sentence behind a bullet may hold many names.
    let least = if bulleted && sentence() { 2 } else { 4 };
    let threshold = match (bulleted, words) {
        (_, ..5) => return false,
        (true, 5..8) => 5 + 3 * usize::from(!sentence()),
        (false, 8..14) => 8 + 6 * usize::from(!sentence()),
        (bulleted, _) => {
            if bulleted {
                8
            } else {
                14
            }
        }
    };
    words >= threshold
        && !(unspaced > 0 && words < 30 && lists_range(text))
        && (lower + unspaced) * 10 >= words * least
        && ![" | ", " · ", " • ", "｜"].iter().any(|mark| text.contains(mark))
}

/// Whether a range of dates stands at the start of a text, or apart between its marks: the text lists facts, though its words have
/// no spaces ("2018.07 至今，临江大学，副教授。").
fn lists_range(text: &str) -> bool {
    let marks = ['，', ',', '；', ';', '、', '|', '｜', '。'];
    date::find_all(text).iter().filter(|expr| expr.range).any(|expr| {
        let (before, after) = (text[..expr.span.start as usize].trim_end(), text[expr.span.end as usize..].trim_start());
        before.is_empty() || before.ends_with(marks) && (after.is_empty() || after.starts_with(marks))
    })
}

/// Dates, durations, addresses and numbers. In prose only a date at its edge, set apart by a mark, is cut out.
fn values(text: &str, at: usize, prose: bool, cuts: &mut Vec<Cut>) {
    let mut push = |span: Span, kind: Kind| {
        cuts.push(Cut { start: span.start as usize, end: span.end as usize, separator: Separator::Space, kind: Some(kind) });
    };
    let mut dates_end = 0;
    for expr in date::find_all(text) {
        if !prose || at_edge(text, expr.span) {
            dates_end = expr.span.end as usize;
            push(expr.span, Kind::Date(expr.shifted(at)));
        }
    }
    if let Some(span) = email::find(text) {
        push(span, Kind::Email);
    }
    if prose {
        return;
    }
    if let Some(span) = phone::find(text) {
        push(span, Kind::Phone);
    }
    // How long something took may follow its dates without a space.
    for from in [0, dates_end] {
        if let Some(span) = duration::find(&text[from..])
            && (duration::is_all(&text[from..], span) || at_edge(text, span.shifted(from)))
        {
            push(span.shifted(from), Kind::Duration);
            break;
        }
    }
}

/// Web addresses, and what links say a second time.
fn addresses(text: &str, cuts: &mut Vec<Cut>) {
    let mut push = |span: Span, kind: Option<Kind>| {
        cuts.push(Cut { start: span.start as usize, end: span.end as usize, separator: Separator::Space, kind });
    };
    for span in link::repeated(text) {
        push(span, None);
    }
    let mut from = 0;
    while let Some(span) = url::find(&text[from..]) {
        push(span.shifted(from), Some(Kind::Url));
        from += span.end as usize;
    }
}

/// Whether a value stands at an edge of a text, with a mark between the two.
fn at_edge(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].trim_end();
    let after = text[span.end as usize..].trim_start();
    let bare = |s: &str| !s.contains(char::is_alphanumeric);
    // "2–3 March" is one date.
    let mut back = before.chars().rev();
    let joined = back.next().is_some_and(|c| matches!(c, '-' | '–')) && back.next().is_some_and(|c| c.is_ascii_digit());
    let marks = ['(', '[', ',', '|', '·', '•', '-', '–', '—', ':', ';', '.', '~'];
    (bare(after) && before.ends_with(marks) && !joined)
        || (bare(before) && after.starts_with([')', ']', ',', '|', '·', '•', '-', '–', '—', ':', ';', '~']))
}

/// How many commas stand outside brackets: those within separate terms of one fact.
fn outer_commas(text: &str) -> usize {
    let (mut depth, mut commas) = (0usize, 0);
    for c in text.chars() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            ',' | '，' | '、' => commas += usize::from(depth == 0),
            _ => {}
        }
    }
    commas
}

/// The marks and words that separate facts.
fn separators(text: &str, cuts: &mut Vec<Cut>) {
    let lexicon = Lexicon::get();
    // Facts with a date among them are more than terms of a list.
    let dated = cuts.iter().any(|c| matches!(c.kind, Some(Kind::Date(_))));
    let few_commas = outer_commas(text) <= if dated { 7 } else { 3 };
    let mut push = |start: usize, end: usize, separator: Separator| cuts.push(Cut { start, end, separator, kind: None });
    let mut depth = 0usize;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let before = last.replace(c);
        let end = at + c.len_utf8();
        if c.is_alphabetic() {
            let begins = before.is_some_and(char::is_whitespace) && c.is_lowercase();
            if let Some(len) = begins.then(|| short_word(&text[at..])).flatten()
                && lexicon.word(&text[at..at + len]).flags.intersects(Flags::AT)
            {
                push(at, at + len, Separator::At);
            }
            continue;
        }
        let mark = Separator::of(c);
        if mark == Separator::Space && !matches!(c, ')' | '）' | ']') {
            continue;
        }
        let after = text[end..].chars().next();
        let spaced = before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
        match mark {
            Separator::Pipe | Separator::Dot => push(at, end, mark),
            Separator::Dash | Separator::Slash | Separator::At if spaced => push(at, end, mark),
            Separator::Slash if after == Some('/') && before.is_none_or(char::is_whitespace) => push(at, end + 1, mark),
            Separator::Bracket => {
                depth += 1;
                if (depth == 1 && few_commas && before.is_some_and(char::is_whitespace) || c == '（')
                    && let Some(close) = near(&text[end..]).find([')', '）', ']']).map(|len| end + len)
                    && text[at..close].split_whitespace().count() <= 7
                {
                    push(at, at, mark);
                    let close = close + text[close..].chars().next().map_or(0, char::len_utf8);
                    push(close, close, mark);
                }
            }
            Separator::Comma if depth == 0 && few_commas => {
                let touching = after.is_some_and(|c| c.is_ascii_digit()) && before.is_some_and(|c| c.is_ascii_digit());
                if !touching && !belongs(lexicon, &text[end..]) {
                    push(at, end, mark);
                }
            }
            Separator::Colon => {
                let ends_word = spaced || after.is_none_or(|c| c.is_whitespace() || c == '*') || c == '：';
                if ends_word && text[..at].split_whitespace().nth(4).is_none() {
                    push(at, end, mark);
                }
            }
            Separator::Space if depth > 0 => depth -= 1,
            _ => {}
        }
    }
}

/// The length of the word of small letters that a text starts with, if it is as short as "at" and a space follows.
fn short_word(text: &str) -> Option<usize> {
    let len = text.find(|c: char| !c.is_alphabetic())?;
    (len <= 8 && text[len..].starts_with(' ') && text[..len].chars().all(char::is_lowercase)).then_some(len)
}

/// Whether what follows a comma belongs to what stands before it: a region or country, or the end of a firm's name.
fn belongs(lexicon: &Lexicon, rest: &str) -> bool {
    let rest = near(rest.trim_start());
    let len = rest.find([',', ';', '(', '|', '·', '•', '—', '–', '、', '\t']).unwrap_or(rest.len());
    let part = rest[..len].trim_end();
    part.len() <= 32 && lexicon.word(part).flags.intersects(Flags::COUNTRY.with(Flags::FIRM))
}

impl Separator {
    /// What a mark separates as, where it does; a space for one that never does.
    fn of(mark: char) -> Self {
        match mark {
            '|' | '¦' | '｜' => Self::Pipe,
            '·' | '•' | '∙' | '●' | '⋅' | '▪' | '◆' | '♦' => Self::Dot,
            '-' | '–' | '—' | '~' | '−' | '―' => Self::Dash,
            '/' => Self::Slash,
            '@' => Self::At,
            '(' | '[' | '（' => Self::Bracket,
            ',' | ';' | '，' | '、' | '；' => Self::Comma,
            ':' | '：' => Self::Colon,
            _ => Self::Space,
        }
    }

    /// What separates a value from the text that stands beside it, by the mark that it touches.
    pub(super) fn beside(mark: Option<char>) -> Self {
        match mark {
            None => Self::Edge,
            Some('/' | '@') => Self::Space,
            Some(mark) => Self::of(mark),
        }
    }
}

/// Adds the segment of plain text in `range`, if it says anything.
pub fn add(
    text: &str,
    at: usize,
    range: std::ops::Range<usize>,
    before: Separator,
    after: Separator,
    prose: bool,
    segments: &mut Vec<Segment>,
) {
    let whole = &text[range.clone()];
    let inner = trim(whole);
    if !inner.contains(char::is_alphanumeric) {
        return;
    }
    let start = range.start + (inner.as_ptr() as usize - whole.as_ptr() as usize);
    let markup = markup(inner, &text[..start], &text[start + inner.len()..]);
    let mut push = |from: usize, to: usize, before: Separator, after: Separator| {
        let span = Span::new(at + start + from, at + start + to);
        segments.push(Segment { before, after, ..Segment::new(span, Kind::Text, markup, prose) });
    };
    let (mut from, mut before) = (0, before);
    for (end, next) in if prose { Seams::default() } else { seam::find(inner) } {
        let between = if inner[end..next].trim().is_empty() { Separator::Space } else { Separator::At };
        push(from, end, before, between);
        (from, before) = (next, between);
    }
    push(from, inner.len(), before, after);
}

/// The start of a text, as far as what belongs together on a line reaches: marks are not looked for beyond.
pub(super) fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(NEAR)]
}

/// How far a mark's partner may be, in bytes.
pub(super) const NEAR: usize = 240;

/// Cuts white space, separators, and marks and brackets without a partner from the edges.
fn trim(text: &str) -> &str {
    let mut text = text;
    for _ in 0..DEEPEST {
        let mut cut = text.trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(c, ',' | ';' | '|' | '·' | '•' | '–' | '—' | '~' | '、' | '，' | '：' | ':' | '｜' | '【' | '】')
                || is_rating(c)
        });
        cut = cut.strip_suffix(" -").or_else(|| cut.strip_prefix("- ")).unwrap_or(cut);
        if cut.len() <= NEAR * 8 {
            cut = without_single_marks(cut);
        }
        if cut.len() == text.len() {
            break;
        }
        text = cut;
    }
    text
}

/// A mark of a picture that rates something: "★★★☆☆".
fn is_rating(c: char) -> bool {
    matches!(c, '★' | '☆' | '⭐' | '●' | '○' | '■' | '□' | '▮' | '▯' | '⬤' | '◯' | '◉' | '⚫' | '⚪' | '█' | '▓' | '░')
}

/// How many marks and brackets within each other are looked at.
const DEEPEST: usize = 16;

/// Cuts off a mark of each kind that has no partner, and a bracket.
fn without_single_marks(text: &str) -> &str {
    let mut cut = text;
    let paired = |b: &u8| matches!(b, b'*' | b'_' | b'`' | b'(' | b')' | b'[' | b']' | 0xef);
    if !text.as_bytes().iter().any(paired) {
        return text;
    }
    for mark in ["**", "__", "*", "_", "`"] {
        if cut.matches(mark).count() % 2 == 1 {
            cut = cut.strip_prefix(mark).or_else(|| cut.strip_suffix(mark)).unwrap_or(cut);
        }
    }
    for (open, close) in [('(', ')'), ('[', ']'), ('（', '）')] {
        let (opened, closed) = (cut.matches(open).count(), cut.matches(close).count());
        if opened > closed {
            cut = cut.strip_prefix(open).or_else(|| cut.strip_suffix(open)).unwrap_or(cut);
        } else if closed > opened {
            cut = cut.strip_suffix(close).or_else(|| cut.strip_prefix(close)).unwrap_or(cut);
        }
    }
    cut
}

/// What emphasis a segment stands in, by the marks in it and around it.
fn markup(text: &str, before: &str, after: &str) -> Markup {
    let before = before.trim_end();
    if !before.ends_with(['*', '_']) && !text.bytes().any(|b| b == b'*' || b == b'_') {
        return Markup::Plain;
    }
    let bold = |mark: &str| {
        (text.starts_with(mark) && text.ends_with(mark) && text.len() > 2 * mark.len())
            || (before.ends_with(mark) && near(after).contains(mark))
    };
    if bold("**") || bold("__") {
        Markup::Bold
    } else if text.contains("**") {
        Markup::PartBold
    } else if bold("*") || bold("_") {
        Markup::Italic
    } else {
        Markup::Plain
    }
}
