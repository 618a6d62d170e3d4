//! Partners or products as rows: a total broken down, each line with its value, quantity, unit value,
//! share, change on the year before and what it contributed to the total's change, to be sorted and
//! searched.
//!
//! A [`Breakdown`] holds the numbers of one period and the same a year before; it is made of a
//! [data set](of_dataset) or of what was [read of files](of_files). A [`Ranking`] is what is shown of
//! it: the rows that are looked for, in the order asked for, the first so many.

mod asked;
mod breakdown;
mod csv;
mod dataset;
mod files;
mod periods;
mod ranking;

pub use asked::{Asked, Column, Sort, parse_period};
pub use breakdown::{Amounts, Breakdown, Counted, Kind, Line};
pub use csv::csv;
pub use dataset::{awaited, of_dataset};
pub use files::{KeptBreakdown, Wanted, of_files};
pub use ranking::{PeriodChoice, RankedRow, Ranking, RankingHead, ranking};
