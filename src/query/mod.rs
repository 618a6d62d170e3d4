//! What an address holds: a [`Query`], and [`PARAMETERS`], the table by which addresses, the page's
//! controls and the program's options are read and written.

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
