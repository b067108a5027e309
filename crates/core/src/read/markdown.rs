//! Our own Markdown: read strictly, so that what we wrote comes back as it was.

mod contact;
mod draft;
mod entry;
mod raw;

use crate::dialect::{kind_of, shape};
use crate::order::by_number;
use crate::parsed::{Decoration, Finding, Ledger, Parsed};
use crate::read::Reason;
use crate::resume::{Field, Id, Section, SectionKind};
use crate::source::SourceText;
use draft::{Draft, plain};
use entry::Building;
use raw::Piece;

/// Reads Markdown that [`crate::write::markdown`] wrote; `None` for any other text.
///
/// White space at the end of lines may differ from what was written, and the number of empty lines; nothing else.
///
/// ```
/// use faircopy::{Field, read_markdown};
/// assert_eq!(read_markdown("# Ada Example\n").unwrap().resume.basics.text(Field::Name), Some("Ada Example"));
/// assert!(read_markdown("Ada Example\n===========\n").is_none());
/// ```
pub fn read_markdown(text: &str) -> Option<Parsed> {
    let source = SourceText::new(text);
    let paragraphs = paragraphs(&source);
    let marked = |line: &Piece<'_>| heading(*line).is_some();
    if !paragraphs.iter().flatten().any(marked) && !paragraphs.first().is_some_and(|p| contact::is_marked(p[0])) {
        return None;
    }
    let mut reader = Reader { draft: Draft::default(), place: Where::Start, building: None };
    for lines in &paragraphs {
        reader.paragraph(lines)?;
    }
    reader.finish_entry();
    let Draft { resume, mut provenance, claims } = reader.draft;
    if !is_alike(&crate::write::markdown(&resume), &paragraphs) {
        return None;
    }
    by_number(&mut provenance, |p| p.spans.first().map_or(0, |span| u64::from(span.start)));
    let ledger = Ledger::new(&source, &claims);
    let findings = Finding::of_unseen(&source).into_iter().collect();
    Some(Parsed { source, resume, provenance, ledger, unplaced: Vec::new(), findings })
}

/// The lines between empty lines, without white space at their ends.
fn paragraphs(source: &SourceText) -> Vec<Vec<Piece<'_>>> {
    let mut paragraphs = Vec::new();
    let mut lines = Vec::new();
    for line in source.lines() {
        let text = source.slice(line.span).trim_end();
        if !text.is_empty() {
            lines.push(Piece { text, start: line.span.start as usize });
        } else if !lines.is_empty() {
            paragraphs.push(std::mem::take(&mut lines));
        }
    }
    if !lines.is_empty() {
        paragraphs.push(lines);
    }
    paragraphs
}

/// Whether a text has these paragraphs: it differs only in white space at the end of lines and in the number of empty lines.
fn is_alike(text: &str, all: &[Vec<Piece<'_>>]) -> bool {
    let source = SourceText::new(text);
    let own = paragraphs(&source);
    let same = |(own, other): (&Vec<Piece<'_>>, &Vec<Piece<'_>>)| own.iter().map(|l| l.text).eq(other.iter().map(|l| l.text));
    own.len() == all.len() && own.iter().zip(all).all(same)
}

/// The level and the text of a heading.
fn heading(line: Piece<'_>) -> Option<(usize, Piece<'_>)> {
    let level = line.text.bytes().take_while(|&b| b == b'#').count();
    let (_, text) = line.cut(level);
    let text = if text.text.is_empty() { text } else { text.after(" ")? };
    (1..=4).contains(&level).then_some((level, text))
}

/// Where the reader is in the document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// Before anything but a name.
    Start,
    /// After the contact line or a paragraph.
    Summary,
    /// In a section.
    Section(Id, SectionKind),
}

struct Reader<'a> {
    draft: Draft,
    place: Where,
    /// The entry that lines go to; in the header, one whose body is the summary.
    building: Option<Building<'a>>,
}

impl<'a> Reader<'a> {
    /// Reads the lines between two empty ones; `None` if one is not ours.
    fn paragraph(&mut self, lines: &[Piece<'a>]) -> Option<()> {
        let (&first, rest) = lines.split_first()?;
        if first.text == "---" {
            return rest.is_empty().then_some(());
        }
        match (heading(first), self.place) {
            (Some((1, name)), Where::Start) => self.name(name, rest),
            (Some((1, _)), _) => None,
            (Some((2, words)), _) => {
                self.section(words);
                rest.is_empty().then_some(())
            }
            (Some((3, title)), Where::Section(_, kind)) => {
                let shape = shape(kind)?;
                self.finish_entry();
                let mut entry = self.draft.entry();
                if !title.text.is_empty() {
                    self.draft.text(&mut entry, shape.title?, title, Reason::HEADING_3);
                }
                entry::header(&mut self.draft, &mut entry, kind, &shape, rest)?;
                self.building = Some(Building::new(entry));
                Some(())
            }
            (Some((_, name)), Where::Section(..)) => {
                let mut building = self.take_entry();
                building.group(&mut self.draft, name);
                self.building = Some(building);
                self.bullets(rest)
            }
            (Some(_), _) => None,
            (None, Where::Section(id, kind)) => self.in_section(id, kind, lines),
            (None, _) => {
                if self.place == Where::Start && contact::is_contact(first) {
                    contact::read(&mut self.draft, first)?;
                } else {
                    let mut building = self.take_entry();
                    building.paragraph(first);
                    self.building = Some(building);
                }
                self.place = Where::Summary;
                rest.is_empty().then_some(())
            }
        }
    }

    fn name(&mut self, name: Piece<'a>, rest: &[Piece<'a>]) -> Option<()> {
        let mut basics = std::mem::take(&mut self.draft.resume.basics);
        if !name.text.is_empty() {
            self.draft.text(&mut basics, Field::Name, name, Reason::HEADING_1);
        }
        if let Some(&headline) = rest.first() {
            self.draft.text(&mut basics, Field::Label, headline, Reason::BELOW_NAME);
        }
        self.draft.resume.basics = basics;
        (rest.len() < 2).then_some(())
    }

