//! English.

pub mod direction;
pub mod numbers;
pub mod quantity;
