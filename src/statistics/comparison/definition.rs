//! The record that defines a comparison; each comparison has one, in a file of its own.

use crate::statistics::change::Change;
use crate::statistics::{Known, Unavailable};
use crate::trade::{Period, Series};

/// Given a period, the period and the baseline that a comparison uses.
pub type Periods = fn(Period) -> Known<(Period, Period)>;

/// The definition of a comparison. A new one takes a file with such a record and a line of the list in
/// `mod.rs`.
pub struct Definition {
    /// Its word in addresses.
    pub code: &'static str,
    /// Its name in JSON.
    pub key: &'static str,
    /// The period studied and the earlier one it is compared with, if the baseline is a period.
    pub periods: Option<Periods>,
    /// Whether it needs monthly figures.
    pub needs_months: bool,
    /// Whether it is fair for January and February together, despite a moving New Year.
    pub of_two_months: bool,
    /// Computes the change of a period.
    pub change: fn(&Series, Period) -> Known<Change>,
}

/// Refuses a period of two months, which cannot be compared with single ones.
pub fn single(period: Period) -> Known<()> {
    if period.months == 1 { Ok(()) } else { Err(Unavailable::NotForTwoMonths) }
}
