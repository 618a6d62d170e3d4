//! `table`: partners or products of a month or a year, as JSON or CSV.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use xenotime::import::{Reader, extent};
use xenotime::statistics::structure::Side;
use xenotime::tables::{
    Asked, Breakdown, Column, RankedRow, Ranking, Sort, Wanted, csv, of_dataset, of_files,
    parse_period, ranking,
};
use xenotime::trade::Period;
use xenotime::wording::say::parameters::one_of;
use xenotime::wording::say::program::{failures, usage};
use xenotime::wording::say::tables as words;

use super::FAILED;
use super::load::load_or_explain;
use super::open::FilesArgs;
use super::options::Asked as Series;

/// Which table, of what.
#[derive(Args)]
pub struct TableArgs {
    #[command(flatten)]
    series: Series<false>,
    #[arg(long, value_name = "DIR", default_value = "www/data")]
    data: PathBuf,
    #[arg(long, value_parser = side, default_value = "partner")]
    by: Side,
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    period: Option<Period>,
    #[arg(long, value_name = "COLUMN", value_parser = sort, allow_hyphen_values = true)]
    sort: Option<Sort>,
    #[arg(long, value_name = "WORDS", default_value = "")]
    search: String,
    #[arg(long, value_name = "N", value_parser = super::number::<usize>)]
    most: Option<usize>,
    #[arg(long, value_enum, default_value_t = TableFormat::Json)]
    format: TableFormat,
    #[command(flatten)]
    files: FilesArgs,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    Json,
    Csv,
}

/// Prints a table of partners or products, or the questions that a file leaves open (exit status 2).
///
/// # Errors
///
/// A message where a file cannot be read or the period has no figures.
pub fn run(arguments: &TableArgs) -> Result<ExitCode, String> {
    let asked = Asked {
        by: arguments.by,
        period: arguments.period,
        wanted: arguments.search.clone(),
        sort: arguments.sort,
        most: arguments.most.unwrap_or(usize::MAX),
    };
    let reader = match arguments.files.read()? {
        Some(Ok(reader)) => reader,
        Some(Err(asked)) => return Ok(asked),
        None => return of_folder(arguments, &asked),
    };
    let wanted = wanted(&reader, arguments)?;
    let breakdown = of_files(&reader, &wanted, &asked);
    let studied = Period::month(wanted.month);
    let instead = || words::too_little(studied, breakdown.period);
    say_instead(arguments, studied, &breakdown, instead);
    Ok(print(&breakdown, &asked, arguments.format))
}

/// The table of a folder of data.
fn of_folder(arguments: &TableArgs, asked: &Asked) -> Result<ExitCode, String> {
    let dataset = load_or_explain(&arguments.data)?;
    let query = arguments.series.over(&dataset);
    let dataset = &*query.of_data(&dataset);
    let key = query.key();
    let series = dataset.series(&key);
    let month = query.month.or(series.extent().map(|(_, last)| last));
    let month = month.ok_or_else(failures::not_known)?;
    let studied = xenotime::statistics::slot(&series, month).unwrap_or(Period::month(month));
    let breakdown = of_dataset(dataset, &key, studied, asked);
    say_instead(arguments, studied, &breakdown, || {
        words::too_few(asked.by, studied, breakdown.period)
    });
    Ok(print(&breakdown, asked, arguments.format))
}

/// Says that the rows are of another period than the month asked for: CSV has no notes.
fn say_instead(
    arguments: &TableArgs,
    studied: Period,
    breakdown: &Breakdown,
    said: impl FnOnce() -> String,
) {
    let asked = arguments.period.is_none() && arguments.series.names("month");
    if asked && breakdown.period != studied && !breakdown.lines.is_empty() {
        eprintln!("xenotime: {}", said());
    }
}

/// Whose trade in what is meant, of files.
fn wanted(reader: &Reader, arguments: &TableArgs) -> Result<Wanted, String> {
    let (reporter, product) = arguments.files.chosen(reader)?;
    let query = arguments.series.over(&xenotime::trade::Dataset::default());
    let last = extent(&reader.store).map(|(_, last)| last);
    Ok(Wanted {
        reporter,
        product,
        partner: query.partner.code().to_owned(),
        flow: query.flow,
        measure: query.measure,
        month: query.month.or(last).ok_or_else(failures::no_figure)?,
    })
}

fn print(breakdown: &Breakdown, asked: &Asked, format: TableFormat) -> ExitCode {
    let ranking = ranking(breakdown, asked);
    match format {
        TableFormat::Csv => say!("{}", csv(&ranking).trim_end()),
        TableFormat::Json => say!("{:#}", report(&ranking)),
    }
    if breakdown.lines.is_empty() {
        eprintln!("xenotime: {}", failures::no_breakdown(asked.by == Side::Partner));
        return ExitCode::from(FAILED);
    }
    ExitCode::SUCCESS
}

/// Each row under the columns' names; a missing figure is null.
fn report(ranking: &Ranking) -> Value {
    let row = |row: &RankedRow| {
        let mut cells = Map::new();
        cells.insert("code".to_owned(), json!(row.code));
        cells.insert("name".to_owned(), json!(row.name));
        cells.insert("kind".to_owned(), json!(row.kind));
        let heads = ranking.heads.iter().skip(1);
        for (head, number) in heads.zip(&row.numbers) {
            cells.insert(head.name.clone(), json!(number));
        }
        Value::Object(cells)
    };
    json!({
        "table": ranking.caption,
        "period": ranking.period,
        "found": ranking.found,
        "all": ranking.all,
        "rows": ranking.rows.iter().map(row).collect::<Vec<_>>(),
        "notes": ranking.notes,
    })
}

fn side(text: &str) -> Result<Side, String> {
    let codes = [Side::Partner, Side::Product].map(Side::code);
    Side::parse(text).ok_or_else(|| usage::expected(&one_of(&codes)))
}

fn period(text: &str) -> Result<Period, String> {
    let expected = || usage::expected(usage::period());
    parse_period(text).ok_or_else(expected)
}

fn sort(text: &str) -> Result<Sort, String> {
    let codes = Column::ALL.map(Column::code);
    let expected = || usage::expected(&usage::column(&codes));
    Sort::parse(text).ok_or_else(expected)
}
