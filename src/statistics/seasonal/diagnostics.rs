//! Diagnostics of the models' residuals, and revisions of adjusted figures.

use super::decomposition::{Decomposition, taken_apart};
use super::forecast::Forecast;
use super::regular_series::{LEAST_MONTHS, RegularSeries};
use super::seasonality::{Test, qs};
use crate::statistics::distribution::chi_square_above;
use crate::trade::{Holiday, Month, Period};
use crate::util::CollectVec as _;

/// Lags that are looked at for autocorrelation.
const LAGS: usize = 12;
/// Months whose adjusted figures are followed through their revisions.
const FOLLOWED: usize = 12;

/// Diagnostic tests and revisions.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostics {
    /// QS of the steps of the adjusted series, which shows seasonality left in it.
    pub season_left: Option<Test>,
    /// Ljung & Box (1978) over twelve lags, of the standardised forecast errors.
    pub ljung_box: Option<Test>,
    /// Jarque & Bera (1980), of the same.
    pub jarque_bera: Option<Test>,
    /// How far adjusted figures have been revised since each was the latest, in percent, in order of time.
    pub revisions: Vec<(Month, f64)>,
}

impl Diagnostics {
    /// The mean size of the revisions, in percent; `None` if there are none.
    pub fn mean_revision(&self) -> Option<f64> {
        let count = self.revisions.len();
        let sum: f64 = self.revisions.iter().map(|(_, percent)| percent.abs()).sum();
        (count > 0).then(|| sum / count as f64)
    }

    /// The month that was revised most, and by how much in percent; `None` if there are no revisions.
    pub fn largest_revision(&self) -> Option<(Month, f64)> {
        let size = |(_, percent): &(Month, f64)| percent.abs();
        let all = self.revisions.iter().copied();
        all.max_by(|one, other| size(one).total_cmp(&size(other)))
    }
}

/// The diagnostics of a regular series, from its decomposition and its forecasts.
pub fn left(
    parts: &Decomposition,
    regular: &RegularSeries,
    forecasts: &[Option<Forecast>],
    holiday: Option<Holiday>,
) -> Diagnostics {
    let adjusted = parts.adjusted();
    let steps =
        parts.months.iter().zip(adjusted.windows(2)).filter_map(|(before, pair)| match pair {
            [one, other] => Some((before.month + 1, other - one)),
            _ => None,
        });
    let errors = forecasts.iter().zip(regular.observations());
    let errors: Vec<f64> = errors
        .filter_map(|(forecast, observation)| {
            let forecast = forecast.as_ref()?;
            Some((observation.log() - forecast.log) / forecast.scale)
        })
        .collect_vec();
    Diagnostics {
        season_left: qs(&steps.collect_vec()),
        ljung_box: ljung_box(&errors),
        jarque_bera: jarque_bera(&errors),
        revisions: revisions(regular, forecasts, holiday, &adjusted),
    }
}

/// Values less their mean.
fn centred(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    values.iter().map(|value| value - mean).collect_vec()
}

/// `n (n + 2) Σ r² / (n − k)`, chi-square.
pub fn ljung_box(values: &[f64]) -> Option<Test> {
    let values = centred(values);
    let count = values.len();
    let square: f64 = values.iter().map(|value| value * value).sum();
    if count < 2 * LAGS || square <= 0.0 {
        return None;
    }
    let n = count as f64;
    let term = |lag: usize| {
        let products = values.iter().zip(values.iter().skip(lag)).map(|(one, other)| one * other);
        let correlation = products.sum::<f64>() / square;
        correlation * correlation / (n - lag as f64)
    };
    let statistic = n * (n + 2.0) * (1..=LAGS).map(term).sum::<f64>();
    Some(Test { statistic, p: chi_square_above(statistic, LAGS), count })
}

/// `n/6 (S² + (K − 3)²/4)` by skewness and kurtosis, chi-square with 2 degrees of freedom.
pub fn jarque_bera(values: &[f64]) -> Option<Test> {
    let values = centred(values);
    let count = values.len();
    let n = count as f64;
    let moment = |power: i32| values.iter().map(|value| value.powi(power)).sum::<f64>() / n;
    let variance = moment(2);
    if count < 2 * LAGS || variance <= 0.0 {
        return None;
    }
    let skewness = moment(3) / variance.powf(1.5);
    let excess = moment(4) / (variance * variance) - 3.0;
    let statistic = n / 6.0 * (skewness * skewness + excess * excess / 4.0);
    Some(Test { statistic, p: chi_square_above(statistic, 2), count })
}

/// How far the last adjusted figures are from what they were when each was the last. What is split from a
/// joint figure is none.
fn revisions(
    regular: &RegularSeries,
    forecasts: &[Option<Forecast>],
    holiday: Option<Holiday>,
    adjusted: &[f64],
) -> Vec<(Month, f64)> {
    let last = regular.last();
    let mut found = Vec::new();
    for back in (1..=FOLLOWED as i32).rev() {
        let earlier = regular.before(last - back + 1);
        let own = earlier.observations().last().map(|observation| observation.period);
        if earlier.months() < LEAST_MONTHS || own != Some(Period::month(last - back)) {
            continue;
        }
        let model = forecasts.get(earlier.observations().len()).and_then(|own| own.as_ref()?.model);
        let Ok(then) = taken_apart(&earlier, model, holiday) else { continue };
        let now =
            adjusted.len().checked_sub(1 + back as usize).and_then(|place| adjusted.get(place));
        if let (Some(first), Some(now)) = (then.adjusted().last(), now) {
            found.push((last - back, ((now - first).exp() - 1.0) * 100.0));
        }
    }
    found
}
