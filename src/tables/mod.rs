//! Partners or products as rows: a total broken down, each line with its value, quantity, unit value,
//! share, change on the year before and contribution to the total's change, to be sorted and searched.
//!
//! A [`Breakdown`] holds the numbers of one period and of the same period a year before. It is made from a
//! [data set](of_dataset) or from [a reader's files](of_files). A [`Ranking`] is the part of it that is
//! shown: matching rows, sorted, up to a number.

mod asked;
mod breakdown;
mod csv;
mod files;
mod of_dataset;
mod periods;
mod ranking;

pub use asked::{Asked, Column, Sort, parse_period};
pub use breakdown::{Amounts, Breakdown, Counted, Kind, Line};
pub use csv::csv;
pub use files::{KeptBreakdown, Wanted, of_files};
pub use of_dataset::{awaited, of_dataset};
pub use ranking::{PeriodChoice, RankedRow, Ranking, RankingHead, ranking};
