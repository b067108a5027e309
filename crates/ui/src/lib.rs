//! The editor's components, shared by the app and the widget.
//!
//! [`Desk`] is the state, [`Editor`] what a person sees of it. Components find the desk by context. They stand in a page or in a
//! shadow root alike: nothing is looked up by id, and nothing depends on the style sheets around them.

// Nothing that people read is written as programmers see it: the web build drops the code for that (`e2e/lib/panics.mjs`).
#![cfg_attr(not(test), warn(clippy::use_debug))]

mod boxed;
mod desk;
mod dom;
mod editor;
mod effect;
pub mod element;
mod entry;
mod fair_copy;
mod fields;
mod index;
mod input;
mod js;
mod kept;
mod lines;
pub mod live;
mod menu;
mod mirror;
mod offsets;
mod past;
mod reassign;
mod review;
mod section;
mod source;
mod spot;
mod steps;
mod take;
pub mod texts;
mod tint;
mod tray;
mod view;

pub use desk::{Desk, Follow, Pointed};
pub use dom::focus_soon;
pub use editor::{Pane, editor, pane_tabs};
pub use fair_copy::Format;
pub use index::Index;
pub use js::emit;
pub use menu::Choice;
pub use review::review_bar;
pub use spot::Spot;
pub use take::save;
pub use tint::Tint;
pub use view::View;
