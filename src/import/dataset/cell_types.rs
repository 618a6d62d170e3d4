//! Types of cells shared by several files: numbers, addresses, days, lists of codes.

use crate::trade::Month;
pub(super) use crate::util::read_decimal as decimal;

/// An address of the web, or nothing.
pub(super) fn address(text: &str) -> Option<()> {
    let plain = !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    let host = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or_default();
    let named = host.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    (text.is_empty() || (named && plain)).then_some(())
}

/// Codes of 2 to 10 digits with spaces between.
pub(super) fn hs_codes(text: &str) -> Option<()> {
    let fits = |code: &str| {
        (2..=10).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split_whitespace().all(fits).then_some(())
}

/// A whole number of months.
pub(super) fn months(text: &str) -> Option<u16> {
    /// The longest span a figure may count; the longest in the bundled data is 54 months.
    const MOST: u16 = 600;
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|months| plain && (1..=MOST).contains(months))
}

/// A calendar year of four digits.
pub(super) fn year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

/// The month of a day `YYYY-MM-DD` that the calendar has.
pub(super) fn day(text: &str) -> Option<Month> {
    let month = Month::parse(text.get(..7)?)?;
    let number = text.get(7..)?.strip_prefix('-')?;
    let leap = month.year() % 4 == 0 && (month.year() % 100 != 0 || month.year() % 400 == 0);
    let length = match month.number() {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let digits = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits && number.parse().is_ok_and(|number: u32| (1..=length).contains(&number));
    fits.then_some(month)
}

/// A day, a month, a year or nothing.
pub(super) fn date(text: &str) -> Option<()> {
    let known = year(text).is_some() || Month::parse(text).is_some() || day(text).is_some();
    (text.is_empty() || known).then_some(())
}

/// Any word at all.
pub(super) fn some(text: &str) -> Option<()> {
    (!text.is_empty()).then_some(())
}
