//! A month against the highest before it.

use super::definition::{Definition, single};
use crate::statistics::change::{Against, Change, change_on_value};
use crate::statistics::{Amount, Known, amount, record};
use crate::trade::{Period, Series};

pub const DEFINITION: Definition = Definition {
    code: "record",
    key: "against_record",
    periods: None,
    needs_months: false,
    of_two_months: false,
    change,
};

fn change(series: &Series, period: Period) -> Known<Change> {
    if period != series.span(period.start) {
        single(period)?;
    }
    let record = record(series, period.start)?;
    let held = Period { start: record.month, ..period };
    let Amount { sources, decimals, .. } = amount(series, held)?;
    let mut change = change_on_value(series, period, Against::Record(held), record.value, sources);
    if let Ok(change) = &mut change {
        change.baseline_decimals = decimals;
    }
    change
}
