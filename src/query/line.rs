//! A further series as addresses name it: `import.rare-earths.WLD.volume`, followed by a currency if it is
//! not the data's main one.

use crate::trade::{Dataset, Flow, Measure, Partner, SeriesKey, Unit};

/// One of several series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub key: SeriesKey,
    /// Its currency, where that is not the data's main one.
    pub unit: Option<Unit>,
}

impl Line {
    /// The most series beside the query's own: more than six lines cannot be told apart.
    pub const MOST: usize = 5;

    /// The unit its figures are counted in.
    pub fn counted_in(&self, dataset: &Dataset) -> Unit {
        self.unit.unwrap_or_else(|| dataset.unit_of(&self.key))
    }

    /// Its code in addresses.
    pub fn code(&self) -> String {
        let SeriesKey { flow, measure, product, partner } = &self.key;
        let unit = self.unit.map_or(String::new(), |unit| format!(".{}", unit.code()));
        format!("{}.{product}.{}.{}{unit}", flow.code(), partner.code(), measure.code())
    }

    /// Reads such a code.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let flow = Flow::parse(parts.next()?)?;
        let product = parts.next().filter(|product| is_product(product))?.to_owned();
        let partner = Partner::parse(parts.next()?)?;
        let measure = Measure::parse(parts.next()?)?;
        let unit = match parts.next() {
            Some(unit) => Some(Unit::parse(unit).filter(|unit| unit.is_money())?),
            None => None,
        };
        let whole = parts.next().is_none();
        whole.then_some(Self { key: SeriesKey { flow, measure, product, partner }, unit })
    }
}

/// The items of a list. Hosts and browsers may write its commas as they write other marks.
#[cfg(feature = "whole")]
pub(super) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').flat_map(|text| text.split("%2C")).flat_map(|text| text.split("%2c"))
}

/// Whether a word may be a product's short name.
pub(super) fn is_product(text: &str) -> bool {
    let fits = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    !text.is_empty() && text.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_back_as_it_was_written() {
        for text in ["import.rare-earths.WLD.volume", "export.magnets.USA.value.CNY"] {
            assert_eq!(Line::parse(text).map(|line| line.code()).as_deref(), Some(text));
        }
        for text in [
            "",
            "import",
            "import.rare-earths.WLD",
            "sold.rare-earths.WLD.volume",
            "import.rare earths.WLD.volume",
            "import.a.WLD.value.tonnes",
            "import.a.WLD.value.CNY.x",
        ] {
            assert_eq!(Line::parse(text), None, "{text}");
        }
    }
}
