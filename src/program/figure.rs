//! `figure`: one cell, or the sum of its months, with all details, as JSON.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Map, Value, json};
use xenotime::charts::remark;
use xenotime::statistics::{Amount, amount, summands};
use xenotime::trade::{
    Dataset, Figure, Flow, Measure, Month, Partner, Period, Series, SeriesKey, Unit,
};
use xenotime::wording::say::charts::opening;
use xenotime::wording::say::import::dataset::month_or_year;
use xenotime::wording::say::parameters::{expected, one_of};
use xenotime::wording::say::program::{failures, usage};

use super::FOUND;
use super::load::load_or_explain;

/// The longest period that is asked for.
const MOST_MONTHS: u16 = 600;

/// Which cell.
#[derive(Args)]
pub struct FigureArgs {
    #[arg(long, value_parser = flow)]
    flow: Option<Flow>,
    #[arg(long)]
    product: Option<String>,
    #[arg(long, value_parser = partner)]
    partner: Option<Partner>,
    #[arg(long, value_parser = measure)]
    measure: Option<Measure>,
    #[arg(long, value_parser = start)]
    period: Start,
    #[arg(long, value_parser = months)]
    months: Option<u16>,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long, value_name = "DIR", default_value = "www/data")]
    data: PathBuf,
}

/// Where a period begins, and how long it is where nobody says.
#[derive(Clone, Copy)]
struct Start {
    month: Month,
    usual: u16,
}

/// Prints the cell; exits 1 where it is not known.
pub fn run(asked: &FigureArgs) -> Result<ExitCode, String> {
    let dataset = load_or_explain(&asked.data)?;
    let usual = dataset.about.usual.clone();
    let mut key = SeriesKey {
        flow: asked.flow.unwrap_or(usual.flow),
        measure: asked.measure.unwrap_or(usual.measure),
        product: asked.product.clone().unwrap_or(usual.product),
        partner: asked.partner.clone().unwrap_or(usual.partner),
    };
    if asked.partner.is_none() {
        settle_partner(&dataset, &mut key);
    }
    if dataset.product(&key.product).is_none() {
        return Err(opening::no_product(&key.product));
    }
    let partner = key.partner.code();
    if dataset.record(partner).is_none() && !dataset.trades_with(&key.partner) {
        return Err(opening::no_partner(partner));
    }
    let series = match &asked.unit {
        Some(code) => in_unit(&dataset, &key, code)?,
        None => dataset.series(&key),
    };
    let Start { month, usual } = asked.period;
    let period = Period { start: month, months: asked.months.unwrap_or(usual) };
    let mut report = about(&dataset, &series, period);
    let found = amount(&series, period);
    match &found {
        Ok(found) => report.extend(cell(&dataset, &series, found)),
        Err(absent) => {
            report.insert("value".to_owned(), Value::Null);
            report.insert("missing".to_owned(), json!(absent.to_string()));
        }
    }
    say!("{:#}", Value::Object(report));
    Ok(if found.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(FOUND) })
}

/// Where nobody named a partner and all figures of such a series are of one, as a quota is its own
/// country's, that one is meant.
fn settle_partner(dataset: &Dataset, key: &mut SeriesKey) {
    let same =
        |other: &&SeriesKey| SeriesKey { partner: key.partner.clone(), ..(*other).clone() } == *key;
    let keys = dataset.keys();
    if let [only] = keys.into_iter().filter(same).collect::<Vec<_>>().as_slice() {
        key.partner = only.partner.clone();
    }
}

fn in_unit(dataset: &Dataset, key: &SeriesKey, code: &str) -> Result<Series, String> {
    let units = dataset.units(key);
    let unit = units.iter().copied().find(|unit| unit.code() == code);
    unit.map(|unit| dataset.series_in(key, unit)).ok_or_else(|| {
        let known: Vec<String> = units.iter().map(|unit: &Unit| unit.code().to_string()).collect();
        match known.is_empty() {
            true => failures::no_such_series().to_owned(),
            false => failures::other_unit(&known, code),
        }
    })
}

