//! The module that is fetched to save a spreadsheet.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use crate::saving;

/// Makes a spreadsheet of a CSV file.
#[wasm_bindgen]
pub struct Spreadsheet;

#[wasm_bindgen]
impl Spreadsheet {
    /// The bytes of an `.xlsx` file.
    ///
    /// # Errors
    /// Where a sheet cannot hold it.
    pub fn of(csv: &str) -> Result<Vec<u8>, JsError> {
        saving::xlsx(csv).map_err(|reason| JsError::new(&reason))
    }
}
