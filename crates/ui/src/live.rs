//! What changes on the page, without the types of the closures that say how.
//!
//! Leptos is compiled anew for every type it meets, and every closure is a type of its own: some 2 KB each. Everything that changes
//! goes through here and becomes one of a few types.

use faircopy::{Id, SectionKind};
use leptos::prelude::*;

use crate::texts;

/// A part of the page that is made again whenever what it reads changes.
pub type Live = Box<dyn FnMut() -> AnyView + Send>;

/// What happens at an event.
pub type Act<E> = Box<dyn FnMut(E)>;

/// A text.
pub fn text(of: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(of)
}

/// Yes or no.
pub fn flag(of: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(of)
}

/// An attribute that is "true" or absent.
pub fn mark(of: impl Fn() -> bool + Send + Sync + 'static) -> Signal<Option<String>> {
    attribute(move || of().then(|| "true".to_owned()))
}

/// An attribute that may be absent.
pub fn attribute(of: impl Fn() -> Option<String> + Send + Sync + 'static) -> Signal<Option<String>> {
    Signal::derive(of)
}

/// A part of the page.
pub fn part(of: impl FnMut() -> AnyView + Send + 'static) -> Live {
    Box::new(of)
}

/// A part of the page that is there while `when` says so.
pub fn shown(when: impl Fn() -> bool + Send + Sync + 'static, what: impl Fn() -> AnyView + Send + 'static) -> Live {
    let when = memo(when);
    part(move || if when.get() { what() } else { ().into_any() })
}

/// What a row of a list shows: an entry, a group or a section, and the kind of section it is or belongs to.
pub type Key = (Id, SectionKind);

/// Rows of a list. A row stays the same one while its key is in the list.
pub fn rows(
    keys: impl Fn() -> Vec<Key> + Send + Sync + 'static,
    row: impl Fn(Id, SectionKind) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let keys: Box<dyn Fn() -> Vec<Key> + Send> = Box::new(keys);
    let row: std::sync::Arc<dyn Fn(Id, SectionKind) -> AnyView + Send + Sync> = std::sync::Arc::new(row);
    view! { <For each=keys key=|key| *key children=move |(id, kind)| row(id, kind) /> }.into_any()
}

/// A value that is news only where it differs from what it was.
pub fn memo<T: PartialEq + Send + Sync + 'static>(of: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let of: Box<dyn Fn() -> T + Send + Sync> = Box::new(of);
    Memo::new(move |_| of())
}

/// Does something now, and again whenever what it reads changes.
pub fn effect(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_| act());
}

/// What happens at an event.
pub fn on<E: 'static>(act: impl FnMut(E) + 'static) -> Act<E> {
    Box::new(act)
}

/// A button with a text on it.
pub fn button(class: &'static str, text: &'static str, mut act: impl FnMut() + 'static) -> AnyView {
    let on_click = on(move |_: web_sys::MouseEvent| act());
    view! { <button type="button" class=class on:click=on_click>{text}</button> }.into_any()
}

/// A button with a mark on it, and a name for those who do not see or know the mark. It stays in reach while it is of no use.
pub fn tool(
    class: &'static str,
    mark: &'static str,
    name: &'static str,
    useless: Signal<Option<String>>,
    act: impl FnMut(web_sys::MouseEvent) + 'static,
) -> AnyView {
    let on_click = on(act);
    view! { <button type="button" class=class title=name aria-label=name aria-disabled=useless on:click=on_click>{mark}</button> }
        .into_any()
}

/// A button for more of a long list, while it has more than the `most` shown.
pub fn more(all: impl Fn() -> usize + Send + Sync + 'static, most: RwSignal<usize>, step: usize) -> Live {
    let show = move || most.update(|most| *most += step);
    shown(move || all() > most.get(), move || button("quiet section-more", texts::SHOW_MORE, show))
}
