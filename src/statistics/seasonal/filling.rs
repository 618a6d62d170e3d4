//! Values for months not reported separately, for methods that need every month.
//!
//! They are never shown as figures: they are marked, listed, and used only for the decomposition.

use super::grid::{Grid, Spell};
use super::regression::Fitted;
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

/// A month of a grid without gaps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Filled {
    /// The month.
    pub month: Month,
    /// How much, in the series' unit.
    pub value: f64,
    /// How the value was obtained.
    pub filling: Filling,
}

/// Every month of the grid, with values for those not reported separately.
///
/// # Errors
///
/// If the regression that splits and fills cannot be fitted.
pub fn filled(grid: &Grid, fitted: Option<&Fitted>) -> Known<Vec<Filled>> {
    let whole = grid.spells().iter().all(|spell| spell.period.months == 1);
    if whole && grid.missing().is_empty() {
        let plain = |spell: &Spell| Filled {
            month: spell.period.start,
            value: spell.value,
            filling: Filling::None,
        };
        return Ok(grid.spells().iter().map(plain).collect_vec());
    }
    let fitted = fitted.ok_or(Unavailable::NothingVaries)?;
    let usual = |month: Month| fitted.mean(Period::month(month));
    let residual = |spell: &Spell| spell.log() - fitted.mean(spell.period);
    let fill = |month: Month| match grid.spell(month) {
        Some(spell) if spell.period.months == 1 => {
            Filled { month, value: spell.value, filling: Filling::None }
        }
        Some(spell) => {
            let (one, other) = (spell.period.start, spell.period.end());
            let total = usual(one).exp() + usual(other).exp();
            let value = spell.value * usual(month).exp() / total;
            Filled { month, value, filling: Filling::Split }
        }
        None => {
            let level = between(grid, month, &residual);
            Filled { month, value: (usual(month) + level).exp(), filling: Filling::Expected }
        }
    };
    Ok(grid.first().through(grid.last()).map(fill).collect_vec())
}

/// The residual at `month`, on the straight line between those of the months around it.
fn between(grid: &Grid, month: Month, residual: &impl Fn(&Spell) -> f64) -> f64 {
    let before = grid.spells().iter().rev().find(|spell| spell.period.end() < month);
    let after = grid.spells().iter().find(|spell| spell.period.start > month);
    let (Some(before), Some(after)) = (before, after) else { return 0.0 };
    let span = f64::from(after.period.start - before.period.end());
    let share = f64::from(month - before.period.end()) / span;
    residual(before) * (1.0 - share) + residual(after) * share
}
