//! Building the modules that workers load.

use std::{fs, path::Path};

use crate::{
    page,
    run::{Outcome, Workshop, run},
    scripts::GLUE_FOLDER,
    tools::{self, WASM},
};

/// A module beside the page's: the same library with other features, in a folder of its own.
struct Module {
    name: &'static str,
    feature: &'static str,
    profile: &'static str,
    /// What the compiler may use beyond the least that browsers have.
    flags: &'static str,
    optimize: &'static [&'static str],
}

/// What the page's chart is timed with: built as the page's module is.
const POINTS: Module = Module {
    name: "points",
    feature: "points",
    profile: "web",
    flags: "",
    optimize: &["-Oz", "--one-caller-inline-max-function-size=0"],
};

const MODULES: [Module; 3] = [
    // Every chart: what the page goes on with once a reader leaves its first question.
    Module {
        name: "whole",
        feature: "page,whole",
        profile: "web",
        flags: "",
        optimize: &["-O2", "--one-caller-inline-max-function-size=0"],
    },
    Module {
        name: "checker",
        feature: "story",
        profile: "web",
        flags: "",
        optimize: &["-Oz", "--one-caller-inline-max-function-size=0"],
    },
    // Vectors find the ends of fields several times as fast; browsers have had them since 2021–23.
    Module {
        name: "importer",
        feature: "open",
        profile: "fast",
        flags: "-C target-feature=+simd128",
        optimize: &["-O3", "--enable-simd"],
    },
];

/// Builds them into the folder that Trunk is building the page in, or `dist/`; the scripts around them
/// are bundled later.
pub fn build(workshop: &Workshop, _: &[String]) -> Outcome {
    tools::wasm_target(workshop)?;
    tools::wasm_bindgen(workshop)?;
    tools::minifiers(workshop)?;
    let glue = workshop.root.join(GLUE_FOLDER);
    let out = page::folder(workshop);
    MODULES.iter().try_for_each(|module| {
        build_one(workshop, module, "web", &glue)?;
        let name = format!("{}_bg.wasm", module.name);
        fs::copy(glue.join(&name), out.join(&name))
            .map(drop)
            .map_err(|error| format!("{name} cannot be copied into the page: {error}"))
    })
}

/// Builds what the page's chart is timed with.
pub fn build_points(workshop: &Workshop) -> Outcome {
    build_one(workshop, &POINTS, "no-modules", &workshop.root.join("target/bench"))
}

/// `kind` is what wasm-bindgen calls the target of its script.
fn build_one(workshop: &Workshop, module: &Module, kind: &str, out: &Path) -> Outcome {
    let Module { name, feature, profile, flags, optimize } = module;
    let target = format!("target/{name}");
    let arguments = format!(
        "build --lib --locked --target {WASM} --profile {profile} --no-default-features \
         --features {feature} --target-dir {target}"
    );
    run(workshop.cargo(&arguments).env("RUSTFLAGS", flags))?;
    let built = workshop.root.join(&target).join(WASM).join(profile).join("xenotime.wasm");
    run(workshop
        .command("wasm-bindgen")
        .args(["--target", kind, "--no-typescript", "--out-name", name])
        .arg("--out-dir")
        .arg(out)
        .arg(built))?;
    let made = out.join(format!("{name}_bg.wasm"));
    run(workshop.command("wasm-opt").args(*optimize).arg("-o").arg(&made).arg(&made))
}
