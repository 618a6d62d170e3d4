//! Sums and means over the months up to a month.

use super::amount::sum_of;
use super::{Amount, Known};
use crate::trade::{Month, Period, Series};

/// The sum and the monthly mean of a run of months.
#[derive(Clone, Debug, PartialEq)]
pub struct Rolling {
    /// The run.
    pub period: Period,
    /// Its sum, in the series' unit.
    pub sum: f64,
    /// Decimals worth showing of the sum.
    pub decimals: u8,
    /// The sum divided by the number of months, in the same unit.
    pub mean: f64,
    /// Whether it rests on a derived figure.
    pub derived: bool,
}

/// The sum and mean of the `months` months that end with `last`. January and February's joint figure counts
/// as two months if the run contains both.
///
/// # Errors
///
/// If a month is missing, or the run would split a joint figure.
pub fn rolling(series: &Series, last: Month, months: u16) -> Known<Rolling> {
    let period = Period::ending(last, months.max(1));
    let mut derived = false;
    let Amount { value: sum, decimals, .. } = sum_of(series, period, &mut derived)?;
    Ok(Rolling { period, sum, decimals, mean: sum / f64::from(period.months), derived })
}
