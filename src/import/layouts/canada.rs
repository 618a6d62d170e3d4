//! Statistics Canada: the open data of its merchandise trade, a row for each province and state. Exports
//! and imports have the same columns, and only the file's name says which they are.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;

/// The open data of merchandise trade, exports or imports.
pub const CIMT: Known = Known {
    name: "Statistics Canada CIMT",
    url: "https://open.canada.ca/data/en/dataset/b1126a07-fd85-4d56-8395-143aba1747a4",
    seen: "2026-11-27",
    columns: &[
        (Role::Period, "yearmonthannéemois"),
        (Role::Product, "hs10|hs8|hs6|hs4|hs2"),
        (Role::Partner, "countrypays"),
        (Role::Value, "valuevaleur"),
        (Role::Weight, "?quantityquantité"),
        (Role::WeightUnit, "?unitofmeasureunitédemesure"),
    ],
    parts: "province|stateétat",
    reporter: Some("CAN"),
    money: "CAD",
    list: List::Unknown,
    ..BASE
};
