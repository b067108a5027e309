//! Merges as tables: three résumés in, one out, all as our Markdown.

use super::*;
use crate::read_markdown;
use crate::write::markdown;
use std::collections::HashSet;

fn resume(text: &str) -> Resume {
    if text.is_empty() { Resume::default() } else { read_markdown(text).expect(text).resume }
}

/// Ids of mine are those of another reading: only what they say connects the three.
fn with_other_ids(mut resume: Resume) -> Resume {
    let next = resume.next_id;
    let shift = |id: &mut Id| id.0 += 1000;
    for section in &mut resume.sections {
        shift(&mut section.id);
        for entry in &mut section.entries {
            shift(&mut entry.id);
        }
    }
    resume.next_id = next + 1000;
    resume
}

fn ids(resume: &Resume) -> Vec<Id> {
    let mut ids = Vec::new();
    for section in &resume.sections {
        ids.push(section.id);
        for entry in &section.entries {
            ids.push(entry.id);
            ids.extend(entry.all_highlights().map(|i| i.id));
            ids.extend(entry.groups.iter().map(|g| g.id));
        }
    }
    ids
}

#[track_caller]
fn check(base: &str, mine: &str, theirs: &str, expected: &str) {
    let (base, mine, theirs) = (resume(base), with_other_ids(resume(mine)), resume(theirs));
    let merged = merge(&base, &mine, &theirs);
    assert_eq!(markdown(&merged), expected);
    let ids = ids(&merged);
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "ids are unique");
    assert!(ids.iter().all(|id| id.0 <= merged.next_id));
}

/// A section of jobs, each a title and its highlights.
fn jobs(jobs: &[(&str, &[&str])]) -> String {
    let mut text = "## Experience\n".to_owned();
    for (title, items) in jobs {
        text.extend(["\n### ", title, "\n", if items.is_empty() { "" } else { "\n" }]);
        for item in *items {
            text.extend(["- ", item, "\n"]);
        }
    }
    text
}

#[test]
fn nothing_changed() {
    let text = jobs(&[("Cook", &["Cooked soup"]), ("Baker", &[])]);
    check(&text, &text, &text, &text);
    check("", "", &text, &text);
    check("", &text, "", &text);
    check(&text, &text, "", "");
    check(&text, "", &text, "");
}

#[test]
fn each_field_is_of_whoever_changed_it() {
    check("# ada\nCook\n", "# Ada\nCook\n", "# ada\nHead cook\n", "# Ada\nHead cook\n");
    check("# ada\nCook\n", "# Ada\nCook\n", "# ADA\nCook\n", "# Ada\nCook\n");
    check("# ada\nCook\n", "# ada\n", "# ada\nHead cook\n", "# ada\n");
}

#[test]
fn both_add_and_remove() {
    let soup: &[&str] = &["Cooked soup for many"];
    let base = jobs(&[("Cook in Rome", soup), ("Baker in Oslo", &[])]);
    let mine = jobs(&[("Cook in Rome", soup), ("Waiter, Bern", &[])]);
    let theirs =
        jobs(&[("Pilot in Paris", &[]), ("Cook in Rome", &["Cooked soup for many", "Washed up"]), ("Baker in Oslo", &["Bread"])]);
    let both = jobs(&[("Pilot in Paris", &[]), ("Cook in Rome", &["Cooked soup for many", "Washed up"]), ("Waiter, Bern", &[])]);
    check(&base, &mine, &theirs, &both);
}

