//! Where things are: the repository, what it builds, and the cache that all clones of one person share.

use crate::run::Outcome;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The repository's root. `cargo run` says where it runs: clones that share a target folder share the program as well.
pub fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map(PathBuf::from).unwrap_or_default()
}

/// The browser tests and the npm packages.
pub fn e2e() -> PathBuf {
    root().join("e2e")
}

/// The comparison with other readers, and their packages.
pub fn against() -> PathBuf {
    root().join("benches/against")
}

/// The web app as Trunk builds it.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The widget as its users get it.
pub fn widget() -> PathBuf {
    dist().join("widget")
}

/// Where Cargo builds.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// Where Cargo builds what browsers run.
pub fn web_target() -> PathBuf {
    web_of(&target())
}

/// The same below another folder that Cargo builds in.
pub fn web_of(target: &Path) -> PathBuf {
    target.join("wasm32-unknown-unknown/web")
}

/// The folder of installed tools. It is outside the repository so that a second clone finds them.
pub fn cache() -> Outcome<PathBuf> {
    let folder = env::var_os("FAIRCOPY_CACHE")
        .map(PathBuf::from)
        .or_else(|| env::var_os("XDG_CACHE_HOME").map(|base| Path::new(&base).join("faircopy")))
        .or_else(|| env::home_dir().map(|home| home.join(".cache/faircopy")))
        .ok_or("There is no home directory for the tools: set FAIRCOPY_CACHE to a folder for them.")?;
    fs::create_dir_all(&folder)
        .map_err(|error| format!("Cannot make {}: {error}. Set FAIRCOPY_CACHE to a folder you can write.", folder.display()))?;
    folder.canonicalize().map_err(|error| format!("Cannot open {}: {error}.", folder.display()))
}

/// The first program of this name on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// The version of a package that `Cargo.lock` names.
pub fn locked_version(package: &str) -> Outcome<String> {
    let lock = root().join("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(|error| format!("Cannot read {}: {error}.", lock.display()))?;
    version_in(&text, package).ok_or_else(|| format!("{} does not name {package}: run `cargo update --workspace`.", lock.display()))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let version = lock.lines().skip_while(|line| *line != name).nth(1)?;
    Some(version.strip_prefix("version = \"")?.trim_end_matches('"').to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock =
            "[[package]]\nname = \"wasm\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "bindgen"), None);
    }
}
