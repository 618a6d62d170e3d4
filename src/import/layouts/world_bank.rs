//! The World Bank's indicators, where they are of trade: a country a row, years in columns.

use super::{BASE, Known, Role};
use crate::import::cells::vocabulary::System;

/// A download of one or more indicators.
pub const INDICATORS: Known = Known {
    name: "World Bank indicators",
    url: "https://datahelpdesk.worldbank.org/knowledgebase/articles/889464-wbopendata-stata-module-to-access-world-bank-data",
    seen: "2026-11-27",
    columns: &[
        (Role::Reporter, "countrycode"),
        (Role::ReporterName, "countryname"),
        (Role::Flow, "indicatorname|seriesname"),
        (Role::Measure, "indicatorname|seriesname"),
    ],
    without: "counterpartcountryname|counterpartcountrycode|counterpartareaname|partner|partnername",
    parts: "indicatorcode|seriescode",
    system: System::Own,
    ..BASE
};
