//! Each year's sum so far.

use super::super::subject::Subject;

/// The chart's name.
pub const LABEL: &str = "Cumulative";

/// What a sentence calls it.
pub const CALLED: &str = "a year to date";

/// How it is computed.
pub const METHODS: [(&str, &str); 1] = [(
    "Cumulative",
    "January to each month, added up within the year; a published cumulative figure is preferred to a sum computed here.",
)];

/// What is drawn.
pub fn subtitle(unit: &str) -> String {
    format!("{unit} from January to each month, by year")
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}, cumulative by year", subject.start())
}
