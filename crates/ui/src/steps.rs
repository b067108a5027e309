//! Reading a long text in steps, between which the page does what else is to do.

use faircopy::{Parsed, Reader};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// The text that is being read, if any.
#[derive(Clone, Copy)]
pub struct Steps(StoredValue<Option<Job>, LocalStorage>);

struct Job {
    reader: Reader,
    done: Box<dyn FnOnce(Parsed)>,
    /// The next step; dropping it calls it off.
    next: Timeout,
}

impl Steps {
    /// Nothing is being read.
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Reads on with `reader`, and calls `done` with what was read, unless another text is started or this one is stopped before.
    pub fn start(self, reader: Reader, done: impl FnOnce(Parsed) + 'static) {
        let job = Job { reader, done: Box::new(done), next: self.soon() };
        self.0.set_value(Some(job));
    }

    /// Gives up what is being read.
    pub fn stop(self) {
        self.0.set_value(None);
    }

    fn soon(self) -> Timeout {
        Timeout::new(0, move || self.step())
    }

    fn step(self) {
        let Some(mut job) = self.0.try_update_value(Option::take).flatten() else { return };
        if job.reader.step() {
            job.next = self.soon();
            self.0.set_value(Some(job));
        } else {
            (job.done)(job.reader.finish());
        }
    }
}
