//! Packs the lexicon when the crate is built: the word files go in, their keys come out. The code that folds words, makes keys and
//! says what words can be known for is that of the crate.

mod pack;
mod tables;

#[allow(dead_code)] // the crate uses the rest
#[path = "../src/lexicon/fold.rs"]
mod fold;
#[allow(dead_code)]
#[path = "../src/lexicon/key.rs"]
mod key;
#[path = "../src/lexicon/lower.rs"]
mod lower;
#[allow(dead_code)]
#[path = "../src/lexicon/packed.rs"]
mod packed;
#[allow(dead_code)]
#[path = "../src/resume/schema.rs"]
mod resume;
#[allow(dead_code)]
#[path = "../src/lexicon/word.rs"]
mod word;

use std::path::Path;
use std::{env, fs};

fn main() {
    // The word files are part of this program, so a change in one runs it again.
    println!("cargo::rerun-if-changed=build");
    let folder = env::var("OUT_DIR").expect("cargo says where to write");
    let files = [
        ("lexicon.bin", pack::pack()),
        ("country_codes.txt", tables::country_codes().into_bytes()),
        ("endings.txt", tables::without_comments(include_str!("../lexicon/endings.txt")).into_bytes()),
        ("networks.txt", tables::without_comments(include_str!("../lexicon/networks.txt")).into_bytes()),
    ];
    for (name, bytes) in files {
        fs::write(Path::new(&folder).join(name), bytes).expect("the folder for what is built can be written to");
    }
}
