//! The years over one another.

use super::super::joining::all_of;
use super::super::subject::Subject;
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;

/// The chart's name.
pub const fn label() -> &'static str {
    "Season"
}

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "months by year"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Months by year",
        "Each year from January to December. The shaded range runs from the lowest to the highest figure for the same month in the five years before the chosen one, where all five were reported separately.",
    )]
}

/// What the shade is.
pub fn range(years: &str) -> String {
    format!("range of {years}")
}

/// What stands at the line of the mean.
pub fn mean(years: &str) -> String {
    format!("mean {years}")
}

/// What is drawn, with the shade.
pub fn subtitle_with_range(unit: &str, years: &str, place: &str) -> String {
    format!("{unit} a month by year; shaded: range of {years}{place}")
}

/// What is drawn, where there is no shade.
pub fn subtitle(unit: &str) -> String {
    format!("{unit} a month, by year")
}

/// Where the month under study is.
pub fn above(period: Period) -> String {
    format!("; {} is above it", period.long())
}

/// Where the month under study is.
pub fn below(period: Period) -> String {
    format!("; {} is below it", period.long())
}

/// Where the month under study is.
pub fn inside(period: Period) -> String {
    format!("; {} is within it", period.long())
}

/// That there is no range at all.
pub fn no_range(years: &str) -> String {
    format!("No range is drawn: no month has a separate figure in all of the years {years}.")
}

/// The months that have no range.
pub fn no_range_for(months: &[Month], years: &str) -> String {
    let months = all_of(&months.iter().map(|month| month.name()).collect_vec());
    format!(
        "No range is drawn for {months}: a separate figure is missing in at least one of the years {years}."
    )
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}, months by year", subject.start())
}
