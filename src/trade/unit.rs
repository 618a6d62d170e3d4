//! What figures are counted in: money, weights and the other units of customs.
//!
//! All of them stand in `units.csv` beside this file, one a line: code, word for one, word for many
//! where that is not the one with an s, sign or symbol, and of a weight how many tonnes it is. A unit
//! more is a line more. The money is that of ISO 4217, list one as of 1 January 2026, funds, metals and codes for
//! testing left out, with the predecessors of the euro, which old files still have, and `XXX`, which there
//! is no money and here money that nothing names; its English
//! names and signs are those of the Unicode CLDR 48, shortened where English needs no country
//! (`yuan`, `yen`). The others are the supplementary units of the Combined Nomenclature and of the
//! World Customs Organization's recommendation on standard units of quantity.

use std::fmt;
use std::sync::OnceLock;

use super::Measure;
use crate::util::sort_by_key;

/// The table; `get` below says what its columns are.
const TABLE: &str = include_str!("units.csv");

/// A unit of figures. It is stored as the place of its line in the table, so it is small, `Copy`, and needs
/// no search for its names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(u16);

impl Unit {
    /// Metric tons, which weights are summed in.
    pub const TONNE: Self = Self::known("t");
    /// Kilograms.
    pub const KILOGRAM: Self = Self::known("kg");
    /// Pieces.
    pub const PIECE: Self = Self::known("piece");
    /// United States dollars.
    pub const US_DOLLAR: Self = Self::known("USD");
    /// Euros.
    pub const EURO: Self = Self::known("EUR");
    /// Yuan renminbi.
    pub const YUAN: Self = Self::known("CNY");

    /// Reads a unit's code.
    pub fn parse(text: &str) -> Option<Self> {
        // Files name one in every row.
        static SORTED: OnceLock<Vec<Unit>> = OnceLock::new();
        let sorted = SORTED.get_or_init(|| {
            let mut units: Vec<Self> = Self::all().collect();
            sort_by_key(&mut units, |unit| unit.code());
            units
        });
        let at = sorted.binary_search_by(|unit| unit.code().cmp(text)).ok()?;
        sorted.get(at).copied()
    }

    /// Every unit: weights and other quantities, then money.
    pub fn all() -> impl Iterator<Item = Self> {
        let mut start = 0;
        TABLE.lines().map(move |line| {
            let unit = Self(start as u16);
            start += line.len() + 1;
            unit
        })
    }

    /// Like [`Unit::parse`], at compile time: an unknown code is a compile error.
    pub const fn known(code: &str) -> Self {
        let (table, code) = (TABLE.as_bytes(), code.as_bytes());
        let mut start = 0;
        loop {
            let mut at = 0;
            #[expect(clippy::indexing_slicing, reason = "at compile time only")]
            while at < code.len() && table[start + at] == code[at] {
                at += 1;
            }
            #[expect(clippy::indexing_slicing, reason = "at compile time only")]
            if at == code.len() && table[start + at] == b',' {
                return Self(start as u16);
            }
            #[expect(clippy::indexing_slicing, reason = "at compile time only")]
            while table[start] != b'\n' {
                start += 1;
            }
            start += 1;
        }
    }

    fn get(self, column: usize) -> &'static str {
        let line = before(self.and_below(), b'\n');
        line.split(',').nth(column).unwrap_or_default()
    }

    /// The table from its own line on.
    fn and_below(self) -> &'static str {
        TABLE.get(usize::from(self.0)..).unwrap_or_default()
    }

    /// Its code in files; for currencies, ISO 4217.
    pub fn code(self) -> &'static str {
        // No line is without a second column.
        before(self.and_below(), b',')
    }

    /// The English singular: `tonne`.
    pub fn english(self) -> &'static str {
        self.get(1)
    }

    /// The English plural, if it is not the singular with an s.
    pub fn english_many(self) -> Option<&'static str> {
        Some(self.get(2)).filter(|many| !many.is_empty())
    }

    /// The sign of money, or the symbol of another unit, as the table has it.
    pub fn mark(self) -> Option<&'static str> {
        Some(self.get(3)).filter(|mark| !mark.is_empty())
    }

    /// Whether it is a currency: only currencies have codes of three capital letters.
    pub fn is_money(self) -> bool {
        // Asked of every reading of every figure of a story.
        match self.and_below().as_bytes() {
            [one, two, three, b',', ..] => {
                [one, two, three].iter().all(|sign| sign.is_ascii_uppercase())
            }
            _ => false,
        }
    }

    /// The measure this unit counts.
    pub fn measure(self) -> Measure {
        match self.get(4) {
            _ if self.is_money() => Measure::Value,
            "" => Measure::Quantity,
            _ => Measure::Volume,
        }
    }

    /// How many tonnes one is, where it is a weight.
    pub fn tonnes(self) -> Option<f64> {
        let text = self.get(4);
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        // The standard library reads fractions exactly, which is some 15 kB of a reader's download.
        let digits: u64 = format!("{whole}{fraction}").parse().ok()?;
        Some(digits as f64 / 10_u64.pow(fraction.len() as u32) as f64)
    }

    /// How many of another weight one is; `None` if either is not a weight, or both are the same.
    pub fn in_other_weight(self, other: Self) -> Option<f64> {
        if self == other { None } else { Some(self.tonnes()? / other.tonnes()?) }
    }

    /// The kilogram, for pricing valuable goods counted in another weight.
    pub fn kilogram_beside(self) -> Option<Self> {
        self.in_other_weight(Self::KILOGRAM).map(|_| Self::KILOGRAM)
    }

    /// The unit as a part of a name in a file: a column's head, a key.
    pub fn name_part(self) -> String {
        self.code().replace('-', "_")
    }
}

