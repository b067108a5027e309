//! The Markdown that we write, as far as the writer and the reader share it: which field stands where, and under what words.

use crate::date::PartialDate;
use crate::resume::{Field, SectionKind};

const DEGREE_OF: &str = include_str!("../lexicon/degree_of.txt");

/// Between the items of the contact line.
pub(crate) const ITEM: &str = " · ";
/// Between an organisation and its place.
pub(crate) const ASIDE: &str = " — ";
/// Between two dates.
pub(crate) const RANGE: &str = " – ";
/// The end of what goes on.
pub(crate) const PRESENT: &str = "Present";
/// The label of an account without a network.
pub(crate) const PROFILE: &str = "Profile";

/// How the entries of a section are laid out. Fields of the section that are not named here stand on labelled lines.
pub(crate) struct Shape {
    /// Its level-3 heading.
    pub title: Option<Field>,
    /// In bold at the start of the line below.
    pub head: Field,
    /// In italics after the head.
    pub aside: Option<Field>,
    /// The one date, where there is only one.
    pub date: Option<Field>,
    /// In paragraphs below.
    pub body: Option<Field>,
}

/// The layout of a section whose entries take several lines; `None` for one that has an entry a line.
pub(crate) fn shape(kind: SectionKind) -> Option<Shape> {
    use Field as F;
    let shape = |title, head, aside, date, body| Some(Shape { title, head, aside, date, body });
    match kind {
        SectionKind::Work => shape(Some(F::Position), F::Name, Some(F::Location), None, Some(F::Summary)),
        SectionKind::Volunteer => shape(Some(F::Position), F::Organization, Some(F::Location), None, Some(F::Summary)),
        SectionKind::Projects => shape(Some(F::Name), F::Entity, None, None, Some(F::Description)),
        SectionKind::Custom => shape(Some(F::Name), F::Organization, Some(F::Location), None, Some(F::Summary)),
        SectionKind::Education => shape(None, F::Institution, Some(F::Location), None, Some(F::Summary)),
        SectionKind::Awards => shape(None, F::Title, Some(F::Awarder), Some(F::Date), Some(F::Summary)),
        SectionKind::Certificates => shape(None, F::Name, Some(F::Issuer), Some(F::Date), None),
        SectionKind::Publications => shape(None, F::Name, Some(F::Publisher), Some(F::ReleaseDate), Some(F::Summary)),
        SectionKind::References => shape(None, F::Name, None, None, Some(F::Reference)),
        SectionKind::Basics | SectionKind::Profiles | SectionKind::Skills | SectionKind::Languages | SectionKind::Interests => None,
    }
}

/// The fields of a section that has an entry a line: what names the entry, its level, and the rest.
pub(crate) fn line_fields(kind: SectionKind) -> (Field, Option<Field>, Field) {
    match kind {
        SectionKind::Languages => (Field::Language, None, Field::Fluency),
        SectionKind::Skills => (Field::Name, Some(Field::Level), Field::Keywords),
        _ => (Field::Name, None, Field::Keywords),
    }
}

/// The heading of a standard section.
pub(crate) fn heading(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Basics | SectionKind::Profiles | SectionKind::Custom => "",
        SectionKind::Work => "Experience",
        SectionKind::Volunteer => "Volunteering",
        SectionKind::Education => "Education",
        SectionKind::Awards => "Awards",
        SectionKind::Certificates => "Certificates",
        SectionKind::Publications => "Publications",
        SectionKind::Skills => "Skills",
        SectionKind::Languages => "Languages",
        SectionKind::Interests => "Interests",
        SectionKind::References => "References",
        SectionKind::Projects => "Projects",
    }
}

/// The standard section of a heading.
pub(crate) fn kind_of(words: &str) -> Option<SectionKind> {
    SectionKind::ALL.into_iter().find(|&kind| !words.is_empty() && heading(kind) == words)
}

