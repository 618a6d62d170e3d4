//! HM Revenue and Customs: overseas trade statistics of uktradeinfo's API and bulk files.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;
use crate::import::cells::vocabulary::Way;
use crate::trade::Flow;

/// The API’s `OTS` records: a row for each month, country and commodity; net mass in kilograms.
pub const OTS: Known = Known {
    name: "HMRC overseas trade statistics",
    url: "https://www.uktradeinfo.com/api-documentation/",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "monthid"),
        (Role::Flow, "flowtypeid"),
        (Role::Product, "commodityid"),
        (Role::ProductName, "?commodityhs8description|cn8longdescription|commoditydescription"),
        (Role::Partner, "countryid|countrycountrycodealpha|countrycodealpha"),
        (Role::PartnerName, "?countrycountryname|countryname"),
        (Role::Value, "value"),
        (Role::Weight, "?netmass"),
        (Role::Quantity, "?suppunit"),
    ],
    parts: "portid|suppressionindex|commoditysitcid|flowtypedescription|portportname|portname|siteid|traderid|mkoid|odataid",
    ways: &[
        ("1", Way::Flow(Flow::Import)),
        ("2", Way::Flow(Flow::Export)),
        ("3", Way::Flow(Flow::Import)),
        ("4", Way::Flow(Flow::Export)),
    ],
    reporter: Some("GBR"),
    money: "GBP",
    list: List::Geonom,
    ..BASE
};

/// A month’s bulk file of exports.
pub const SMKE: Known = Known {
    name: "HMRC bulk exports",
    url: "https://www.uktradeinfo.com/trade-data/latest-bulk-datasets/",
    columns: &[
        (Role::Period, "monthofaccount"),
        (Role::Product, "comcode"),
        (Role::Partner, "codalpha"),
        (Role::Value, "statvalue"),
        (Role::Weight, "?netmass"),
    ],
    parts: "sitc|recordtype|codsequence|coosequence|codalpha|tradeindicator|portsequence|portalpha|suppunitqty|suppunit|codcodsequence|mode|container|flag",
    flow: Some(Flow::Export),
    ways: &[],
    ..OTS
};

/// A month’s bulk file of imports.
pub const SMKI: Known = Known {
    name: "HMRC bulk imports",
    columns: &[
        (Role::Period, "monthofaccount"),
        (Role::Product, "comcode"),
        (Role::Partner, "cooalpha"),
        (Role::Value, "statvalue"),
        (Role::Weight, "?netmass"),
    ],
    flow: Some(Flow::Import),
    ..SMKE
};
