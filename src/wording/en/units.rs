//! Units in words.

use crate::trade::{Unit, UnitRatio};

/// The word for one: `tonne`.
pub fn one(unit: Unit) -> &'static str {
    unit.english()
}

/// The word for many, for an axis or a table's head: `tonnes`.
pub fn words(unit: Unit) -> String {
    unit.english_many().map_or_else(|| format!("{}s", unit.english()), str::to_owned)
}

/// What stands before an amount of money: its sign, or else its code and a blank.
pub fn sign(unit: Unit) -> String {
    unit.mark().map_or_else(|| format!("{} ", unit.code()), str::to_owned)
}

/// What stands behind a number in a table's head or on an axis: `t`, `m²`, `pieces`; of money
/// the code.
pub fn symbol(unit: Unit) -> String {
    match unit.mark() {
        _ if unit.is_money() => unit.code().to_owned(),
        None => words(unit),
        Some(symbol) => symbol.to_owned(),
    }
}

/// `a tonne`, as what something is counted by.
pub fn each(unit: Unit) -> String {
    let word = one(unit);
    format!("{} {word}", if sounds_as_vowel(word) { "an" } else { "a" })
}

/// Whether a unit's word begins with the sound of a vowel: `an acre`, but `a euro`, `a unit`.
fn sounds_as_vowel(word: &str) -> bool {
    const AS_YOU: [&str; 7] = ["eu", "uni", "US ", "UAE", "Ug", "Ukr", "Uru"];
    let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
    vowel && !AS_YOU.iter().any(|sound| word.starts_with(sound))
}

/// A unit value's unit as a table's head has it: `USD/t`.
pub fn ratio_symbol(ratio: UnitRatio) -> String {
    let per = symbol(ratio.per);
    // One piece, and not many.
    let per = if per == words(ratio.per) { one(ratio.per).to_owned() } else { per };
    format!("{}/{per}", symbol(ratio.of))
}

/// The same in words: `US dollars a tonne`.
pub fn ratio_words(ratio: UnitRatio) -> String {
    format!("{} {}", words(ratio.of), each(ratio.per))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_its_words() {
        assert!(Unit::all().all(|unit| !one(unit).is_empty() && !words(unit).ends_with("ss")));
    }

    #[test]
    fn signs_tell_monies_apart() {
        let mut signs: Vec<String> = Unit::all().filter(|unit| unit.is_money()).map(sign).collect();
        signs.sort_unstable();
        let all = signs.len();
        signs.dedup();
        assert_eq!(signs.len(), all);
    }

    #[test]
    fn a_unit_names_itself() {
        assert_eq!(words(Unit::TONNE), "tonnes");
        assert_eq!(words(Unit::YUAN), "yuan");
        assert_eq!(symbol(Unit::PIECE), "pieces");
        let ratio = UnitRatio { of: Unit::US_DOLLAR, per: Unit::TONNE };
        assert_eq!(ratio_symbol(ratio), "USD/t");
        assert_eq!(ratio_words(ratio), "US dollars a tonne");
        let one = |code| Unit::parse(code).map(each).unwrap_or_default();
        let some = ["EUR", "USD", "GT", "UGX", "OMR", "UZS", "AUD", "head"].map(one);
        assert_eq!(
            some,
            [
                "a euro",
                "a US dollar",
                "a unit of gross tonnage",
                "a Ugandan shilling",
                "an Omani rial",
                "an Uzbekistani som",
                "an Australian dollar",
                "a head"
            ]
        );
    }
}
