//! Xenotime's own layout.

use super::{BASE, Joining, Known, Role, Way};
use crate::trade::Flow;

/// What a part that `rollup/` wrote is called.
pub const ROLLED_UP: &str = "Xenotime’s rolled-up part";

/// What a data set's files hold beside trade as the reporter counts it, quotas and what partners report, is
/// neither exports nor imports.
const WAYS: &[(&str, Way)] = &[
    (Flow::Export.code(), Way::Flow(Flow::Export)),
    (Flow::Import.code(), Way::Flow(Flow::Import)),
    (Flow::Quota.code(), Way::Part),
    (Flow::MirrorExport.code(), Way::Part),
    (Flow::MirrorImport.code(), Way::Part),
];

/// The tidy CSV that the page and the program write: one figure a row.
pub const TIDY: Known = Known {
    name: "Xenotime’s tidy CSV",
    url: "README.md",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "period"),
        (Role::Months, "?months"),
        (Role::Flow, "flow"),
        (Role::Measure, "measure"),
        (Role::Product, "product"),
        (Role::ProductName, "?productlabel"),
        (Role::System, "?productsystem"),
        (Role::Partner, "partner"),
        (Role::PartnerName, "?partnername"),
        (Role::Amount, "value"),
        (Role::Unit, "unit"),
        (Role::Status, "?status"),
        (Role::Source, "?source"),
        (Role::Reporter, "?reporter"),
        (Role::ReporterName, "?reportername"),
    ],
    ways: WAYS,
    joining: Joining::Latest,
    guarded: true,
    ..BASE
};

/// A part of a larger file that `rollup/` added up.
pub const PART: Known = Known {
    name: ROLLED_UP,
    url: "README.md",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "period"),
        (Role::Flow, "flow"),
        (Role::Reporter, "reporter"),
        (Role::Partner, "partner"),
        (Role::Product, "hs"),
        (Role::Value, "valueusd"),
        (Role::Weight, "weightkg"),
    ],
    joining: Joining::Latest,
    ..BASE
};
