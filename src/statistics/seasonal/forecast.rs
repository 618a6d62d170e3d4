//! Forecasts of a month from earlier months, averaging the regression models and the airline model.

use super::airline::Airline;
use super::candidate::{Weights, best_about_a_line, pool, weights};
use super::model::Model;
use super::regression::Regression;
use super::regular_series::{LEAST_MONTHS, RegularObservation};
use crate::trade::{Holiday, Month, Period};
use crate::util::CollectVec as _;

/// The length of the window in months; up to a year more, because it moves a year at a time.
pub const WINDOW: i32 = 120;

/// The degrees of freedom of what is new each month: months out of line are more common in trade than
/// the normal distribution has it. Chosen on the series that `split.toml` names for that.
const TAILS: usize = 5;

/// The forecast of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The expected logarithm of the monthly average.
    pub log: f64,
    /// The scale of Student's t, in logarithms.
    pub scale: f64,
    /// The degrees of freedom.
    pub freedom: usize,
    /// The expected logarithm from season, holiday and trend alone.
    pub alone: Option<f64>,
    /// The weights of the regression models.
    pub weights: Weights,
    /// Whether the airline model has half the weight.
    pub airline: bool,
    /// How many months it rests on.
    pub window: usize,
    /// The best model with AR(1) errors and a trend.
    pub model: Option<Model>,
}

/// The models over the months of a window, and those months as the airline model needs them, each
/// alone.
struct Models {
    first: Month,
    regression: Regression,
    airline: Airline,
    /// How many observations and months of the series they have seen.
    seen: (usize, usize),
}

impl Models {
    fn new(first: Month, holiday: Option<Holiday>) -> Self {
        let regression = Regression::new(first, holiday);
        Self { first, regression, airline: Airline::new(holiday), seen: (0, 0) }
    }

    /// Takes what of a series, and of its months from `first` on, they have not seen.
    fn catch_up(&mut self, observations: &[RegularObservation], first: Month, months: &[f64]) {
        let since = observations.iter().skip(self.seen.0);
        for observation in since.filter(|observation| observation.period.start >= self.first) {
            self.regression.push(observation.period, observation.log());
        }
        for (place, value) in months.iter().enumerate().skip(self.seen.1) {
            let month = first + place as i32;
            if month >= self.first {
                self.airline.push(month, *value);
            }
        }
        self.seen = (observations.len(), months.len());
    }

    fn expected(&self, period: Period, window: usize) -> Option<Forecast> {
        let regressions = self.regression.candidates(period);
        let one = pool(&regressions)?;
        let airlines =
            if period.months == 1 { self.airline.candidates(period.start) } else { Vec::new() };
        let other = pool(&airlines);
        let mean =
            |one: f64, other: Option<f64>| other.map_or(one, |other| f64::midpoint(one, other));
        let freedom = mean(one.freedom, other.as_ref().map(|other| other.freedom));
        let deviation = mean(one.deviation, other.as_ref().map(|other| other.deviation));
        let (scale, freedom) = tailed(deviation, freedom);
        Some(Forecast {
            log: mean(one.log, other.as_ref().map(|other| other.log)),
            scale,
            freedom,
            alone: one.alone,
            weights: weights(&regressions),
            airline: other.is_some(),
            window,
            model: best_about_a_line(&regressions),
        })
    }
}

/// Scale and degrees of freedom of Student's t with heavy tails and the variance that it has with the
/// deviation's own `freedom`: narrower where most figures are, wider where few. It is no heavier where
/// these are so few that its tails are heavy enough.
fn tailed(deviation: f64, freedom: f64) -> (f64, usize) {
    let tails = TAILS as f64;
    if freedom <= tails {
        return (deviation, (freedom.round() as usize).max(1));
    }
    (deviation * ((1.0 - 2.0 / tails) / (1.0 - 2.0 / freedom)).sqrt(), TAILS)
}

/// Where the window of what comes before `target` begins.
fn start(first: Month, target: Month) -> Month {
    let beyond = target - first - WINDOW;
    if beyond <= 0 { first } else { first + beyond / 12 * 12 }
}

/// The forecast of each observation from earlier ones, and of one more period if `further` names it; `None` if
/// there are fewer than three years before it, or it is not `wanted`.
pub fn forecasts(
    observations: &[RegularObservation],
    further: Option<Period>,
    holiday: Option<Holiday>,
    wanted: &dyn Fn(usize) -> bool,
) -> Vec<Option<Forecast>> {
    let Some(first) = observations.first().map(|observation| observation.period.start) else {
        return Vec::new();
    };
    let rows = observations.iter().map(|observation| (observation.period, Some(observation.log())));
    let rows = rows.chain(further.map(|period| (period, None))).collect_vec();
    let mut models = Models::new(first, holiday);
    // Every month from the first on, those not reported alone as they were expected to be.
    let mut months: Vec<f64> = Vec::with_capacity(rows.len());
    let mut known = 0;
    let mut found = Vec::with_capacity(rows.len());
    for (place, (period, log)) in rows.iter().enumerate() {
        let from = start(first, period.start);
        let enough = known >= LEAST_MONTHS;
        let wanted = enough && wanted(place);
        let alone = period.months == 1 && period.start - first == months.len() as i32;
        // The models are asked of what is wanted, and of months that are not known alone.
        if wanted || enough && !alone {
            if from != models.first {
                models = Models::new(from, holiday);
            }
            models.catch_up(observations.get(..place).unwrap_or_default(), first, &months);
        }
        let forecast = wanted.then(|| {
            let since = observations
                .iter()
                .take(place)
                .filter(|observation| observation.period.start >= from);
            models.expected(
                *period,
                since.map(|observation| usize::from(observation.period.months)).sum(),
            )
        });
        found.push(forecast.flatten());
        if let Some(log) = *log {
            let values = each_month(&models, first, &months, *period, log, enough);
            months.extend(values);
            known += usize::from(period.months);
        }
    }
    found
}

/// The logarithms of the months from the last one known to the end of `period`: missing ones as
/// they were expected to be, two that were reported together as they were expected to part.
fn each_month(
    models: &Models,
    first: Month,
    months: &[f64],
    period: Period,
    log: f64,
    enough: bool,
) -> Vec<f64> {
    let last = months.last().copied().unwrap_or(log);
    let expected = |month: Month| {
        let candidates =
            if enough { models.regression.candidates(Period::month(month)) } else { Vec::new() };
        pool(&candidates).map_or(last, |found| found.log)
    };
    let mut values =
        (first + months.len() as i32).through(period.start - 1).map(expected).collect_vec();
    if period.months == 2 {
        let (one, other) = (expected(period.start), expected(period.end()));
        let rest = log - f64::midpoint(one.exp(), other.exp()).ln();
        values.extend([one + rest, other + rest]);
    } else {
        values.push(log);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heavier_tails_have_the_same_variance() {
        let variance = |scale: f64, freedom: f64| scale * scale * freedom / (freedom - 2.0);
        for freedom in [5.2, 8.0, 27.5, 110.0] {
            let (scale, tails) = tailed(0.3, freedom);
            assert_eq!(tails, TAILS);
            let (one, other) = (variance(scale, tails as f64), variance(0.3, freedom));
            assert!((one / other - 1.0).abs() < 1e-12, "{freedom}: {one} {other}");
        }
    }

    #[test]
    fn tails_that_are_as_heavy_stay() {
        assert_eq!(tailed(0.3, 5.0), (0.3, 5));
        assert_eq!(tailed(0.3, 2.6), (0.3, 3));
        assert_eq!(tailed(0.3, 0.4), (0.3, 1));
    }
}
