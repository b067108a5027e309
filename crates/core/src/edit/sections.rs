//! What happens to whole entries and sections: copies, moves between sections, order.

use crate::order::{Table, by_number};
use crate::parsed::{Decoration, Parsed, Place, Use};
use crate::read::{Decision, What};
use crate::resume::{Entry, Field, FieldKind, Id, Item, Resume, Section, SectionKind, Value};
use crate::source::Span;

use super::{Direction, To, position};

/// A copy of an entry after it. Gives its id.
pub(super) fn duplicate(resume: &mut Resume, entry: Id) -> Option<Id> {
    let (section, at) = position(resume, entry)?;
    let mut copy = resume.sections[section].entries[at].clone();
    copy.each_id(&mut |id| *id = resume.fresh_id());
    let id = copy.id;
    resume.sections[section].entries.insert(at + 1, copy);
    Some(id)
}

/// Moves an entry to the end of another section, its values into the fields that mean the same there.
///
/// A value that the other section has no field for stays with the entry under the field it had, and is in its old place if the entry
/// comes back.
pub(super) fn move_to(resume: &mut Resume, entry: Id, to: To) -> Option<Id> {
    let (from, at) = position(resume, entry)?;
    let from_kind = resume.sections[from].kind;
    let target = match to {
        To::Section(id) => resume.sections.iter().position(|s| s.id == id)?,
        To::New(kind) => add(resume, kind),
    };
    if target == from {
        return None;
    }
    let mut entry = resume.sections[from].entries.remove(at);
    let kind = resume.sections[target].kind;
    adapt(resume, &mut entry, from_kind, kind);
    let id = entry.id;
    resume.sections[target].entries.push(entry);
    Some(id)
}

/// The index of the section of a standard kind, or of a new one.
pub(super) fn add(resume: &mut Resume, kind: SectionKind) -> usize {
    if kind != SectionKind::Custom
        && let Some(at) = resume.sections.iter().position(|s| s.kind == kind)
    {
        return at;
    }
    let id = resume.fresh_id();
    resume.sections.push(Section { id, kind, heading: String::new(), entries: Vec::new() });
    resume.sections.len() - 1
}

/// Changes places with the neighbour among the sections; the profiles stand with the basics and are none of them.
pub(super) fn shift(resume: &mut Resume, section: Id, direction: Direction) -> Option<Id> {
    let movable = |s: &Section| s.kind != SectionKind::Profiles;
    let at = resume.sections.iter().position(|s| s.id == section && movable(s))?;
    let other = match direction {
        Direction::Up => resume.sections[..at].iter().rposition(movable)?,
        Direction::Down => at + 1 + resume.sections[at + 1..].iter().position(movable)?,
    };
    resume.sections.swap(at, other);
    Some(section)
}

/// The latest first. What goes on still is later than what has ended, and entries without a date stay where they are.
pub(super) fn sort(section: &mut Section) {
    let at: Vec<usize> = (0..section.entries.len()).filter(|&at| when(&section.entries[at]).is_some()).collect();
    let mut dated: Vec<Entry> = at.iter().map(|&at| section.entries[at].clone()).collect();
    by_number(&mut dated, |entry| u64::MAX - when(entry).unwrap_or_default());
    for (at, entry) in at.into_iter().zip(dated) {
        section.entries[at] = entry;
    }
}

/// When an entry ended and began, as a number that grows with time.
fn when(entry: &Entry) -> Option<u64> {
    let date = |field: Field, unknown: u8| {
        let date = entry.date(field)?;
        Some(
            u64::from(date.year()) << 16
                | u64::from(date.month().unwrap_or(unknown)) << 8
                | u64::from(date.day().unwrap_or(unknown)),
        )
    };
    let point = date(Field::Date, 0).or_else(|| date(Field::ReleaseDate, 0));
    let start = date(Field::StartDate, 0).or(point);
    // What is known to the year alone may have ended in December.
    let end = match entry.get(Field::EndDate) {
        Some(_) => date(Field::EndDate, 99).or(start),
        None if point.is_some() => point,
        None => start.map(|_| u64::from(u32::MAX)),
    };
    Some(end? << 32 | start.unwrap_or_default())
}

