//! How a file would be read.

use super::super::names;
use super::super::numbers::exact;
use super::super::plurals;
use crate::trade::{Flow, Measure, Period, Quantity, Unit};

/// What a file's own reporter is called where it has no name.
pub const fn own_reporter() -> &'static str {
    "the file’s reporter"
}

/// What goods are called that have no name.
pub const fn unnamed_goods() -> &'static str {
    "unnamed goods"
}

/// What sums do not hold, because it holds others or may.
pub fn left_out(names: &[&str]) -> String {
    let shown = names.get(..4).unwrap_or(names).join(", ");
    let more = if names.len() > 4 { " and others" } else { "" };
    format!("Not in these sums, because it holds others or may: {shown}{more}")
}

/// All countries together.
pub const fn world() -> &'static str {
    "the world"
}

/// A period as figures are listed by.
pub fn period(period: Period) -> String {
    match period.months {
        1 => period.start.long(),
        12 if period.start.number() == 1 => period.start.year().to_string(),
        _ => format!("{} to {}", period.start.long(), period.end().long()),
    }
}

/// Whose trade with whom.
pub fn trade(reporter: &str, flow: Flow, partner: &str) -> String {
    let (verb, side) = if flow == Flow::Import { ("imports", "from") } else { ("exports", "to") };
    if reporter == own_reporter() {
        return format!("{verb} {side} {} (reporter not named)", names::within(partner));
    }
    format!("{reporter} {verb} {side} {}", names::within(partner))
}

/// What heads sums that are of the first rows alone.
pub fn first_rows(rows: usize) -> String {
    format!("Sums of the first {rows} rows only:")
}

/// How many figures of one length a year has.
pub fn of_year(year: i32, flow: Flow, months: u16, count: u32) -> String {
    let figures = match months {
        1 => ["monthly figure", "monthly figures"].map(str::to_owned),
        12 => ["annual figure", "annual figures"].map(str::to_owned),
        months => ["figure", "figures"].map(|figures| format!("{months}-month {figures}")),
    };
    let figures = plurals::counted(count as usize, figures.each_ref().map(String::as_str));
    format!("{year}, {}: {figures}", flow.plural())
}

/// A figure of a row, to its last digit.
pub fn amount(amount: Quantity) -> String {
    let Quantity { value, unit, decimals, .. } = amount;
    let (minus, digits) = (if value < 0.0 { "−" } else { "" }, exact(value.abs(), decimals));
    match unit.measure() {
        Measure::Value => format!("{minus}{}{digits}", unit.sign()),
        _ if unit == Unit::TONNE => format!("{minus}{digits} t"),
        _ => format!("{minus}{digits} {}", unit.words()),
    }
}

/// A sum of many.
pub fn sum(sum: Quantity) -> String {
    amount(sum)
}

words! {
    as_written: "as written in each cell",
    day_first: "day before month",
    day_numbers: "a spreadsheet’s day numbers",
    in_the_header: "periods in the header",
    month_first: "month before day",
    no_sums: "Sums are not shown: an open question decides which rows are added up.",
    year_and_month: "year and month in separate columns",
    years_only: "years only",
}

/// Years that begin in another month than January.
pub fn years_from(month: u32) -> String {
    format!("years that begin in month {month}")
}
