//! The World Bank's WITS: what its site and its advanced queries export, in thousands of dollars.

use super::{BASE, Known, Role};
use crate::import::cells::vocabulary::Way;
use crate::trade::Flow;

/// What the site exports.
pub const SITE: Known = Known {
    name: "WITS",
    url: "https://wits.worldbank.org/",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "year"),
        (Role::ReporterName, "reporter"),
        (Role::Flow, "tradeflow|tradeflowname"),
        (Role::PartnerName, "partner"),
        (Role::Product, "productcode"),
        (Role::ProductName, "?productdescription"),
        (Role::Value, "tradevalue1000usd"),
        (Role::Weight, "?quantity"),
        (Role::WeightUnit, "?quantityunit"),
    ],
    ways: &[("Gross Exp.", Way::Flow(Flow::Export)), ("Gross Imp.", Way::Flow(Flow::Import))],
    factor: 1000.0,
    ..BASE
};

/// What an advanced query exports.
pub const QUERY: Known = Known {
    name: "WITS, an advanced query",
    columns: &[
        (Role::Period, "year"),
        (Role::Reporter, "reporteriso3|reportername"),
        (Role::ReporterName, "?reportername"),
        (Role::Flow, "tradeflowname|flowname"),
        (Role::Partner, "partneriso3|partnername"),
        (Role::PartnerName, "?partnername"),
        (Role::System, "?nomenclature"),
        (Role::Product, "productcode"),
        (Role::ProductName, "?productdescription"),
        (Role::Value, "tradevaluein1000usd|tradevalue1000usd"),
        (Role::Weight, "?netweightinkgm"),
        (Role::Quantity, "?quantity|quantityinqtytoken"),
        (Role::QuantityUnit, "?qtyunit|qtytoken|quantityunit"),
    ],
    parts: "tradeflowcode|reporteriso3|partneriso3|qtytoken|reportername",
    ..SITE
};
