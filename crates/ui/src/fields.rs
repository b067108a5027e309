//! The pane of fields: who it is, then a region for each section, then what found no place.

use faircopy::{Edit, Id, SectionKind};
use leptos::{html, prelude::*};

use crate::desk::Desk;
use crate::entry::FieldList;
use crate::section::{EntryList, SectionView};
use crate::tray::Tray;
use crate::{dom, live, texts};

/// A résumé with more sections than this shows the rest when asked; real ones have a dozen.
const SECTIONS_AT_ONCE: usize = 40;

/// Everything that was read, to be put right.
#[component]
pub fn FieldsPane() -> impl IntoView {
    let desk = Desk::here();
    let most = RwSignal::new(SECTIONS_AT_ONCE);
    // Those of the kind that stands with the basics, and the others.
    let ids = move |profiles: bool| {
        desk.with(|d| {
            let these = d.resume.sections.iter().filter(|s| (s.kind == SectionKind::Profiles) == profiles);
            these.map(|s| (s.id, s.kind)).collect::<Vec<_>>()
        })
    };
    let sections = live::memo(move || ids(false));
    let section = |id: Id, kind: SectionKind| view! { <SectionView id kind /> }.into_any();
    let profiles = |id: Id, kind: SectionKind| {
        view! {
            <div class="profiles" role="group" aria-label=texts::section_name(kind)>
                <h2 class="section-heading">{texts::section_name(kind)}</h2>
                <EntryList id kind />
            </div>
        }
        .into_any()
    };
    view! {
        <section class="pane fields" aria-label=texts::FIELDS data-scroller="" tabindex="-1">
            <div class="sheet">
                <div class="section basics" role="group" aria-label=texts::section_name(SectionKind::Basics)>
                    <FieldList kind=SectionKind::Basics id=Id(0) />
                    {live::rows(move || ids(true), profiles)}
                </div>
                {live::rows(move || sections.get().into_iter().take(most.get()).collect(), section)}
                {live::more(move || sections.with(Vec::len), most, SECTIONS_AT_ONCE)}
                <AddSection />
                <Tray />
            </div>
        </section>
    }
}

/// One quiet button for each section that is not there yet.
#[component]
fn AddSection() -> impl IntoView {
    let desk = Desk::here();
    let row = NodeRef::<html::Div>::new();
    let missing = live::memo(move || {
        desk.with(|d| {
            let there = |kind: SectionKind| kind != SectionKind::Custom && d.resume.section(kind).is_some();
            let missing = SectionKind::ALL.into_iter().filter(|kind| *kind != SectionKind::Basics && !there(*kind));
            missing.map(|kind| (Id(0), kind)).collect::<Vec<_>>()
        })
    });
    let add = move |kind: SectionKind| {
        desk.edit(Edit::AddSection(kind));
        desk.say(texts::added(texts::section_name(kind)));
        if let Some(sheet) = row.get_untracked().and_then(|r| r.parent_element()) {
            let selector =
                if kind == SectionKind::Profiles { ".profiles textarea" } else { ".section:nth-last-of-type(2) textarea" };
            dom::focus_soon(sheet, selector.to_owned());
        }
    };
    let button = move |_, kind: SectionKind| live::button("quiet", texts::section_name(kind), move || add(kind));
    view! {
        <div class="add-section" role="group" aria-label=texts::ADD_SECTION node_ref=row>
            <span class="add-section-name">{texts::ADD_SECTION}</span>
            {live::rows(move || missing.get(), button)}
        </div>
    }
}
