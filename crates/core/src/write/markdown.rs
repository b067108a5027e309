//! Our Markdown dialect: plain CommonMark whose rendered text is the text of the fields.

mod contact;
mod entry;
mod escape;

use crate::dialect::{heading, kind_of, shape};
use crate::lexicon::Lexicon;
use crate::resume::{Entry, Field, Resume, Section, SectionKind};
use escape::{HEADING, PROSE, disguise, escape};

/// The résumé as Markdown, with a line feed at the end; an empty text for an empty résumé.
///
/// [`crate::read_markdown`] reads it back to the same résumé. What a file was imported with and the model has no field for is not
/// in it.
///
/// ```
/// use faircopy::{Field, Resume, Value, write};
/// let mut resume = Resume::default();
/// resume.basics.set(Field::Name, Value::Text("Ada Example".into()));
/// assert_eq!(write::markdown(&resume), "# Ada Example\n");
/// ```
pub fn markdown(resume: &Resume) -> String {
    let resume = resume.published();
    let mut blocks = basics(&resume.basics, resume.entries(SectionKind::Profiles));
    // A rule sets off the header, and a section with headings of its own.
    let mut rule = !blocks.is_empty();
    for section in resume.sections.iter().filter(|s| !matches!(s.kind, SectionKind::Profiles | SectionKind::Basics)) {
        let body = section_blocks(section);
        // Entries may hold nothing that this section has a place for; a heading of one's own says something by itself.
        if body.is_empty() && section.heading.is_empty() {
            continue;
        }
        if rule {
            blocks.push("---".to_owned());
        }
        blocks.push(with_text("##", &section_heading(section)));
        blocks.extend(body);
        rule = shape(section.kind).is_some_and(|s| s.title.is_some());
    }
    // Prose alone does not say that it is Markdown.
    let marked = |block: &String| block.starts_with(['#', '[']) || block.starts_with("**");
    if !blocks.is_empty() && !blocks.iter().any(|b| b.starts_with('#')) && !marked(&blocks[0]) {
        blocks.insert(0, "#".to_owned());
    }
    let mut text = blocks.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn basics(basics: &Entry, profiles: &[Entry]) -> Vec<String> {
    let mut blocks = Vec::new();
    if let Some(name) = basics.text(Field::Name) {
        let mut block = with_text("#", &escape(name, HEADING));
        if let Some(headline) = basics.text(Field::Label) {
            block.push('\n');
            block.push_str(&escape(headline, PROSE));
        }
        blocks.push(block);
    }
    let line = contact::line(basics, profiles);
    if !line.is_empty() {
        blocks.push(line);
    }
    blocks.extend(paragraphs(basics, Field::Summary, "·"));
    blocks
}

fn section_heading(section: &Section) -> String {
    match section.kind {
        // A heading that means a standard section elsewhere is not one here; by itself, a reader would take it for one.
        SectionKind::Custom if names_standard(&section.heading) => disguise(&section.heading, HEADING),
        SectionKind::Custom => escape(&section.heading, HEADING),
        kind => heading(kind).to_owned(),
    }
}

fn names_standard(words: &str) -> bool {
    kind_of(words).is_some() || Lexicon::get().word(words).heading.is_some_and(|kind| kind != SectionKind::Custom)
}

fn section_blocks(section: &Section) -> Vec<String> {
    let mut blocks = Vec::new();
    if let Some(shape) = shape(section.kind) {
        for entry in &section.entries {
            let first = blocks.is_empty();
            entry::blocks(section.kind, &shape, entry, first, &mut blocks);
        }
    } else {
        let lines: Vec<_> = section.entries.iter().map(|e| entry::line(section.kind, e)).filter(|l| !l.is_empty()).collect();
        if !lines.is_empty() {
            blocks.push(lines.join("  \n"));
        }
    }
    blocks
}

/// The paragraphs of a text, in which `marks` are not separators.
fn paragraphs(entry: &Entry, field: Field, marks: &'static str) -> impl Iterator<Item = String> {
    let text = entry.text(field).unwrap_or_default();
    text.split('\n').filter(|p| !p.is_empty()).map(move |p| escape(p, PROSE.marks(marks)))
}

/// A mark and its text, without a space where there is no text.
fn with_text(mark: &str, text: &str) -> String {
    if text.is_empty() { mark.to_owned() } else { format!("{mark} {text}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::PartialDate;
    use crate::resume::{Group, Id, Item, Value};

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    fn date(text: &str) -> Value {
        Value::Date(text.parse::<PartialDate>().unwrap())
    }

    fn items(texts: &[&str]) -> Vec<Item> {
        texts.iter().map(|t| Item { id: Id(0), text: (*t).to_owned() }).collect()
    }

    fn add(resume: &mut Resume, kind: SectionKind, values: &[(Field, Value)]) {
        let mut entry = Entry::new(resume.fresh_id());
        for (field, value) in values {
            entry.set(*field, value.clone());
        }
        resume.section_mut(kind).entries.push(entry);
    }

    #[test]
    fn a_section_that_shows_nothing_is_left_out() {
        for kind in [SectionKind::Custom, SectionKind::Work, SectionKind::Profiles] {
            let mut resume = Resume::default();
            resume.basics.set(Field::Name, text("Ada"));
            add(&mut resume, kind, &[(Field::Fluency, text("C1"))]);
            assert_eq!(markdown(&resume), "# Ada\n");
            assert_eq!(crate::write::text(&resume), "Ada\n");
            resume.sections[0].heading = "Odds".into();
            let shown = if kind == SectionKind::Custom { "# Ada\n\n---\n\n## Odds\n" } else { "# Ada\n" };
            assert_eq!(markdown(&resume), shown);
        }
    }

    #[test]
    fn writes_the_dialect() {
        use Field as F;
        let mut resume = Resume::default();
        for (field, value) in
            [(F::Name, "Ada Example"), (F::Label, "Engineer"), (F::Email, "ada@example.org"), (F::Location, "London, UK")]
        {
            resume.basics.set(field, text(value));
        }
        resume.basics.set(F::Summary, text("Builds engines.\nLikes *stars*."));
        let account = [(F::Network, "LinkedIn"), (F::Username, "ada"), (F::Url, "https://linkedin.com/in/ada")];
        add(&mut resume, SectionKind::Profiles, &account.map(|(f, t)| (f, text(t))));
        let job = [(F::Position, text("Engineer | Engines")), (F::Name, text("Northlight")), (F::Location, text("Oslo"))];
        add(&mut resume, SectionKind::Work, &job);
        let job = resume.section_mut(SectionKind::Work).entries.first_mut().unwrap();
        job.set(F::StartDate, date("2023-08"));
        job.set(F::Highlights, Value::List(items(&["Built it", "- twice"])));
        job.groups.push(Group { id: Id(0), name: "Project".into(), highlights: items(&["Led it"]) });
        let school = [
            (F::Institution, text("School")),
            (F::StudyType, text("Bachelor")),
            (F::Area, text("Engines")),
            (F::EndDate, date("2018")),
        ];
        add(&mut resume, SectionKind::Education, &school);
        add(&mut resume, SectionKind::Skills, &[(F::Name, text("Languages")), (F::Keywords, Value::List(items(&["Rust", "Go"])))]);
        add(&mut resume, SectionKind::Skills, &[(F::Keywords, Value::List(items(&["API design"])))]);
        let expected = "\
# Ada Example
Engineer

[ada@example.org](mailto:ada@example.org) · London, UK · [linkedin.com/in/ada](https://linkedin.com/in/ada)

Builds engines.

Likes \\*stars\\*.

---

## Experience

### Engineer | Engines
**Northlight** — *Oslo*  
*August 2023 – Present*

- Built it
- \\- twice

#### Project
- Led it

---

## Education

**School**  
Bachelor of Engines  
*2018*

## Skills

**Languages:** Rust, Go  
API design
";
        assert_eq!(markdown(&resume), expected);
    }
}
