//! 带单位的数量：句中以万、亿计，表中写全。

use crate::trade::{Quantity, UnitRatio};
use crate::wording::axis;
use crate::wording::facts::{AxisUnit, two_digits};
use crate::wording::numbers::{exact, in_digits, worth_reading};

/// Sizes that have a word, each from where the one below would round up to it. Below 100,000 the
/// digits are read as easily, and none of them is lost.
const SIZES: [(f64, f64, &str); 3] =
    [(0.999_999_999_5e12, 1e12, "万亿"), (0.999_999_95e8, 1e8, "亿"), (IN_A_WORD, 1e4, "万")];

/// From here on a size has a word.
pub(super) const IN_A_WORD: f64 = 1e5;

/// A size in the word it has, with at most so many decimals, and no zero behind the last digit: `2.6169亿`.
fn named(size: f64, decimals: u8) -> Option<String> {
    let (_, one, word) = SIZES.iter().find(|(from, ..)| size >= *from)?;
    Some(format!("{}{word}", without_zeros(&in_digits(size / one, decimals))))
}

/// Decimals of what is rounded, in 万 or 亿.
const ROUNDED: u8 = 2;

/// From here on a size is rounded to a whole 亿, where 万 are counted without decimals.
const NEARLY_A_YI: f64 = 0.999_95e8;

/// How many decimals so many of a word have: two, and thousands of 万 none, of money hundreds neither.
fn decimals_of(count: f64, word: &str, money: bool) -> u8 {
    let whole = if money { 1e2 } else { 1e3 };
    if word == "万" && count >= whole { 0 } else { ROUNDED }
}

/// A size in the word it has, with two decimals or none: `1.20亿`, `3,573万`.
fn worded(size: f64, money: bool) -> Option<String> {
    let size = if (NEARLY_A_YI..1e8).contains(&size) { 1e8 } else { size };
    let (_, one, word) = SIZES.iter().find(|(from, ..)| size >= *from)?;
    let digits = in_digits(size / one, decimals_of(size / one, word, money));
    Some(format!("{}{word}", digits.strip_suffix(".00").unwrap_or(&digits)))
}

/// As a sentence gives it: `4,416吨`, `12.35万吨`, `1,870万美元`.
pub fn in_a_sentence(amount: Quantity) -> String {
    let size = amount.value.abs();
    let digits = worded(size, amount.unit.is_money()).unwrap_or_else(|| {
        exact(size, if size < 1000.0 { worth_reading(size, amount.decimals) } else { 0 })
    });
    with_unit(amount, &digits)
}

/// As a summary gives it.
pub fn in_a_summary(amount: Quantity) -> String {
    in_a_sentence(amount)
}

/// To the last digit that is shown: `4,205.8吨`, `123,288吨`; in a word where few digits are left, `27万吨`,
/// `2.6169亿元`.
pub fn to_the_last_digit(amount: Quantity) -> String {
    // Grams are none among thousands of tonnes; a decimal that was published stays.
    let decimals = if amount.decimals > 1 && amount.value.abs() >= 1e3 && !amount.unit.is_money() {
        0
    } else {
        amount.decimals
    };
    let one = 10_f64.powi(decimals.into());
    let size = (amount.value.abs() * one).round() / one;
    let word = SIZES.iter().find(|(from, ..)| size >= *from).filter(|(_, one, word)| {
        let decimals = if *word == "万" { ROUNDED } else { 2 * ROUNDED };
        let last = one / 10_f64.powi(decimals.into());
        (size / last - (size / last).round()).abs() < 1e-6
    });
    let digits = word.and_then(|_| named(size, 2 * ROUNDED));
    with_unit(amount, &digits.unwrap_or_else(|| exact(size, decimals)))
}

/// Amounts that stand side by side, all in the word of the largest and with as many decimals: `3.10万吨` beside
/// `13.97万吨`. What is less than one of that word keeps its own: `3,573万` beside `3.10亿`.
pub(super) fn side_by_side<const N: usize>(amounts: [Quantity; N]) -> [String; N] {
    let largest = amounts.iter().fold(0.0, |largest: f64, amount| largest.max(amount.value.abs()));
    let size = SIZES.iter().find(|(from, ..)| largest >= *from);
    amounts.map(|amount| match size {
        Some((_, one, word)) if amount.value.abs() >= *one => {
            let digits = exact(
                amount.value.abs() / one,
                decimals_of(largest / one, word, amount.unit.is_money()),
            );
            // Nothing stands behind a whole number: `27万吨` beside `10.11万吨`.
            with_unit(amount, &format!("{}{word}", digits.strip_suffix(".00").unwrap_or(&digits)))
        }
        _ => in_a_sentence(amount),
    })
}

