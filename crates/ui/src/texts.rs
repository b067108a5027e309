//! Every text of the interface that does not come from the résumé.

use faircopy::{Decoration, Field, SectionKind};

use crate::tint::Tint;

/// The name of a field as it stands beside its input.
pub fn field_name(kind: SectionKind, field: Field) -> &'static str {
    use SectionKind as S;
    match (kind, field) {
        (S::Basics, Field::Label) => "Headline",
        (S::Basics, Field::Image) => "Picture",
        (S::Work, Field::Name) | (_, Field::Organization | Field::Entity) => "Organization",
        (S::Profiles, Field::Url) => "Link",
        (S::Profiles, Field::Username) => "Handle",
        (_, Field::Network) => "Network",
        (_, Field::Institution) => "Institution",
        (_, Field::Title) => "Title",
        (_, Field::Language) => "Language",
        (_, Field::Name) => "Name",
        (_, Field::Position) => "Position",
        (_, Field::Label) => "Label",
        (_, Field::Image) => "Image",
        (_, Field::Username) => "Username",
        (_, Field::Email) => "Email",
        (_, Field::Phone) => "Phone",
        (_, Field::Url) => "Website",
        (_, Field::Location) => "Location",
        (_, Field::Description) => "Description",
        (_, Field::StudyType) => "Degree",
        (_, Field::Area) => "Area",
        (_, Field::Fluency) => "Fluency",
        (_, Field::Level) => "Level",
        (_, Field::Issuer) => "Issuer",
        (_, Field::Awarder) => "Awarder",
        (_, Field::Publisher) => "Publisher",
        (_, Field::Date | Field::ReleaseDate) => "Date",
        (_, Field::StartDate) => "Start",
        (_, Field::EndDate) => "End",
        (_, Field::Score) => "Score",
        (_, Field::Reference) => "Reference",
        (_, Field::Type) => "Type",
        (_, Field::Summary) => "Summary",
        (_, Field::Highlights) => "Highlights",
        (_, Field::Keywords) => "Keywords",
        (_, Field::Courses) => "Courses",
        (_, Field::Roles) => "Roles",
    }
}

/// The name of a section, and of a region on the page.
pub fn section_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Basics => "Basics",
        SectionKind::Profiles => "Profiles",
        SectionKind::Work => "Work",
        SectionKind::Volunteer => "Volunteer",
        SectionKind::Education => "Education",
        SectionKind::Awards => "Awards",
        SectionKind::Certificates => "Certificates",
        SectionKind::Publications => "Publications",
        SectionKind::Skills => "Skills",
        SectionKind::Languages => "Languages",
        SectionKind::Interests => "Interests",
        SectionKind::References => "References",
        SectionKind::Projects => "Projects",
        SectionKind::Custom => "Other section",
    }
}

/// The button that adds an entry to a section.
pub fn add_name(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Basics | SectionKind::Custom => "Add entry",
        SectionKind::Profiles => "Add profile",
        SectionKind::Work => "Add job",
        SectionKind::Volunteer => "Add volunteer role",
        SectionKind::Education => "Add education",
        SectionKind::Awards => "Add award",
        SectionKind::Certificates => "Add certificate",
        SectionKind::Publications => "Add publication",
        SectionKind::Skills => "Add skill",
        SectionKind::Languages => "Add language",
        SectionKind::Interests => "Add interest",
        SectionKind::References => "Add reference",
        SectionKind::Projects => "Add project",
    }
}

/// What a tint stands for, in a word.
pub fn tint_name(tint: Tint) -> &'static str {
    match tint {
        Tint::Who => "Who",
        Tint::Organisation => "Organization",
        Tint::Role => "Role",
        Tint::Time => "Time",
        Tint::Place => "Place",
        Tint::Text => "Text",
    }
}

