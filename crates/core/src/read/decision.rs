//! Decisions: what a person said that stretches of a text are.
//!
//! A reading takes them as given and reads the text around them anew: segments are cut at their edges, no other label is
//! tried for them, and what stands beside them is told what they are.

use crate::resume::{Field, SectionKind};
use crate::source::{SourceText, Span};

/// What a person said that a stretch of a text is.
///
/// ```
/// use faircopy::{Decision, Field, What, SectionKind, Span, read_with};
/// let text = "Ada Example\n\nExperience\n\nBabbage & Co\nMay 2018 - June 2020\n";
/// let line = text.find("Babbage & Co").unwrap();
/// let what = What::Field(SectionKind::Work, Field::Position);
/// let parsed = read_with(text, &[Decision::new(Span::new(line, line + 12), what)]);
/// assert_eq!(parsed.resume.entries(SectionKind::Work)[0].text(Field::Position), Some("Babbage & Co"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The stretch. One that does not fit the text, or says nothing, is passed over.
    pub span: Span,
    /// What it is. A section that has no such part has nothing decided about it.
    pub what: What,
    /// Which entry it belongs to.
    pub entry: Which,
}

/// What a stretch of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The value of a field, or a part of it; an item of a list.
    Field(SectionKind, Field),
    /// A date or a range, for whichever date fields the section has.
    Dates(SectionKind),
    /// The name of a group of highlights.
    Group(SectionKind),
    /// A section's heading: what follows stands under it.
    Heading(SectionKind),
    /// Nothing: it is in no field.
    Nothing,
}

/// Which entry something belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Whichever fits best.
    #[default]
    Any,
    /// A new one, which it begins.
    New,
    /// The one before, of its section.
    Before,
}

impl Decision {
    /// The decision that `span` is `what`, in whichever entry fits best.
    pub fn new(span: Span, what: What) -> Self {
        Self { span, what, entry: Which::Any }
    }
}

impl What {
    /// Whether there is such a thing: a section has it.
    fn exists(self) -> bool {
        match self {
            Self::Field(section, field) => section.fields().contains(&field),
            Self::Dates(section) => section.fields().iter().any(|f| matches!(f, Field::EndDate | Field::Date | Field::ReleaseDate)),
            Self::Group(section) => section.has_groups(),
            Self::Heading(_) | Self::Nothing => true,
        }
    }

    /// The section of the entry that it is a part of. The basics and profiles lie anywhere.
    pub(super) fn entry_section(self) -> Option<SectionKind> {
        match self {
            Self::Field(section, _) | Self::Dates(section) | Self::Group(section) => {
                (!matches!(section, SectionKind::Basics | SectionKind::Profiles)).then_some(section)
            }
            Self::Heading(_) | Self::Nothing => None,
        }
    }

    /// Whether it is a date, which is looked for in the stretch.
    pub(crate) fn is_date(self) -> bool {
        match self {
            Self::Field(_, field) => field.kind() == crate::resume::FieldKind::Date,
            Self::Dates(_) => true,
            Self::Group(_) | Self::Heading(_) | Self::Nothing => false,
        }
    }
}

/// What was decided about a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where the stretch begins that was decided about.
    pub stretch: u32,
    /// What it is.
    pub what: What,
    /// Which entry it belongs to.
    pub entry: Which,
}

/// The decisions about a text: stretches that fit it and say something, in order and without overlap.
#[derive(Clone, Debug, Default)]
pub struct Decisions(Vec<(Span, Told)>);

impl Decisions {
    /// Where two decisions are about the same characters, the later one in the list holds.
    pub fn new(source: &SourceText, decisions: &[Decision]) -> Self {
        let mut all = Self::default();
        for decision in decisions.iter().rev().filter(|d| d.what.exists()) {
            let [start, end] = [decision.span.start, decision.span.end].map(|at| source.text().floor_char_boundary(at as usize));
            let span = Span { start: start as u32, end: end as u32 };
            if source.slice(span).contains(char::is_alphanumeric) && all.within(span).is_empty() {
                let at = all.0.partition_point(|(before, _)| before.start < span.start);
                all.0.insert(at, (span, Told { stretch: span.start, what: decision.what, entry: decision.entry }));
            }
        }
        all
    }

    /// Those that touch a stretch, in order.
    pub fn within(&self, span: Span) -> &[(Span, Told)] {
        let first = self.0.partition_point(|(decided, _)| decided.end <= span.start);
        let count = self.0[first..].iter().take_while(|(decided, _)| decided.start < span.end).count();
        &self.0[first..first + count]
    }
}
