//! One line: its bullet, its markup, and the pieces that only white space keeps apart.

use super::{Kind, Segment, Separator, cut, told};
use crate::read::decision::Told;
use crate::recognise::date;
use crate::source::{SourceText, Span};

/// The mark that begins a list item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bullet {
    /// None.
    #[default]
    None,
    /// `-`, `–`, `—`
    Dash,
    /// `•`, `·`, `▪` and other filled marks.
    Dot,
    /// `*`, `+`, `o`, `>` and other signs.
    Sign,
    /// `1.`, `2)`
    Number,
}

/// The Markdown that a segment stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Markup {
    /// None.
    #[default]
    Plain,
    /// A heading of level 1–4 (deeper ones count as 4).
    Heading(u8),
    /// All of it is bold.
    Bold,
    /// A part of it is bold.
    PartBold,
    /// All of it is italic.
    Italic,
}

/// Cuts one line, adding its segments; `prose` says that it is known to be prose, `decided` what a person said of stretches of it.
pub fn cut(source: &SourceText, span: Span, number: u32, prose: bool, decided: &[(Span, Told)], segments: &mut Vec<Segment>) {
    let line = source.slice(span);
    let at = span.start as usize;
    let mut body = line.trim_end();
    if is_rule(body) {
        return;
    }
    let (heading, bullet, from) = told::opening(body, at, decided, opening(body));
    body = &body[from..];
    // Closing marks of an ATX heading, which a space sets apart (CommonMark 4.2): "C#" has none. Then a rule that fills up a heading's
    // line ("SKILLS -----").
    let closed = body.trim_end_matches('#');
    if closed.is_empty() || closed.ends_with(char::is_whitespace) {
        body = closed.trim_end();
    }
    if let Some(words) = body.rfind(|c: char| !matches!(c, '-' | '=' | '_' | '—' | '─' | ' '))
        && body.len() - words > 6
    {
        body = &body[..words + body[words..].chars().next().map_or(0, char::len_utf8)];
    }
    let start = segments.len();
    let mut before = Separator::Edge;
    for (offset, piece, after) in pieces(body) {
        let full = segments.len() - start > cut::MOST;
        let (piece, after) = if full { (&body[offset..], Separator::Edge) } else { (piece, after) };
        let piece_at = at + from + offset;
        let first = segments.len();
        let prose = prose || cut::is_prose(piece, bullet != Bullet::None && first == start);
        if decided.is_empty() {
            cut::piece(piece, piece_at, prose, segments);
        } else {
            told::piece(piece, piece_at, prose, decided, segments);
        }
        if let Some(segment) = segments.get_mut(first) {
            segment.before = before;
        }
        if let Some(segment) = segments[first..].last_mut() {
            segment.after = after;
        }
        before = after;
        if full {
            break;
        }
    }
    let (mut column, mut seen) = (0, 0);
    for segment in &mut segments[start..] {
        segment.line = number;
        let begins = segment.span.start as usize - at;
        column = columns(&line[seen..begins], column);
        seen = begins;
        segment.column = column.min(usize::from(u16::MAX)) as u16;
        if let Some(level) = heading {
            segment.markup = Markup::Heading(level);
        }
    }
    if let Some(first) = segments.get_mut(start) {
        first.bullet = bullet;
    }
    if let Some(last) = segments[start..].last_mut() {
        last.after = Separator::Edge;
    }
}

impl Segment {
    /// A segment of plain text at `span`; its place in the line is set by [`cut`].
    pub(super) fn new(span: Span, kind: Kind, markup: Markup, prose: bool) -> Self {
        Self {
            span,
            line: 0,
            index: 0,
            before: Separator::Edge,
            after: Separator::Edge,
            kind,
            prose,
            bullet: Bullet::None,
            markup,
            column: 0,
            told: None,
        }
    }
}

/// The heading level, the bullet, and where the text begins.
fn opening(line: &str) -> (Option<u8>, Bullet, usize) {
    let mut rest = line.trim_start();
    // Quotation marks of Markdown and mail, and a table's first pipe.
    while let Some(inner) = rest.strip_prefix(['>', '|']) {
        rest = inner.trim_start();
    }
    let level = rest.bytes().take_while(|&b| b == b'#').count();
    if (1..=6).contains(&level) && rest[level..].starts_with([' ', '\t']) {
        let text = rest[level..].trim_start();
        return (Some(level.min(4) as u8), Bullet::None, line.len() - text.len());
    }
    let mut bullet = Bullet::None;
    // A bullet may follow another ("- • text").
    while let Some((kind, len)) = bullet_at(rest) {
        bullet = kind;
        rest = rest[len..].trim_start();
    }
    (None, bullet, line.len() - rest.len())
}

fn bullet_at(text: &str) -> Option<(Bullet, usize)> {
    let first = text.chars().next()?;
    let len = first.len_utf8();
    let spaced = text[len..].chars().next().is_none_or(char::is_whitespace);
    let kind = match first {
        '-' | '–' | '—' | '−' if spaced => Bullet::Dash,
        '*' | '+' | 'o' | '»' | '~' | '›' if spaced => Bullet::Sign,
        '•' | '·' | '▪' | '▫' | '◦' | '‣' | '∙' | '●' | '○' | '■' | '□' | '◆' | '◇' | '➢' | '➤' | '►' | '▶' | '✓' | '✔' | '⁃'
        | '・' | '★' | '☆' | '→' | '➔' | '❖' | '▸' | '✦' | '\u{f0b7}' | '\u{f0a7}' => Bullet::Dot,
        '①'..='⑳' => Bullet::Number,
        _ => return number_at(text).map(|len| (Bullet::Number, len)),
    };
    Some((kind, len))
}

