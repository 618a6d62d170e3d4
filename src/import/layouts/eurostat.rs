//! Eurostat: Comext's bulk files, and what its databrowser and API give as SDMX-CSV.

use super::{BASE, Known, Role};
use crate::import::cells::countries::List;
use crate::import::cells::vocabulary::{System, Way, What};
use crate::trade::Flow;

const WAYS: &[(&str, Way)] = &[
    ("1", Way::Flow(Flow::Import)),
    ("2", Way::Flow(Flow::Export)),
    ("3", Way::Part),
    ("4", Way::Part),
];

/// A bulk file of Comext.
pub const COMEXT: Known = Known {
    name: "Eurostat Comext",
    url: "https://ec.europa.eu/eurostat/comext/newxtweb/openNom.do",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "period"),
        (Role::Reporter, "declarantiso|reporter|declarant"),
        (Role::Partner, "partneriso|partner"),
        (Role::Product, "productnc|product"),
        (Role::Flow, "flow"),
        (Role::Value, "valueineuros|valueeur|valueineur"),
        (Role::Weight, "?quantityinkg|quantitykg"),
        (Role::Quantity, "?supquantity|suppquantity|quantitysupplementaryunit"),
    ],
    parts: "*",
    // Somebody's own table in euros, whose weights would be dropped.
    without: "weight|weightkg|weightt|netweight|netweightkg|mass|masskg|netmass|netmasskg|kg|tonnes|volume",
    ways: WAYS,
    money: "EUR",
    list: List::Geonom,
    ..BASE
};

/// A data set of trade by product, as SDMX-CSV.
pub const SDMX: Known = Known {
    name: "Eurostat SDMX-CSV",
    url: "https://ec.europa.eu/eurostat/web/user-guides/data-browser/api-data-access/api-getting-started/sdmx-csv-formats",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "timeperiod"),
        (Role::Reporter, "reporter"),
        (Role::Partner, "partner"),
        (Role::Product, "product"),
        (Role::Flow, "flow"),
        (Role::Measure, "indicators"),
        (Role::Amount, "obsvalue"),
    ],
    parts: "dataflow|structure|structureid|lastupdate|freq|obsflag|confstatus|obsstatus",
    ways: WAYS,
    measures: &[
        ("VALUE_IN_EUROS", What::Value(1.0)),
        ("VALUE_EUR", What::Value(1.0)),
        ("VALUE_IN_EUR", What::Value(1.0)),
        ("QUANTITY_IN_100KG", What::Weight(0.1)),
        ("QUANTITY_IN_KG", What::Weight(1e-3)),
        ("QUANTITY_KG", What::Weight(1e-3)),
        ("SUPPLEMENTARY_QUANTITY", What::Other),
        ("SUP_QUANTITY", What::Other),
    ],
    money: "EUR",
    list: List::Geonom,
    ..BASE
};

/// The bulk download: dimensions in one cell, times in columns.
pub const BULK: Known = Known {
    name: "Eurostat’s bulk download",
    url: "https://ec.europa.eu/eurostat/web/user-guides/data-browser/api-data-access/api-getting-started/bulk-download",
    columns: &[
        (Role::Reporter, "reporter"),
        (Role::Partner, "partner"),
        (Role::Product, "product"),
        (Role::Flow, "flow"),
        (Role::Measure, "indicators"),
    ],
    ..SDMX
};

/// Trade of the EU as a whole by SITC group, as SDMX-CSV.
pub const EXTERNAL: Known = Known {
    name: "Eurostat SDMX-CSV, by SITC",
    url: "https://ec.europa.eu/eurostat/cache/metadata/en/ext_go_agg_esms.htm",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "timeperiod"),
        (Role::Reporter, "geo"),
        (Role::Partner, "partner"),
        (Role::Product, "sitc06|sitc"),
        (Role::Flow, "stkflow"),
        (Role::Measure, "indicet"),
        (Role::Amount, "obsvalue"),
    ],
    parts: "dataflow|structure|structureid|lastupdate|freq|obsflag|confstatus|obsstatus",
    ways: &[
        ("EXP", Way::Flow(Flow::Export)),
        ("IMP", Way::Flow(Flow::Import)),
        ("BAL_RT", Way::Part),
    ],
    measures: &[
        ("TRD_VAL", What::Value(1e6)),
        ("TRD_VAL_SCA", What::Other),
        // Indices of volumes and of unit values.
        ("IV*", What::Other),
    ],
    money: "EUR",
    system: System::Sitc,
    ..BASE
};

/// The same in bulk: the indicator says the direction.
pub const BULK_EXTERNAL: Known = Known {
    name: "Eurostat’s bulk download, by SITC",
    columns: &[
        (Role::Reporter, "geo"),
        (Role::Partner, "partner"),
        (Role::Product, "sitc06|sitc"),
        (Role::Flow, "stkflow|indicet"),
        (Role::Measure, "indicet"),
    ],
    ways: &[
        ("EXP", Way::Flow(Flow::Export)),
        ("IMP", Way::Flow(Flow::Import)),
        ("BAL_RT", Way::Part),
        ("MIO_EXP_VAL", Way::Flow(Flow::Export)),
        ("MIO_IMP_VAL", Way::Flow(Flow::Import)),
        ("MIO_BAL_VAL", Way::Part),
    ],
    measures: &[
        ("TRD_VAL", What::Value(1e6)),
        ("TRD_VAL_SCA", What::Other),
        // Indices of volumes and of unit values.
        ("IV*", What::Other),
        ("MIO_EXP_VAL", What::Value(1e6)),
        ("MIO_IMP_VAL", What::Value(1e6)),
        // Shares in the Union's exports and imports.
        ("CONT_*", What::Other),
        ("PC_*", What::Other),
    ],
    ..EXTERNAL
};
