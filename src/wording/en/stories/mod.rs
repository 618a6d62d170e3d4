//! What is said of a story's figures.

pub mod grounds;
pub mod order;
pub mod reading;
pub mod report;
