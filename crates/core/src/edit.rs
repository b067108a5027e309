//! Editing: one [`Edit`] at a time on a [`Document`], each of which [`History`] can take back.

mod deed;
mod history;
mod remarks;
mod rename;
mod sections;
mod typed;

pub use deed::{Deed, Verb};
pub use history::History;
pub use remarks::Remarks;
use typed::lines;
pub use typed::{terms, typed_text};

use std::sync::Arc;

use crate::merge::{Merged, merge_traced};
use crate::order::Numbers;
use crate::parsed::Parsed;
use crate::read::{Decision, What};
use crate::resume::{Entry, Field, Group, Id, Resume, Section, SectionKind};
use crate::source::Span;

/// What the editor holds: a reading, and the résumé that a person has made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The source text and its reading. Shared, as a step back in history often holds the same one.
    pub parsed: Arc<Parsed>,
    /// The résumé as it stands.
    pub resume: Resume,
    /// What the person said about the source.
    pub remarks: Remarks,
}

impl Document {
    /// The reading as it is, before anybody has changed anything.
    pub fn new(parsed: Parsed) -> Self {
        Self { resume: parsed.resume.clone(), parsed: Arc::new(parsed), remarks: Remarks::default() }
    }

    /// The document after its source became `text`: what a person changed stays, unless it is another text altogether.
    #[must_use]
    pub fn retyped(&self, text: &str) -> Self {
        self.reread(self.remarks_on(text).read(text))
    }

    /// The document after a person said what stretches of its source are: they are read so, and the rest around them. What the person
    /// changed stays, and what is read as before keeps its ids.
    #[must_use]
    pub fn decided(&self, decisions: Vec<Decision>) -> Self {
        let mut remarks = self.remarks.clone();
        for decision in decisions {
            if let What::Heading(kind) = decision.what {
                remarks.decisions.extend(sections::under_heading(&self.parsed, decision.span, kind));
            }
            remarks.decisions.push(decision);
        }
        self.merged(remarks.read(self.parsed.source.text()), remarks)
    }

    /// The document with another reading of its source, or of what that became: what a person changed stays likewise.
    #[must_use]
    pub fn reread(&self, parsed: Parsed) -> Self {
        let remarks = self.remarks_on(parsed.source.text());
        if self.resume.same(&self.parsed.resume) || !akin(self.parsed.source.text(), parsed.source.text()) {
            return Self { remarks, ..Self::new(parsed) };
        }
        self.merged(parsed, remarks)
    }

    /// What is still said about the source if `text` takes its place.
    fn remarks_on(&self, text: &str) -> Remarks {
        let old = self.parsed.source.text();
        if akin(old, text) { self.remarks.moved(old, text) } else { Remarks::default() }
    }

    fn merged(&self, parsed: Parsed, remarks: Remarks) -> Self {
        let Merged { mut resume, ids, mut differing } = merge_traced(&self.parsed.resume, &self.resume, &parsed.resume);
        let parsed = parsed.renamed(&ids, &mut resume.next_id);
        differing.retain(|place| !remarks.differing.contains(place));
        let remarks = Remarks { differing: [remarks.differing, differing].concat(), ..remarks };
        Self { parsed: Arc::new(parsed), resume, remarks }
    }

    /// Whether there is neither text nor a résumé.
    pub fn is_empty(&self) -> bool {
        self.resume.is_empty() && self.parsed.source.text().is_empty()
    }
}

/// Up or down in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the start.
    Up,
    /// Towards the end.
    Down,
}

/// Where an entry is moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// A section that is there.
    Section(Id),
    /// The section of a standard kind, made at the end if there is none, or a new custom one.
    New(SectionKind),
}

