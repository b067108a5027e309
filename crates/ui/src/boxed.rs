//! Closures whose types are not known.
//!
//! They could be `dyn Fn`, but those come with code for being called in two or three ways, of which one is used.

use web_sys::Event;

/// Something that gives a value whenever it is asked, or does something.
pub trait Tell<T>: Send {
    /// The value as it is now.
    fn tell(&mut self) -> T;
}

impl<T, F: FnMut() -> T + Send> Tell<T> for F {
    fn tell(&mut self) -> T {
        self()
    }
}

/// Something that is done at an event.
pub trait Hear: Send {
    /// Does it.
    fn hear(&mut self, event: Event);
}

impl<F: FnMut(Event) + Send> Hear for F {
    fn hear(&mut self, event: Event) {
        self(event);
    }
}
