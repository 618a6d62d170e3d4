//! From bytes to a [`Dataset`](crate::trade::Dataset), and what is wrong with them.
//!
//! An error names the file, the line, the column and what was expected there, and reading goes on
//! after it, so that a maintainer sees every slip at once.

mod bundle;
mod discrepancy;
mod error;
mod row;

pub use bundle::{BUNDLE_FILES, Bundle, OwnNames, read_bundle, read_own};
pub use discrepancy::{Discrepancy, discrepancies, discrepancies_in};
pub use error::ReadError;
