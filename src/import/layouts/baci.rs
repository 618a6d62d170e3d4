//! CEPII's BACI: both sides of a trade made one, in thousands of dollars and tonnes.

use super::{BASE, Joining, Known, Role};
use crate::trade::Flow;

/// A year of BACI, by Harmonized System code.
pub const BACI: Known = Known {
    name: "CEPII BACI",
    url: "https://www.cepii.fr/DATA_DOWNLOAD/baci/doc/DescriptionBACI.html",
    seen: "2026-11-26",
    columns: &[
        (Role::Period, "t|year"),
        (Role::Reporter, "i|exporter"),
        (Role::Partner, "j|importer"),
        (Role::Product, "k|hs6|product"),
        (Role::Value, "v"),
        (Role::Weight, "q"),
    ],
    flow: Some(Flow::Export),
    factor: 1000.0,
    weight: Some(1.0),
    joining: Joining::Latest,
    both_sides: true,
    ..BASE
};
