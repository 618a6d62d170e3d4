//! From bytes to a [`Dataset`](crate::trade::Dataset), with all errors.
//!
//! An error names the file, the line, the column and what was expected; reading goes on after it, so that
//! all errors are listed at once.

mod about;
mod cell_types;
mod discrepancy;
mod loader;
mod observations;
mod outlines;
mod partners;
mod production;
mod products;
mod row;
mod row_error;
mod short;
mod sources;

pub use discrepancy::{Discrepancy, discrepancies, discrepancies_in};
pub use loader::{BUNDLE_FILES, Bundle, OwnFiles, add_part, read_bundle, read_own};
pub use outlines::OUTLINES;
#[cfg(feature = "program")]
pub use outlines::OUTLINES_TEXT;
pub use row_error::RowError;
pub use short::{SHORT_FILES, ShortFile, figures_for_stories, names_for_stories, names_in_short};
pub use sources::sources_in_short;
