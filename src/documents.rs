//! The documents: to name, to choose from, to copy and to throw away, and all of them in one file.

use faircopy_ui::element::{Element, el, target};
use faircopy_ui::live::{Handle, State, button, effect, part, tool};
use faircopy_ui::texts::{self, Text};
use faircopy_ui::{Choice, Desk, View, focus_soon, save};
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement, HtmlInputElement};

use crate::compare::Comparison;
use crate::export::Exported;
use crate::files;
use crate::keeper::Keeper;
use crate::saving::Saving;
use crate::shelf::{self, Deed};

/// The documents beside the one on the desk. A handle, to be copied.
#[derive(Clone, Copy)]
pub struct Documents {
    /// The desk.
    pub desk: Desk,
    keeper: Keeper,
    exported: Exported,
    /// The document that was thrown away last, by its id and name, until something else is done with documents.
    gone: State<Option<[String; 2]>>,
    comparison: Comparison,
    /// The button that the list stands beside.
    button: Handle,
}

/// What a person does with documents.
#[derive(Clone, Copy)]
enum Act {
    /// Shows one, or a new one.
    Open,
    /// Goes on in a copy, and asks for its name.
    Copy,
    /// Looks for a file to restore from.
    Find,
    /// Has something done on the shelf, and goes on from there.
    Do(Deed),
}

/// The name of the file with all documents.
const BACKUP: &str = "faircopy-backup.json";

impl Documents {
    /// Of the shelf on which `keeper` keeps the draft.
    pub fn new(desk: Desk, keeper: Keeper, exported: Exported) -> Self {
        Self { desk, keeper, exported, gone: State::new(None), comparison: Comparison::new(desk), button: Handle::new(None) }
    }

    /// The name of the document, to be typed over, and the list of the others.
    pub fn bar(self) -> Element {
        let handle = Handle::new(None);
        let show = move || {
            let title = self.keeper.title();
            if let Some(input) = handle.get_untracked() {
                input.unchecked_into::<HtmlInputElement>().set_value(&title);
            }
        };
        effect(show);
        let rename = move |event: Event| {
            if let Some(input) = target::<HtmlInputElement>(&event) {
                self.keeper.rename(input.value().trim());
                show();
            }
        };
        let name = el("input")
            .class("document-name")
            .attr("aria-label", texts::DOCUMENT_NAME)
            .attr("placeholder", texts::UNTITLED)
            .attr("maxlength", "80")
            .attr("autocomplete", "off")
            .handle(handle)
            .on("change", rename);
        let list = tool("tool", "▾", texts::DOCUMENTS.get(), move |_| self.deed(Deed::List, String::new()));
        let list = list.attr("aria-haspopup", "menu").handle(self.button);
        el("div").class("document").children([name, list, self.comparison.sheet()])
    }

    /// The way back from throwing a document away.
    pub fn way_back(self) -> View {
        part(move || match self.gone.get() {
            None => View::Nothing,
            Some([id, name]) => el("div")
                .class("notice-row")
                .child(el("p").class("notice-text").text(texts::DELETED.with(&[&name])))
                .child(button("button", texts::BRING_BACK, move || self.act(Act::Do(Deed::BringBack), id.clone())))
                .into(),
        })
    }

    /// Puts what a backup holds beside what is there.
    pub fn restore(self, backup: String) {
        self.act(Act::Do(Deed::Restore), backup);
    }

    /// Does something once what is on the desk is saved.
    fn act(self, act: Act, on: String) {
        self.keeper.when_saved(move || {
            match act {
                Act::Open => {
                    // What was said is about the document that goes.
                    self.desk.say("");
                    self.keeper.open(Some(on).filter(|id| !id.is_empty()));
                }
                Act::Copy => {
                    self.keeper.branch();
                    if let Some(page) = document().body() {
                        focus_soon(page.into(), ".document-name".to_owned());
                    }
                }
                Act::Find => files::ask(),
                Act::Do(deed) => return self.deed(deed, on),
            }
            self.gone.set(None);
        });
    }

