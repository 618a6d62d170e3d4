//! Figures beside trade: production by country, and prices of goods.

use super::{Period, Unit, UnitRatio};

/// What a country produced in a year, by one edition of one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Production {
    /// The calendar year.
    pub year: i32,
    /// The country's code, or `WLD`.
    pub country: String,
    /// How much, in [`Self::unit`].
    pub value: f64,
    /// How many decimals it was written with.
    pub decimals: u8,
    /// The weight that it is counted in.
    pub unit: Unit,
    /// The publication and its edition, as an index into the data set's sources.
    pub source: usize,
    /// What it includes, and what is only estimated.
    pub note: String,
}

/// What a good cost on average over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// The months it is an average of.
    pub period: Period,
    /// The good, in the source's words.
    pub item: String,
    /// How much, in [`Self::unit`].
    pub value: f64,
    /// How many decimals it was written with.
    pub decimals: u8,
    /// Money for a quantity.
    pub unit: UnitRatio,
    /// The publication and its edition, as an index into the data set's sources.
    pub source: usize,
    /// The source's remark.
    pub note: String,
}
