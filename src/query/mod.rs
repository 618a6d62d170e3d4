//! What an address holds: a [`Query`], and [`PARAMETERS`], the table by which addresses, the page's
//! controls and the program's options are read and written.

mod address;
mod chart_kind;
mod choice;
mod every_chart;
mod line;
mod note;
mod parameters;
mod theme;

pub use address::Problem;
pub use chart_kind::ChartKind;
pub(crate) use every_chart::every_chart;
pub use line::Line;
pub use note::Note;
pub use parameters::{PARAMETERS, Parameter, Query, Scope};
pub use theme::Theme;
