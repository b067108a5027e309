//! What must hold of any bytes, whoever chooses them: the functions that fuzzing calls. Each panics where something does not hold.

use faircopy::{
    Decision, Direction, Document, Edit, Field, Format, History, Id, Json, Resume, SectionKind, Span, To, What, read_as, read_json,
    read_markdown, read_with, write,
};

use crate::damage::{Chance, labelled};
use crate::decide::decisions;
use crate::promises::check;

/// Reading: the first byte says by what (the network, labels at random, decisions at random), the rest is the text. The reading keeps
/// its promises, and what was read reads back from each format that we write.
///
/// # Panics
///
/// Where that does not hold.
pub fn reading(bytes: &[u8]) {
    let Some((&by, text)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let number = u64::from(by >> 2);
    let parsed = match by % 4 {
        0 => labelled(&text, number),
        1 => read_with(&text, &decisions(&text, number)),
        _ => read_as(&text, Format::Text),
    };
    assert_eq!(check(&parsed), Ok(()), "{text:?}");
    let _ = (write::html(&parsed.resume), write::text(&parsed.resume), write::explain(&parsed));
    reads_back(&parsed.resume);
}

/// Markdown: whether it is of our dialect or of another, it is read. What is read of ours reads back.
///
/// # Panics
///
/// Where that does not hold.
pub fn markdown(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(parsed) = read_markdown(&text) {
        covers(parsed.ledger.rows().iter().map(|row| row.0), &text);
        reads_back(&parsed.resume);
    } else {
        assert_eq!(check(&read_as(&text, Format::Markdown)), Ok(()), "{text:?}");
    }
}

/// JSON: any value comes back as it was; any résumé reads back, and writes the same the second time.
///
/// # Panics
///
/// Where that does not hold.
pub fn json(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(value) = text.parse::<Json>() {
        for written in [value.to_string(), format!("{value:#}")] {
            assert_eq!(written.parse(), Ok(value.clone()), "{text:?}");
        }
    }
    let parsed = read_json(&text);
    covers(parsed.ledger.rows().iter().map(|row| row.0), &text);
    let unplaced: Vec<String> = parsed.unplaced_texts().map(str::to_owned).collect();
    let written = write::json(&parsed.resume, &unplaced);
    let again = read_json(&written);
    let unplaced: Vec<String> = again.unplaced_texts().map(str::to_owned).collect();
    assert_eq!(write::json(&again.resume, &unplaced), written, "{text:?}");
    let _ = (write::html(&parsed.resume), write::text(&parsed.resume), write::markdown(&parsed.resume));
}

/// Edits: the first byte says how many, three bytes are one, the rest is the text that is edited and that edits type. As many undos
/// give back the first document, as many redos the last, also after being stored.
///
/// # Panics
///
/// Where that does not hold.
pub fn edits(bytes: &[u8]) {
    let Some((&count, rest)) = bytes.split_first() else { return };
    let (edits, text) = rest.split_at(rest.len().min(usize::from(count % 32) * 3));
    let text = String::from_utf8_lossy(text);
    let first = Document::new(read_as(&text, Format::Auto));
    let mut history = History::new(first.clone());
    for edit in edits.chunks_exact(3) {
        if let Some(edit) = edit_of([edit[0], edit[1], edit[2]], &text, history.document()) {
            history.apply(edit);
        }
        history.close_step();
    }
    let last = history.document().clone();
    let stored = history.to_json(1 << 20).to_string();
    let kept = stored.parse().ok().and_then(|json: Json| History::from_json(&json));
    assert!(kept.is_some_and(|kept| kept.document() == &last), "what was stored is not what comes back: {text:?}");
    while history.undo() {}
    assert!(same(history.document(), &first), "the undos do not give back the first document: {text:?}");
    while history.redo() {}
    assert!(same(history.document(), &last), "the redos do not give back the last document: {text:?}");
    reads_back(&last.resume);
}

/// The edit that three bytes stand for: what is done, to what, and with what.
fn edit_of([verb, of, with]: [u8; 3], text: &str, document: &Document) -> Option<Edit> {
    let id = Id(u32::from(of) % (document.resume.next_id + 1));
    // The basics are no section.
    let kinds = &SectionKind::ALL[1..];
    let kind = kinds[usize::from(with) % kinds.len()];
    let range = Chance(u64::from(with)).range(text.len());
    let part = || text.get(range.clone()).unwrap_or_default().to_owned();
    let direction = if with % 2 == 0 { Direction::Up } else { Direction::Down };
    let read = || Box::new(document.retyped(&part()));
    Some(match verb % 21 {
        0..4 => {
            let fields = document.resume.kind_of(id)?.fields();
            Edit::Set { entry: id, field: fields[usize::from(with) % fields.len()], text: part() }
        }
        4 => Edit::NameGroup { group: id, text: part() },
        5 => Edit::SetGroup { group: id, text: part() },
        6 => Edit::NameSection { section: id, text: part() },
        7 => Edit::AddGroup(id),
        8 => Edit::RemoveGroup(id),
        9 => Edit::AddEntry(id),
        10 => Edit::RemoveEntry(id),
        11 => Edit::MoveEntry(id, direction),
        12 => Edit::Duplicate(id),
        13 => Edit::Hide(id),
        14 => Edit::MoveTo(id, if with < 128 { To::New(kind) } else { To::Section(Id(u32::from(with) - 128)) }),
        15 => Edit::AddSection(kind),
        16 => Edit::MoveSection(id, direction),
        17 => Edit::RemoveSection(id),
        18 => Edit::Sort(id),
        19 => {
            let span = Span::new(range.start, range.end);
            if with < 128 {
                Edit::Settle(vec![span])
            } else {
                Edit::Decide(vec![Decision::new(span, What::Field(kind, Field::Name))])
            }
        }
        _ => {
            if with < 128 {
                Edit::Retype(read())
            } else {
                Edit::Replace(read())
            }
        }
    })
}

/// The same but for the next free id, which never goes back.
fn same(a: &Document, b: &Document) -> bool {
    let level = |d: &Document| Document { resume: Resume { next_id: 0, ..d.resume.clone() }, ..d.clone() };
    level(a) == level(b)
}

/// Whether stretches cover a text without gap or overlap.
fn covers(spans: impl Iterator<Item = Span>, text: &str) {
    let end = spans.fold(0, |end, span| {
        assert_eq!(span.start, end, "a gap or an overlap: {text:?}");
        span.end
    });
    assert_eq!(end as usize, text.len(), "an end too early: {text:?}");
}

/// Whether a résumé reads back from our Markdown and our JSON, and writes the same the second time.
fn reads_back(resume: &Resume) {
    let json = write::json(resume, &[]);
    let again = read_json(&json).resume;
    assert_eq!(write::json(&again, &[]), json);
    let markdown = write::markdown(resume);
    if !markdown.is_empty() {
        let read = read_markdown(&markdown).unwrap_or_else(|| panic!("our own Markdown is not known again: {markdown:?}"));
        assert_eq!(write::markdown(&read.resume), markdown);
        assert_eq!(write::text(&read.resume), write::text(resume), "{markdown:?}");
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    type Target = fn(&[u8]);
    const TARGETS: [(&str, Target); 4] =
        [("reading", super::reading), ("markdown", super::markdown), ("json", super::json), ("edits", super::edits)];

    /// What fuzzing starts from and what it found, by target.
    #[test]
    fn holds_for_all_that_was_ever_found() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
        for (name, target) in TARGETS {
            let mut files: Vec<_> = fs::read_dir(root.join(name)).expect("the corpus").flatten().map(|e| e.path()).collect();
            files.sort();
            assert!(!files.is_empty(), "{name}");
            for file in files {
                println!("{}", file.display());
                target(&fs::read(file).expect("an input"));
            }
        }
    }
}
