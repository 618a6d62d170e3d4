//! How far the level of a series stood from what season and trend had led to, in the months from
//! an event on: an interrupted time series (Box & Tiao 1975), with a step at the event.

use super::grid::{self, LEAST_MONTHS};
use super::regression::with_column;
use super::study::Study;
use crate::statistics::distribution::t_quantile;
use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Period};

/// Months that must stand before an event.
pub const LEAST_BEFORE: usize = 24;
/// Months that must stand from the event on.
pub const LEAST_AFTER: usize = 3;
/// How many months from the event on are looked at.
pub const MOST_AFTER: i32 = 12;

/// The size of a step at an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EventEffect {
    /// The month of the event, the first counted as after it.
    pub month: Month,
    /// The step, in percent of what was expected without it.
    pub percent: f64,
    /// Its 95 % confidence interval, in percent.
    pub interval_95: (f64, f64),
    /// How many months stand before.
    pub before: usize,
    /// How many months were looked at from the event on.
    pub after: usize,
}

impl EventEffect {
    /// Whether the interval leaves out "no step".
    pub fn clear(&self) -> bool {
        self.interval_95.0 > 0.0 || self.interval_95.1 < 0.0
    }
}

/// The step at `month`, over at most the twelve months from it on. Other events in the same months
/// are not told apart: the step is what all of them, and everything else, did together.
///
/// # Errors
/// Where fewer than 24 months stand before it, fewer than 3 from it on, or fewer than 36 in all.
pub fn event_effect(study: &Study, month: Month) -> Known<EventEffect> {
    let last = month + (MOST_AFTER - 1);
    let spells = study.grid().spells();
    let within = spells.partition_point(|spell| spell.period.end() <= last);
    let spells = spells.get(..within).unwrap_or_default();
    let (earlier, later) =
        spells.split_at(spells.partition_point(|spell| spell.period.end() < month));
    let (before, after) = (grid::months(earlier), grid::months(later));
    if before < LEAST_BEFORE {
        return Err(Unavailable::TooFewMonths { known: before, needed: LEAST_BEFORE });
    }
    if after < LEAST_AFTER {
        return Err(Unavailable::TooFewMonthsAfter { known: after, needed: LEAST_AFTER });
    }
    if before + after < LEAST_MONTHS {
        return Err(Unavailable::TooFewMonths { known: before + after, needed: LEAST_MONTHS });
    }
    let model = study.model(within).ok_or(Unavailable::NothingVaries)?;
    let step = |period: Period| {
        let from = i32::from(period.months).min(period.end() - month + 1).max(0);
        f64::from(from) / f64::from(period.months)
    };
    let (size, error, freedom) =
        with_column(spells, model, step).ok_or(Unavailable::NothingVaries)?;
    let reach = error * t_quantile(0.975, freedom);
    let percent = |log: f64| (log.exp() - 1.0) * 100.0;
    let interval_95 = (percent(size - reach), percent(size + reach));
    if !(interval_95.0.is_finite() && interval_95.1.is_finite()) || error <= grid::NO_DEVIATION {
        return Err(Unavailable::NothingVaries);
    }
    Ok(EventEffect { month, percent: percent(size), interval_95, before, after })
}