    fn section(&mut self, words: Piece<'a>) {
        self.finish_entry();
        let kind = kind_of(words.text).unwrap_or(SectionKind::Custom);
        let heading = if kind == SectionKind::Custom { plain(words) } else { String::new() };
        self.draft.decoration(words, Decoration::Heading);
        let id = self.draft.resume.fresh_id();
        self.draft.resume.sections.push(Section { id, kind, heading, entries: Vec::new() });
        self.place = Where::Section(id, kind);
    }

    fn in_section(&mut self, id: Id, kind: SectionKind, lines: &[Piece<'a>]) -> Option<()> {
        let Some(shape) = shape(kind) else {
            for &line in lines {
                let entry = entry::line(&mut self.draft, kind, line)?;
                self.draft.add(id, entry);
            }
            return Some(());
        };
        if lines[0].text.starts_with('*') {
            self.finish_entry();
            let mut entry = self.draft.entry();
            entry::header(&mut self.draft, &mut entry, kind, &shape, lines)?;
            self.building = Some(Building::new(entry));
            return Some(());
        }
        if lines[0].text.starts_with("- ") {
            return self.bullets(lines);
        }
        let mut building = self.take_entry();
        building.paragraph(lines[0]);
        self.building = Some(building);
        (lines.len() == 1).then_some(())
    }

    fn bullets(&mut self, lines: &[Piece<'a>]) -> Option<()> {
        let mut building = self.take_entry();
        for line in lines {
            building.bullet(&mut self.draft, line.after("- ")?);
        }
        self.building = Some(building);
        Some(())
    }

    /// The entry that lines go to; a new one where a section or the summary starts.
    fn take_entry(&mut self) -> Building<'a> {
        self.building.take().unwrap_or_else(|| {
            let in_section = matches!(self.place, Where::Section(..));
            Building::new(if in_section { self.draft.entry() } else { std::mem::take(&mut self.draft.resume.basics) })
        })
    }

    /// Puts the entry that lines went to in its place.
    fn finish_entry(&mut self) {
        let Some(building) = self.building.take() else { return };
        let Where::Section(id, kind) = self.place else {
            self.draft.resume.basics = building.finish(&mut self.draft, Some(Field::Summary));
            return;
        };
        let entry = building.finish(&mut self.draft, shape(kind).and_then(|s| s.body));
        self.draft.add(id, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parsed::Use;

    #[test]
    fn takes_only_its_own_dialect() {
        for text in [
            "",
            "Ada Example",
            "Ada\n===",
            "# Ada\n\n## Work Experience\n\nx",
            "# Ada\n\n## Skills\n- Rust",
            "# Ada *b*",
            "# A\n\n> q",
        ] {
            assert!(read_markdown(text).is_none(), "{text}");
        }
        for text in ["# Ada", "# Ada\r\n\r\n---\r\n\r\n\r\n## Odds and ends  \n\nSomething said.", "## Skills\n\nRust, Go"] {
            assert!(read_markdown(text).is_some(), "{text}");
        }
    }

    #[test]
    fn values_are_their_source_after_its_repairs() {
        let text = "# Ada\n\n[linkedin.com/in/ada](https://linkedin.com/in/ada)\n\n---\n\n## Experience\n\n### C\\*\n**N** — *Oslo*\n\
            *2018 – Present*\n\nOne \\[a\\].\n\nTwo.\n";
        let parsed = read_markdown(text).unwrap();
        let job = &parsed.resume.entries(SectionKind::Work)[0];
        let source = parsed.source_of(crate::parsed::Place { owner: job.id, field: Field::Summary }).unwrap();
        let raw = source.spans.iter().map(|&s| parsed.source.slice(s)).collect::<Vec<_>>().join("\n");
        assert_eq!(source.repairs.apply(&raw), "One [a].\nTwo.");
        assert_eq!(job.text(Field::Summary), Some("One [a].\nTwo."));
        assert!(parsed.ledger.rows().iter().all(|row| row.1 != Use::Unplaced));
    }
}
