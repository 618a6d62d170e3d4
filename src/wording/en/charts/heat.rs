//! Years by months, as shades.

use super::super::numbers::placed;
use super::super::subject::Subject;
use crate::statistics::Rank;
use crate::trade::{Period, Quantity};

/// The chart's name.
pub const LABEL: &str = "Heat map";

/// What a sentence calls it.
pub const CALLED: &str = "a heat map of months";

/// How it is computed.
pub const METHODS: [(&str, &str); 1] = [(
    "Heat map",
    "Shading runs evenly from the lowest to the highest figure shown; two months reported together share one cell, shaded by their average.",
)];

/// The month's place among the same months of earlier years.
pub fn headline(subject: Subject<'_>, amount: Quantity, period: Period, rank: Rank) -> String {
    format!(
        "{}: {} in {}, the {} of {} {} on record",
        subject.start(),
        amount.rounded(),
        period.long(),
        placed(rank),
        rank.of,
        period.plural(),
    )
}

/// Which figures the place was found among.
pub fn earlier(period: Period) -> String {
    format!("the {} before", period.plural())
}
