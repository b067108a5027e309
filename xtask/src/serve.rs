//! Running the app on this machine, for this machine only.

use crate::places;
use crate::run::{Outcome, run, step};
use crate::setup;
use crate::web;
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

/// The port unless another is asked for.
pub const PORT: u16 = 8080;

/// Builds the app as it is published and serves it.
pub fn published(port: u16) -> Outcome {
    free(port)?;
    let tools = setup::tools()?;
    web::build(&tools)?;
    step(&format!("Serving the app on http://127.0.0.1:{port} (Ctrl+C stops it)"));
    run(Command::new("node").arg(places::e2e().join("server.mjs")).arg(places::dist()).arg(port.to_string()))
}

/// Serves an unoptimised build that follows the files: quick to build again, large and slow to run.
pub fn watching() -> Outcome {
    free(PORT)?;
    let tools = setup::tools()?;
    step(&format!("Building, then serving on http://127.0.0.1:{PORT} (Ctrl+C stops it)"));
    run(tools.trunk().args(["serve", "--address", "127.0.0.1", "--port", &PORT.to_string()]))
}

/// Building takes minutes on a new machine, so a taken port is reported before it.
fn free(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|error| {
        format!("127.0.0.1:{port} cannot be served on: {error}. Stop the program that uses it, or run `cargo xtask serve --port N` with another.")
    })
}
