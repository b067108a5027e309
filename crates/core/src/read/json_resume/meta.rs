//! What is ours in an imported file: `meta.faircopy`.

use std::collections::VecDeque;

use super::{Reader, usual_order};
use crate::json::{Json, JsonMap};
use crate::json_form::{HIDDEN, WHOLE, json_of, scalar};
use crate::order::by_number;
use crate::parsed::Unplaced;
use crate::resume::{Section, SectionKind, Value, line, normalise_value};
use crate::source::{SourceText, Span};

impl Reader {
    /// Reads what is ours in `meta`, keeps the rest, and gives the order of the sections.
    pub(super) fn meta(&mut self, mut meta: JsonMap, texts: &mut JsonMap) -> Option<Vec<Json>> {
        let was_empty = meta.is_empty();
        let mut order = None;
        if let Some(Json::Object(mut ours)) = meta.remove("faircopy") {
            match ours.remove("sections") {
                Some(Json::List(list)) if list.iter().all(|section| section.as_object().is_some()) => self.custom(list),
                Some(other) => ours.insert("sections", other),
                None => {}
            }
            match ours.remove("order") {
                Some(Json::List(list)) => order = Some(list),
                Some(other) => ours.insert("order", other),
                None => {}
            }
            match ours.remove("texts") {
                Some(Json::Object(map)) => *texts = map,
                Some(other) => ours.insert("texts", other),
                None => {}
            }
            match ours.remove(HIDDEN) {
                Some(Json::List(list)) => {
                    let left = list.into_iter().filter_map(|hidden| self.hidden(hidden)).collect::<Vec<_>>();
                    if !left.is_empty() {
                        ours.insert(HIDDEN, left.into());
                    }
                }
                Some(other) => ours.insert(HIDDEN, other),
                None => {}
            }
            if !ours.is_empty() {
                meta.insert("faircopy", Json::Object(ours));
            }
        }
        if !meta.is_empty() || was_empty {
            self.resume.extra.insert("meta", Json::Object(meta));
        }
        order
    }

    /// Takes a hidden entry aside until all others are read; gives back what is none.
    fn hidden(&mut self, hidden: Json) -> Option<Json> {
        let name = hidden.get("section").and_then(Json::as_str);
        let kind = SectionKind::ALL[1..13].iter().copied().find(|k| Some(k.json_name()) == name);
        let (Some(kind), Some(at), Some(entry)) = (kind, hidden.get("at").and_then(Json::as_u64), hidden.get("entry")) else {
            return Some(hidden);
        };
        for mut entry in self.entries(kind, vec![entry.clone()], "meta.faircopy.hidden") {
            entry.hidden = true;
            self.hidden.push((kind, at as usize, entry));
        }
        None
    }

    /// Puts the hidden entries in their places among the others.
    pub(super) fn put_back(&mut self) {
        let mut hidden = std::mem::take(&mut self.hidden);
        by_number(&mut hidden, |hidden| hidden.1 as u64);
        while let Some(&(kind, ..)) = hidden.first() {
            let (own, rest): (Vec<_>, _) = hidden.into_iter().partition(|hidden| hidden.0 == kind);
            hidden = rest;
            let entries = &mut self.resume.section_mut(kind).entries;
            let mut shown = std::mem::take(entries).into_iter();
            for (_, at, entry) in own {
                entries.extend(shown.by_ref().take(at.saturating_sub(entries.len())));
                entries.push(entry);
            }
            entries.extend(shown);
        }
    }

    fn custom(&mut self, list: Vec<Json>) {
        for (at, section) in list.into_iter().enumerate() {
            let heading = section.get("heading").and_then(scalar).map(|h| line(&h)).unwrap_or_default();
            let id = self.resume.fresh_id();
            let mut entries = match section.get("entries") {
                Some(Json::List(entries)) => {
                    self.entries(SectionKind::Custom, entries.clone(), &format!("meta.faircopy.sections[{at}]"))
                }
                _ => Vec::new(),
            };
            for entry in entries.iter_mut().filter(|e| e.extra.get(HIDDEN) == Some(&Json::Bool(true))) {
                entry.extra.remove(HIDDEN);
                entry.hidden = true;
            }
            self.resume.sections.push(Section { id, kind: SectionKind::Custom, heading, entries });
        }
    }

