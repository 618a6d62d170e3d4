//! Computing the reference values anew, and comparing with other programs what has no right value.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use crate::{
    python,
    run::{Outcome, Workshop, files_ending, output, read, run},
};

/// For how many months back adjusted series are followed.
const MONTHS: &str = "72";

/// Computes every value anew, or compares what is named.
pub fn references(workshop: &Workshop, arguments: &[String]) -> Outcome {
    match arguments {
        [] => values(workshop),
        [what] if what == "adjusted" => adjusted(workshop),
        _ => Err("references takes `adjusted` and no other arguments".to_owned()),
    }
}

/// Prints the adjusted series of `tests/references` beside those of JDemetra+.
fn adjusted(workshop: &Workshop) -> Outcome {
    let python = python::ready(workshop, &python::PEERS)?;
    let folder = workshop.root.join("tests/references");
    let mut files = vec![folder.join("exports.csv")];
    files.extend(files_ending(&folder.join("series"), ".csv")?);
    let example = ["run", "--release", "--quiet", "--example", "studies", "--", "adjusted", MONTHS];
    let found = output(workshop.command("cargo").args(example).args(files))?;
    let path = workshop.root.join("target/adjusted.csv");
    fs::write(&path, found).map_err(|error| format!("{}: {error}", path.display()))?;
    let opened = fs::File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    run(workshop
        .command(&python.to_string_lossy())
        .arg(folder.join("peers/adjusted.py"))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .stdin(Stdio::from(opened)))
}

/// Runs every script of `tests/references` and says which values changed.
fn values(workshop: &Workshop) -> Outcome {
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
    let mut found = Vec::new();
    for file in files_ending(folder, ".py")? {
        if read(&file)?.contains("__main__") {
            found.push(file);
        }
    }
    Ok(found)
}
