//! 带单位的数量：句中以万、亿计，表中写全。

use crate::trade::{Quantity, UnitRatio};
use crate::wording::axis;
use crate::wording::facts::AxisUnit;
use crate::wording::numbers::exact;

/// Sizes that have a word, each from where the one below would round up to it. Below 100,000 the
/// digits are read as easily, and none of them is lost.
const SIZES: [(f64, f64, &str); 3] =
    [(0.999_995e12, 1e12, "万亿"), (0.999_95e8, 1e8, "亿"), (1e5, 1e4, "万")];

/// As a sentence gives it: `4,416吨`, `12.35万吨`, `1,870万美元`.
pub fn in_a_sentence(amount: Quantity) -> String {
    let size = amount.value.abs();
    let named = SIZES.iter().find(|(from, ..)| size >= *from);
    let digits = named.map_or_else(
        || exact(size, if size < 1000.0 { amount.decimals } else { 0 }),
        |(_, one, word)| format!("{}{word}", exact(size / one, shown(size / one))),
    );
    with_unit(amount, &digits)
}

/// Four digits or so.
fn shown(size: f64) -> u8 {
    match size {
        1000.0.. => 0,
        100.0.. => 1,
        _ => 2,
    }
}

/// To the last digit that is shown: `4,205.8吨`.
pub fn to_the_last_digit(amount: Quantity) -> String {
    with_unit(amount, &exact(amount.value.abs(), amount.decimals))
}

/// `digits` of the amount's size, with sign and unit.
fn with_unit(amount: Quantity, digits: &str) -> String {
    let something = digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let minus = if amount.value < 0.0 && something { "−" } else { "" };
    format!("{minus}{digits}{}", amount.unit.one())
}

/// Whether a word is the unit of the number before it: here no blank stands between the two.
pub const fn belongs_to_number(_word: &str) -> bool {
    false
}

/// A unit value as a sentence gives it: `每吨8,819美元`.
pub fn ratio_amount(ratio: UnitRatio, value: f64) -> String {
    let of = Quantity { value, unit: ratio.of, decimals: ratio.decimals(value) };
    format!("{}{}", ratio.per.each(), of.exact())
}

/// The steps an axis has a word for, and what one of it is.
const STEPS: [(f64, f64, &str); 3] = [(1e12, 1e12, "万亿"), (1e7, 1e8, "亿"), (1e4, 1e4, "万")];

/// What stands at each of `ticks`, which are evenly spaced.
pub fn axis_labels(ticks: &[f64], unit: AxisUnit) -> Vec<String> {
    axis::axis_labels(ticks, unit, &STEPS, "个百分点")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Language, Unit};

    #[test]
    fn a_quantity_says_its_unit() {
        let said = |value, unit| {
            let amount = Quantity { value, unit, decimals: 1 };
            Language::Chinese.speak(|| (in_a_sentence(amount), to_the_last_digit(amount)))
        };
        let tonnes = said(4205.8, Unit::TONNE);
        assert_eq!((tonnes.0.as_str(), tonnes.1.as_str()), ("4,206吨", "4,205.8吨"));
        assert_eq!(said(123_456.0, Unit::TONNE).0, "12.35万吨");
        assert_eq!(said(18_700_000.0, Unit::US_DOLLAR).0, "1,870万美元");
        assert_eq!(said(99_996_000.0, Unit::US_DOLLAR).0, "1.00亿美元");
        assert_eq!(said(-3.2e9, Unit::YUAN).0, "−32.00亿元");
    }

    #[test]
    fn an_axis_counts_in_ten_thousands() {
        let labels = |ticks: &[f64]| axis_labels(ticks, AxisUnit::Amount);
        assert_eq!(labels(&[0.0, 2000.0, 4000.0]), ["0", "2,000", "4,000"]);
        assert_eq!(labels(&[0.0, 25_000.0, 50_000.0]), ["0", "2.5万", "5.0万"]);
        assert_eq!(labels(&[0.0, 2.5e7]), ["0", "0.25亿"]);
    }
}
