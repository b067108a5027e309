//! A spot: one input of the editor, and what it shows and changes.

use faircopy::{Document, Edit, Field, FieldKind, Id, Item, Place, Resume, typed_text};

/// What an input edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A field of an entry.
    Field(Id, Field),
    /// A group's name.
    GroupName(Id),
    /// A group's highlights.
    GroupHighlights(Id),
    /// The heading of a custom section.
    Heading(Id),
}

impl Spot {
    /// The spot that a place is part of.
    pub fn of(resume: &Resume, place: Place) -> Option<Self> {
        let Place { owner, field } = place;
        let holds = |items: &[Item]| items.iter().any(|i| i.id == owner);
        if matches!(field.kind(), FieldKind::Bullets | FieldKind::Terms) {
            for entry in resume.all_entries() {
                if holds(entry.list(field)) {
                    return Some(Self::Field(entry.id, field));
                }
                if let Some(group) = entry.groups.iter().find(|g| holds(&g.highlights)) {
                    return Some(Self::GroupHighlights(group.id));
                }
            }
            return None;
        }
        if resume.group(owner).is_some() {
            return Some(Self::GroupName(owner));
        }
        resume.entry(owner).map(|_| Self::Field(owner, field))
    }

    /// The text it shows.
    pub fn text(self, resume: &Resume) -> String {
        match self {
            Self::Field(entry, field) => resume.entry(entry).map(|e| typed_text(e, field)),
            Self::GroupName(group) => find_group(resume, group).map(|g| g.name.clone()),
            Self::GroupHighlights(group) => find_group(resume, group).map(|g| {
                let texts: Vec<&str> = g.highlights.iter().map(|i| i.text.as_str()).collect();
                texts.join("\n")
            }),
            Self::Heading(section) => resume.section_of_id(section).map(|s| s.heading.clone()),
        }
        .unwrap_or_default()
    }

    /// The edit that typing `text` makes.
    pub fn edit(self, text: String) -> Edit {
        match self {
            Self::Field(entry, field) => Edit::Set { entry, field, text },
            Self::GroupName(group) => Edit::NameGroup { group, text },
            Self::GroupHighlights(group) => Edit::SetGroup { group, text },
            Self::Heading(section) => Edit::NameSection { section, text },
        }
    }

    /// How it is edited.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Field(_, field) => field.kind(),
            Self::GroupHighlights(_) => FieldKind::Bullets,
            Self::GroupName(_) | Self::Heading(_) => FieldKind::Line,
        }
    }

    /// The items it shows, if it is a list.
    fn items(self, resume: &Resume) -> &[Item] {
        match self {
            Self::Field(entry, field) => resume.entry(entry).map(|e| e.list(field)),
            Self::GroupHighlights(group) => find_group(resume, group).map(|g| &g.highlights[..]),
            Self::GroupName(_) | Self::Heading(_) => None,
        }
        .unwrap_or_default()
    }

    /// The item of a list that a place is, and where in its text it starts.
    pub fn item(self, resume: &Resume, place: Place) -> Option<(usize, &str)> {
        let mut start = 0;
        for item in self.items(resume) {
            if item.id == place.owner {
                return Some((start, &item.text));
            }
            start += item.text.len() + if self.kind() == FieldKind::Terms { ", ".len() } else { "\n".len() };
        }
        None
    }

    /// What a place says that it shows.
    pub fn said(self, resume: &Resume, place: Place) -> Option<String> {
        match self.kind() {
            FieldKind::Bullets | FieldKind::Terms => self.item(resume, place).map(|(_, item)| item.to_owned()),
            _ => Some(self.text(resume)),
        }
    }

    /// The edit by which a place says something else.
    pub fn edit_place(self, resume: &Resume, place: Place, said: &str) -> Edit {
        let text = self.text(resume);
        let (start, old) = self.item(resume, place).unwrap_or((0, &text));
        self.edit([&text[..start], said, &text[start + old.len()..]].concat())
    }

    /// The places it shows that still say what was read from the source.
    pub fn unedited_places(self, document: &Document) -> Vec<Place> {
        let (now, read) = (&document.resume, &document.parsed.resume);
        let kept = |items: &[Item], read: &[Item], field: Field| -> Vec<Place> {
            // An id that was read for this list stays in it, and most items are where they were.
            let kept = |at: usize, item: &Item| read.get(at) == Some(item) || read.contains(item);
            items.iter().enumerate().filter(|(at, item)| kept(*at, item)).map(|(_, item)| Place { owner: item.id, field }).collect()
        };
        match self {
            Self::Field(id, field) => {
                let (Some(now), Some(read)) = (now.entry(id), read.entry(id)) else { return Vec::new() };
                match field.kind() {
                    FieldKind::Bullets | FieldKind::Terms => kept(now.list(field), read.list(field), field),
                    _ if now.get(field).is_some() && now.get(field) == read.get(field) => vec![Place { owner: id, field }],
                    _ => Vec::new(),
                }
            }
            Self::GroupName(id) => match (find_group(now, id), find_group(read, id)) {
                (Some(now), Some(read)) if now.name == read.name => vec![Place { owner: id, field: Field::Name }],
                _ => Vec::new(),
            },
            Self::GroupHighlights(id) => match (find_group(now, id), find_group(read, id)) {
                (Some(now), Some(read)) => kept(&now.highlights, &read.highlights, Field::Highlights),
                _ => Vec::new(),
            },
            Self::Heading(_) => Vec::new(),
        }
    }
}

fn find_group(resume: &Resume, group: Id) -> Option<&faircopy::Group> {
    resume.group(group).map(|(_, group)| group)
}