/// The label of a field that has no place of its own.
pub(crate) fn label(field: Field) -> &'static str {
    match field {
        Field::Label => "Headline",
        Field::Image => "Image",
        Field::Email => "Email",
        Field::Phone => "Phone",
        Field::Url => "Website",
        Field::Location => "Location",
        Field::Description => "Description",
        Field::StudyType => "Degree",
        Field::Area => "Area",
        Field::Issuer => "Issuer",
        Field::Awarder => "Awarder",
        Field::Publisher => "Publisher",
        Field::Score => "Score",
        Field::Type => "Type",
        Field::Keywords => "Keywords",
        Field::Courses => "Courses",
        Field::Roles => "Roles",
        _ => "",
    }
}

/// The field of a section that a label names.
pub(crate) fn labelled(kind: SectionKind, words: &str) -> Option<Field> {
    kind.fields().iter().copied().find(|&field| !words.is_empty() && label(field) == words)
}

/// Whether a degree takes "of" before its subject.
pub(crate) fn takes_of(degree: &str) -> bool {
    DEGREE_OF.lines().any(|line| line == degree && !line.starts_with('#'))
}

/// Whether a text is taken for a telephone number where it stands alone.
pub(crate) fn is_phone(text: &str) -> bool {
    text.starts_with(['+', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
        && text.chars().all(|c| c.is_ascii_digit() || "+ ()-./".contains(c))
        && text.bytes().filter(u8::is_ascii_digit).count() >= 5
}

/// Whether a text can be a link's destination: a web address that any renderer takes as it stands.
pub(crate) fn is_linkable(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !bare(rest).is_empty()) && is_destination(url)
}

/// Whether a text can stand behind "mailto:": an address, and no header fields behind a question mark, which would send more than the
/// link says.
pub(crate) fn is_mailable(email: &str) -> bool {
    email.contains('@') && !email.contains('?') && is_destination(email)
}

fn is_destination(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>`\\".contains(c))
}

/// A web address as it is shown: without its scheme and a slash at the end.
pub(crate) fn bare(url: &str) -> &str {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
    rest.strip_suffix('/').unwrap_or(rest)
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A date in words: "2018", "August 2018", "14 May 2018".
pub(crate) fn date_words(date: PartialDate) -> String {
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => format!("{day} {} {}", MONTHS[usize::from(month) - 1], date.year()),
        (Some(month), None) => format!("{} {}", MONTHS[usize::from(month) - 1], date.year()),
        _ => date.year().to_string(),
    }
}

/// The date that [`date_words`] wrote.
pub(crate) fn date_of(words: &str) -> Option<PartialDate> {
    let mut parts = words.rsplit(' ');
    let year = parts.next()?.parse().ok()?;
    let month = match parts.next() {
        Some(name) => Some(MONTHS.iter().position(|m| *m == name)? as u8 + 1),
        None => None,
    };
    let day = match parts.next() {
        Some(day) => Some(day.parse().ok()?),
        None => None,
    };
    let date = PartialDate::new(year, month, day)?;
    (date_words(date) == words).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_and_reads_dates() {
        for (words, iso) in [("2018", "2018"), ("August 2018", "2018-08"), ("29 February 2020", "2020-02-29")] {
            assert_eq!(date_of(words).map(|d| d.to_string()).as_deref(), Some(iso));
        }
        for words in ["", "aug 2018", "05 May 2018", "31 June 2018", "20018", "1 1 May 2018", "Present"] {
            assert_eq!(date_of(words), None, "{words}");
        }
    }

    #[test]
    fn every_field_has_one_place() {
        for kind in SectionKind::ALL {
            let Some(shape) = shape(kind) else { continue };
            let degree = [Field::StudyType, Field::Area];
            for &field in kind.fields() {
                let placed = [shape.title, Some(shape.head), shape.aside, shape.date, shape.body].contains(&Some(field))
                    || matches!(field, Field::StartDate | Field::EndDate | Field::Highlights)
                    || kind == SectionKind::Education && degree.contains(&field);
                assert!(placed || !label(field).is_empty(), "{kind:?} {field:?}");
            }
        }
    }
}
