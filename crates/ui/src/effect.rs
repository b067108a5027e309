//! What is done again whenever something changes that it has read.
//!
//! Leptos runs each effect as a task of its own, for which it brings channels, futures and an executor. Here one queue holds those
//! whose turn has come, and what they do is a boxed closure, so that all of them are of one type.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use leptos::prelude::{Owner, queue_microtask};
use leptos::reactive::graph::{AnySource, AnySubscriber, ReactiveNode, Source, Subscriber, WithObserver};

use crate::boxed::Tell;

/// Something that is done again until this is dropped.
#[must_use = "an effect ends when it is dropped"]
pub struct Effect(Arc<Node>);

impl Effect {
    /// Does something at once, and again soon whenever what it has read changes.
    pub fn now(act: Box<dyn Tell<()>>) -> Self {
        let effect = Self::new(act);
        effect.0.run();
        effect
    }

    /// Does something soon, and again whenever what it has read changes.
    pub fn soon(act: Box<dyn Tell<()>>) -> Self {
        let effect = Self::new(act);
        effect.0.mark_dirty();
        effect
    }

    fn new(act: Box<dyn Tell<()>>) -> Self {
        Self(Arc::new_cyclic(|me| Node {
            me: me.clone(),
            owner: Owner::new(),
            act: Mutex::new(act),
            state: Mutex::new(State { is_dirty: false, waits: false, sources: Vec::new() }),
        }))
    }
}

/// An effect in the graph of what depends on what.
struct Node {
    me: Weak<Self>,
    /// Of what the effect makes, which goes when it is done again.
    owner: Owner,
    act: Mutex<Box<dyn Tell<()>>>,
    state: Mutex<State>,
}

struct State {
    /// Whether something that it has read has changed for certain.
    is_dirty: bool,
    /// Whether it is in the queue.
    waits: bool,
    /// What it has read.
    sources: Vec<AnySource>,
}

thread_local! {
    /// The effects whose turn has come, in order.
    static WAITING: RefCell<VecDeque<Weak<Node>>> = const { RefCell::new(VecDeque::new()) };
}

impl Node {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn subscriber(&self) -> AnySubscriber {
        AnySubscriber(self.me.as_ptr() as usize, self.me.clone())
    }

    fn run(&self) {
        let subscriber = self.subscriber();
        self.clear_sources(&subscriber);
        let act = || self.act.lock().unwrap_or_else(PoisonError::into_inner).tell();
        self.owner.with_cleanup(|| subscriber.with_observer(act));
    }

    /// Puts the effect in the queue unless it is there.
    fn wait(&self) {
        if std::mem::replace(&mut self.state().waits, true) {
            return;
        }
        let is_first = WAITING.with_borrow_mut(|waiting| {
            waiting.push_back(self.me.clone());
            waiting.len() == 1
        });
        if is_first {
            queue_microtask(|| {
                while let Some(node) = WAITING.with_borrow_mut(VecDeque::pop_front) {
                    // Those that ended while they waited are gone.
                    if let Some(node) = node.upgrade() {
                        node.take_turn();
                    }
                }
            });
        }
    }

    fn take_turn(&self) {
        self.state().waits = false;
        if self.update_if_necessary() {
            self.run();
        }
    }
}

impl ReactiveNode for Node {
    fn mark_dirty(&self) {
        self.state().is_dirty = true;
        self.wait();
    }

    fn mark_check(&self) {
        self.wait();
    }

    fn mark_subscribers_check(&self) {}

    fn update_if_necessary(&self) -> bool {
        let mut state = self.state();
        if std::mem::take(&mut state.is_dirty) {
            return true;
        }
        let sources = state.sources.clone();
        drop(state);
        // Who observes is not told again that a source has changed.
        self.subscriber().with_observer(|| sources.iter().any(ReactiveNode::update_if_necessary))
    }
}

impl Subscriber for Node {
    fn add_source(&self, source: AnySource) {
        self.state().sources.push(source);
    }

    fn clear_sources(&self, subscriber: &AnySubscriber) {
        let sources = std::mem::take(&mut self.state().sources);
        for source in &sources {
            source.remove_subscriber(subscriber);
        }
    }
}
