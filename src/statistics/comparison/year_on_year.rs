//! A period against the same a year before.

use super::definition::Definition;
use crate::statistics::Known;
use crate::statistics::change::{Change, change_between};
use crate::trade::{Period, Series};

pub const DEFINITION: Definition = Definition {
    code: "yoy",
    key: "year_on_year",
    periods: Some(periods),
    needs_months: false,
    of_two_months: false,
    change,
};

#[expect(clippy::unnecessary_wraps, reason = "other comparisons have periods to refuse")]
fn periods(period: Period) -> Known<(Period, Period)> {
    Ok((period, period.years_before(1)))
}

fn change(series: &Series, period: Period) -> Known<Change> {
    let (period, earlier) = periods(period)?;
    change_between(series, period, earlier)
}
