//! Taking the résumé away: to the clipboard, or as a file.

use faircopy::Field;
use faircopy_ui::element::{Element, el};
use faircopy_ui::{Desk, Format, live};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlAnchorElement, HtmlElement, HtmlTextAreaElement, Url};

use crate::texts;

/// A copy and a download button for each form.
pub fn export(desk: Desk) -> Element {
    let form = move |format: Format| {
        let name = format.name();
        let copy = live::button("button", texts::COPY, move || copy(desk, format));
        let download = live::button("button", texts::DOWNLOAD, move || download(desk, format));
        el("span").class("export-form").children([
            el("span").class("export-name").attr("aria-hidden", "true").text(name),
            copy.attr("aria-label", [texts::COPY, " ", name].concat()),
            download.attr("aria-label", [texts::DOWNLOAD, " ", name].concat()),
        ])
    };
    el("div").class("export").attr("role", "group").attr("aria-label", texts::EXPORT).children(Format::ALL.map(form))
}

fn copy(desk: Desk, format: Format) {
    desk.read_now();
    let text = desk.peek(|d| format.write(d));
    let modern = web_sys::window().map(|w| w.navigator().clipboard()).filter(|c| !JsValue::from(c.clone()).is_undefined());
    spawn_local(async move {
        let done = match modern {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok() || copy_by_command(&text),
            None => copy_by_command(&text),
        };
        desk.say(if done { texts::copied(format.name()) } else { texts::NOT_COPIED.to_owned() });
    });
}

/// Copies where the page has no clipboard of its own: it is not served securely, or permission was refused.
fn copy_by_command(text: &str) -> bool {
    let page = document();
    let focused = page.active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let copied = (|| {
        let area: HtmlTextAreaElement = page.create_element("textarea").ok()?.dyn_into().ok()?;
        area.set_class_name("off-screen");
        area.set_value(text);
        page.body()?.append_child(&area).ok()?;
        area.select();
        let done = page.dyn_ref::<web_sys::HtmlDocument>()?.exec_command("copy").ok();
        area.remove();
        done
    })();
    if let Some(focused) = focused {
        let _ = focused.focus();
    }
    copied.unwrap_or_default()
}

fn download(desk: Desk, format: Format) {
    desk.read_now();
    let text = desk.peek(|d| format.write(d));
    let (kind, ending) = match format {
        Format::Markdown => ("text/markdown;charset=utf-8", "md"),
        Format::Json => ("application/json", "json"),
    };
    let stem = desk.peek(|d| file_stem(d.resume.basics.text(Field::Name).unwrap_or_default()));
    let file = format!("{stem}.{ending}");
    let blob = gloo_file::Blob::new_with_options(text.as_str(), Some(kind));
    let started = (|| {
        let url = Url::create_object_url_with_blob(blob.as_ref()).ok()?;
        let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&url);
        link.set_download(&file);
        link.click();
        // The browser has taken hold of the blob by the time the click returns to the event loop.
        gloo_timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
        Some(())
    })();
    if started.is_some() {
        desk.say(texts::downloaded(&file));
    }
}

/// A file name from a person's name: its letters and digits, joined by hyphens.
fn file_stem(name: &str) -> String {
    let lower: String = name.chars().map(faircopy::lower).collect();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    if words.is_empty() { "resume".to_owned() } else { format!("{}-resume", words.join("-")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_files_after_people() {
        for (name, stem) in [
            ("", "resume"),
            ("Ada M. Example", "ada-m-example-resume"),
            ("../Zoë/", "zoë-resume"),
            ("山田 太郎", "山田-太郎-resume"),
        ] {
            assert_eq!(file_stem(name), stem);
        }
    }
}
