//! English.

pub mod numbers;
pub mod quantity;
