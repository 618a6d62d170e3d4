//! What the cells of a data set must hold.

use super::super::numbers::exact;
use super::super::subject::Subject;
use crate::trade::{Period, Unit, UnitRatio};

words! {
    address: "an address that begins with http:// or https://",
    address_or_nothing: "an address that begins with http:// or https://, or nothing",
    another_product: "another product of this file, or nothing",
    article: "the, or nothing",
    calendar_day: "a day, YYYY-MM-DD",
    closing_quote: "a closing quote",
    country: "WLD or a country’s code in capitals",
    country_of_partners: "WLD or a country’s code in capitals, as partners.csv has it",
    date_or_nothing: "YYYY-MM-DD, YYYY-MM, YYYY or nothing",
    derived_how: "how the derived figure was computed",
    edition: "the publication and its edition",
    file_beside: "the name of a file beside this one, like more.csv",
    file_named: "a file that dataset.csv names",
    flow: "export, import or quota",
    goods_short_name: "a short name that no other row has",
    headline_mark: "yes or wider, each in one row only, or nothing",
    hs_codes: "HS codes of 2 to 10 digits, separated by spaces",
    key: "a key that dataset.csv may have, once",
    measure: "volume, value or quantity",
    members: "codes of this file, separated by |, like FRA, GBR:..2020-01 or HRV:2013-07..",
    money: "a currency’s code",
    month: "a month that exists, YYYY-MM",
    month_or_year: "a month, YYYY-MM, or a year, YYYY",
    months: "a whole number of months from 1 to 600",
    name: "a name to show",
    no_part_of_itself: "a product that is not itself part of this one",
    no_super_group: "no group that this one is a member of",
    number: "a number, 0 or more, of at most 15 digits, like 4416 or 4205.8",
    one_flow_or_nothing: "export or import where it is part of its parent in that flow only, or nothing",
    open_quote: "a quote without its end",
    outline: "a code, a place and rings of whole numbers, separated by tabs",
    partner_code: "a code of 2 to 8 capitals and digits that no other row has",
    partner_listed: "a code that partners.csv has",
    phrase: "a phrase of the data and its translation, separated by |, like rounded|gerundet",
    priced: "what was priced",
    price_unit: "a currency for a quantity, like USD/kg",
    product_listed: "a product that products.csv has",
    products_listed: "products that products.csv has, separated by |",
    publication: "the publication",
    published_by: "who published it",
    question: "an address and a question, separated by |, like ?chart=heat|When is trade slow?",
    source_kind: "customs, agency, press or analyst",
    source_short_name: "a short name, without spaces, that no other row has",
    sources: "sources that sources.csv has, each once, separated by spaces",
    status: "reported, approximate, revised or derived",
    unique_names: "names, separated by |, none of them that of another row",
    unit: "a unit of the measure: for a volume a weight like t or kg, for a value the code of a currency like USD, for a quantity another unit like piece or l",
    way: "export or import",
    what_happened: "what happened",
    whole_number_or_nothing: "a whole number, or nothing",
    words: "some words",
    year: "a year, YYYY",
    weight: "a weight first, such as t or kg",
}

/// Where something stands in a file: the line where it is one, the column where it is a cell.
pub fn place(file: &str, line: u64, column: &str) -> String {
    let line = if line > 0 { format!(":{line}") } else { String::new() };
    let column = if column.is_empty() { String::new() } else { format!(", column {column}") };
    format!("{file}{line}{column}")
}

/// What was found there, and what was expected.
pub fn wrong(place: &str, found: &str, expected: &str) -> String {
    format!("{place}: found “{found}”, expected {expected}")
}

/// A row of so many cells.
pub fn cells(count: u64) -> String {
    format!("{count} cells")
}

/// The columns of a file in their order, those that it may lack in brackets.
pub fn header(columns: &str, some_may_lack: bool) -> String {
    let order = if some_may_lack { " in this order, those in brackets where known" } else { "" };
    format!("the header {columns}{order}")
}

/// The names of holiday calendars.
pub fn calendar(names: &str) -> String {
    format!("the name of a holiday calendar ({names})")
}

/// The product that has a mark.
pub fn marked(mark: &str) -> String {
    format!("the product that products.csv marks with {mark}")
}

/// The unit that a series has already.
pub fn same_unit(unit: &str, line: u64) -> String {
    format!(
        "{unit}, as line {line} counts the same series: figures in another unit belong in another file"
    )
}

/// The unit that a good is priced in already.
pub fn same_price_unit(unit: UnitRatio, line: u64) -> String {
    let (of, per) = (unit.of.code(), unit.per.code());
    format!("{of}/{per}, as line {line} prices the same good: one good, one unit")
}

/// One report of a figure by a source; it stands on a line, or else in a file read before.
pub fn one_report(line: Option<u64>) -> String {
    match line {
        None => "one figure per cell and source; a file read before has it too".to_owned(),
        Some(line) => format!("one figure per cell and source; line {line} has it too"),
    }
}

/// Bytes that are no text.
pub const fn no_utf8() -> [&'static str; 2] {
    ["bytes that are not UTF-8", "UTF-8"]
}

/// That the cumulative figures of a series and its months do not agree: what the ones rise by, what the
/// others add up to, and how far they lie apart.
pub fn discrepancy(subject: Subject<'_>, unit: Unit, period: Period, sizes: [f64; 3]) -> String {
    let [cumulative, months, apart] =
        sizes.map(|size| format!("{} {}", exact(size.abs(), 1), unit.code()));
    format!(
        "{}: the cumulative figures rise by {cumulative} in {}; the months add up to {months}: {}{apart}",
        subject.trade(),
        period.long(),
        if sizes[2] < 0.0 { "−" } else { "+" },
    )
}
