//! The look of a rendered text, chosen once for a document.

use crate::rng::Rng;

/// How the columns of a page come out as text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// One after the other, in the order of the document.
    One,
    /// The side column before everything else.
    SideFirst,
    /// Read across, line by line.
    Across,
}

/// How headings look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Headings {
    Plain,
    Capitals,
    Markdown(usize),
    Underlined(char),
    Colon,
    Bold,
    Filled,
    Counted,
    Spaced,
    None,
}

/// The look of a document.
#[allow(clippy::struct_excessive_bools)] // each is drawn on its own
pub struct Style {
    pub lang: String,
    pub columns: Columns,
    pub headings: Headings,
    /// Which of the words for a section is taken; 0 is the usual one.
    pub unusual_headings: bool,
    /// Whether headings may be of the writer's own making.
    pub own_headings: bool,
    /// Whether headings may join several words.
    pub joined_headings: bool,
    pub section_gap: usize,
    pub entry_gap: usize,
    pub line_gap: usize,
    pub margin: usize,
    pub indent: usize,
    pub bullet: &'static str,
    /// Characters a line, if lines are broken.
    pub wrap: Option<usize>,
    pub hanging: bool,
    pub markdown: bool,
    /// Whether addresses are links of Markdown, with words.
    pub linked: bool,
    /// How a job is laid out.
    pub work: usize,
    /// How a school is laid out.
    pub school: usize,
    /// How smaller entries are laid out.
    pub small: usize,
    pub separator: &'static str,
    pub date: usize,
    pub joiner: &'static str,
    pub year_only: bool,
    pub skills: usize,
    pub languages: usize,
    pub durations: bool,
    pub furniture: bool,
    pub grouped_roles: bool,
    pub without_name: bool,
    pub without_employer: bool,
    pub without_position: bool,
    /// Whether jobs have neither.
    pub nameless: bool,
    pub without_location: bool,
    pub without_bullets: bool,
    pub without_summaries: bool,
    /// Whether the bullets of jobs stand under names of projects.
    pub grouped: bool,
    /// Whether a last bullet of jobs lists what was used ("Stack: …").
    pub stack: bool,
    /// Whether what was used stands in brackets behind an employer.
    pub stack_beside: bool,
    /// Whether a word stands above an entry's bullets ("Responsibilities").
    pub announced: bool,
    /// Whether contact data that stand below each other are broken further.
    pub broken_contact: bool,
    /// Whether skills say how well they are known.
    pub levels: bool,
    /// Whether every line has a blank one below it, as blocks of a page have that was copied.
    pub spaced: bool,
    /// Whether each entry begins with a bullet, as its points may do as well.
    pub marked_heads: bool,
}

impl Style {
    /// A random look for a text in `lang`.
    pub fn new(rng: &mut Rng, lang: &str) -> Self {
        let markdown = rng.chance(18);
        let columns = match rng.below(100) {
            0..=69 => Columns::One,
            70..=87 => Columns::SideFirst,
            _ if markdown => Columns::One,
            _ => Columns::Across,
        };
        let headings = if markdown {
            *rng.pick(&[
                Headings::Markdown(2),
                Headings::Markdown(2),
                Headings::Markdown(1),
                Headings::Bold,
                Headings::Underlined('-'),
            ])
        } else {
            *rng.pick(&[
                Headings::Plain,
                Headings::Plain,
                Headings::Plain,
                Headings::Capitals,
                Headings::Capitals,
                Headings::Capitals,
                Headings::Colon,
                Headings::Underlined('='),
                Headings::Underlined('-'),
                Headings::Filled,
                Headings::Counted,
                Headings::Spaced,
                Headings::None,
            ])
        };
        let mut style = Self {
            lang: lang.to_owned(),
            columns,
            headings,
            unusual_headings: rng.chance(30),
            own_headings: rng.chance(9),
            joined_headings: rng.chance(9),
            section_gap: *rng.pick(&[0, 1, 1, 1, 2]),
            entry_gap: *rng.pick(&[0, 1, 1, 1]),
            line_gap: usize::from(rng.chance(12)),
            margin: if markdown || rng.chance(85) { 0 } else { 2 + rng.below(6) },
            indent: if markdown { 0 } else { *rng.pick(&[0, 0, 0, 2, 4]) },
            bullet: if markdown {
                *rng.pick(&["- ", "* ", "- "])
            } else {
                *rng.pick(&["- ", "• ", "• ", "* ", "– ", "▪ ", "◦ ", "", "", "• \t", "o ", "➢ "])
            },
            wrap: rng.chance(38).then(|| 48 + rng.below(56)),
            hanging: rng.chance(60),
            markdown,
            linked: markdown && rng.chance(50),
            work: rng.below(20),
            school: rng.below(12),
            small: rng.below(15),
            separator: *rng.pick(&[", ", ", ", " — ", " – ", " - ", " | ", " · ", " • ", "\t", "    ", " / "]),
            date: rng.below(10),
            joiner: *rng.pick(&[" – ", " – ", " - ", "–", "-", " — ", " to ", " ~ "]),
            year_only: rng.chance(22),
            skills: rng.below(9),
            languages: rng.below(7),
            durations: rng.chance(15),
            furniture: rng.chance(20),
            grouped_roles: rng.chance(40),
            without_name: rng.chance(8),
            without_employer: rng.chance(5),
            without_position: rng.chance(5),
            nameless: rng.chance(5),
            without_location: rng.chance(15),
            without_bullets: rng.chance(6),
            without_summaries: rng.chance(50),
            grouped: rng.chance(9),
            stack: rng.chance(9),
            stack_beside: rng.chance(4),
            announced: rng.chance(8),
            broken_contact: rng.chance(25),
            levels: rng.chance(10),
            spaced: !markdown && rng.chance(14),
            marked_heads: rng.chance(6),
        };
        // Where points have no marks, a summary above them is seldom told from the first.
        if style.bullet.is_empty() && !style.without_summaries {
            style.without_summaries = rng.chance(60);
        }
        // Some copies keep nothing but lines.
        if !markdown && rng.chance(5) {
            style.bullet = "";
            style.nameless = rng.chance(50);
            style.grouped = rng.chance(40);
            style.indent = 0;
        }
        style
    }
}
