//! SDMX-CSV of the OECD, the IMF and the World Bank, where it carries trade: the indicator says which
//! way the goods went.

use super::{BASE, Known, Role};
use crate::import::cells::vocabulary::{System, Way, What};
use crate::trade::Flow;

const X: Way = Way::Flow(Flow::Export);
const M: Way = Way::Flow(Flow::Import);

/// Trade among the indicators of an SDMX-CSV file.
pub const TRADE: Known = Known {
    name: "SDMX-CSV",
    url: "https://github.com/sdmx-twg/sdmx-csv",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "timeperiod"),
        (Role::Reporter, "refarea|reporter|country|reportingcountry"),
        (Role::Partner, "counterpartarea|partner|counterpartcountry|countarea"),
        (
            Role::Product,
            "?productcode|product|commodity|producttype|trdproduct|commoditycode|cmdcode|hs|sitc|cpa|cn|item|activity",
        ),
        (Role::Flow, "tradeflow|trdflow|indicator|flow|measure"),
        (Role::Measure, "?indicator|measure"),
        (Role::Unit, "?unitmeasure|currency|unit"),
        (Role::Power, "?unitmult|scale|unitmultiplier"),
        (Role::Amount, "obsvalue"),
    ],
    parts: "dataflow|structure|structureid|structurename|action|freq|frequency|obsstatus|obsflag|confstatus|decimals|timeformat|baseper|datasource|referencearea|counterpartareaname|observationvalue|timeperiodname|unitmultiplier|unitofmeasure|observationstatus",
    ways: &[
        ("TXG_FOB_USD", X),
        ("TMG_CIF_USD", M),
        ("TMG_FOB_USD", M),
        ("XG_FOB_USD", X),
        ("MG_CIF_USD", M),
        ("MG_FOB_USD", M),
        ("XPRT-TRD-VL", X),
        ("MPRT-TRD-VL", M),
        ("TBG_USD", Way::Part),
        ("TXG", X),
        ("TMG", M),
        ("TBG", Way::Part),
        ("XG", X),
        ("MG", M),
        ("X", X),
        ("M", M),
    ],
    measures: &[
        ("TXG_FOB_USD", What::Value(1.0)),
        ("TMG_CIF_USD", What::Value(1.0)),
        ("XG_FOB_USD", What::Value(1.0)),
        ("MG_CIF_USD", What::Value(1.0)),
        ("XPRT-TRD-VL", What::Value(1000.0)),
        ("MPRT-TRD-VL", What::Value(1000.0)),
        ("TMG_FOB_USD", What::Other),
        ("MG_FOB_USD", What::Other),
        ("TBG_USD", What::Other),
        ("X", What::Value(1.0)),
        ("M", What::Value(1.0)),
    ],
    money: "",
    system: System::Own,
    ..BASE
};
