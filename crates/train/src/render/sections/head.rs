//! The head of an entry: what it is, where and when, in one of the usual forms or a layout that was drawn.

use faircopy::read::label::Part;
use faircopy::{Field, SectionKind};
use serde_json::Value;

use super::Tagger;
use super::layout::Layout;
use crate::render::Tag;
use crate::render::dates;
use crate::render::page::Line;
use crate::render::style::Style;
use crate::rng::Rng;

/// A fact about an entry: its text, and what it is.
pub type Fact = Option<(String, Option<Tag>)>;

/// What is known of an entry, apart from its body.
pub struct Facts {
    /// The position, the degree or the name.
    pub title: Fact,
    /// The subject of a degree, where it stands apart from it.
    pub area: Fact,
    /// The employer, or what stands for it.
    pub organisation: Fact,
    /// Where it was.
    pub location: Fact,
    /// When it was.
    pub dates: Fact,
    /// How long it took.
    pub duration: Fact,
    /// What was used, which stands in brackets behind the employer.
    pub used: Option<String>,
}

impl Facts {
    pub fn new(
        kind: SectionKind,
        at: usize,
        entry: &Value,
        style: &Style,
        layout: &Layout,
        tagger: &mut Tagger,
        rng: &mut Rng,
    ) -> Self {
        let text =
            |key: &str| entry[key].as_str().map(|t| t.trim_start_matches("?: ").to_owned()).filter(|t| !t.is_empty() && t != "?");
        let mut area_apart = None;
        let mut fact = |text: Option<String>, part: Part| text.map(|t| (t, tagger.tag(kind, at, part)));
        let (title, organisation) = match kind {
            SectionKind::Education => {
                let (degree, area) = (text("studyType"), text("area"));
                let (joined, apart) = match (degree, area) {
                    (Some(d), Some(a)) if layout.area_apart => (Some(d), Some(a)),
                    (Some(d), Some(a)) => (Some(format!("{d}{}{a}", rng.pick(&[", ", " in ", " of ", " - ", ", ", " "]))), None),
                    (d, a) => (d.or(a), None),
                };
                area_apart = fact(apart, Part::Field(Field::Area));
                (fact(joined, Part::Field(Field::StudyType)), fact(text("institution"), Part::Field(Field::Institution)))
            }
            SectionKind::Volunteer => {
                (fact(text("position"), Part::Field(Field::Position)), fact(text("organization"), Part::Field(Field::Organization)))
            }
            SectionKind::Projects => (fact(text("name"), Part::Field(Field::Name)), None),
            _ => (fact(text("position"), Part::Field(Field::Position)), fact(text("name"), Part::Field(Field::Name))),
        };
        let stripped = kind == SectionKind::Work;
        let dates = fact(dates::range(entry, style, rng), Part::Dates);
        let junk = Some(Tag { section: SectionKind::Custom, part: Part::Junk, entry: 0, value: usize::MAX });
        // Nothing but when and where: some paste what they did without saying for whom.
        let nameless = style.nameless && dates.is_some();
        let organisation = organisation.filter(|_| !(stripped && (style.without_employer || nameless)));
        Self {
            title: title.filter(|_| !(stripped && (style.without_position && organisation.is_some() || nameless))),
            area: area_apart,
            organisation,
            location: fact(text("location"), Part::Field(Field::Location)).filter(|_| !style.without_location),
            dates,
            duration: style.durations.then(|| (format!("{} yrs {} mos", 1 + rng.below(8), 1 + rng.below(11)), junk)),
            used: None,
        }
    }

