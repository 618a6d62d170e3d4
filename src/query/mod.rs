//! What an address holds: a [`Query`], and the one table of the [`PARAMETERS`] that addresses, the
//! page's controls and the program's options are read and written by.

mod address;
mod choice;
mod parameters;

pub use address::{Problem, listed};
pub use choice::{ChartKind, Query, Theme};
pub use parameters::{PARAMETERS, Parameter, Scope};
