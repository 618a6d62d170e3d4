//! Formatting, of all files: rustfmt does not find the modules that the list of charts makes by a macro.

use std::path::{Path, PathBuf};

use crate::run::{Outcome, Workshop, files_ending};
use crate::tools;

/// The folders in which charts and their words lie.
const FOLDERS: [&str; 2] = ["src/charts", "src/wording"];

/// `cargo xtask format`.
pub fn format(workshop: &Workshop, _: &[String]) -> Outcome {
    formatted(workshop, "fmt --all --")
}

/// Says which files are formatted otherwise.
pub fn check(workshop: &Workshop) -> Outcome {
    formatted(workshop, "fmt --all --check --")
}

fn formatted(workshop: &Workshop, how: &str) -> Outcome {
    tools::component(workshop, "rustfmt", "fmt")?;
    let mut files = Vec::new();
    for folder in FOLDERS {
        add_files(&workshop.root.join(folder), &mut files)?;
    }
    // Their names are too many to be repeated by `run`.
    let status = workshop.cargo(how).args(files).status();
    let done = status.is_ok_and(|status| status.success());
    if done { Ok(()) } else { Err("`cargo xtask format` formats these files".to_owned()) }
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for path in files_ending(folder, "")? {
        if path.is_dir() {
            add_files(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}
