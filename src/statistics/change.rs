//! A figure compared with a baseline: the difference in the unit and in percent.

use super::{Amount, Known, Origin, Unavailable, amount};
use crate::trade::{Period, Quantity, Series, Status, Unit};
use crate::util::{CollectVec as _, add_missing, read_decimal};

/// What the baseline of a change is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// Another period.
    Period(Period),
    /// The mean of the same months of five years, the first and last of which are given.
    Mean(Period, i32, i32),
    /// Their median.
    Median(Period, i32, i32),
    /// The highest month, or year, so far.
    Record(Period),
}

/// A figure and its baseline, both in the series' unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What the figure is compared with.
    pub against: Against,
    /// The figure.
    pub current: Amount,
    /// The baseline.
    pub baseline: f64,
    /// How the baseline was obtained; `None` for a mean, a median or a record.
    pub baseline_origin: Option<Origin>,
    /// Decimals worth showing of the baseline.
    pub baseline_decimals: u8,
    /// Indices of the sources behind the baseline.
    pub baseline_sources: Vec<usize>,
    /// The published change in percent that the baseline was derived from.
    pub stated: Option<f64>,
}

impl Change {
    /// The difference, in the unit.
    pub fn absolute(&self) -> f64 {
        self.current.value - self.baseline
    }

    /// The baseline with its unit, in which its series counts.
    pub fn baseline_quantity(&self, unit: Unit) -> Quantity {
        let rough = self.baseline_origin.is_some_and(Origin::is_rough);
        Quantity { value: self.baseline, unit, decimals: self.baseline_decimals, rough }
    }

    /// Indices of the sources behind both figures, each once.
    pub fn sources(&self) -> Vec<usize> {
        let mut sources = self.current.sources.clone();
        add_missing(&mut sources, &self.baseline_sources);
        sources
    }

    /// The difference in percent of the baseline. If the baseline was derived from a published change, that
    /// change, because the computed one may differ in the last digit.
    ///
    /// # Errors
    ///
    /// [`Unavailable::ZeroBaseline`].
    pub fn percent(&self) -> Known<f64> {
        self.computed().map(|computed| self.stated.unwrap_or(computed))
    }

    /// The computed difference in percent of the baseline, whatever was published.
    ///
    /// # Errors
    ///
    /// [`Unavailable::ZeroBaseline`].
    pub fn computed(&self) -> Known<f64> {
        if self.baseline == 0.0 {
            return Err(Unavailable::ZeroBaseline);
        }
        Ok(self.absolute() / self.baseline * 100.0)
    }
}

/// The change from one period to another, adjacent or not.
///
/// # Errors
///
/// If either amount is not known.
pub fn change_between(series: &Series, period: Period, earlier: Period) -> Known<Change> {
    let current = amount(series, period)?;
    let baseline = amount(series, earlier)?;
    Ok(Change {
        stated: stated(series, &current, earlier),
        against: Against::Period(earlier),
        current,
        baseline: baseline.value,
        baseline_origin: Some(baseline.origin),
        baseline_decimals: baseline.decimals,
        baseline_sources: baseline.sources,
    })
}

/// The published change that a base was derived from, where its note says that it was this figure’s:
/// `derived: 406 t in 2026-03, stated as 9.5% less than a month earlier`. The note may have fewer decimals.
fn stated(series: &Series, current: &Amount, base: Period) -> Option<f64> {
    let figure = series.figure(base).filter(|own| own.status == Status::Derived)?;
    let words = figure.note.split(' ').collect_vec();
    let (amount, decimals) = read_decimal(words.get(1)?)?;
    let size = 10_f64.powi(i32::from(decimals));
    if ((current.value * size).round() - amount * size).abs() > 0.5 {
        return None;
    }
    let at = words.iter().position(|word| word.ends_with('%'))?;
    let (percent, _) = read_decimal(words.get(at)?.trim_end_matches('%'))?;
    match words.get(at + 1)?.chars().next()? {
        'l' => Some(-percent),
        'm' => Some(percent),
        _ => None,
    }
}

/// Below this many units decimals matter.
pub const FEW: f64 = 10.0;

/// A period against a value that is no period's own.
///
/// # Errors
/// Where the figure is not known.
pub(super) fn change_on_value(
    series: &Series,
    period: Period,
    against: Against,
    baseline: f64,
    baseline_sources: Vec<usize>,
) -> Known<Change> {
    let current = amount(series, period)?;
    // A mean has no decimals of its own; past a hundred thousand none is worth showing.
    let least = if baseline < FEW { current.decimals.max(1) } else { 1 };
    let baseline_decimals = if baseline.fract() != 0.0 && baseline < 1e5 { least } else { 0 };
    let baseline_origin = None;
    Ok(Change {
        against,
        current,
        baseline,
        baseline_origin,
        baseline_decimals,
        baseline_sources,
        stated: None,
    })
}
