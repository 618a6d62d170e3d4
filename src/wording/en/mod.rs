//! English.

pub mod numbers;
