//! `summary`: one month's statistics, as sentences or as JSON.

use std::process::ExitCode;

use serde_json::{Map, Value, json};
use xenotime::charts::view;
use xenotime::statistics::{
    Amount, Change, Known, Rank, Rolling, SameMonth, Summary, rank_among_months, record, summary,
};
use xenotime::trade::{Dataset, Figure, Month, Series};
use xenotime::wording::say::program::results::beside;

use super::load::{load_or_explain, month_of};
use super::{FAILED, Format, SeriesArgs};

/// Prints one month’s statistics.
///
/// # Errors
///
/// A message where the data cannot be read or have no monthly figures.
pub fn run(arguments: &SeriesArgs, format: Format) -> Result<ExitCode, String> {
    let dataset = load_or_explain(&arguments.data)?;
    let query = arguments.asked.over(&dataset);
    let dataset = &*query.of_data(&dataset);
    let (series, month) = month_of(dataset, &query)?;
    let statistics = summary(&series, month);
    if format == Format::Json {
        let value = report(dataset, &series, month, &statistics);
        say!("{value:#}");
    } else {
        let view = view(dataset, &query);
        say!("{}\n{}", view.headline, view.sentence);
        for comparing in &view.comparisons {
            let outcome = comparing
                .outcome
                .as_ref()
                .map_or_else(|_| "–".to_owned(), |size| xenotime::charts::percent(*size));
            say!("  {}", beside(&comparing.label, &outcome, &comparing.detail));
        }
    }
    Ok(match statistics.amount {
        Ok(_) => ExitCode::SUCCESS,
        Err(absent) => {
            eprintln!("xenotime: {absent}");
            ExitCode::from(FAILED)
        }
    })
}

fn report(dataset: &Dataset, series: &Series, month: Month, found: &Summary) -> Value {
    let key = series.key();
    let mut report = Map::new();
    let mut put = |name: &str, value: Value| report.insert(name.to_owned(), value);
    put("reporter", json!(dataset.reporter()));
    put("flow", json!(key.flow.code()));
    put("product", json!(key.product));
    put("partner", json!(key.partner.code()));
    put("measure", json!(key.measure.code()));
    put("unit", json!(series.unit().code()));
    put("month", json!(month.to_string()));
    put("period", json!(found.period.start.to_string()));
    put("months", json!(found.period.months));
    put("amount", known(&found.amount, |amount| amount_json(dataset, series, amount)));
    put("year_to_date", known(&found.year_to_date, |amount| amount_json(dataset, series, amount)));
    for (comparison, change) in &found.changes {
        put(comparison.key(), known(change, change_json));
    }
    for (comparison, change) in &found.two_months {
        let name = format!("january_february_{}", comparison.key());
        put(&name, known(change, change_json));
    }
    put("rolling_3", known(&found.rolling_3, rolling_json));
    put("rolling_12", known(&found.rolling_12, rolling_json));
    put("rolling_12_a_year_before", known(&found.rolling_12_before, rolling_json));
    put("five_years", known(&found.same_month, five_years_json));
    put("rank_in_season", known(&found.rank_in_season, rank_json));
    put("rank_among_months", known(&rank_among_months(series, month), rank_json));
    put(
        "record_before",
        known(
            &record(series, month),
            |record| json!({ "month": record.month.to_string(), "value": record.value }),
        ),
    );
    Value::Object(report)
}

/// The statistic, or why there is none.
fn known<T>(statistic: &Known<T>, write: impl FnOnce(&T) -> Value) -> Value {
    match statistic {
        Ok(statistic) => write(statistic),
        Err(absent) => json!({ "missing": absent.to_string() }),
    }
}

fn amount_json(dataset: &Dataset, series: &Series, amount: &Amount) -> Value {
    let sources: Vec<Value> = amount
        .sources
        .iter()
        .filter_map(|index| dataset.sources.get(*index))
        .map(|source| {
            json!({
                "source": source.id,
                "publisher": source.publisher,
                "published": source.published,
                "title": source.title,
                "url": source.url,
            })
        })
        .collect();
    let figure = series.figure(amount.period);
    let others: Vec<Value> = figure.map_or_else(Vec::new, |figure| {
        figure
            .others
            .iter()
            .map(|other| json!({ "value": other.value, "status": other.status.code() }))
            .collect()
    });
    json!({
        "period": amount.period.start.to_string(),
        "months": amount.period.months,
        "value": exact(amount.value, amount.decimals),
        "status": amount.origin.code(),
        "note": figure.map_or("", |figure: &Figure| figure.note.as_str()),
        "also_reported": others,
        "sources": sources,
    })
}

fn change_json(change: &Change) -> Value {
    json!({
        "period": change.current.period.start.to_string(),
        "months": change.current.period.months,
        "value": exact(change.current.value, change.current.decimals),
        "against": change.against.to_string(),
        "baseline": clean(change.baseline),
        "absolute": clean(change.absolute()),
        "percent": change.percent().ok(),
    })
}

fn rolling_json(rolling: &Rolling) -> Value {
    json!({
        "period": rolling.period.start.to_string(),
        "months": rolling.period.months,
        "sum": clean(rolling.sum),
        "mean": rolling.mean,
        "derived": rolling.derived,
    })
}

fn five_years_json(found: &SameMonth) -> Value {
    let values: Map<String, Value> =
        found.values.iter().map(|(year, value)| (year.to_string(), json!(value))).collect();
    json!({
        "values": values,
        "mean": found.mean,
        "median": found.median,
        "lowest": found.lowest,
        "highest": found.highest,
    })
}

fn rank_json(rank: &Rank) -> Value {
    json!({ "place": rank.place, "of": rank.of, "order": "highest first" })
}

/// The number at the decimals it was written with: sums and differences of binary fractions would
/// show digits that nobody reported.
fn exact(value: f64, decimals: u8) -> f64 {
    let scale = 10f64.powi(i32::from(decimals));
    (value * scale).round() / scale
}

/// A sum, difference or mean to twelve digits, however small its unit: likewise.
fn clean(value: f64) -> f64 {
    const DIGITS: i32 = 12;
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10f64.powi(DIGITS - 1 - value.abs().log10().floor() as i32);
    let rounded = (value * scale).round() / scale;
    if rounded.is_finite() { rounded } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_keep_every_digit_that_was_reported() {
        for (sum, said) in [
            (0.0229 + 0.0223 + 0.0222, 0.0674),
            (4859.2 - 2611.1, 2248.1),
            ((2636.0 + 2611.1 + 4859.2 + 2949.6 + 4205.8) / 5.0, 3452.34),
            (395_301_223.4 + 0.1, 395_301_223.5),
            (0.0, 0.0),
        ] {
            assert!((clean(sum) - said).abs() <= f64::EPSILON * said, "{sum} for {said}");
        }
    }
}
