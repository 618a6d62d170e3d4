//! Why a statistic cannot be had, and what a change is compared with.

use std::fmt;

use crate::statistics::{Against, Unavailable};

impl fmt::Display for Unavailable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotReported(period) => write!(formatter, "no figure for {}", period.long()),
            Self::ReportedTogether(period) => {
                write!(formatter, "{} was only reported as one figure", period.long())
            }
            Self::TooFewYears { known, needed } => {
                write!(formatter, "only {known} of the {needed} years needed are available")
            }
            Self::TooFewMonths { known, needed } => write!(
                formatter,
                "not enough data: {needed} months in a row are needed, {known} are available"
            ),
            Self::TooFewMonthsAfter { known, needed } => write!(
                formatter,
                "not enough data: {needed} months from the event on are needed, {known} are available"
            ),
            Self::TooManyMissing { missing, of } => {
                write!(formatter, "too many gaps: {missing} of {of} months are missing")
            }
            Self::NotPositive(period) => {
                write!(formatter, "the figure for {} is not above zero", period.long())
            }
            Self::NoParts(period, earlier) => write!(
                formatter,
                "the total is not broken down for both {} and {}",
                period.long(),
                earlier.long()
            ),
            Self::NoPart(period) => {
                write!(formatter, "the total is not broken down for {}", period.long())
            }
            Self::NoLines { what, unit: None } => {
                write!(formatter, "the data list no {what} for it")
            }
            Self::NoLines { what, unit: Some(unit) } => {
                write!(formatter, "the data list no {what} for it in {}", unit.words())
            }
            Self::PartsExceed(period) => {
                write!(formatter, "the parts listed for {} exceed the total", period.long())
            }
            Self::NothingVaries => {
                write!(formatter, "the figures vary too little for a measurement")
            }
            Self::ZeroBaseline => write!(formatter, "the baseline is zero"),
            Self::NoPeriod => write!(
                formatter,
                "a mean or a record cannot be broken down; compare with the month before, the year before or the year to date"
            ),
            Self::NotForTwoMonths => {
                write!(formatter, "two months together cannot be compared with one")
            }
            Self::WholeYears => {
                write!(formatter, "monthly figures are needed, and these data are annual")
            }
        }
    }
}

impl fmt::Display for Against {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => formatter.write_str(&period.long()),
            Self::Mean(period, first, last) => {
                write!(formatter, "the mean of the five {} {first}–{last}", period.plural())
            }
            Self::Median(period, first, last) => {
                write!(formatter, "the median of the five {} {first}–{last}", period.plural())
            }
            Self::Record(period) => {
                write!(formatter, "the previous record, {}", period.long())
            }
        }
    }
}
