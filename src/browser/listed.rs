//! Errors of data files, for scripts.

use wasm_bindgen::prelude::JsError;

use crate::import::dataset::RowError;
use crate::util::CollectVec as _;

/// Every row error, a line each.
#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where an error is turned into another"
)]
pub fn listed(errors: Vec<RowError>) -> JsError {
    JsError::new(&errors.iter().map(ToString::to_string).collect_vec().join("\n"))
}
