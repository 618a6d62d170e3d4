//! The vocabulary: what a trade figure is, and what it is about.
//!
//! Nothing here reads, computes or draws; every other module speaks in these words.

mod dataset;
mod event;
mod figure;
mod kinds;
mod month;
mod product;
mod series;
mod source;

pub use dataset::{Dataset, Observation};
pub use event::Event;
pub use figure::{Figure, Status};
pub use kinds::{Flow, Measure, Unit};
pub use month::{Month, Period};
pub use product::{Partner, Product};
pub use series::{Series, SeriesKey};
pub use source::Source;
