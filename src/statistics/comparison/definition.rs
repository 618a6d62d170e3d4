//! What a comparison is: everything that is known of it, in a record that stands in its own file.

use crate::statistics::change::Change;
use crate::statistics::{Known, Unavailable};
use crate::trade::{Period, Series};

/// A period, with the period and the baseline that are compared for it.
pub type Periods = fn(Period) -> Known<(Period, Period)>;

/// What is known of a comparison. Adding one takes its file, which holds one of these, and a line
/// of the list in `mod.rs`.
pub struct Definition {
    /// Its word in addresses.
    pub code: &'static str,
    /// Its name in JSON.
    pub key: &'static str,
    /// The period under study and the one before that it is compared with, where it is a period.
    pub periods: Option<Periods>,
    /// Whether it says nothing of a series of whole years but what another says already.
    pub needs_months: bool,
    /// Whether it is fair to January and February together, where a New Year moves between them.
    pub of_two_months: bool,
    /// The change of a period.
    pub change: fn(&Series, Period) -> Known<Change>,
}

/// Refuses two months, which nothing of one month can be compared with.
pub fn single(period: Period) -> Known<()> {
    if period.months == 1 { Ok(()) } else { Err(Unavailable::NotForTwoMonths) }
}
