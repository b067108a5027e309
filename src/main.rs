//! Faircopy in the browser.

fn main() {}
