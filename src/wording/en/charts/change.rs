//! The change of each month.

use super::super::comparison;
use super::super::subject::Subject;
use crate::statistics::{Against, Comparison};

/// The chart's name.
pub const fn label() -> &'static str {
    "Change"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Change",
        "Each month’s change from the chosen baseline, as a percentage of it; a month without a baseline has no bar.",
    )]
}

/// What is drawn.
pub fn subtitle(own: Comparison, step: &str) -> String {
    format!("{} (%), by {step}", comparison::change(own))
}

/// A figure beside the one it is compared with: `4,416 t against 4,753 t in October 2024`.
pub fn against(current: &str, base: &str, against: &Against) -> String {
    // A mean is not `in` its months.
    let mark = if matches!(against, Against::Period(_)) { " in" } else { "," };
    format!("{current} against {base}{mark} {against}")
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, comparison: Comparison) -> String {
    format!("{}: {}", subject.start(), comparison.label().to_ascii_lowercase())
}
