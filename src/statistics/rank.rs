//! The rank of a month among others, and the record.

use super::{Known, Unavailable, amount};
use crate::trade::{Month, Period, Series};

/// A place in an order from highest to lowest; equal values share the better place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the highest.
    pub place: usize,
    /// How many were compared, the month itself included.
    pub of: usize,
}

/// A place among fewer says little.
const FEWEST: usize = 5;

/// A place further from both ends says as little.
const OUTERMOST: usize = 3;

impl Rank {
    /// Whether the rank is worth mentioning: among the first or last few of enough.
    pub fn is_telling(self) -> bool {
        let (place, _) = self.from_the_nearer_end();
        self.of >= FEWEST && place <= OUTERMOST && 2 * place <= self.of
    }

    /// The rank counted from the nearer end, and whether that is the top.
    pub fn from_the_nearer_end(self) -> (usize, bool) {
        let from_the_last = (self.of + 1).saturating_sub(self.place);
        (self.place.min(from_the_last), self.place <= from_the_last)
    }
}

/// A month, or the first of a year, and its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extreme {
    /// When.
    pub month: Month,
    /// How much, in the series' unit.
    pub value: f64,
}

/// The rank of `period` among the same months of all earlier years known.
///
/// # Errors
///
/// If the period is not known.
pub fn rank_in_season(series: &Series, period: Period) -> Known<Rank> {
    let value = amount(series, period)?.value;
    let first = series.extent().map_or(period.start, |(first, _)| first);
    let years = (period.start.year() - first.year()).max(0);
    let earlier = (1..=years)
        .filter_map(|years| amount(series, period.years_before(years)).ok())
        .map(|earlier| earlier.value);
    Ok(place(value, earlier))
}

/// The rank of a month among all single months known up to it.
///
/// # Errors
///
/// If the month is not known separately.
pub fn rank_among_months(series: &Series, month: Month) -> Known<Rank> {
    let value = single(series, month)?;
    let earlier =
        series.months().filter(|figure| figure.period.start < month).map(|figure| figure.value);
    Ok(place(value, earlier))
}

/// The highest single month before `month` (the highest year of an annual series, of those that begin in the same
/// month); the earlier of two equal ones.
///
/// # Errors
///
/// If no earlier one is known.
pub fn record(series: &Series, month: Month) -> Known<Extreme> {
    // What begins otherwise has months in common with what does.
    let alike = |period: Period| series.span(period.start) == period;
    series
        .figures()
        .filter(|figure| figure.period.start < month && alike(figure.period))
        .map(|figure| Extreme { month: figure.period.start, value: figure.value })
        .reduce(|best, next| if next.value > best.value { next } else { best })
        .ok_or(Unavailable::NothingBefore(series.span(month)))
}

fn single(series: &Series, month: Month) -> Known<f64> {
    amount(series, Period::month(month)).map(|amount| amount.value)
}

fn place(value: f64, others: impl Iterator<Item = f64>) -> Rank {
    let mut rank = Rank { place: 1, of: 1 };
    for other in others {
        rank.of += 1;
        if other > value {
            rank.place += 1;
        }
    }
    rank
}
