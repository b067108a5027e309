//! What a page asks of a résumé: sections and fields by their names in JSON Resume, as `basics.name` or `work`.

use faircopy::{Entry, Field, Id, Resume, SectionKind};
use faircopy_ui::texts;

/// A section, or a field that one of its entries must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    kind: SectionKind,
    field: Option<Field>,
}

impl Wanted {
    /// What a path names, if it names anything.
    pub fn of(path: &str) -> Option<Self> {
        let path = path.strip_prefix("basics.").filter(|rest| rest.starts_with("profiles")).unwrap_or(path);
        let (section, field) = path.split_once('.').map_or((path, None), |(section, field)| (section, Some(field)));
        let kind = SectionKind::ALL.into_iter().find(|kind| kind.json_name() == section)?;
        let named = |name: &str| kind.fields().iter().copied().find(|field| field.json_name() == name);
        let field = match field {
            Some(name) => Some(named(name)?),
            None => None,
        };
        Some(Self { kind, field })
    }

    /// Whether a résumé has it.
    pub fn is_in(self, resume: &Resume) -> bool {
        entries(resume, self.kind).iter().any(|entry| match self.field {
            Some(field) => entry.get(field).is_some(),
            None => !entry.is_empty(),
        })
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        self.field.map_or_else(|| texts::section_name(self.kind), |field| texts::field_name(self.kind, field))
    }

    /// The entry and the field where it is typed, if there is an entry.
    pub fn place(self, resume: &Resume) -> Option<(Id, Field)> {
        let entry = entries(resume, self.kind).first()?;
        Some((entry.id, self.field.or_else(|| self.kind.fields().first().copied())?))
    }
}

fn entries(resume: &Resume, kind: SectionKind) -> &[Entry] {
    if kind == SectionKind::Basics { std::slice::from_ref(&resume.basics) } else { resume.entries(kind) }
}

#[cfg(test)]
mod tests {
    use faircopy::read;

    use super::*;

    #[track_caller]
    fn check(path: &str, is_in: Option<bool>) {
        let parsed = read("Ada Example\nada@example.org\n\nExperience\n\nEngineer\nNorthwind Energy\n2019 - 2021\n");
        assert_eq!(Wanted::of(path).map(|wanted| wanted.is_in(&parsed.resume)), is_in, "{path}");
    }

    #[test]
    fn knows_what_is_missing() {
        check("basics.name", Some(true));
        check("basics.phone", Some(false));
        check("basics", Some(true));
        check("work", Some(true));
        check("work.position", Some(true));
        check("work.url", Some(false));
        check("education", Some(false));
        check("basics.profiles", Some(false));
        check("basics.nonsense", None);
        check("nonsense", None);
        check("", None);
    }

    #[test]
    fn leads_to_where_it_is_typed() {
        let parsed = read("Ada Example\n");
        let place = |path| Wanted::of(path).and_then(|wanted| wanted.place(&parsed.resume));
        assert_eq!(place("basics.email"), Some((Id(0), Field::Email)));
        assert_eq!(place("work"), None);
    }
}
