//! Deeds: what was done, in a word.

use super::Edit;
use crate::resume::{Field, Id};

/// What a person did, and to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deed {
    /// What was done.
    pub verb: Verb,
    /// The entry, group or section, if it was one: where something was added, what it was added to.
    pub of: Id,
}

/// What can be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verb {
    /// A field was typed in; a name is that of a group or section if it is of one.
    Typed(Field),
    /// Something was added.
    Added,
    /// Something went.
    Removed,
    /// Something changed places.
    Moved,
    /// Something was copied.
    Duplicated,
    /// An entry was left out of what is taken away, or taken in again.
    Hidden,
    /// Entries were sorted.
    Sorted,
    /// Something was found right.
    Settled,
    /// It was said what something is.
    Decided,
    /// The source was typed in.
    Retyped,
    /// Everything became something else.
    #[default]
    Replaced,
}

impl Verb {
    /// All that have no field, by their names where they are stored; no field has such a name.
    pub(super) const NAMED: [(Self, &'static str); 10] = [
        (Self::Added, "+"),
        (Self::Removed, "-"),
        (Self::Moved, "move"),
        (Self::Duplicated, "copy"),
        (Self::Hidden, "hide"),
        (Self::Sorted, "sort"),
        (Self::Settled, "right"),
        (Self::Decided, "is"),
        (Self::Retyped, "source"),
        (Self::Replaced, "all"),
    ];

    /// Whether more of the same belongs to the same step.
    pub(super) fn is_typing(self) -> bool {
        matches!(self, Self::Typed(_) | Self::Retyped)
    }
}

impl Edit {
    /// What the edit does.
    pub fn deed(&self) -> Deed {
        let (verb, of) = match self {
            Self::Set { entry, field, .. } => (Verb::Typed(*field), *entry),
            Self::NameGroup { group, .. } => (Verb::Typed(Field::Name), *group),
            Self::SetGroup { group, .. } => (Verb::Typed(Field::Highlights), *group),
            Self::NameSection { section, .. } => (Verb::Typed(Field::Name), *section),
            Self::AddGroup(of) | Self::AddEntry(of) => (Verb::Added, *of),
            Self::AddSection(_) => (Verb::Added, Id(0)),
            Self::RemoveGroup(of) | Self::RemoveEntry(of) | Self::RemoveSection(of) => (Verb::Removed, *of),
            Self::MoveEntry(of, _) | Self::MoveTo(of, _) | Self::MoveSection(of, _) => (Verb::Moved, *of),
            Self::Duplicate(of) => (Verb::Duplicated, *of),
            Self::Hide(of) => (Verb::Hidden, *of),
            Self::Sort(of) => (Verb::Sorted, *of),
            Self::Settle(_) => (Verb::Settled, Id(0)),
            Self::Decide(_) => (Verb::Decided, Id(0)),
            Self::Retype(_) => (Verb::Retyped, Id(0)),
            Self::Replace(_) => (Verb::Replaced, Id(0)),
        };
        Deed { verb, of }
    }
}
