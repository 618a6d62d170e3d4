//! The step in the level of a series at an event, relative to season and trend: an interrupted time series
//! (Box & Tiao 1975).

use super::averaging::{any, averaged};
use super::forecast::WINDOW;
use super::model::Model;
use super::regression::Design;
use super::regular_series::{
    LEAST_MONTHS, NO_DEVIATION, RegularObservation, RegularSeries, months,
};
use crate::statistics::distribution::{t_below, t_quantile};
use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;
use crate::util::sort;

/// The least number of months before an event.
pub const LEAST_BEFORE: usize = 24;
/// The least number of months from the event on.
pub const LEAST_AFTER: usize = 3;
/// The most months used from the event on.
pub const MOST_AFTER: i32 = 12;

/// The size of a step at an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventEffect {
    /// The month of the event, the first of those after it.
    pub month: Month,
    /// The step, in percent of the value expected without it.
    pub percent: f64,
    /// Its 95 % confidence interval: the lower and upper bound, in percent.
    pub interval_95: (f64, f64),
    /// The step of the natural logarithm, its standard error, and the degrees of freedom.
    pub size: (f64, f64, usize),
    /// The two-sided p-value, 0 to 1.
    pub p: f64,
    /// The number of months before the event.
    pub before: usize,
    /// The number of months used from the event on.
    pub after: usize,
}

impl EventEffect {
    /// Whether the interval excludes zero.
    pub fn clear(&self) -> bool {
        self.interval_95.0 > 0.0 || self.interval_95.1 < 0.0
    }
}

/// An effect judged together with others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joint {
    /// Simultaneous 95 % bounds for all effects, the lower and the upper, in percent.
    pub interval_95: (f64, f64),
    /// Whether it is significant by Holm's procedure (1979), with a family-wise error rate of 5 %.
    pub clear: bool,
}

/// Effects judged together, in their order.
pub fn jointly(effects: &[EventEffect]) -> Vec<Joint> {
    const LEVEL: f64 = 0.05;
    let count = effects.len() as f64;
    let mut by_p = effects.iter().map(|effect| effect.p).collect_vec();
    sort(&mut by_p, f64::total_cmp);
    let clear =
        by_p.iter().enumerate().take_while(|(rank, p)| **p < LEVEL / (count - *rank as f64));
    let least = clear.last().map(|(_, p)| *p);
    let judged = |effect: &EventEffect| {
        let clear = least.is_some_and(|least| effect.p <= least);
        let (size, error, freedom) = effect.size;
        let reach = error * t_quantile(1.0 - LEVEL / 2.0 / count.max(1.0), freedom);
        // What is clear keeps to its side (Strassburger & Bretz 2008).
        let (low, high) = match clear {
            true if size > 0.0 => ((size - reach).max(0.0), size + reach),
            true => (size - reach, (size + reach).min(0.0)),
            false => (size - reach, size + reach),
        };
        let percent = |log: f64| (log.exp() - 1.0) * 100.0;
        Joint { interval_95: (percent(low), percent(high)), clear }
    };
    effects.iter().map(judged).collect_vec()
}

/// The step at a month of a regular series, given the model fitted to some of its observations.
///
/// # Errors
///
/// As [`super::event_effect`].
pub fn step_at(
    regular: &RegularSeries,
    model: impl FnOnce(usize) -> Option<Model>,
    month: Month,
) -> Known<EventEffect> {
    let last = month + (MOST_AFTER - 1);
    let observations = regular.observations();
    let within = observations.partition_point(|observation| observation.period.end() <= last);
    let observations = observations.get(..within).unwrap_or_default();
    let (earlier, later) = observations
        .split_at(observations.partition_point(|observation| observation.period.end() < month));
    let (before, after) = (months(earlier), months(later));
    if before < LEAST_BEFORE {
        return Err(Unavailable::TooFewMonthsBefore { known: before, needed: LEAST_BEFORE });
    }
    if after < LEAST_AFTER {
        return Err(Unavailable::TooFewMonthsAfter { known: after, needed: LEAST_AFTER });
    }
    if before + after < LEAST_MONTHS {
        let known = before + after;
        return Err(Unavailable::TooFewMonthsAround { known, needed: LEAST_MONTHS });
    }
    let model = model(within).ok_or(Unavailable::NothingVaries)?;
    let step = |period: Period| {
        let from = i32::from(period.months).min(period.end() - month + 1).max(0);
        f64::from(from) / f64::from(period.months)
    };
    let design =
        Design::new(recent(observations, month), model).ok_or(Unavailable::NothingVaries)?;
    let (size, error, freedom) =
        averaged(&design.with(step), any()).ok_or(Unavailable::NothingVaries)?;
    let reach = error * t_quantile(0.975, freedom);
    let percent = |log: f64| (log.exp() - 1.0) * 100.0;
    let interval_95 = (percent(size - reach), percent(size + reach));
    if !(interval_95.0.is_finite() && interval_95.1.is_finite()) || error <= NO_DEVIATION {
        return Err(Unavailable::NothingVaries);
    }
    let p = 2.0 * t_below(-(size / error).abs(), freedom);
    let percent = percent(size);
    let size = (size, error, freedom);
    Ok(EventEffect { month, percent, interval_95, size, p, before, after })
}

/// The observations from at most ten years before `month` on: an older trend says little of its months.
fn recent(observations: &[RegularObservation], month: Month) -> &[RegularObservation] {
    let start =
        observations.partition_point(|observation| observation.period.start < month - WINDOW);
    observations.get(start..).unwrap_or_default()
}
