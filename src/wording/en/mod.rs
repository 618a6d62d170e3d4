//! English.

pub mod charts;
pub mod comparison;
pub mod containers;
pub mod dates;
pub mod direction;
pub mod headings;
pub mod import;
pub mod joining;
pub mod links;
pub mod names;
pub mod numbers;
pub mod parameters;
pub mod pinned;
mod plurals;
pub mod program;
pub mod quantity;
pub mod reasons;
pub mod stories;
pub mod subject;
pub mod tables;
pub mod terms;
pub mod units;
