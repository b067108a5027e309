//! The fair copy: the résumé as it will be taken away.

use faircopy::write;
use leptos::{ev, html, prelude::*};

use crate::desk::Desk;
use crate::{dom, live, texts};

/// A form to take the résumé away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown, for people.
    Markdown,
    /// JSON Resume, for programs.
    Json,
}

impl Format {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Markdown, Self::Json];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Json => "JSON",
        }
    }

    /// The résumé in this form.
    pub fn write(self, document: &faircopy::Document) -> String {
        match self {
            Self::Markdown => write::markdown(&document.resume),
            Self::Json => write::json(&document.resume, &document.parsed.unplaced_lines()),
        }
    }
}

/// A preview shows this many bytes at most.
const MOST_SHOWN: usize = 100_000;

/// Live views of the forms, one at a time. Nothing is written while the pane is not `open`.
#[component]
pub fn FairCopy(open: Signal<bool>) -> impl IntoView {
    let desk = Desk::here();
    let shown = RwSignal::new(Format::Markdown);
    let tabs = NodeRef::<html::Div>::new();
    let text = live::memo(move || {
        if !open.get() {
            return String::new();
        }
        let mut text = desk.with(|d| shown.get().write(d));
        if text.len() > MOST_SHOWN {
            let end = (0..=MOST_SHOWN).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
            text.truncate(end);
            text.push('\n');
            text.push_str(texts::PREVIEW_ENDS);
        }
        text
    });
    let on_key = live::on(move |event: ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight") {
            event.prevent_default();
            shown.update(|f| *f = if *f == Format::Json { Format::Markdown } else { Format::Json });
            if let Some(tabs) = tabs.get_untracked() {
                dom::focus_soon(tabs.into(), "[aria-selected=true]".to_owned());
            }
        }
    });
    let tab = move |format: Format| {
        view! {
            <button type="button" role="tab" class="tab"
                aria-selected=live::text(move || (shown.get() == format).to_string())
                tabindex=live::text(move || if shown.get() == format { "0" } else { "-1" }.to_owned())
                on:click=live::on(move |_| shown.set(format))>{format.name()}</button>
        }
        .into_any()
    };
    view! {
        <section class="pane fair-copy" aria-label=texts::FAIR_COPY class:is-open=open>
            <div class="tabs" role="tablist" aria-label=texts::FAIR_COPY node_ref=tabs on:keydown=on_key>{Format::ALL.map(tab).into_iter().collect_view()}</div>
            <div class="fair-copy-view" role="tabpanel" aria-label=live::text(move || shown.get().name().to_owned()) tabindex="0" data-scroller="">
                <pre class="fair-copy-text">{live::text(move || text.get())}</pre>
            </div>
        </section>
    }
}
