//! Values for months not reported separately, for methods that need every month.
//!
//! They are never shown as figures: they are marked, listed, and used only for the decomposition.

use super::regression::Fitted;
use super::regular_series::{RegularObservation, RegularSeries};
use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;

/// How a month's value was obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// It is a figure.
    None,
    /// A part of January and February's joint figure, divided as season and New Year would have
    /// it; the two add up to what was reported.
    Split,
    /// Nothing was reported: what the regression has, at the level of the months around it.
    Expected,
}

impl Filling {
    /// The word used in files; empty for a figure.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Split => "split",
            Self::Expected => "expected",
        }
    }
}

/// A month of a regular series without gaps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filled {
    /// The month.
    pub month: Month,
    /// How much, in the series' unit.
    pub value: f64,
    /// How the value was obtained.
    pub filling: Filling,
}

/// Every month of the regular series, with values for those not reported separately.
///
/// # Errors
///
/// If the regression that splits and fills cannot be fitted.
pub fn filled(regular: &RegularSeries, fitted: Option<&Fitted>) -> Known<Vec<Filled>> {
    let whole = regular.observations().iter().all(|observation| observation.period.months == 1);
    if whole && regular.missing().is_empty() {
        let plain = |observation: &RegularObservation| Filled {
            month: observation.period.start,
            value: observation.value,
            filling: Filling::None,
        };
        return Ok(regular.observations().iter().map(plain).collect_vec());
    }
    let fitted = fitted.ok_or(Unavailable::NothingVaries)?;
    let usual = |month: Month| fitted.mean(Period::month(month));
    let residual =
        |observation: &RegularObservation| observation.log() - fitted.mean(observation.period);
    let fill = |month: Month| match regular.observation(month) {
        Some(observation) if observation.period.months == 1 => {
            Filled { month, value: observation.value, filling: Filling::None }
        }
        Some(observation) => {
            let (one, other) = (observation.period.start, observation.period.end());
            let total = usual(one).exp() + usual(other).exp();
            let value = observation.value * usual(month).exp() / total;
            Filled { month, value, filling: Filling::Split }
        }
        None => {
            let level = between(regular, month, &residual);
            Filled { month, value: (usual(month) + level).exp(), filling: Filling::Expected }
        }
    };
    Ok(regular.first().through(regular.last()).map(fill).collect_vec())
}

/// The residual at `month`, on the straight line between those of the months around it.
fn between(
    regular: &RegularSeries,
    month: Month,
    residual: &impl Fn(&RegularObservation) -> f64,
) -> f64 {
    let before =
        regular.observations().iter().rev().find(|observation| observation.period.end() < month);
    let after = regular.observations().iter().find(|observation| observation.period.start > month);
    let (Some(before), Some(after)) = (before, after) else { return 0.0 };
    let span = f64::from(after.period.start - before.period.end());
    let share = f64::from(month - before.period.end()) / span;
    residual(before) * (1.0 - share) + residual(after) * share
}
