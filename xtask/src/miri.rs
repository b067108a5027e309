//! Miri: the core's tests run by an interpreter that sees what the language does not define, in this code and in what it uses.

use crate::places;
use crate::run::{Outcome, output, run, step};
use std::process::Command;

/// The parts of the core whose tests Miri runs in two minutes of the processor: what handles bytes and spans. Readings by the network
/// would take hours.
const PARTS: [&str; 6] = ["source::", "repair::", "json::", "date::", "order::", "parsed::"];
/// What is tried of what is tried at random.
const CASES: &str = "2";

/// Runs those tests, by a nightly toolchain with Miri.
pub fn miri() -> Outcome {
    if output("cargo", &["+nightly", "miri", "--version"]).is_none() {
        step("Installing a nightly toolchain with Miri");
        let toolchain = ["toolchain", "install", "nightly", "--profile", "minimal", "--component", "miri,rust-src"];
        run(Command::new("rustup").args(toolchain))?;
    }
    step("Running the core's tests under Miri");
    let mut cargo = Command::new("cargo");
    cargo.args(["+nightly", "miri", "test", "--package", "faircopy", "--lib", "--"]).args(PARTS).current_dir(places::root());
    // Tests that look at files need to.
    cargo.env("MIRIFLAGS", "-Zmiri-disable-isolation").env("PROPTEST_CASES", CASES);
    run(cargo.env("CARGO_TARGET_DIR", places::target().join("miri")))
}
