//! 计量单位与货币。货币名称据 Unicode CLDR 48，人民币称“元”。

use crate::trade::{Unit, UnitRatio};

/// Codes, each with its name.
const NAMES: &str = include_str!("units.csv");

/// The unit's name; one and many are alike.
pub fn one(unit: Unit) -> &'static str {
    let code = unit.code();
    let mut names = NAMES.lines().filter_map(|line| line.split_once(','));
    names.find(|(own, _)| *own == code).map_or(code, |(_, name)| name)
}

/// What an amount is counted in, beside other currencies: a dollar is a 元 as well.
pub(super) fn money(unit: Unit) -> &'static str {
    money_name(one(unit))
}

/// The same of the unit's own name.
pub(super) fn money_name(name: &str) -> &str {
    if name == "元" { "人民币" } else { name }
}

/// As [`one`].
pub fn words(unit: Unit) -> String {
    one(unit).to_owned()
}

/// Nothing stands before an amount of money: its name follows.
pub fn sign(_: Unit) -> String {
    String::new()
}

/// What stands in a table's head or on an axis.
pub fn symbol(unit: Unit) -> String {
    one(unit).to_owned()
}

/// `每吨`.
pub fn each(unit: Unit) -> String {
    format!("每{}", one(unit))
}

/// A unit value's unit: `美元/吨`.
pub fn ratio_symbol(ratio: UnitRatio) -> String {
    format!("{}/{}", one(ratio.of), one(ratio.per))
}

/// As [`ratio_symbol`].
pub fn ratio_words(ratio: UnitRatio) -> String {
    ratio_symbol(ratio)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_its_own_name() {
        for unit in Unit::all() {
            let alike = Unit::all().filter(|other| one(*other) == one(unit)).count();
            assert!(alike == 1 && one(unit) != unit.code(), "{unit:?}: {}", one(unit));
        }
    }
}
