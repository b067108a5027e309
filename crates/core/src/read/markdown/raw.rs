//! Pieces of Markdown source, and structure in them: what is escaped is not structure.

use crate::source::Span;

/// A piece of the source, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    /// The text as it stands.
    pub text: &'a str,
    /// Where it starts, in bytes.
    pub start: usize,
}

impl Piece<'_> {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span::new(self.start, self.start + self.text.len())
    }

    /// What follows `prefix`.
    pub fn after(self, prefix: &str) -> Option<Self> {
        let text = self.text.strip_prefix(prefix)?;
        Some(Self { text, start: self.start + prefix.len() })
    }

    /// What stands before `suffix`.
    pub fn before(self, suffix: &str) -> Option<Self> {
        Some(Self { text: self.text.strip_suffix(suffix)?, ..self })
    }

    /// Both sides of the byte at `at`.
    pub fn cut(self, at: usize) -> (Self, Self) {
        let (left, right) = self.text.split_at(at);
        (Self { text: left, ..self }, Self { text: right, start: self.start + at })
    }

    /// Where `mark` first stands unescaped.
    pub fn find(self, mark: &str) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] == b'\\' {
                at += 2;
                continue;
            }
            if bytes[at..].starts_with(mark.as_bytes()) {
                return Some(at);
            }
            at += 1;
        }
        None
    }

    /// Both sides of the first unescaped `mark`.
    pub fn split(self, mark: &str) -> Option<(Self, Self)> {
        let (left, right) = self.cut(self.find(mark)?);
        Some((left, right.after(mark)?))
    }

    /// All pieces between unescaped `mark`s.
    pub fn split_all(self, mark: &str) -> Vec<Self> {
        let mut pieces = Vec::new();
        let mut rest = self;
        while let Some((left, right)) = rest.split(mark) {
            pieces.push(left);
            rest = right;
        }
        pieces.push(rest);
        pieces
    }

    /// What stands before a colon at the end that is not escaped.
    pub fn label(self) -> Option<Self> {
        let label = self.before(":")?;
        let backslashes = label.text.len() - label.text.trim_end_matches('\\').len();
        backslashes.is_multiple_of(2).then_some(label)
    }

    /// What stands between `mark` at the start and the next, and what follows.
    pub fn enclosed(self, mark: &str) -> Option<(Self, Self)> {
        self.after(mark)?.split(mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_no_structure_in_what_is_escaped() {
        let piece = Piece { text: "a\\, b, c\\\\, d", start: 10 };
        let texts: Vec<_> = piece.split_all(", ").iter().map(|p| (p.text, p.start)).collect();
        assert_eq!(texts, [("a\\, b", 10), ("c\\\\", 17), ("d", 22)]);
        let (inner, rest) = Piece { text: "**a\\*** x", start: 0 }.enclosed("**").unwrap();
        assert_eq!((inner.text, rest.text), ("a\\*", " x"));
    }
}
