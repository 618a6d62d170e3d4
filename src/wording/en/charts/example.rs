//! The figures, as dots: the chart that CONTRIBUTING adds as an example.

use super::super::subject::Subject;

/// The chart's name.
pub const fn label() -> &'static str {
    "Dots"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("Dots", "Each figure as it was reported.")]
}

/// How many figures are drawn.
pub fn headline(subject: Subject<'_>, count: usize) -> String {
    format!("{} in {count} figures", subject.start())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    subject.start()
}
