//! Years by months, as shades.

use super::super::numbers::{in_words, placed};
use super::super::subject::Subject;
use crate::statistics::Rank;
use crate::trade::{Period, Quantity};

/// The chart's name.
pub const fn label() -> &'static str {
    "Heat map"
}

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "a heat map of months"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Heat map",
        "Shading runs evenly from the lowest to the highest figure shown; two months reported together share one cell, shaded by their average.",
    )]
}

/// The month's place among the same months of earlier years.
pub fn headline(subject: Subject<'_>, amount: Quantity, period: Period, rank: Rank) -> String {
    format!(
        "{}: {} in {}, {} of {} {}",
        subject.start(),
        amount.rounded(),
        period.long(),
        placed(rank),
        in_words(rank.of),
        period.plural(),
    )
}

/// Which figures the place was found among.
pub fn earlier(period: Period) -> String {
    format!("the {} before", period.plural())
}
