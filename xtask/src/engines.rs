//! The engines that the main journey is tried in, each with the driver that it is driven by.

use crate::install;
use crate::run::Outcome;
use crate::{apt, places};
use std::path::PathBuf;

/// What each engine is driven with beside its browser: programs, and Debian's packages that have them.
const NEEDED: [(&str, &[(&str, &str)]); 3] = [
    ("chromium", &[("chromedriver", "chromium-driver")]),
    ("firefox", &[("firefox", "firefox-esr")]),
    ("webkit", &[("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")]),
];

/// The engines that are to be had on this machine.
pub struct Engines {
    /// Their names.
    pub there: Vec<&'static str>,
    /// The names of those that are not, with what is missing.
    pub missing: Vec<(&'static str, String)>,
    /// Firefox's driver, which is no package of Debian's.
    pub geckodriver: PathBuf,
}

/// Finds what the engines are driven with, or installs it where Debian's packages are at hand.
pub fn engines() -> Outcome<Engines> {
    let mut engines = Engines { there: Vec::new(), missing: Vec::new(), geckodriver: PathBuf::new() };
    for (name, programs) in NEEDED {
        let absent: Vec<_> = programs.iter().filter(|(program, _)| places::on_path(program).is_none()).collect();
        if places::on_path("apt-get").is_some() {
            absent.iter().try_for_each(|(_, package)| apt::install(package))?;
        } else if !absent.is_empty() {
            let wanted: Vec<&str> = absent.iter().map(|(program, _)| *program).collect();
            engines.missing.push((name, format!("put {} on PATH", wanted.join(" and "))));
            continue;
        }
        engines.there.push(name);
    }
    if engines.there.contains(&"firefox") {
        let driver = install::geckodriver();
        engines.geckodriver = install::program(&driver)?.join(driver.binary);
    }
    Ok(engines)
}
