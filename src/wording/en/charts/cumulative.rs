//! Each year's sum so far.

use super::super::subject::Subject;
use crate::trade::Month;

/// The chart's name.
pub const fn label() -> &'static str {
    "Cumulative"
}

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "a year to date"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Cumulative",
        "January to each month, added up within the year; a published cumulative figure is preferred to a sum computed here.",
    )]
}

/// What is drawn; of quarters and the like the end of each.
pub fn subtitle(unit: &str, longer: bool) -> String {
    let until = if longer { "the end of each period" } else { "each month" };
    format!("{unit} from January to {until}, by year")
}

/// A row of the months of a year up to one.
pub fn up_to(month: Month) -> String {
    month.name().to_owned()
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}, cumulative by year", subject.start())
}