    /// The lines that say what the entry is.
    pub fn head(self, kind: SectionKind, style: &Style, layout: &Layout) -> Vec<Line> {
        if layout.drawn {
            return layout.lay(self, style);
        }
        let form = if kind == SectionKind::Education { style.school } else { style.work };
        let separator = style.separator;
        let bold = |fact: Fact| (fact, "**", "**");
        let plain = |fact: Fact| (fact, "", "");
        let Self { title, organisation, location, dates, duration, area: _, used: _ } = self;
        let tail = if separator.trim().is_empty() { separator } else { "\t" };
        // Each row: facts, and what joins them. `dated` rows have their dates at the edge.
        let heading = if style.markdown { "### " } else { "" };
        let rows: Vec<Vec<(Fact, &str, &str)>> = match form {
            0 => vec![vec![plain(title), (organisation, separator, ""), (location, ", ", "")], vec![plain(dates)]],
            1 => vec![vec![plain(title), (dates, tail, "")], vec![plain(organisation), (location, separator, "")]],
            2 => vec![vec![plain(organisation), (location, separator, "")], vec![plain(title), (dates, tail, "")]],
            3 => vec![vec![plain(organisation)], vec![plain(title)], vec![plain(dates)], vec![plain(location)]],
            4 => vec![vec![plain(organisation), (dates, tail, "")], vec![plain(title), (location, tail, "")]],
            5 => vec![vec![plain(organisation)], vec![plain(location)], vec![plain(dates)], vec![plain(title)]],
            6 => vec![vec![plain(dates)], vec![plain(title)], vec![plain(organisation), (location, separator, "")]],
            7 => vec![vec![plain(dates), (title, separator, ""), (organisation, ", ", ""), (location, ", ", "")]],
            8 => vec![vec![plain(title), (organisation, " at ", ""), (dates, " (", ")")], vec![plain(location)]],
            9 => vec![vec![plain(title), (organisation, " @ ", "")], vec![plain(dates), (location, " · ", "")]],
            10 => vec![
                vec![plain(title)],
                vec![plain(organisation)],
                vec![plain(dates), (duration.clone(), " · ", "")],
                vec![plain(location)],
            ],
            11 => vec![vec![plain(title)], vec![plain(organisation), (location, ", ", "")], vec![plain(dates)]],
            12 => vec![vec![plain(dates)], vec![plain(location)], vec![plain(organisation)], vec![plain(title)]],
            13 => vec![vec![plain(organisation), (title, separator, ""), (dates, separator, "")], vec![plain(location)]],
            14 => vec![vec![bold(organisation), (location, " — ", "")], vec![bold(title)], vec![plain(dates)]],
            15 => vec![vec![bold(title), (organisation, ", ", ""), (dates, " (", ")")], vec![plain(location)]],
            16 => vec![vec![plain(title), (organisation, separator, ""), (location, separator, ""), (dates, separator, "")]],
            17 => vec![vec![plain(dates), (location, " | ", "")], vec![plain(organisation)], vec![plain(title)]],
            18 => vec![vec![plain(title), (location, " (", ")")], vec![plain(dates)], vec![plain(organisation)]],
            _ => vec![vec![plain(dates), (organisation, "  ", ""), (location, ", ", "")], vec![plain(title)]],
        };
        let mut lines = Vec::new();
        for row in rows {
            let mut line = Line::default();
            for (fact, before, after) in row {
                let Some((text, tag)) = fact else { continue };
                if line.parts.is_empty() {
                    let emphasis = if style.markdown { before } else { "" };
                    let before = if before == "**" { emphasis } else { "" };
                    if lines.is_empty() && style.markdown && before.is_empty() {
                        line = line.with(heading, None);
                    }
                    line = line.with(before, None).with(text, tag).with(if before.is_empty() { "" } else { "**" }, None);
                } else {
                    line = line.with(before, None).with(text, tag).with(after, None);
                }
            }
            if !line.parts.is_empty() {
                lines.push(line);
            }
        }
        if let Some((text, tag)) = duration.filter(|_| form == 3 && kind == SectionKind::Work) {
            lines.insert(1.min(lines.len()), Line::default().with("Full-time · ", tag).with(text, tag));
        }
        lines
    }
}
