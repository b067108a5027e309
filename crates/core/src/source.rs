//! The text a résumé is read from: never changed, addressed by byte spans.

use std::ops::Range;

/// A half-open range of byte offsets into a [`SourceText`], on character boundaries.
///
/// Invariant: `start <= end`. Offsets are `u32`: a source is shorter than 4 GiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of the bytes `start..end`.
    ///
    /// ```
    /// let span = faircopy::Span::new(2, 5);
    /// assert_eq!(span.len(), 3);
    /// ```
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span starts before it ends");
        Self { start: start as u32, end: end as u32 }
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `offset` lies inside.
    pub fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span of the same length `by` bytes further on.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One line of a [`SourceText`], without its line ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, without the line ending.
    pub span: Span,
}

/// The text as it came in, split into lines.
///
/// Line endings are `\n`, `\r\n`, `\r`, a form feed (pdftotext's page break) and U+2028/U+2029.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceText {
    text: String,
    lines: Vec<Line>,
}

impl SourceText {
    /// Splits `text` into lines. Time and memory are linear in its length.
    pub fn new(text: &str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(len) = bytes[at..].iter().position(|&b| b <= b'\r' || b == 0xe2) {
            at += len;
            // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
            let ending = match bytes[at] {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
                b'\n' | b'\r' | 0xc => 1,
                0xe2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
                _ => 0,
            };
            if ending > 0 {
                lines.push(Line { span: Span::new(start, at) });
                start = at + ending;
            }
            at += ending.max(1);
        }
        if start < text.len() {
            lines.push(Line { span: Span::new(start, text.len()) });
        }
        Self { text: text.to_owned(), lines }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its lines, in order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The text of a span of this source; empty for one that does not fit it.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let source = SourceText::new(text);
        let lines: Vec<_> = source.lines().iter().map(|l| source.slice(l.span)).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn splits_at_every_kind_of_line_ending() {
        check("", &[]);
        check("a", &["a"]);
        check("a\n", &["a"]);
        check("a\r\nb\rc\u{c}d\u{2028}é\n\n", &["a", "b", "c", "d", "é", ""]);
    }
}
