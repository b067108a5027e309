//! Faircopy in the browser: one page, one draft, nothing sent anywhere.

mod draft;
mod export;
mod files;
mod page;
mod status;
mod storage;
mod texts;
mod toolbar;

use faircopy_ui::element::mount;
use leptos::prelude::document;

fn main() {
    if let Some(body) = document().body() {
        mount(&body, page::page);
    }
}
