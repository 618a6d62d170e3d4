//! `check-data`: errors in a folder of data files, and figures that disagree.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use xenotime::import::dataset::{SHORT_FILES, ShortFile, discrepancies};
use xenotime::wording::say::program::results as words;

use super::FOUND;
use super::load::{LoadError, load};

/// Prints what a folder holds, and figures that disagree. The exit status is 1 where rows are wrong.
///
/// # Errors
///
/// A message where a file cannot be read.
pub fn run(folder: &Path) -> Result<ExitCode, String> {
    match load(folder) {
        Ok(dataset) => {
            let stale = SHORT_FILES.iter().filter(|short| is_stale(folder, short));
            let stale: Vec<_> =
                stale.map(|short| words::stale(&path(folder, short.name), short.of)).collect();
            if !stale.is_empty() {
                stale.iter().for_each(|line| eprintln!("{line}"));
                eprintln!("{}", words::errors(&folder.display().to_string(), stale.len()));
                return Ok(ExitCode::from(FOUND));
            }
            let held = [
                dataset.observations().len(),
                dataset.sources.len(),
                dataset.products.len(),
                dataset.events.len(),
            ];
            say!("{}", words::no_errors(&folder.display().to_string(), held));
            let found = discrepancies(&dataset);
            if !found.is_empty() {
                say!("{}", words::disagreements());
            }
            for discrepancy in found {
                say!("  {}", discrepancy.said(&dataset));
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(LoadError::File(message)) => Err(message),
        Err(LoadError::Rows(errors)) => {
            for error in &errors {
                eprintln!("{}/{error}", folder.display());
            }
            eprintln!("{}", words::errors(&folder.display().to_string(), errors.len()));
            Ok(ExitCode::from(FOUND))
        }
    }
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

/// Whether a build wrote this file from another text than the one that lies beside it now. Nobody need
/// have it: the pages load the whole file in its place.
fn is_stale(folder: &Path, short: &ShortFile) -> bool {
    let Ok(own) = fs::read_to_string(folder.join(short.name)) else { return false };
    let whole = fs::read_to_string(folder.join(short.of)).ok();
    whole.and_then(|text| (short.made)(&text).ok()).is_some_and(|text| text != own)
}
