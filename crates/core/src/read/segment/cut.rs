//! One piece of a line, cut at its separators and around recognised values.

use super::{Kind, Markup, Segment, Separator};
use crate::lexicon::{Flags, Lexicon};
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
    values(text, at, prose, &mut cuts);
    if !prose {
        separators(text, &mut cuts);
    }
    cuts.sort_by_key(|c| (c.start, c.kind.is_none()));
    let mut from = 0;
    let mut before = Separator::Edge;
    for cut in cuts {
        if cut.start < from {
            continue;
        }
        let between = if cut.kind.is_some() { edge(&text[from..cut.start]) } else { cut.separator };
        add(text, at, from..cut.start, before, between, prose, segments);
        before = between;
        if let Some(kind) = cut.kind {
            let after = edge_after(&text[cut.end..]);
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

/// Whether a piece reads as running text, which is not cut inside.
pub fn is_prose(text: &str, bulleted: bool) -> bool {
    let mut words = 0;
    let mut lower = 0;
    let mut unspaced = 0;
    for word in text.split_whitespace() {
        words += usize::from(word.contains(char::is_alphanumeric));
        lower += usize::from(word.starts_with(char::is_lowercase));
        unspaced += word.chars().filter(|&c| crate::repair::is_unspaced(c)).count();
    }
    let words = words + unspaced / 2;
    let sentence = text.trim_end_matches(['*', '_', ')', '"', '”']).ends_with(['.', '!', '?', '。']);
    let separated = text.contains([' ']) && (text.contains(" | ") || text.contains(" · ") || text.contains(" • "));
    let threshold = match (bulleted, sentence) {
        (true, true) => 5,
        (true, false) | (false, true) => 8,
        (false, false) => 14,
    };
    words >= threshold && !separated && (lower + unspaced) * 10 >= words * 4
}

/// Dates, durations, addresses and numbers. In prose only a date at its edge, set apart by a mark, is cut out.
fn values(text: &str, at: usize, prose: bool, cuts: &mut Vec<Cut>) {
    let mut push = |span: Span, kind: Kind| {
        cuts.push(Cut { start: span.start as usize, end: span.end as usize, separator: Separator::Space, kind: Some(kind) });
    };
    if text.contains(|c: char| c.is_ascii_digit()) {
        for expr in date::find_all(text) {
            if !prose || at_edge(text, expr.span) {
                push(expr.span, Kind::Date(shift(expr, at)));
            }
        }
    }
    if prose {
        return;
    }
    if let Some(span) = email::find(text) {
        push(span, Kind::Email);
    }
    let mut from = 0;
    while let Some(span) = url::find(&text[from..]) {
        push(Span::new(from + span.start as usize, from + span.end as usize), Kind::Url);
        from += span.end as usize;
    }
    if let Some(span) = phone::find(text) {
        push(span, Kind::Phone);
    }
    if let Some(span) = duration::find(text)
        && (duration::whole(text) || at_edge(text, span))
    {
        push(span, Kind::Duration);
    }
}

/// Whether a value stands at an edge of a text, with a mark between the two.
fn at_edge(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].trim_end();
    let after = text[span.end as usize..].trim_start();
    let bare = |s: &str| !s.contains(char::is_alphanumeric);
    let marks = ['(', '[', ',', '|', '·', '•', '-', '–', '—', ':', ';', '.', '~'];
    (bare(after) && before.ends_with(marks))
        || (bare(before) && after.starts_with([')', ']', ',', '|', '·', '•', '-', '–', '—', ':', ';', '~']))
}

fn shift(expr: date::DateExpr, by: usize) -> date::DateExpr {
    let moved = |s: Span| Span::new(s.start as usize + by, s.end as usize + by);
    date::DateExpr {
        span: moved(expr.span),
        from: expr.from.map(|(d, s)| (d, moved(s))),
        to: expr.to.map(|(d, s)| (d, moved(s))),
        ..expr
    }
}

/// The marks and words that separate facts.
fn separators(text: &str, cuts: &mut Vec<Cut>) {
    let lexicon = Lexicon::get();
    let commas = text.matches([',', '，', '、']).count();
    let mut push = |start: usize, end: usize, separator: Separator| cuts.push(Cut { start, end, separator, kind: None });
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next();
        let spaced = before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
        match c {
            '|' | '¦' | '｜' => push(at, end, Separator::Pipe),
            '·' | '•' | '∙' | '●' | '⋅' | '▪' | '◆' | '♦' => push(at, end, Separator::Dot),
            '-' | '–' | '—' | '~' | '−' | '―' if spaced => push(at, end, Separator::Dash),
            '/' if spaced => push(at, end, Separator::Slash),
            '/' if after == Some('/') && before.is_none_or(char::is_whitespace) => push(at, end + 1, Separator::Slash),
            '@' if spaced => push(at, end, Separator::At),
            '(' | '（' | '[' => {
                depth += 1;
                let closes = near(&text[end..]).find([')', '）', ']']).map(|len| end + len);
                if let Some(close) = closes.filter(|_| depth == 1 && before.is_some_and(char::is_whitespace) || c == '（')
                    && text[at..close].split_whitespace().count() <= 7
                {
                    push(at, at, Separator::Bracket);
                    let close = close + text[close..].chars().next().map_or(0, char::len_utf8);
                    push(close, close, Separator::Bracket);
                }
            }
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' | '，' | '、' | '；' if depth == 0 && commas <= 3 => {
                let touching = after.is_some_and(|c| c.is_ascii_digit()) && before.is_some_and(|c| c.is_ascii_digit());
                if !touching && !belongs(lexicon, &text[end..]) {
                    push(at, end, Separator::Comma);
                }
            }
            ':' | '：'
                if (spaced || after.is_none_or(|c| c.is_whitespace() || c == '*') || c == '：')
                    && text[..at].split_whitespace().count() <= 4 =>
            {
                push(at, end, Separator::Colon);
            }
            c if c.is_alphabetic() && before.is_some_and(char::is_whitespace) => {
                let len: usize = text[at..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
                let word = &text[at..at + len];
                let ends = text[at + len..].starts_with(' ');
                if ends && len <= 8 && word.chars().all(char::is_lowercase) && lexicon.word(word).flags.intersects(Flags::AT) {
                    push(at, at + len, Separator::At);
                }
            }
            _ => {}
        }
    }
}

