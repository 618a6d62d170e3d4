//! Numbers with their units, as readers see them: in a sentence, to the last digit, along an axis.

use std::sync::OnceLock;

use crate::trade::{Quantity, Unit, UnitRatio};
use crate::util::CollectVec as _;
use crate::wording::axis;
use crate::wording::facts::{AxisUnit, two_digits};
use crate::wording::numbers::{exact, in_digits, worth_reading};

/// Sizes that have a word, each from where the one below would round up to it: `US$999.95 million`
/// is a billion.
const SIZES: [(f64, f64, &str, u8); 3] = [
    (0.999_995e12, 1e12, " trillion", 2),
    (0.999_995e9, 1e9, " billion", 2),
    (0.999_95e6, 1e6, " million", 1),
];

/// As a sentence gives it: `4,416 t`, `US$18.7 million`. Small amounts keep their decimals.
pub fn in_a_sentence(amount: Quantity) -> String {
    let size = amount.value.abs();
    let least = if amount.unit.is_money() { 0.0 } else { 1e9 };
    let named = SIZES.iter().find(|(from, ..)| size >= f64::max(*from, least));
    let digits = named.map_or_else(
        || exact(size, if size < 1000.0 { worth_reading(size, amount.decimals) } else { 0 }),
        |(_, one, word, decimals)| counted(amount, *one, word, *decimals),
    );
    with_unit(amount, &digits)
}

/// How many of a size with a word an amount is. Of what is rough nothing is known behind a point that has a zero
/// behind it: `60 million`.
fn counted(amount: Quantity, one: f64, word: &str, decimals: u8) -> String {
    let size = amount.value.abs() / one;
    let decimals = if amount.rough && size.trunc() == size { 0 } else { decimals };
    format!("{}{word}", exact(size, decimals))
}

/// Two ends of a stretch, in the larger one's size where they have different ones:
/// `US$0.81 million`, `US$1.02 million`.
pub(super) fn in_one_size([low, high]: [Quantity; 2]) -> [String; 2] {
    let size = |one: &Quantity| SIZES.iter().find(|(from, ..)| one.value.abs() >= *from);
    match (size(&low), size(&high)) {
        (own, Some((_, one, word, decimals)))
            if high.unit.is_money()
                && own.is_none_or(|own| own.1 < *one)
                && low.value.abs() * 100.0 >= *one =>
        {
            [low, high].map(|end| {
                let digits = exact(end.value.abs() / one, decimals + 1);
                with_unit(end, &format!("{digits}{word}"))
            })
        }
        _ => [low, high].map(in_a_sentence),
    }
}

/// To the last digit that is shown: `4,205.8 t`.
pub fn to_the_last_digit(amount: Quantity) -> String {
    let size = amount.value.abs();
    with_unit(amount, &exact(size, amount.decimals))
}

/// As a summary gives it: as a sentence does, but weights without a word for their size.
pub(super) fn in_a_summary(amount: Quantity) -> String {
    let size = amount.value.abs();
    if amount.unit.is_money() || size < 1e9 {
        return in_a_sentence(amount);
    }
    with_unit(amount, &exact(size, 0))
}

/// The same within a sentence: money of a million and more in millions, where these have no more than four
/// decimals, and no zeros behind thousands: `CN¥261.69 million`, `CN¥310,000`.
pub(super) fn in_full(amount: Quantity) -> String {
    let size = amount.value.abs();
    let round = |one: f64| (size / one - (size / one).round()).abs() < 1e-6;
    if amount.unit.is_money() && size >= 1e6 && round(100.0) {
        let digits = in_digits(size / 1e6, if size < 1e9 { 4 } else { 3 });
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        return with_unit(amount, &format!("{digits} million"));
    }
    let whole = amount.unit.is_money() && size >= 1000.0 && round(1.0);
    let decimals = if whole { 0 } else { amount.decimals };
    with_unit(amount, &exact(size, decimals))
}

