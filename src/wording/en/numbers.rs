//! Numbers as readers see them.

use crate::statistics::Rank;
use crate::trade::{Quantity, Unit};
use crate::util::fixed;

/// The minus sign, which is not a hyphen.
pub const MINUS: char = '−';

/// A number with thousands marks and exactly `decimals` decimals: `4,205.8`. A millionth of thousands
/// is nothing to read: they have three at most, and files all of them.
pub fn exact(value: f64, decimals: u8) -> String {
    let decimals = if value.abs() < 1000.0 { decimals } else { decimals.min(3) };
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

/// An amount with its unit, as [`Quantity::rounded`].
pub fn rounded(value: f64, decimals: u8, unit: Unit) -> String {
    Quantity { value, unit, decimals }.rounded()
}

/// An amount with its unit, as [`Quantity::exact`].
pub fn exact_amount(value: f64, decimals: u8, unit: Unit) -> String {
    Quantity { value, unit, decimals }.exact()
}

/// A difference with its sign: `+337`, `−337`.
pub fn signed(value: f64, decimals: u8) -> String {
    let text = exact(value, decimals);
    if value > 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        format!("+{text}")
    } else {
        text
    }
}

/// A change in percent, signed, to one decimal: `−7.1%`.
pub fn percent(value: f64) -> String {
    format!("{}%", signed(value, if value.abs() >= 1000.0 { 0 } else { 1 }))
}

/// A change in percent without its sign, for a sentence that has the direction in words.
pub fn percent_size(value: f64) -> String {
    percent(value).trim_start_matches(['+', MINUS]).to_owned()
}

/// What figures are counted by.
pub const fn step(annual: bool) -> &'static str {
    if annual { "year" } else { "month" }
}

/// `1st`, `2nd`, `3rd`, `11th`.
fn ordinal(number: usize) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// A place in an order: `highest`, `2nd highest`, `lowest`.
pub fn placed(rank: Rank) -> String {
    match rank.place {
        1 => "highest".to_owned(),
        place if place == rank.of => "lowest".to_owned(),
        place => format!("{} highest", ordinal(place)),
    }
}

/// A label as it stands within a sentence: `Rare earths` becomes `rare earths`.
pub fn within(label: &str) -> String {
    let mut text = label.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// With a capital first letter.
pub fn capital(word: &str) -> String {
    let mut text = word.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_print() {
        assert_eq!(exact(4416.0, 0), "4,416");
        assert_eq!(exact(-1234567.85, 1), "−1,234,567.9");
        assert_eq!(exact(-0.04, 1), "0.0");
        assert_eq!(
            (exact(16493.999935, 6), exact(0.999935, 6)),
            ("16,494.000".into(), "0.999935".into())
        );
        assert_eq!(exact(999.96, 1), "1,000.0");
        assert_eq!(percent(-7.0902), "−7.1%");
        assert_eq!(percent(0.04), "0.0%");
        assert_eq!(percent(6.625), "+6.6%");
        assert_eq!(percent_size(-7.0902), "7.1%");
        assert_eq!(ordinal(11), "11th");
        assert_eq!(ordinal(22), "22nd");
        assert_eq!(within("Rare earths"), "rare earths");
    }
}
