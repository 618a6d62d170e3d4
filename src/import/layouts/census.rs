//! The US Census Bureau's API for international trade, as CSV or as its own JSON.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;
use crate::trade::Flow;

/// The Census Bureau's codes of groups of countries: 0001 to 0028 such as the European Union, and
/// continents such as 1XXX.
pub const fn is_group(code: &[u8]) -> bool {
    matches!(code, [b'0', b'0', _, _] | [_, b'X', b'X', b'X'])
}

/// Columns that tell parts of a country's trade apart, or say what level a code is of.
const PARTS: &str = "district|distname|port|portname|state|statename|usda|commlvl|summarylvl|summarylvl2|df|lastupdate|cardutmo|calduemo|ctysubcode|genvalyr|conval|allvalyr|convalmo|convalyr|vesvalmo|airvalmo|veswgtmo|airwgtmo|cntvalmo|cntwgtmo|genqy2mo|unitqy2|conqy1mo|conqy2mo|qty2mo|ccqtyflag|ratprov|ratprovdesc|ctyname|ecommoditysdesc|ecommodityldesc|icommoditysdesc|icommodityldesc|genvalmo|genqy1mo|conqy1yr|genqy1yr|qty1yr|qty2yr|time|year|month|naics";

/// The API’s monthly exports.
pub const EXPORTS: Known = Known {
    name: "US Census, exports",
    url: "https://www.census.gov/data/developers/data-sets/international-trade.html",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "?time"),
        (Role::Year, "?year"),
        (Role::Month, "?month"),
        (Role::Partner, "ctycode"),
        (Role::PartnerName, "?ctyname"),
        (Role::Product, "ecommodity"),
        (Role::ProductName, "?ecommoditysdesc|ecommodityldesc"),
        (Role::Value, "allvalmo"),
        (Role::Weight, "?qty1mo"),
        (Role::WeightUnit, "?unitqy1"),
        (Role::Quantity, "?qty2mo"),
        (Role::QuantityUnit, "?unitqy2"),
    ],
    parts: PARTS,
    flow: Some(Flow::Export),
    reporter: Some("USA"),
    list: List::Census,
    grouped: true,
    ..BASE
};

/// The API’s monthly imports.
pub const IMPORTS: Known = Known {
    name: "US Census, imports",
    url: "https://www.census.gov/data/developers/data-sets/international-trade.html",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "?time"),
        (Role::Year, "?year"),
        (Role::Month, "?month"),
        (Role::Partner, "ctycode"),
        (Role::PartnerName, "?ctyname"),
        (Role::Product, "icommodity"),
        (Role::ProductName, "?icommoditysdesc|icommodityldesc"),
        (Role::Value, "genvalmo|convalmo"),
        (Role::Weight, "?genqy1mo|conqy1mo"),
        (Role::WeightUnit, "?unitqy1"),
        (Role::Quantity, "?genqy2mo|conqy2mo"),
        (Role::QuantityUnit, "?unitqy2"),
    ],
    parts: PARTS,
    flow: Some(Flow::Import),
    reporter: Some("USA"),
    list: List::Census,
    grouped: true,
    ..BASE
};
