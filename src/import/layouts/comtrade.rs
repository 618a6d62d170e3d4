//! UN Comtrade, as its site and its API give it, and as R and pandas save it again.

use super::{BASE, Joining, Known, Role};
use crate::import::cells::vocabulary::Way;
use crate::trade::Flow;

/// The columns of today's layout, with those of its values.
macro_rules! present {
    ($($value:expr),+) => {
        &[
            (Role::Period, "?period"),
            (Role::Year, "?refyear|year"),
            (Role::Month, "?refmonth|month"),
            (Role::Reporter, "reporteriso|reportercode"),
            (Role::ReporterNumber, "?reportercode"),
            (Role::ReporterName, "?reporterdesc"),
            (Role::Flow, "flowcode|flowdesc"),
            (Role::Partner, "partneriso|partnercode"),
            (Role::PartnerNumber, "?partnercode"),
            (Role::PartnerName, "?partnerdesc"),
            (Role::System, "?classificationcode"),
            (Role::Product, "cmdcode"),
            (Role::ProductName, "?cmddesc"),
            (Role::Weight, "?netwgt|netweight"),
            (Role::Quantity, "?qty"),
            (Role::QuantityUnit, "?qtyunitabbr"),
            $($value),+
        ]
    };
}

/// The layout since 2023.
pub const PRESENT: Known = Known {
    name: "UN Comtrade",
    url: "https://comtradedeveloper.un.org/api-details#api=comtrade-v1",
    seen: "2026-11-26",
    columns: present![(Role::Value, "primaryvalue")],
    wholes: &[("0", "partner2code"), ("C00", "customscode"), ("0", "motcode"), ("0", "moscode")],
    joining: Joining::Latest,
    ..BASE
};

/// The same without the value that stands for the trade: exports count free on board, imports with freight.
pub const VALUED: Known = Known {
    name: "UN Comtrade, by valuation",
    columns: present![(Role::Exports, "fobvalue"), (Role::Imports, "?cifvalue")],
    without: "primaryvalue",
    ..PRESENT
};

/// The layout of the site until 2023.
pub const OLDER: Known = Known {
    name: "UN Comtrade, the layout until 2023",
    url: "https://unstats.un.org/wiki/display/comtrade/Comtrade+data+format",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "?period"),
        (Role::Year, "?year"),
        (Role::Reporter, "reportercode"),
        (Role::ReporterName, "?reporter"),
        (Role::Flow, "tradeflow"),
        (Role::Partner, "partnercode"),
        (Role::PartnerName, "?partner"),
        (Role::System, "?classification"),
        (Role::Product, "commoditycode"),
        (Role::ProductName, "?commodity"),
        (Role::Weight, "?netweightkg"),
        (Role::Quantity, "?qty"),
        (Role::QuantityUnit, "?qtyunit"),
        (Role::Value, "tradevalueus|tradevalueusd"),
    ],
    wholes: &[("0", "2ndpartnercode"), ("C00", "customsproccode"), ("0", "modeoftransportcode")],
    joining: Joining::Latest,
    ..BASE
};

/// What the API answered until 2023.
pub const ANSWER: Known = Known {
    name: "UN Comtrade, the API until 2023",
    url: "https://comtrade.un.org/data/doc/api",
    seen: "2026-11-30",
    columns: &[
        (Role::Period, "?period"),
        (Role::Year, "?yr"),
        (Role::Reporter, "rt3iso|rtcode"),
        (Role::ReporterNumber, "?rtcode"),
        (Role::ReporterName, "?rttitle"),
        (Role::Flow, "rgdesc|rgcode"),
        (Role::Partner, "pt3iso|ptcode"),
        (Role::PartnerNumber, "?ptcode"),
        (Role::PartnerName, "?pttitle"),
        (Role::System, "?pfcode"),
        (Role::Product, "cmdcode"),
        (Role::ProductName, "?cmddesce"),
        (Role::Weight, "?netweight"),
        (Role::Quantity, "?tradequantity"),
        (Role::QuantityUnit, "?qtdesc"),
        (Role::Value, "tradevalue"),
    ],
    wholes: &[("0", "ptcode2"), ("C00", "cstcode"), ("0", "motcode")],
    ways: &[("1", Way::Flow(Flow::Import)), ("2", Way::Flow(Flow::Export)), ("3", Way::Part)],
    joining: Joining::Latest,
    ..BASE
};
