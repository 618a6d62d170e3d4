//! English.

pub mod charts;
pub mod direction;
mod links;
pub mod names;
pub mod numbers;
pub mod quantity;
mod reasons;
pub mod subject;