fn about(dataset: &Dataset, series: &Series, period: Period) -> Map<String, Value> {
    let key = series.key();
    let mut report = Map::new();
    let mut put = |name: &str, value: Value| report.insert(name.to_owned(), value);
    put("reporter", json!(dataset.reporter()));
    put("flow", json!(key.flow.code()));
    put("measure", json!(key.measure.code()));
    put("product", json!(key.product));
    put("product_name", json!(dataset.product_label(&key.product)));
    put("partner", json!(key.partner.code()));
    put("partner_name", json!(dataset.partner_name(&key.partner)));
    put("period", json!(period.start.to_string()));
    put("months", json!(period.months));
    // Of a measure that the data do not have nobody knows the unit.
    let unit = (!series.is_empty()).then_some(series.unit());
    put("unit", json!(unit.or(dataset.unit_known(key.measure)).map(Unit::code)));
    report
}

fn cell(dataset: &Dataset, series: &Series, found: &Amount) -> Map<String, Value> {
    let figure = series.figure(found.period);
    let others = figure.into_iter().flat_map(|figure| &figure.others);
    let summed: Vec<Value> = match figure {
        Some(_) => Vec::new(),
        None => {
            let summed = summands(series, found.period).unwrap_or_default();
            summed.into_iter().map(|one| part(dataset, one)).collect()
        }
    };
    let mut cell = Map::new();
    let mut put = |name: &str, value: Value| cell.insert(name.to_owned(), value);
    put("value", json!(exact(found.value, found.decimals)));
    put("status", json!(found.origin.code()));
    put(
        "note",
        json!(figure.map(|figure| remark(&dataset.about, series, figure)).unwrap_or_default()),
    );
    put("sources", sources(dataset, &found.sources));
    put("other_reports", others.map(|other| part(dataset, other)).collect());
    put("sum_of", Value::Array(summed));
    cell
}

fn part(dataset: &Dataset, figure: &Figure) -> Value {
    json!({
        "period": figure.period.start.to_string(),
        "months": figure.period.months,
        "value": exact(figure.value, figure.decimals),
        "status": figure.status.code(),
        "note": dataset.about.translated(&figure.note),
        "sources": sources(dataset, &figure.sources),
    })
}

fn sources(dataset: &Dataset, indices: &[usize]) -> Value {
    let known = indices.iter().filter_map(|index| dataset.sources.get(*index));
    let source = |source: &xenotime::trade::Source| {
        json!({
            "source": source.id,
            "publisher": dataset.about.translated(&source.publisher),
            "published": source.published,
            "title": source.title,
            "url": source.url,
            "kind": source.kind.map(xenotime::trade::SourceKind::code),
        })
    };
    known.map(source).collect()
}

/// The number at the decimals it was written with: sums of binary fractions would show digits that
/// nobody reported.
fn exact(value: f64, decimals: u8) -> f64 {
    let scale = 10f64.powi(i32::from(decimals));
    (value * scale).round() / scale
}

fn flow(text: &str) -> Result<Flow, String> {
    Flow::parse(text).ok_or_else(|| usage::expected(&one_of(&Flow::ALL.map(Flow::code))))
}

fn partner(text: &str) -> Result<Partner, String> {
    Partner::parse(text).ok_or_else(|| usage::expected(&expected("partner", &[])))
}

fn measure(text: &str) -> Result<Measure, String> {
    let codes = Measure::ALL.map(Measure::code);
    Measure::parse(text).ok_or_else(|| usage::expected(&one_of(&codes)))
}

fn start(text: &str) -> Result<Start, String> {
    let year = || {
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| Month::new(text.parse().ok()?, 1)).flatten()
    };
    let month = Month::parse(text).map(|month| Start { month, usual: 1 });
    month
        .or_else(|| year().map(|month| Start { month, usual: 12 }))
        .ok_or_else(|| usage::expected(month_or_year()))
}

fn months(text: &str) -> Result<u16, String> {
    let months = text.parse().ok().filter(|months| (1..=MOST_MONTHS).contains(months));
    months.ok_or_else(|| usage::expected(&usage::whole_number_to(MOST_MONTHS)))
}