/// One change that a person makes.
///
/// An edit that names something which is not there changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A field of an entry is what was typed: a date where it can be read as one, a list by lines or commas.
    Set {
        /// The entry.
        entry: Id,
        /// Its field.
        field: Field,
        /// As typed.
        text: String,
    },
    /// A group's name is what was typed.
    NameGroup {
        /// The group.
        group: Id,
        /// As typed.
        text: String,
    },
    /// A group's highlights are what was typed, one a line.
    SetGroup {
        /// The group.
        group: Id,
        /// As typed.
        text: String,
    },
    /// An empty group at the end of an entry.
    AddGroup(Id),
    /// A group and its highlights go.
    RemoveGroup(Id),
    /// An empty entry at the end of a section.
    AddEntry(Id),
    /// An entry goes.
    RemoveEntry(Id),
    /// An entry changes places with its neighbour.
    MoveEntry(Id, Direction),
    /// A copy of an entry, after it.
    Duplicate(Id),
    /// An entry goes to the end of another section, its values to the fields that mean the same there.
    MoveTo(Id, To),
    /// An entry is left out of what is taken away, or is in it again.
    Hide(Id),
    /// A section with one empty entry: at the end, or one more entry in the section of that kind if there is one.
    AddSection(SectionKind),
    /// The heading of a custom section is what was typed.
    NameSection {
        /// The section.
        section: Id,
        /// As typed.
        text: String,
    },
    /// A section changes places with its neighbour.
    MoveSection(Id, Direction),
    /// A section and its entries go.
    RemoveSection(Id),
    /// The entries of a section that have dates stand by them, the latest first.
    Sort(Id),
    /// These stretches of the source are right as they were read, and what the person made of them although they changed.
    Settle(Vec<Span>),
    /// Stretches of the source are what the person says they are.
    Decide(Vec<Decision>),
    /// The source was typed in, and this is the document that its new reading gives.
    Retype(Box<Document>),
    /// Everything is new: a file was opened, a sample loaded, all cleared.
    Replace(Box<Document>),
}

impl Edit {
    /// Changes `document`. Gives the id of what was added, or else of what was changed.
    pub fn apply(self, document: &mut Document) -> Option<Id> {
        let resume = &mut document.resume;
        match self {
            Self::Set { entry, field, text } => {
                let before = resume.entry(entry)?.get(field).cloned();
                let value = typed::value(resume, before.as_ref(), field, &text);
                resume.entry_mut(entry)?.set(field, value);
                Some(entry)
            }
            Self::NameGroup { group, text } => {
                text.trim().clone_into(&mut group_mut(resume, group)?.name);
                Some(group)
            }
            Self::SetGroup { group, text } => {
                let before = group_mut(resume, group)?.highlights.clone();
                let items = typed::items(resume, &before, lines(&text));
                group_mut(resume, group)?.highlights = items;
                Some(group)
            }
            Self::AddGroup(entry) => {
                let id = resume.fresh_id();
                resume.entry_mut(entry)?.groups.push(Group { id, ..Group::default() });
                Some(id)
            }
            Self::RemoveGroup(group) => {
                let owner = group_owner(resume, group)?;
                owner.groups.retain(|g| g.id != group);
                Some(owner.id)
            }
            Self::AddEntry(section) => {
                let id = resume.fresh_id();
                let section = section_mut(resume, section)?;
                section.entries.push(Entry::new(id));
                Some(id)
            }
            Self::RemoveEntry(entry) => {
                let (section, at) = position(resume, entry)?;
                resume.sections[section].entries.remove(at);
                Some(entry)
            }
            Self::MoveEntry(entry, direction) => {
                let (section, at) = position(resume, entry)?;
                let entries = &mut resume.sections[section].entries;
                let to = match direction {
                    Direction::Up => at.checked_sub(1)?,
                    Direction::Down => at + 1,
                };
                (to < entries.len()).then(|| entries.swap(at, to))?;
                Some(entry)
            }
            Self::Hide(entry) => {
                let hidden = &mut resume.entry_mut(entry)?.hidden;
                *hidden = !*hidden;
                Some(entry)
            }
            Self::Duplicate(entry) => sections::duplicate(resume, entry),
            Self::MoveTo(entry, to) => sections::move_to(resume, entry, to),
            Self::AddSection(kind) => {
                let id = resume.fresh_id();
                let section = sections::add(resume, kind);
                resume.sections[section].entries.push(Entry::new(id));
                Some(id)
            }
            Self::MoveSection(section, direction) => sections::shift(resume, section, direction),
            Self::RemoveSection(section) => {
                resume.sections.retain(|s| s.id != section);
                Some(section)
            }
            Self::Sort(section) => {
                sections::sort(section_mut(resume, section)?);
                Some(section)
            }
            Self::Decide(decisions) => {
                *document = document.decided(decisions);
                None
            }
            Self::Settle(spans) => {
                let Document { parsed, remarks, .. } = document;
                remarks.settled.extend(spans);
                let mut differing = std::mem::take(&mut remarks.differing);
                differing.retain(|place| !parsed.source_of(*place).is_some_and(|p| remarks.settle(&p.spans)));
                remarks.differing = differing;
                None
            }
            Self::NameSection { section, text } => {
                text.trim().clone_into(&mut section_mut(resume, section)?.heading);
                Some(section)
            }
            Self::Retype(new) | Self::Replace(new) => {
                // Ids are never used again, so that whoever holds one cannot meet another thing under it.
                let next_id = resume.next_id.max(new.resume.next_id);
                *document = *new;
                document.resume.next_id = next_id;
                None
            }
        }
    }
}

