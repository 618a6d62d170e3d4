//! The same month of earlier years: what is usual for the season.

use super::{Known, Unavailable, amount};
use crate::trade::{Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort;

/// How many years "usual" looks back.
pub const YEARS: i32 = 5;

/// The same month (or January and February together) in each of the five years before.
#[derive(Clone, Debug, PartialEq)]
pub struct SameMonth {
    /// The years and their values in the series' unit, earliest first.
    pub values: Vec<(i32, f64)>,
    /// The arithmetic mean, in that unit; so are the next three.
    pub mean: f64,
    /// The middle value.
    pub median: f64,
    /// The least value.
    pub lowest: f64,
    /// The greatest value.
    pub highest: f64,
    /// Indices of the sources behind the values.
    pub sources: Vec<usize>,
}

/// The mean, median and range of `period`'s months over the five years before it.
///
/// # Errors
///
/// If any of the five years is missing: a mean of fewer would be taken for one of five.
pub fn same_month(series: &Series, period: Period) -> Known<SameMonth> {
    let mut values = Vec::new();
    let mut sources = Vec::new();
    for years in (1..=YEARS).rev() {
        let earlier = period.years_before(years);
        if let Ok(found) = amount(series, earlier) {
            values.push((earlier.start.year(), found.value));
            sources.extend(found.sources);
        }
    }
    let mut sorted: Vec<f64> = values.iter().map(|(_, value)| *value).collect_vec();
    sort(&mut sorted, f64::total_cmp);
    let [lowest, _, median, _, highest] = sorted[..] else {
        return Err(Unavailable::TooFewYears { known: sorted.len(), needed: YEARS as usize });
    };
    let mean = sorted.iter().sum::<f64>() / f64::from(YEARS);
    Ok(SameMonth { values, mean, median, lowest, highest, sources })
}
