//! The pane of fields: who it is, then a region for each section, then what found no place.

use faircopy::{Edit, Id, SectionKind};

use crate::desk::Desk;
use crate::element::{Element, el};
use crate::entry::field_list;
use crate::live::{Handle, State};
use crate::section::{section_view, with_entries};
use crate::tray::tray;
use crate::{dom, live, texts};

/// A résumé with more sections than this shows the rest when asked; real ones have a dozen.
const SECTIONS_AT_ONCE: usize = 40;

/// Everything that was read, to be put right.
pub fn fields_pane() -> Element {
    let desk = Desk::here();
    let most = State::new(SECTIONS_AT_ONCE);
    // Those of the kind that stands with the basics, and the others.
    let ids = move |profiles: bool| {
        desk.with_shape(|d| {
            let these = d
                .resume
                .sections
                .iter()
                .filter(|s| (s.kind == SectionKind::Profiles) == profiles && (profiles || desk.shows(s.kind)));
            these.map(|s| (s.id, s.kind)).collect::<Vec<_>>()
        })
    };
    let sections = live::memo(move || ids(false));
    let section = |id: Id, kind: SectionKind| section_view(id, kind);
    let profiles = |id: Id, kind: SectionKind| {
        let name = texts::section_name(kind);
        let group = el("div").class("profiles").attr("role", "group").attr("aria-label", name);
        with_entries(group.child(el("h2").class("section-heading").text(name)), id, kind)
    };
    let basics = el("div")
        .class("section basics")
        .attr("role", "group")
        .attr("aria-label", texts::section_name(SectionKind::Basics))
        .child(field_list(SectionKind::Basics, Id(0), State::new(())))
        .child(live::rows(move || ids(true), profiles));
    let sheet = el("div")
        .class("sheet")
        .child(basics)
        .child(live::rows(move || sections.get().into_iter().take(most.get()).collect(), section))
        .child(live::more(move || sections.with(Vec::len), most, SECTIONS_AT_ONCE))
        .child(add_section())
        .child(tray());
    el("section")
        .class("pane fields")
        .attr("aria-label", texts::FIELDS)
        .attr("data-scroller", "")
        .attr("tabindex", "-1")
        .child(sheet)
}

/// One quiet button for each section that is not there yet.
fn add_section() -> Element {
    let desk = Desk::here();
    let row = Handle::new(None);
    let missing = live::memo(move || {
        desk.with_shape(|d| {
            let there = |kind: SectionKind| kind != SectionKind::Custom && d.resume.section(kind).is_some();
            let missing =
                SectionKind::ALL.into_iter().filter(|kind| *kind != SectionKind::Basics && desk.shows(*kind) && !there(*kind));
            missing.map(|kind| (Id(0), kind)).collect::<Vec<_>>()
        })
    });
    let add = move |kind: SectionKind| {
        desk.edit(Edit::AddSection(kind));
        desk.say(texts::ADDED.with(&[texts::section_name(kind)]));
        if let Some(sheet) = row.get_untracked().and_then(|r| r.parent_element()) {
            let selector =
                if kind == SectionKind::Profiles { ".profiles textarea" } else { ".section:nth-last-of-type(2) textarea" };
            dom::focus_soon(sheet, selector.to_owned());
        }
    };
    let button = move |_, kind: SectionKind| live::button("quiet", texts::section_name(kind), move || add(kind));
    el("div")
        .class("add-section")
        .attr("role", "group")
        .attr("aria-label", texts::ADD_SECTION)
        .handle(row)
        .child(el("span").class("add-section-name").text(texts::ADD_SECTION))
        .child(live::rows(move || missing.get(), button))
}
