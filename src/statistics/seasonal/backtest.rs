//! A backtest of the intervals: every month with enough history is forecast from that history alone.

use super::expectation::Expectation;
use crate::statistics::distribution::t_below;
use crate::trade::Series;

/// The results of a backtest.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// The number of forecasts.
    pub months: usize,
    /// The share of figures within the 80 % interval, 0 to 1.
    pub within_80: f64,
    /// The share within the 95 % interval, 0 to 1.
    pub within_95: f64,
    /// How many of them have both naive forecasts to compare with.
    pub compared: usize,
    /// The mean absolute error of the median over these, in the series' unit.
    pub error: f64,
    /// That of the same month a year before, in the same unit.
    pub error_last_year: f64,
    /// That of the month before, in the same unit.
    pub error_last_month: f64,
    /// The p-value of the difference from the error of the same month a year before (Diebold & Mariano
    /// 1995, as corrected by Harvey, Leybourne & Newbold 1997).
    pub p_last_year: Option<f64>,
    /// The same for the month before.
    pub p_last_month: Option<f64>,
}

/// The probability of a mean difference as large, either way, between errors that are alike.
fn diebold_mariano(differences: &[f64]) -> Option<f64> {
    let count = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / count;
    let squares = differences.iter().map(|one| (one - mean) * (one - mean)).sum::<f64>();
    // The variance by n and the correction, (n - 1) / n, make the usual one by n - 1.
    let error = (squares / (count - 1.0) / count).sqrt();
    let freedom = differences.len().checked_sub(1).filter(|free| *free > 0)?;
    (error > 0.0).then(|| 2.0 * t_below(-(mean / error).abs(), freedom))
}

/// Wilson's 95 % interval (1927) for a share of `count`: its lower and upper bound, 0 to 1.
pub fn wilson(share: f64, count: usize) -> (f64, f64) {
    const REACH: f64 = 1.959_963_984_540_054;
    let (count, square) = (count.max(1) as f64, REACH * REACH);
    let middle = (share + square / (2.0 * count)) / (1.0 + square / count);
    let spread = share * (1.0 - share) / count + square / (4.0 * count * count);
    let reach = REACH * spread.sqrt() / (1.0 + square / count);
    (middle - reach, middle + reach)
}

/// Scores `expectations`, each of which used only the months before its own.
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
        p_last_year: None,
        p_last_month: None,
    };
    let (mut to_last_year, mut to_last_month) = (Vec::new(), Vec::new());
    for expectation in expectations.iter().filter(|expectation| expectation.period.months == 1) {
        let month = expectation.period.start;
        if let (Some(actual), Some(last_year), Some(last_month)) =
            (expectation.actual, series.month(month - 12), series.month(month - 1))
        {
            let error = |expected: f64| (actual - expected).abs();
            let own = error(expectation.median);
            score.compared += 1;
            score.error += own;
            score.error_last_year += error(last_year.value);
            score.error_last_month += error(last_month.value);
            to_last_year.push(own - error(last_year.value));
            to_last_month.push(own - error(last_month.value));
        }
    }
    let compared = score.compared.max(1) as f64;
    score.error /= compared;
    score.error_last_year /= compared;
    score.error_last_month /= compared;
    score.p_last_year = diebold_mariano(&to_last_year);
    score.p_last_month = diebold_mariano(&to_last_month);
    score
}
