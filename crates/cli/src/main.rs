//! Faircopy for files and pipes.

fn main() {}
