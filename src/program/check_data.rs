//! `check-data`: what is wrong with a folder of data files, and what in it disagrees.

use std::path::Path;
use std::process::ExitCode;

use xenotime::import::dataset::discrepancies;

use super::FOUND;
use super::load::{LoadError, load};

pub fn run(folder: &Path) -> Result<ExitCode, String> {
    match load(folder) {
        Ok(dataset) => {
            say!(
                "{}: {} figures, {} sources, {} products, {} events: no errors",
                folder.display(),
                dataset.observations().len(),
                dataset.sources.len(),
                dataset.products.len(),
                dataset.events.len()
            );
            let found = discrepancies(&dataset);
            if !found.is_empty() {
                say!("Published figures that do not agree (no error; the page shows them):");
            }
            for discrepancy in found {
                say!("  {discrepancy}");
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(LoadError::File(message)) => Err(message),
        Err(LoadError::Slips(slips)) => {
            for slip in &slips {
                eprintln!("{}/{slip}", folder.display());
            }
            eprintln!("{}: {} to mend", folder.display(), slips.len());
            Ok(ExitCode::from(FOUND))
        }
    }
}
