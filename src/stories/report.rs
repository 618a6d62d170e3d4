//! The findings, for another program or for a reader.

use std::fmt::Write;

use serde::Serialize;

use super::checked::Checked;
use super::claim::{Claim, Kind};
use super::judge::{Judgement, Verdict};
use super::language::comma_is_point;
use super::suggestion::reworded;
use crate::charts::{CUMULATIVE, MONTHS, Query};
use crate::statistics::{Amount, Comparison};
use crate::trade::{Dataset, Flow, Measure, SeriesKey, Source, Unit};
use crate::wording::say::joining::sentences;
use crate::wording::say::stories::{reading, report as words};

/// A checked claim, with the codes of the data files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// Where the figure begins, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The figure as written in the story.
    pub text: String,
    /// The sentence that it stands in; of a table, the line.
    pub sentence: String,
    /// `export` or `import`.
    pub flow: Option<&'static str>,
    /// A product of `products.csv`.
    pub product: Option<String>,
    /// A partner's code.
    pub partner: String,
    /// Its name.
    pub partner_name: String,
    /// `volume` or `value`.
    pub measure: &'static str,
    /// The first month, `YYYY-MM`.
    pub period: Option<String>,
    /// How many months.
    pub months: Option<u16>,
    /// The kind of statement.
    pub comparison: Option<&'static str>,
    /// The first month of a change's baseline, `YYYY-MM`.
    pub baseline: Option<String>,
    /// The number of months of the baseline.
    pub baseline_months: Option<u16>,
    /// The figure stated; a fall is negative.
    pub stated: Option<f64>,
    /// Its unit.
    pub unit: Option<&'static str>,
    /// The figure computed, in that unit.
    pub computed: Option<f64>,
    /// The verdict.
    pub verdict: &'static str,
    /// The reading that was judged, in words.
    pub reading: String,
    /// The parts of the reading that the figure's own sentence does not state: `flow`, `product`,
    /// `partner`, `period`, `comparison`.
    pub unsaid: Vec<&'static str>,
    /// Whether every part is stated there, or carried over without an alternative.
    pub firm: bool,
    /// The reason.
    pub reason: String,
    /// The words that the story could use instead, if the data give them.
    pub suggested: Option<String>,
    /// The ids of the sources behind it.
    pub sources: Vec<String>,
    /// Those sources with publisher and address.
    pub publications: Vec<SourceReport>,
    /// The formula of the computed figure.
    pub formula: String,
    /// The figures of the data it rests on.
    pub cells: Vec<CellReport>,
    /// The unit of these figures, as in a table's heading.
    pub cells_in: String,
    /// The address of the chart that shows it, as the page's own.
    pub chart: Option<String>,
    /// Remarks for the reader.
    pub context: Vec<String>,
}

/// A source with its publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SourceReport {
    /// The id in the data.
    pub id: String,
    /// Who published it, in the language that is spoken.
    pub publisher: String,
    /// When.
    pub published: String,
    /// Its headline.
    pub title: String,
    /// Where.
    pub url: String,
}

/// A figure of the data, with the codes of its file.
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
    let mut annual = Annual::default();
    found.iter().map(|checked| finding(checked, text, dataset, &mut annual)).collect()
}

/// Which series are known by whole years alone: each is made once, for a long story tells of few.
#[derive(Default)]
struct Annual {
    known: Vec<(SeriesKey, bool)>,
}

impl Annual {
    fn is_annual(&mut self, key: SeriesKey, dataset: &Dataset) -> bool {
        if let Some((_, annual)) = self.known.iter().find(|(own, _)| *own == key) {
            return *annual;
        }
        let annual = dataset.series(&key).is_annual();
        self.known.push((key, annual));
        annual
    }
}

