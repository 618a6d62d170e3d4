//! A period against the same a year before.

use super::definition::{Definition, written_by_the_build};
use crate::statistics::Known;
use crate::statistics::change::{Change, change_between};
use crate::trade::{Period, Series};

pub const DEFINITION: Definition = Definition {
    code: "yoy",
    key: "year_on_year",
    label: "Year-on-year",
    short: "year before",
    periods: Some(periods),
    needs_months: false,
    of_two_months: false,
    change,
    methods: written_by_the_build((
        "Year-on-year",
        "The change from the same month a year earlier, as a percentage of it.",
    )),
};

#[expect(clippy::unnecessary_wraps, reason = "other comparisons have periods to refuse")]
fn periods(period: Period) -> Known<(Period, Period)> {
    Ok((period, period.years_before(1)))
}

fn change(series: &Series, period: Period) -> Known<Change> {
    let (period, earlier) = periods(period)?;
    change_between(series, period, earlier)
}