    /// Has something done on the shelf.
    fn deed(self, deed: Deed, on: String) {
        spawn_local(async move {
            match shelf::act(deed as u32, &on).await {
                Ok(answer) => self.done(deed, on, answer.as_string().unwrap_or_default()),
                Err(_) if deed == Deed::Restore => self.desk.say(texts::NOT_READABLE),
                Err(error) => self.keeper.saving.set(Saving::Not(error.into())),
            }
        });
    }

    /// Goes on from what was done.
    fn done(self, deed: Deed, on: String, answer: String) {
        match deed {
            Deed::List => return self.offer(&answer),
            Deed::Read => {
                let (other, record) = answer.split_once('\n').unwrap_or_default();
                return self.comparison.show(&self.keeper.title(), other, record);
            }
            Deed::BackUp => {
                save(BACKUP, "application/json", &answer);
                self.exported.now();
                return self.desk.say(texts::DOWNLOADED.with(&[BACKUP]));
            }
            Deed::Remove => {
                let name = self.keeper.title();
                self.keeper.open(Some(answer).filter(|id| !id.is_empty()));
                return self.gone.set(Some([on, name]));
            }
            Deed::Lose => self.desk.say(texts::LOST),
            Deed::BringBack => {}
            Deed::Restore => self.desk.say(texts::RESTORED.count(answer.split_whitespace().count())),
        }
        self.gone.set(None);
        // The first of them.
        if let Some(id) = answer.split_whitespace().next() {
            self.keeper.open(Some(id.to_owned()));
        }
    }

    /// Opens the list of documents, and of what can be done with them, beside its button.
    fn offer(self, list: &str) {
        let choice = |name: String, act: Act, on: &str| {
            let on = on.to_owned();
            Choice::run(name, move || self.act(act, on))
        };
        // What is lost is said before it is.
        let sure = |name: &str, id: &str| {
            let lose = choice(texts::LOSE.with(&[name]), Act::Do(Deed::Lose), id);
            Choice::ask(name.to_owned(), vec![Choice::run(texts::KEEP, || ()), lose])
        };
        let mut choices = Vec::new();
        let (mut back, mut lose) = (Vec::new(), Vec::new());
        let mut others = Vec::new();
        for line in list.lines() {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or_default();
            let (id, name) = (cell(), cell());
            if cell() == "0" {
                choices.push(choice(name.to_owned(), Act::Open, id));
                others.push(choice(name.to_owned(), Act::Do(Deed::Read), id));
            } else {
                back.push(choice(name.to_owned(), Act::Do(Deed::BringBack), id));
                lose.push(sure(name, id));
            }
        }
        if !choices.is_empty() {
            choices.push(Choice::line());
        }
        choices.push(choice(texts::NEW_DOCUMENT.into(), Act::Open, ""));
        let mut add = |name: Text, act: Act| choices.push(choice(name.into(), act, &shelf::current()));
        add(texts::NEW_VERSION, Act::Copy);
        add(texts::DELETE, Act::Do(Deed::Remove));
        if !others.is_empty() {
            choices.push(Choice::ask(texts::COMPARE, others));
        }
        choices.push(Choice::line());
        choices.push(choice(texts::BACK_UP.into(), Act::Do(Deed::BackUp), ""));
        choices.push(choice(texts::RESTORE.into(), Act::Find, ""));
        if !back.is_empty() {
            lose.push(sure(texts::ALL_DELETED.get(), ""));
            back.push(Choice::ask(texts::DELETE_FOR_GOOD, lose));
            choices.push(Choice::ask(texts::BIN, back));
        }
        if let Some(button) = self.button.get_untracked().map(JsCast::unchecked_into::<HtmlElement>) {
            self.desk.offer(texts::DOCUMENTS.get(), choices, button.get_bounding_client_rect(), button);
        }
    }
}
