//! Characters that nobody sees, but that change what is seen, or what two texts have in common.

use crate::repair::is_invisible;

/// Whether it is one of the twelve characters that change the direction of what is around them.
pub(super) fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether nobody sees it where it stands after `before`. Joiners are seen by what they join: emoji, and letters of scripts beyond
/// ASCII.
pub(super) fn is_unseen(c: char, before: Option<char>) -> bool {
    let joins = matches!(c, '\u{200c}' | '\u{200d}');
    is_direction(c) || is_invisible(c) || joins && before.is_none_or(|c| c.is_ascii())
}
