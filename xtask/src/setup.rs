//! Setting up: what is missing is installed, what is there is used.

use crate::chromium::chromium;
use crate::install;
use crate::npm;
use crate::places;
use crate::run::{Outcome, step};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::thread;

/// The tools that build the web app.
pub struct Tools {
    path: OsString,
}

/// The tools, and the browser that the tests drive.
pub struct Everything {
    /// The tools that build the web app.
    pub tools: Tools,
    chromium: PathBuf,
}

/// Sets up what building the web app needs. The installs do not depend on each other and run side by side.
pub fn tools() -> Outcome<Tools> {
    step("Setting up the tools");
    let wasm_bindgen = install::wasm_bindgen()?;
    let (target, packages, trunk, wasm_bindgen) = thread::scope(|scope| {
        let target = scope.spawn(install::wasm_target);
        let packages = scope.spawn(npm::packages);
        let trunk = scope.spawn(|| install::program(&install::trunk()));
        let wasm_bindgen = scope.spawn(|| install::program(&wasm_bindgen));
        (joined(target), joined(packages), joined(trunk), joined(wasm_bindgen))
    });
    target?;
    let ours = [packages?, trunk?, wasm_bindgen?];
    let inherited = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(ours.into_iter().chain(env::split_paths(&inherited))).map_err(|error| {
        format!("The tools in {} cannot be put on PATH: {error}.", places::cache().unwrap_or_default().display())
    })?;
    Ok(Tools { path })
}

/// Sets up what building and testing need.
pub fn everything() -> Outcome<Everything> {
    let (tools, chromium) = thread::scope(|scope| {
        let chromium = scope.spawn(chromium);
        (tools(), joined(chromium))
    });
    Ok(Everything { tools: tools?, chromium: chromium? })
}

impl Tools {
    /// wasm-bindgen, as Trunk finds it.
    pub fn wasm_bindgen(&self) -> Command {
        let mut command = Command::new("wasm-bindgen");
        command.env("PATH", &self.path);
        command
    }

    /// Trunk, which finds wasm-bindgen by PATH.
    pub fn trunk(&self) -> Command {
        let mut command = Command::new("trunk");
        command.current_dir(places::root()).env("PATH", &self.path);
        if env::var_os("NO_COLOR").is_some() {
            // Trunk reads this variable as a boolean, and the usual `1` is an error to it.
            command.env("NO_COLOR", "true");
        }
        command
    }
}

impl Everything {
    /// Node in the folder of the browser tests, told where the things to test are.
    pub fn node(&self) -> Command {
        let mut command = Command::new("node");
        command
            .current_dir(places::e2e())
            .env("CHROME", &self.chromium)
            .env("FAIRCOPY_DIST", places::dist())
            .env("FAIRCOPY_WIDGET", places::widget())
            .env("FAIRCOPY_PROGRAM", places::target().join("release/faircopy"));
        command
    }
}

fn joined<T>(thread: thread::ScopedJoinHandle<'_, Outcome<T>>) -> Outcome<T> {
    thread.join().map_err(|_| "A set-up step stopped unexpectedly; its message is above.".to_owned())?
}
