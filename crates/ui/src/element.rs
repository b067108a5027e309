//! An element of the page: what is set on it, what happens at its events, what stands in it.
//!
//! Leptos gives every attribute, listener and element a type of its own, and makes code for each. Here all elements are of one type, and
//! what changes is a boxed closure that an effect reads.

use std::borrow::Cow;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{Owner, document};
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::boxed::{Hear, Tell};
use crate::effect::Effect;
use crate::live::Handle;
use crate::texts::Text;
use crate::view::{Shown, View, show};

/// An element that is still to be made.
#[must_use = "an element is made when it is shown"]
pub struct Element(Box<Plan>);

/// What is said of an element before it is made.
struct Plan {
    tag: &'static str,
    settings: Vec<Setting>,
    children: Vec<View>,
}

/// Something that is said of an element.
enum Setting {
    Attribute(&'static str, Cow<'static, str>),
    Changing(&'static str, Box<dyn Tell<Option<String>>>),
    Class(&'static str, Box<dyn Tell<bool>>),
    ChangingText(Box<dyn Tell<String>>),
    On(&'static str, Box<dyn Hear>),
    Handle(Handle),
}

/// An element of this kind.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Plan { tag, settings: Vec::new(), children: Vec::new() }))
}

impl Element {
    /// With these classes.
    pub fn class(self, classes: impl Words) -> Self {
        self.attr("class", classes)
    }

    /// With this attribute.
    pub fn attr(self, name: &'static str, value: impl Words) -> Self {
        value.set(self, name)
    }

    /// With an attribute that changes, and may be absent.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.changing(name, Box::new(value))
    }

    /// With an attribute that is "true" or absent.
    pub fn mark(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.live(name, move || value().then(|| "true".to_owned()))
    }

    /// With a class that comes and goes. `class` and a changing "class" come before it.
    pub fn class_if(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.changing_class(name, Box::new(value))
    }

    /// With a text, and no other content.
    pub fn text(self, text: impl Words) -> Self {
        text.set(self, CONTENT)
    }

    /// With a text that changes, and no other content.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.changing_text(Box::new(text))
    }

    /// With something that happens at an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + Send + 'static) -> Self {
        self.hearing(event, Box::new(act))
    }

    /// To be found by this handle.
    pub fn handle(self, handle: Handle) -> Self {
        self.with(Setting::Handle(handle))
    }

    /// With something in it, after what it has already.
    pub fn child(self, child: impl Into<View>) -> Self {
        self.with_child(child.into())
    }

    /// With some more in it.
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Element::child)
    }

    /// With something that happens at an event.
    #[inline(never)]
    pub(crate) fn hearing(self, event: &'static str, act: Box<dyn Hear>) -> Self {
        self.with(Setting::On(event, act))
    }

    // Everything above is compiled anew for every closure; what follows is not.

    #[inline(never)]
    fn with(mut self, setting: Setting) -> Self {
        self.0.settings.push(setting);
        self
    }

    #[inline(never)]
    fn changing(self, name: &'static str, value: Box<dyn Tell<Option<String>>>) -> Self {
        self.with(Setting::Changing(name, value))
    }

    #[inline(never)]
    fn changing_class(self, name: &'static str, value: Box<dyn Tell<bool>>) -> Self {
        self.with(Setting::Class(name, value))
    }

    #[inline(never)]
    fn changing_text(self, text: Box<dyn Tell<String>>) -> Self {
        self.with(Setting::ChangingText(text))
    }

    #[inline(never)]
    fn with_literal(self, name: &'static str, value: &'static str) -> Self {
        self.with_attribute(name, value.into())
    }

    #[inline(never)]
    fn with_row(self, name: &'static str, value: Text) -> Self {
        self.with_attribute(name, value.into())
    }

    #[inline(never)]
    fn with_attribute(self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.with(Setting::Attribute(name, value))
    }

    #[inline(never)]
    fn with_child(mut self, child: View) -> Self {
        self.0.children.push(child);
        self
    }
}

/// The name under which the text in an element is set, which is no attribute's.
const CONTENT: &str = "";

/// What an attribute or the text in an element may be given as. Each kind comes in by a function of its own, so that the many places
/// which set something hold no more than it takes to name it.
pub trait Words {
    /// Sets an attribute of an element.
    fn set(self, element: Element, name: &'static str) -> Element;
}

impl Words for &'static str {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.with_literal(name, self)
    }
}

impl Words for Text {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.with_row(name, self)
    }
}

impl Words for String {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.with_attribute(name, self.into())
    }
}

impl Words for Cow<'static, str> {
    fn set(self, element: Element, name: &'static str) -> Element {
        element.with_attribute(name, self)
    }
}

/// An element in the page, with what keeps it up to date for as long as it is there.
pub(crate) struct Made {
    node: web_sys::Element,
    effects: Vec<Effect>,
    listeners: Vec<EventListener>,
    children: Vec<Shown>,
}

impl Element {
    /// Makes the element, which is to be put in its place.
    pub(crate) fn make(self) -> Made {
        let Plan { tag, settings, children } = *self.0;
        let node = document().create_element(tag).expect("the tags are those of HTML");
        let mut made = Made { node, effects: Vec::new(), listeners: Vec::new(), children: Vec::new() };
        for setting in settings {
            made.set(setting);
        }
        made.children.extend(children.into_iter().map(|child| show(child, &made.node, None)));
        made
    }
}

impl Made {
    /// The element as the browser has it.
    pub(crate) fn node(&self) -> &web_sys::Element {
        &self.node
    }

    fn set(&mut self, setting: Setting) {
        let node = self.node.clone();
        let act: Box<dyn Tell<()>> = match setting {
            Setting::Attribute(CONTENT, text) => return node.set_text_content(Some(&text)),
            Setting::Attribute(name, value) => return set_attribute(&node, name, Some(&value)),
            Setting::Handle(handle) => return handle.set(Some(node)),
            Setting::On(event, mut act) => {
                let options = EventListenerOptions::enable_prevent_default();
                let listener = EventListener::new_with_options(&node, event, options, move |event| act.hear(event.clone()));
                return self.listeners.push(listener);
            }
            Setting::Changing(name, mut value) => {
                // What stays the same is not set again: the browser would take it for a change.
                let mut before = None;
                Box::new(move || {
                    let now = value.tell();
                    if now != before {
                        set_attribute(&node, name, now.as_deref());
                        before = now;
                    }
                })
            }
            Setting::ChangingText(mut text) => Box::new(move || node.set_text_content(Some(&text.tell()))),
            Setting::Class(name, mut value) => Box::new(move || {
                let _ = node.class_list().toggle_with_force(name, value.tell());
            }),
        };
        self.effects.push(Effect::now(act));
    }
}

fn set_attribute(node: &web_sys::Element, name: &str, value: Option<&str>) {
    // Both fail only for names that no element can have.
    let _ = match value {
        Some(value) => node.set_attribute(name, value),
        None => node.remove_attribute(name),
    };
}

/// Puts an element at the end of `parent`, for as long as the page is there.
pub fn mount(parent: &web_sys::Node, element: impl FnOnce() -> Element) {
    let owner = Owner::new();
    let made = owner.with(|| element().make());
    // It fails only for a parent that cannot have elements.
    let _ = parent.append_child(&made.node);
    std::mem::forget((owner, made));
}

/// The element an event happened to, as what it is known to be.
pub fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}