/// Whether what follows a comma belongs to what stands before it: a region or country, or the end of a firm's name.
fn belongs(lexicon: &Lexicon, rest: &str) -> bool {
    let rest = rest.trim_start();
    let len = rest.find([',', ';', '(', '|', '·', '•', '—', '–', '、', '\t']).unwrap_or(rest.len());
    let part = rest[..len].trim_end();
    part.len() <= 32 && lexicon.word(part).flags.intersects(Flags::COUNTRY.with(Flags::FIRM))
}

/// What separates a value from the text before it.
fn edge(before: &str) -> Separator {
    match before.trim_end().chars().next_back() {
        _ if before.trim().is_empty() => Separator::Edge,
        Some('(' | '[' | '（') => Separator::Bracket,
        Some(',' | ';' | '，' | '、') => Separator::Comma,
        Some(':' | '：') => Separator::Colon,
        Some('-' | '–' | '—' | '~') => Separator::Dash,
        Some('|' | '｜') => Separator::Pipe,
        Some('·' | '•') => Separator::Dot,
        _ => Separator::Space,
    }
}

/// What separates a value from the text behind it.
fn edge_after(after: &str) -> Separator {
    match after.trim_start().chars().next() {
        None => Separator::Edge,
        Some(')' | ']' | '）' | '(' | '（' | '[') => Separator::Bracket,
        Some(',' | ';' | '，' | '、') => Separator::Comma,
        Some(':' | '：') => Separator::Colon,
        Some('-' | '–' | '—' | '~') => Separator::Dash,
        Some('|' | '｜') => Separator::Pipe,
        Some('·' | '•') => Separator::Dot,
        _ => Separator::Space,
    }
}

/// Adds the segment of plain text in `range`, if it says anything.
fn add(
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
    let span = Span::new(at + start, at + start + inner.len());
    let mut segment = Segment::new(span, Kind::Text, markup(inner, &text[..start], &text[start + inner.len()..]), prose);
    segment.before = before;
    segment.after = after;
    segments.push(segment);
}

/// The start of a text, as far as what belongs together on a line reaches: marks are not looked for beyond.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(NEAR)]
}

/// How far a mark's partner may be, in bytes.
const NEAR: usize = 240;

/// Cuts white space, separators, and marks and brackets without a partner from the edges.
fn trim(text: &str) -> &str {
    let mut text = text;
    loop {
        let mut cut = text.trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | '|' | '·' | '•' | '–' | '—' | '~' | '、' | '，' | '　' | ':' | '：')
        });
        cut = cut.strip_suffix(" -").or_else(|| cut.strip_prefix("- ")).unwrap_or(cut);
        if cut.len() > NEAR * 8 {
            return cut;
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
        if cut.len() == text.len() {
            return text;
        }
        text = cut;
    }
}

/// What emphasis a segment stands in, by the marks in it and around it.
fn markup(text: &str, before: &str, after: &str) -> Markup {
    let bold = |mark: &str| {
        (text.starts_with(mark) && text.ends_with(mark) && text.len() > 2 * mark.len())
            || (before.trim_end().ends_with(mark) && near(after).contains(mark))
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
