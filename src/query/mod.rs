//! What an address holds: a [`Query`], and the one table of the [`PARAMETERS`] that addresses, the
//! page's controls and the program's options are read and written by.

mod address;
mod choice;
mod line;
mod note;
mod parameters;

pub use address::Problem;
pub use choice::{ChartKind, Query, Theme};
pub use line::Line;
pub use note::Note;
pub use parameters::{PARAMETERS, Parameter, Scope};
