//! 命令行程序的文字。

pub mod failures;
pub mod help;
pub mod results;
pub mod usage;
