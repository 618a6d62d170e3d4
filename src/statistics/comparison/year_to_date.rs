//! January to a month against the same months a year before.

use super::definition::Definition;
use crate::statistics::Known;
use crate::statistics::change::{Change, change_between};
use crate::trade::{Period, Series};

pub const DEFINITION: Definition = Definition {
    code: "ytd",
    key: "year_to_date_change",
    periods: Some(periods),
    needs_months: false,
    of_two_months: false,
    change,
};

#[expect(clippy::unnecessary_wraps, reason = "other comparisons have periods to refuse")]
fn periods(period: Period) -> Known<(Period, Period)> {
    let to_date = Period::year_to_date(period.end());
    Ok((to_date, to_date.years_before(1)))
}

fn change(series: &Series, period: Period) -> Known<Change> {
    let (period, earlier) = periods(period)?;
    change_between(series, period, earlier)
}
