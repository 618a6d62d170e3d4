//! Building the module that the story page's worker loads.

use std::{env, path::PathBuf};

use crate::{
    run::{Outcome, Workshop, run},
    tools::{self, WASM},
};

/// Its own folder: the page's module has the same name and other features.
const TARGET: &str = "target/checker";

/// Builds the checker into the folder that Trunk is building the page in, or `dist/`.
pub fn build(workshop: &Workshop, _: &[String]) -> Outcome {
    tools::wasm_target(workshop)?;
    tools::wasm_bindgen(workshop)?;
    tools::wasm_opt(workshop)?;
    let out =
        env::var_os("TRUNK_STAGING_DIR").map_or_else(|| workshop.root.join("dist"), PathBuf::from);
    let arguments = format!(
        "build --lib --locked --target {WASM} --profile web --no-default-features \
         --features story --target-dir {TARGET}"
    );
    run(&mut workshop.cargo(&arguments))?;
    let module = workshop.root.join(TARGET).join(WASM).join("web/xenotime.wasm");
    run(workshop
        .command("wasm-bindgen")
        .args(["--target", "no-modules", "--no-typescript", "--out-name", "checker"])
        .arg("--out-dir")
        .arg(&out)
        .arg(module))?;
    let made = out.join("checker_bg.wasm");
    run(workshop
        .command("wasm-opt")
        .args(["-Oz", "--one-caller-inline-max-function-size=0", "-o"])
        .arg(&made)
        .arg(&made))
}
