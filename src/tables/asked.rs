//! What a reader asks of a table.

use crate::statistics::structure::Side;
use crate::trade::{Month, Period};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The partner or product.
    Name,
    /// In money.
    Value,
    /// Weight, or the unit that the goods are counted in.
    Quantity,
    /// Value divided by quantity.
    UnitValue,
    /// In percent of the total.
    Share,
    /// In percent of the year before.
    Change,
    /// To the total's change, in percentage points.
    Contribution,
}

impl Column {
    /// Every column, in the order they stand in.
    pub const ALL: [Self; 7] = [
        Self::Name,
        Self::Value,
        Self::Quantity,
        Self::UnitValue,
        Self::Share,
        Self::Change,
        Self::Contribution,
    ];

    /// Its word in requests, and its name in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Value => "value",
            Self::Quantity => "quantity",
            Self::UnitValue => "unit-value",
            Self::Share => "share",
            Self::Change => "change",
            Self::Contribution => "contribution",
        }
    }

    /// The column whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == text)
    }
}

/// The column that rows are sorted by, and the direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the largest come first.
    pub descending: bool,
}

impl Sort {
    /// Reads `share`, or `-share` for the largest first.
    pub fn parse(text: &str) -> Option<Self> {
        let descending = text.starts_with('-');
        let column = Column::parse(text.strip_prefix('-').unwrap_or(text))?;
        Some(Self { column, descending })
    }
}

/// A request for a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whether its rows are partners or products.
    pub by: Side,
    /// The period; none stands for the most suitable.
    pub period: Option<Period>,
    /// Words that a row's code or names must contain.
    pub wanted: String,
    /// The order; none stands for the largest first, by what the chart counts.
    pub sort: Option<Sort>,
    /// How many rows are shown.
    pub most: usize,
}

impl Default for Asked {
    fn default() -> Self {
        Self {
            by: Side::Partner,
            period: None,
            wanted: String::new(),
            sort: None,
            most: usize::MAX,
        }
    }
}

impl Asked {
    /// Reads lines of a name, a tab and a value: `by`, `period`, `wanted`, `sort`, `most`. Invalid lines
    /// are ignored.
    pub fn read(text: &str) -> Self {
        let mut asked = Self::default();
        for (name, value) in text.lines().filter_map(|line| line.split_once('\t')) {
            match name {
                "by" => asked.by = Side::parse(value).unwrap_or(asked.by),
                "period" => asked.period = parse_period(value),
                "wanted" => value.clone_into(&mut asked.wanted),
                "sort" => asked.sort = Sort::parse(value),
                "most" => asked.most = value.parse().unwrap_or(asked.most),
                _ => {}
            }
        }
        asked
    }
}

/// A period as requests hold it: first month and number of months, `2025-01/12`.
pub fn period_code(period: Period) -> String {
    format!("{}/{}", period.start, period.months)
}

/// Reads what [`period_code`] writes.
pub fn parse_period(text: &str) -> Option<Period> {
    let (start, months) = text.split_once('/')?;
    let months = months.parse().ok().filter(|months| (1..=600).contains(months))?;
    Some(Period { start: Month::parse(start)?, months })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_read_line_by_line() {
        let asked =
            Asked::read("by\tproduct\nperiod\t2025-01/12\nwanted\ttin ore\nsort\t-share\nmost\t50");
        let period = asked.period.map(period_code);
        assert_eq!((asked.by, period.as_deref()), (Side::Product, Some("2025-01/12")));
        assert_eq!((asked.wanted.as_str(), asked.most), ("tin ore", 50));
        assert_eq!(asked.sort, Some(Sort { column: Column::Share, descending: true }));
        assert_eq!(Asked::read("by\tnothing\nsort\tcolour\nperiod\t2025-01/0"), Asked::default());
    }
}
