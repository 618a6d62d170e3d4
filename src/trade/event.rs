//! What happened when, for a chart to mark.

use super::Month;

/// Something that happened on a day, with where it was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// The month of that day.
    pub month: Month,
    /// What happened, in a few words.
    pub title: String,
    /// What it was said to mean for the trade.
    pub effect: String,
    /// Where it was reported.
    pub url: String,
}
