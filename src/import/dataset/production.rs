//! What stands beside trade: `production.csv` and `prices.csv`, or whatever `dataset.csv` calls them.

use super::RowError;
use super::cells::{address, decimal, months, some, year};
use super::row::Table;
use crate::trade::{Month, Partner, Period, Price, Production, Source};

const NUMBER: &str = "a number, 0 or more, like 4416 or 4205.8";
const ADDRESS: &str = "an address that begins with http:// or https://, or nothing";

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
        let year = row.parsed("year", "a year, YYYY", year);
        row.parsed("country", "WLD or a country's code in capitals", Partner::parse);
        let value = row.parsed("value", NUMBER, decimal);
        row.parsed("unit", "what it is counted in", some);
        row.parsed("source", "the publication and its edition", some);
        row.parsed("url", ADDRESS, address);
        let (Some(year), Some((value, decimals))) = (year, value) else { return };
        let name = row.cell("source");
        let known = sources.iter().position(|source| source.id == name);
        let source = known.unwrap_or(sources.len());
        if known.is_none() {
            sources.push(Source {
                id: name.to_owned(),
                publisher: name.to_owned(),
                published: String::new(),
                title: String::new(),
                url: row.cell("url").to_owned(),
                kind: None,
            });
        }
        rows.push(Production {
            year,
            country: row.cell("country").to_owned(),
            value,
            decimals,
            unit: row.cell("unit").to_owned(),
            source,
            note: row.cell("note").to_owned(),
        });
    });
    rows
}

pub(super) fn read_prices(file: &str, text: &str, errors: &mut Vec<RowError>) -> Vec<Price> {
    let columns = ["period", "months", "item", "value", "unit", "source", "url", "note"];
    let mut rows = Vec::new();
    Table { file, text, columns: &columns }.read(errors, &mut |mut row| {
        let start = row.parsed("period", "a month, YYYY-MM, or a year, YYYY", |text| {
            Month::parse(text).or_else(|| Month::new(year(text)?, 1))
        });
        let months = row.parsed("months", "a whole number of months from 1 to 600", months);
        row.parsed("item", "what was priced", some);
        let value = row.parsed("value", NUMBER, decimal);
        row.parsed("unit", "money for a quantity, like USD/kg", |text| {
            let (money, quantity) = text.split_once('/')?;
            (!money.is_empty() && !quantity.is_empty()).then_some(())
        });
        row.parsed("source", "the publication", some);
        row.parsed("url", ADDRESS, address);
        let (Some(start), Some(months), Some((value, decimals))) = (start, months, value) else {
            return;
        };
        rows.push(Price {
            period: Period { start, months },
            item: row.cell("item").to_owned(),
            value,
            decimals,
            unit: row.cell("unit").to_owned(),
            source: row.cell("source").to_owned(),
            url: row.cell("url").to_owned(),
            note: row.cell("note").to_owned(),
        });
    });
    rows
}
