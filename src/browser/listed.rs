//! Errors of data files on their way to a script.

use crate::import::dataset::RowError;
use crate::util::CollectVec as _;

/// Every row error, a line each.
pub fn listed(errors: &[RowError]) -> String {
    errors.iter().map(ToString::to_string).collect_vec().join("\n")
}