/// An amount as a ground gives it: money in millions and weights of a thousand and more to a decimal.
pub(super) fn in_evidence(amount: Quantity) -> String {
    let size = amount.value.abs();
    let named = SIZES.iter().find(|(from, ..)| amount.unit.is_money() && size >= *from);
    let digits = named.map_or_else(
        || exact(size, if size < 1e3 { amount.decimals } else { amount.decimals.min(1) }),
        |(_, one, word, decimals)| counted(amount, *one, word, decimals + 1),
    );
    with_unit(amount, &digits)
}

/// `digits` of the amount's size, with sign and unit.
fn with_unit(amount: Quantity, digits: &str) -> String {
    let something = digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let minus = if amount.value < 0.0 && something { "−" } else { "" };
    if amount.rough {
        return format!("about {}", with_unit(Quantity { rough: false, ..amount }, digits));
    }
    match amount.unit {
        unit if unit.is_money() => format!("{minus}{}{digits}", unit.sign()),
        unit if digits == "1" && unit.symbol() == unit.words() => {
            format!("{minus}1 {}", unit.one())
        }
        unit => format!("{minus}{digits} {}", unit.symbol()),
    }
}

/// Whether a letter between a number and its unit counts by how much: words do so here.
pub const fn is_scale(_: char) -> bool {
    false
}

/// Whether a word is the unit or the size of the number before it: no line ends between the two.
pub fn belongs_to_number(word: &str) -> bool {
    // Asked of every word behind a number, in a table's sources as well.
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let units = Unit::all().filter(|unit| !unit.is_money());
        let sizes = SIZES.iter().map(|(_, _, size, _)| size.trim_start().to_owned());
        units.flat_map(|unit| [unit.symbol(), unit.one().to_owned()]).chain(sizes).collect_vec()
    });
    let word = word.trim_end_matches(|letter: char| letter.is_ascii_punctuation());
    word == "pp" || words.iter().any(|own| own == word)
}

/// A unit value as a sentence gives it: `US$8,819 a tonne`.
pub fn ratio_amount(ratio: UnitRatio, value: f64) -> String {
    let of = Quantity { value, unit: ratio.of, decimals: ratio.decimals(value), rough: false };
    format!("{} {}", of.exact(), ratio.per.each())
}

/// The same of rough amounts.
pub fn rough_ratio(ratio: UnitRatio, value: f64) -> String {
    format!("about {}", ratio_amount(ratio, two_digits(value)))
}

/// The steps an axis has a word for, and what one of it is.
const STEPS: [(f64, f64, &str); 3] = [(1e12, 1e12, " tn"), (1e8, 1e9, " bn"), (1e6, 1e6, " m")];

/// What stands at each of `ticks`, which are evenly spaced.
pub fn axis_labels(ticks: &[f64], unit: AxisUnit) -> Vec<String> {
    axis::axis_labels(ticks, unit, &STEPS)
}

#[cfg(test)]
mod tests {
    use super::*;
    fn of(value: f64, decimals: u8, unit: Unit) -> Quantity {
        Quantity { value, unit, decimals, rough: false }
    }

    #[test]
    fn a_quantity_says_its_unit() {
        assert_eq!(of(4205.8, 1, Unit::TONNE).rounded(), "4,206 t");
        assert_eq!(of(48.2, 1, Unit::TONNE).rounded(), "48.2 t");
        assert_eq!(of(18_700_000.0, 0, Unit::US_DOLLAR).rounded(), "US$18.7 million");
        assert_eq!(of(999_960_000.0, 0, Unit::EURO).rounded(), "€1,000.0 million");
        assert_eq!(of(999_996_000.0, 0, Unit::EURO).rounded(), "€1.00 billion");
        assert_eq!(of(1.686e12, 2, Unit::US_DOLLAR).rounded(), "US$1.69 trillion");
        assert_eq!(of(-12.5, 2, Unit::YUAN).exact(), "−CN¥12.50");
        assert_eq!(of(1.0, 0, Unit::PIECE).exact(), "1 piece");
        assert_eq!(of(1500.0, 0, Unit::PIECE).exact(), "1,500 pieces");
        let francs = Unit::parse("CHF").map(|unit| of(3.2e6, 0, unit).rounded());
        assert_eq!(francs.as_deref(), Some("CHF 3.2 million"));
    }

