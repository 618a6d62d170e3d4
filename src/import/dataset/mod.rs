//! From bytes to a [`Dataset`](crate::trade::Dataset), and what is wrong with them.
//!
//! An error names the file, the line, the column and what was expected there, and reading goes on
//! after it, so that a maintainer sees every slip at once.

mod discrepancy;
mod loader;
mod row;
mod row_error;

pub use discrepancy::{Discrepancy, discrepancies, discrepancies_in};
pub use loader::{BUNDLE_FILES, Bundle, OwnNames, read_bundle, read_own};
pub use row_error::RowError;
