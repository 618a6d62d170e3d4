//! What a story could say instead: its own words, with the number that the data give.

use super::language::larger_scale;
use crate::util::has;
use crate::wording::numbers::{MINUS, in_digits};

/// The figure as the story has it, `4,614 tonnes`, with what the data give in the place of its number: `4,416
/// tonnes`. Nothing where no number in digits can be put there alone: of a rise that was a fall the verb is wrong,
/// and neither `doubled` nor `2.2 times as much` has a change's number. It has no more decimals than the data, where
/// theirs are `known`, and 亿 for so many 万.
pub fn reworded(
    written: &str,
    stated: f64,
    given: f64,
    change: bool,
    known: Option<u8>,
) -> Option<String> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let start = written.find(is_digit)?;
    let (before, rest) = written.split_at_checked(start)?;
    let end = rest.find(|letter: char| !is_digit(letter) && letter != ',' && letter != '.');
    let (number, _) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
    let number = number.trim_end_matches([',', '.']);
    let after = rest.get(number.len()..)?;
    // The standard library's reading of fractions is a tenth of a reader's download.
    let (mut printed, mut decimals, mut behind) = (0.0, 0, false);
    for letter in number.chars() {
        match letter.to_digit(10) {
            Some(digit) => {
                printed = printed * 10.0 + f64::from(digit);
                decimals += u8::from(behind);
            }
            None => behind |= letter == '.',
        }
    }
    printed /= 10_f64.powi(i32::from(decimals));
    // How many of the figure’s unit one of what is printed is: a thousand, a kilogram.
    let one = stated / printed;
    let meant = one.is_finite() && (!change || (one.abs() - 1.0).abs() < 1e-9);
    if given * stated <= 0.0 || !meant || after.contains(is_digit) {
        return None;
    }
    // What is counted in thousands of the data's unit bears three decimals more.
    if let Some(known) = known {
        let borne = i32::from(known) + one.abs().log10().round() as i32;
        decimals = decimals.min(u8::try_from(borne.max(0)).unwrap_or(0));
    }
    let mut value = given / one;
    let mut unit = after.to_owned();
    if let Some((large, rest)) = larger_scale(after).filter(|_| value.abs() >= 1e4) {
        (value, decimals) = (value / 1e4, decimals + 4);
        unit = format!("{large}{rest}");
    }
    let mut own = in_digits(value, decimals);
    own = own.trim_start_matches(MINUS).to_owned();
    if !has(number, ',') && (printed >= 1000.0 || unit != after) {
        own = own.replace(',', "");
    }
    Some(format!("{before}{own}{unit}")).filter(|own| own != written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_number_is_another() {
        for (written, stated, given, known, expected) in [
            ("4,614 tonnes", 4614.0, 4416.0, None, Some("4,416 tonnes")),
            ("4614吨", 4614.0, 4416.0, None, Some("4416吨")),
            ("46,140 kilograms", 46.14, 44.16, None, Some("44,160 kilograms")),
            ("US$48.9 million", 48.9e6, 51.23e6, None, Some("US$51.2 million")),
            ("5.12万吨", 51_200.0, 52_105.0, None, Some("5.21万吨")),
            ("7.1%", -7.1, -5.04, None, Some("5.0%")),
            ("7.1%", 7.1, -7.1, None, None),
            ("7.1%", -7.1, -7.1, None, None),
            ("doubled", 100.0, 112.9, None, None),
            ("15-16%", 15.0, 12.0, None, None),
            // As many digits as the data bear.
            ("5864.6吨", 5864.6, 5490.0, Some(0), Some("5490吨")),
            ("4.75千吨", 4750.0, 4416.0, Some(0), Some("4.42千吨")),
            ("5113万美元", 5.113e7, 511_332_257.0, Some(0), Some("5.1133亿美元")),
            ("2.2倍%", 120.0, 80.0, None, None),
        ] {
            let change = written.ends_with('%');
            let own = reworded(written, stated, given, change, known);
            assert_eq!(own.as_deref(), expected, "{written}");
        }
    }
}
