//! The pane of fields: who it is, then a region for each section, then what found no place.

use faircopy::{Edit, Id, SectionKind};
use leptos::{html, prelude::*};

use crate::desk::Desk;
use crate::entry::FieldList;
use crate::section::{EntryList, SectionView};
use crate::tray::Tray;
use crate::{dom, texts};

/// A résumé with more sections than this shows the rest when asked; real ones have a dozen.
const SECTIONS_AT_ONCE: usize = 40;

/// Everything that was read, to be put right.
#[component]
pub fn FieldsPane() -> impl IntoView {
    let desk = Desk::here();
    let most = RwSignal::new(SECTIONS_AT_ONCE);
    let sections = Memo::new(move |_| {
        desk.with(|d| {
            let rest = d.resume.sections.iter().filter(|s| s.kind != SectionKind::Profiles);
            rest.map(|s| (s.id, s.kind)).collect::<Vec<_>>()
        })
    });
    let profiles = Memo::new(move |_| desk.with(|d| d.resume.section(SectionKind::Profiles).map(|s| s.id)));
    view! {
        <section class="pane fields" aria-label=texts::FIELDS data-scroller="" tabindex="-1">
            <div class="sheet">
                <div class="section basics" role="group" aria-label=texts::section_name(SectionKind::Basics)>
                    <FieldList kind=SectionKind::Basics id=Id(0) />
                    {move || profiles.get().map(|id| view! {
                        <div class="profiles" role="group" aria-label=texts::section_name(SectionKind::Profiles)>
                            <h2 class="section-heading">{texts::section_name(SectionKind::Profiles)}</h2>
                            <EntryList id kind=SectionKind::Profiles />
                        </div>
                    })}
                </div>
                <For each=move || sections.get().into_iter().take(most.get()) key=|s| *s let:section>
                    <SectionView id=section.0 kind=section.1 />
                </For>
                <Show when=move || sections.with(|s| s.len() > most.get())>
                    <button type="button" class="quiet section-more" on:click=move |_| most.update(|m| *m += SECTIONS_AT_ONCE)>{texts::SHOW_MORE}</button>
                </Show>
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
    let missing = Memo::new(move |_| {
        desk.with(|d| {
            let there = |kind: SectionKind| kind != SectionKind::Custom && d.resume.section(kind).is_some();
            SectionKind::ALL.into_iter().filter(|k| *k != SectionKind::Basics && !there(*k)).collect::<Vec<_>>()
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
    view! {
        <div class="add-section" role="group" aria-label=texts::ADD_SECTION node_ref=row>
            <span class="add-section-name">{texts::ADD_SECTION}</span>
            <For each=move || missing.get() key=|kind| *kind let:kind>
                <button type="button" class="quiet" on:click=move |_| add(kind)>{texts::section_name(kind)}</button>
            </For>
        </div>
    }
}
