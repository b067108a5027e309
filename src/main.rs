//! Faircopy in the browser: one page, one document at a time, nothing sent anywhere.

// Nothing that people read is written as programmers see it: the web build drops the code for that (`e2e/lib/panics.mjs`).
#![cfg_attr(not(test), warn(clippy::use_debug))]

mod compare;
mod documents;
mod draft;
mod export;
mod files;
mod help;
mod keeper;
mod language;
mod notice;
mod page;
mod print;
mod saving;
mod shelf;
mod shell;
mod status;
mod toolbar;

use faircopy::History;
use faircopy_ui::element::mount;
use leptos::prelude::document;
use saving::Saving;

/// Gives out memory, in a fifth of the code that the standard library has for it.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

fn main() {
    wasm_bindgen_futures::spawn_local(async {
        let (history, saving) = match shelf::boot().await {
            Ok(_) => saving::read().await,
            Err(error) => (History::default(), Saving::Not(error.into())),
        };
        let _ = shelf::show();
        if let Some(body) = document().body() {
            mount(&body, move || page::page(history, saving));
        }
    });
}
