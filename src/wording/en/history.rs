//! What the history of a figure says.

use super::direction::Direction;
use super::numbers::percent;
use crate::trade::Period;

/// What is drawn.
pub fn subtitle(unit: &str, period: Period) -> String {
    format!("{unit} in {}, by the date of each report. Line: the figure that stood", period.long())
}

/// A figure that was reported once, or never changed.
pub fn unchanged(subject: &str, period: Period, value: &str, reports: usize) -> String {
    let said = match reports {
        1 => "reported once".to_owned(),
        _ => format!("as in the first of {reports} reports"),
    };
    format!("{subject}: {value} in {}, {said}", period.long())
}

/// A figure that was revised, in percent.
pub fn revised(subject: &str, period: Period, first: &str, now: &str, change: f64) -> String {
    let (period, change_words) = (period.long(), percent(change));
    match Direction::of(change) {
        Direction::Unchanged => format!("{subject}, {period}: first reported {first}, now {now}"),
        _ => format!("{subject}, {period}: first reported {first}, now {now} ({change_words})"),
    }
}

/// Nothing is known of the period.
pub fn nothing(subject: &str, period: Period) -> String {
    format!("No figure for {subject} in {}", period.long())
}

/// A report that stood when it came, and one that did not.
pub const fn standing(stood: bool) -> &'static str {
    if stood { "stood from then on" } else { "another report stood" }
}

/// A report whose date is not known.
pub const NO_DATE: &str =
    "Reports without a date of publication are in the table and not in the drawing.";