#[test]
fn what_both_changed_is_noted() {
    let differing = |base: &str, mine: &str, theirs: &str| {
        let merged = merge_traced(&resume(base), &with_other_ids(resume(mine)), &resume(theirs));
        let said = |place: &Place| {
            let entry = merged.resume.all_entries().into_iter().find(|e| e.id == place.owner);
            let item = merged
                .resume
                .sections
                .iter()
                .flat_map(|s| &s.entries)
                .flat_map(Entry::all_highlights)
                .find(|i| i.id == place.owner);
            entry.and_then(|e| e.text(place.field)).or(item.map(|i| i.text.as_str())).unwrap_or_default().to_owned()
        };
        merged.differing.iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(differing("# ada\nCook\n", "# Ada\nCook\n", "# ADA\nBaker\n"), ["Ada"]);
    assert_eq!(differing("# ada\nCook\n", "# Ada\nCook\n", "# Ada\nBaker\n"), [""; 0]);
    assert_eq!(differing("# ada\nCook\n", "# Ada\nCook\n", "# ada\nBaker\n"), [""; 0]);
    assert_eq!(differing("# ada\nCook\n", "# ada\n", "# ada\nBaker\n"), [""], "what I took out they changed");
    let [base, mine, theirs] = ["Cooked soup for many", "Cooked good soup for many", "Cooked soup for very many"]
        .map(|soup| jobs(&[("Cook", &[soup, "Washed the dishes"])]));
    assert_eq!(differing(&base, &mine, &theirs), ["Cooked good soup for many"]);
}

#[test]
fn highlights_are_merged_one_by_one() {
    let base = jobs(&[("Cook", &["Cooked soup for many", "Washed the dishes", "Left early"])]);
    let mine = jobs(&[("Cook", &["Cooked good soup for many", "Washed the dishes", "Left early"])]);
    let theirs = jobs(&[("Cook", &["Cooked soup for many", "Washed the dishes twice", "Sang"])]);
    check(&base, &mine, &theirs, &jobs(&[("Cook", &["Cooked good soup for many", "Washed the dishes twice", "Sang"])]));
}

#[test]
fn the_order_is_theirs_unless_i_moved() {
    let [a, b, c]: [(&str, &[&str]); 3] = [("Cook", &[]), ("Baker", &[]), ("Pilot", &[])];
    let [abc, cab, ba] = [jobs(&[a, b, c]), jobs(&[c, a, b]), jobs(&[b, a])];
    check(&abc, &abc, &cab, &cab);
    check(&abc, &cab, &abc, &cab);
    check(&jobs(&[a, b]), &ba, &jobs(&[a, c, b]), &jobs(&[b, a, c]));
}

#[test]
fn what_i_changed_stays_although_they_removed_it() {
    let base = jobs(&[("Cook in Rome", &["Soup"]), ("Baker in Oslo", &[])]);
    let mine = jobs(&[("Head cook in Rome", &["Soup"]), ("Baker in Oslo", &[])]);
    check(&base, &mine, "", &jobs(&[("Head cook in Rome", &["Soup"]), ("Baker in Oslo", &[])]));
    check(&base, &mine, &jobs(&[("Baker in Oslo", &[])]), &mine);
}

#[test]
fn what_i_corrected_and_they_corrected_too_is_one() {
    let base = jobs(&[("Rome", &[])]);
    check(
        &base,
        &jobs(&[("Head cook in Roma", &[])]),
        &jobs(&[("Head cook in Roma, Italy", &[])]),
        &jobs(&[("Head cook in Roma", &[])]),
    );
}

#[test]
fn sections_are_merged_too() {
    let base = "## Games\n\nChess\n\n---\n\n## Talks in Rome\n\nOne talk\n";
    let mine = "## Games\n\nChess\n\n---\n\n## Talks in Bern and Rome\n\nOne talk\n";
    let theirs = "## Talks in Rome\n\nOne talk\n\n---\n\n## Songs\n\nMany\n";
    check(base, mine, theirs, "## Talks in Bern and Rome\n\nOne talk\n\n---\n\n## Songs\n\nMany\n");
}

#[test]
fn ids_of_mine_stay() {
    let text = jobs(&[("Cook", &["Soup"]), ("Baker", &["Bread"])]);
    let base = resume(&text);
    let mine = with_other_ids(resume(&text));
    let theirs = resume(&jobs(&[("Pilot", &[]), ("Cook", &["Soup"]), ("Baker", &["Bread", "Cake"])]));
    let Merged { resume: merged, ids: traced, .. } = merge_traced(&base, &mine, &theirs);
    let entries = |r: &Resume| r.entries(SectionKind::Work).iter().map(|e| e.id).collect::<Vec<_>>();
    assert_eq!(entries(&merged)[1..], entries(&mine));
    for (their, ours) in entries(&theirs).into_iter().zip(entries(&merged)) {
        assert!(traced.contains(&(their, ours)));
    }
}

#[test]
fn large_lists_take_little_time() {
    let many: Vec<String> = (0..5000).map(|i| format!("Did thing {i} for the team")).collect();
    let list = |from: usize| many[from..].iter().map(|t| Item { id: Id(0), text: t.clone() }).collect::<Vec<_>>();
    let with = |items: Vec<Item>| {
        let mut resume = Resume::default();
        let mut entry = Entry::new(Id(1));
        entry.set(Field::Highlights, Value::List(items));
        resume.section_mut(SectionKind::Work).entries.push(entry);
        resume
    };
    let merged = merge(&with(list(0)), &with(list(1)), &with(list(2)));
    assert_eq!(merged.entries(SectionKind::Work)[0].list(Field::Highlights).len(), 4998);
}
