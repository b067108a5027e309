//! Keeps the draft: saves it as it changes, never over what another tab has saved.

use faircopy::{Document, Field, History};
use faircopy_ui::live::State;
use faircopy_ui::{Desk, live, texts};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;

use crate::draft::to_record;
use crate::saving::{Saving, read};
use crate::shelf::{self, NotSaved};

/// About as much of the history as is kept over a reload.
const HISTORY_BYTES: usize = 2_000_000;
/// The draft is saved this long after the first change that is not saved yet, in milliseconds. A browser that is killed loses no more
/// than this and the time that saving takes.
const SAVE_AFTER: u32 = 400;
/// When saving takes longer than this, a person has to know.
const SLOW: u32 = 900;
/// What could not be saved is tried again after this time.
const AGAIN: u32 = 3000;

/// Keeps the draft on a desk. A handle, to be copied.
#[derive(Clone, Copy)]
pub struct Keeper {
    desk: Desk,
    /// What became of the draft.
    pub saving: State<Saving>,
    /// What the person calls the document that is shown; nothing where it is called by what it says. It is news with every document.
    pub name: State<Option<String>>,
    /// How often the draft was changed, and how often it had been when it was last saved.
    changes: State<[u32; 2]>,
    /// Whether what comes onto the desk next is from the shelf.
    following: State<bool>,
    /// Whether a version is on its way to or from the shelf, and if so, whether another tab has told of one meanwhile.
    busy: State<Option<bool>>,
    timer: State<Option<Timeout>>,
    /// What is to happen once everything is saved.
    next: State<Option<Box<dyn FnOnce()>>>,
}

impl Keeper {
    /// Keeps what was read from the shelf and is on `desk` now.
    pub fn new(desk: Desk, saving: Saving) -> Self {
        let keeper = Self {
            desk,
            saving: State::new(saving),
            name: State::new(shelf::called()),
            changes: State::new([0, 0]),
            following: State::new(false),
            busy: State::new(None),
            timer: State::new(None),
            next: State::new(None),
        };
        let mut first = true;
        live::effect(move || {
            desk.with(|_| ());
            // What is typed into a long source reaches the document later.
            desk.stale.get();
            if !std::mem::take(&mut first) && !keeper.following.update_untracked(std::mem::take) {
                keeper.changes.update_untracked(|[now, _]| *now += 1);
                keeper.soon(SAVE_AFTER);
            }
        });
        keeper
    }

    /// Saves after a while, unless that is to happen already.
    fn soon(self, after: u32) {
        if self.timer.with_untracked(Option::is_none) {
            let save = move || {
                self.timer.take();
                self.desk.read_now();
                self.save();
            };
            self.timer.set(Some(live::later(after, save)));
        }
    }

    fn is_busy(self) -> bool {
        self.busy.with_untracked(Option::is_some)
    }

    /// Nothing is on its way any more: what has waited for that happens.
    fn rest(self) {
        if self.busy.take() == Some(true) {
            self.look();
        }
        if self.is_clean() {
            self.next.take().into_iter().for_each(|act| act());
        } else {
            // What has changed meanwhile waits already, or has waited long enough.
            self.soon(0);
        }
    }

    fn is_clean(self) -> bool {
        self.changes.with_untracked(|[now, saved]| now == saved)
    }

    /// Saves now, if there is anything to save.
    pub fn save(self) {
        if self.is_busy() {
            return;
        }
        if self.is_clean() {
            return self.rest();
        }
        if self.saving.get_untracked() == Saving::Not(NotSaved::Conflict) {
            self.next.take();
            return self.note();
        }
        self.busy.set(Some(false));
        let slow = live::later(SLOW, move || self.saving.set(Saving::Not(NotSaved::Blocked)));
        let now = self.changes.with_untracked(|[now, _]| *now);
        let title = self.desk.peek(title);
        spawn_local(async move {
            let mut saved = Err(NotSaved::Full);
            // Where there is no room for the way back, there may be for the draft.
            for bytes in [HISTORY_BYTES, 0] {
                if saved == Err(NotSaved::Full) {
                    let record = self.desk.peek_history(|history| to_record(history, bytes));
                    let at = shelf::save(&record, &title).await.map_err(NotSaved::from);
                    saved = at.and_then(|at| at.as_f64().ok_or(NotSaved::Conflict));
                }
            }
            slow.cancel();
            self.ended(saved, now);
            self.rest();
        });
    }

    /// Saves, and does something when everything is saved; where that fails, the page says so, and nothing is done.
    pub fn when_saved(self, act: impl FnOnce() + 'static) {
        self.desk.read_now();
        self.next.set(Some(Box::new(act)));
        self.save();
    }

    /// The state that had been changed `now` times was saved, or was not.
    fn ended(self, saved: Result<f64, NotSaved>, now: u32) {
        match saved {
            Ok(at) => {
                self.saving.set(shelf::tell().map_or_else(|error| Saving::Not(error.into()), |()| Saving::Saved(at)));
                self.name.set(shelf::called());
                self.changes.update_untracked(|[_, saved]| *saved = now);
                if self.is_clean() {
                    self.forget();
                }
            }
            Err(why) => {
                self.next.take();
                self.saving.set(Saving::Not(why));
                self.note();
                self.soon(AGAIN);
            }
        }
    }

