//! What the program says on the command line.

pub mod failures;
pub mod help;
pub mod results;
pub mod usage;
