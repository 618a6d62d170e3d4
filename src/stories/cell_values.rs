//! All values that can be given for a cell of the data: the one used, other reports, sums of months, and
//! differences of longer sums.

use crate::statistics::{Amount, Origin, Unavailable, sum};
use crate::trade::{Figure, Period, Series, Status};

/// How a value other than the one used was obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is what stands.
    Stands,
    /// Another report of the same figure.
    Report,
    /// The sum of the months.
    Months,
    /// What a longer sum leaves when a shorter one is taken from it, or the two together.
    Sums,
}

/// One of the values.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    pub cell: Amount,
    pub how: How,
    /// Half a unit of its last digit.
    pub rounding: f64,
}

/// All values of a cell, or why there are none.
pub type Values = Result<Vec<Value>, Unavailable>;

/// All values for `period`, the one used first.
///
/// # Errors
///
/// If there is no figure.
pub fn values(series: &Series, period: Period) -> Values {
    let mut found: Vec<Value> = Vec::new();
    let mut add = |cell: Amount, how: How, rounding: f64| {
        let known = |value: &Value| (value.cell.value - cell.value).abs() < 1e-9;
        if !found.iter().any(known) {
            found.push(Value { cell, how, rounding });
        }
    };
    // A single zero at the end is as likely one as a rounding.
    let half = |figure: &Figure| {
        let precision = figure.precision();
        let precision = if precision == 10.0 { 1.0 } else { precision };
        precision.min(figure.value.abs() * 0.01) / 2.0
    };
    if let Some(figure) = series.figure(period) {
        add(figure.into(), How::Stands, half(figure));
        for other in &figure.others {
            add(other.into(), How::Report, half(other));
        }
    }
    let mut missing = None;
    match sum(series, period) {
        Ok(total) if period.months > 1 => {
            add(total, How::Months, f64::from(period.months) * 0.25);
        }
        Ok(_) => {}
        Err(absent) => missing = Some(absent),
    }
    for cell in combined(series, period) {
        add(cell, How::Sums, 0.75);
    }
    if found.is_empty() {
        Err(missing.unwrap_or(Unavailable::NotReported(period)))
    } else {
        Ok(found)
    }
}

/// `January to October` from `January to September` and October; October from both sums.
fn combined(series: &Series, period: Period) -> Vec<Amount> {
    let mut found = Vec::new();
    let january = period.start.january();
    let to = |end| Period { start: january, months: u16::try_from(end - january + 1).unwrap_or(1) };
    let made = |one: &Figure, other: &[&Figure], sign: f64, origin| {
        let value = one.value + sign * other.iter().map(|figure| figure.value).sum::<f64>();
        let decimals = other.iter().map(|figure| figure.decimals).fold(one.decimals, u8::max);
        let more = other.iter().flat_map(|figure| &figure.sources);
        let mut sources: Vec<usize> = one.sources.iter().chain(more).copied().collect();
        sources.dedup();
        Amount { period, value, decimals, origin, sources }
    };
    if period.start == january && period.months > 1 {
        // The longest reported sum that it begins with, and the months after that.
        for months in (2..period.months).rev() {
            let Some(head) = series.figure(Period { start: january, months }) else { continue };
            let rest: Option<Vec<&Figure>> = (head.period.end() + 1)
                .through(period.end())
                .map(|month| series.month(month))
                .collect();
            if let Some(rest) = rest {
                found.push(made(head, &rest, 1.0, Origin::SumAndMonths));
            }
            break;
        }
        // The shortest that goes on, less the months after.
        for months in period.months + 1..=12 {
            let Some(whole) = series.figure(Period { start: january, months }) else { continue };
            let rest: Option<Vec<&Figure>> = (period.end() + 1)
                .through(whole.period.end())
                .map(|month| series.month(month))
                .collect();
            if let Some(rest) = rest {
                found.push(made(whole, &rest, -1.0, Origin::DifferenceOfSums));
            }
            break;
        }
    } else if period.start > january && period.start.year() == period.end().year() {
        let whole = series.figure(to(period.end()));
        let head = series.figure(to(period.start - 1));
        if let Some((whole, head)) = whole.zip(head) {
            found.push(made(whole, &[head], -1.0, Origin::DifferenceOfSums));
        }
    }
    found
}

/// Whether all values are derived.
pub fn is_derived(values: &[Value]) -> bool {
    let derived = Origin::Figure(Status::Derived);
    values.first().is_some_and(|value| value.cell.origin == derived || value.how == How::Sums)
}
