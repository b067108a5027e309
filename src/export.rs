//! Taking the résumé away: to the clipboard, or as a file.

use faircopy::Field;
use faircopy_ui::element::{Element, el};
use faircopy_ui::live::State;
use faircopy_ui::{Choice, Desk, Format, live, save, texts};
use gloo_timers::callback::Interval;
use leptos::prelude::window;
use web_sys::Storage;

use crate::shelf;

/// When the document on the desk was last taken away as a file.
#[derive(Clone, Copy)]
pub struct Exported {
    /// News whenever a file is taken, and every minute, as ages change.
    news: State<()>,
}

/// Where the time is kept, before the document's id.
const FILE_KEY: &str = "faircopy.file.";

impl Exported {
    /// Of the document that is shown.
    pub fn new() -> Self {
        let news = State::new(());
        Interval::new(60_000, move || news.set(())).forget();
        Self { news }
    }

    /// A file was taken now.
    pub fn now(self) {
        // Where nothing can be kept, the status line has no age to tell.
        let _ = Self::storage().map(|(storage, key)| storage.set_item(&key, &(js_sys::Date::now() as u64).to_string()));
        self.news.set(());
    }

    fn storage() -> Option<(Storage, String)> {
        Some((window().local_storage().ok()??, [FILE_KEY, &shelf::current()].concat()))
    }

    /// How old the last file is, in words.
    pub fn age(self) -> String {
        self.news.get();
        let at = Self::storage().and_then(|(storage, key)| storage.get_item(&key).ok()?).and_then(|at| at.parse::<u64>().ok());
        let Some(at) = at else { return texts::NO_FILE.into() };
        let minutes = (js_sys::Date::now() as u64).saturating_sub(at) / 60_000;
        match minutes {
            0 => texts::FILE_NOW.into(),
            1..60 => texts::FILE_MINUTES.count(minutes as usize),
            60..2880 => texts::FILE_HOURS.count(minutes as usize / 60),
            _ => texts::FILE_DAYS.count(minutes as usize / 1440),
        }
    }
}

/// A copy and a download button for the forms that are wanted most, and a menu of the others.
pub fn export(desk: Desk, exported: Exported) -> Element {
    let form = move |format: Format| {
        let name = format.name();
        let copy = live::button("button", texts::COPY, move || copy(desk, format));
        let download = live::button("button", texts::DOWNLOAD, move || download(desk, exported, format));
        el("span").class("export-form").children([
            el("span").class("export-name").attr("aria-hidden", "true").text(name),
            copy.attr("aria-label", texts::COPY_AS.with(&[name])),
            download.attr("aria-label", texts::DOWNLOAD_AS.with(&[name])),
        ])
    };
    let others = move |event| {
        let of = move |format: Format| {
            [
                Choice::run(texts::COPY_AS.with(&[format.name()]), move || copy(desk, format)),
                Choice::run(texts::DOWNLOAD_AS.with(&[format.name()]), move || download(desk, exported, format)),
            ]
        };
        desk.offer_at(&event, texts::OTHER_FORMS.get(), Format::OTHERS.into_iter().flat_map(of).collect());
    };
    let print = live::button("button", texts::PRINT, || {
        // Where the browser has no printer, nothing happens.
        let _ = window().print();
    });
    el("div")
        .class("export")
        .attr("role", "group")
        .attr("aria-label", texts::EXPORT)
        .children(Format::FIRST.map(form))
        .child(print)
        .child(live::tool("button", "⋯", texts::OTHER_FORMS.get(), others).attr("aria-haspopup", "menu"))
}

fn copy(desk: Desk, format: Format) {
    desk.read_now();
    desk.copy(desk.peek(|d| format.write(d)), format.name());
}

fn download(desk: Desk, exported: Exported, format: Format) {
    desk.read_now();
    let (kind, ending) = match format {
        Format::Markdown => ("text/markdown;charset=utf-8", "md"),
        Format::Json => ("application/json", "json"),
        Format::Text => ("text/plain;charset=utf-8", "txt"),
        Format::Html => ("text/html;charset=utf-8", "html"),
    };
    let stem = desk.peek(|d| file_stem(d.resume.basics.text(Field::Name).unwrap_or_default()));
    let file = [&stem, ".", ending].concat();
    save(&file, kind, &desk.peek(|d| format.write(d)));
    exported.now();
    desk.say(texts::DOWNLOADED.with(&[&file]));
}

/// A file name from a person's name: its letters and digits, joined by hyphens.
fn file_stem(name: &str) -> String {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    if words.is_empty() { "resume".to_owned() } else { [&words.join("-"), "-resume"].concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_files_after_people() {
        for (name, stem) in [
            ("", "resume"),
            ("Ada M. Example", "Ada-M-Example-resume"),
            ("../Zoë/", "Zoë-resume"),
            ("山田 太郎", "山田-太郎-resume"),
        ] {
            assert_eq!(file_stem(name), stem);
        }
    }
}
