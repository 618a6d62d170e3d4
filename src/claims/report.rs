//! What was found, for another program or for a reader.

use std::fmt::Write;

use serde::Serialize;

use super::Checked;
use crate::trade::{Dataset, Flow};
use crate::view::{ChartKind, Query};

/// A checked claim in the words of the data files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Where the figure begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The figure as the story has it.
    pub text: String,
    /// `export` or `import`.
    pub flow: Option<&'static str>,
    /// A product of `products.csv`.
    pub product: Option<&'static str>,
    /// A partner's code.
    pub partner: String,
    /// `volume` or `value`.
    pub measure: &'static str,
    /// The first month, `YYYY-MM`.
    pub period: Option<String>,
    /// How many months.
    pub months: Option<u16>,
    /// The kind of statement.
    pub comparison: Option<&'static str>,
    /// The figure stated.
    pub stated: Option<f64>,
    /// Its unit.
    pub unit: Option<&'static str>,
    /// The figure computed.
    pub computed: Option<f64>,
    /// The verdict.
    pub verdict: &'static str,
    /// Its grounds.
    pub reason: String,
    /// The ids of the sources behind it.
    pub sources: Vec<String>,
}

impl Finding {
    /// `checked`, found in `text`.
    pub fn new(checked: &Checked, text: &str, dataset: &Dataset) -> Self {
        let (claim, judgement) = (&checked.claim, &checked.judgement);
        let sources = judgement.sources.iter().filter_map(|index| dataset.sources.get(*index));
        Self {
            start: claim.start,
            end: claim.end,
            text: text.get(claim.start..claim.end).unwrap_or_default().to_owned(),
            flow: claim.flow.map(Flow::code),
            product: claim.product,
            partner: claim.partner.code().to_owned(),
            measure: claim.measure.code(),
            period: claim.period.map(|period| period.start.to_string()),
            months: claim.period.map(|period| period.months),
            comparison: claim.kind.map(super::Kind::code),
            // Sums of binary fractions would show digits that nobody wrote.
            stated: claim.stated.map(|stated| (stated.value * 1e6).round() / 1e6),
            unit: Some(claim.unit).filter(|unit| !unit.is_empty()),
            computed: judgement.computed.map(|value| (value * 1e4).round() / 1e4),
            verdict: judgement.verdict.code(),
            reason: judgement.reason.clone(),
            sources: sources.map(|source| source.id.clone()).collect(),
        }
    }
}

/// The address of the chart that shows what a claim is about, as the page's own.
pub fn chart_address(checked: &Checked) -> Option<String> {
    let claim = &checked.claim;
    let query = Query {
        chart: match claim.period?.months {
            1 => ChartKind::Months,
            _ => ChartKind::Cumulative,
        },
        flow: claim.flow?,
        product: claim.product?.to_owned(),
        partner: claim.partner.clone(),
        measure: claim.measure,
        month: Some(claim.period?.end()),
        ..Query::default()
    };
    Some(query.address())
}

/// The report as lines of plain text.
pub fn plain(findings: &[Finding]) -> String {
    findings.iter().fold(String::new(), |mut lines, found| {
        let _ = writeln!(
            lines,
            "{}..{} “{}” {}: {}",
            found.start, found.end, found.text, found.verdict, found.reason
        );
        lines
    })
}

/// The report as a Markdown table.
pub fn markdown(findings: &[Finding]) -> String {
    let head = "| figure | verdict | grounds | sources |\n| --- | --- | --- | --- |\n".to_owned();
    let cell =
        |text: &str| text.replace('|', "\\|").replace(['\n', '\r'], " ").replace('<', "&lt;");
    findings.iter().fold(head, |mut lines, found| {
        let _ = writeln!(
            lines,
            "| {} | {} | {} | {} |",
            cell(&found.text),
            found.verdict,
            cell(&found.reason),
            found.sources.join(", ")
        );
        lines
    })
}
