//! One figure against another: how much more or less, in the unit and in percent.

use std::fmt;

use super::{Amount, Known, Origin, Unavailable, amount, record, same_month};
use crate::trade::{Period, Series};

/// What a month is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The month before.
    MonthOnMonth,
    /// The same month a year before.
    YearOnYear,
    /// January to the month, against the same months a year before.
    YearToDate,
    /// The mean of the same month in the five years before.
    FiveYearMean,
    /// The median of the same month in the five years before.
    FiveYearMedian,
    /// The highest month before it.
    Record,
}

impl Comparison {
    /// Every comparison, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::MonthOnMonth,
        Self::YearOnYear,
        Self::YearToDate,
        Self::FiveYearMean,
        Self::FiveYearMedian,
        Self::Record,
    ];

    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::MonthOnMonth => "mom",
            Self::YearOnYear => "yoy",
            Self::YearToDate => "ytd",
            Self::FiveYearMean => "mean5",
            Self::FiveYearMedian => "median5",
            Self::Record => "record",
        }
    }

    /// The name shown to readers.
    pub const fn label(self) -> &'static str {
        match self {
            Self::MonthOnMonth => "Month-on-month",
            Self::YearOnYear => "Year-on-year",
            Self::YearToDate => "Year to date",
            Self::FiveYearMean => "Five-year mean",
            Self::FiveYearMedian => "Five-year median",
            Self::Record => "Record",
        }
    }

    /// The two periods that `period` stands for and against under this comparison.
    ///
    /// # Errors
    /// For a mean, a median or a record, which is no period; for two months against one.
    pub fn periods(self, period: Period) -> Known<(Period, Period)> {
        match self {
            Self::MonthOnMonth => {
                single(period)?;
                Ok((period, Period::month(period.start - 1)))
            }
            Self::YearOnYear => Ok((period, period.years_before(1))),
            Self::YearToDate => {
                let to_date = Period::year_to_date(period.end());
                Ok((to_date, to_date.years_before(1)))
            }
            Self::FiveYearMean | Self::FiveYearMedian | Self::Record => Err(Unavailable::NoPeriod),
        }
    }

    /// The comparison whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|comparison| comparison.code() == text)
    }
}

/// What exactly the baseline of a change is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// Another period.
    Period(Period),
    /// The mean of the same months of five years, the first and last of which are given.
    Mean(Period, i32, i32),
    /// Their median.
    Median(Period, i32, i32),
    /// The highest month, or year, so far.
    Record(Period),
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
                write!(formatter, "the record until then, {}", period.long())
            }
        }
    }
}

/// A figure and its baseline, both in the series' unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What the figure is held against.
    pub against: Against,
    /// The figure.
    pub current: Amount,
    /// The baseline.
    pub baseline: f64,
    /// How the baseline came about; none for a mean, a median or a record.
    pub baseline_origin: Option<Origin>,
    /// Decimals worth showing of the baseline.
    pub baseline_decimals: u8,
    /// Indices of the sources behind the baseline.
    pub baseline_sources: Vec<usize>,
}

impl Change {
    /// The difference, in the unit.
    pub fn absolute(&self) -> f64 {
        self.current.value - self.baseline
    }

    /// Indices of the sources behind both figures, each once.
    pub fn sources(&self) -> Vec<usize> {
        let mut sources = self.current.sources.clone();
        for source in &self.baseline_sources {
            if !sources.contains(source) {
                sources.push(*source);
            }
        }
        sources
    }

    /// The difference in percent of the baseline.
    ///
    /// # Errors
    /// [`Unavailable::ZeroBaseline`].
    pub fn percent(&self) -> Known<f64> {
        if self.baseline == 0.0 {
            return Err(Unavailable::ZeroBaseline);
        }
        Ok(self.absolute() / self.baseline * 100.0)
    }
}

/// As [`Comparison::periods`], but a series of whole years knows nothing of a month before, nor of
/// a year to some month: that would be the change on the year before under another name.
///
/// # Errors
/// As [`Comparison::periods`]; where months are needed and only whole years are known.
pub fn periods(series: &Series, period: Period, comparison: Comparison) -> Known<(Period, Period)> {
    let monthly = matches!(comparison, Comparison::MonthOnMonth | Comparison::YearToDate);
    if monthly && period.months == 12 && series.is_annual() {
        return Err(Unavailable::WholeYears);
    }
    comparison.periods(period)
}

/// `period` (a month, January and February together, or a year where only years are known) under
/// `comparison`.
///
/// # Errors
/// Where the figure or its baseline is not known.
pub fn change(series: &Series, period: Period, comparison: Comparison) -> Known<Change> {
    match comparison {
        Comparison::MonthOnMonth | Comparison::YearOnYear | Comparison::YearToDate => {
            let (period, earlier) = periods(series, period, comparison)?;
            change_between(series, period, earlier)
        }
        Comparison::FiveYearMean => {
            let usual = same_month(series, period)?;
            let against = Against::Mean(period, period.start.year() - 5, period.start.year() - 1);
            against_value(series, period, against, usual.mean, usual.sources)
        }
        Comparison::FiveYearMedian => {
            let usual = same_month(series, period)?;
            let against = Against::Median(period, period.start.year() - 5, period.start.year() - 1);
            against_value(series, period, against, usual.median, usual.sources)
        }
        Comparison::Record => {
            if !series.is_annual() {
                single(period)?;
            }
            let record = record(series, period.start)?;
            let held = Period { start: record.month, ..period };
            let sources = amount(series, held)?.sources;
            against_value(series, period, Against::Record(held), record.value, sources)
        }
    }
}

fn single(period: Period) -> Known<()> {
    if period.months == 1 { Ok(()) } else { Err(Unavailable::NotForTwoMonths) }
}

/// One period against another, whatever lies between.
///
/// # Errors
/// Where either is not known.
pub fn change_between(series: &Series, period: Period, earlier: Period) -> Known<Change> {
    let current = amount(series, period)?;
    let baseline = amount(series, earlier)?;
    Ok(Change {
        against: Against::Period(earlier),
        current,
        baseline: baseline.value,
        baseline_origin: Some(baseline.origin),
        baseline_decimals: baseline.decimals,
        baseline_sources: baseline.sources,
    })
}

fn against_value(
    series: &Series,
    period: Period,
    against: Against,
    baseline: f64,
    baseline_sources: Vec<usize>,
) -> Known<Change> {
    let current = amount(series, period)?;
    // A mean has no decimals of its own; past a hundred thousand none is worth showing.
    let baseline_decimals = u8::from(baseline.fract() != 0.0 && baseline < 1e5);
    let baseline_origin = None;
    Ok(Change { against, current, baseline, baseline_origin, baseline_decimals, baseline_sources })
}
