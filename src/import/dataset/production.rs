//! Data beside trade: `production.csv` and `prices.csv`, or as `dataset.csv` names them.

use super::RowError;
use super::cell_types::{address, decimal, months, some, year};
use super::row::Table;
use crate::trade::{Month, Partner, Period, Price, Production, Source, Unit, UnitRatio};
use crate::wording::say::import::dataset as expected;

/// Reads production; its publications join `sources`.
pub(super) fn read_production(
    file: &str,
    text: &str,
    sources: &mut Vec<Source>,
    errors: &mut Vec<RowError>,
) -> Vec<Production> {
    let columns = ["year", "country", "value", "unit", "source", "url", "note"];
    let mut rows = Vec::new();
    Table { file, text, columns: &columns }.read(errors, &mut |mut row| {
        let year = row.parsed("year", expected::year(), year);
        row.parsed("country", expected::country(), Partner::parse);
        let value = row.parsed("value", expected::number(), decimal);
        let unit = row.parsed("unit", expected::weight(), weight);
        row.parsed("source", expected::edition(), some);
        row.parsed("url", expected::address_or_nothing(), address);
        let (Some(year), Some((value, decimals)), Some(unit)) = (year, value, unit) else {
            return;
        };
        let source = place_of(sources, row.cell("source"), row.cell("url"));
        rows.push(Production {
            year,
            country: row.cell("country").to_owned(),
            value,
            decimals,
            unit,
            source,
            note: row.cell("note").to_owned(),
        });
    });
    rows
}

/// The weight that a source's words begin with: `t REO`, `tonnes (metric)`.
fn weight(text: &str) -> Option<Unit> {
    let word = text.split(' ').next()?;
    let is = |unit: &Unit| {
        let many =
            unit.english_many().map_or_else(|| format!("{}s", unit.english()), str::to_owned);
        [unit.code(), unit.english(), &many].contains(&word)
    };
    Unit::all().filter(|unit| unit.tonnes().is_some()).find(is)
}

/// The year that a publication is the edition of, in which it came out: `Mineral Commodity Summaries 2022`.
fn edition(name: &str) -> &str {
    let last = name.rsplit(' ').next().unwrap_or_default();
    if last.len() == 4 && year(last).is_some() { last } else { "" }
}

/// The place of a publication among the sources, which it joins where it is new.
fn place_of(sources: &mut Vec<Source>, name: &str, url: &str) -> usize {
    let known = sources.iter().position(|source| source.id == name);
    if known.is_none() {
        sources.push(Source {
            id: name.to_owned(),
            publisher: name.to_owned(),
            published: edition(name).to_owned(),
            title: String::new(),
            url: url.to_owned(),
            kind: None,
        });
    }
    known.unwrap_or(sources.len() - 1)
}

/// Reads prices; their publications join `sources`.
pub(super) fn read_prices(
    file: &str,
    text: &str,
    sources: &mut Vec<Source>,
    errors: &mut Vec<RowError>,
) -> Vec<Price> {
    // What each good is priced in, and the line that says so first.
    let mut units: Vec<(String, UnitRatio, u64)> = Vec::new();
    let columns = ["period", "months", "item", "value", "unit", "source", "url", "note"];
    let mut rows = Vec::new();
    Table { file, text, columns: &columns }.read(errors, &mut |mut row| {
        let start = row.parsed("period", expected::month_or_year(), |text| {
            Month::parse(text).or_else(|| Month::new(year(text)?, 1))
        });
        let months = row.parsed("months", expected::months(), months);
        row.parsed("item", expected::priced(), some);
        let value = row.parsed("value", expected::number(), decimal);
        let unit = row.parsed("unit", expected::price_unit(), |text| {
            let (of, per) = text.split_once('/')?;
            let (of, per) = (Unit::parse(of)?, Unit::parse(per)?);
            (of.is_money() && !per.is_money()).then_some(UnitRatio { of, per })
        });
        row.parsed("source", expected::publication(), some);
        row.parsed("url", expected::address_or_nothing(), address);
        let (Some(start), Some(months), Some((value, decimals)), Some(unit)) =
            (start, months, value, unit)
        else {
            return;
        };
        match units.iter().find(|(item, ..)| item == row.cell("item")) {
            Some((_, first, line)) if *first != unit => {
                row.refuse("unit", &expected::same_price_unit(*first, *line));
                return;
            }
            Some(_) => {}
            None => units.push((row.cell("item").to_owned(), unit, row.line)),
        }
        let source = place_of(sources, row.cell("source"), row.cell("url"));
        rows.push(Price {
            period: Period { start, months },
            item: row.cell("item").to_owned(),
            value,
            decimals,
            unit,
            source,
            note: row.cell("note").to_owned(),
        });
    });
    rows
}
