//! What every written résumé satisfies: trimmed values, no empty ones, standard sections once.

use super::{Entry, Field, FieldKind, Group, Id, Item, Resume, Section, SectionKind, Value};
use crate::date::PartialDate;
use crate::order;

impl Resume {
    /// The same résumé in the form in which it is written.
    ///
    /// - Values have no white space around them and no control characters; a line has no line break, and prose has one between
    ///   two paragraphs.
    /// - A text in a date field that says a date is that date; a web address without a scheme has `https://`.
    /// - Empty values, items, groups, entries and sections are gone; a custom section may have its heading alone.
    /// - A standard section stands once, and the profiles, which belong to the basics, stand first.
    ///
    /// ```
    /// use faircopy::{Field, Resume, Value};
    /// let mut resume = Resume::default();
    /// resume.basics.set(Field::Name, Value::Text(" Ada\nExample ".into()));
    /// assert_eq!(resume.normalised().basics.text(Field::Name), Some("Ada Example"));
    /// ```
    #[must_use]
    pub fn normalised(&self) -> Self {
        self.clone().into_normal()
    }

    fn into_normal(mut self) -> Self {
        normalise_entry(&mut self.basics);
        let mut sections: Vec<Section> = Vec::with_capacity(self.sections.len());
        let mut first_of: [Option<usize>; SectionKind::ALL.len()] = [None; SectionKind::ALL.len()];
        for mut section in self.sections {
            section.heading = if section.kind == SectionKind::Custom { line(&section.heading) } else { String::new() };
            section.entries.iter_mut().for_each(normalise_entry);
            section.entries.retain(|e| !e.is_empty());
            if section.entries.is_empty() && section.heading.is_empty() {
                continue;
            }
            let first = &mut first_of[section.kind as usize];
            match first {
                Some(at) if section.kind != SectionKind::Custom => sections[*at].entries.append(&mut section.entries),
                _ => {
                    *first = Some(sections.len());
                    sections.push(section);
                }
            }
        }
        order::by_number(&mut sections, |s| u64::from(s.kind != SectionKind::Profiles));
        Self { sections, ..self }
    }

    /// The same without hidden entries, and without sections that have no others: what is taken away.
    pub(crate) fn published(&self) -> Self {
        let mut shown = self.clone();
        shown.sections.retain_mut(|section| {
            let had_entries = !section.entries.is_empty();
            section.entries.retain(|e| !e.hidden);
            !(had_entries && section.entries.is_empty())
        });
        shown.into_normal()
    }
}

/// `value` as a field may hold it; `None` if nothing is left.
pub(crate) fn normalise_value(field: Field, value: &Value) -> Option<Value> {
    match value {
        Value::Date(_) => Some(value.clone()),
        Value::List(items) => {
            let items: Vec<_> = items.iter().filter_map(normalise_item).collect();
            (!items.is_empty()).then_some(Value::List(items))
        }
        Value::Text(text) => {
            let text = if field.kind() == FieldKind::Prose { prose(text) } else { line(text) };
            if let (FieldKind::Date, Ok(date)) = (field.kind(), text.parse::<PartialDate>()) {
                return Some(Value::Date(date));
            }
            let text = if field == Field::Url && lacks_scheme(&text) { format!("https://{text}") } else { text };
            match field.kind() {
                _ if text.is_empty() => None,
                FieldKind::Bullets | FieldKind::Terms => Some(Value::List(vec![Item { id: Id(0), text }])),
                _ => Some(Value::Text(text)),
            }
        }
    }
}

fn normalise_entry(entry: &mut Entry) {
    let normal = |(field, value)| Some((field, normalise_value(field, &value)?));
    entry.values = std::mem::take(&mut entry.values).into_iter().filter_map(normal).collect();
    for group in &mut entry.groups {
        group.name = line(&group.name);
        group.highlights = group.highlights.iter().filter_map(normalise_item).collect();
    }
    entry.groups.retain(|g: &Group| !g.name.is_empty() || !g.highlights.is_empty());
}

fn normalise_item(item: &Item) -> Option<Item> {
    let text = line(&item.text);
    (!text.is_empty()).then_some(Item { id: item.id, text })
}

/// One line: a line break or a control character is a space.
pub(crate) fn line(text: &str) -> String {
    let text = text.trim_matches(is_blank);
    if !text.contains(is_control) {
        return text.to_owned();
    }
    text.chars().map(|c| if is_control(c) { ' ' } else { c }).collect()
}

/// Paragraphs with one line feed between.
fn prose(text: &str) -> String {
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    text.split(breaks).map(line).filter(|p| !p.is_empty()).collect::<Vec<_>>().join("\n")
}

fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_control(c)
}

/// Whether `text` is a web address but for its scheme: "example.org/a".
fn lacks_scheme(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let labels = || host.split('.');
    !text.contains(|c: char| c.is_whitespace() || "\"<>\\^`{|}".contains(c))
        && labels().count() > 1
        && labels().all(|l| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: Field, text: &str, expected: Option<&str>) {
        let value = normalise_value(field, &Value::Text(text.to_owned()));
        let text = value.map(|v| match v {
            Value::Text(text) => text,
            Value::Date(date) => format!("date {date}"),
            Value::List(items) => format!("list {}", items[0].text),
        });
        assert_eq!(text.as_deref(), expected);
    }

    #[test]
    fn normalises_by_the_kind_of_field() {
        check(Field::Name, " a\u{0}b\tc\u{2028} ", Some("a b c"));
        check(Field::Name, " \u{a0}\u{0} ", None);
        check(Field::Summary, "a\r\n\r\n b \n", Some("a\nb"));
        check(Field::StartDate, "2018-02", Some("date 2018-02"));
        check(Field::StartDate, "spring 2018", Some("spring 2018"));
        check(Field::Url, "example.org/x", Some("https://example.org/x"));
        check(Field::Url, "my own site", Some("my own site"));
        check(Field::Highlights, "one", Some("list one"));
    }
}