/// The length of the number that a line begins with: "1. ", "[2] ", "3、", "一、", "（四）".
fn number_at(text: &str) -> Option<usize> {
    let inner = text.strip_prefix(['[', '（', '(']).unwrap_or(text);
    let number: usize = inner.chars().take(3).take_while(|&c| is_numeral(c)).map(char::len_utf8).sum();
    let mark = inner[number..].chars().next()?;
    let open = text.len() - inner.len();
    let end = open + number + mark.len_utf8();
    let rest = &text[end..];
    let spaced = rest.starts_with([' ', '\t']);
    let fits = match mark {
        _ if number == 0 => false,
        '.' | ')' => (open == 0) && spaced,
        ']' => text.starts_with('[') && spaced,
        '）' => text.starts_with('（'),
        '、' | '．' => open == 0 && !rest.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    let digits = inner[..number].bytes().filter(u8::is_ascii_digit).count();
    (fits && digits <= 2 && (digits == number || digits == 0)).then_some(end)
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

/// Whether a line is only a rule: marks without a letter or digit.
fn is_rule(line: &str) -> bool {
    !line.contains(char::is_alphanumeric)
}

/// The pieces of a line between tabs and runs of spaces: offset, text without outer white space, and what follows it.
fn pieces(body: &str) -> impl Iterator<Item = (usize, &str, Separator)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &body[at..];
            let text = rest.trim_start();
            if text.is_empty() {
                return None;
            }
            let start = body.len() - text.len();
            let (len, separator) = gap(text);
            at = start + len;
            let piece = text[..len].trim_end();
            if !piece.is_empty() {
                return Some((start, piece, separator));
            }
        }
    })
}

/// How far a piece goes, and what ends it. Two spaces are a gap unless a sentence ends before them; so is a wide space, unless
/// it only spreads a word ("姓　　名"). A heading in 【】 ends with them.
fn gap(text: &str) -> (usize, Separator) {
    let bytes = text.as_bytes();
    if text.starts_with('【')
        && let Some(close) = text[..text.floor_char_boundary(LONGEST_TITLE)].find('】')
    {
        return (close + '】'.len_utf8(), Separator::Colon);
    }
    for at in 0..bytes.len() {
        if bytes[at] == b'\t' {
            return (at, Separator::Tab);
        }
        if bytes[at..].starts_with(WIDE_SPACE.as_bytes()) && at > 0 && !spreads(text, at) {
            return (at, Separator::Gap);
        }
        if bytes[at] == b' ' && bytes.get(at + 1) == Some(&b' ') {
            let sentence = at > 0 && b".!?:,;".contains(&bytes[at - 1]) && bytes.get(at + 2) != Some(&b' ');
            if !sentence && !within_range(text, at) {
                let tab = text[at..].trim_start_matches(' ').starts_with('\t');
                return (at, if tab { Separator::Tab } else { Separator::Gap });
            }
        }
    }
    (text.len(), Separator::Edge)
}

/// No title in 【】 is longer, in bytes.
const LONGEST_TITLE: usize = 60;

const WIDE_SPACE: &str = "\u{3000}";

/// Whether spaces stand beside the dash of a range: "May 2014 –   June 2018".
fn within_range(text: &str, at: usize) -> bool {
    let dash = |c: char| matches!(c, '-' | '–' | '—');
    let before = text[..at].trim_end();
    let after = text[at..].trim_start_matches(' ');
    let behind_date = |text: &str| text.trim_end().ends_with(|c: char| c.is_ascii_digit());
    // "2021–   Data editor" is open, and its gap is one.
    let date_next = || date::find_all(&after[..after.floor_char_boundary(24)]).first().is_some_and(|d| d.span.start == 0);
    (before.ends_with(dash) && behind_date(before.trim_end_matches(dash)) && date_next())
        || (behind_date(before) && after.strip_prefix(dash).is_some_and(|rest| rest.starts_with(' ')))
}

/// Whether the wide spaces at `at` stand between the letters of one word, or beside a mark that separates by itself.
fn spreads(text: &str, at: usize) -> bool {
    let mark = |c: char| matches!(c, '｜' | '|' | '：' | ':' | '，' | '、' | '・' | '／');
    let before = text[..at].trim_end();
    let after = text[at..].trim_start();
    let Some((last, first)) = before.chars().next_back().zip(after.chars().next()) else { return false };
    if mark(last) || mark(first) {
        return true;
    }
    let alone = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || mark(c));
    alone(before.chars().nth_back(1)) && alone(after.chars().nth(1))
}

/// The column behind `text`, which starts at column `from`.
fn columns(text: &str, from: usize) -> usize {
    text.chars().fold(from, |column, c| if c == '\t' { (column / 4 + 1) * 4 } else { column + 1 })
}
