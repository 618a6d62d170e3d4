//! The months, as a line.

use super::super::subject::Subject;

/// The chart's name.
pub const fn label() -> &'static str {
    "Months"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("12-month mean", "The sum of the month and the 11 before it, divided by 12.")]
}

/// What stands at the mean's line.
pub const fn mean() -> &'static str {
    "12-month mean"
}

/// What is drawn besides the months.
pub const fn mean_drawn() -> &'static str {
    "; thick line: 12-month mean"
}

/// What the mean is of.
pub const fn mean_note() -> &'static str {
    "The 12-month mean covers the month and the 11 before it; it is left out where one of them is missing or where it would split a joint January–February figure."
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, step: &str) -> String {
    format!("{}, by {step}", subject.start())
}
