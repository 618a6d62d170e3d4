//! Trade statistics, read, computed and drawn: the library behind the page and the program.
//!
//! Data flow one way: [`reading`] makes a data set in the words of [`trade`], [`statistics`] are
//! computed from it, [`claims`] judges a story by them, [`view`] says what is shown of it, and [`chart`]
//! draws that on any backend. [`opening`] turns other people's files into what `reading` reads.

#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod chart;
pub mod claims;
mod gather;
pub mod opening;
mod order;
mod quoting;
pub mod reading;
pub mod statistics;
pub mod trade;
pub mod view;
