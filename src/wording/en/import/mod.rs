//! What is said of a reader's own files.

pub mod noticed;
pub mod preview;
pub mod questions;
pub mod refusals;