    /// Notes what is not saved, at once.
    fn note(self) {
        let title = self.desk.peek(title);
        let note = |bytes| shelf::note(&self.desk.peek_history(|history| to_record(history, bytes)), &title);
        // Where it does not fit or is not allowed, the page has said so already, or is gone.
        let _ = note(HISTORY_BYTES).or_else(|_| note(0));
    }

    /// Everything is saved.
    fn forget(self) {
        // A note that stays is compared with what was saved, and found there.
        let _ = shelf::forget();
        self.changes.update_untracked(|[now, saved]| *saved = *now);
    }

    /// The last moment at which a page that goes away can keep something.
    pub fn leave(self) {
        self.desk.read_now();
        if !self.is_clean() {
            self.note();
            self.save();
        }
    }

    /// Looks whether another tab has saved a later version.
    pub fn look(self) {
        spawn_local(async move {
            if shelf::late().await.is_ok_and(|late| late.is_truthy()) {
                self.heard();
            }
        });
    }

    /// Another tab has saved: with nothing unsaved here it is followed, else the person chooses.
    pub fn heard(self) {
        if self.is_busy() {
            self.busy.set(Some(true));
        } else if self.is_clean() {
            self.follow(false);
        } else {
            // Whether that is of the same change or of another finds out who saves.
            self.save();
        }
    }

    /// Goes on with the draft that another tab has saved; over what was typed here if that was chosen, and undo brings it back.
    pub fn follow(self, chosen: bool) {
        self.turn_to(Some(shelf::current()), move |keeper, history, saving| {
            if !matches!(saving, Saving::Saved(_)) {
                return keeper.saving.set(saving);
            }
            if !chosen && !keeper.is_clean() {
                // Somebody has typed in between. Whether that is another change finds out who saves.
                return;
            }
            if keeper.desk.peek(|here| here != history.document()) {
                keeper.following.set(true);
                if chosen { keeper.desk.replace(history.document().clone()) } else { keeper.desk.put(history) }
            }
            keeper.desk.say(texts::FOLLOWED);
            keeper.shown(saving);
        });
    }

    /// Goes on with the draft on this page, as the version after the one of another tab.
    pub fn keep_mine(self) {
        self.turn_to(Some(shelf::current()), |keeper, _, _| {
            let _ = shelf::show();
            keeper.saving.set(Saving::Nothing);
        });
    }

    /// Shows another document, or a new one, once this one is saved.
    pub fn open(self, id: Option<String>) {
        self.when_saved(move || {
            let again = id.clone();
            self.turn_to(id, move |keeper, history, saving| {
                if !keeper.is_clean() {
                    // Somebody has typed in between.
                    return keeper.open(again);
                }
                keeper.following.set(true);
                keeper.desk.put(history);
                keeper.shown(saving);
            });
        });
    }

    /// Reads a document, or begins one, and goes on with it; nothing else comes from or goes to the shelf meanwhile.
    fn turn_to(self, id: Option<String>, then: impl FnOnce(Self, History, Saving) + 'static) {
        if self.is_busy() {
            return;
        }
        self.busy.set(Some(false));
        let then: Box<dyn FnOnce(Self, History, Saving)> = Box::new(then);
        spawn_local(async move {
            let chosen = match &id {
                None => {
                    shelf::begin(None);
                    Ok(())
                }
                Some(id) => shelf::choose(id).await.map(drop),
            };
            let (history, saving) = match chosen {
                Ok(()) => read().await,
                Err(error) => (History::default(), Saving::Not(error.into())),
            };
            match saving {
                Saving::Not(_) => self.saving.set(saving),
                _ => then(self, history, saving),
            }
            self.rest();
        });
    }

    /// The chosen document is on the desk.
    fn shown(self, saving: Saving) {
        // Where the tab cannot keep which one it shows, it begins with the one saved last.
        let _ = shelf::show();
        self.name.set(shelf::called());
        self.saving.set(saving);
        self.forget();
    }

    /// Makes a document of its own of the draft on this page, and leaves the one on the shelf as it is.
    pub fn branch(self) {
        shelf::begin(Some([&self.title(), " (2)"].concat()));
        let _ = shelf::show();
        self.name.set(shelf::called());
        self.saving.set(Saving::Nothing);
        self.changed();
    }

    /// What the document is called: by the person, or after what it says.
    pub fn title(self) -> String {
        self.name.get().unwrap_or_else(|| self.desk.with(title))
    }

    /// Calls the document by this name; by what it says if that is empty.
    pub fn rename(self, name: &str) {
        shelf::call(name);
        self.name.set(shelf::called());
        self.changed();
    }

    /// Saves the document as it is as a new version.
    fn changed(self) {
        self.changes.update_untracked(|[now, _]| *now += 1);
        self.save();
        self.soon(SAVE_AFTER);
    }
}

/// What a document is called: after the person, or by its first line.
fn title(document: &Document) -> String {
    let name = document.resume.basics.text(Field::Name);
    let line = || document.parsed.source.text().lines().map(str::trim).find(|line| !line.is_empty());
    name.or_else(line).unwrap_or_default().chars().take(80).collect()
}
