//! A month against the month before.

use super::definition::{Definition, single};
use crate::statistics::Known;
use crate::statistics::change::{Change, change_between};
use crate::trade::{Period, Series};

pub const DEFINITION: Definition = Definition {
    code: "mom",
    key: "month_on_month",
    periods: Some(periods),
    needs_months: true,
    of_two_months: false,
    change,
};

fn periods(period: Period) -> Known<(Period, Period)> {
    single(period)?;
    Ok((period, Period::month(period.start - 1)))
}

fn change(series: &Series, period: Period) -> Known<Change> {
    let (period, earlier) = periods(period)?;
    change_between(series, period, earlier)
}
