//! Remarks: what a person said about a source, beside what they typed into the fields.

use crate::parsed::{Parsed, Place};
use crate::read::{Decision, Format, read_as, read_with};
use crate::source::Span;

/// What a person said about a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// What some stretches are. Of two about the same stretch the later one holds.
    pub decisions: Vec<Decision>,
    /// Stretches that were looked at and are right as they were read, so that nobody need look at them again.
    pub settled: Vec<Span>,
    /// Places that the person and then the source changed, and not alike: what stands there is the person's.
    pub differing: Vec<Place>,
}

impl Remarks {
    /// A reading of a text by what was said about it.
    pub(super) fn read(&self, text: &str) -> Parsed {
        if self.decisions.is_empty() { read_as(text, Format::Auto) } else { read_with(text, &self.decisions) }
    }

    /// Whether all of these stretches were looked at and are right.
    pub fn settle(&self, spans: &[Span]) -> bool {
        spans.iter().all(|span| self.settled.contains(span))
    }

    /// The same about a text that `old` became: what was said about a stretch goes where the stretch went, and what was said about
    /// one that is changed is dropped.
    ///
    /// ```
    /// use faircopy::{Remarks, Span};
    /// let remarks = Remarks { settled: vec![Span::new(0, 3), Span::new(8, 12)], ..Remarks::default() };
    /// let moved = remarks.moved("Ada\nthe nice one", "Ada\nthe very nice one");
    /// assert_eq!(moved.settled, [Span::new(0, 3), Span::new(13, 17)]);
    /// ```
    #[must_use]
    pub fn moved(&self, old: &str, new: &str) -> Self {
        let shift = Shift::new(old, new);
        let decision = |decision: &Decision| Some(Decision { span: shift.moved(decision.span)?, ..*decision });
        Self {
            decisions: self.decisions.iter().filter_map(decision).collect(),
            settled: self.settled.iter().filter_map(|span| shift.moved(*span)).collect(),
            differing: self.differing.clone(),
        }
    }
}

/// A change of a text in one place: what stands before and after it is the same.
struct Shift {
    /// How many bytes at the start of both texts are the same.
    head: usize,
    /// Where in the old text that starts which is the same to the end.
    tail: usize,
    /// Where in the new one.
    new_tail: usize,
}

impl Shift {
    fn new(old: &str, new: &str) -> Self {
        let (a, b) = (old.as_bytes(), new.as_bytes());
        let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
        let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
        Self { head, tail: a.len() - tail, new_tail: b.len() - tail }
    }

    fn moved(&self, span: Span) -> Option<Span> {
        let (start, end) = (span.start as usize, span.end as usize);
        if end <= self.head {
            return Some(span);
        }
        (start >= self.tail).then(|| Span::new(start - self.tail + self.new_tail, end - self.tail + self.new_tail))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Document, Edit, History};
    use crate::resume::{Field, Id};

    const TEXT: &str =
        "Ada Example\nada@example.org\n\nExperience\n\nEngineer\nNorthwind Ltd\n2019 - 2021\n- Built the first thing\n";

    /// What of the words "one", "two" and "three" is still known after a change of the text around them.
    #[track_caller]
    fn check(new: &str, expected: &[&str]) {
        let old = "one two three";
        let remarks = Remarks { settled: vec![Span::new(0, 3), Span::new(4, 7), Span::new(8, 13)], ..Remarks::default() };
        let moved = remarks.moved(old, new).settled;
        let texts: Vec<&str> = moved.iter().map(|span| &new[span.range()]).collect();
        assert_eq!(texts, expected, "{new}");
    }

    #[test]
    fn goes_where_the_stretch_went() {
        check("one two three", &["one", "two", "three"]);
        check("ä one two three", &["one", "two", "three"]);
        check("one two three four", &["one", "two", "three"]);
        check("one or two three", &["one", "two", "three"]);
        check("one too three", &["one", "three"]);
        check("one three", &["one", "three"]);
        check("three", &["three"]);
        check("", &[]);
        check("something else", &[]);
    }

    #[test]
    fn what_the_source_says_of_an_edited_place_is_asked_until_it_is_settled() {
        let mut document = Document::new(crate::read(TEXT));
        Edit::Set { entry: Id(0), field: Field::Name, text: "Ada M. Example".into() }.apply(&mut document);
        let mut history = History::new(document);
        let name = Place { owner: Id(0), field: Field::Name };
        for (text, differing) in [
            (TEXT.replace("Engineer", "Senior Engineer"), vec![]),
            (TEXT.replace("Ada Example", "Ada B. Example"), vec![name]),
            (TEXT.replace("Ada Example", "Ada B. Example").replace("2021", "2022"), vec![name]),
        ] {
            let next = history.document().retyped(&text);
            history.apply(Edit::Retype(Box::new(next)));
            history.close_step();
            assert_eq!(history.document().remarks.differing, differing);
            let back = History::from_json(&history.to_json(1 << 20)).unwrap();
            assert_eq!(back.document(), history.document(), "it is kept");
        }
        let spans = history.document().parsed.source_of(name).unwrap().spans.clone();
        history.apply(Edit::Settle(spans));
        assert_eq!(history.document().remarks.differing, []);
        assert_eq!(history.document().resume.basics.text(Field::Name), Some("Ada M. Example"));
        history.undo();
        assert_eq!(history.document().remarks.differing, [name]);
    }
}
