//! Numbers as decimals. The standard library writes fractions exactly, which is 15 kB of a reader's
//! download; figures of trade and lengths of drawings stay below 2^53 of their last decimal.

/// The most decimals that are written of what is small, and of anything.
const MOST: u8 = 12;
const MOST_OF_ANY: u8 = 9;

/// Up to here a number is written digit by digit.
const MOST_UNITS: f64 = 9e15;

/// A number with exactly `decimals` decimals, rounded half away from zero: no thousands separators, a
/// hyphen for the minus sign, `∞` for infinity.
pub fn fixed(value: f64, decimals: u8) -> String {
    if value.is_nan() {
        return "–".to_owned();
    }
    let decimals = decimals.min(MOST);
    let scale = 10u64.pow(u32::from(decimals));
    let units = (value.abs() * scale as f64).round();
    if units > MOST_UNITS {
        return if decimals > MOST_OF_ANY { fixed(value, MOST_OF_ANY) } else { beyond(value) };
    }
    let units = units as u64;
    let sign = if value < 0.0 && units > 0 { "-" } else { "" };
    let (whole, fraction) = (units / scale, units % scale);
    match decimals {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction:0width$}", width = usize::from(decimals)),
    }
}

/// The same without the zeros that end a fraction, and with as many decimals as a number so large has.
pub fn short(value: f64, decimals: u8) -> String {
    let too_many = |decimals| value.abs() * 10_f64.powi(i32::from(decimals)) > MOST_UNITS;
    let mut decimals = decimals;
    while decimals > 0 && too_many(decimals) {
        decimals -= 1;
    }
    let text = fixed(value, decimals);
    if decimals == 0 {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// How many decimals show an amount to at least three figures, so that 23 kg in tonnes is not 0 t.
pub fn three_figures(amount: f64) -> u8 {
    let (mut decimals, mut size) = (0, amount.abs());
    while size > 0.0 && size < 100.0 && decimals < 8 {
        size *= 10.0;
        decimals += 1;
    }
    decimals
}

/// `value` limited to a range; the lower bound if the bounds are reversed. The standard library's `clamp`
/// would add the formatting of floats for its panic message.
pub const fn within(value: f64, low: f64, high: f64) -> f64 {
    value.min(high).max(low)
}

/// A number too large for decimals, whole.
fn beyond(value: f64) -> String {
    let sign = if value < 0.0 { "-" } else { "" };
    if value.is_infinite() {
        format!("{sign}∞")
    } else {
        // Of so large a number no more than its first nineteen digits are known; numbers of 128 bits would add their
        // own formatting.
        let (mut size, mut zeros) = (value.abs(), 0);
        while size >= 1e19 {
            size /= 10.0;
            zeros += 1;
        }
        format!("{sign}{}{}", size as u64, "0".repeat(zeros))
    }
}

/// As many decimals as a file may give: grams of a substance, in tonnes, have six, and what is traded in
/// shares of a unit of money keeps its digits.
pub const DECIMALS: u32 = 12;

/// Reads digits with at most one decimal point: no sign, exponent or thousands separators, so that `1e999`,
/// `-0` and `NaN` are row errors. Up to fifteen digits, which `f64` returns unchanged; whole numbers may be longer, as
/// a country's trade is in dong.
pub fn read_decimal(text: &str) -> Option<(f64, u8)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let dangling = text.ends_with('.') || whole.is_empty();
    if dangling || !digits(whole) || !digits(fraction) || fraction.len() > DECIMALS as usize {
        return None;
    }
    let all = format!("{whole}{fraction}");
    let most = if fraction.is_empty() { 19 } else { 15 };
    let number: u64 = (all.len() <= most).then(|| all.parse().ok()).flatten()?;
    let decimals = u8::try_from(fraction.len()).ok()?;
    // Both are whole numbers that f64 holds, so the quotient is the nearest to the text.
    Some((number as f64 / 10f64.powi(i32::from(decimals)), decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_and_never_minus_nothing() {
        for (value, decimals, text) in [
            (4416.0, 0, "4416"),
            (4205.84, 1, "4205.8"),
            (-0.04, 1, "0.0"),
            (-7.05, 1, "-7.1"),
            (1e16, 2, "10000000000000000"),
            (f64::NEG_INFINITY, 1, "-∞"),
            (f64::NAN, 1, "–"),
        ] {
            assert_eq!(fixed(value, decimals), text);
        }
        assert_eq!(
            [within(2.0, 0.0, 1.0), within(-1.0, 0.0, 1.0), within(0.5, 0.0, 1.0)],
            [1.0, 0.0, 0.5]
        );
        assert_eq!([short(0.5, 3), short(100.0, 3), short(100.0, 0)], ["0.5", "100", "100"]);
        for (value, text) in [
            (1e11, "100000000000"),
            (2e14, "200000000000000"),
            (123_456_789_010.0, "123456789010"),
            (12_345_678_901.25, "12345678901.25"),
            (2e19, "20000000000000000000"),
            (f64::INFINITY, "∞"),
        ] {
            assert_eq!(short(value, 6), text);
        }
    }
}
