//! What the charts of the season share, and how well their forecasts have done.

use super::super::numbers::{exact, in_words};
use super::super::plurals::{are, counted_in_words, form};
use crate::statistics::Unavailable;
use crate::trade::{Month, Period, Quantity};
use crate::util::CollectVec as _;

/// A line of the plot.
pub const fn seasonally_adjusted() -> &'static str {
    "seasonally adjusted"
}

/// A month that stands out.
pub const fn outlier() -> &'static str {
    "outlier or temporary change"
}

/// What came of no report of its own.
pub const fn not_reported() -> &'static str {
    "not reported separately"
}

/// More figures than are named one by one.
const NAMED: usize = 6;

/// That figures without a logarithm are as good as missing.
pub fn zeros(periods: &[Period]) -> String {
    let treated = "not above zero, have no logarithm and are treated as missing";
    match periods {
        [one] => format!(
            "The figure for {} is not above zero, has no logarithm and is treated as missing.",
            one.long()
        ),
        _ if periods.len() > NAMED => format!("{} figures are {treated}.", periods.len()),
        _ => {
            let named = periods.iter().map(|period| period.short()).collect_vec();
            format!("The figures for {} are {treated}.", named.join(", "))
        }
    }
}

/// A probability, as far as it is worth giving.
pub fn probability(p: f64) -> String {
    match p {
        ..0.001 => "p < 0.001".to_owned(),
        0.9995.. => "p > 0.999".to_owned(),
        _ => format!("p = {}", exact(p, 3)),
    }
}

/// From a month on.
pub fn from_on(month: Month) -> String {
    format!("from {} on", month.long())
}

/// Why there is no backtest.
pub fn no_backtest(why: &Unavailable) -> String {
    format!("No backtest for this series: {why}.")
}

/// How often an interval held, and how often it may have by chance.
pub fn held(interval: &str, share: f64, (low, high): (f64, f64)) -> String {
    format!(
        "the {interval} interval {}% of the time (95% confidence interval {}% to {}%)",
        exact(share * 100.0, 0),
        exact(low * 100.0, 0),
        exact(high * 100.0, 0)
    )
}

/// How the forecasts of a series have done, and how many of them are scored against what was published
/// first, from what was known then.
pub fn backtested(
    (periods, first): (usize, usize),
    within_80: &str,
    within_95: &str,
    compared: &str,
) -> String {
    let vintage = match first {
        0 => "The data have no figure published within three months of its period, so all are scored against figures as known now.".to_owned(),
        all if all == periods => "The forecasts use, where the data allow, only what had been published by the day before, and are scored against the figure first published.".to_owned(),
        _ => format!(
            "Of the forecasts, {} {uses}, where the data allow, only what had been published by the day before, and {is} scored against the figure first published; the other {} {are} scored against later or revised figures.",
            in_words(first),
            in_words(periods - first),
            is = are(first),
            uses = form(first, ["uses", "use"]),
            are = are(periods - first)
        ),
    };
    let each = match periods {
        1 => "The one period that has three years of data before it".to_owned(),
        _ => format!("Each of the {periods} periods that have three years of data before them"),
    };
    format!(
        "{each} was forecast from those data alone. {vintage} The actual figure was within {within_80} and within {within_95}. {compared}"
    )
}

/// That they can't be compared with naive ones.
pub fn nothing_to_compare() -> String {
    "None of them has figures for both the same month a year before and the month before to compare with.".to_owned()
}

/// The error of a naive forecast, and whether its difference is more than chance.
pub fn naive(name: &str, error: Quantity, p: Option<f64>) -> String {
    let certainty = match p {
        Some(p) if p < 0.05 => "the difference is significant",
        _ => "the difference is not significant",
    };
    let p = p.map_or_else(String::new, |p| format!(", p = {}", exact(p.max(0.001), 3)));
    format!("{} for {name} ({certainty}{p})", error.exact())
}

/// The naive forecast by the year before.
pub const fn year_before() -> &'static str {
    "the same month a year before"
}

/// The naive forecast by the month before.
pub const fn month_before() -> &'static str {
    "the month before"
}

/// The errors of all of them.
pub fn compared(periods: usize, error: Quantity, naive: [String; 2]) -> String {
    format!(
        "Two naive forecasts take the figure of the same month a year before or of the month before. In the {} where both can be made, the mean absolute error was {} for the median forecast, {} and {}.",
        counted_in_words(periods, ["period", "periods"]),
        error.exact(),
        naive[0],
        naive[1],
    )
}