fn finding(checked: &Checked, text: &str, dataset: &Dataset, annual: &mut Annual) -> Finding {
    let (claim, judgement) = (&checked.claim, &checked.judgement);
    let sources = judgement.sources();
    let publication = |source: &Source| SourceReport {
        id: source.id.clone(),
        publisher: dataset.about.translated(&source.publisher).into_owned(),
        published: source.published.clone(),
        title: source.title.clone(),
        url: source.url.clone(),
    };
    let known = sources.iter().filter_map(|index| dataset.sources.get(*index));
    Finding {
        start: claim.start,
        end: claim.end,
        text: text.get(claim.start..claim.end).unwrap_or_default().to_owned(),
        sentence: one_line(text.get(checked.sentence.clone()).unwrap_or_default()),
        flow: claim.flow.map(Flow::code),
        product: claim.product.clone(),
        partner: claim.partner.code().to_owned(),
        partner_name: dataset.partner(&claim.partner).to_owned(),
        measure: claim.measure.code(),
        period: claim.period.map(|period| period.start.to_string()),
        months: claim.period.map(|period| period.months),
        comparison: claim.kind.map(Kind::code),
        baseline: claim.baseline.map(|period| period.start.to_string()),
        baseline_months: claim.baseline.map(|period| period.months),
        stated: claim
            .stated
            .map(|stated| tidy(stated.value))
            .or_else(|| claim.count.map(f64::from)),
        unit: Some(claim.unit).filter(|unit| !unit.is_empty()),
        computed: judgement.computed.map(tidy),
        verdict: judgement.verdict.code(),
        reading: claim.reading.clone(),
        unsaid: claim.unsaid.clone(),
        firm: claim.firm,
        reason: judgement.reason.clone(),
        suggested: suggested(claim, judgement, text),
        sources: ids(&sources, dataset),
        publications: known.map(publication).collect(),
        formula: judgement.formula.clone(),
        cells: judgement.cells.iter().map(|cell| cell_report(cell, dataset)).collect(),
        cells_in: claim.counted.symbol(),
        chart: chart_address(claim, judgement.verdict, dataset, annual),
        context: checked.context.iter().map(|note| note.text.clone()).collect(),
    }
}

/// `5,865 tonnes`: what the data give, in the story’s own words.
fn suggested(claim: &Claim, judgement: &Judgement, text: &str) -> Option<String> {
    let stated = claim.stated.filter(|_| judgement.verdict.accuses())?;
    let written = text.get(claim.start..claim.end)?;
    let change = matches!(claim.unit, "%" | "pp");
    // An amount of the data itself has no more digits than they have.
    let known = judgement.cells.first().filter(|cell| Some(cell.value) == judgement.computed);
    let decimals = known.map(|cell| cell.decimals);
    let own =
        |written: &str| reworded(written, stated.value, judgement.computed?, change, decimals);
    if comma_is_point(text) {
        own(&swapped(written)).map(|own| swapped(&own))
    } else {
        own(written)
    }
}

/// Points for commas and commas for points.
fn swapped(text: &str) -> String {
    let other = |sign| match sign {
        ',' => '.',
        '.' => ',',
        sign => sign,
    };
    text.chars().map(other).collect()
}

/// A summary in one line: `9 figures: 1 contradicted, 7 supported, 1 not checkable`.
pub fn summary(findings: &[Finding]) -> String {
    let count = |verdict: Verdict| {
        let code = verdict.code();
        (code, findings.iter().filter(|one| one.verdict == code).count())
    };
    words::summary(findings.len(), &Verdict::ALL.map(count))
}

/// Without the digits that sums of binary fractions have and nobody wrote.
fn tidy(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

fn ids(sources: &[usize], dataset: &Dataset) -> Vec<String> {
    let known = sources.iter().filter_map(|index| dataset.sources.get(*index));
    known.map(|source| source.id.clone()).collect()
}

fn cell_report(cell: &Amount, dataset: &Dataset) -> CellReport {
    CellReport {
        period: cell.period.start.to_string(),
        months: cell.period.months,
        value: tidy(cell.value),
        status: cell.origin.code(),
        sources: ids(&cell.sources, dataset),
    }
}

/// The address of the chart that shows what a claim is about, where the data have it.
fn chart_address(
    claim: &Claim,
    verdict: Verdict,
    dataset: &Dataset,
    annual: &mut Annual,
) -> Option<String> {
    // No address leads to a reader's own files.
    let period = claim.period.filter(|_| verdict != Verdict::NotCheckable && !dataset.is_own())?;
    let comparison = match claim.kind? {
        Kind::MonthOnMonth | Kind::Streak => Comparison::MonthOnMonth,
        Kind::YearToDate | Kind::YearToDateChange | Kind::Annual | Kind::AnnualChange => {
            Comparison::YearToDate
        }
        Kind::Superlative => Comparison::Record,
        Kind::Usual(usual) => usual,
        _ => Comparison::YearOnYear,
    };
    let mut query = Query {
        chart: if period.months == 1 { MONTHS } else { CUMULATIVE },
        flow: claim.flow?,
        product: claim.product.clone()?,
        partner: claim.partner.clone(),
        measure: claim.measure,
        month: Some(period.end()),
        comparison,
        unit: other_money(claim, dataset),
        ..Query::usual_of(dataset)
    };
    // Whole years have no year to date to show.
    if comparison == Comparison::YearToDate && annual.is_annual(query.key(), dataset) {
        (query.chart, query.comparison) = (MONTHS, Comparison::YearOnYear);
    }
    Some(query.address())
}

/// The money that a claim is about, where it is not what the data mostly count in.
fn other_money(claim: &Claim, dataset: &Dataset) -> Option<Unit> {
    let other = claim.counted.is_money() && claim.counted != dataset.main_unit(Measure::Value);
    other.then_some(claim.counted)
}

/// The report on the story `text` as lines of plain text.
pub fn plain(findings: &[Finding], text: &str) -> String {
    let mut lines = format!("{}\n", words::summed_up(&summary(findings)));
    for found in findings {
        let verdict = words::verdict(found.verdict);
        let before = text.bytes().take(found.start).filter(|byte| *byte == b'\n');
        let (line, figure) = (before.count() + 1, one_line(&found.text));
        let _ = writeln!(lines, "{}", words::judged(line, &figure, &verdict, &found.reason));
        let _ = writeln!(lines, "    {}{}", words::read_as(&found.reading), unsaid(found));
        if let Some(suggested) = &found.suggested {
            let _ = writeln!(lines, "    {}", words::given(suggested));
        }
        for source in &found.publications {
            let _ = writeln!(lines, "    {}", credit(source));
        }
        for note in &found.context {
            let _ = writeln!(lines, "    {note}");
        }
    }
    lines
}

/// ` (product and month not said beside it)`.
fn unsaid(found: &Finding) -> String {
    match found.unsaid.as_slice() {
        [] => String::new(),
        parts => reading::unsaid(parts),
    }
}

fn credit(source: &SourceReport) -> String {
    words::publication(&source.publisher, &source.published, &source.url)
}

/// What a page knows beside the checker, for its report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Desk<'a> {
    /// When the story was written, in a sentence.
    pub dated: &'a str,
    /// A letter for each finding: `c` if it was confirmed, `a` if it was set aside, another if neither.
    pub decisions: &'a str,
    /// A line for each finding: the whole address of its chart; empty if it has none.
    pub charts: &'a str,
}

