//! A series taken apart into trend, season and remainder: STL (Cleveland, Cleveland, McRae &
//! Terpenning 1990), robust, on logarithms.

use stlrs::Stl as Procedure;

use super::filling::{Filled, filled};
use super::grid::{LEAST_MONTHS, NO_DEVIATION};
use super::study::Study;
use crate::statistics::{Known, Unavailable};
use crate::util::CollectVec as _;
use crate::util::sort;

/// Months in a year.
pub const PERIOD: usize = 12;

/// How many years' worth of one calendar month a seasonal value is smoothed over.
const SEASONAL: usize = 13;
/// The least odd number above 1.5 × 12 / (1 − 1.5 / 13), as the authors advise.
const TREND: usize = 21;
/// The least odd number above 12, likewise.
const LOW_PASS: usize = 13;
const INNER: usize = 2;
const OUTER: usize = 15;

/// A remainder this many scaled median deviations off is an outlier.
const OUTLYING: f64 = 3.0;

/// Makes a median absolute deviation comparable to a standard deviation of normal values.
const NORMAL: f64 = 1.4826;

/// The parts that add up to a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Stl {
    /// The slow part.
    pub trend: Vec<f64>,
    /// The part that returns every year.
    pub seasonal: Vec<f64>,
    /// The rest.
    pub remainder: Vec<f64>,
    /// How much each point counted, 0 to 1.
    pub weights: Vec<f64>,
}

/// Robust STL of a yearly series: seasonal span 13, trend span 21, low-pass span 13, all of first
/// degree and at every point, 2 inner and 15 outer loops.
///
/// # Errors
/// Where fewer than two years are given.
pub fn stl(values: &[f64]) -> Known<Stl> {
    let too_few = Unavailable::TooFewMonths { known: values.len(), needed: 2 * PERIOD };
    let parts = Procedure::params()
        .seasonal_length(SEASONAL)
        .trend_length(TREND)
        .low_pass_length(LOW_PASS)
        .seasonal_degree(1)
        .trend_degree(1)
        .low_pass_degree(1)
        .seasonal_jump(1)
        .trend_jump(1)
        .low_pass_jump(1)
        .inner_loops(INNER)
        .outer_loops(OUTER)
        .robust(true)
        .fit(values, PERIOD)
        .map_err(|_| too_few)?;
    Ok(Stl {
        trend: parts.trend().to_vec(),
        seasonal: parts.seasonal().to_vec(),
        remainder: parts.remainder().to_vec(),
        weights: parts.weights().to_vec(),
    })
}

/// How much of what is left without the other part is this part and not the remainder, 0 to 1
/// (Wang, Smith & Hyndman 2006): `1 − Var(remainder) / Var(part + remainder)`, not below zero.
pub fn strength(part: &[f64], remainder: &[f64]) -> f64 {
    let sums: Vec<f64> = part.iter().zip(remainder).map(|(one, other)| one + other).collect_vec();
    let all = variance(&sums);
    if all > 0.0 { (1.0 - variance(remainder) / all).max(0.0) } else { 0.0 }
}

fn variance(values: &[f64]) -> f64 {
    let count = values.len().max(2) as f64;
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0)
}

/// The middle of `values`; zero of none.
pub fn median(mut values: Vec<f64>) -> f64 {
    sort(&mut values, f64::total_cmp);
    let count = values.len();
    let at = |index: usize| values.get(index).copied().unwrap_or_default();
    f64::midpoint(at(count / 2), at(count.saturating_sub(1) / 2))
}

/// The median absolute deviation from the median, scaled to a standard deviation.
pub fn deviation(values: &[f64]) -> f64 {
    let middle = median(values.to_vec());
    NORMAL * median(values.iter().map(|value| (value - middle).abs()).collect_vec())
}

/// A series taken apart, in logarithms, with the months it was taken apart over.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// Every month, and what was filled.
    pub months: Vec<Filled>,
    /// Trend, season and remainder of the logarithms.
    pub parts: Stl,
    /// How strong the season is, 0 to 1.
    pub seasonal_strength: f64,
    /// How strong the trend is, 0 to 1.
    pub trend_strength: f64,
    /// Indices of the months whose remainder lies more than three scaled median deviations off;
    /// filled months are never among them.
    pub outliers: Vec<usize>,
}

impl Decomposition {
    /// The logarithms with the season taken out.
    pub fn deseasonalised(&self) -> Vec<f64> {
        let parts = &self.parts;
        parts.trend.iter().zip(&parts.remainder).map(|(one, other)| one + other).collect_vec()
    }
}

/// Takes the latest unbroken stretch of a series apart.
///
/// # Errors
/// Where it is shorter than three years, holds what has no logarithm, or does not vary.
pub fn decompose(study: &Study) -> Known<Decomposition> {
    let known = study.grid().months();
    if known < LEAST_MONTHS {
        return Err(Unavailable::TooFewMonths { known, needed: LEAST_MONTHS });
    }
    let months = filled(study)?;
    let logs: Vec<f64> = months.iter().map(|month| month.value.ln()).collect_vec();
    if variance(&logs).sqrt() <= NO_DEVIATION {
        return Err(Unavailable::NothingVaries);
    }
    let parts = stl(&logs)?;
    if !parts.remainder.iter().all(|value| value.is_finite()) {
        return Err(Unavailable::NothingVaries);
    }
    let middle = median(parts.remainder.clone());
    let most = OUTLYING * deviation(&parts.remainder);
    let outliers = parts
        .remainder
        .iter()
        .zip(&months)
        .enumerate()
        .filter(|(_, (value, month))| {
            most > NO_DEVIATION
                && (*value - middle).abs() > most
                && month.filling == super::filling::Filling::None
        })
        .map(|(index, _)| index)
        .collect_vec();
    Ok(Decomposition {
        seasonal_strength: strength(&parts.seasonal, &parts.remainder),
        trend_strength: strength(&parts.trend, &parts.remainder),
        months,
        parts,
        outliers,
    })
}
