//! 对报道中数字的核对意见。

pub mod grounds;
pub mod order;
pub mod reading;
pub mod report;
