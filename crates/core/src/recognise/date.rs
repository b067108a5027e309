//! Dates and ranges of dates, in any of the lexicon's languages.

mod scan;

use crate::date::PartialDate;
use crate::lexicon::Flags;
use crate::source::Span;
pub(crate) use scan::may_hold_date;
use scan::{Kind, Token, Tokens, is_year};

/// A date, or a range of dates, found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateExpr {
    /// The whole expression, in bytes.
    pub span: Span,
    /// The first date (of a range), or the only one.
    pub from: Option<(PartialDate, Span)>,
    /// The last date of a range.
    pub to: Option<(PartialDate, Span)>,
    /// Whether it says that it goes on ("since 2019", "2019 – present", "2019–").
    pub ongoing: bool,
    /// Whether it is a range: two dates, or one that is open on a side.
    pub range: bool,
}

impl DateExpr {
    /// The same expression `by` bytes further on.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        let moved = |(date, span): (PartialDate, Span)| (date, span.shifted(by));
        Self { span: self.span.shifted(by), from: self.from.map(moved), to: self.to.map(moved), ..self }
    }
}

/// All dates and ranges in `text`, in order. Linear in its length.
///
/// ```
/// let found = faircopy::recognise::date::find_all("Aug 2018 – June 2023, Seattle");
/// assert_eq!(found[0].from.unwrap().0.to_string(), "2018-08");
/// assert_eq!(found[0].to.unwrap().0.to_string(), "2023-06");
/// ```
pub fn find_all(text: &str) -> Vec<DateExpr> {
    let mut found = Vec::new();
    if !may_hold_date(text) {
        return found;
    }
    let tokens = Tokens::new(text);
    let mut at = 0;
    while at < tokens.len() {
        match expression(&tokens, at) {
            Some((expr, next)) => {
                found.push(expr);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a text, where a range would end, says that it goes on: "present".
pub fn goes_on(text: &str) -> bool {
    matches!(find_all(&["2000 – ", text].concat())[..], [ref found] if found.ongoing && found.span.len() == text.len() + 9)
}

/// The whole of `text` as one date: what a person typed into a date field. White space around it is allowed.
///
/// ```
/// assert_eq!(faircopy::recognise::date::whole("März 2019").unwrap().to_string(), "2019-03");
/// assert_eq!(faircopy::recognise::date::whole("a while ago"), None);
/// ```
pub fn whole(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let found = find_all(text);
    let [DateExpr { span, from: Some((date, _)), range: false, .. }] = found[..] else { return None };
    (span.len() == text.len()).then_some(date)
}

/// One date with where it stands, and the token after it.
#[derive(Clone, Copy)]
struct Point {
    date: PartialDate,
    first: usize,
    next: usize,
}

fn expression(tokens: &Tokens<'_>, at: usize) -> Option<(DateExpr, usize)> {
    let span = |first: usize, next: usize| Span::new(tokens[first].start, tokens[next - 1].end);
    let place = |p: Point| (p.date, span(p.first, p.next));
    // "since 2019", "from May 2019 to …", "until 2020".
    if tokens[at].is(Flags::SINCE.with(Flags::FROM)) {
        let Some(first) = point(tokens, at + 1) else { return months(tokens, at, at + 1) };
        if let Some((to, ongoing, next)) = range_end(tokens, first) {
            let expr = DateExpr { span: span(at, next), from: Some(place(first)), to: to.map(place), ongoing, range: true };
            return Some((expr, next));
        }
        if !tokens[at].is(Flags::SINCE) {
            return None;
        }
        let expr = DateExpr { span: span(at, first.next), from: Some(place(first)), to: None, ongoing: true, range: true };
        return Some((expr, first.next));
    }
    if tokens[at].is(Flags::UNTIL) && tokens[at].kind == Kind::Word {
        let last = point(tokens, at + 1)?;
        let expr = DateExpr { span: span(at, last.next), from: None, to: Some(place(last)), ongoing: false, range: true };
        return Some((expr, last.next));
    }
    if let Some(first) = point(tokens, at) {
        if let Some((to, ongoing, next)) = range_end(tokens, first) {
            let expr = DateExpr { span: span(at, next), from: Some(place(first)), to: to.map(place), ongoing, range: true };
            return Some((expr, next));
        }
        let expr = DateExpr { span: span(at, first.next), from: Some(place(first)), to: None, ongoing: false, range: false };
        return Some((expr, first.next));
    }
    months(tokens, at, at)
}

/// "May – August 2019": one year for both months. The expression starts at `start`, its first month at `at`.
fn months(tokens: &Tokens<'_>, start: usize, at: usize) -> Option<(DateExpr, usize)> {
    let span = |first: usize, next: usize| Span::new(tokens[first].start, tokens[next - 1].end);
    let month = tokens.get(at)?.month()?;
    let next = joiner(tokens, skip_dot(tokens, at + 1))?;
    let last = point(tokens, next)?;
    tokens.get(last.first)?.month()?;
    let from = PartialDate::new(last.date.year(), Some(month), None)?;
    let expr = DateExpr {
        span: span(start, last.next),
        from: Some((from, span(at, last.next))),
        to: Some((last.date, span(last.first, last.next))),
        ongoing: false,
        range: true,
    };
    Some((expr, last.next))
}

/// What follows a first date: its range's end (`None` while ongoing), whether it goes on, and the token after it.
fn range_end(tokens: &Tokens<'_>, first: Point) -> Option<(Option<Point>, bool, usize)> {
    // "2019年3月至今", and a range whose dash got lost.
    if let Some(after) = present(tokens, first.next)
        && !tokens[first.next].is(Flags::LABEL)
    {
        return Some((None, true, after));
    }
    // "2020年起"
    if tokens.get(first.next).is_some_and(|t| t.is(Flags::SINCE) && t.touches_mark(tokens, first.next)) {
        return Some((None, true, first.next + 1));
    }
    if let Some(last) = second_year(tokens, first) {
        return Some((Some(last), false, last.next));
    }
    let next = joiner(tokens, first.next)?;
    if let Some(after) = present(tokens, next) {
        return Some((None, true, after));
    }
    if let Some(last) = point(tokens, next)
        && last.date.year() >= first.date.year()
    {
        return Some((Some(last), false, last.next));
    }
    // "2016–18"
    if let Some(&Token { kind: Kind::Number { value, digits: 2 }, spaced: false, .. }) = tokens.get(next)
        && first.date.month().is_none()
        && !tokens.get(next + 1).is_some_and(|t| !t.spaced && t.kind != Kind::Mark(')') && t.kind != Kind::Mark(','))
    {
        let year = first.date.year() / 100 * 100 + value as u16;
        if year > first.date.year() {
            let date = PartialDate::new(year, None, None)?;
            return Some((Some(Point { date, first: next, next: next + 1 }), false, next + 1));
        }
    }
    // "2019 –" with nothing, or a closing bracket, behind it.
    let closes = tokens.get(next).is_none_or(|t| matches!(t.kind, Kind::Mark(')' | ']' | '|')));
    let dash = matches!(tokens[first.next].kind, Kind::Dash);
    (closes && dash && next == first.next + 1).then_some((None, true, next))
}

/// The second of two years that follow each other: "2014/15", "WS 2007/08", "2013 & 2014".
fn second_year(tokens: &Tokens<'_>, first: Point) -> Option<Point> {
    let year = tokens.get(first.next.checked_sub(1)?).filter(|_| first.date.month().is_none())?;
    let (joint, token) = (tokens.get(first.next)?, tokens.get(first.next + 1)?);
    let slash = joint.kind == Kind::Mark('/') && joint.spaced == token.spaced;
    let Kind::Number { value, digits } = token.kind else { return None };
    let follows = u32::from(first.date.year()) + 1;
    let fits = match digits {
        4 => value == follows && (slash || joint.kind == Kind::Mark('&') || joint.is(Flags::AND)),
        2 => value == follows % 100 && slash && !joint.spaced && matches!(year.kind, Kind::Number { digits: 4, .. }),
        _ => false,
    };
    let next = first.next + 2;
    // Neither "2013/14/05" nor "2013 and 2014 – 2015".
    let more = tokens.get(next).is_some_and(|t| matches!(t.kind, Kind::Mark('/') | Kind::Number { .. }) && !t.spaced);
    let range = joiner(tokens, next).is_some_and(|after| point(tokens, after).is_some() || present(tokens, after).is_some());
    let date = PartialDate::new(follows as u16, None, None)?;
    (fits && !more && !range).then_some(Point { date, first: first.next + 1, next })
}

/// Skips what joins the two ends of a range: a dash or "to". A dash at the start of a line may be escaped.
fn joiner(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let escaped = tokens.get(at)?.kind == Kind::Mark('\\') && tokens.get(at + 1)?.kind == Kind::Dash;
    let at = at + usize::from(escaped);
    let token = tokens.get(at)?;
    (token.kind == Kind::Dash || token.is(Flags::TO.with(Flags::UNTIL))).then_some(at + 1)
}

/// The token after a "present" of up to four words at `at`.
fn present(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let count = tokens.present(at);
    (count > 0).then(|| at + count)
}

fn skip_dot(tokens: &Tokens<'_>, at: usize) -> usize {
    at + usize::from(tokens.get(at).is_some_and(|t| t.kind == Kind::Mark('.')))
}

/// One date that starts at the token `at`.
fn point(tokens: &Tokens<'_>, at: usize) -> Option<Point> {
    let token = tokens.get(at)?;
    let made = |date: Option<PartialDate>, next: usize| date.map(|date| Point { date, first: at, next });
    match token.kind {
        Kind::Number { value, digits: 4 } if is_year(value) && token.alone(tokens, at) => from_year(tokens, at, value as u16),
        Kind::Number { value, digits: 1 | 2 } => from_small_number(tokens, at, value),
        Kind::Apostrophe => {
            let year = short_year(tokens, at)?;
            made(PartialDate::new(year, None, None), at + 2)
        }
        Kind::Word if token.month().is_some() => from_month(tokens, at, token.month()?),
        Kind::Word if token.is(Flags::SEASON) => {
            let mut next = at + 1;
            // "Q3 2023", "winter of 2019": a single letter needs its number.
            let numbered = matches!(tokens.get(next), Some(Token { kind: Kind::Number { digits: 1, .. }, .. }));
            if token.end - token.start == 1 && !numbered {
                return None;
            }
            next += usize::from(numbered);
            while tokens.get(next).is_some_and(|t| t.is(Flags::OF) || t.kind == Kind::Mark(',')) {
                next += 1;
            }
            let year = year_at(tokens, next)?;
            made(PartialDate::new(year, None, None), next + 1)
        }
        _ => None,
    }
}

/// "2019", "2019-03", "2019-03-14", "2019/03", "2019.03", "2019年3月14日", "2019 March".
fn from_year(tokens: &Tokens<'_>, at: usize, year: u16) -> Option<Point> {
    let made = |month, day, next| PartialDate::new(year, month, day).map(|date| Point { date, first: at, next });
    let number = |i: usize| match tokens.get(i) {
        Some(&Token { kind: Kind::Number { value, digits: 1 | 2 }, .. }) => Some(value as u8),
        _ => None,
    };
    let mark = |i: usize, c: char| tokens.get(i).is_some_and(|t| t.kind == Kind::Mark(c));
    if mark(at + 1, '年') {
        if let Some(month) = number(at + 2).filter(|_| mark(at + 3, '月')) {
            if let Some(point) = number(at + 4).filter(|_| mark(at + 5, '日')).and_then(|day| made(Some(month), Some(day), at + 6))
            {
                return Some(point);
            }
            return made(Some(month), None, at + 4);
        }
        return made(None, None, at + 2);
    }
    let joint = tokens.get(at + 1).filter(|t| !t.spaced);
    let two_digits = matches!(tokens.get(at + 2), Some(Token { kind: Kind::Number { digits: 2, .. }, .. }));
    let numeric = joint.is_some_and(|t| matches!(t.kind, Kind::Mark('/' | '.')) || (t.hyphen && two_digits));
    if numeric
        && tokens.get(at + 2).is_some_and(|t| !t.spaced)
        && let Some(month) = number(at + 2).filter(|m| (1..=12).contains(m))
    {
        let same = tokens.get(at + 3).is_some_and(|t| !t.spaced && Some(t.kind) == joint.map(|j| j.kind));
        if let Some(point) = number(at + 4).filter(|_| same).and_then(|day| made(Some(month), Some(day), at + 5)) {
            return Some(point);
        }
        return made(Some(month), None, at + 3);
    }
    if let Some(month) = tokens.get(at + 1).and_then(Token::month)
        && !matches!(tokens.get(at + 2), Some(Token { kind: Kind::Number { digits: 4, .. }, .. }))
        && tokens[at + 1].full_month
    {
        return made(Some(month), None, at + 2);
    }
    made(None, None, at + 1)
}

/// "03/2019", "14.05.2018", "05/14/2018", "14 May 2018", "14. Mai 2018", "1er mai 2018".
fn from_small_number(tokens: &Tokens<'_>, at: usize, value: u32) -> Option<Point> {
    if at > 0 && !tokens[at].spaced && matches!(tokens[at - 1].kind, Kind::Mark('.' | '/' | '$' | '€' | '£' | ',')) {
        return None;
    }
    let made = |date: Option<PartialDate>, next: usize| date.map(|date| Point { date, first: at, next });
    let joint = tokens.get(at + 1)?;
    let is_joint = matches!(joint.kind, Kind::Mark('/' | '.')) || joint.hyphen;
    if is_joint && !joint.spaced && tokens.get(at + 2).is_some_and(|t| !t.spaced) {
        if let Some(year) = year_at(tokens, at + 2) {
            return made(PartialDate::new(year, Some(value as u8), None), at + 3);
        }
        if let Some(&Token { kind: Kind::Number { value: second, digits: 1 | 2 }, .. }) = tokens.get(at + 2)
            && tokens.get(at + 3).is_some_and(|t| !t.spaced && t.kind == joint.kind)
            && let Some(year) = year_at(tokens, at + 4)
        {
            // Day first, as in most countries; month first where only that is a date.
            let day_first = PartialDate::new(year, Some(second as u8), Some(value as u8));
            return made(day_first.or_else(|| PartialDate::new(year, Some(value as u8), Some(second as u8))), at + 5);
        }
    }
    // "4 月 2020"
    if joint.kind == Kind::Mark('月')
        && let Some(year) = year_at(tokens, at + 2)
    {
        return made(PartialDate::new(year, Some(value as u8), None), at + 3);
    }
    // A day before its month.
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|t| t.kind == Kind::Mark('.') || t.is(Flags::ORDINAL) || t.is(Flags::OF)) && next < at + 4 {
        next += 1;
    }
    let month = tokens.get(next)?.month()?;
    next = skip_dot(tokens, next + 1);
    while tokens.get(next).is_some_and(|t| t.is(Flags::OF) || t.kind == Kind::Mark(',')) && next < at + 8 {
        next += 1;
    }
    let year = year_at(tokens, next)?;
    made(PartialDate::new(year, Some(month), Some(value as u8)), next + 1)
}

/// "March 2019", "Mar. 2019", "Mar '19", "marzo de 2019", "March 14, 2019", "Mar-19".
fn from_month(tokens: &Tokens<'_>, at: usize, month: u8) -> Option<Point> {
    let made = |date: Option<PartialDate>, next: usize| date.map(|date| Point { date, first: at, next });
    let mut next = skip_dot(tokens, at + 1);
    if let Some(&Token { kind: Kind::Number { value, digits: 1 | 2 }, .. }) = tokens.get(next) {
        let mut after = next + 1;
        while tokens.get(after).is_some_and(|t| t.is(Flags::ORDINAL) || t.kind == Kind::Mark(',')) && after < next + 3 {
            after += 1;
        }
        if let Some(year) = year_at(tokens, after)
            && let Some(point) = made(PartialDate::new(year, Some(month), Some(value as u8)), after + 1)
        {
            return Some(point);
        }
    }
    if let Some(year) = short_year(tokens, next) {
        return made(PartialDate::new(year, Some(month), None), next + 2);
    }
    let joint = tokens.get(next)?;
    if !joint.spaced
        && (joint.hyphen || joint.kind == Kind::Mark('/'))
        && let Some(&Token { kind: Kind::Number { value, digits: 2 }, spaced: false, .. }) = tokens.get(next + 1)
    {
        return made(PartialDate::new(century(value), Some(month), None), next + 2);
    }
    while tokens
        .get(next)
        .is_some_and(|t| t.is(Flags::OF) || matches!(t.kind, Kind::Mark(',' | '/' | '.')) || (t.hyphen && !t.spaced))
        && next < at + 4
    {
        next += 1;
    }
    let year = year_at(tokens, next)?;
    made(PartialDate::new(year, Some(month), None), next + 1)
}

fn year_at(tokens: &Tokens<'_>, at: usize) -> Option<u16> {
    match tokens.get(at)?.kind {
        Kind::Number { value, digits: 4 } if is_year(value) => Some(value as u16),
        _ => None,
    }
}

/// "'19" or "’19" at `at`.
fn short_year(tokens: &Tokens<'_>, at: usize) -> Option<u16> {
    if tokens.get(at)?.kind != Kind::Apostrophe {
        return None;
    }
    match tokens.get(at + 1)? {
        &Token { kind: Kind::Number { value, digits: 2 }, spaced: false, .. } => Some(century(value)),
        _ => None,
    }
}

/// Two digits of a year as a person means them on a résumé: 1950–2049.
fn century(value: u32) -> u16 {
    value as u16 + if value < 50 { 2000 } else { 1900 }
}

#[cfg(test)]
mod tests;
