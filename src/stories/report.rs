//! What was found, for another program or for a reader.

use std::fmt::Write;

use serde::Serialize;

use super::claim::{Claim, Kind};
use super::judge::Cell;
use super::{Checked, Verdict};
use crate::charts::{CUMULATIVE, MONTHS, Query};
use crate::statistics::Comparison;
use crate::trade::{Dataset, Flow};

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
    /// The figure stated; a fall is negative.
    pub stated: Option<f64>,
    /// Its unit.
    pub unit: Option<&'static str>,
    /// The figure computed, in that unit.
    pub computed: Option<f64>,
    /// The verdict.
    pub verdict: &'static str,
    /// Its grounds.
    pub reason: String,
    /// The ids of the sources behind it.
    pub sources: Vec<String>,
    /// How the computed figure comes about.
    pub formula: String,
    /// The figures of the data it rests on.
    pub cells: Vec<CellReport>,
    /// The address of the chart that shows it, as the page's own.
    pub chart: Option<String>,
    /// What a reader should know besides.
    pub context: Vec<String>,
}

/// A figure of the data in the words of its file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CellReport {
    /// The first month, `YYYY-MM`.
    pub period: String,
    /// How many months.
    pub months: u16,
    /// The amount, in the series' unit.
    pub value: f64,
    /// Reported, revised, derived or a sum of months.
    pub status: &'static str,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// Everything found in `text`, for another program.
pub fn findings(found: &[Checked], text: &str, dataset: &Dataset) -> Vec<Finding> {
    found.iter().map(|checked| finding(checked, text, dataset)).collect()
}

fn finding(checked: &Checked, text: &str, dataset: &Dataset) -> Finding {
    let (claim, judgement) = (&checked.claim, &checked.judgement);
    Finding {
        start: claim.start,
        end: claim.end,
        text: text.get(claim.start..claim.end).unwrap_or_default().to_owned(),
        flow: claim.flow.map(Flow::code),
        product: claim.product,
        partner: claim.partner.code().to_owned(),
        measure: claim.measure.code(),
        period: claim.period.map(|period| period.start.to_string()),
        months: claim.period.map(|period| period.months),
        comparison: claim.kind.map(Kind::code),
        stated: claim
            .stated
            .map(|stated| tidy(stated.value))
            .or_else(|| claim.streak.map(|(count, _)| f64::from(count))),
        unit: Some(claim.unit).filter(|unit| !unit.is_empty()),
        computed: judgement.computed.map(tidy),
        verdict: judgement.verdict.code(),
        reason: judgement.reason.clone(),
        sources: ids(&judgement.sources(), dataset),
        formula: judgement.formula.clone(),
        cells: judgement.cells.iter().map(|cell| cell_report(cell, dataset)).collect(),
        chart: chart_address(claim, judgement.verdict, dataset),
        context: checked.context.iter().map(|note| note.text.clone()).collect(),
    }
}

/// Without the digits that sums of binary fractions have and nobody wrote.
fn tidy(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

fn ids(sources: &[usize], dataset: &Dataset) -> Vec<String> {
    let known = sources.iter().filter_map(|index| dataset.sources.get(*index));
    known.map(|source| source.id.clone()).collect()
}

fn cell_report(cell: &Cell, dataset: &Dataset) -> CellReport {
    CellReport {
        period: cell.period.start.to_string(),
        months: cell.period.months,
        value: tidy(cell.value),
        status: cell.origin,
        sources: ids(&cell.sources, dataset),
    }
}

/// The address of the chart that shows what a claim is about, where the data have it.
fn chart_address(claim: &Claim, verdict: Verdict, dataset: &Dataset) -> Option<String> {
    let period = claim.period.filter(|_| verdict != Verdict::NotCheckable)?;
    let comparison = match claim.kind? {
        Kind::MonthOnMonth | Kind::Streak => Comparison::MonthOnMonth,
        Kind::YearToDate | Kind::YearToDateChange | Kind::Annual | Kind::AnnualChange => {
            Comparison::YearToDate
        }
        Kind::Superlative => Comparison::Record,
        _ => Comparison::YearOnYear,
    };
    let mut query = Query {
        chart: if period.months == 1 { MONTHS } else { CUMULATIVE },
        flow: claim.flow?,
        product: claim.product?.to_owned(),
        partner: claim.partner.clone(),
        measure: claim.measure,
        month: Some(period.end()),
        comparison,
        ..Query::default()
    };
    // Whole years have no year to date to show.
    if comparison == Comparison::YearToDate && dataset.series(&query.key()).is_annual() {
        (query.chart, query.comparison) = (MONTHS, Comparison::YearOnYear);
    }
    Some(query.address())
}

/// The report as lines of plain text.
pub fn plain(findings: &[Finding]) -> String {
    if findings.is_empty() {
        return "No figure was found that the data could judge.\n".to_owned();
    }
    findings.iter().fold(String::new(), |mut lines, found| {
        let (verdict, reason) = (found.verdict.replace('_', " "), &found.reason);
        let text = one_line(&found.text);
        let _ = writeln!(lines, "{}..{} “{text}” {verdict}: {reason}", found.start, found.end);
        for note in &found.context {
            let _ = writeln!(lines, "    {note}");
        }
        lines
    })
}

/// The report as a Markdown table.
pub fn markdown(findings: &[Finding]) -> String {
    let head = "| figure | verdict | grounds | sources |\n| --- | --- | --- | --- |\n".to_owned();
    findings.iter().fold(head, |mut lines, found| {
        let grounds = std::iter::once(&found.reason).chain(&found.context);
        let grounds: Vec<String> = grounds.map(|text| cell(text)).collect();
        let _ = writeln!(
            lines,
            "| {} | {} | {} | {} |",
            cell(&found.text),
            found.verdict.replace('_', " "),
            grounds.join("<br>"),
            found.sources.join(", ")
        );
        lines
    })
}

/// Places in `text`, in order, counted in UTF-16 units as scripts count them, from bytes.
pub fn in_utf16(text: &str, bytes: &[usize]) -> Vec<usize> {
    let mut found = Vec::with_capacity(bytes.len());
    let (mut byte, mut unit) = (0, 0);
    for place in bytes {
        let between = text.get(byte..*place).unwrap_or_default();
        unit += between.encode_utf16().count();
        byte = byte.max(*place);
        found.push(unit);
    }
    found
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that stays text within a table's cell.
fn cell(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::in_utf16;

    #[test]
    fn places_are_counted_as_scripts_count() {
        let text = "é 稀 𝄞 x";
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        assert_eq!(in_utf16(text, &places), [0, 1, 2, 3, 4, 6, 7]);
    }
}
