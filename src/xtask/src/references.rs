//! Computing the reference values anew.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    python,
    run::{Outcome, Workshop, read, run},
};

/// Runs every script of `tests/references` and says which values changed.
pub fn references(workshop: &Workshop, _: &[String]) -> Outcome {
    let python = python::ready(workshop, &python::REFERENCES)?;
    let mut lines = Vec::new();
    for script in scripts(&workshop.root.join("tests/references"))? {
        let values = script.with_extension("json");
        let before = fs::read(&values).ok();
        run(workshop
            .command(&python.to_string_lossy())
            .arg(&script)
            // Bytes compiled from the scripts have no place beside them.
            .env("PYTHONDONTWRITEBYTECODE", "1")
            // Threads add in another order each time, and last digits differ.
            .env("OMP_NUM_THREADS", "1")
            .env("OPENBLAS_NUM_THREADS", "1"))?;
        let verdict = match (before, fs::read(&values).ok()) {
            (_, None) => return Err(format!("{} wrote no values", script.display())),
            (None, Some(_)) => "new",
            (Some(before), Some(after)) if before == after => "unchanged",
            (Some(_), Some(_)) => "CHANGED",
        };
        let name = values.file_name().unwrap_or_default().to_string_lossy().into_owned();
        lines.push(format!("{verdict:<9}  {name}"));
    }
    println!("\n{}", lines.join("\n"));
    Ok(())
}

/// The scripts that write values; the others only serve them.
fn scripts(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut found = Vec::new();
    for file in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let is_script = file.extension().is_some_and(|extension| extension == "py");
        if is_script && read(&file)?.contains("__main__") {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}
