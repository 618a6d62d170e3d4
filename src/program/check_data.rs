//! `check-data`: what is wrong with a folder of data files, and what in it disagrees.

use std::path::Path;
use std::process::ExitCode;

use xenotime::import::dataset::discrepancies;
use xenotime::wording::say::program::results as words;

use super::FOUND;
use super::load::{LoadError, load};

pub fn run(folder: &Path) -> Result<ExitCode, String> {
    match load(folder) {
        Ok(dataset) => {
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
                say!("  {discrepancy}");
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
