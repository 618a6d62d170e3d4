//! A series broken down into trend, season and remainder: STL (Cleveland, Cleveland, McRae &
//! Terpenning 1990), robust, on logarithms.

use stlrs::Stl as Procedure;

use super::calendar::NewYear;
use super::filling::{Filled, filled};
use super::model::Model;
use super::regression::{Fitted, PAIRS};
use super::regular_series::{LEAST_MONTHS, NO_DEVIATION, RegularSeries, rounding};
use crate::statistics::{Known, Unavailable};
use crate::trade::{Holiday, Month};
use crate::util::CollectVec as _;

/// Months in a year.
pub const PERIOD: usize = 12;

/// How many years' worth of one calendar month a seasonal value is smoothed over.
const SEASONAL: usize = 13;
/// The least odd number above 1.5 × 12 / (1 − 1.5 / 13), as the authors advise.
const TREND: usize = 21;
/// The least odd number above 12, likewise.
const LOW_PASS: usize = 13;
/// A series of which more than one month in so many is missing is not broken down: its season
/// would be the filling's.
const MOST_FILLED: usize = 7;

const INNER: usize = 2;
/// With more loops single months' weights turn on each new month, and the season with them.
const OUTER: usize = 2;

/// New Years between months known alone that both of their windows take.
const LEAST_NEW_YEARS: usize = 3;

/// The parts that add up to a series, a number for each of its points.
#[derive(Clone, Debug, PartialEq)]
pub struct Stl {
    /// The trend.
    pub trend: Vec<f64>,
    /// The season.
    pub seasonal: Vec<f64>,
    /// The remainder.
    pub remainder: Vec<f64>,
    /// The robustness weight of each point, 0 to 1.
    pub weights: Vec<f64>,
}

/// Robust STL of a series with a period of a year, one value a month without gaps: seasonal span 13 of
/// degree 0, trend span 21 and low-pass span 13 of degree 1, 2 inner and 2 outer loops. With a season of
/// degree 1 the latest month would be revised two to four times as much.
///
/// # Errors
///
/// If there are fewer than two years.
pub fn stl(values: &[f64]) -> Known<Stl> {
    let too_few = Unavailable::TooFewMonths { known: values.len(), needed: 2 * PERIOD };
    let parts = Procedure::params()
        .seasonal_length(SEASONAL)
        .trend_length(TREND)
        .low_pass_length(LOW_PASS)
        .seasonal_degree(0)
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

/// The strength of a part relative to the remainder, 0 to 1 (Wang, Smith & Hyndman 2006): `1 −
/// Var(remainder) / Var(part + remainder)`, not below zero.
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

/// A decomposed series, in logarithms, with its months.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// Every month, with how it was filled.
    pub months: Vec<Filled>,
    /// The effect of trading days, the length of February and the New Year on each month's logarithm, less
    /// its mean over the same calendar month, which counts as season.
    pub calendar: Vec<f64>,
    /// Trend, season and remainder of the logarithms without calendar effects; seasonal factors average 1.
    pub parts: Stl,
    /// How strong the season is, 0 to 1.
    pub seasonal_strength: f64,
    /// How strong the trend is, 0 to 1.
    pub trend_strength: f64,
}

/// A month seasonally adjusted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adjusted {
    /// The figure, in the series' unit.
    pub value: f64,
    /// The change on the month before, in percent.
    pub month_on_month: Option<f64>,
    /// The change of three months' sum on that of the three before, in percent.
    pub three_on_three: Option<f64>,
}

impl Decomposition {
    /// The seasonally adjusted natural logarithms, one for each of [`Self::months`]: without season and calendar.
    pub fn adjusted(&self) -> Vec<f64> {
        let parts = &self.parts;
        parts.trend.iter().zip(&parts.remainder).map(|(one, other)| one + other).collect_vec()
    }

    /// The seasonally adjusted figure of a month; `None` outside [`Self::months`].
    pub fn adjusted_in(&self, month: Month) -> Option<Adjusted> {
        let at = |month: Month| {
            let place = usize::try_from(month - self.months.first()?.month).ok()?;
            Some((self.parts.trend.get(place)? + self.parts.remainder.get(place)?).exp())
        };
        let three = |last: Month| Some(at(last - 2)? + at(last - 1)? + at(last)?);
        let change = |now: f64, before: f64| (now / before - 1.0) * 100.0;
        let value = at(month)?;
        Some(Adjusted {
            value,
            month_on_month: at(month - 1).map(|before| change(value, before)),
            three_on_three: three(month)
                .zip(three(month - 3))
                .map(|(now, before)| change(now, before)),
        })
    }
}

