//! The browser that the tests drive.

use crate::run::Outcome;
use crate::{apt, places};
use std::env;
use std::path::PathBuf;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Finds Chromium, or installs it where Debian's packages are at hand.
pub fn chromium() -> Outcome<PathBuf> {
    if let Some(path) = env::var_os("CHROME").map(PathBuf::from) {
        return if path.is_file() { Ok(path) } else { Err(format!("CHROME names {}, which is not there.", path.display())) };
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    if places::on_path("apt-get").is_none() {
        return Err("Chromium is needed for the browser tests: install Chromium or Chrome, or set CHROME to its path.".to_owned());
    }
    apt::install("chromium")?;
    installed()
        .ok_or_else(|| "apt-get installed no program `chromium`: install Chromium or Chrome, or set CHROME to its path.".to_owned())
}

fn installed() -> Option<PathBuf> {
    let mac = PathBuf::from(MAC);
    NAMES.iter().find_map(|name| places::on_path(name)).or_else(|| mac.is_file().then_some(mac))
}
