//! Debian's packages: what is no Rust or npm package.

use crate::places;
use crate::run::{Outcome, output, run_logged, step};
use std::process::Command;

/// Installs a package. There is `apt-get`.
pub fn install(package: &str) -> Outcome {
    step(&format!("Installing {package} from the system's packages"));
    let log = places::cache()?.join(format!("{package}.log"));
    run_logged(apt(package)?.arg("update"), &log)?;
    run_logged(apt(package)?.args(["install", "--yes", "--no-install-recommends", package]), &log)
}

/// `apt-get` as root. Another run of it may hold the lock, which is waited for.
fn apt(package: &str) -> Outcome<Command> {
    let root = output("id", &["-u"]).is_some_and(|id| id == "0");
    let mut command = if root {
        Command::new("apt-get")
    } else if places::on_path("sudo").is_some() {
        let mut command = Command::new("sudo");
        command.arg("apt-get");
        command
    } else {
        return Err(format!("{package} is missing and only root can install it: run `apt-get install {package}` as root."));
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").args(["-o", "DPkg::Lock::Timeout=300"]);
    Ok(command)
}
