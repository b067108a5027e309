//! Repairs: the named ways in which a text may differ from its source. There are no others.
//!
//! A text is made by [`Repairs::apply`] from its source alone, so that nothing can be invented on the way.

mod rewrite;

use std::fmt;

use rewrite::{deobfuscate, is_ligature, join_lines, spell_out, squeeze, unescape, unmark};
pub(crate) use rewrite::{is_invisible, is_spelled, is_unspaced};

/// One way in which a text differs from its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Repair {
    /// Lines of one paragraph are joined by a space (without one between Chinese or Japanese characters).
    Joined,
    /// A word hyphenated over two lines is whole again.
    Dehyphenated,
    /// Markdown emphasis (`**`, `__`, `*`, `_`, `` ` ``) is taken off, and a link is its text.
    Unmarked,
    /// Backslash escapes and character references are the characters they stand for.
    Unescaped,
    /// A typographic ligature is its letters.
    Ligature,
    /// `name (at) host` is `name@host`.
    Deobfuscated,
    /// A web address without a scheme has `https://`.
    SchemeAdded,
    /// Runs of white space are one space; invisible characters are gone.
    Whitespace,
    /// The text is a date, written as JSON Resume writes it.
    DateNormalised,
    /// The text is the address of a network, which is named as the network names itself.
    NetworkNamed,
}

/// A set of [`Repair`]s, applied in their order.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Repairs(u16);

impl Repairs {
    /// No repair: the source text as it stands.
    pub const NONE: Self = Self(0);

    /// What any field of one line may need.
    pub const LINE: Self = Self::NONE
        .with(Repair::Joined)
        .with(Repair::Dehyphenated)
        .with(Repair::Unmarked)
        .with(Repair::Unescaped)
        .with(Repair::Ligature)
        .with(Repair::Whitespace);

    /// With one more.
    #[must_use]
    pub const fn with(self, repair: Repair) -> Self {
        Self(self.0 | 1 << repair as u8)
    }

    /// Without one.
    #[must_use]
    pub const fn without(self, repair: Repair) -> Self {
        Self(self.0 & !(1 << repair as u8))
    }

    /// Both together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it holds `repair`.
    pub const fn contains(self, repair: Repair) -> bool {
        self.0 & (1 << repair as u8) != 0
    }

    /// Their names, in their order.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        ALL.into_iter().filter(move |&r| self.contains(r)).map(Repair::name)
    }

    /// The text that `source` stands for. [`Repair::DateNormalised`] and [`Repair::NetworkNamed`] change
    /// nothing here: a date or a network is read, not rewritten.
    ///
    /// ```
    /// use faircopy::{Repair, Repairs};
    /// assert_eq!(Repairs::LINE.apply("grew **rev-\n  enue** to \\$2m"), "grew revenue to $2m");
    /// ```
    pub fn apply(self, source: &str) -> String {
        if Self::LINE.0 & self.0 == self.0 && is_plain(source) {
            return source.to_owned();
        }
        let mut text =
            if self.contains(Repair::Joined) { join_lines(source, self.contains(Repair::Dehyphenated)) } else { source.to_owned() };
        if self.contains(Repair::Unmarked) {
            text = unmark(&text);
        }
        if self.contains(Repair::Unescaped) {
            text = unescape(&text);
        }
        if self.contains(Repair::Ligature) && text.contains(is_ligature) {
            text = spell_out(&text);
        }
        if self.contains(Repair::Deobfuscated) {
            text = deobfuscate(&text);
        }
        if self.contains(Repair::Whitespace) {
            text = squeeze(&text);
        }
        if self.contains(Repair::SchemeAdded) && !text.contains("://") {
            text.insert_str(0, "https://");
        }
        text
    }

    /// The repairs of this set that change `source` (those that read rather than rewrite are kept): what to show a person.
    #[must_use]
    pub fn needed(self, source: &str) -> Self {
        if Self::LINE.0 & self.0 == self.0 && is_plain(source) {
            return Self::NONE;
        }
        let possible = ALL.iter().filter(|&&r| self.contains(r) && !r.may_change(source)).fold(self, |set, &r| set.without(r));
        let whole = possible.apply(source);
        ALL.iter().filter(|&&r| r < Repair::DateNormalised && possible.contains(r)).fold(possible, |set, &r| {
            let less = set.without(r);
            if less.apply(source) == whole { less } else { set }
        })
    }
}