/// Why a stretch of source is in no field, for whoever points at it.
pub fn decoration_name(decoration: Decoration) -> &'static str {
    match decoration {
        Decoration::Mark => "Mark",
        Decoration::Heading => "Heading",
        Decoration::Label => "Label",
        Decoration::Furniture => "Page furniture",
        Decoration::Repeated => "Said twice",
        Decoration::Duration => "Duration",
        Decoration::Syntax => "Syntax",
    }
}

/// What an empty field hints at.
pub fn placeholder(field: Field) -> &'static str {
    match field {
        Field::EndDate => "Present",
        _ => "",
    }
}

/// The source pane.
pub const SOURCE: &str = "Source";
/// The text area in it.
pub const SOURCE_TEXT: &str = "Résumé text";
/// Said where someone pastes into the head of a long text.
pub const TOO_LONG_TO_EDIT: &str = "A text this long cannot be edited here. Select all of it and paste to replace it.";
/// The one line of the empty page.
pub const EMPTY: &str = "Paste a résumé. It becomes fields you can put right.";
/// The pane of fields.
pub const FIELDS: &str = "Fields";
/// The lines in no field.
pub const UNPLACED: &str = "Unplaced";
/// Said where every line is in a field.
pub const ALL_PLACED: &str = "Every line has found its place.";
/// Said above the lines in no field.
pub const NOT_PLACED: &str = "These lines are in no field. They stay with the draft and in its JSON, and are not in the Markdown.";
/// The heading of what was found about the text.
pub const FINDINGS: &str = "Notes on the reading";
/// Under a finding or a line that goes to its place in the source.
pub const SHOW_IN_SOURCE: &str = "Show in source";
/// The heading of a custom section.
pub const SECTION_HEADING: &str = "Section heading";
/// The name of a group of highlights.
pub const GROUP_NAME: &str = "Group name";
/// Its highlights, and an entry's own.
pub const HIGHLIGHTS: &str = "Highlights";
/// A group of highlights, where it has no name.
pub const GROUP: &str = "Group of highlights";
/// Adds a group of highlights to an entry.
pub const NEW_GROUP: &str = "New group";
/// Removes a group of highlights.
pub const DELETE_GROUP: &str = "Delete group";
/// Moves an entry.
pub const MOVE_UP: &str = "Move up";
/// Moves an entry.
pub const MOVE_DOWN: &str = "Move down";
/// Removes an entry.
pub const REMOVE: &str = "Remove";
/// Shows more of a long section.
pub const SHOW_MORE: &str = "Show more";
/// Stands before the sections that can be added.
pub const ADD_SECTION: &str = "Add a section";
/// The pane of the résumé as it will be taken away.
pub const FAIR_COPY: &str = "Fair copy";
/// Said where a preview stops short of its end.
pub const PREVIEW_ENDS: &str = "… The rest is in the copy and the download.";
/// The legend of the tints.
pub const LEGEND: &str = "What the text became";

/// Said after a move: which of how many an entry is now.
pub fn moved(section: &str, at: usize, of: usize) -> String {
    format!("{section}: now {at} of {of}.")
}

/// Said after a removal.
pub fn removed(name: &str) -> String {
    format!("{name} removed. Undo brings it back.")
}

/// Said after something was added.
pub fn added(section: &str) -> String {
    format!("{section}: an empty entry added.")
}

/// Said after undoing.
pub const UNDONE: &str = "Undone.";
/// Said after redoing.
pub const REDONE: &str = "Redone.";
/// Said where there is nothing to undo.
pub const NOTHING_TO_UNDO: &str = "Nothing to undo.";
/// Said where there is nothing to redo.
pub const NOTHING_TO_REDO: &str = "Nothing to redo.";

/// The name of an entry that says nothing about itself yet.
pub fn nth(section: &str, at: usize) -> String {
    format!("{section} {at}")
}

/// Why a field may be wrong.
pub fn uncertain(reason: &str) -> String {
    format!("Uncertain: {reason}")
}

/// Said above a source that is not shown whole; both in bytes.
pub fn head_only(shown: usize, all: usize) -> String {
    format!("All {} KB of this text are read and kept; these are the first {}, to look at.", all / 1000, shown / 1000)
}
