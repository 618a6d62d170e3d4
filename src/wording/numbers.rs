//! Numbers, which are formatted alike in all languages here.

use crate::trade::{Quantity, Unit, UnitRatio};
use crate::util::fixed;

/// The minus sign, not a hyphen.
pub const MINUS: char = '−';

/// A number with thousands separators and `decimals` decimals: `4,205.8`. Of more than three decimals, only
/// those worth reading are shown.
pub fn exact(value: f64, decimals: u8) -> String {
    let decimals = if decimals > 3 { worth_reading(value.abs(), decimals) } else { decimals };
    in_digits(value, decimals)
}

/// A number with thousands separators and exactly `decimals` decimals.
pub fn in_digits(value: f64, decimals: u8) -> String {
    let digits = fixed(value.abs(), decimals);
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let negative = value < 0.0 && digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let mut text = String::from(if negative { "−" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// The decimals of an amount that are worth reading in a sentence.
pub fn worth_reading(size: f64, decimals: u8) -> u8 {
    match size {
        100.0.. => decimals.min(1),
        1.0.. => decimals.min(3),
        _ => decimals,
    }
}

/// An amount in a column with the largest amount `most`: only decimals worth reading beside it, unless the
/// amount would become zero.
pub fn in_a_column(value: f64, decimals: u8, most: f64) -> String {
    let text = exact(value, worth_reading(most, decimals));
    let nothing = |text: &str| text.bytes().all(|byte| !(b'1'..=b'9').contains(&byte));
    if nothing(&text) { exact(value, decimals) } else { text }
}

/// The decimals of several amounts up to `most`, if there is room for few digits.
pub const fn decimals_up_to(most: f64) -> u8 {
    match most {
        ..1.0 => 2,
        ..10.0 => 1,
        _ => 0,
    }
}

/// An amount in units of `one`, beside others up to `most`, if there is room for few digits.
pub fn in_a_cell(value: f64, most: f64, one: f64) -> String {
    exact(value / one, decimals_up_to(most / one))
}

/// Beyond this a t value only says that chance is out of the question.
const BEYOND: f64 = 100.0;

/// `t = −8.1`, `t > 100`.
pub fn t_value(t: f64) -> String {
    match () {
        () if t > BEYOND => format!("t > {}", exact(BEYOND, 0)),
        () if t < -BEYOND => format!("t < {}", exact(-BEYOND, 0)),
        () => format!("t = {}", exact(t, 1)),
    }
}

/// A difference with its sign: `+337`, `−337`.
pub fn signed(value: f64, decimals: u8) -> String {
    with_its_sign(value, exact(value, decimals))
}

fn with_its_sign(value: f64, text: String) -> String {
    if value > 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        format!("+{text}")
    } else {
        text
    }
}

/// A signed change in percent, to one decimal: `−7.1%`. A fall short of −100% is not rounded to it:
/// `−99.996%`.
pub fn percent(value: f64) -> String {
    let decimals = match value {
        ..=-1000.0 | 1000.0.. => 0,
        _ if value > -100.0 => short_of_all(-value),
        _ => 1,
    };
    format!("{}%", with_its_sign(value, in_digits(value, decimals)))
}

/// The decimals of a percentage below 100 that keep it there.
fn short_of_all(percent: f64) -> u8 {
    let short = |decimals: &u8| percent + 0.5 / 10_f64.powi(i32::from(*decimals)) < 100.0;
    (1..9).find(short).unwrap_or(1)
}

/// A change in percent without its sign, for a sentence that gives the direction.
pub fn percent_size(value: f64) -> String {
    percent(value).trim_start_matches(['+', MINUS]).to_owned()
}

/// An amount with its unit, as [`Quantity::rounded`].
pub fn rounded(value: f64, decimals: u8, unit: Unit) -> String {
    Quantity { value, unit, decimals, rough: false }.rounded()
}

/// An amount with its unit, as [`Quantity::exact`].
pub fn exact_amount(value: f64, decimals: u8, unit: Unit) -> String {
    Quantity { value, unit, decimals, rough: false }.exact()
}

/// A contribution with its sign: `+US$18.7 million`.
pub fn gave(amount: Quantity) -> String {
    with_plus(amount.value, &amount.rounded())
}

/// A text for a value, with a plus sign if it is positive.
pub fn with_plus(value: f64, said: &str) -> String {
    let sign = if value > 0.0 { "+" } else { "" };
    format!("{sign}{said}")
}

/// A share in percent: `12.3%`.
pub fn share_value(percent: f64) -> String {
    let decimals = if percent < 100.0 { short_of_all(percent) } else { 1 };
    format!("{}%", in_digits(percent, decimals))
}

/// A share of one as percent: `12.3%`.
pub fn share(value: f64) -> String {
    share_value(value * 100.0)
}

/// A value of an index.
pub fn index_value(value: f64) -> String {
    exact(value, 1)
}

/// The decimals that a step needs: a quarter has two.
pub fn step_decimals(step: f64) -> u8 {
    let mut decimals = 0;
    let mut scaled = step;
    while (scaled - scaled.round()).abs() > 1e-6 * scaled && decimals < 12 {
        scaled *= 10.0;
        decimals += 1;
    }
    decimals
}

impl UnitRatio {
    /// The decimals of a ratio: at least three digits; for money, none or two if hundredths matter.
    pub fn decimals(self, value: f64) -> u8 {
        let mut decimals = 0;
        let mut size = value.abs();
        while size > 0.0 && size < 100.0 && decimals < 6 {
            size *= 10.0;
            decimals += 1;
        }
        match decimals {
            // A whole price has no hundredths.
            1 | 2 if self.of.is_money() && value.fract() == 0.0 => 0,
            1 if self.of.is_money() => 2,
            decimals => decimals,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_has_as_many_decimals_as_it_needs() {
        let steps = [(500.0, 0), (0.25, 2), (0.1, 1), (5e-10, 10)];
        for (step, decimals) in steps {
            assert_eq!(step_decimals(step), decimals, "{step}");
        }
    }

    #[test]
    fn nearly_all_is_not_all() {
        let said = [-99.996, -99.94, -100.0, 99.996, -99.999_999_999_9].map(percent);
        assert_eq!(said, ["−99.996%", "−99.9%", "−100.0%", "+100.0%", "−100.0%"]);
        assert_eq!([99.97, 100.0, 99.94].map(share_value), ["99.97%", "100.0%", "99.9%"]);
    }

    #[test]
    fn numbers_read_as_in_print() {
        assert_eq!(exact(4416.0, 0), "4,416");
        assert_eq!(exact(-1234567.85, 1), "−1,234,567.9");
        assert_eq!(exact(-0.04, 1), "0.0");
        assert_eq!(
            (exact(16493.999935, 6), exact(0.999935, 6)),
            ("16,494.0".into(), "0.999935".into())
        );
        let column = [866.493846, 9.229901, 5.0, 0.0012];
        assert_eq!(
            column.map(|value| in_a_column(value, if value == 5.0 { 0 } else { 6 }, 866.493846)),
            ["866.5", "9.2", "5", "0.001200"]
        );
        assert_eq!(exact(999.96, 1), "1,000.0");
        let grams = [(16493.999935, 6), (856.291571, 6), (48.123456, 6), (0.001234, 6)];
        assert_eq!(grams.map(|(size, decimals)| worth_reading(size, decimals)), [1, 1, 3, 6]);
        assert_eq!(percent(-7.0902), "−7.1%");
        assert_eq!(percent(0.04), "0.0%");
        assert_eq!(percent(6.625), "+6.6%");
        assert_eq!(percent_size(-7.0902), "7.1%");
    }
}