/// The report as a Markdown table; `asof` is the day up to which publications count, or empty.
pub fn markdown(findings: &[Finding], asof: &str, desk: Desk<'_>) -> String {
    let summary = summary(findings);
    let summed_up = match asof {
        "" => words::summed_up(&summary),
        day => words::summed_up_until(&summary, day),
    };
    let heads = words::heads();
    let rule = heads.map(|_| "---");
    let mut lines = sentences(&[summed_up, desk.dated.to_owned()]);
    for part in ["\n\n", &row(&heads), &row(&rule)] {
        lines.push_str(part);
    }
    let (mut decisions, mut charts) = (desk.decisions.bytes(), desk.charts);
    for found in findings {
        let suggested = found.suggested.as_deref().map(words::given);
        let grounds = std::iter::once(&found.reason).chain(&suggested).chain(&found.context);
        let grounds: Vec<String> = grounds.map(|text| cell(text)).collect();
        let source = |source: &SourceReport| {
            let name = words::publication(&source.publisher, &source.published, "");
            let web = source.url.starts_with("https://") || source.url.starts_with("http://");
            link(&name, if web { &source.url } else { "" })
        };
        let sources: Vec<String> = found.publications.iter().map(source).collect();
        let length = charts.bytes().take_while(|byte| *byte != b'\n').count();
        let chart = charts.get(..length).unwrap_or_default();
        charts = charts.get(length + 1..).unwrap_or_default();
        let chart = if chart.is_empty() { String::new() } else { link(words::see_chart(), chart) };
        lines.push_str(&row(&[
            &cell(&found.text),
            &words::verdict(found.verdict),
            &cell(&(found.reading.clone() + &unsaid(found))),
            &grounds.join("<br>"),
            &sources.join("<br>"),
            &cell(&found.sentence),
            words::decision(decisions.next()),
            &chart,
        ]));
    }
    lines
}

/// A row of a Markdown table.
fn row(cells: &[&str]) -> String {
    format!("| {} |\n", joined(&mut cells.iter().copied(), " | "))
}

/// A link of Markdown; `name` alone if the address is empty, or would end the link.
fn link(name: &str, address: &str) -> String {
    let name = cell(name).replace('[', "\\[").replace(']', "\\]");
    let ends = |sign: char| sign.is_whitespace() || matches!(sign, '(' | ')' | '<' | '>' | '|');
    if address.is_empty() || address.contains(ends) { name } else { format!("[{name}]({address})") }
}

/// Places in `text`, in order, converted from bytes to UTF-16 units.
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
    joined(&mut text.split_whitespace(), " ")
}

fn joined(parts: &mut dyn Iterator<Item = &str>, between: &str) -> String {
    let mut all = String::new();
    for part in parts {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(part);
    }
    all
}

/// Text that stays text within a table's cell.
fn cell(text: &str) -> String {
    let line = one_line(text);
    if line.bytes().all(|sign| !matches!(sign, b'&' | b'<' | b'|')) {
        return line;
    }
    line.replace('&', "&amp;").replace('<', "&lt;").replace('|', "\\|")
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