    #[test]
    fn both_ends_of_a_stretch_have_one_size() {
        let ends = |low, high, unit| in_one_size([of(low, 0, unit), of(high, 0, unit)]);
        let dollars = |low, high| ends(low, high, Unit::US_DOLLAR);
        assert_eq!(dollars(810_754.0, 1_020_000.0), ["US$0.81 million", "US$1.02 million"]);
        assert_eq!(dollars(2.1e6, 3.2e6), ["US$2.1 million", "US$3.2 million"]);
        assert_eq!(dollars(810.0, 1.02e6), ["US$810", "US$1.0 million"]);
        assert_eq!(ends(990_000.0, 1.1e6, Unit::TONNE), ["990,000 t", "1,100,000 t"]);
    }

    #[test]
    fn money_in_full_is_counted_in_millions() {
        let full = |value, decimals, unit| in_full(of(value, decimals, unit));
        assert_eq!(full(261_690_000.0, 1, Unit::YUAN), "CN¥261.69 million");
        assert_eq!(full(293_100_000.0, 1, Unit::YUAN), "CN¥293.1 million");
        assert_eq!(full(3_476_350_000.0, 0, Unit::YUAN), "CN¥3,476.35 million");
        assert_eq!(full(310_000.0, 1, Unit::YUAN), "CN¥310,000");
        assert_eq!(full(10_112_586.0, 0, Unit::EURO), "€10,112,586");
        assert_eq!(full(4205.8, 1, Unit::TONNE), "4,205.8 t");
    }

    #[test]
    fn a_number_keeps_its_unit_and_its_size() {
        for word in ["t", "t:", "kg,", "pieces", "piece", "million", "billion."] {
            assert!(belongs_to_number(word), "{word}");
        }
        for word in ["in", "against", "tonic", "", "—", "year"] {
            assert!(!belongs_to_number(word), "{word}");
        }
    }

    #[test]
    fn a_ratio_keeps_the_digits_that_matter() {
        let ratio = UnitRatio { of: Unit::US_DOLLAR, per: Unit::TONNE };
        assert_eq!(ratio.amount(8818.6), "US$8,819 a tonne");
        assert_eq!(ratio.amount(12.5), "US$12.50 a tonne");
        assert_eq!([9.0, 30.0].map(|value| ratio.amount(value)), ["US$9 a tonne", "US$30 a tonne"]);
        assert_eq!(ratio.amount(0.034_56), "US$0.0346 a tonne");
    }

    #[test]
    fn an_axis_names_its_ticks_as_they_are() {
        for (ticks, unit, labels) in [
            (vec![0.0, 2.5e6, 5e6], AxisUnit::Amount, vec!["0", "2.5 m", "5.0 m"]),
            (vec![0.0, 2.5e8, 5e8], AxisUnit::Amount, vec!["0", "0.25 bn", "0.50 bn"]),
            (vec![0.0, 1e12], AxisUnit::Amount, vec!["0", "1 tn"]),
            (vec![0.0, 0.25], AxisUnit::Plain, vec!["0.00", "0.25"]),
            (vec![0.0, 2000.0, 4000.0], AxisUnit::Amount, vec!["0", "2,000", "4,000"]),
            (vec![-0.05, 0.0, 0.05], AxisUnit::Points, vec!["−0.05", "0.00", "+0.05"]),
            // Digits that an amount's reader does without tell ticks apart.
            (vec![5.785, 5.7875, 5.79], AxisUnit::Amount, vec!["5.7850", "5.7875", "5.7900"]),
        ] {
            assert_eq!(axis_labels(&ticks, unit), labels);
        }
    }
}
