//! Fuzzing: inputs by libFuzzer for what must hold of any bytes, by the packages and flags of `fuzz/`.

use crate::places;
use crate::run::{Outcome, output, run, step};
use std::fs;
use std::process::Command;

/// The targets, with the length up to which inputs grow: as long as a thousand a second can be tried.
const TARGETS: [(&str, &str); 5] = [("reading", "256"), ("markdown", "256"), ("json", "512"), ("edits", "192"), ("cli", "256")];
/// Inputs that are tried in all unless another count is asked for.
const MANY: u64 = 10_000_000;
/// An input that takes longer, in seconds, is a fault.
const SLOWEST: &str = "10";

/// Tries so many inputs, as many of each target. What was found to run new code is kept for the next time in the target folder; an
/// input that breaks something is left in the folder of the target, to be named and put into `fuzz/corpus`.
pub fn fuzz(words: &[&str]) -> Outcome {
    let count = match words {
        [] => MANY,
        [count] => count.replace('_', "").parse().map_err(|_| format!("`{count}` is no number of inputs."))?,
        _ => return Err("`fuzz` takes the number of inputs and nothing else.".to_owned()),
    };
    build("build")?;
    let (folder, target) = (places::root().join("fuzz"), places::target().join("fuzz"));
    let host = output("rustc", &["--print", "host-tuple"]).ok_or("`rustc --print host-tuple` says nothing: is rustc on PATH?")?;
    let runs = (count / TARGETS.len() as u64).max(1).to_string();
    for (name, length) in TARGETS {
        step(&format!("Trying {runs} inputs of {name}"));
        let found = target.join("found").join(name);
        fs::create_dir_all(&found).map_err(|error| format!("Cannot make {}: {error}.", found.display()))?;
        let mut fuzzer = Command::new(target.join(&host).join("release").join(name));
        fuzzer.args([format!("-runs={runs}"), format!("-max_len={length}"), format!("-timeout={SLOWEST}")]);
        // Weighing inputs by how rare is what they run takes five times as long as trying them.
        fuzzer.args(["-print_final_stats=1", "-verbosity=0", "-entropic=0"]);
        fuzzer.arg(format!("-artifact_prefix={}/", found.parent().unwrap_or(&found).display()));
        run(fuzzer.arg(&found).arg(folder.join("corpus").join(name)))?;
    }
    Ok(())
}

/// Has Cargo do this with the targets, `build` or only `check`. Inside their folder its own Cargo configuration holds.
pub fn build(task: &str) -> Outcome {
    step(&format!("Fuzz targets: cargo {task}"));
    let mut cargo = Command::new("cargo");
    cargo.args([task, "--release", "--locked"]).current_dir(places::root().join("fuzz"));
    run(cargo.env("CARGO_TARGET_DIR", places::target().join("fuzz")))
}
