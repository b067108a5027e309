//! What stands in an element: nothing, a text, elements, a part that is made again, or rows that come, go and move.
//!
//! Leptos makes code for each type of a view. Here there is one, which knows what the page is made of.

use std::borrow::Cow;

use faircopy::{Id, SectionKind};
use leptos::prelude::{Owner, document};
use web_sys::Node;

use crate::boxed::Tell;
use crate::effect::Effect;
use crate::element::{Element, Made};
use crate::live::State;

/// What is to be shown in an element.
#[must_use = "a view is made when it is shown"]
pub enum View {
    /// Nothing.
    Nothing,
    /// A text.
    Text(Cow<'static, str>),
    /// Elements, one after the other.
    Elements(Vec<Element>),
    /// What is made again whenever what it has read changes.
    Part(Box<dyn Tell<View>>),
    /// An element for each key. It stays the same one while its key is there.
    Rows(Keys, MakeRow),
}

/// What a row of a list shows: an entry, a group or a section, and the kind of section it is or belongs to.
pub type Key = (Id, SectionKind);
/// The keys of rows, in order.
pub type Keys = Box<dyn Tell<Vec<Key>>>;
/// Makes a row.
pub type MakeRow = Box<dyn Fn(Id, SectionKind) -> Element + Send>;

impl From<Element> for View {
    fn from(element: Element) -> Self {
        Self::Elements(vec![element])
    }
}

impl From<Vec<Element>> for View {
    fn from(elements: Vec<Element>) -> Self {
        Self::Elements(elements)
    }
}

impl From<String> for View {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// What keeps up to date what is shown, for as long as it is there.
pub struct Shown {
    _elements: Vec<Made>,
    _effect: Option<Effect>,
}

/// Shows a view in `parent`, before one of the nodes in it or at its end.
pub fn show(view: View, parent: &Node, before: Option<&Node>) -> Shown {
    let mut elements = Vec::new();
    let mut effect = None;
    match view {
        View::Nothing => {}
        View::Text(text) => insert(parent, &document().create_text_node(&text), before),
        View::Elements(all) => {
            for element in all {
                let made = element.make();
                insert(parent, made.node(), before);
                elements.push(made);
            }
        }
        View::Part(of) => effect = Some(part(of, &marker(parent, before), &marker(parent, before))),
        View::Rows(keys, make) => effect = Some(rows(keys, make, &marker(parent, before))),
    }
    Shown { _elements: elements, _effect: effect }
}

/// A node that is not to be seen, and marks where something begins or ends that may be empty.
fn marker(parent: &Node, before: Option<&Node>) -> Node {
    let marker = document().create_comment("").into();
    insert(parent, &marker, before);
    marker
}

fn insert(parent: &Node, node: &Node, before: Option<&Node>) {
    // It fails only where what comes after has left its parent, together with what is shown there.
    let _ = parent.insert_before(node, before);
}

/// Shows between two markers what `of` gives, again and again.
fn part(mut of: Box<dyn Tell<View>>, first: &Node, last: &Node) -> Effect {
    let (first, last) = (first.clone(), last.clone());
    let shown = State::new(None);
    let mut was_text = false;
    Effect::now(Box::new(move || {
        let view = of.tell();
        let Some(parent) = last.parent_node() else { return };
        let is_text = matches!(view, View::Text(_));
        if let (View::Text(text), true, Some(node)) = (&view, was_text, first.next_sibling()) {
            // A text that says something else costs the browser less than another node.
            return node.set_text_content(Some(text));
        }
        was_text = is_text;
        while let Some(node) = first.next_sibling().filter(|node| *node != last) {
            let _ = parent.remove_child(&node);
        }
        let now = show(view, &parent, Some(&last));
        let _before = shown.update_untracked(|shown| shown.replace(now));
    }))
}

/// A row that is shown.
struct Row {
    key: Key,
    made: Made,
    /// Of what was made for the row.
    _owner: Owner,
}

/// Shows a row for each key before a marker, again and again.
fn rows(mut keys: Keys, make: MakeRow, last: &Node) -> Effect {
    let last = last.clone();
    let shown = State::new(Vec::<Option<Row>>::new());
    // Rows stay when the effect runs again, so what is made for them is not its own.
    let around = Owner::current();
    Effect::now(Box::new(move || {
        let Some(parent) = last.parent_node() else { return };
        let mut before = shown.update_untracked(std::mem::take);
        let mut now: Vec<Option<Row>> = Vec::new();
        for key in keys.tell() {
            // Most rows are where they were, or one further up or down.
            let near = now.len().saturating_sub(1).min(before.len());
            let mut places = (near..before.len()).chain(0..near);
            let same = places.find(|&place| before[place].as_ref().is_some_and(|row| row.key == key));
            now.push(same.and_then(|place| before[place].take()).or_else(|| Some(new_row(key, &make, around.as_ref()))));
        }
        for row in before.iter().flatten() {
            row.made.node().remove();
        }
        let mut next = last.clone();
        for row in now.iter().flatten().rev() {
            let node: &Node = row.made.node();
            if node.next_sibling().as_ref() != Some(&next) {
                insert(&parent, node, Some(&next));
            }
            next = node.clone();
        }
        shown.update_untracked(|shown| *shown = now);
    }))
}

fn new_row(key: Key, of: &MakeRow, around: Option<&Owner>) -> Row {
    let owner = around.map_or_else(Owner::new, Owner::child);
    let made = owner.with(|| of(key.0, key.1).make());
    Row { key, made, _owner: owner }
}
