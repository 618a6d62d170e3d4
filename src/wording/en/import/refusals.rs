//! Why a file is not opened.

use crate::trade::Unit;

/// JSON that is too large to be held.
pub const fn large_json() -> &'static str {
    "it is JSON of more than 256 MiB: a CSV was expected"
}

/// A file without rows.
pub const fn no_rows() -> &'static str {
    "it has no rows"
}

/// What so many rows hold instead of figures.
pub fn rows_hold(count: u64, what: &str) -> String {
    format!("{count} rows hold {what}")
}

/// That no row could be read, and why.
pub fn no_row_read(why: &str) -> String {
    format!("no row could be read: {why}")
}

/// That its rows gave nothing, and why each did not.
pub fn no_figures(gaps: &[(&'static str, u64)]) -> String {
    let gaps: Vec<String> =
        gaps.iter().map(|(why, count)| format!("{count} rows: {why}")).collect();
    format!("its rows were read but gave no figures; {}", gaps.join("; "))
}

/// That its currency is another.
pub fn other_currency(own: Unit, open: Unit) -> String {
    format!(
        "its values are in {}, those already open in {}: they cannot be added up",
        own.words(),
        open.words()
    )
}

/// That a known layout has no figures.
pub fn no_figure_column(layout: &str) -> String {
    format!("{layout} has no column of figures: months or years in its header were expected")
}

/// That its columns are months of no year.
pub const fn months_without_year() -> &'static str {
    "its columns are named after months, but no line above gives the year"
}

/// That its figures are index numbers, as a line says.
pub fn index_numbers(line: &str) -> String {
    format!("its figures are index numbers, as “{line}” says: amounts were expected")
}

/// That it is no table of trade.
pub const fn no_trade_table() -> &'static str {
    "no column holds recognisable months or years beside a column of numbers: a trade table was expected"
}

/// That it has a column for each country.
pub const fn country_columns() -> &'static str {
    "it has a column for each country: a table with a row for each was expected"
}

/// That no line names its columns.
pub const fn no_header() -> &'static str {
    "no line names columns with figures below it: a table was expected"
}

/// That nothing parts its columns.
pub const fn no_columns() -> &'static str {
    "it has no commas, semicolons or tabs between columns: a table was expected"
}
