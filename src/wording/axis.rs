//! Axis labels.

use super::facts::AxisUnit;
use super::numbers::{in_digits, step_decimals};
use crate::util::CollectVec as _;

/// The label of each of `ticks`, which are evenly spaced: all different, with as many digits as that needs.
/// `steps` are sizes with a name, such as millions.
pub fn axis_labels(ticks: &[f64], unit: AxisUnit, steps: &[(f64, f64, &str)]) -> Vec<String> {
    let step = match ticks {
        [first, second, ..] => (second - first).abs(),
        [only] => only.abs(),
        [] => 0.0,
    };
    let amount = unit == AxisUnit::Amount;
    let (one, word) = steps
        .iter()
        .find(|(from, ..)| amount && step >= *from)
        .map_or((1.0, ""), |(_, one, word)| (*one, *word));
    let decimals = step_decimals(step / one);
    let label = |tick: &f64| {
        let nothing = amount && *tick == 0.0;
        let (word, decimals) = if nothing { ("", 0) } else { (word, decimals) };
        let digits = in_digits(tick / one, decimals);
        let sign = if *tick > 0.0 { "+" } else { "" };
        match unit {
            AxisUnit::Percent => format!("{sign}{digits}%"),
            AxisUnit::Share => format!("{digits}%"),
            AxisUnit::Points => format!("{sign}{digits}"),
            AxisUnit::Amount | AxisUnit::Plain => format!("{digits}{word}"),
        }
    };
    ticks.iter().map(label).collect_vec()
}
