//! The highest since, a record, the third fall in a row.

use super::super::joining::all_of;
use super::super::numbers::in_words;
use crate::trade::{Month, Period, Quantity};

const fn word(high: bool) -> &'static str {
    if high { "higher" } else { "lower" }
}

const fn moved(rising: bool) -> &'static str {
    if rising { "rise" } else { "fall" }
}

/// What cannot be ranked.
pub const fn only_months_and_years() -> &'static str {
    "only single months and years can be ranked"
}

/// Which period beats the one spoken of, with both amounts.
pub fn beaten(period: Period, high: bool, better: Quantity, own: Quantity) -> String {
    format!("{} was {}: {} against {}", period.long(), word(high), better.exact(), own.exact())
}

/// Why what a month refutes is called unclear all the same: which parts of the statement its sentence leaves open.
pub fn left_open(parts: &[&'static str]) -> String {
    let open = match parts {
        [] => "is open to another reading".to_owned(),
        _ => format!("leaves the {} open", all_of(parts)),
    };
    format!("the sentence {open}, so this is unclear")
}

/// How many do.
pub fn so_many(count: usize, high: bool) -> String {
    format!("{count} {} {}", if count == 1 { "was" } else { "were" }, word(high))
}

/// That one alone does.
pub fn only(period: Period, high: bool) -> String {
    format!("only {} was {}", period.long(), word(high))
}

/// That none does.
pub fn none_from(first: Period, high: bool) -> String {
    format!("none from {} on was {}", first.long(), word(high))
}

/// That too few of those that count are known to say so; none of them beats it.
pub fn known(known: usize, wanted: usize, years: bool, first: Period, high: bool) -> String {
    let (first, unit) = (first.long(), if years { "year" } else { "month" });
    if wanted == 0 {
        return format!("there is no other {unit} since {first} to compare with");
    }
    let (word, known, wanted) = (word(high), in_words(known), in_words(wanted));
    format!(
        "no {word} figure is known, but the data have only {known} of the {wanted} other {unit}s since {first}"
    )
}

/// That the record goes back further than the story says.
pub fn further_back(since: Period, high: bool) -> String {
    format!("none from {} on was {}: the record goes back further", since.long(), word(high))
}

/// What a rank is computed as.
pub fn rank(own: Period, first: Period) -> String {
    format!("the rank of {} from {} on", own.long(), first.long())
}

/// What makes no run.
pub const fn only_single_months() -> &'static str {
    "a run is checked by single months only"
}

/// What makes no run on the year.
pub const fn only_months_and_years_run() -> &'static str {
    "a run is checked by single months or years only"
}

/// What has no turn.
pub const fn only_single_months_turn() -> &'static str {
    "only single months rise or fall in turn"
}

/// That a turn says not since when.
pub const fn no_length() -> &'static str {
    "the story does not say over how long"
}

/// That a run began earlier than the story says.
pub const fn longer() -> &'static str {
    "true, and the run is longer still"
}

/// That a run is one.
pub fn each(_: u32, rising: bool) -> String {
    format!("a {} in each month, month on month", moved(rising))
}

/// The same, each against the year before.
pub fn each_on_year(_: u32, years: bool, rising: bool) -> String {
    let unit = if years { "year" } else { "month" };
    format!("a {} in each {unit}, year on year", moved(rising))
}

/// That a period did not move that way.
pub fn not_so(period: Period, rising: bool) -> String {
    format!("no {} in {}", moved(rising), period.long())
}

/// The same of a month, with how it moved.
pub fn broken(month: Month, rising: bool, now: Quantity, before: Quantity) -> String {
    format!("{}: {}", not_so(Period::month(month), rising), against(month, now, before))
}

/// `4,753 t against 4,180.9 t in September 2024`.
fn against(month: Month, now: Quantity, before: Quantity) -> String {
    format!("{} against {} in {}", now.exact(), before.exact(), (month - 1).long())
}

/// A month that moved that way before.
pub fn moved_before(month: Month, rising: bool) -> String {
    format!("a {} in {}", moved(rising), month.long())
}

/// The same, where it should not have.
pub fn moved_too(month: Month, rising: bool, now: Quantity, before: Quantity) -> String {
    format!("{}, too: {}", moved_before(month, rising), against(month, now, before))
}

/// That none did.
pub fn none_before(first: Month, rising: bool) -> String {
    format!("no {} before it from {} on", moved(rising), first.long())
}

/// What a run is computed as.
pub const fn month_by_month() -> &'static str {
    "each month against the one before"
}
