//! Trade statistics, read, computed and drawn.

pub mod reading;
pub mod statistics;
pub mod trade;
