//! What is typed into a field, as a value, and a value as it stands in its field.

use crate::order::SameText;
use crate::recognise::date;
use crate::resume::{Entry, Field, FieldKind, Id, Item, Resume, Value};

/// A field's value as the text that a person edits: dates as JSON Resume writes them, bullets one a line, terms with commas.
pub fn typed_text(entry: &Entry, field: Field) -> String {
    match entry.get(field) {
        None => String::new(),
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Date(date)) => date.to_string(),
        Some(Value::List(items)) => lines_of(items, if field.kind() == FieldKind::Terms { ", " } else { "\n" }),
    }
}

/// The highlights that a text of one bullet a line holds, without white space and bullet marks around them.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{2028}']).map(unbulleted).filter(|l| !l.is_empty())
}

/// Texts joined as they are typed.
pub(super) fn lines_of(items: &[Item], separator: &str) -> String {
    let mut text = String::new();
    for item in items {
        if !text.is_empty() {
            text.push_str(separator);
        }
        text.push_str(&item.text);
    }
    text
}

/// The value that a typed text stands for; an empty text for none.
pub(super) fn value(resume: &mut Resume, before: Option<&Value>, field: Field, text: &str) -> Value {
    let old: &[Item] = match before {
        Some(Value::List(items)) => items,
        _ => &[],
    };
    match field.kind() {
        FieldKind::Line => Value::Text(one_line(text)),
        FieldKind::Prose => Value::Text(text.trim().to_owned()),
        FieldKind::Date => date_value(text),
        FieldKind::Bullets => Value::List(items(resume, old, lines(text))),
        FieldKind::Terms => {
            let terms = terms(text);
            // A text that holds the same terms as before keeps them, commas within a term included.
            if text.trim() == lines_of(old, ", ") {
                return Value::List(old.to_vec());
            }
            Value::List(items(resume, old, terms))
        }
    }
}

/// Items for `texts`: a text that was there before keeps its id, and one that was changed in place as well.
pub(super) fn items<'t>(resume: &mut Resume, before: &[Item], texts: impl Iterator<Item = &'t str>) -> Vec<Item> {
    let texts: Vec<&str> = texts.collect();
    let mut free: Vec<&Item> = before.iter().collect();
    // From the front and from the back nothing has moved, which is nearly all of it whenever someone types.
    let head = texts.iter().zip(&free).take_while(|(t, i)| **t == i.text).count();
    let tail = texts[head..].iter().rev().zip(free[head..].iter().rev()).take_while(|(t, i)| **t == i.text).count();
    let middle_old: Vec<&Item> = free.drain(head..free.len() - tail).collect();
    let middle = &texts[head..texts.len() - tail];
    let mut same_text = SameText::new(middle_old.iter().map(|item| item.text.as_str()));
    let mut free = vec![true; middle_old.len()];
    let mut ids: Vec<Option<Id>> = Vec::with_capacity(middle.len());
    for text in middle {
        let at = same_text.take_first(text);
        if let Some(at) = at {
            free[at] = false;
        }
        ids.push(at.map(|at| middle_old[at].id));
    }
    if middle.len() == middle_old.len() {
        for ((id, old), _) in ids.iter_mut().zip(&middle_old).zip(&free).filter(|(_, free)| **free) {
            id.get_or_insert(old.id);
        }
    }
    let kept_head = before[..head].iter().cloned();
    let made: Vec<Item> = middle
        .iter()
        .zip(ids)
        .map(|(text, id)| Item { id: id.unwrap_or_else(|| resume.fresh_id()), text: (*text).to_owned() })
        .collect();
    let kept_tail = before[before.len() - tail..].iter().cloned();
    kept_head.chain(made).chain(kept_tail).collect()
}

/// The terms of a list as it is typed: split at commas, semicolons and line ends, but not within brackets.
///
/// ```
/// assert!(faircopy::terms("Rust, AWS (EC2, S3)").eq(["Rust", "AWS (EC2, S3)"]));
/// ```
pub fn terms(text: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0u32;
    text.split(move |c| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';' | '\n' | '、' | '，')
    })
    .map(str::trim)
    .filter(|t| !t.is_empty())
}

/// A date where it is one, nothing for a word that says it goes on, or the text as typed.
fn date_value(text: &str) -> Value {
    let text = text.trim();
    if let Some(date) = text.parse().ok().or_else(|| date::whole(text)) {
        return Value::Date(date);
    }
    // No date at all is how a résumé says that something goes on.
    if date::goes_on(text) { Value::Text(String::new()) } else { Value::Text(one_line(text)) }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unbulleted(line: &str) -> &str {
    let line = line.trim();
    let rest =
        line.strip_prefix(['•', '‣', '▪', '◦', '●', '·']).or_else(|| line.strip_prefix("- ")).or_else(|| line.strip_prefix("* "));
    match rest {
        Some(rest) => rest.trim_start(),
        None if line == "-" || line == "*" => "",
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: Field, text: &str, expected: &str) {
        let mut resume = Resume::default();
        let value = value(&mut resume, None, field, text);
        resume.basics.set(field, value);
        assert_eq!(typed_text(&resume.basics, field), expected);
    }

    #[test]
    fn reads_what_is_typed() {
        check(Field::Name, "  Ada \n Example ", "Ada Example");
        check(Field::Summary, "One.\n\nTwo. ", "One.\n\nTwo.");
        check(Field::StartDate, " 2018-08 ", "2018-08");
        check(Field::StartDate, "March 2019", "2019-03");
        check(Field::EndDate, "Present", "");
        check(Field::EndDate, "", "");
        check(Field::StartDate, "the autumn of 2018", "the autumn of 2018");
        check(Field::Highlights, "- One\n\n• Two\n-\n", "One\nTwo");
        check(Field::Keywords, "Rust,Go; AWS (EC2, S3),, C", "Rust, Go, AWS (EC2, S3), C");
    }

    #[test]
    fn keeps_the_ids_of_what_stays() {
        let mut resume = Resume::default();
        let first = items(&mut resume, &[], ["a", "b", "c", "b"].into_iter());
        let ids: Vec<u32> = first.iter().map(|i| i.id.0).collect();
        let mut check = |texts: &[&str], expected: &[u32]| {
            let got: Vec<u32> = items(&mut resume, &first, texts.iter().copied()).iter().map(|i| i.id.0).collect();
            assert_eq!(got, expected, "{texts:?}");
        };
        check(&["a", "b", "c", "b"], &ids);
        check(&["a", "B!", "c", "b"], &ids);
        check(&["c", "a", "b", "b"], &[ids[2], ids[0], ids[1], ids[3]]);
        check(&["a", "b"], &[ids[0], ids[1]]);
        check(&[], &[]);
    }
}
