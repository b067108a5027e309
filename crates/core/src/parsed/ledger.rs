//! The ledger: what each character of the source became.

use crate::order::by_number;
use crate::parsed::{Place, Unplaced};
use crate::source::{SourceText, Span};

/// What a stretch of source became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Part of a value.
    Field(Place),
    /// In no field; shown to the person.
    Unplaced,
    /// Not content.
    Decoration(Decoration),
}

/// Why a stretch of source is not content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decoration {
    /// White space, punctuation and other marks between values: bullets, rules, separators.
    Mark,
    /// A section's heading.
    Heading,
    /// A word that only names or joins what stands beside it: "Email:", "at", "to".
    Label,
    /// A page number, a repeated header or footer, an interface text such as "Show all".
    Furniture,
    /// A second copy of a text that a field already holds.
    Repeated,
    /// A duration that the dates beside it say already.
    Duration,
    /// The syntax of an imported file that was read as data.
    Syntax,
}

/// A division of the whole source into spans, each with its use, in order, without gap or overlap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    rows: Vec<(Span, Use)>,
}

impl Ledger {
    /// Divides `source` by `claims`. Where two claims meet, the one that starts first keeps the overlap. What nobody claims is a mark if
    /// it has no letter or digit, and unplaced if it has, one row a line.
    pub fn new(source: &SourceText, claims: &[(Span, Use)]) -> Self {
        let mut order: Vec<usize> = (0..claims.len()).collect();
        by_number(&mut order, |&i| u64::from(claims[i].0.start));
        let mut rows: Vec<(Span, Use)> = Vec::with_capacity(claims.len() * 2);
        let mut done = 0;
        for i in order {
            let (mut span, used) = claims[i];
            span.start = span.start.max(done);
            if span.start >= span.end {
                continue;
            }
            fill(source, Span { start: done, end: span.start }, &mut rows);
            rows.push((span, used));
            done = span.end;
        }
        fill(source, Span { start: done, end: source.text().len() as u32 }, &mut rows);
        Self { rows }
    }

    /// Gives every place another name.
    pub(crate) fn each_place(&mut self, change: &mut dyn FnMut(&mut Place)) {
        for (_, used) in &mut self.rows {
            if let Use::Field(place) = used {
                change(place);
            }
        }
    }

    /// All rows, in order.
    pub fn rows(&self) -> &[(Span, Use)] {
        &self.rows
    }

    /// What is unplaced, in order.
    pub fn unplaced(&self) -> Vec<Unplaced> {
        self.rows.iter().filter(|r| r.1 == Use::Unplaced).map(|r| Unplaced { span: r.0 }).collect()
    }

    /// The use of the byte at `offset`; `None` past the end.
    pub fn at(&self, offset: u32) -> Option<Use> {
        let row = self.rows.partition_point(|r| r.0.end <= offset);
        self.rows.get(row).map(|r| r.1)
    }
}

/// Adds rows for a stretch that nobody claimed.
fn fill(source: &SourceText, gap: Span, rows: &mut Vec<(Span, Use)>) {
    let mark = Use::Decoration(Decoration::Mark);
    let mut push = |span: Span, used: Use| match rows.last_mut() {
        _ if span.is_empty() => {}
        Some(last) if last.1 == used && used == mark && last.0.end == span.start => last.0.end = span.end,
        _ => rows.push((span, used)),
    };
    for line in source.slice(gap).split_inclusive(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
        let start = gap.start + (line.as_ptr() as usize - source.slice(gap).as_ptr() as usize) as u32;
        let end = start + line.len() as u32;
        let Some(first) = line.find(char::is_alphanumeric) else {
            push(Span { start, end }, mark);
            continue;
        };
        let last = line.rfind(char::is_alphanumeric).unwrap_or(first);
        // A mark that touches a word belongs to it ("(C++)"): unplaced text keeps what stands next to it on the line.
        let from =
            line[..first].rfind(char::is_whitespace).map_or(0, |at| at + line[at..].chars().next().map_or(1, char::len_utf8));
        let to = line[last..].find(char::is_whitespace).map_or(line.len(), |at| last + at);
        push(Span { start, end: start + from as u32 }, mark);
        push(Span { start: start + from as u32, end: start + to as u32 }, Use::Unplaced);
        push(Span { start: start + to as u32, end }, mark);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resume::{Field, Id};

    #[test]
    fn covers_the_source_and_gives_overlaps_to_the_first() {
        let source = SourceText::new("Name: Ada\n\n- (left over) C++\n");
        let place = Use::Field(Place { owner: Id(0), field: Field::Name });
        let ledger = Ledger::new(&source, &[(Span::new(6, 9), place), (Span::new(0, 8), Use::Decoration(Decoration::Label))]);
        let rows: Vec<_> = ledger.rows().iter().map(|&(s, u)| (source.slice(s), u)).collect();
        assert_eq!(
            rows,
            [
                ("Name: Ad", Use::Decoration(Decoration::Label)),
                ("a", place),
                ("\n\n- ", Use::Decoration(Decoration::Mark)),
                ("(left over) C++", Use::Unplaced),
                ("\n", Use::Decoration(Decoration::Mark)),
            ]
        );
        assert_eq!(ledger.at(8), Some(place));
        assert_eq!(ledger.at(100), None);
    }
}
