//! What an address holds: a [`Query`], and [`PARAMETERS`], the table by which addresses, the page's
//! controls and the program's options are read and written.

mod address;
mod chart_kind;
mod color_scheme;
mod every_chart;
mod line;
mod note;
mod parameters;
mod resolve;

pub use address::Problem;
pub use chart_kind::ChartKind;
pub use color_scheme::Theme;
pub(crate) use every_chart::every_chart;
pub use line::Line;
pub use note::Note;
pub(crate) use parameters::SCALES;
pub use parameters::{PARAMETERS, Parameter, Query, Scope};
