//! Has the linker say where it puts things in what browsers run: `PACKAGE.map`, beside the program. The widget is built with this too.

use std::env;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-env-changed=CARGO_CFG_TARGET_ARCH");
    let variable = |name| env::var(name).unwrap_or_default();
    // OUT_DIR is `build/PACKAGE/out` in the profile's folder.
    let out = variable("OUT_DIR");
    if let ("wasm32", Some(profile)) = (variable("CARGO_CFG_TARGET_ARCH").as_str(), Path::new(&out).ancestors().nth(3)) {
        println!("cargo::rustc-link-arg=-Map={}", profile.join(variable("CARGO_PKG_NAME") + ".map").display());
    }
}