/// The model that a series is adjusted by: with a level for each month and both windows of the New
/// Year, for what of it a forecast does without stays in the adjusted series. Not where New Years lie
/// in joint figures alone, which do not tell what it moves.
fn adjusting(regular: &RegularSeries, model: Model, holiday: Option<Holiday>) -> Model {
    let alone = regular.observations().windows(2).filter(|pair| match pair {
        [one, other] => {
            one.period.start.number() == 1 && other.period.start - one.period.start == 1
        }
        _ => false,
    });
    if holiday.is_none() || alone.count() < LEAST_NEW_YEARS {
        return model;
    }
    Model { new_year: NewYear::HolidayAndRunUp, pairs: PAIRS, ..model }
}

/// Decomposes a regular series, with the regression fitted to it and its holiday.
///
/// # Errors
///
/// If it is shorter than three years, more than a seventh of it is missing, or the figures do not vary.
pub fn taken_apart(
    regular: &RegularSeries,
    model: Option<Model>,
    holiday: Option<Holiday>,
) -> Known<Decomposition> {
    let known = regular.months();
    if known < LEAST_MONTHS {
        return Err(Unavailable::TooFewMonths { known, needed: LEAST_MONTHS });
    }
    let missing = regular.missing().len();
    if missing * MOST_FILLED > known + missing {
        let zeros = !regular.zeros().is_empty();
        return Err(Unavailable::TooManyMissing { missing, of: known + missing, zeros });
    }
    let model = model.map(|model| adjusting(regular, model, holiday));
    let fitted = model.and_then(|model| Fitted::new(regular.observations(), model));
    let months = filled(regular, fitted.as_ref())?;
    let logs: Vec<f64> = months.iter().map(|month| month.value.ln()).collect_vec();
    if variance(&logs).sqrt() <= NO_DEVIATION {
        return Err(Unavailable::NothingVaries);
    }
    let calendar = calendar(fitted.as_ref(), &months);
    let rest: Vec<f64> = logs.iter().zip(&calendar).map(|(log, own)| log - own).collect_vec();
    let parts = levelled(stl(&rest)?);
    // Beside its trend a series must vary by more than its figures are rounded.
    let rests: Vec<f64> =
        parts.seasonal.iter().zip(&parts.remainder).map(|(one, other)| one + other).collect_vec();
    let least = rounding(regular.observations()).max(NO_DEVIATION);
    let varies = variance(&rests).sqrt() > least;
    if !varies || !parts.remainder.iter().all(|value| value.is_finite()) {
        return Err(Unavailable::NothingVaries);
    }
    Ok(Decomposition {
        seasonal_strength: strength(&parts.seasonal, &parts.remainder),
        trend_strength: strength(&parts.trend, &parts.remainder),
        months,
        calendar,
        parts,
    })
}

/// A season whose factors are 1 on average, over the whole years up to the last month, and a trend that has
/// what they were besides. STL has logarithms add up to nothing; the amounts themselves would then add up to
/// less than the series does, the less the larger the season: by half its variance (X-13's factors are 1 on
/// average, and SEATS corrects the bias of logarithms likewise).
fn levelled(mut parts: Stl) -> Stl {
    let whole = parts.seasonal.len() / PERIOD * PERIOD;
    let factors = parts.seasonal.iter().rev().take(whole).map(|log| log.exp());
    let level = (factors.sum::<f64>() / whole.max(1) as f64).ln();
    for (trend, season) in parts.trend.iter_mut().zip(&mut parts.seasonal) {
        *trend += level;
        *season -= level;
    }
    parts
}

/// The calendar's part of each month, less its mean over the same months of all years.
fn calendar(fitted: Option<&Fitted>, months: &[Filled]) -> Vec<f64> {
    let Some(fitted) = fitted else { return vec![0.0; months.len()] };
    let own = months.iter().map(|filled| fitted.calendar(filled.month)).collect_vec();
    let same = |place: usize| own.iter().skip(place % PERIOD).step_by(PERIOD);
    let mean = |place: usize| same(place).sum::<f64>() / same(place).count().max(1) as f64;
    own.iter().enumerate().map(|(place, value)| value - mean(place)).collect_vec()
}
