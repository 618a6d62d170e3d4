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
    /// The same in two or three words, for a chart; empty where the title is short enough.
    pub short: String,
    /// Which events a chart names first, from 1; none for those that it only marks.
    pub rank: Option<u8>,
    /// What it was said to mean for the trade.
    pub effect: String,
    /// Where it was reported.
    pub url: String,
}
