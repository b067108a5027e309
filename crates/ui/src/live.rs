//! What changes on the page, without the types of what changes and of the closures that say how.
//!
//! Leptos is compiled anew for every type it meets, and every closure is a type of its own: some 2 KB each. Everything that changes
//! goes through here and becomes one of a few types.

use std::any::Any;
use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use faircopy::{Id, SectionKind};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::boxed::{Hear, Tell};
use crate::effect::Effect;
use crate::element::{Element, Words, el};
use crate::kept::Kept;
use crate::texts;
use crate::view::{Key, View};

/// A value that may be changed, and is read again then by what has read it. A handle on it, to be copied; it is there for as long as
/// what it was made for.
pub struct State<T> {
    shared: StoredValue<Shared>,
    of: PhantomData<fn(T) -> T>,
}

/// What all handles on a state share.
#[derive(Clone)]
struct Shared {
    value: Arc<Kept>,
    news: ArcTrigger,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

/// An element, once it is made.
pub type Handle = State<Option<web_sys::Element>>;

impl<T: 'static> State<T> {
    /// A state with this value.
    pub fn new(value: T) -> Self {
        Self { shared: share(Rc::new(RefCell::new(value))), of: PhantomData }
    }

    /// Changes the value, and tells nobody.
    pub fn update_untracked<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        change(&mut cell(&*value(self.shared)).borrow_mut())
    }

    /// Changes the value.
    pub fn update<R>(self, change: impl FnOnce(&mut T) -> R) -> R {
        let result = self.update_untracked(change);
        shared(self.shared).news.notify();
        result
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        // What was there goes when it is no longer borrowed.
        let _before = self.update(|now| std::mem::replace(now, value));
    }

    /// Looks at the value, and again whenever it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        shared(self.shared).news.track();
        self.with_untracked(look)
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&cell(&*value(self.shared)).borrow())
    }

    /// The value, and again whenever it changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

impl<T: 'static> State<Option<T>> {
    /// Takes the value out, and tells nobody.
    pub fn take(self) -> Option<T> {
        self.update_untracked(Option::take)
    }
}

fn cell<T: 'static>(value: &dyn Any) -> &RefCell<T> {
    value.downcast_ref().expect("a state has the type it was made with")
}

fn share(value: Rc<dyn Any>) -> StoredValue<Shared> {
    StoredValue::new(Shared { value: Arc::new(Kept::new(value)), news: ArcTrigger::new() })
}

fn shared(handle: StoredValue<Shared>) -> Shared {
    handle.get_value()
}

fn value(handle: StoredValue<Shared>) -> Rc<dyn Any> {
    shared(handle).value.value()
}

/// A value that is made of others, and is news only where it differs from what it was. A handle on it, to be copied.
pub struct Made<T> {
    value: Memo<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Made<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Made<T> {}

/// A value of any type that can be compared with another of the type.
#[derive(Clone)]
struct Value(Arc<dyn Compared>);

trait Compared: Any + Send + Sync {
    fn equals(&self, other: &dyn Compared) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Compared for T {
    fn equals(&self, other: &dyn Compared) -> bool {
        (other as &dyn Any).downcast_ref() == Some(self)
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(&*other.0)
    }
}

/// What makes a value. It could be `dyn Fn`, but for what `boxed.rs` says.
trait Make: Send + Sync {
    fn make(&self) -> Value;
}

impl<F: Fn() -> Value + Send + Sync> Make for F {
    fn make(&self) -> Value {
        self()
    }
}

/// A value that is made of others, and is news only where it differs from what it was.
pub fn memo<T: PartialEq + Send + Sync + 'static>(of: impl Fn() -> T + Send + Sync + 'static) -> Made<T> {
    let of: Box<dyn Make> = Box::new(move || Value(Arc::new(of())));
    Made { value: Memo::new(move |_| of.make()), of: PhantomData }
}

impl<T: 'static> Made<T> {
    /// Looks at the value, and again whenever it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(of_type(&tracked(self.value)))
    }

    /// Looks at the value once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(of_type(&untracked(self.value)))
    }

    /// The value, and again whenever it changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

fn of_type<T: 'static>(value: &Value) -> &T {
    (&*value.0 as &dyn Any).downcast_ref().expect("a value has the type it was made with")
}

fn tracked(value: Memo<Value>) -> Value {
    value.get()
}

fn untracked(value: Memo<Value>) -> Value {
    value.get_untracked()
}

/// Does something soon, and again whenever what it reads changes, for as long as what it was said for.
pub fn effect(act: impl FnMut() + Send + 'static) {
    let effect = Effect::soon(Box::new(act));
    on_cleanup(move || drop(effect));
}

/// Does something after a pause, in milliseconds, unless what this gives is dropped before.
pub fn later(pause: u32, act: impl FnMut() + Send + 'static) -> Timeout {
    boxed_later(pause, Box::new(act))
}

fn boxed_later(pause: u32, mut act: Box<dyn Tell<()>>) -> Timeout {
    Timeout::new(pause, move || act.tell())
}

/// A part of the page that is made again whenever what it reads changes.
pub fn part(of: impl FnMut() -> View + Send + 'static) -> View {
    View::Part(Box::new(of))
}

/// Nothing.
pub fn nothing() -> View {
    View::Nothing
}

/// A part of the page that is there while `when` says so.
pub fn shown(when: impl Fn() -> bool + Send + Sync + 'static, what: impl Fn() -> View + Send + 'static) -> View {
    let when = memo(when);
    part(move || if when.get() { what() } else { nothing() })
}

/// Rows of a list. A row stays the same one while its key is in the list.
pub fn rows(keys: impl Fn() -> Vec<Key> + Send + 'static, row: impl Fn(Id, SectionKind) -> Element + Send + 'static) -> View {
    View::Rows(Box::new(keys), Box::new(row))
}

/// A button with a text on it.
pub fn button(class: &'static str, text: impl Words, mut act: impl FnMut() + Send + 'static) -> Element {
    blank_button(class, Box::new(move |_| act())).text(text)
}

/// A button with a mark on it, and a name for those who do not see or know the mark.
pub fn tool(
    class: &'static str,
    mark: &'static str,
    name: &'static str,
    act: impl FnMut(web_sys::Event) + Send + 'static,
) -> Element {
    blank_button(class, Box::new(act)).attr("title", name).attr("aria-label", name).text(mark)
}

fn blank_button(class: &'static str, act: Box<dyn Hear>) -> Element {
    el("button").attr("type", "button").class(class).hearing("click", act)
}

/// A button for more of a long list, while it has more than the `most` shown.
pub fn more(all: impl Fn() -> usize + Send + Sync + 'static, most: State<usize>, step: usize) -> View {
    let show = move || most.update(|most| *most += step);
    shown(move || all() > most.get(), move || button("quiet section-more", texts::SHOW_MORE, show).into())
}
