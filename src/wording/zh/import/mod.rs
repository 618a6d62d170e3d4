//! 打开自有文件时的提问与说明。

pub mod dataset;
pub mod json;
pub mod layouts;
pub mod mapping;
pub mod noticed;
pub mod parts;
pub mod preview;
pub mod questions;
pub mod refusals;
pub mod rows;
pub mod summary;
pub mod tidy;
