//! Computing the reference values anew, and comparing with other programs what has no right value.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
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
        [what] if what == "forecasts" => forecasts(workshop, "forecasts.py"),
        [what] if what == "tails" => forecasts(workshop, "tails.py"),
        _ => Err("references takes `adjusted`, `forecasts`, `tails` or nothing".to_owned()),
    }
}

/// Prints the adjusted series of `tests/references` beside those of JDemetra+.
fn adjusted(workshop: &Workshop) -> Outcome {
    let python = python::ready(workshop, &python::PEERS)?;
    let path = studied(workshop, "adjusted", &["adjusted", MONTHS])?;
    let opened = fs::File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    run(peer(workshop, &python, "adjusted.py").stdin(Stdio::from(opened)))
}

/// Prints the forecasts of their months beside those of JDemetra+ and statsforecast, or beside themselves
/// with other tails.
fn forecasts(workshop: &Workshop, script: &str) -> Outcome {
    let python = python::ready(workshop, &python::PEERS)?;
    let own = studied(workshop, "forecasts", &["forecasts"])?;
    let figures = studied(workshop, "figures", &["adjusted", "0"])?;
    run(peer(workshop, &python, script).args([own, figures]))
}

/// Keeps what `examples/studies.rs` prints of the series of `tests/references`, and says where.
fn studied(workshop: &Workshop, name: &str, asked: &[&str]) -> Outcome<PathBuf> {
    let folder = workshop.root.join("tests/references");
    let mut files = vec![folder.join("exports.csv")];
    files.extend(files_ending(&folder.join("series"), ".csv")?);
    let example = ["run", "--release", "--quiet", "--example", "studies", "--"];
    let found = output(workshop.command("cargo").args(example).args(asked).args(files))?;
    let path = workshop.root.join(format!("target/{name}.csv"));
    fs::write(&path, found).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

/// A script that runs other programs beside ours.
fn peer(workshop: &Workshop, python: &Path, script: &str) -> Command {
    let mut command = workshop.command(&python.to_string_lossy());
    command.arg(workshop.root.join("tests/references/peers").join(script));
    // Bytes compiled from the scripts have no place beside them; threads would wait for one another.
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("OMP_NUM_THREADS", "1");
    command
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
