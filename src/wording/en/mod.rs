//! English.

pub mod direction;
pub mod history;
pub mod names;
pub mod numbers;
pub mod own;
pub mod quantity;
pub mod series;
