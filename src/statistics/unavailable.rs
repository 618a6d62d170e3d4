//! Why a statistic cannot be computed.

use crate::trade::{Period, Unit};

/// A statistic, or why there is none.
pub type Known<T> = Result<T, Unavailable>;

/// Why a statistic cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The data hold nothing for the period.
    NotReported(Period),
    /// The data hold no value in this money for the period.
    NoValue(Period, Unit),
    /// The data hold no values at all, in whatever money.
    NoMoney,
    /// Nothing is known of any earlier period.
    NothingBefore(Period),
    /// The months were only reported together, and the statistic needs them apart.
    ReportedTogether(Period),
    /// Fewer years are known than the statistic is defined on.
    TooFewYears {
        /// How many are known.
        known: usize,
        /// How many are needed.
        needed: usize,
    },
    /// Fewer months are known since the last gap of a year than the statistic needs.
    TooFewMonths {
        /// How many are known.
        known: usize,
        /// How many are needed.
        needed: usize,
    },
    /// Fewer months are known before an event than the statistic needs.
    TooFewMonthsBefore {
        /// How many are known.
        known: usize,
        /// How many are needed.
        needed: usize,
    },
    /// Fewer months are known from the beginning to a year after an event than the statistic needs.
    TooFewMonthsAround {
        /// How many are known.
        known: usize,
        /// How many are needed.
        needed: usize,
    },
    /// Fewer months are known after an event than the statistic needs.
    TooFewMonthsAfter {
        /// How many are known.
        known: usize,
        /// How many are needed.
        needed: usize,
    },
    /// Too large a share of the months is missing.
    TooManyMissing {
        /// How many are missing.
        missing: usize,
        /// Of how many.
        of: usize,
        /// Whether some of them have figures, which are not above zero.
        zeros: bool,
    },
    /// A figure of zero or less has no logarithm.
    NotPositive(Period),
    /// There is no unit value of no quantity.
    NoQuantity(Period),
    /// No partner of a reader's own files gives both value and quantity.
    NoneGivesBoth(Period),
    /// Partners of a reader's own files lack the value, or else the quantity, of the period, so that there is
    /// no total of it.
    NoTotal {
        /// Which period.
        period: Period,
        /// What the figures that lack would be in.
        unit: Unit,
    },
    /// More left than was made and came in.
    NothingStayed(Period),
    /// No part of the total is known for both periods.
    NoParts(Period, Period),
    /// Fewer than two parts have value and quantity in both periods, so there is no mix.
    NoMix(Period, Period),
    /// No part of the total is known for the period.
    NoPart(Period),
    /// The data hold nothing of the total's parts at all.
    NoLines {
        /// What a part is called.
        what: &'static str,
        /// The money that was asked for, where it is not what the data mostly count in.
        unit: Option<Unit>,
    },
    /// What is traded with one partner has no parts by partner.
    OnePartner,
    /// What is traded with a group of partners is not broken down by its members.
    OneGroup,
    /// The parts add up to more than the total.
    PartsExceed(Period),
    /// The data hold no events.
    NoEvents,
    /// The parts are the whole total in some months only.
    NotWhole {
        /// In how many they are.
        known: usize,
        /// Of how many.
        of: usize,
        /// The latest of the others.
        latest: Period,
    },
    /// Fewer than two series can be made of the parts that have figures above zero in every month.
    FewParts,
    /// It is not known where countries lie.
    NoOutlines,
    /// No partner is known to lie anywhere.
    Placeless,
    /// All figures are the same, or follow a pattern exactly: there is no chance to measure.
    NothingVaries,
    /// The baseline is zero, so there is no percentage of it.
    ZeroBaseline,
    /// A mean or a record is no period that could be broken down.
    NoPeriod,
    /// The statistic has no meaning for two months taken together.
    NotForTwoMonths,
    /// The statistic needs months, and only whole years are known.
    WholeYears,
    /// The statistic needs months, and only quarters are known.
    WholeQuarters,
    /// The statistic needs months, and only other periods of several are known.
    LongerPeriods,
}
