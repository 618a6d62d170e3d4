//! The vocabulary: what a trade figure is, and what it is about.
//!
//! Nothing here reads, computes or draws; every other module speaks in these words.

mod about;
mod dataset;
mod event;
mod figure;
mod given_in_part;
mod kinds;
mod language;
mod month;
mod outline;
mod partner;
mod prevailing;
mod product;
mod production;
mod series;
mod source;
mod translations;
mod unit;
mod words;

pub use about::{About, Holiday, PartRole};
pub use dataset::{Dataset, Observation, last_day};
pub use event::Event;
pub use figure::{Figure, Status};
pub use kinds::{Flow, Measure};
pub use language::Language;
pub use month::{Month, Period};
pub use outline::{Outline, Outlines};
pub use partner::{Member, Partner, PartnerRecord};
pub use product::Product;
pub use production::{Price, Production};
pub use series::{Series, SeriesKey};
pub use source::{Source, SourceKind};
pub use translations::Phrase;
pub use unit::{Quantity, Unit, UnitRatio};
pub use words::Words;
