//! What the history of a figure says.

use super::super::direction::Direction;
use super::super::joining::all_of;
use super::super::numbers::{in_words, percent};
use super::super::subject::{Subject, briefly};
use super::sources::date;
use crate::trade::{Period, Unit};
use crate::util::CollectVec as _;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Revisions"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Revisions",
        "Every report of the month’s figure, by date of publication. The line is the figure that this page would have used on each day: the one its ranking chooses among the reports published by then. A report dated only by month or year counts from the end of that month or year; a derived figure counts from the last of the reports that it rests on.",
    )]
}

/// What is drawn.
pub fn subtitle(unit: &str, period: Period) -> String {
    format!("{unit} in {}, by date of publication. Line: the figure used", period.long())
}

/// A figure that was reported once, or never changed, but for what some reports round away.
pub fn unchanged(
    (subject, _): (Subject<'_>, Unit),
    period: Period,
    value: &str,
    (reports, rounded): (usize, bool),
    others: &[String],
) -> String {
    let count = in_words(reports);
    let but = if rounded { ", but for rounding" } else { "" };
    let others = others.iter().map(String::as_str).collect_vec();
    let (said, brief) = match (reports, others.as_slice()) {
        (0, _) => ("derived, not reported".to_owned(), "not reported".to_owned()),
        (1, _) => ("one report".to_owned(), "one report".to_owned()),
        (2, []) => (format!("the same in both reports{but}"), format!("in both reports{but}")),
        (_, []) => (
            format!("the same in all {count} reports{but}"),
            format!("in all {count} reports{but}"),
        ),
        (_, others) => {
            let others = format!("also reported as {}", all_of(others));
            (others, format!("{count} reports differ"))
        }
    };
    let whole =
        |trade: String, said: &str| format!("{trade}: {value} in {}; {said}", period.long());
    fitting::two_lines([
        &|| whole(subject.start(), &said),
        &|| whole(briefly(&subject), &said),
        &|| format!("{}, {}: {value}, {said}", briefly(&subject), period.short()),
        &|| whole(subject.start(), &brief),
        &|| whole(briefly(&subject), &brief),
    ])
}

/// A figure that was revised, in percent, or that a later report has with more digits, which revises nothing.
pub fn revised(
    (subject, _): (Subject<'_>, Unit),
    period: Period,
    first: &str,
    now: &str,
    change: Option<f64>,
) -> String {
    let Some(change) = change else {
        let said =
            |trade: String| format!("{trade}: {first} in {}; more exactly {now}", period.long());
        return fitting::two_lines([&|| said(subject.start()), &|| said(briefly(&subject))]);
    };
    let change = match Direction::of(change) {
        Direction::Unchanged => String::new(),
        _ => format!(" ({})", percent(change)),
    };
    let said = |trade: String, change: &str| {
        format!("{trade}, {}: first reported {first}, now {now}{change}", period.long())
    };
    fitting::two_lines([
        &|| said(subject.start(), &change),
        &|| said(briefly(&subject), &change),
        &|| said(briefly(&subject), ""),
    ])
}

/// Nothing is known of the period.
pub fn nothing(subject: Subject<'_>, period: Period) -> String {
    format!("No figure for {} in {}", subject.within(), period.long())
}

/// A report that stood when it came, until what day where another one followed; and one that did not.
pub fn standing(stood: bool, until: &str) -> String {
    match (stood, until) {
        (false, _) => "not used: another report ranks higher".to_owned(),
        (true, "") => "used from this date".to_owned(),
        (true, until) => format!("used until the report of {}", date(until)),
    }
}

/// When a figure was published, and of what period it is.
pub fn published(period: Period, day: &str) -> String {
    format!("{}, published {}", period.long(), date(day))
}

/// A report whose date is not known.
pub const fn no_date() -> &'static str {
    "Reports without a date of publication, and derived figures that rest on one, are listed in the table but not drawn."
}
