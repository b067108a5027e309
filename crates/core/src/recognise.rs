//! Recognisers: each finds one kind of value in a piece of text, and says where.

pub mod date;
pub mod duration;
pub mod email;
pub mod phone;
pub mod place;
pub mod profile;
pub mod url;
