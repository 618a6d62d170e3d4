//! `charts`: the registry of charts, for readers, scripts and tests.

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};
use xenotime::charts::{CHARTS, Query};

use super::Format;
use super::load::load_or_explain;

pub fn run(data: &Path, format: Format) -> Result<ExitCode, String> {
    let dataset = load_or_explain(data)?;
    let usual = Query::usual_of(&dataset);
    if format == Format::Text {
        for chart in CHARTS {
            say!("{:14} {:24} {}", chart.code, chart.question.label(), chart.example);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let records = CHARTS.iter().map(|chart| {
        json!({
            "code": chart.code,
            "label": chart.label,
            "question": chart.question.label(),
            "controls": chart.controls,
            "through_time": chart.through_time,
            "needs_months": chart.needs_months.is_some(),
            "offered": (chart.offered)(&dataset, &usual),
            "example": chart.example,
            "methods": chart.methods,
        })
    });
    say!("{:#}", Value::Array(records.collect()));
    Ok(ExitCode::SUCCESS)
}
