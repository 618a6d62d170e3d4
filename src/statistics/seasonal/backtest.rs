//! Whether the intervals hold what they promise: every month with a past, expected from that past
//! alone.

use super::expectation::Expectation;
use crate::trade::Series;

/// How the expectations fared.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// How many months were expected.
    pub months: usize,
    /// The share of figures within the 80 % interval.
    pub within_80: f64,
    /// The share within the 95 % interval.
    pub within_95: f64,
    /// How many of them had both plain forecasts to compare with.
    pub compared: usize,
    /// The mean absolute error of the median over these, in the series' unit.
    pub error: f64,
    /// That of the same month a year before.
    pub error_last_year: f64,
    /// That of the month before.
    pub error_last_month: f64,
}

/// The score of `expectations`, each of which knew only the months before its own.
pub fn backtest(series: &Series, expectations: &[Expectation]) -> Backtest {
    let share = |interval: fn(&Expectation) -> (f64, f64)| {
        let within = expectations.iter().filter(|expectation| {
            let (low, high) = interval(expectation);
            expectation.actual.is_some_and(|actual| low <= actual && actual <= high)
        });
        within.count() as f64 / expectations.len().max(1) as f64
    };
    let mut score = Backtest {
        months: expectations.len(),
        within_80: share(|expectation| expectation.interval_80),
        within_95: share(|expectation| expectation.interval_95),
        compared: 0,
        error: 0.0,
        error_last_year: 0.0,
        error_last_month: 0.0,
    };
    for expectation in expectations.iter().filter(|expectation| expectation.period.months == 1) {
        let month = expectation.period.start;
        if let (Some(actual), Some(last_year), Some(last_month)) =
            (expectation.actual, series.month(month - 12), series.month(month - 1))
        {
            score.compared += 1;
            score.error += (actual - expectation.median).abs();
            score.error_last_year += (actual - last_year.value).abs();
            score.error_last_month += (actual - last_month.value).abs();
        }
    }
    let compared = score.compared.max(1) as f64;
    score.error /= compared;
    score.error_last_year /= compared;
    score.error_last_month /= compared;
    score
}
