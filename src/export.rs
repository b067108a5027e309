//! Taking the résumé away: to the clipboard, or as a file.

use faircopy::Field;
use faircopy_ui::element::{Element, el};
use faircopy_ui::live::State;
use faircopy_ui::{Choice, Desk, Format, live, save, texts};
use leptos::prelude::window;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::shelf;

#[wasm_bindgen(module = "/src/files.js")]
extern "C" {
    /// A file name from a person's name and what it ends in.
    #[wasm_bindgen(js_name = fileName)]
    fn file_name(name: &str, ending: &str) -> String;
}

/// How long ago the document on the desk was last taken away as a file.
#[derive(Clone, Copy)]
pub struct Exported {
    /// News whenever a file is taken, and every minute, as ages change.
    news: State<()>,
}

impl Exported {
    /// Of the document that is shown.
    pub fn new() -> Self {
        let exported = Self { news: State::new(()) };
        exported.tick();
        exported
    }

    fn tick(self) {
        live::later(60_000, move || {
            self.news.set(());
            self.tick();
        })
        .forget();
    }

    /// A file was taken now.
    pub fn now(self) {
        // Where nothing can be kept, the status line has no age to tell.
        let _ = shelf::filed();
        self.news.set(());
    }

    /// How old the last file is, in words.
    pub fn age(self) -> String {
        self.news.get();
        let minutes = shelf::file_age().unwrap_or(-1.0) as i32;
        match minutes {
            ..0 => texts::NO_FILE.into(),
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
    let file = desk.peek(|d| file_name(d.resume.basics.text(Field::Name).unwrap_or_default(), ending));
    save(&file, kind, &desk.peek(|d| format.write(d)));
    exported.now();
    desk.say(texts::DOWNLOADED.with(&[&file]));
}
