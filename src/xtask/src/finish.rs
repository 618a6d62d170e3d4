//! Finishing the page that Trunk has built.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    page,
    run::{Outcome, Workshop, run},
    tools,
};

/// Draws the first chart into the page and joins its scripts, then makes them smaller: in this
/// order, for scripts get shorter names together than apart.
pub fn finish(workshop: &Workshop, _: &[String]) -> Outcome {
    let folder = page::folder(workshop);
    run(workshop.cargo("run --quiet --release -- first-paint --dist").arg(&folder))?;
    tools::minifiers(workshop)?;
    minify(workshop, &folder)
}

/// Shortens every script and style sheet in a folder, in place. Without bundling, esbuild leaves
/// alone the names at a script's top level, which is where the page's scripts find one another.
fn minify(workshop: &Workshop, folder: &Path) -> Outcome {
    run(workshop
        .command("esbuild")
        .current_dir(folder)
        .args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .args(["--allow-overwrite", "--outdir=."])
        .args(scripts_and_styles(folder)?))
}

/// The names of the files that can be made smaller, in order; what lies in folders below is data.
fn scripts_and_styles(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut names: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| PathBuf::from(entry.file_name())))
        .filter(|name| name.extension().is_some_and(|ending| ending == "js" || ending == "css"))
        .collect();
    names.sort();
    Ok(names)
}
