//! What commands print beside what charts say.

use super::super::charts::opening::in_quantities;
use super::super::charts::sources::date;
use super::super::plurals::counted;
use super::super::subject::Subject;
use crate::trade::Measure;

/// That a trade has no monthly figures, by the day until which what counts was published.
pub fn no_monthly_figures(
    subject: Subject<'_>,
    measure: Measure,
    day: Option<&str>,
    known: bool,
) -> String {
    if !known {
        return format!("the data have no product “{}”", subject.goods);
    }
    let day = day.map_or_else(String::new, |day| format!(" published by {}", date(day)));
    let unit = if measure == Measure::Quantity { in_quantities() } else { "" };
    format!("the data have no monthly figures{unit}{day} for {}", subject.within())
}

/// That a folder of data is in order, and what it holds.
pub fn no_errors(folder: &str, [figures, sources, products, events]: [usize; 4]) -> String {
    format!(
        "{folder}: {}, {}, {}, {}: no errors",
        counted(figures, ["figure", "figures"]),
        counted(sources, ["source", "sources"]),
        counted(products, ["product", "products"]),
        counted(events, ["event", "events"])
    )
}

/// A file that the build made from another one, which has been changed since.
pub fn stale(path: &str, of: &str) -> String {
    format!("{path}: made from an older {of}. Delete it; the page will load {of} instead")
}

/// What stands above published figures that do not agree.
pub const fn disagreements() -> &'static str {
    "Published figures that do not agree (not errors; the page shows them):"
}

/// How many errors a folder of data has.
pub fn errors(folder: &str, count: usize) -> String {
    format!("{folder}: {} to correct", counted(count, ["error", "errors"]))
}

/// A comparison, its outcome and what was compared, in columns.
pub fn beside(label: &str, outcome: &str, detail: &str) -> String {
    format!("{label:32} {outcome:>8}  {detail}")
}
