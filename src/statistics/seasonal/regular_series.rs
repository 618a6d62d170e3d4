//! A series prepared for regression and decomposition: consecutive months, with their figures.

use crate::statistics::{Known, Unavailable, without_months};
use crate::trade::{Figure, Month, Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// The least number of months for seasonal statistics: three of each calendar month.
pub const LEAST_MONTHS: usize = 36;

/// Below this standard deviation of the logarithms, the figures count as constant and results would be
/// rounding error.
pub const NO_DEVIATION: f64 = 1e-9;

/// After a longer run of missing months the regular series begins anew: figures from before a gap of a year
/// say little.
const LONGEST_GAP: i32 = 11;

/// A figure of a month, or of January and February if they are known only together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegularObservation {
    /// The months.
    pub period: Period,
    /// How much, in the series' unit.
    pub value: f64,
    /// Half a unit of the last digit, as a share of the value.
    pub rounding: f64,
}

impl RegularObservation {
    /// The natural logarithm of the monthly average.
    pub fn log(&self) -> f64 {
        (self.value / f64::from(self.period.months)).ln()
    }
}

/// Why a regular series begins where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Nothing is known before.
    Whole,
    /// After a year of which nothing is known.
    Gap,
    /// After a year of which all that is known is zero or less, the last of these then.
    NotPositive(Period),
}

/// The latest run of months without a gap of a year. Figures of zero or less have no logarithm and count as
/// missing.
#[derive(Clone, Debug, PartialEq)]
pub struct RegularSeries {
    observations: Vec<RegularObservation>,
    zeros: Vec<Period>,
    beginning: Beginning,
}

impl RegularSeries {
    /// The first month.
    pub fn first(&self) -> Month {
        self.observations
            .first()
            .map_or(Month::from_index(0), |observation| observation.period.start)
    }

    /// The last month.
    pub fn last(&self) -> Month {
        self.observations
            .last()
            .map_or(Month::from_index(0), |observation| observation.period.end())
    }

    /// Why it begins in that month.
    pub const fn beginning(&self) -> Beginning {
        self.beginning
    }

    /// The figures, in order.
    pub fn observations(&self) -> &[RegularObservation] {
        &self.observations
    }

    /// The periods from the first month on with figures of zero or less.
    pub fn zeros(&self) -> &[Period] {
        &self.zeros
    }

    /// The period with such a figure that contains `month`.
    pub fn zero(&self, month: Month) -> Option<Period> {
        self.zeros.iter().find(|period| period.contains(month)).copied()
    }

    /// How many months are known.
    pub fn months(&self) -> usize {
        months(&self.observations)
    }

    /// The months without a figure.
    pub fn missing(&self) -> Vec<Month> {
        self.first()
            .through(self.last())
            .filter(|month| self.observation(*month).is_none())
            .collect_vec()
    }

    /// The observation that covers `month`.
    pub fn observation(&self, month: Month) -> Option<&RegularObservation> {
        self.observations.iter().find(|observation| observation.period.contains(month))
    }

    /// The same months with other values: for each observation, by its index, the value and its rounding.
    pub fn holding(&self, of: impl Fn(usize) -> (f64, f64)) -> Self {
        let held = |(place, observation): (usize, &RegularObservation)| {
            let (value, half) = of(place);
            RegularObservation { value, rounding: half / value, ..*observation }
        };
        let observations = self.observations.iter().enumerate().map(held).collect_vec();
        Self { observations, ..self.clone() }
    }

    /// The regular series' months before `month`.
    pub fn before(&self, month: Month) -> Self {
        let ended = |observation: &&RegularObservation| observation.period.end() < month;
        let observations = self.observations.iter().filter(ended).copied().collect_vec();
        Self { observations, zeros: self.zeros.clone(), beginning: self.beginning }
    }
}

/// The root mean square of the observations' [`RegularObservation::rounding`], likewise as a share of the value; 0
/// of no observations.
pub fn rounding(observations: &[RegularObservation]) -> f64 {
    let squares = observations
        .iter()
        .map(|observation| observation.rounding * observation.rounding)
        .sum::<f64>();
    (squares / observations.len().max(1) as f64).sqrt()
}

/// The number of months that observations cover.
pub fn months(observations: &[RegularObservation]) -> usize {
    observations.iter().map(|observation| usize::from(observation.period.months)).sum()
}

/// The latest run of a series as a regular one.
///
/// # Errors
///
/// If the series has no figure above zero.
pub fn regular_series(series: &Series) -> Known<RegularSeries> {
    if let Some(why) = without_months(series) {
        return Err(why);
    }
    // What is beyond all numbers is as little a figure as what has no logarithm.
    let positive =
        |observation: &RegularObservation| observation.value > 0.0 && observation.value < 1e300;
    let (mut observations, others): (Vec<RegularObservation>, Vec<RegularObservation>) =
        known(series).into_iter().partition(positive);
    let mut zeros = others.into_iter().map(|observation| observation.period).collect_vec();
    if observations.is_empty() {
        let nothing = Unavailable::TooFewMonths { known: 0, needed: LEAST_MONTHS };
        return Err(zeros.last().copied().map_or(nothing, Unavailable::NotPositive));
    }
    let mut starts = observations.windows(2).enumerate().filter_map(|(index, pair)| {
        let [one, other] = pair else { return None };
        (other.period.start - one.period.end() > LONGEST_GAP + 1).then_some(index + 1)
    });
    let mut beginning = Beginning::Whole;
    if let Some(start) = starts.next_back() {
        let after = observations.split_off(start);
        let (ended, begins) = (observations.last(), after.first());
        let within = |zero: &&Period| {
            ended.is_some_and(|observation| zero.start > observation.period.end())
                && begins.is_some_and(|observation| zero.start < observation.period.start)
        };
        let zero = zeros.iter().rfind(within).copied();
        beginning = zero.map_or(Beginning::Gap, Beginning::NotPositive);
        observations = after;
    }
    let first = observations.first().map(|observation| observation.period.start);
    zeros.retain(|period| first.is_some_and(|first| period.start > first));
    Ok(RegularSeries { observations, zeros, beginning })
}

/// What is known of a series' months: those known alone, and joint figures of months of which
/// neither is.
fn known(series: &Series) -> Vec<RegularObservation> {
    let observation = |figure: &Figure| RegularObservation {
        period: figure.period,
        value: figure.value,
        rounding: figure.rounding(),
    };
    // A whole year says nothing of its months.
    let neither = series.undivideds().filter(|figure| figure.period.months == 2);
    let mut observations = series.months().chain(neither).map(observation).collect_vec();
    sort_by_key(&mut observations, |observation| observation.period);
    observations
}
