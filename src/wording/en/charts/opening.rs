//! What is said where an address asks for what the data do not have.

use super::super::subject::Subject;
use super::dependence;
use super::sources::date as day;
use crate::trade::{Measure, Month, Period, Unit};

/// What is shown in place of what was asked for.
pub fn instead(chart: &str, differences: &[String]) -> String {
    nearest(&no_data(chart), "", differences)
}

/// That a chart does not show a choice.
pub fn no_data(chart: &str) -> String {
    format!("“{chart}” has no data for that choice")
}

/// The same where the chart itself says why not, in its headline or in a sentence behind it: `Shares cannot be shown: …
/// Shown instead: by product.`
pub fn nearest(why: &str, reason: &str, differences: &[String]) -> String {
    let gap = if reason.is_empty() { "" } else { " " };
    format!("{why}.{gap}{reason} Shown instead: {}.", differences.join("; "))
}

/// That the chart does not use a choice, and which chart does.
pub fn not_used(chart: &str, asked: &str, other: &str) -> String {
    format!("“{chart}” does not use the choice “{asked}”. The chart “{other}” does.")
}

/// That the data lack a product.
pub fn no_product(code: &str) -> String {
    format!("The data have no product “{code}”.")
}

/// That the data lack a money.
pub fn no_values(unit: Unit) -> String {
    format!("The data have no values in {}.", unit.words())
}

/// That the data lack a partner.
pub fn no_partner(code: &str) -> String {
    format!("The data have no partner “{code}”.")
}

/// That the data lack an event.
pub fn no_event(date: &str) -> String {
    format!("The data have no event on {}. The latest event before the month is shown.", day(date))
}

/// That a month is known as part of a longer period only.
pub fn known_within(asked: Month, period: Period) -> String {
    format!("No figure for {} alone: there is one for {}.", asked.long(), period.long())
}

/// That a month lies before or after all that is known.
pub fn out_of_range(asked: Month, first: Month, last: Month) -> String {
    format!(
        "No figure for {}: the data run from {} to {}.",
        asked.long(),
        first.long(),
        last.long()
    )
}

/// Another partner than the one asked for.
pub fn all_partners(asked: &str) -> String {
    format!("all partners, not only {asked}")
}

/// Along which side.
pub fn by(side: &str) -> String {
    format!("the breakdown by {side}")
}

/// ` in US dollars`.
pub fn in_unit(unit: Option<Unit>) -> String {
    unit.map_or_else(String::new, |unit| format!(" in {}", unit.words()))
}

/// The same of what is neither weighed nor valued.
pub const fn in_quantities() -> &'static str {
    " in pieces, litres or other such units"
}

/// Of what is known by another measure: ` by value`.
pub const fn by_measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Value => " by value",
        _ => " by weight",
    }
}

/// That nothing is known of it.
pub fn nothing(subject: Subject<'_>, unit: &str, by: Option<&str>, _: bool) -> String {
    let by = by.map_or_else(String::new, |by| format!(" published by {}", day(by)));
    format!("No figures for {}{unit}{by}", subject.within())
}

/// That nothing is known of all of it.
pub fn no_total(subject: Subject<'_>, unit: &str) -> String {
    format!("No total for {}{unit}", subject.within())
}

/// That something is known of its parts then.
pub const fn parts_alone() -> &'static str {
    "The data have figures for parts of it only, by partner or by product: choose one."
}

/// That an allowance is no trade, and where it is shown.
pub fn no_trade(subject: Subject<'_>) -> String {
    format!("The {} is not trade: see the chart “{}”", subject.product(), dependence::label())
}

/// What to do then; `of_a_day` where only what was published by some day counts.
pub fn choose_another(of_a_day: bool) -> String {
    if of_a_day {
        return "Choose a later date.".to_owned();
    }
    "Choose another product, partner, flow or measure.".to_owned()
}