const ALL: [Repair; 10] = [
    Repair::Joined,
    Repair::Dehyphenated,
    Repair::Unmarked,
    Repair::Unescaped,
    Repair::Ligature,
    Repair::Deobfuscated,
    Repair::SchemeAdded,
    Repair::Whitespace,
    Repair::DateNormalised,
    Repair::NetworkNamed,
];

impl Repair {
    /// Whether it could change `source`, told from single characters; never `false` for one that it changes.
    fn may_change(self, source: &str) -> bool {
        match self {
            Self::Joined | Self::Dehyphenated => source.contains(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']),
            Self::Unmarked => source.contains(['*', '_', '`', '[']),
            Self::Unescaped => source.contains(['\\', '&']),
            Self::Ligature => source.contains(is_ligature),
            Self::Deobfuscated => source.contains(['(', '[', '{']) || source.contains(" at "),
            Self::Whitespace => {
                let odd = |c: char| c != ' ' && (c.is_whitespace() || c.is_control() || is_invisible(c));
                // What other repairs take away may leave two spaces, or one at an edge.
                source.starts_with(' ')
                    || source.ends_with(' ')
                    || source.contains("  ")
                    || source.contains(odd)
                    || source.contains(['*', '_', '`', '[', '\\', '&'])
            }
            Self::SchemeAdded | Self::DateNormalised | Self::NetworkNamed => true,
        }
    }

    /// Its name, as shown to a person.
    pub fn name(self) -> &'static str {
        match self {
            Self::Joined => "joined lines",
            Self::Dehyphenated => "dehyphenated",
            Self::Unmarked => "markup removed",
            Self::Unescaped => "unescaped",
            Self::Ligature => "ligature",
            Self::Deobfuscated => "address spelled out",
            Self::SchemeAdded => "https added",
            Self::Whitespace => "spaces",
            Self::DateNormalised => "date normalised",
            Self::NetworkNamed => "network named",
        }
    }
}

impl fmt::Debug for Repairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(ALL.iter().filter(|&&r| self.contains(r))).finish()
    }
}

/// Whether no repair of [`Repairs::LINE`] can change a text: it has single spaces between words, and no mark that could be markup.
fn is_plain(source: &str) -> bool {
    let mut last = ' ';
    for c in source.chars() {
        let plain = match c {
            ' ' => last != ' ',
            '*' | '_' | '`' | '[' | '\\' | '&' => false,
            '!'..='~' => true,
            c => !(c.is_whitespace() || c.is_control() || is_invisible(c) || is_ligature(c)),
        };
        if !plain {
            return false;
        }
        last = c;
    }
    last != ' ' || source.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        assert_eq!(Repairs::LINE.apply(source), expected);
    }

    #[test]
    fn joins_lines() {
        check("built a\n   pipeline", "built a pipeline");
        check("infra-\nstructure", "infrastructure");
        check("cross-\nTeam", "cross-Team");
        check("2019-\n2020", "2019- 2020");
        check("東京\n大学", "東京大学");
    }

    #[test]
    fn removes_paired_markup_only() {
        check("**Kestrel.dev**", "Kestrel.dev");
        check("a *b* c_d_e", "a b c_d_e");
        check("5 * 3 * 2", "5 * 3 * 2");
        check("2 \\* 3", "2 * 3");
        check("see [the post](https://example.org/a) now", "see the post now");
        check("array[0](x y)", "array[0](x y)");
        check("`code` and __init__", "code and init");
    }

    #[test]
    fn unescapes() {
        check("\\$250k &amp; R&D &#233; &bogus; \\d", "$250k & R&D é &bogus; \\d");
    }

    #[test]
    fn mends_characters() {
        check("ﬁnance\u{ad} of\u{a0}ﬁce", "finance of fice");
        assert_eq!(Repairs::NONE.with(Repair::Deobfuscated).apply("ada (at) example [dot] org"), "ada@example.org");
        assert_eq!(Repairs::NONE.with(Repair::SchemeAdded).apply("example.org/a"), "https://example.org/a");
    }

    #[test]
    fn names_only_what_it_needed() {
        assert_eq!(Repairs::LINE.needed("plain"), Repairs::NONE);
        assert_eq!(Repairs::LINE.needed("a  b\\$"), Repairs::NONE.with(Repair::Unescaped).with(Repair::Whitespace));
    }
}
