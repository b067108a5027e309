//! Everything that is done around the code.

fn main() {}
