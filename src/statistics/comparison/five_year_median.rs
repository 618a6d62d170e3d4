//! A month against the median of the same month in the five years before.

use super::definition::Definition;
use crate::statistics::Known;
use crate::statistics::change::{Against, Change, change_on_value};
use crate::statistics::same_month::{YEARS, same_month};
use crate::trade::{Period, Series};

pub const DEFINITION: Definition = Definition {
    code: "median5",
    key: "against_five_year_median",
    periods: None,
    needs_months: false,
    of_two_months: true,
    change,
};

fn change(series: &Series, period: Period) -> Known<Change> {
    let usual = same_month(series, period)?;
    let year = period.start.year();
    let against = Against::Median(period, year - YEARS, year - 1);
    change_on_value(series, period, against, usual.median, usual.sources)
}
