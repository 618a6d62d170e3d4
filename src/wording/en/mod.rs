//! English.

pub mod direction;
pub mod names;
pub mod numbers;
pub mod quantity;