/// What follows from saying that a stretch is a section's heading: what stands between it and the next heading means the same in that
/// section.
pub(super) fn under_heading(parsed: &Parsed, heading: Span, to: SectionKind) -> Vec<Decision> {
    let (mut kinds, mut groups) = (Vec::new(), Vec::new());
    for (section, at) in parsed.resume.sections.iter().zip(0..).filter(|(section, _)| section.kind != to) {
        section.entries.clone().iter_mut().for_each(|entry| entry.each_id(&mut |id| kinds.push((id.0, at))));
        for entry in &section.entries {
            groups.extend(entry.groups.iter().map(|group| (group.id.0, at)));
        }
    }
    let [kinds, groups] = [kinds, groups].map(|pairs| Table::new(pairs.into_iter()));
    let rows = parsed.ledger.rows().iter().skip_while(|row| row.0.start < heading.end);
    let here = rows.take_while(|row| row.1 != Use::Decoration(Decoration::Heading));
    let mut meant: Vec<(Id, Decision)> = Vec::new();
    for &(span, used) in here {
        let Use::Field(Place { owner, field }) = used else {
            // Where a range goes on still, that is said right after its start.
            if let Some((_, dates)) = meant.last_mut()
                && dates.what.is_date()
                && used == Use::Decoration(Decoration::Label)
                && dates.span.end == span.start
            {
                dates.span.end = span.end;
            }
            continue;
        };
        let Some(at) = kinds.get(owner.0) else { continue };
        let place = place_of(field, parsed.resume.sections[at as usize].kind, to);
        let what = match place.kind() {
            _ if groups.get(owner.0).is_some() => What::Group(to),
            FieldKind::Date => What::Dates(to),
            _ => What::Field(to, place),
        };
        match meant.last_mut() {
            // Both ends of a range are said together, as they are read.
            Some((of, dates)) if what.is_date() && (*of, dates.what) == (owner, what) => dates.span.end = span.end,
            _ => meant.push((owner, Decision::new(span, what))),
        }
    }
    meant.into_iter().map(|(_, decision)| decision).collect()
}

/// What a field is for, whatever it is called in its section.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Title,
    Organisation,
    Start,
    Prose,
    Bullets,
    Terms,
}

fn role(kind: SectionKind, field: Field) -> Option<Role> {
    use Field as F;
    Some(match (kind, field) {
        (SectionKind::Work, F::Name)
        | (_, F::Organization | F::Institution | F::Awarder | F::Issuer | F::Publisher | F::Entity) => Role::Organisation,
        (_, F::Position | F::Title | F::Name | F::StudyType | F::Language) => Role::Title,
        (_, F::StartDate | F::Date | F::ReleaseDate) => Role::Start,
        (SectionKind::Projects, F::Description) | (_, F::Summary | F::Reference) => Role::Prose,
        (_, F::Highlights) => Role::Bullets,
        (_, F::Keywords | F::Courses) => Role::Terms,
        _ => return None,
    })
}

/// Brings an entry's values into the fields of another section.
fn adapt(resume: &mut Resume, entry: &mut Entry, from: SectionKind, to: SectionKind) {
    if !to.has_groups() {
        for group in std::mem::take(&mut entry.groups) {
            let name = Item { id: group.id, text: group.name };
            std::iter::once(name)
                .chain(group.highlights)
                .filter(|i| !i.text.is_empty())
                .for_each(|i| entry.push(Field::Highlights, i));
        }
    }
    let values = entry.take_values();
    for (field, value) in values {
        let place = place_of(field, from, to);
        let value = in_form(resume, value, place.kind());
        match (entry.get(place).cloned(), value) {
            (None, value) => entry.set(place, value),
            (Some(Value::List(before)), Value::List(items)) => entry.set(place, Value::List([before, items].concat())),
            (Some(Value::Text(before)), Value::Text(text)) => {
                let between = if place.kind() == FieldKind::Prose { "\n" } else { ", " };
                entry.set(place, Value::Text([before.as_str(), text.as_str()].join(between)));
            }
            // What is there is of another kind, and only an imported file has such a thing.
            (Some(_), value) => entry.set(field, value),
        }
    }
}

