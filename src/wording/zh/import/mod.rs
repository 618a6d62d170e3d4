//! 打开自有文件时的提问与说明。

pub mod noticed;
pub mod preview;
pub mod questions;
pub mod refusals;
