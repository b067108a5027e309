//! Installing Rust programs into the cache, each version in a folder of its own.

use crate::places;
use crate::run::{Outcome, output, run, run_logged, step};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// A program that `cargo install` builds.
pub struct Program {
    /// The package on crates.io.
    pub package: &'static str,
    /// The program that the package installs.
    pub binary: &'static str,
    /// The exact version.
    pub version: String,
    /// What `cargo install` is told beside the package.
    pub arguments: &'static [&'static str],
}

/// Trunk, which builds the web app. A debug build of it installs in a third of the time and runs as well.
pub fn trunk() -> Program {
    Program {
        package: "trunk",
        binary: "trunk",
        version: "0.21.14".to_owned(),
        arguments: &["--locked", "--debug", "--no-default-features", "--features", "rustls"],
    }
}

/// The generator of the JavaScript around the WebAssembly, which must be of the very version the app is linked with.
pub fn wasm_bindgen() -> Outcome<Program> {
    let version = places::locked_version("wasm-bindgen")?;
    Ok(Program { package: "wasm-bindgen-cli", binary: "wasm-bindgen", version, arguments: &["--debug"] })
}

/// The driver of Firefox.
pub fn geckodriver() -> Program {
    Program { package: "geckodriver", binary: "geckodriver", version: "0.37.1".to_owned(), arguments: &["--locked", "--debug"] }
}

/// The checker of licences, sources and advisories.
pub fn cargo_deny() -> Program {
    Program { package: "cargo-deny", binary: "cargo-deny", version: "0.20.2".to_owned(), arguments: &["--locked", "--debug"] }
}

/// Installs a program unless it is there, and gives the folder it is in.
pub fn program(program: &Program) -> Outcome<PathBuf> {
    let Program { package, binary, version, arguments } = program;
    if let Some(folder) = on_path(program) {
        return Ok(folder);
    }
    let cache = places::cache()?;
    let name = format!("{package}-{version}");
    let folder = cache.join(&name);
    let bin = folder.join("bin");
    if bin.join(binary).exists() {
        return Ok(bin);
    }
    // Two clones may set up at the same time; the second waits here and then finds the program.
    let lock = cache.join(format!("{name}.lock"));
    let _held = File::create(&lock)
        .and_then(|file| file.lock().map(|()| file))
        .map_err(|error| format!("Cannot lock {}: {error}.", lock.display()))?;
    if bin.join(binary).exists() {
        return Ok(bin);
    }
    let log = cache.join(format!("{name}.log"));
    step(&format!("Installing {package} {version}, which takes some minutes (log: {})", log.display()));
    let started = Instant::now();
    let build = cache.join("build").join(&name);
    run_logged(
        Command::new("cargo")
            .args(["install", "--config", "profile.dev.debug=0", "--root"])
            .arg(&folder)
            .args(*arguments)
            .arg(format!("{package}@{version}"))
            // Outside the repository its Cargo configuration does not apply; an interrupted install goes on where it was.
            .current_dir(&cache)
            .env("CARGO_TARGET_DIR", &build)
            .env("CARGO_INCREMENTAL", "0"),
        &log,
    )?;
    fs::remove_dir_all(&build).map_err(|error| format!("Cannot remove {}: {error}.", build.display()))?;
    step(&format!("Installed {package} {version} in {} s", started.elapsed().as_secs()));
    Ok(bin)
}

/// The folder on PATH that holds this very version.
fn on_path(program: &Program) -> Option<PathBuf> {
    let path = places::on_path(program.binary)?;
    let said = output(&path, &["--version"])?;
    said.split_whitespace().any(|word| word == program.version).then(|| path.parent().map(PathBuf::from))?
}

/// Adds the WebAssembly target to the Rust toolchain unless it is there.
pub fn wasm_target() -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = output("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if library.is_some_and(|folder| PathBuf::from(folder).exists()) {
        return Ok(());
    }
    step(&format!("Adding the Rust target {TARGET}"));
    run(Command::new("rustup").args(["target", "add", TARGET])).map_err(|error| {
        format!("{error}\nThe target {TARGET} is missing. With rustup: `rustup target add {TARGET}`; else install your system's package for it.")
    })
}
