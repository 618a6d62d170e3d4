//! How far the level of a series stood from what season and trend had led to, in the months from
//! an event on: an interrupted time series (Box & Tiao 1975), with a step at the event.

use super::averaging::{any, averaged};
use super::forecast::WINDOW;
use super::grid::{Grid, LEAST_MONTHS, NO_DEVIATION, Spell, months};
use super::model::Model;
use super::regression::Design;
use crate::statistics::distribution::{t_below, t_quantile};
use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;
use crate::util::sort;

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
    /// The step of the logarithm, its standard error, and the degrees of freedom.
    pub size: (f64, f64, usize),
    /// How likely chance makes a step as large, either way.
    pub p: f64,
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

/// An effect among others, all judged together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Joint {
    /// Bounds, in percent, that hold for all of the effects at once in 95 of 100 cases.
    pub interval_95: (f64, f64),
    /// Whether it is more than chance, by Holm's procedure (1979): one of all shown is called so
    /// falsely in at most 5 of 100 cases.
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

/// The step at a month of a grid, beside the model that suits a number of its spells.
///
/// # Errors
/// As [`super::event_effect`].
pub fn step_at(
    grid: &Grid,
    model: impl FnOnce(usize) -> Option<Model>,
    month: Month,
) -> Known<EventEffect> {
    let last = month + (MOST_AFTER - 1);
    let spells = grid.spells();
    let within = spells.partition_point(|spell| spell.period.end() <= last);
    let spells = spells.get(..within).unwrap_or_default();
    let (earlier, later) =
        spells.split_at(spells.partition_point(|spell| spell.period.end() < month));
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
    let design = Design::new(recent(spells, month), model).ok_or(Unavailable::NothingVaries)?;
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

/// The spells from at most ten years before `month` on: an older trend says little of its months.
fn recent(spells: &[Spell], month: Month) -> &[Spell] {
    let start = spells.partition_point(|spell| spell.period.start < month - WINDOW);
    spells.get(start..).unwrap_or_default()
}
