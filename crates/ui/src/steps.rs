//! Reading a long text in steps, between which the page does what else is to do.

use std::sync::Arc;

use faircopy::{Parsed, Reader};
use gloo_timers::callback::Timeout;

use crate::live::{State, later};

/// The text that is being read, if any.
#[derive(Clone, Copy)]
pub struct Steps(State<Option<Job>>);

struct Job {
    /// The text until the first step, which looks at its lines.
    text: Arc<Parsed>,
    reader: Option<Reader>,
    done: Box<dyn FnOnce(Parsed)>,
    /// The next step; dropping it calls it off.
    next: Timeout,
}

impl Steps {
    /// Nothing is being read.
    pub fn new() -> Self {
        Self(State::new(None))
    }

    /// Reads the source of `text`, and calls `done` with what was read, unless another text is started or this one is stopped before.
    pub fn start(self, text: Arc<Parsed>, done: impl FnOnce(Parsed) + 'static) {
        let job = Job { text, reader: None, done: Box::new(done), next: self.soon() };
        self.0.set(Some(job));
    }

    /// Gives up what is being read.
    pub fn stop(self) {
        self.0.set(None);
    }

    fn soon(self) -> Timeout {
        later(0, move || self.step())
    }

    fn step(self) {
        let Some(mut job) = self.0.take() else { return };
        let reader = match job.reader.take() {
            None => Reader::new(job.text.source.text()),
            Some(mut reader) => {
                if !reader.step() {
                    return (job.done)(reader.finish());
                }
                reader
            }
        };
        job.reader = Some(reader);
        job.next = self.soon();
        self.0.set(Some(job));
    }
}
