//! Trade statistics, read, computed and drawn: the library behind the page and the program.
//!
//! Data flow one way: [`import`] makes a data set in the words of [`trade`], [`statistics`] are
//! computed from it, [`stories`] judges a story by them, [`charts`] makes of a [`query`] what is
//! shown, [`wording`] says it, and [`drawing`] draws it on any backend.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod charts;
#[cfg(feature = "containers")]
pub mod containers;
pub mod drawing;
pub mod import;
pub mod query;
#[cfg(feature = "saving")]
pub mod saving;
pub mod statistics;
pub mod stories;
pub mod tables;
pub mod trade;
mod util;
pub mod wording;
