//! All statistics of one month, as the program prints and the page shows them.

use super::{
    Amount, Change, Comparison, Known, Rank, Rolling, SameMonth, Unavailable, amount, change,
    rank_among_months, rank_in_season, rolling, same_month, slot,
};
use crate::trade::{Month, Period, Series};
use crate::util::CollectVec as _;

/// The statistics of one month; of January and February if known only together; of the year in an annual
/// series.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The period they are about.
    pub period: Period,
    /// The figure.
    pub amount: Known<Amount>,
    /// January to the month.
    pub year_to_date: Known<Amount>,
    /// Each comparison, in the order of [`Comparison::ALL`].
    pub changes: Vec<(Comparison, Known<Change>)>,
    /// For February, or January and February together: the two months compared with the same two of earlier
    /// years, which is fair across a moving New Year.
    pub two_months: Vec<(Comparison, Known<Change>)>,
    /// The three months up to the month.
    pub rolling_3: Known<Rolling>,
    /// The twelve months up to the month.
    pub rolling_12: Known<Rolling>,
    /// The twelve months up to the month a year before.
    pub rolling_12_before: Known<Rolling>,
    /// The same month in the five years before.
    pub same_month: Known<SameMonth>,
    /// The rank among the same months of all years up to this one.
    pub rank_in_season: Known<Rank>,
    /// The rank among all months up to this one.
    pub rank_among_months: Known<Rank>,
}

/// The statistics of `month`.
pub fn summary(series: &Series, month: Month) -> Summary {
    summary_of(series, slot(series, month).unwrap_or(series.span(month)))
}

/// The statistics of a month, or of January and February or a year where these are one figure.
pub fn summary_of(series: &Series, period: Period) -> Summary {
    let end = period.end();
    let among = match period.months {
        1 => rank_among_months(series, period.start),
        _ => Err(Unavailable::NotForTwoMonths),
    };
    Summary {
        period,
        amount: amount(series, period),
        year_to_date: amount(series, Period::year_to_date(end)),
        changes: Comparison::ALL
            .into_iter()
            .map(|comparison| (comparison, change(series, period, comparison)))
            .collect_vec(),
        two_months: two_months(series, period),
        rolling_3: rolling(series, end, 3),
        rolling_12: rolling(series, end, 12),
        rolling_12_before: rolling(series, end - 12, 12),
        same_month: same_month(series, period),
        rank_in_season: rank_in_season(series, period),
        rank_among_months: among,
    }
}

impl Summary {
    /// The change under one comparison.
    pub fn change(&self, comparison: Comparison) -> Known<&Change> {
        self.changes
            .iter()
            .find(|(candidate, _)| *candidate == comparison)
            .map_or(Err(Unavailable::NotReported(self.period)), |(_, change)| {
                change.as_ref().map_err(Clone::clone)
            })
    }
}

fn two_months(series: &Series, period: Period) -> Vec<(Comparison, Known<Change>)> {
    if period.months != 1 || period.start.number() != 2 {
        return Vec::new();
    }
    let together = Period::year_to_date(period.start);
    Comparison::ALL
        .into_iter()
        .filter(|comparison| comparison.of_two_months())
        .map(|comparison| (comparison, change(series, together, comparison)))
        .collect_vec()
}
