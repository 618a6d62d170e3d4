//! Bundling the page's scripts and style sheets.
//!
//! `www/src` holds ES modules; what the page loads are classic scripts, for only these run in a
//! frame sandboxed without an origin and in a page opened from a folder.

use std::{fs, io, path::Path, process::Command};

use crate::{
    languages,
    run::{Outcome, Workshop, copy_folder, run},
};

/// What is made: the script's name and the module it begins with.
const SCRIPTS: [(&str, &str); 16] = [
    ("early", "page/early.js"),
    ("app", "page/main.js"),
    ("whole", "page/whole.js"),
    ("study-worker", "page/study-worker.js"),
    ("import", "import/panel.js"),
    ("import-worker", "import/worker.js"),
    ("unpack", "import/unpack.js"),
    ("spreadsheet", "util/spreadsheet.js"),
    ("story", "story/main.js"),
    ("story-cards", "story/listed.js"),
    ("story-checker", "story/here.js"),
    ("story-worker", "story/worker.js"),
    ("article", "article/main.js"),
    ("points", "points/points.js"),
    ("heads", "points/heads.js"),
    ("xenotime-chart", "element/main.js"),
];

/// The worker that reads files: that of the module that asks, with the one that does not in its place.
const READER: (&str, &str) = ("reader-worker", "import/worker.js");

const STYLES: [&str; 7] = ["style", "charts", "story", "import", "desk", "table", "article"];

/// The modules of WebAssembly whose scripts, written by wasm-bindgen, are bundled with the page's:
/// `import … from "glue/checker"`.
const GLUE: [&str; 6] = ["xenotime", "whole", "checker", "importer", "unpacker", "spreadsheet"];

/// The scripts that are made for each language: those that have words, or a module that has.
const SPOKEN: [&str; 12] = [
    "early",
    "app",
    "whole",
    "study-worker",
    "import",
    "import-worker",
    "unpack",
    "spreadsheet",
    "story",
    "story-cards",
    "story-checker",
    "story-worker",
];
/// Where these scripts lie between the steps of a build, in `target`.
pub const GLUE_FOLDER: &str = "target/glue";

/// The oldest browsers that the page's module runs in: what they lack is written otherwise.
const BROWSERS: &str = "--target=chrome97,firefox102,safari16";

/// What countries are called, in parts: fetched when a file is opened.
pub const COUNTRIES: [&str; 3] = ["countries.tsv", "more_countries.tsv", "other_countries.tsv"];

/// What goods are called: fetched when a file has codes without names.
pub const GOODS: &str = "goods.tsv";

/// Bundles every script and style sheet into the built page's folder, and puts the tables there that the
/// scripts fetch.
pub fn bundle(workshop: &Workshop, folder: &Path) -> Outcome {
    take_glue(workshop, folder)?;
    for name in COUNTRIES.into_iter().chain([GOODS]) {
        fs::copy(workshop.root.join("src/import/cells").join(name), folder.join(name))
            .map_err(|error| format!("{name} cannot be copied into the page: {error}"))?;
    }
    run(esbuild(workshop, folder, str::to_owned)
        .args(SCRIPTS.map(|(name, entry)| format!("{name}=www/src/{entry}")))
        .args(STYLES.map(|name| format!("{name}=www/{name}.css"))))?;
    let (name, entry) = READER;
    run(esbuild(workshop, folder, |module| reader(module).to_owned())
        .arg(format!("{name}=www/src/{entry}")))?;
    languages::others(workshop)?
        .iter()
        .try_for_each(|language| bundle_in(workshop, folder, language))
}

/// Bundles the scripts of another language's pages: the sources with its words in place of the English
/// ones.
fn bundle_in(workshop: &Workshop, folder: &Path, language: &str) -> Outcome {
    let sources = format!("target/scripts-{language}");
    let unwritten = |error: io::Error| format!("{sources} cannot be written: {error}");
    let own = workshop.root.join(&sources);
    copy_folder(&workshop.root.join("www/src"), &own).map_err(unwritten)?;
    let words = workshop.root.join(languages::WORDS).join(language);
    for file in fs::read_dir(words).map_err(unwritten)? {
        let file = file.map_err(unwritten)?.path();
        if let Some(name) = file.file_name().filter(|_| file.extension() == Some("js".as_ref())) {
            fs::copy(&file, own.join("wording").join(name)).map_err(unwritten)?;
        }
    }
    let scripts = SCRIPTS.into_iter().filter(|(name, _)| SPOKEN.contains(name));
    let scripts = scripts.map(|(name, entry)| format!("{name}.{language}={sources}/{entry}"));
    run(esbuild(workshop, folder, |name| languages::module(name, language)).args(scripts))?;
    let (name, entry) = READER;
    run(esbuild(workshop, folder, |module| languages::module(reader(module), language))
        .arg(format!("{name}.{language}={sources}/{entry}")))
}

/// The module whose script stands for another's in the worker that reads known layouts.
fn reader(module: &str) -> &str {
    if module == "importer" { "reader" } else { module }
}

/// The bundler into a folder; `module` is the module whose script stands for another's.
fn esbuild(workshop: &Workshop, folder: &Path, module: impl Fn(&str) -> String) -> Command {
    let glue = workshop.root.join(GLUE_FOLDER);
    let script = |name| format!("--alias:glue/{name}={}.js", glue.join(module(name)).display());
    let mut command = workshop.command("esbuild");
    command
        .args(["--bundle", "--format=iife", "--minify", "--charset=utf8", "--legal-comments=none"])
        // Where a module lies is always said: the script's own place is never asked for.
        .args(["--log-level=warning", "--define:import.meta.url=undefined", BROWSERS])
        .args(GLUE.map(script))
        .arg(format!("--outdir={}", folder.display()));
    command
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
