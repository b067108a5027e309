//! Faircopy in the browser: one page, one draft, nothing sent anywhere.

mod draft;
mod export;
mod files;
mod page;
mod status;
mod storage;
mod texts;
mod toolbar;

fn main() {
    leptos::mount::mount_to_body(page::Page);
}
