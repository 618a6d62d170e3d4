//! A folder of data files as a data set.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use xenotime::import::dataset::{BUNDLE_FILES, Bundle, RowError, read_bundle};
use xenotime::trade::Dataset;

/// Why a folder could not be loaded.
pub enum LoadError {
    /// A file could not be opened.
    File(String),
    /// The files hold slips.
    Slips(Vec<RowError>),
}

/// Reads the four files of `folder`.
pub fn load(folder: &Path) -> Result<Dataset, LoadError> {
    let [observations, sources, products, events] =
        BUNDLE_FILES.map(|name| read(&folder.join(name)));
    read_bundle(Bundle {
        observations: &observations?,
        sources: &sources?,
        products: &products?,
        events: &events?,
    })
    .map_err(LoadError::Slips)
}

/// As [`load`], with every slip in one message.
pub fn load_or_explain(folder: &Path) -> Result<Dataset, String> {
    load(folder).map_err(|error| match error {
        LoadError::File(message) => message,
        LoadError::Slips(slips) => slips.iter().fold(String::new(), |mut text, slip| {
            let _ = write!(text, "\n{}/{slip}", folder.display());
            text
        }),
    })
}

fn read(path: &Path) -> Result<String, LoadError> {
    let bytes =
        fs::read(path).map_err(|error| LoadError::File(format!("{}: {error}", path.display())))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        LoadError::File(format!(
            "{}:{line}: found bytes that are not UTF-8, expected UTF-8",
            path.display()
        ))
    })
}
