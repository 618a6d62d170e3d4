//! Bundling the page's scripts and style sheets.
//!
//! `www/src` holds ES modules; what the page loads are classic scripts, for only these run in a
//! frame sandboxed without an origin and in a page opened from a folder.

use std::{fs, path::Path};

use crate::run::{Outcome, Workshop, run};

/// What is made: the script's name and the module it begins with.
const SCRIPTS: [(&str, &str); 13] = [
    ("early", "page/early.js"),
    ("app", "page/main.js"),
    ("whole", "page/whole.js"),
    ("import", "import/panel.js"),
    ("import-worker", "import/worker.js"),
    ("unpack", "import/unpack.js"),
    ("spreadsheet", "util/spreadsheet.js"),
    ("story", "story/main.js"),
    ("story-checker", "story/here.js"),
    ("story-worker", "story/worker.js"),
    ("article", "article/main.js"),
    ("points", "points/points.js"),
    ("xenotime-chart", "element/main.js"),
];

const STYLES: [&str; 6] = ["style", "story", "import", "desk", "table", "article"];

/// The modules of WebAssembly whose scripts, written by wasm-bindgen, are bundled with the page's:
/// `import … from "glue/checker"`.
const GLUE: [&str; 6] = ["xenotime", "whole", "checker", "importer", "unpacker", "spreadsheet"];

/// Where these scripts lie between the steps of a build, in `target`.
pub const GLUE_FOLDER: &str = "target/glue";

/// The oldest browsers that the page's module runs in: what they lack is written otherwise.
const BROWSERS: &str = "--target=chrome97,firefox102,safari16";

/// Bundles every script and style sheet into the built page's folder.
pub fn bundle(workshop: &Workshop, folder: &Path) -> Outcome {
    take_glue(workshop, folder)?;
    let glue = workshop.root.join(GLUE_FOLDER);
    run(workshop
        .command("esbuild")
        .args(["--bundle", "--format=iife", "--minify", "--charset=utf8", "--legal-comments=none"])
        // Where a module lies is always said: the script's own place is never asked for.
        .arg("--loader:.tsv=text")
        .args(["--log-level=warning", "--define:import.meta.url=undefined", BROWSERS])
        .args(GLUE.map(|name| format!("--alias:glue/{name}={}", glue.join(name).display()) + ".js"))
        .args(SCRIPTS.map(|(name, entry)| format!("{name}=www/src/{entry}")))
        .args(STYLES.map(|name| format!("{name}=www/{name}.css")))
        .arg(format!("--outdir={}", folder.display())))
}

/// Takes the script of the page's own module out of the folder, where Trunk puts it if it builds the page.
fn take_glue(workshop: &Workshop, folder: &Path) -> Outcome {
    let made = folder.join("xenotime.js");
    if !made.exists() {
        return Ok(());
    }
    let kept = workshop.root.join(GLUE_FOLDER);
    let moved = fs::create_dir_all(&kept)
        .and_then(|()| fs::copy(&made, kept.join("xenotime.js")))
        .and_then(|_| fs::remove_file(&made));
    moved.map_err(|error| format!("{} cannot be moved: {error}", made.display()))
}
