//! The state of one editor: what is on the desk, and what is pointed at.

use std::ops::Deref;
use std::sync::Arc;

use faircopy::{Document, Edit, Format, History, Id, Parsed, Place, SectionKind, Span, is_long, read_as};
use gloo_timers::callback::Timeout;
use js_sys::Date;
use leptos::prelude::expect_context;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::index::Index;
use crate::live::{Made, State};
use crate::menu::Menu;
use crate::review::{self, Query};
use crate::spot::Spot;
use crate::steps::Steps;
use crate::texts::Text;
use crate::{live, texts};

/// What the person points at, on either side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pointed {
    /// An input, or a part of the source that an input shows.
    Spot {
        /// The input.
        spot: Spot,
        /// The part of its list that is meant, if not all of it.
        place: Option<Place>,
        /// Which side comes along.
        follow: Follow,
    },
    /// A stretch of source, from the tray.
    Span(Span),
}

/// Which side is scrolled to show what is pointed at on the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// The source: it was pointed at in the fields.
    Source,
    /// The fields: it was pointed at in the source.
    Fields,
    /// Neither: it has the focus still, and the pointer has left something else.
    Nothing,
}

/// A handle on the state; every component gets the same by context.
///
/// What it is a handle on is there for as long as the page: dozens of closures hold a handle, and so it is one pointer.
#[derive(Clone, Copy)]
pub struct Desk(&'static Parts);

impl Deref for Desk {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// What the state of an editor is made of.
pub struct Parts {
    history: State<History>,
    /// News whenever more has changed than what is typed into one entry.
    shape: State<()>,
    index: Made<Arc<Index>>,
    /// What is pointed at.
    pub pointed: State<Option<Pointed>>,
    /// What has the focus, and so is pointed at while nothing else is.
    focused: State<Option<Pointed>>,
    /// What there is to look at.
    pub queue: Made<Vec<Query>>,
    /// What of it was looked at last, and where in the queue that was.
    pub visited: State<(usize, Option<Query>)>,
    /// What is to have the focus; whatever shows it takes it.
    pub wanted: State<Option<Query>>,
    /// Whether nothing may be changed by hand.
    pub locked: State<bool>,
    /// The kinds of sections that are shown: a bit for each, by its number.
    pub sections: State<usize>,
    /// The menu that is open.
    pub menu: State<Option<Menu>>,
    /// What last happened, for the status region.
    pub said: State<String>,
    /// Whether the source was typed in and is still to be read.
    pub stale: State<bool>,
    /// The reading of what was typed into the source last: no news to the text area.
    typed: State<Option<Arc<Parsed>>>,
    /// Text typed into the source that is still to be read, and when it will be.
    waiting: State<Option<(String, Timeout)>>,
    /// A long text that is being read in steps.
    reading: Steps,
    /// How long reading took the last time, in milliseconds.
    took: State<usize>,
}

#[inline(never)]
fn tell(news: State<()>) {
    news.set(());
}

/// A reading, which is another one whenever something was read.
struct Reading(Arc<Parsed>);

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Reading that takes no longer than a frame is quick, in milliseconds.
const QUICK: usize = 16;
/// No pause need be longer, in milliseconds.
const LONGEST: f64 = 1_000.0;

impl Desk {
    /// A desk with the document of `history` on it, and the way back from it.
    pub fn new(history: History) -> Self {
        let history = State::new(history);
        let shape = State::new(());
        let reading = live::memo(move || {
            shape.get();
            history.with_untracked(|h| Reading(h.document().parsed.clone()))
        });
        let index = live::memo(move || reading.with(|reading| Arc::new(Index::new(&reading.0))));
        let queue = live::memo(move || history.with(|h| review::queue(h.document(), &index.get())));
        Self(Box::leak(Box::new(Parts {
            history,
            shape,
            index,
            pointed: State::new(None),
            focused: State::new(None),
            queue,
            visited: State::new((0, None)),
            wanted: State::new(None),
            locked: State::new(false),
            sections: State::new(usize::MAX),
            menu: State::new(None),
            said: State::new(String::new()),
            stale: State::new(false),
            typed: State::new(None),
            waiting: State::new(None),
            reading: Steps::new(),
            took: State::new(0),
        })))
    }

    /// The desk of the editor that the calling component is part of.
    pub fn here() -> Self {
        expect_context()
    }

    /// Looks at the document, and again whenever it changes.
    pub fn with<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.history.with(|h| look(h.document()))
    }

    /// Looks at the document, and again whenever more changes than what is typed into one entry.
    pub fn with_shape<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.with_entry(self.shape, look)
    }

    /// Looks at the document for what shows an entry, and again whenever `own` tells of something typed into that, or more changes. What
    /// shows other entries has nothing to do then: a letter costs the same however long the document is.
    pub fn with_entry<T>(self, own: State<()>, look: impl FnOnce(&Document) -> T) -> T {
        self.attend(own);
        self.peek(look)
    }

    #[inline(never)]
    fn attend(self, own: State<()>) {
        own.get();
        self.shape.get();
    }

    /// Looks at the document once.
    pub fn peek<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.history.with_untracked(|h| look(h.document()))
    }

    /// Looks at the document and the way back from it once.
    pub fn peek_history<T>(self, look: impl FnOnce(&History) -> T) -> T {
        self.history.with_untracked(look)
    }

    /// The tables of the reading.
    pub fn index(self) -> Arc<Index> {
        self.index.get()
    }

    /// The tables of the reading, as they are now.
    pub fn peek_index(self) -> Arc<Index> {
        self.index.get_untracked()
    }

    /// Whether there is something to undo.
    pub fn can_undo(self) -> bool {
        self.history.with(History::can_undo)
    }

    /// Whether there is something to redo.
    pub fn can_redo(self) -> bool {
        self.history.with(History::can_redo)
    }

    /// Whether sections of this kind are shown.
    pub fn shows(self, kind: SectionKind) -> bool {
        self.sections.get() & 1 << kind as usize != 0
    }

    /// Makes an edit, unless nothing may be changed.
    pub fn edit(self, edit: Edit) -> Option<Id> {
        self.edit_in(self.shape, edit)
    }

    /// Makes the edit of what is typed into an entry, and tells `own` of it alone.
    pub fn edit_in(self, own: State<()>, edit: Edit) -> Option<Id> {
        if self.locked.get_untracked() {
            return None;
        }
        self.read_now();
        self.change(own, |h| h.apply(edit))
    }

    fn change<T>(self, told: State<()>, act: impl FnOnce(&mut History) -> T) -> T {
        let done = self.history.update(act);
        tell(told);
        done
    }

    /// Puts another document in place of this one.
    pub fn replace(self, document: Document) {
        // What was typed until now is what undo has to bring back.
        self.read_now();
        self.change(self.shape, |h| {
            h.close_step();
            h.apply(Edit::Replace(Box::new(document)));
        });
        self.read_on();
    }

    /// Puts a document on the desk with its own way back, as if it had been there from the start.
    pub fn put(self, history: History) {
        self.waiting.set(None);
        self.change(self.shape, |h| *h = history);
        self.read_on();
    }

    /// Puts a document read from `text` in place of this one.
    pub fn open(self, text: &str) {
        let parsed = if is_long(text) { Parsed::unread(text) } else { read_as(text, Format::Auto) };
        self.replace(Document::new(parsed));
    }

    /// Ends the step, so that what is typed next is undone by itself.
    pub fn close_step(self) {
        self.history.update_untracked(History::close_step);
    }

    /// Takes back the last step.
    pub fn undo(self) {
        self.go(History::undo, [texts::UNDONE, texts::NOTHING_TO_UNDO]);
    }

    /// Takes again the last step that was undone.
    pub fn redo(self) {
        self.go(History::redo, [texts::REDONE, texts::NOTHING_TO_REDO]);
    }

    /// Goes a step back or on, and says so, or that there was none.
    fn go(self, act: fn(&mut History) -> bool, [done, nothing]: [Text; 2]) {
        if self.locked.get_untracked() {
            return;
        }
        self.read_now();
        let is_done = self.change(self.shape, act);
        self.read_on();
        self.say(if is_done { done } else { nothing });
    }

    /// Points at what has the focus now, or at nothing if it is given up.
    pub fn focus(self, on: Option<Pointed>) {
        self.focused.set(on);
        self.pointed.set(on);
    }

    /// Points no longer at what the pointer has left.
    pub fn leave(self) {
        let focused = self.focused.get_untracked().map(|focused| match focused {
            Pointed::Spot { spot, place, .. } => Pointed::Spot { spot, place, follow: Follow::Nothing },
            Pointed::Span(span) => Pointed::Span(span),
        });
        if self.pointed.get_untracked() != focused {
            self.pointed.set(focused);
        }
    }

    /// Says what happened, in the status region.
    pub fn say(self, what: impl Into<String>) {
        self.said.set(what.into());
    }

    /// Takes text typed into the source. It is read at once where that is quick; elsewhere a letter is shown first, and the text read when
    /// the typing pauses for as long as reading took the last time.
    ///
    /// A paste, a cut or a drop (`whole`) is a step of its own in the history.
    pub fn type_source(self, text: String, whole: bool) {
        if whole {
            self.read_now();
            self.close_step();
        }
        self.reading.stop();
        self.waiting.set(None);
        let took = self.took.get_untracked();
        if is_long(&text) {
            self.read_in_steps(&text);
        } else if whole || took <= QUICK {
            self.stale.set(false);
            self.read(&text);
            if whole {
                self.close_step();
                let differing = self.peek(|d| d.remarks.differing.len());
                if differing > 0 {
                    self.say(texts::MERGED.count(differing));
                }
            }
        } else {
            self.stale.set(true);
            let timer = live::later(took as u32, move || self.read_now());
            self.waiting.set(Some((text, timer)));
        }
    }

    /// Reads the source if it was typed in since.
    pub fn read_now(self) {
        if let Some((text, timer)) = self.waiting.take() {
            timer.cancel();
            self.stale.set(false);
            self.read(&text);
        }
    }

    /// Does what a key asks for wherever the focus is: undo, redo, the next thing to look at and the one before.
    pub fn on_key(self, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.default_prevented() && !event.alt_key()) else {
            return;
        };
        match (event.ctrl_key() || event.meta_key(), event.key().as_str()) {
            (true, "z" | "Z") if !event.shift_key() => self.undo(),
            (true, "z" | "Z" | "y" | "Y") => self.redo(),
            (false, "F8") => self.check(event.shift_key()),
            _ => return,
        }
        event.prevent_default();
    }

    /// What is to happen before an input changes: undo and redo of the browser's menu would know this input alone.
    pub fn undo_instead_of_browser(self, event: &web_sys::Event) {
        match event.dyn_ref().map(web_sys::InputEvent::input_type).as_deref() {
            Some("historyUndo") => self.undo(),
            Some("historyRedo") => self.redo(),
            _ => return,
        }
        event.prevent_default();
    }

    fn read(self, text: &str) {
        let start = Date::now();
        self.retype(self.peek(|d| d.retyped(text)));
        // A clock that is put right meanwhile must not have anybody wait.
        self.took.set((Date::now() - start).min(LONGEST) as usize);
    }

    fn retype(self, next: Document) {
        self.typed.set(Some(next.parsed.clone()));
        self.change(self.shape, |h| {
            h.apply(Edit::Retype(Box::new(next)));
        });
    }

    /// Puts a long text in place unread, and its reading when that is done, as one step in the history.
    fn read_in_steps(self, text: &str) {
        self.retype(Document::new(Parsed::unread(text)));
        self.read_on();
    }

    /// Reads the document in steps if it is long and nothing was read of it yet; else stops what was being read.
    fn read_on(self) {
        self.reading.stop();
        let unread = self.peek(|d| (d.parsed.provenance.is_empty() && is_long(d.parsed.source.text())).then(|| d.parsed.clone()));
        self.stale.set(unread.is_some());
        let Some(unread) = unread else { return };
        self.reading.start(unread.clone(), move |parsed| {
            self.stale.set(false);
            // Another document may have come in between.
            if self.peek(|d| Arc::ptr_eq(&d.parsed, &unread)) {
                self.retype(self.peek(|d| d.reread(parsed)));
                self.close_step();
            }
        });
    }

    /// Whether `parsed` is the reading of what was typed into the source last. It is news the next time, by then another text may have
    /// been there.
    pub fn is_typed(self, parsed: &Arc<Parsed>) -> bool {
        let typed = self.typed.take();
        typed.is_some_and(|typed| Arc::ptr_eq(&typed, parsed))
    }
}
