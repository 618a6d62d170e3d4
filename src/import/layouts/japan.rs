//! Japan's customs, by e-Stat: a column for each month, values in thousands of yen.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;
use crate::import::cells::vocabulary::Way;
use crate::trade::Flow;

/// A table of trade by country and commodity, a row a year.
pub const CUSTOMS: Known = Known {
    name: "Japan’s customs, by e-Stat",
    url: "https://www.customs.go.jp/toukei/info/index_e.htm",
    seen: "2026-11-26",
    columns: &[
        (Role::Flow, "exporimp"),
        (Role::Year, "year"),
        (Role::Product, "hs"),
        (Role::Partner, "?country"),
        (Role::WeightUnit, "unit1"),
        (Role::QuantityUnit, "unit2"),
    ],
    parts: "custom|customs",
    ways: &[("1", Way::Flow(Flow::Export)), ("2", Way::Flow(Flow::Import))],
    reporter: Some("JPN"),
    money: "JPY",
    factor: 1000.0,
    list: List::Japan,
    ..BASE
};