/// The field of one section that means what `field` does in another, or else the one of the same name.
fn place_of(field: Field, from: SectionKind, to: SectionKind) -> Field {
    let meant = role(from, field);
    let with_role = |wanted: Option<Role>| to.fields().iter().copied().find(|f| wanted.is_some() && role(to, *f) == wanted);
    let prose = || with_role(Some(Role::Prose)).filter(|_| meant == Some(Role::Bullets));
    with_role(meant).or_else(|| to.fields().contains(&field).then_some(field)).or_else(prose).unwrap_or(field)
}

/// A list where there was a text, or a text where there was a list.
fn in_form(resume: &mut Resume, value: Value, kind: FieldKind) -> Value {
    let is_list = matches!(kind, FieldKind::Bullets | FieldKind::Terms);
    match value {
        Value::List(items) if !is_list => {
            let texts: Vec<String> = items.into_iter().map(|item| item.text).collect();
            Value::Text(texts.join(if kind == FieldKind::Prose { "\n" } else { ", " }))
        }
        Value::Text(text) if is_list => Value::List(vec![Item { id: resume.fresh_id(), text }]),
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Document, Edit, typed_text};
    use SectionKind as S;

    /// A document with a section of these entries, each of values by field.
    fn document(kind: SectionKind, entries: &[&[(Field, &str)]]) -> (Document, Vec<Id>) {
        let mut document = Document::default();
        let mut ids = Vec::new();
        for values in entries {
            let id = Edit::AddSection(kind).apply(&mut document).unwrap();
            for (field, text) in *values {
                Edit::Set { entry: id, field: *field, text: (*text).to_owned() }.apply(&mut document);
            }
            ids.push(id);
        }
        (document, ids)
    }

    fn said(resume: &Resume, entry: Id) -> Vec<(Field, String)> {
        let entry = resume.entry(entry).unwrap();
        entry.values().iter().map(|(field, _)| (*field, typed_text(entry, *field))).collect()
    }

    #[track_caller]
    fn check_move(from: SectionKind, to: SectionKind, before: &[(Field, &str)], after: &[(Field, &str)]) {
        let owned = |values: &[(Field, &str)]| values.iter().map(|(f, t)| (*f, (*t).to_owned())).collect::<Vec<_>>();
        let (mut document, ids) = document(from, &[before]);
        let home = document.resume.sections[0].id;
        Edit::MoveTo(ids[0], To::New(to)).apply(&mut document);
        assert_eq!(document.resume.sections.last().unwrap().kind, to);
        assert_eq!(said(&document.resume, ids[0]), owned(after), "{from:?} to {to:?}");
        Edit::MoveTo(ids[0], To::Section(home)).apply(&mut document);
        assert_eq!(said(&document.resume, ids[0]).len(), before.len(), "{to:?} to {from:?}");
    }

    #[test]
    fn values_go_where_they_mean_the_same() {
        use Field as F;
        let job = [
            (F::Name, "Northwind"),
            (F::Position, "Cook"),
            (F::Location, "Oslo"),
            (F::StartDate, "2019"),
            (F::Highlights, "One\nTwo"),
        ];
        check_move(S::Work, S::Volunteer, &job, &[(F::Organization, "Northwind"), job[1], job[2], job[3], job[4]]);
        check_move(S::Work, S::Projects, &job, &[(F::Name, "Cook"), job[2], job[3], (F::Entity, "Northwind"), job[4]]);
        check_move(S::Work, S::Custom, &job, &[(F::Organization, "Northwind"), (F::Name, "Cook"), job[2], job[3], job[4]]);
        check_move(
            S::Work,
            S::Awards,
            &job,
            &[(F::Title, "Cook"), job[2], (F::Awarder, "Northwind"), (F::Date, "2019"), (F::Summary, "One\nTwo")],
        );
        let project = [(F::Name, "Loom"), (F::Description, "Weaves."), (F::Entity, "Guild"), (F::Keywords, "Rust, C")];
        check_move(
            S::Projects,
            S::Work,
            &project,
            &[(F::Name, "Guild"), (F::Position, "Loom"), (F::Summary, "Weaves."), project[3]],
        );
        let talk = [(F::Organization, "Guild"), (F::Name, "On looms")];
        check_move(S::Custom, S::Work, &talk, &[(F::Name, "Guild"), (F::Position, "On looms")]);
    }

    #[test]
    fn a_group_becomes_bullets_where_there_are_none() {
        let (mut document, ids) = document(S::Work, &[&[(Field::Highlights, "One")]]);
        let group = Edit::AddGroup(ids[0]).apply(&mut document).unwrap();
        Edit::NameGroup { group, text: "Loom".into() }.apply(&mut document);
        Edit::SetGroup { group, text: "Two\nThree".into() }.apply(&mut document);
        Edit::MoveTo(ids[0], To::New(S::Education)).apply(&mut document);
        assert_eq!(said(&document.resume, ids[0]), [(Field::Highlights, "One\nLoom\nTwo\nThree".to_owned())]);
    }

    #[test]
    fn a_copy_stands_after_its_original_and_has_ids_of_its_own() {
        let (mut document, ids) = document(S::Work, &[&[(Field::Highlights, "One\nTwo")], &[(Field::Name, "Other")]]);
        let copy = Edit::Duplicate(ids[0]).apply(&mut document).unwrap();
        let entries = document.resume.entries(S::Work);
        assert_eq!(entries.iter().map(|e| e.id).collect::<Vec<_>>(), [ids[0], copy, ids[1]]);
        assert_eq!(said(&document.resume, copy), said(&document.resume, ids[0]));
        let [first, second] = [0, 1].map(|at| entries[at].list(Field::Highlights)[0].id);
        assert_ne!(first, second);
    }

    #[test]
    fn the_latest_stand_first_and_the_undated_where_they_were() {
        let dates = [("2010", "2012"), ("", ""), ("2015-03", ""), ("2011", "2012-11"), ("soon", ""), ("2016", "2020")];
        let entries: Vec<[(Field, &str); 2]> =
            dates.iter().map(|(start, end)| [(Field::StartDate, *start), (Field::EndDate, *end)]).collect();
        let entries: Vec<&[(Field, &str)]> = entries.iter().map(|e| &e[..]).collect();
        let (mut document, ids) = document(S::Work, &entries);
        let section = document.resume.sections[0].id;
        Edit::Sort(section).apply(&mut document);
        let sorted: Vec<Id> = document.resume.entries(S::Work).iter().map(|e| e.id).collect();
        assert_eq!(sorted, [2, 1, 5, 0, 4, 3].map(|at: usize| ids[at]));
    }

    #[test]
    fn sections_change_places_over_the_profiles() {
        let (mut document, _) = document(S::Work, &[&[]]);
        Edit::AddSection(S::Profiles).apply(&mut document);
        Edit::AddSection(S::Skills).apply(&mut document);
        let skills = document.resume.sections[2].id;
        assert_eq!(Edit::MoveSection(skills, Direction::Up).apply(&mut document), Some(skills));
        assert_eq!(document.resume.sections.iter().map(|s| s.kind).collect::<Vec<_>>(), [S::Skills, S::Profiles, S::Work]);
        assert_eq!(Edit::MoveSection(skills, Direction::Up).apply(&mut document), None);
        Edit::RemoveSection(skills).apply(&mut document);
        assert_eq!(document.resume.sections.len(), 2);
    }
}
