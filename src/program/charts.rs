//! `charts`: the registry of charts, for readers, scripts and tests.

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Value, json};
use xenotime::charts::{CHARTS, Chart, Query, open};
use xenotime::trade::Dataset;

use super::Format;
use super::load::load_or_explain;

/// Prints each chart’s name, question, controls and example.
///
/// # Errors
///
/// A message where the data cannot be read.
pub fn run(data: &Path, format: Format) -> Result<ExitCode, String> {
    let dataset = load_or_explain(data)?;
    let usual = Query::usual_of(&dataset);
    if format == Format::Text {
        for chart in CHARTS {
            let example = example(&dataset, chart);
            say!("{:14} {:24} {example}", chart.code, chart.question.label());
        }
        return Ok(ExitCode::SUCCESS);
    }
    let records = CHARTS.iter().map(|chart| {
        json!({
            "code": chart.code,
            "label": (chart.label)(),
            "question": chart.question.label(),
            "controls": chart.controls,
            "through_time": chart.through_time,
            "needs_months": chart.needs_months.is_some(),
            "offered": (chart.offered)(&dataset, &usual),
            "example": example(&dataset, chart),
            "methods": (chart.methods)(),
        })
    });
    say!("{:#}", Value::Array(records.collect()));
    Ok(ExitCode::SUCCESS)
}

/// The chart's example, where the data can show it; else the chart of what they begin with.
fn example(dataset: &Dataset, chart: &Chart) -> String {
    let (query, vain) = Query::parse_over(chart.example, dataset);
    if vain.is_empty() && open(dataset, &query).1.is_empty() {
        return chart.example.to_owned();
    }
    format!("?chart={}", chart.code)
}
