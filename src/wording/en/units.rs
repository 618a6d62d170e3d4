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
    let vowel = word.starts_with(['a', 'e', 'i', 'o']);
    format!("{} {word}", if vowel { "an" } else { "a" })
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
    }
}
