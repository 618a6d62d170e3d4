//! FAOSTAT's detailed trade matrix: quantity and value in rows, which the element and the unit tell
//! apart.

use super::{BASE, Known, Role};
use crate::import::cells::vocabulary::System;

/// Trade with the world, by commodity.
pub const CROPS: Known = Known {
    name: "FAOSTAT crops and livestock products",
    url: "https://www.fao.org/faostat/en/#data/TCL",
    columns: &[
        (Role::Period, "year"),
        (Role::Reporter, "areacodem49|area"),
        (Role::ReporterName, "?area"),
        (Role::Flow, "element"),
        (Role::Measure, "element"),
        (Role::Product, "itemcodecpc|itemcode"),
        (Role::ProductName, "?item"),
        (Role::Unit, "unit"),
        (Role::Amount, "value"),
    ],
    parts: "domaincode|domain|elementcode|yearcode|flag|flagdescription|note|areacode|areacodefao|itemcodefao|itemcodecpc|area",
    ..MATRIX
};

/// Trade between pairs of countries, by commodity.
pub const MATRIX: Known = Known {
    name: "FAOSTAT trade matrix",
    url: "https://www.fao.org/faostat/en/#data/TM",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "year"),
        (Role::Reporter, "reportercountrycodem49|reportercountries"),
        (Role::ReporterName, "?reportercountries"),
        (Role::Partner, "partnercountrycodem49|partnercountries"),
        (Role::PartnerName, "?partnercountries"),
        (Role::Flow, "element"),
        (Role::Measure, "element"),
        (Role::Product, "itemcodecpc|itemcode"),
        (Role::ProductName, "?item"),
        (Role::Unit, "unit"),
        (Role::Amount, "value"),
    ],
    parts: "domaincode|domain|elementcode|yearcode|flag|flagdescription|note|reportercountrycode|partnercountrycode|reportercountrycodefao|partnercountrycodefao|itemcodefao|itemcodecpc|reportercountries|partnercountries",
    system: System::Cpc,
    ..BASE
};

/// The same as the bulk download has it: a row for each element, years in columns.
pub const WIDE: Known = Known {
    name: "FAOSTAT trade matrix, years in columns",
    columns: &[
        (Role::Reporter, "reportercountrycodem49|reportercountries"),
        (Role::ReporterName, "?reportercountries"),
        (Role::Partner, "partnercountrycodem49|partnercountries"),
        (Role::PartnerName, "?partnercountries"),
        (Role::Flow, "element"),
        (Role::Measure, "element"),
        (Role::Product, "itemcodecpc|itemcode"),
        (Role::ProductName, "?item"),
        (Role::Unit, "unit"),
    ],
    parts: "*",
    ..MATRIX
};
