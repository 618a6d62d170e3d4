//! A month against the month before.

use super::definition::{Definition, single, written_by_the_build};
use crate::statistics::Known;
use crate::statistics::change::{Change, change_between};
use crate::trade::{Period, Series};

pub const DEFINITION: Definition = Definition {
    code: "mom",
    key: "month_on_month",
    label: "Month-on-month",
    short: "month before",
    periods: Some(periods),
    needs_months: true,
    of_two_months: false,
    change,
    methods: written_by_the_build((
        "Month-on-month",
        "The change from the month before, as a percentage of it. Not seasonally adjusted.",
    )),
};

fn periods(period: Period) -> Known<(Period, Period)> {
    single(period)?;
    Ok((period, Period::month(period.start - 1)))
}

fn change(series: &Series, period: Period) -> Known<Change> {
    let (period, earlier) = periods(period)?;
    change_between(series, period, earlier)
}