/// Whether two texts may be of one person: they share lines, or one is hardly there yet.
fn akin(a: &str, b: &str) -> bool {
    let lines = |text| str::lines(text).map(str::trim).filter(|l| !l.is_empty());
    let (mut in_a, mut in_b) = (Numbers::default(), Numbers::default());
    for line in lines(a) {
        in_a.give(line);
    }
    let mut shared = 0;
    for line in lines(b) {
        let known = in_b.len();
        shared += usize::from(in_b.give(line) == known && in_a.get(line).is_some());
    }
    let fewer = in_a.len().min(in_b.len());
    fewer < 5 || shared * 5 >= fewer
}

/// The index of an entry's section and its own within it.
fn position(resume: &Resume, entry: Id) -> Option<(usize, usize)> {
    resume.sections.iter().enumerate().find_map(|(s, section)| Some((s, section.entries.iter().position(|e| e.id == entry)?)))
}

fn section_mut(resume: &mut Resume, id: Id) -> Option<&mut Section> {
    resume.sections.iter_mut().find(|s| s.id == id)
}

fn group_owner(resume: &mut Resume, group: Id) -> Option<&mut Entry> {
    let owner = resume.group(group)?.0.id;
    resume.entry_mut(owner)
}

fn group_mut(resume: &mut Resume, group: Id) -> Option<&mut Group> {
    group_owner(resume, group)?.groups.iter_mut().find(|g| g.id == group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parsed::Place;
    use crate::read::{Format, read_as};
    use crate::resume::Item;

    const TEXT: &str = "Ada Example\nada@example.org\n\nExperience\n\nEngineer\nNorthwind Ltd\n2019 - 2021\n- Built the first thing\n- Ran the second thing\n";

    /// The highlights that came from the source, and what the source says there.
    fn traced(document: &Document) -> Vec<(String, String)> {
        let items = document.resume.sections.iter().flat_map(|s| &s.entries).flat_map(Entry::all_highlights);
        let source = |item: &Item| {
            let found = document.parsed.source_of(Place { owner: item.id, field: Field::Highlights })?;
            Some((item.text.clone(), document.parsed.source.slice(found.spans[0]).to_owned()))
        };
        items.filter_map(source).collect()
    }

    #[test]
    fn retyping_keeps_edits_and_where_the_rest_came_from() {
        let mut document = Document::new(read_as(TEXT, Format::Auto));
        Edit::Set { entry: Id(0), field: Field::Name, text: "Ada M. Example".into() }.apply(&mut document);
        let before = traced(&document);
        assert_eq!(before.len(), 2, "{before:?}");
        let text = TEXT.replace("Engineer\n", "Senior Engineer\n").replace("- Ran", "- Wrote a third thing\n- Ran");
        let document = document.retyped(&text);
        assert_eq!(document.resume.basics.text(Field::Name), Some("Ada M. Example"));
        let after = traced(&document);
        assert_eq!(after.len(), 3, "{after:?}");
        assert!(after.iter().all(|(text, source)| text == source), "{after:?}");
    }

    #[test]
    fn a_decision_keeps_edits_and_is_undone() {
        let text = "Ada Example\n\nExperience\n\nBabbage & Co\nMay 2018 - June 2020\n- Built the first thing\n";
        let mut document = Document::new(read_as(text, Format::Auto));
        Edit::Set { entry: Id(0), field: Field::Name, text: "Ada M. Example".into() }.apply(&mut document);
        let mut history = History::new(document);
        let before = history.document().clone();
        let line = text.find("Babbage").unwrap();
        let span = Span::new(line, line + "Babbage & Co".len());
        for field in [Field::Position, Field::Name] {
            history.apply(Edit::Decide(vec![Decision::new(span, What::Field(SectionKind::Work, field))]));
            let document = history.document();
            let job = &document.resume.entries(SectionKind::Work)[0];
            assert_eq!(job.text(field), Some("Babbage & Co"));
            assert_eq!(document.resume.basics.text(Field::Name), Some("Ada M. Example"));
            assert_eq!(job.id, before.resume.entries(SectionKind::Work)[0].id, "it is the same job still");
            let back = History::from_json(&history.to_json(1 << 20)).unwrap();
            assert_eq!(back.document(), document, "it is kept");
        }
        let typed = history.document().retyped(&text.replace("Ada Example", "Dr Ada Example"));
        assert_eq!(typed.resume.entries(SectionKind::Work)[0].text(Field::Name), Some("Babbage & Co"), "it goes along");
        assert_eq!(typed.parsed.source.slice(typed.remarks.decisions[1].span), "Babbage & Co");
        while history.undo() {}
        assert_eq!(
            Document {
                resume: Resume { next_id: before.resume.next_id, ..history.document().resume.clone() },
                ..history.document().clone()
            },
            before
        );
    }

    #[test]
    fn what_stands_under_a_heading_goes_with_it() {
        let document = Document::new(read_as(TEXT, Format::Auto));
        let at = TEXT.find("Experience").unwrap();
        for kind in [SectionKind::Volunteer, SectionKind::Projects, SectionKind::Custom] {
            let document = document.decided(vec![Decision::new(Span::new(at, at + 10), What::Heading(kind))]);
            assert_eq!(document.resume.section(SectionKind::Work), None, "{kind:?}");
            let entry = &document.resume.entries(kind)[0];
            let said: Vec<&str> = entry.values().iter().filter_map(|(field, _)| entry.text(*field)).collect();
            assert!(said.contains(&"Engineer") && said.contains(&"Northwind Ltd"), "{kind:?} {said:?}");
        }
    }

    #[test]
    fn ranges_under_a_heading_stay_whole() {
        let job = |title: &str, dates: &str| format!("{title}\nNorthwind Ltd, Oslo, Norway\n{dates}\n- Built a thing\n\n");
        let jobs = [job("Senior Engineer", "March 2021 - Present"), job("Developer", "June 2017 - February 2021")].concat();
        let text =
            format!("Ada Example\nada@example.org\n\nExperience\n\n{jobs}Education\n\nCity College\nBSc Physics\n2013 - 2017\n");
        let at = text.find("Experience").unwrap();
        let heading = Decision::new(Span::new(at, at + 10), What::Heading(SectionKind::Volunteer));
        let document = Document::new(read_as(&text, Format::Auto)).decided(vec![heading]);
        let entries = document.resume.entries(SectionKind::Volunteer);
        let dates = entries.iter().map(|e| [Field::StartDate, Field::EndDate].map(|f| typed_text(e, f))).collect::<Vec<_>>();
        let said = |dates: [&str; 2]| dates.map(str::to_owned);
        assert_eq!(dates, [said(["2021-03", ""]), said(["2017-06", "2021-02"])]);
    }

    #[test]
    fn a_decision_without_edits_gives_what_is_read() {
        for case in ["- Built the first thing", "Engineer", "Northwind Ltd", "2019 - 2021"] {
            let document = Document::new(read_as(TEXT, Format::Auto));
            let at = TEXT.find(case).unwrap();
            for what in [What::Field(SectionKind::Work, Field::Summary), What::Nothing, What::Group(SectionKind::Work)] {
                let document = document.decided(vec![Decision::new(Span::new(at, at + case.len()), what)]);
                assert!(document.resume.same(&document.parsed.resume), "{case} {what:?}");
            }
        }
    }

    #[test]
    fn another_text_altogether_is_another_resume() {
        let mut document = Document::new(read_as(TEXT, Format::Auto));
        Edit::Set { entry: Id(0), field: Field::Name, text: "Ada M. Example".into() }.apply(&mut document);
        let other = "Bea Other\nbea@example.org\n\nExperience\n\nGardener\nTidewater\n2011\n- Grew roses\n";
        assert_eq!(document.retyped(other).resume.basics.text(Field::Name), Some("Bea Other"));
    }
}
