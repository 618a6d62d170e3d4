//! The forecast of a month from the months before, compared with the figure.

use super::candidate::Weights;
use super::forecast::Forecast;
use super::regular_series::{LEAST_MONTHS, NO_DEVIATION, RegularSeries};
use crate::statistics::distribution::{t_below, t_quantile};
use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;

/// How unusual a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordinary {
    /// Within the 80 % interval.
    Ordinary,
    /// Outside the 80 %, within the 95 % interval.
    Uncommon,
    /// Outside the 95 % interval.
    Unusual,
}

/// The forecast of a period, in the series' unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    /// The month; January and February if known only together.
    pub period: Period,
    /// The figure; `None` of a period that has none yet.
    pub actual: Option<f64>,
    /// The median forecast.
    pub median: f64,
    /// The 80 % prediction interval: its lower and upper bound.
    pub interval_80: (f64, f64),
    /// The 95 % prediction interval: its lower and upper bound.
    pub interval_95: (f64, f64),
    /// The forecast probability of a value below the figure, 0 to 1; `None` without a figure.
    pub below: Option<f64>,
    /// How many earlier figures of the same month it rests on.
    pub years: usize,
    /// How many earlier months it rests on.
    pub months: usize,
    /// The forecast from season, holiday and trend alone, without what recent months carry over.
    pub alone: Option<f64>,
    /// The length of the window of earlier months, in months.
    pub window: usize,
    /// The weights of the regression models.
    pub weights: Weights,
    /// Whether the airline model has half the weight.
    pub airline: bool,
}

impl Expectation {
    /// How unusual the figure is; `None` without a figure.
    pub fn ordinary(&self) -> Option<Ordinary> {
        let actual = self.actual?;
        let within = |(low, high): (f64, f64)| low <= actual && actual <= high;
        Some(match () {
            () if within(self.interval_80) => Ordinary::Ordinary,
            () if within(self.interval_95) => Ordinary::Uncommon,
            () => Ordinary::Unusual,
        })
    }

    /// The 80 % interval in percent of the median: smaller changes cannot be told from chance.
    pub fn least_told(&self) -> (f64, f64) {
        let percent = |bound: f64| (bound / self.median - 1.0) * 100.0;
        (percent(self.interval_80.0), percent(self.interval_80.1))
    }

    /// What recent months add to the median, in percent of the forecast from season, holiday and trend
    /// alone.
    pub fn carried(&self) -> Option<f64> {
        Some((self.median / self.alone? - 1.0) * 100.0)
    }

    /// The figure less the median, in percent of the median.
    pub fn percent(&self) -> Option<f64> {
        Some((self.actual? / self.median - 1.0) * 100.0)
    }
}

/// The expectation of a month of a regular series; see [`super::expectation`].
pub fn expectation_of(
    regular: &RegularSeries,
    forecast: impl FnOnce(usize) -> Option<Forecast>,
    month: Month,
) -> Known<Expectation> {
    let observations = regular.observations();
    if let Some(period) = regular.zero(month) {
        return Err(Unavailable::NotPositive(period));
    }
    let place = observations.iter().position(|observation| observation.period.contains(month));
    let next = (month == regular.last() + 1).then_some(observations.len());
    let place = place.or(next).ok_or(Unavailable::NotReported(Period::month(month)))?;
    let period =
        observations.get(place).map_or(Period::month(month), |observation| observation.period);
    let known = regular.before(period.start).months();
    if known < LEAST_MONTHS {
        return Err(Unavailable::TooFewMonths { known, needed: LEAST_MONTHS });
    }
    forecast(place)
        .as_ref()
        .and_then(|forecast| made(regular, period, forecast))
        .ok_or(Unavailable::NothingVaries)
}

/// The expectations of all months of a regular series; see [`super::expectations`].
pub fn expected<'a>(
    regular: &RegularSeries,
    forecasts: impl FnOnce() -> &'a [Option<Forecast>],
) -> Known<Vec<Expectation>> {
    // Those before the latest, which is the first that they could forecast.
    let known = regular.months().saturating_sub(1);
    if known < LEAST_MONTHS {
        return Err(Unavailable::TooFewMonths { known, needed: LEAST_MONTHS });
    }
    let found: Vec<Expectation> = forecasts()
        .iter()
        .zip(regular.observations())
        .filter_map(|(forecast, observation)| made(regular, observation.period, forecast.as_ref()?))
        .collect_vec();
    if found.is_empty() { Err(Unavailable::NothingVaries) } else { Ok(found) }
}

fn made(regular: &RegularSeries, period: Period, forecast: &Forecast) -> Option<Expectation> {
    if forecast.scale <= NO_DEVIATION {
        return None;
    }
    let months = f64::from(period.months);
    let at = |quantile: f64| (forecast.log + quantile * forecast.scale).exp() * months;
    let interval = |probability| {
        let reach = t_quantile(probability, forecast.freedom);
        (at(-reach), at(reach))
    };
    let actual = regular.observations().iter().find(|observation| observation.period == period);
    let below = actual.map(|observation| {
        t_below((observation.log() - forecast.log) / forecast.scale, forecast.freedom)
    });
    let before = regular.before(period.start);
    // A month that was only reported together with another does not count among the same months.
    let same = |years: &i32| {
        let earlier = period.years_before(*years);
        let known = |month: Month| {
            let observation = before.observation(month);
            observation
                .is_some_and(|observation| period.months == 2 || observation.period.months == 1)
        };
        known(earlier.start) && known(earlier.end())
    };
    let longest = period.start.year() - regular.first().year();
    let expectation = Expectation {
        period,
        actual: actual.map(|observation| observation.value),
        median: at(0.0),
        interval_80: interval(0.9),
        interval_95: interval(0.975),
        below,
        years: (1..=longest).filter(same).count(),
        months: before.months(),
        alone: forecast.alone.map(|log| log.exp() * months),
        window: forecast.window,
        weights: forecast.weights,
        airline: forecast.airline,
    };
    let (low, high) = expectation.interval_95;
    (low.is_finite() && high.is_finite()).then_some(expectation)
}