/// What stands before the first `sign`: all of `text` where there is none.
fn before(text: &'static str, sign: u8) -> &'static str {
    let end = text.bytes().position(|own| own == sign).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

impl fmt::Debug for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// A number with its unit and as many decimals as are worth showing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// How many.
    pub value: f64,
    /// Of what.
    pub unit: Unit,
    /// Decimals worth showing.
    pub decimals: u8,
    /// Whether its source says that it is no more than approximate.
    pub rough: bool,
}

impl Quantity {
    /// With no more decimals than what stands beside it, unless few digits would be left.
    #[must_use]
    pub fn beside(self, decimals: u8) -> Self {
        let most = if self.value.abs() < 100.0 { self.decimals } else { decimals };
        Self { decimals: self.decimals.min(most), ..self }
    }
}

/// The unit of a unit value: one unit for each of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnitRatio {
    /// What is counted, usually money.
    pub of: Unit,
    /// For each of what.
    pub per: Unit,
}

impl UnitRatio {
    /// As a part of a name in a file: `USD_per_t`.
    pub fn name_part(self) -> String {
        format!("{}_per_{}", self.of.name_part(), self.per.name_part())
    }
}

impl Measure {
    /// The unit used where no figure states one.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Volume => Unit::TONNE,
            Self::Value => Unit::US_DOLLAR,
            Self::Quantity => Unit::PIECE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_unit() {
        let mut codes: Vec<&str> = Unit::all().map(Unit::code).collect();
        assert_eq!(codes.len(), TABLE.lines().count());
        assert!(Unit::all().all(|unit| Unit::parse(unit.code()) == Some(unit)));
        assert!(Unit::all().all(|unit| !unit.one().is_empty() && !unit.words().ends_with("ss")));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), TABLE.lines().count(), "a code stands twice");
        assert_eq!(Unit::parse("usd"), None);
        assert_eq!(Unit::parse(""), None);
    }

    #[test]
    fn every_weight_is_so_many_tonnes_to_the_last_digit() {
        let weights: Vec<Unit> =
            Unit::all().filter(|unit| unit.measure() == Measure::Volume).collect();
        assert_eq!(weights.len(), 5);
        for unit in weights {
            assert_eq!(unit.tonnes(), unit.get(4).parse::<f64>().ok(), "{unit:?}");
        }
        assert_eq!(Unit::PIECE.tonnes(), None);
    }

    #[test]
    fn signs_tell_monies_apart() {
        let mut signs: Vec<String> =
            Unit::all().filter(|unit| unit.is_money()).map(Unit::sign).collect();
        signs.sort_unstable();
        let all = signs.len();
        signs.dedup();
        assert_eq!(signs.len(), all);
    }

    #[test]
    fn a_unit_names_itself() {
        assert_eq!(Unit::TONNE.words(), "tonnes");
        assert_eq!(Unit::YUAN.words(), "yuan");
        assert_eq!(Unit::PIECE.symbol(), "pieces");
        assert_eq!(Unit::KILOGRAM.measure(), Measure::Volume);
        assert_eq!(Unit::PIECE.measure(), Measure::Quantity);
        assert_eq!(Unit::EURO.measure(), Measure::Value);
        let ratio = UnitRatio { of: Unit::US_DOLLAR, per: Unit::TONNE };
        assert_eq!(ratio.symbol(), "USD/t");
        assert_eq!(ratio.words(), "US dollars a tonne");
        assert_eq!(ratio.name_part(), "USD_per_t");
    }
}
