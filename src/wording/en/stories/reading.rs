//! How a figure was read.

use super::super::numbers::within;
use crate::statistics::Comparison;
use crate::trade::{Flow, Month, Period, Unit};
use crate::wording::facts::Subject;

/// What a series is of: `exports of magnets to Germany`, `exports of magnets, in US dollars`;
/// what the data count in is not said.
pub fn trade(subject: &Subject<'_>, unit: Unit, counts: Unit) -> String {
    let words = match subject.flow {
        // An allowance's name says by itself what it is.
        Flow::Quota => return within(subject.goods),
        Flow::MirrorExport | Flow::MirrorImport => {
            format!("{}, by the partner’s figures", subject.trade())
        }
        _ => subject.trade(),
    };
    if unit == counts { words } else { format!("{words}, in {}", unit.words()) }
}

/// The same without its season.
pub fn adjusted(trade: &str) -> String {
    format!("seasonally adjusted {trade}")
}

/// Of which months a trade is meant.
pub fn level(trade: &str, period: Period) -> String {
    format!("{trade}, {}", period.long())
}

/// The same a month.
pub fn average(trade: &str, period: Period) -> String {
    format!("{trade}, monthly average of {}", period.long())
}

/// The same for each of what is counted.
pub fn for_each(trade: &str, of: Unit, period: Period) -> String {
    format!("unit value of {trade} {}, {}", of.each(), period.long())
}

/// Against which months it is held.
pub fn change(trade: &str, period: Period, baseline: Period) -> String {
    format!("{trade}, {} compared with {}", period.long(), baseline.long())
}

/// What part it is of another amount.
pub fn part(level: &str, whole: &str) -> String {
    format!("{level}, as a percentage of {whole}")
}

/// What is usual for the months of `level`, or, for a change, what these are compared with.
pub fn on_usual(level: &str, usual: Comparison, is_change: bool) -> String {
    let against = if is_change { " compared with the" } else { "," };
    format!("{level}{against} {}", within(usual.label()))
}

/// The parts of a reading that a figure's own sentence does not say, by their words in reports.
pub fn unsaid(parts: &[&'static str]) -> String {
    format!(" (not stated in the sentence: {})", parts.join(", "))
}

/// When a story was supposed to be written, and how that is known, by its word in reports.
pub fn supposed(date: Month, dated: &'static str) -> String {
    let way = match dated {
        "dateline" => "the date in its first lines",
        // A year’s figures are published in the month after it.
        "years" if date.number() == 1 => "the latest year it names, whose figures were out by then",
        "years" => "the latest year it names",
        _ => "the year most of its figures fit",
    };
    format!("The story is dated {} here, by {way}.", date.long())
}
