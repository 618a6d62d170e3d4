//! `series`: one or more series, as JSON, CSV, a spreadsheet or a drawing.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use serde_json::{Map, Value, json};
use xenotime::charts::{ChartKind, TableRow, View, csv, left_out};
use xenotime::saving::xlsx;
use xenotime::trade::Dataset;
use xenotime::wording::say::program::failures;

use super::load::{Opened, opened};
use super::open::FilesArgs;
use super::options::Asked;
use super::render::{self, Size, drawing};
use super::{FAILED, ending_among, failed};

/// How a chart is drawn where no size is named.
const ACROSS_A_PAGE: Size = Size {
    format: Some(render::Format::Page),
    width: 0,
    height: None,
    dark: false,
    outlined: false,
};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SeriesFormat {
    Csv,
    Json,
}

/// As many partners by flow as the page shows one by one at most.
pub const PARTNERS: usize = 60;

/// Writes or draws the series asked for. The exit status is 1 where one of them is missing, 2 where nothing is left.
///
/// # Errors
///
/// A message where data cannot be read or the file cannot be written.
pub fn run(
    (data, files): (&Path, &FilesArgs),
    asked: &Asked<true>,
    format: SeriesFormat,
    out: Option<&Path>,
) -> Result<ExitCode, String> {
    let dataset = match files.or_folder(data, PARTNERS, &asked.lines())? {
        Ok(dataset) => dataset,
        Err(questions) => return Ok(questions),
    };
    let mut query = asked.over(&dataset);
    // Another chart may be named: the same is to be had of each.
    if !asked.names("chart") {
        query.chart = ChartKind::parse("series").unwrap_or(query.chart);
    }
    let Opened { view, mut problems, unused } = opened(&dataset, asked, &query);
    problems.extend(unused);
    // A table of what is lacking has no place for the reason.
    let mut lacking = Vec::new();
    if is_empty(&view) && (format == SeriesFormat::Csv || out.is_some()) {
        eprintln!("{}", view.headline);
    } else if !is_empty(&view) {
        // A table that lacks a column does not say so.
        lacking = left_out(&dataset, &view.query);
        lacking.iter().for_each(|said| eprintln!("xenotime: {said}"));
    }
    // A series that the data do not know at all is no line of the query any more.
    let known = view.query.with.len() >= query.with.len();
    let status = status(&view, lacking.is_empty() && known);
    let Some(path) = out else {
        match format {
            SeriesFormat::Csv => say!("{}", csv(&dataset, &view.table).trim_end()),
            SeriesFormat::Json => say!("{:#}", report(&dataset, &view, &problems)),
        }
        return Ok(status);
    };
    let bytes = match ending_among(path, &["csv", "json", "svg", "xlsx"])? {
        "svg" => drawing(&dataset, &view, &ACROSS_A_PAGE).into_bytes(),
        "xlsx" => xlsx(&csv(&dataset, &view.table))?,
        "json" => format!("{:#}\n", report(&dataset, &view, &problems)).into_bytes(),
        _ => csv(&dataset, &view.table).into_bytes(),
    };
    fs::write(path, bytes).map_err(|error| failed(path, &error))?;
    say!("{}", failures::of_file(&path.display().to_string(), &view.headline));
    Ok(status)
}

/// Whether nothing is drawn: its table is of what is lacking.
fn is_empty(view: &View) -> bool {
    view.graph.marks.is_empty() || view.table.rows.is_empty()
}

/// Whether there was anything to show, and all of what was asked for.
fn status(view: &View, is_whole: bool) -> ExitCode {
    if is_empty(view) {
        ExitCode::from(FAILED)
    } else if is_whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn report(dataset: &Dataset, view: &View, problems: &[String]) -> Value {
    let columns = view.table.columns.iter();
    let columns: Vec<Value> =
        columns.map(|column| json!({ "name": column.name, "head": column.head })).collect();
    let rows: Vec<Value> = view.table.rows.iter().map(|row| row_json(dataset, view, row)).collect();
    json!({
        "address": view.query.address(),
        "headline": view.headline,
        "subtitle": view.subtitle,
        "sentence": view.sentence,
        "notes": view.notes,
        "problems": problems,
        "columns": columns,
        "rows": rows,
    })
}

/// A row by the names of its columns: numbers as numbers, what is missing as null.
fn row_json(dataset: &Dataset, view: &View, row: &TableRow) -> Value {
    let mut cells = Map::new();
    for (column, cell) in view.table.columns.iter().zip(&row.cells) {
        let value = match (column.numeric, cell.plain.as_str()) {
            (_, "") => Value::Null,
            (true, plain) => {
                plain.parse::<f64>().map_or_else(|_| json!(plain), |number| json!(number))
            }
            (false, plain) => json!(plain),
        };
        cells.insert(column.name.clone(), value);
    }
    let sources = row.sources.iter().filter_map(|source| dataset.sources.get(*source));
    let sources: Vec<&str> = sources.map(|source| source.id.as_str()).collect();
    cells.insert("sources".to_owned(), json!(sources));
    Value::Object(cells)
}
