//! Keeps the draft: saves it as it changes, never over what another tab has saved.

use faircopy::{Document, Field, History};
use faircopy_ui::live::State;
use faircopy_ui::{Desk, live, texts};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use crate::draft::{Unusable, from_record, to_record};
use crate::shelf::{self, NotSaved};

/// What became of the draft.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saving {
    /// Nothing was there to save.
    Nothing,
    /// Saved, at this time in milliseconds since 1970.
    Saved(f64),
    /// Changes are not kept.
    Not(NotSaved),
    /// What was stored last could not be read, and this is the version before it, of this time.
    Older(f64),
    /// A later version of the program wrote what is stored, and this is a new document beside it.
    Newer,
    /// Nothing of what was stored could be read; from here on it is saved again.
    Damaged,
}

/// About as much of the history as is kept over a reload.
const HISTORY_BYTES: usize = 2_000_000;
/// The draft is saved this long after the first change that is not saved yet, in milliseconds. A browser that is killed loses no more
/// than this and the time that saving takes.
const SAVE_AFTER: u32 = 400;
/// When saving takes longer than this, a person has to know.
const SLOW: u32 = 900;
/// What could not be saved is tried again after this time.
const AGAIN: u32 = 3000;

/// Reads the newest version of the document on the shelf that can be read.
pub async fn read() -> (History, Saving) {
    let mut saving = Saving::Nothing;
    loop {
        match shelf::older().await {
            Err(error) => return (History::default(), Saving::Not(error.into())),
            Ok(record) => {
                let Some(record) = record.as_string() else { return (History::default(), saving) };
                match from_record(&record) {
                    Ok(history) if saving == Saving::Nothing => return (history, Saving::Saved(saved_at())),
                    Ok(history) => return (history, Saving::Older(saved_at())),
                    Err(Unusable::Newer) => {
                        // What is typed here has to go elsewhere.
                        shelf::begin(None);
                        return (History::default(), Saving::Newer);
                    }
                    Err(Unusable::Damaged) => saving = Saving::Damaged,
                }
            }
        }
    }
}

fn saved_at() -> f64 {
    shelf::saved_at().unwrap_or_default()
}

/// Keeps the draft on a desk. A handle, to be copied.
#[derive(Clone, Copy)]
pub struct Keeper {
    desk: Desk,
    /// What became of the draft.
    pub saving: State<Saving>,
    /// How often the draft was changed, and how often it had been when it was last saved.
    changes: State<[u32; 2]>,
    /// Whether what comes onto the desk next is from the shelf.
    following: State<bool>,
    /// Whether a version is on its way to the shelf.
    busy: State<bool>,
    timer: State<Option<Timeout>>,
}

impl Keeper {
    /// Keeps what was read from the shelf and is on `desk` now.
    pub fn new(desk: Desk, saving: Saving) -> Self {
        let keeper = Self {
            desk,
            saving: State::new(saving),
            changes: State::new([0, 0]),
            following: State::new(false),
            busy: State::new(false),
            timer: State::new(None),
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
            self.timer.set(Some(Timeout::new(after, save)));
        }
    }

    fn is_clean(self) -> bool {
        self.changes.with_untracked(|[now, saved]| now == saved)
    }

    /// Saves now, if there is anything to save.
    pub fn save(self) {
        if self.is_clean() || self.busy.get_untracked() {
            return;
        }
        if self.saving.get_untracked() == Saving::Not(NotSaved::Conflict) {
            return self.note();
        }
        self.busy.set(true);
        let slow = Timeout::new(SLOW, move || self.saving.set(Saving::Not(NotSaved::Blocked)));
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
            self.busy.set(false);
            self.ended(saved, now);
        });
    }

    /// The state that had been changed `now` times was saved, or was not.
    fn ended(self, saved: Result<f64, NotSaved>, now: u32) {
        match saved {
            Ok(at) => {
                self.saving.set(shelf::tell().map_or_else(|error| Saving::Not(error.into()), |()| Saving::Saved(at)));
                self.changes.update_untracked(|[_, saved]| *saved = now);
                if self.is_clean() {
                    self.forget();
                } else {
                    self.soon(SAVE_AFTER);
                }
            }
            Err(why) => {
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
        // A version that is on its way finds out by itself.
        if self.busy.get_untracked() {
            return;
        }
        if self.is_clean() {
            self.follow(false);
        } else {
            self.saving.set(Saving::Not(NotSaved::Conflict));
            self.note();
        }
    }

    /// Goes on with the draft that another tab has saved; over what was typed here if that was chosen, and undo brings it back.
    pub fn follow(self, chosen: bool) {
        spawn_local(async move {
            if !self.is_there(shelf::choose(&shelf::current()).await) {
                return;
            }
            let (history, saving) = read().await;
            if !matches!(saving, Saving::Saved(_)) {
                return self.saving.set(saving);
            }
            if !chosen && !self.is_clean() {
                // Somebody has typed in between.
                return self.saving.set(Saving::Not(NotSaved::Conflict));
            }
            if self.desk.peek(|here| here != history.document()) {
                self.following.set(true);
                if chosen { self.desk.replace(history.document().clone()) } else { self.desk.put(history) }
            }
            self.desk.say(texts::FOLLOWED);
            self.saving.set(saving);
            self.forget();
        });
    }

    /// Goes on with the draft on this page, as the version after the one of another tab.
    pub fn keep_mine(self) {
        spawn_local(async move {
            if self.is_there(shelf::choose(&shelf::current()).await) {
                self.saving.set(Saving::Nothing);
                self.save();
            }
        });
    }

    /// Makes a document of its own of the draft on this page, and leaves the other tab's as it is.
    pub fn keep_both(self) {
        let title = [&self.desk.peek(title), " (2)"].concat();
        shelf::begin(Some(title));
        self.saving.set(Saving::Nothing);
        self.save();
    }

    fn is_there(self, answer: Result<JsValue, JsValue>) -> bool {
        answer.map_err(|error| self.saving.set(Saving::Not(error.into()))).is_ok()
    }
}

/// What a document is called: after the person, or by its first line.
fn title(document: &Document) -> String {
    let name = document.resume.basics.text(Field::Name);
    let line = || document.parsed.source.text().lines().map(str::trim).find(|line| !line.is_empty());
    name.or_else(line).unwrap_or_default().chars().take(80).collect()
}
