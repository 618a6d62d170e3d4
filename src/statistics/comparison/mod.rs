//! The comparisons: a file for each, and the list of them.

mod definition;
mod five_year_mean;
mod five_year_median;
mod month_on_month;
mod record;
mod year_on_year;
mod year_to_date;

use definition::Definition;

use super::change::Change;
use super::{Known, Unavailable};
use crate::trade::{Period, Series};

/// Makes a type and its list of lines, so that none can be in one and not in the other.
macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident: $file:ident,)+) => {
        /// The baseline that a month is compared with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Comparison {
            $($(#[$doc])* $name,)+
        }

        impl Comparison {
            /// Every comparison, in the order they are offered.
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];

            const fn definition(self) -> &'static Definition {
                match self {
                    $(Self::$name => &$file::DEFINITION,)+
                }
            }
        }
    };
}

comparisons! {
    /// The month before.
    MonthOnMonth: month_on_month,
    /// The same month a year before.
    YearOnYear: year_on_year,
    /// January to the month, against the same months a year before.
    YearToDate: year_to_date,
    /// The mean of the same month in the five years before.
    FiveYearMean: five_year_mean,
    /// The median of the same month in the five years before.
    FiveYearMedian: five_year_median,
    /// The highest month before it.
    Record: record,
}

impl Comparison {
    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        self.definition().code
    }

    /// Its name in JSON: `month_on_month`.
    pub const fn key(self) -> &'static str {
        self.definition().key
    }

    /// Whether it is also fair for January and February together.
    pub const fn of_two_months(self) -> bool {
        self.definition().of_two_months
    }

    /// Whether the baseline is a period, so that the change can be broken down.
    pub const fn has_periods(self) -> bool {
        self.definition().periods.is_some()
    }

    /// The period and the baseline that this comparison uses for `period`.
    ///
    /// # Errors
    ///
    /// If the baseline is a mean, a median or a record, not a period; if two months would be compared with
    /// one.
    pub fn periods(self, period: Period) -> Known<(Period, Period)> {
        self.definition().periods.map_or(Err(Unavailable::NoPeriod), |periods| periods(period))
    }

    /// The comparison whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|comparison| comparison.code() == text)
    }
}

/// Like [`Comparison::periods`], but a series of years or quarters has no month before.
///
/// # Errors
///
/// As [`Comparison::periods`]; if months are needed and only whole years are known.
pub fn periods(series: &Series, period: Period, comparison: Comparison) -> Known<(Period, Period)> {
    needs_met(series, period, comparison)?;
    comparison.periods(period)
}

/// The change of `period` (a month, January and February together, or a year of an annual series) under
/// `comparison`.
///
/// # Errors
///
/// If the figure or its baseline is not known.
pub fn change(series: &Series, period: Period, comparison: Comparison) -> Known<Change> {
    needs_met(series, period, comparison)?;
    (comparison.definition().change)(series, period)
}

fn needs_met(series: &Series, period: Period, comparison: Comparison) -> Known<()> {
    let own = period.months > 1 && period == series.span(period.start);
    match without_months(series) {
        Some(why) if own && comparison.definition().needs_months => Err(why),
        _ => Ok(()),
    }
}

/// Why a series has no months, where only quarters or years are known.
pub fn without_months(series: &Series) -> Option<Unavailable> {
    match series.step() {
        12 => Some(Unavailable::WholeYears),
        3 => Some(Unavailable::WholeQuarters),
        1 => None,
        _ => Some(Unavailable::LongerPeriods),
    }
}
