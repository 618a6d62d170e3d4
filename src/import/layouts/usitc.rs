//! The US International Trade Commission's DataWeb: below lines of titles, years or months in columns.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;
use crate::import::cells::vocabulary::What;

/// A saved query.
pub const DATAWEB: Known = Known {
    name: "USITC DataWeb",
    url: "https://www.usitc.gov/applications/dataweb/user_guide",
    seen: "2026-11-26",
    columns: &[
        (Role::Measure, "datatype"),
        (Role::Product, "htsnumber|htsno|scheduleb|hts|naicnumber|sitcnumber|hsnumber"),
        (Role::ProductName, "?description|htsdescription"),
        (Role::PartnerName, "country|countryname"),
        (Role::Unit, "?quantitydescription|unitofquantity|units"),
        (Role::Year, "?year|years"),
        (Role::Month, "?month"),
    ],
    parts: "importprogram|raterovisioncode|district|tradeflow",
    measures: &[
        ("General Customs Value", What::Value(1.0)),
        ("Customs Value", What::Value(1.0)),
        ("FAS Value", What::Value(1.0)),
        ("CIF Import Value", What::Other),
        ("General CIF Imports Value", What::Other),
        ("Landed Duty-Paid Value", What::Other),
        ("Dutiable Value", What::Other),
        ("Calculated Duties", What::Other),
        ("First Unit of Quantity", What::Quantity),
        ("Second Unit of Quantity", What::Other),
    ],
    reporter: Some("USA"),
    list: List::Unknown,
    ..BASE
};
