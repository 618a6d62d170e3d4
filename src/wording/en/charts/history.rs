//! What the history of a figure says.

use super::super::direction::Direction;
use super::super::numbers::percent;
use super::super::subject::{Subject, briefly};
use crate::trade::Period;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Revisions"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Revisions",
        "Every report of the month’s figure, by date of publication. The line is the figure that this page would have used on each day: the one its ranking chooses among the reports published by then. A report dated only by month or year counts from the end of it; a derived figure counts from the last of the reports that it rests on.",
    )]
}

/// What is drawn.
pub fn subtitle(unit: &str, period: Period) -> String {
    format!("{unit} in {}, by date of publication. Line: the figure used", period.long())
}

/// A figure that was reported once, or never changed.
pub fn unchanged(subject: Subject<'_>, period: Period, value: &str, reports: usize) -> String {
    let said = match reports {
        1 => "reported once".to_owned(),
        _ => format!("as in the first of {reports} reports"),
    };
    let whole = |trade: String| format!("{trade}: {value} in {}, {said}", period.long());
    fitting::headline([&|| whole(subject.start()), &|| whole(briefly(&subject))])
}

/// A figure that was revised, in percent, or that was printed with more digits.
pub fn revised(
    subject: Subject<'_>,
    period: Period,
    first: &str,
    now: &str,
    change: Option<f64>,
) -> String {
    let finer = change.is_none();
    let change = match change.map(|change| (Direction::of(change), change)) {
        None => " (more digits)".to_owned(),
        Some((Direction::Unchanged, _)) => String::new(),
        Some((_, change)) => format!(" ({})", percent(change)),
    };
    let said = |trade: String, change: &str| {
        format!("{trade}, {}: first reported {first}, now {now}{change}", period.long())
    };
    fitting::headline([
        &|| said(subject.start(), &change),
        &|| said(subject.start(), if finer { "" } else { &change }),
        &|| said(briefly(&subject), &change),
        &|| said(briefly(&subject), ""),
    ])
}

/// Nothing is known of the period.
pub fn nothing(subject: Subject<'_>, period: Period) -> String {
    format!("No figure for {} in {}", subject.within(), period.long())
}

/// A report that stood when it came, and one that did not.
pub const fn standing(stood: bool) -> &'static str {
    if stood { "used from this date" } else { "another report was used" }
}

/// A report whose date is not known.
pub const fn no_date() -> &'static str {
    "Reports without a date of publication, and derived figures that rest on one, are listed in the table but not drawn."
}
