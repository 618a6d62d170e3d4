//! What stands along an axis.

use super::facts::AxisUnit;
use super::numbers::{in_digits, step_decimals};
use crate::util::CollectVec as _;

/// What stands at each of `ticks`, which are evenly spaced: no two alike, and of each as many digits as
/// tell it from the next. `steps` are those that have a word, each with what one of it is. That they are percentage
/// points, what is drawn says above them.
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