    /// Puts back the texts that the schema forbids in their place, where the place holds what we wrote for them.
    pub(super) fn restore(&mut self, texts: &JsonMap) {
        let mut custom = Vec::new();
        let mut standard = [None; SectionKind::ALL.len()];
        for (at, section) in self.resume.sections.iter().enumerate() {
            if section.kind == SectionKind::Custom {
                custom.push(at);
            } else {
                standard[section.kind as usize] = Some(at);
            }
        }
        for (pointer, text) in texts {
            let Some(text) = text.as_str() else { continue };
            let steps: Vec<&str> = pointer.split('/').skip(1).take(8).collect();
            let (kind, at, key) = match steps[..] {
                ["basics", key] => (SectionKind::Basics, None, key),
                ["meta", "faircopy", HIDDEN, at, "entry", key] => match at.parse().ok().and_then(|at: usize| self.hidden.get(at)) {
                    Some((kind, ..)) => (*kind, at.parse().ok(), key),
                    None => continue,
                },
                ["basics", "profiles", at, key] => (SectionKind::Profiles, at.parse::<usize>().ok(), key),
                [kind, at, key] => match SectionKind::ALL.into_iter().find(|k| k.json_name() == kind) {
                    Some(kind) => (kind, at.parse().ok(), key),
                    None => continue,
                },
                ["meta", "faircopy", "sections", _, "entries", at, key] => (SectionKind::Custom, at.parse().ok(), key),
                _ => continue,
            };
            let section = match steps[..] {
                [_, _, _, section, ..] if kind == SectionKind::Custom => {
                    section.parse::<usize>().ok().and_then(|n| custom.get(n)).copied()
                }
                _ => standard[kind as usize],
            };
            let entry = match (kind, section, at) {
                (SectionKind::Basics, ..) => Some(&mut self.resume.basics),
                (_, _, Some(at)) if steps[2] == HIDDEN => self.hidden.get_mut(at).map(|hidden| &mut hidden.2),
                (_, Some(section), Some(at)) => self.resume.sections[section].entries.get_mut(at),
                _ => None,
            };
            let field = kind.fields().iter().copied().find(|f| f.json_name() == key);
            let (Some(entry), Some(field)) = (entry, field) else { continue };
            let Some(value) = normalise_value(field, &Value::Text(text.to_owned())) else { continue };
            let written = json_of(kind, field, &value);
            let in_place = entry.extra.get(key).cloned().or_else(|| entry.get(field).and_then(|v| json_of(kind, field, v)));
            if in_place == written {
                entry.set(field, value);
                entry.extra.remove(key);
                // An object whose only value could not stand in it was written as an empty one.
                entry.extra.remove(WHOLE);
            }
        }
    }

    /// Puts the sections in the order that the file names; those it does not name follow.
    pub(super) fn reorder(&mut self, order: &[Json]) {
        let mut rest = std::mem::take(&mut self.resume.sections);
        usual_order(&mut rest);
        let mut waiting: [VecDeque<Section>; SectionKind::ALL.len()] = Default::default();
        let mut names: Vec<SectionKind> = vec![SectionKind::Profiles];
        let known = |name: &Json| SectionKind::ALL.into_iter().find(|k| name.as_str() == Some(k.json_name()));
        names.extend(order.iter().filter_map(known));
        for section in rest {
            // Each kind is named once more for each section, for those that the file forgot.
            names.push(section.kind);
            waiting[section.kind as usize].push_back(section);
        }
        let sections = names.into_iter().filter_map(|kind| waiting[kind as usize].pop_front()).collect();
        self.resume.sections = sections;
    }

    /// The unplaced lines that the file carries, where all stand in it letter for letter; else they stay in `meta`.
    pub(super) fn unplaced(&mut self, source: &SourceText) -> Vec<Unplaced> {
        let Some(Json::Object(meta)) = self.resume.extra.get_mut("meta") else { return Vec::new() };
        let Some(Json::Object(ours)) = meta.get_mut("faircopy") else { return Vec::new() };
        let Some(lines) = ours.get("unplaced").and_then(Json::as_list) else { return Vec::new() };
        let Some(spans) = spans_of(lines, source.text()) else { return Vec::new() };
        ours.remove("unplaced");
        if ours.is_empty() {
            meta.remove("faircopy");
        }
        if meta.is_empty() {
            self.resume.extra.remove("meta");
        }
        spans.into_iter().map(|span| Unplaced { span }).collect()
    }
}

/// Where the texts of the list "unplaced" stand in a JSON source; `None` if one is escaped, or is not found.
fn spans_of(lines: &[Json], source: &str) -> Option<Vec<Span>> {
    let mut from = source.rfind("\"unplaced\"")? + "\"unplaced\"".len();
    let mut spans = Vec::with_capacity(lines.len());
    for line in lines {
        let text = line.as_str().filter(|t| !t.trim().is_empty())?;
        if text.contains(|c: char| c == '"' || c == '\\' || c.is_control()) {
            return None;
        }
        let start = from + source[from..].find(&format!("\"{text}\""))? + 1;
        spans.push(Span::new(start, start + text.len()));
        from = start + text.len() + 1;
    }
    Some(spans)
}