/// Amounts as a ground gives them: to their last digits, but large ones of money in words, `5.1133亿美元` beside
/// `4.8879亿美元`, unless that would leave two alike that are not.
pub(super) fn alike(amounts: Vec<Quantity>) -> Vec<String> {
    let said: Vec<String> = amounts.iter().map(|one| to_the_last_digit(*one)).collect();
    let close = |(one, other): (&Quantity, &Quantity)| {
        one.value != other.value && (one.value - other.value).abs() < one.value.abs() * 1e-4
    };
    if amounts.iter().zip(amounts.iter().skip(1)).any(close) {
        return said;
    }
    let said = amounts.into_iter().zip(said).map(|(amount, said)| {
        let word = named(amount.value.abs(), 2 * ROUNDED)
            .filter(|_| amount.unit.is_money() && !said.contains(is_scale));
        word.map_or(said, |digits| with_unit(amount, &digits))
    });
    said.collect()
}

/// Two amounts to their last digits, written alike: both in a word or neither.
pub(super) fn pair_in_full(amounts: [Quantity; 2]) -> [String; 2] {
    let said = amounts.map(to_the_last_digit);
    let worded = said.each_ref().map(|said| said.contains(is_scale));
    match worded {
        [true, false] | [false, true] => {
            amounts.map(|amount| with_unit(amount, &exact(amount.value.abs(), amount.decimals)))
        }
        _ => said,
    }
}

/// Decimals without the zeros behind their last digit.
fn without_zeros(digits: &str) -> &str {
    match digits.split_once('.') {
        Some(_) => digits.trim_end_matches('0').trim_end_matches('.'),
        None => digits,
    }
}

/// `digits` of the amount's size, with sign and unit.
fn with_unit(amount: Quantity, digits: &str) -> String {
    let something = digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let minus = if amount.value < 0.0 && something { "−" } else { "" };
    if amount.rough {
        return format!("约{}", with_unit(Quantity { rough: false, ..amount }, digits));
    }
    // That a currency is not named is no name of one.
    if amount.unit.code() == "XXX" {
        return format!("{minus}{digits}（币种不详）");
    }
    format!("{minus}{digits}{}", amount.unit.one())
}

/// Whether a word is the unit of the number before it: here no blank stands between the two.
pub const fn belongs_to_number(_word: &str) -> bool {
    false
}

/// Whether a letter between a number and its unit counts by how much.
pub const fn is_scale(letter: char) -> bool {
    matches!(letter, '万' | '亿')
}

/// A unit value as a sentence gives it: `每吨8,819美元`.
pub fn ratio_amount(ratio: UnitRatio, value: f64) -> String {
    let of = Quantity { value, unit: ratio.of, decimals: ratio.decimals(value), rough: false };
    format!("{}{}", ratio.per.each(), of.exact())
}

/// The same of rough amounts: `每吨约4.8万美元`.
pub fn rough_ratio(ratio: UnitRatio, value: f64) -> String {
    let value = two_digits(value);
    let digits = match value {
        1e4.. => format!("{}万", exact(value / 1e4, u8::from(value < 1e5))),
        value => exact(value, ratio.decimals(value)),
    };
    let of = Quantity { value, unit: ratio.of, decimals: 0, rough: true };
    format!("{}{}", ratio.per.each(), with_unit(of, &digits))
}

/// The steps an axis has a word for, and what one of it is.
const STEPS: [(f64, f64, &str); 3] = [(5e11, 1e12, "万亿"), (5e7, 1e8, "亿"), (1e4, 1e4, "万")];

/// The same where the axis goes beyond the larger word, so that smaller steps have it too.
const LONG_STEPS: [(f64, f64, &str); 3] =
    [(1e11, 1e12, "万亿"), (1e7, 1e8, "亿"), (1e4, 1e4, "万")];

