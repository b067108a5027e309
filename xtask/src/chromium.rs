//! The browser that the tests drive.

use crate::places;
use crate::run::{Outcome, output, run_logged, step};
use std::env;
use std::path::PathBuf;
use std::process::Command;

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
    step("Installing Chromium from the system's packages");
    let log = places::cache()?.join("chromium.log");
    run_logged(apt()?.arg("update"), &log)?;
    run_logged(apt()?.args(["install", "--yes", "--no-install-recommends", "chromium"]), &log)?;
    installed()
        .ok_or_else(|| "apt-get installed no program `chromium`: install Chromium or Chrome, or set CHROME to its path.".to_owned())
}

fn installed() -> Option<PathBuf> {
    let mac = PathBuf::from(MAC);
    NAMES.iter().find_map(|name| places::on_path(name)).or_else(|| mac.is_file().then_some(mac))
}

/// `apt-get` as root. Another run of it may hold the lock, which is waited for.
fn apt() -> Outcome<Command> {
    let root = output("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = if root {
        Command::new("apt-get")
    } else if places::on_path("sudo").is_some() {
        let mut command = Command::new("sudo");
        command.arg("apt-get");
        command
    } else {
        return Err("Chromium is missing and only root can install it: run `apt-get install chromium` as root.".to_owned());
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    Ok(command)
}
