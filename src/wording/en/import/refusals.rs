//! Why a file is not opened.

use super::super::plurals::counted;
use super::questions::column;
use crate::trade::Unit;
use crate::wording::facts::Unused;

/// That several tables stand below one another, not all of them of trade.
pub fn stacked(count: usize, words: &str) -> String {
    format!(
        "it holds {count} tables below one another, and some are not about trade (“{words}”): one table of exports or imports was expected"
    )
}

/// JSON that is too large to be held.
pub const fn large_json() -> &'static str {
    "it is JSON of more than 256 MiB: save it as CSV"
}

/// A file without rows.
pub const fn no_rows() -> &'static str {
    "it has no rows"
}

/// That all of it stands in one line.
pub fn one_line(cells: usize) -> String {
    format!(
        "it is one line of {cells} cells, its line ends perhaps lost: save it again, with a line for each row"
    )
}

/// What so many rows hold instead of figures.
pub fn rows_hold(count: u64, what: Unused) -> String {
    let hold = if count == 1 { "holds" } else { "hold" };
    format!("{} {hold} {}", counted(count as usize, ["row", "rows"]), unused(what))
}

/// That no row could be read, and why.
pub fn no_row_read(why: &str) -> String {
    format!("no row could be read: {why}")
}

/// That its rows gave nothing, and why each did not.
pub fn no_figures(gaps: &[(Unused, u64)]) -> String {
    let gaps: Vec<String> = gaps.iter().map(|(why, count)| rows_hold(*count, *why)).collect();
    format!("its rows were read but gave no figures; {}", gaps.join("; "))
}

/// What rows hold that are not used.
pub const fn unused(what: Unused) -> &'static str {
    match what {
        Unused::NoFigure => "no figure",
        Unused::Parts => {
            "re-exports, re-imports, balances and other rows that are not exports or imports of their own"
        }
        Unused::Groups => "groups of countries, already covered by other rows",
        Unused::OtherMeasure => {
            "prices, shares, indices, second quantities or second versions of a figure"
        }
        Unused::OtherPrices => {
            "figures in constant prices, at annual rates or at purchasing power parity, which do not add up"
        }
        Unused::OtherVersion => "versions other than the one chosen",
        Unused::PartOfTotal => "parts of totals that have rows of their own",
        Unused::Totals => "rows of totals, which are not added to the rows they cover",
        Unused::Note => "lines of notes",
    }
}

/// That its currency is another.
pub fn other_currency(own: Unit, open: Unit) -> String {
    format!(
        "its values are in {}, those already open in {}: they cannot be added up",
        own.words(),
        open.words()
    )
}

/// That quantities are counted in another unit.
pub fn other_unit(product: &str, own: Unit, open: Unit) -> String {
    format!(
        "its quantities of {product} are in {}, those already open in {}: they cannot be added up and are left out",
        own.words(),
        open.words()
    )
}

/// That a known layout has no figures.
pub fn no_figure_column(layout: &str) -> String {
    format!("{layout} has no column of figures: months or years in its header were expected")
}

/// That values are in several currencies, by their columns’ names and what the money is written with.
pub fn several_currencies(
    columns: [&str; 2],
    moneys: [(&str, Option<Unit>); 2],
    line: Option<usize>,
) -> String {
    let [one, other] = columns.map(column);
    let [money, beside] = moneys.map(|(sign, money)| money.map_or(sign, |own| own.code()));
    let beside = match line {
        Some(line) => format!("in {beside} (line {line})"),
        None => format!("in {beside}"),
    };
    if one == other {
        format!("the {one} has values in {money} and {beside}: one currency was expected")
    } else {
        format!("the {one} has values in {money}, the {other} {beside}: one currency was expected")
    }
}

/// That years are those of another calendar.
pub fn far_years(name: &str, cell: &str) -> String {
    format!(
        "the {} has {cell}, far in the future: years of the Gregorian calendar were expected",
        column(name)
    )
}

/// That a line, or the file’s name, speaks of what is no trade.
pub fn no_trade(line: &str) -> String {
    format!("“{line}” is about something other than trade: exports or imports were expected")
}

/// That its figures are index numbers, as a line says.
pub fn index_numbers(line: &str) -> String {
    format!("its figures are index numbers, as “{line}” says: amounts were expected")
}

/// That a column holds no trade, by its figures below zero.
pub fn balances(name: &str) -> String {
    format!(
        "the {} holds balances or changes, which go below zero: exports or imports were expected",
        column(name)
    )
}

/// That a column repeats one figure.
pub fn constant(name: &str) -> String {
    format!(
        "the {} repeats one figure for each partner in every period: a figure for each month or year was expected",
        column(name)
    )
}

/// That its columns of figures hold no amounts of trade, by their names.
pub fn no_amounts(names: &[&str]) -> String {
    format!(
        "its figures ({}) are balances, shares, prices, indices or changes, or are in constant prices: amounts of exports or imports were expected",
        names.join(", ")
    )
}

/// That it is no table of trade.
pub const fn no_trade_table() -> &'static str {
    "no months or years were found beside a column of numbers: a trade table was expected"
}

/// That it has a column for each country.
pub const fn country_columns() -> &'static str {
    "it has a column for each country: a table with a row for each was expected"
}

/// That countries and goods share a column.
pub const fn countries_head_goods() -> &'static str {
    "one column holds countries and goods in turn: a table with a column for each was expected"
}

/// That no line names its columns.
pub const fn no_header() -> &'static str {
    "no header row with figures below it was found: open a table with column names"
}

/// That nothing parts its columns.
pub const fn no_columns() -> &'static str {
    "no commas, semicolons, tabs or bars separate its columns: save it as CSV"
}

/// That its years stand between its rows.
pub const fn years_between_rows() -> &'static str {
    "its years stand in rows of their own above the others: a table with the year in every row was expected"
}

words! {
    archive: "it is an archive: unpack it and open the CSV",
    bzip2: "it is compressed with bzip2: unpack it and open the CSV",
    compressed_twice: "it is compressed twice, or this browser cannot unpack it",
    empty: "it is empty",
    no_text: "it is neither text nor a spreadsheet that can be read: it may be damaged",
    no_text_at_first: "its first bytes are neither text nor those of a spreadsheet: it may be damaged",
    old_spreadsheet: "it is an old spreadsheet (.xls): save the sheet as CSV",
    of_statistics: "it is a file of a statistics program (Stata, SPSS): save it as CSV there",
    parquet: "it is a Parquet file: save it as CSV, or use the rollup, which reads Parquet",
    pdf: "it is a PDF: save its table as CSV",
    picture: "it is a picture: open the figures as CSV",
    spreadsheet: "it is a spreadsheet or an archive (.xlsx, .zip): save the sheet as CSV",
    web_page: "it is a web page, not its data: download the data as CSV",
}

/// A line that has no end.
pub fn endless_line(line: u64) -> String {
    format!("line {line} has no end within 1 MiB: save the table as CSV")
}

/// A line of more columns than any table’s.
pub fn wide_line(line: u64) -> String {
    format!("line {line} has more than 4,096 columns: leave out those that are not needed")
}

/// A line with a quote that does not end.
pub fn open_quote(line: u64) -> String {
    format!(
        "line {line} has a quote that is never closed: close it, or save the table as CSV again"
    )
}