/// What stands at each of `ticks`, which are evenly spaced: `2,500万` up to a 亿, `0.5亿` beyond.
pub fn axis_labels(ticks: &[f64], unit: AxisUnit) -> Vec<String> {
    let far = ticks.iter().fold(0.0, |far: f64, tick| far.max(tick.abs()));
    let beyond =
        SIZES.iter().any(|(_, one, word)| word.contains('亿') && far > *one && far < *one * 1e3);
    axis::axis_labels(ticks, unit, if beyond { &LONG_STEPS } else { &STEPS })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Language, Unit};

    #[test]
    fn amounts_side_by_side_have_one_word() {
        let said = |values: [f64; 2], unit| {
            let amounts = values.map(|value| Quantity { value, unit, decimals: 0, rough: false });
            Language::Chinese.speak(|| side_by_side(amounts))
        };
        assert_eq!(said([31_602.0, 139_700.0], Unit::TONNE), ["3.16万吨", "13.97万吨"]);
        assert_eq!(
            said([35_728_716.0, -310_088_716.0], Unit::US_DOLLAR),
            ["3,573万美元", "−3.10亿美元"]
        );
        // What would be left with a digit or two of its own.
        assert_eq!(said([6_056_736.0, 2.5e9], Unit::US_DOLLAR), ["606万美元", "25亿美元"]);
        assert_eq!(said([101_062.0, 270_000.0], Unit::TONNE), ["10.11万吨", "27万吨"]);
        assert_eq!(said([9471.0, 11_327.0], Unit::TONNE), ["9,471吨", "11,327吨"]);
    }

    #[test]
    fn money_beside_money_in_a_word_is_in_one() {
        let said = |values: [f64; 2], unit| {
            let one = |value| Quantity { value, unit, decimals: 0, rough: false };
            Language::Chinese.speak(|| alike(values.map(one).to_vec()))
        };
        let both = said([511_332_257.0, 488_790_000.0], Unit::US_DOLLAR);
        assert_eq!(both, ["5.1133亿美元", "4.8879亿美元"]);
        let two = said([511_332_257.0, 380_668_975.0], Unit::US_DOLLAR);
        assert_eq!(two, ["5.1133亿美元", "3.8067亿美元"]);
        let close = said([511_332_257.0, 511_330_000.0], Unit::US_DOLLAR);
        assert_eq!(close, ["511,332,257美元", "5.1133亿美元"]);
        assert_eq!(said([270_000.0, 123_288.0], Unit::TONNE), ["27万吨", "123,288吨"]);
    }

    #[test]
    fn a_quantity_says_its_unit() {
        let said = |value, unit| {
            let amount = Quantity { value, unit, decimals: 1, rough: false };
            Language::Chinese.speak(|| (in_a_sentence(amount), to_the_last_digit(amount)))
        };
        let tonnes = said(4205.8, Unit::TONNE);
        assert_eq!((tonnes.0.as_str(), tonnes.1.as_str()), ("4,206吨", "4,205.8吨"));
        assert_eq!(said(123_456.0, Unit::TONNE).0, "12.35万吨");
        assert_eq!(said(18_700_000.0, Unit::US_DOLLAR).0, "1,870万美元");
        assert_eq!(said(99_994_000.0, Unit::US_DOLLAR).0, "9,999万美元");
        assert_eq!(said(99_996_000.0, Unit::US_DOLLAR).0, "1亿美元");
        assert_eq!(said(120_000_000.0, Unit::US_DOLLAR).0, "1.20亿美元");
        assert_eq!(said(43_000_000.0, Unit::US_DOLLAR).0, "4,300万美元");
        assert_eq!(said(99_999_999.0, Unit::US_DOLLAR).0, "1亿美元");
        assert_eq!(said(10_112_586.0, Unit::EURO).0, "1,011万欧元");
        assert_eq!(said(270_000.0, Unit::TONNE).0, "27万吨");
        assert_eq!(said(261_690_000.0, Unit::YUAN).1, "2.6169亿元");
        assert_eq!(said(310_000.0, Unit::YUAN).1, "31万元");
        assert_eq!(said(488_790_000.0, Unit::US_DOLLAR).1, "4.8879亿美元");
        assert_eq!(said(123_288.0, Unit::TONNE).1, "123,288.0吨");
        assert_eq!(said(380_668_975.0, Unit::US_DOLLAR).1, "380,668,975.0美元");
        assert_eq!(said(100_000.0, Unit::TONNE).1, "10万吨");
        let grams = Quantity { value: 19_026.459, unit: Unit::TONNE, decimals: 3, rough: false };
        assert_eq!(Language::Chinese.speak(|| to_the_last_digit(grams)), "19,026吨");
        assert_eq!(said(-3.2e9, Unit::YUAN).0, "−32亿元");
        let unnamed = Unit::parse("XXX").map(|unit| said(210.0, unit).0);
        assert_eq!(unnamed.as_deref(), Some("210.0（币种不详）"));
    }

    #[test]
    fn an_axis_counts_in_ten_thousands() {
        let labels = |ticks: &[f64]| axis_labels(ticks, AxisUnit::Amount);
        assert_eq!(labels(&[0.0, 2000.0, 4000.0]), ["0", "2,000", "4,000"]);
        assert_eq!(labels(&[0.0, 25_000.0, 50_000.0]), ["0", "2.5万", "5.0万"]);
        assert_eq!(labels(&[0.0, 2.5e7, 5e7]), ["0", "2,500万", "5,000万"]);
        assert_eq!(labels(&[0.0, 5e7, 1e8]), ["0", "0.5亿", "1.0亿"]);
        assert_eq!(labels(&[0.0, 2.5e11]), ["0", "2,500亿"]);
        assert_eq!(labels(&[1e8, 1.2e8, 1.4e8]), ["1.0亿", "1.2亿", "1.4亿"]);
    }
}
