//! Everything that is done around the code. `cargo xtask help` lists the tasks.

mod against;
mod apt;
mod bench;
mod check;
mod chromium;
mod engines;
mod fuzz;
mod install;
mod measure;
mod miri;
mod npm;
mod places;
mod run;
mod serve;
mod setup;
mod supply;
mod test;
mod web;
mod widget;

use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask TASK

  setup                  Install what is missing: wasm target, Trunk, wasm-bindgen, wasm-opt, Chromium
  serve [--port N]       Build the app as it is published and serve it on http://127.0.0.1:8080
  serve --watch          Build without optimising, and again whenever a file is saved
  test [rust|cli|browser|engines|widget]...
                         Run the tests of the parts named, or of all of them
  build                  Build the app as it is published into dist/ and hold it to the size budget
  widget                 Build the element for other pages into dist/widget/
  check                  Formatting, lints, file lengths and the size budget
  train                  Learn the reader's network anew and write crates/core/src/read/weights.bin
  accuracy [--fast] [--date DAY]
                         Measure how well the reader reads, write corpus/figures.md and say what changed; --fast measures
                         the shipped network only, which takes seconds instead of half an hour
  soak [COUNT [FIRST]]   Read COUNT damaged texts, by default a million, and hold each reading to its promises
  growth [--figures]     Count the instructions that texts of every family take, and check that twice the text takes twice as many;
                         --figures measures a megabyte of each instead and writes crates/soak/figures.md
  fuzz [COUNT]           Try COUNT inputs by libFuzzer, by default ten million, on what must hold of any bytes
  miri                   Run tests of the core under Miri, which sees what the language does not define
  endure [KILLS CLOSES EDITS]
                         Kill browsers and close pages while someone types, by default 200 and 1,000 times, make and take back
                         1,000 edits, and write what was lost to e2e/figures.md
  bench [PART...]        Measure speed and size and write benches/figures.md, or only its parts of these names: reading, script,
                         visit, typing, hour, batch
  bench against          Measure other readers on the same texts, and write the figures of docs/comparison.md
  audit [--offline]      Hold the dependencies to deny.toml: licences, sources, advisories; --offline leaves the advisories out
  release                Build all that is published into dist/, with a bill of materials
  reproduce              Build the last commit in two folders and check that both are the same, byte by byte
  screenshots            Write docs/screenshots/ from the running app

Tasks that need more than Rust set it up first. Tools are kept in $FAIRCOPY_CACHE, by default ~/.cache/faircopy.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        ["setup"] => setup::everything().map(drop),
        ["serve"] => serve::published(serve::PORT),
        ["serve", "--watch"] => serve::watching(),
        ["serve", "--port", port] => {
            port.parse().map_err(|_| format!("`{port}` is not a port: give a number up to 65535.")).and_then(serve::published)
        }
        ["test", parts @ ..] => test::test(parts),
        ["build"] => web::build_within_budget(),
        ["widget"] => widget::build_alone(),
        ["check"] => check::check(),
        ["train"] => measure::train(),
        ["accuracy", words @ ..] => measure::accuracy(words),
        ["soak", words @ ..] => measure::soak(words),
        ["growth"] => measure::growth(&["growth", "1"]),
        ["growth", "--figures"] => measure::growth(&["figures"]),
        ["fuzz", words @ ..] => fuzz::fuzz(words),
        ["miri"] => miri::miri(),
        ["audit"] => supply::audit(true),
        ["audit", "--offline"] => supply::audit(false),
        ["release"] => supply::release(),
        ["reproduce"] => supply::reproduce(),
        ["endure"] => web::endure(["200", "1000", "1000"]),
        ["endure", kills, closes, edits] => web::endure([kills, closes, edits]),
        ["bench", "against"] => against::against(),
        ["bench", parts @ ..] => bench::bench(parts),
        ["screenshots"] => web::screenshots(),
        _ => Err(format!("There is no task `{}`.\n\n{HELP}", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
