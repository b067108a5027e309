//! An element of the page: what is set on it, what happens at its events, what stands in it.
//!
//! Leptos gives every attribute, listener and element a type of its own, and makes code for each. Here all elements are of one type, and
//! what changes is a boxed closure that an effect reads.

use std::borrow::Cow;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::attribute::{Attribute, any_attribute::AnyAttribute};
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use wasm_bindgen::JsCast;
use web_sys::Event;

use crate::live::Handle;

/// An element that is still to be made.
#[must_use = "an element is made when it is shown"]
pub struct Element(Box<Plan>);

/// What is said of an element before it is made.
struct Plan {
    tag: &'static str,
    settings: Vec<Setting>,
    children: Vec<AnyView>,
}

/// Something that is said of an element.
enum Setting {
    Attribute(&'static str, Cow<'static, str>),
    Changing(&'static str, Box<dyn Fn() -> Option<String> + Send>),
    Class(&'static str, Box<dyn Fn() -> bool + Send>),
    Text(Cow<'static, str>),
    ChangingText(Box<dyn Fn() -> String + Send>),
    On(&'static str, Box<dyn FnMut(Event) + Send>),
    Handle(Handle),
}

/// An element of this kind.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Plan { tag, settings: Vec::new(), children: Vec::new() }))
}

impl Element {
    /// With these classes.
    pub fn class(self, classes: impl Into<Cow<'static, str>>) -> Self {
        self.attr("class", classes)
    }

    /// With this attribute.
    pub fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.with_attribute(name, value.into())
    }

    /// With an attribute that changes, and may be absent.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        self.with(Setting::Changing(name, Box::new(value)))
    }

    /// With an attribute that is "true" or absent.
    pub fn mark(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.live(name, move || value().then(|| "true".to_owned()))
    }

    /// With a class that comes and goes. `class` and a changing "class" come before it.
    pub fn class_if(self, name: &'static str, value: impl Fn() -> bool + Send + 'static) -> Self {
        self.with(Setting::Class(name, Box::new(value)))
    }

    /// With a text, and no other content.
    pub fn text(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.with(Setting::Text(text.into()))
    }

    /// With a text that changes, and no other content.
    pub fn live_text(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.with(Setting::ChangingText(Box::new(text)))
    }

    /// With something that happens at an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + Send + 'static) -> Self {
        self.with(Setting::On(event, Box::new(act)))
    }

    /// To be found by this handle.
    pub fn handle(self, handle: Handle) -> Self {
        self.with(Setting::Handle(handle))
    }

    /// With something in it, after what it has already.
    pub fn child(self, child: impl Into<AnyView>) -> Self {
        self.with_child(child.into())
    }

    /// With some more in it.
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Element::child)
    }

    // Everything above is compiled anew for every closure; what follows is not.

    #[inline(never)]
    fn with(mut self, setting: Setting) -> Self {
        self.0.settings.push(setting);
        self
    }

    #[inline(never)]
    fn with_attribute(self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.with(Setting::Attribute(name, value))
    }

    #[inline(never)]
    fn with_child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }
}

impl From<Element> for AnyView {
    #[inline(never)]
    fn from(element: Element) -> Self {
        element.into_any()
    }
}

/// An element in the page, with what keeps it up to date for as long as it is there.
pub struct Made {
    node: web_sys::Element,
    effects: Vec<RenderEffect<()>>,
    listeners: Vec<EventListener>,
    children: Vec<AnyViewState>,
}

impl Made {
    fn set(&mut self, setting: Setting) {
        let node = self.node.clone();
        let effect: Box<dyn FnMut(Option<()>)> = match setting {
            Setting::Attribute(name, value) => return set_attribute(&node, name, Some(&value)),
            Setting::Text(text) => return node.set_text_content(Some(&text)),
            Setting::Handle(handle) => return handle.set(Some(node)),
            Setting::On(event, mut act) => {
                let options = EventListenerOptions::enable_prevent_default();
                let listener = EventListener::new_with_options(&node, event, options, move |event| act(event.clone()));
                return self.listeners.push(listener);
            }
            Setting::Changing(name, value) => Box::new(move |_| set_attribute(&node, name, value().as_deref())),
            Setting::ChangingText(text) => Box::new(move |_| node.set_text_content(Some(&text()))),
            Setting::Class(name, value) => Box::new(move |_| {
                let _ = node.class_list().toggle_with_force(name, value());
            }),
        };
        self.effects.push(RenderEffect::new(effect));
    }
}

fn set_attribute(node: &web_sys::Element, name: &str, value: Option<&str>) {
    // Both fail only for names that no element can have.
    let _ = match value {
        Some(value) => node.set_attribute(name, value),
        None => node.remove_attribute(name),
    };
}

impl Render for Element {
    type State = Made;

    fn build(self) -> Made {
        let node = document().create_element(self.0.tag).expect("the tags are those of HTML");
        let mut made = Made { node, effects: Vec::new(), listeners: Vec::new(), children: Vec::new() };
        self.0.settings.into_iter().for_each(|setting| made.set(setting));
        for child in self.0.children {
            let mut child = child.build();
            child.mount(&made.node, None);
            made.children.push(child);
        }
        made
    }

    /// Another element takes the place of this one: they may have nothing in common.
    fn rebuild(self, state: &mut Made) {
        let mut made = self.build();
        state.insert_before_this(&mut made);
        state.unmount();
        *state = made;
    }
}

impl Mountable for Made {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        // It fails only where the marker has left its parent, together with what is shown there.
        let _ = parent.insert_before(&self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node.parent_element();
        parent.inspect(|parent| child.mount(parent, Some(&self.node))).is_some()
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.node.clone()]
    }
}

/// What is added to a view from outside is not for its elements.
impl AddAnyAttr for Element {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

/// Leptos asks any view how a server would write it. There is none: all elements are made in the browser.
impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Made {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// The element an event happened to, as what it is known to be.
pub fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}
