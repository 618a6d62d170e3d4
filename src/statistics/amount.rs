//! The amount of a period: as reported, or as the sum of its months.

use super::{Known, Unavailable};
use crate::trade::{Figure, Month, Period, Quantity, Series, Status, Unit};
use crate::util::sort_unique;

/// How an amount was obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// One figure, with this status.
    Figure(Status),
    /// The sum of the figures of the period's months.
    Sum,
    /// The sum of the figures of its quarters, where months are not known.
    SumOfQuarters,
    /// The same of its years.
    SumOfYears,
    /// A cumulative figure and the months behind it.
    SumAndMonths,
    /// What one sum leaves of a longer one.
    DifferenceOfSums,
    /// The mean of months.
    Mean,
    /// The month's figure without its season.
    Adjusted,
}

impl Origin {
    /// The word used in files, which English shows as well.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Figure(status) => status.code(),
            Self::Sum => "sum of months",
            Self::SumOfQuarters => "sum of quarters",
            Self::SumOfYears => "sum of years",
            Self::SumAndMonths => "sum",
            Self::DifferenceOfSums => "difference of sums",
            Self::Mean => "mean of months",
            Self::Adjusted => "seasonally adjusted",
        }
    }

    /// The sign behind an amount in tables: that of a figure, or the one of what was computed here.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Figure(status) => status.mark(),
            _ => "†",
        }
    }

    /// Whether it is a figure that its report calls approximate.
    pub fn is_rough(self) -> bool {
        self == Self::Figure(Status::Approximate)
    }
}

/// The amount of a period, in the series' unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The period.
    pub period: Period,
    /// How much.
    pub value: f64,
    /// Decimals worth showing.
    pub decimals: u8,
    /// How the number came about.
    pub origin: Origin,
    /// Indices of the sources behind it, each once.
    pub sources: Vec<usize>,
}

impl Amount {
    /// Whether its report says that it is approximate.
    pub fn is_rough(&self) -> bool {
        self.origin.is_rough()
    }

    /// The amount with its unit, in which its series counts.
    pub fn quantity(&self, unit: Unit) -> Quantity {
        Quantity { value: self.value, unit, decimals: self.decimals, rough: self.is_rough() }
    }
}

impl From<&Figure> for Amount {
    fn from(figure: &Figure) -> Self {
        Self {
            period: figure.period,
            value: figure.value,
            decimals: figure.decimals,
            origin: Origin::Figure(figure.status),
            sources: figure.sources.clone(),
        }
    }
}

/// The period with a figure that covers `month`: the month itself, or January and February together if they
/// were only reported so.
pub fn slot(series: &Series, month: Month) -> Option<Period> {
    series.month(month).or_else(|| series.undivided(month)).map(|figure| figure.period)
}

/// The amount of `period`: the figure reported for exactly that period, or else the sum of its months. A
/// reported cumulative figure prevails over the sum, because it includes customs' revisions of earlier
/// months.
///
/// # Errors
///
/// As [`sum`].
pub fn amount(series: &Series, period: Period) -> Known<Amount> {
    match series.figure(period) {
        Some(figure) => Ok(figure.into()),
        None => sum(series, period),
    }
}

/// The sum of the months of `period`, as reported.
///
/// # Errors
///
/// As [`summands`].
pub fn sum(series: &Series, period: Period) -> Known<Amount> {
    sum_of(series, period, &mut false)
}

/// The same, and whether it rests on a derived figure.
pub(super) fn sum_of(series: &Series, period: Period, derived: &mut bool) -> Known<Amount> {
    let mut total =
        Amount { period, value: 0.0, decimals: 0, origin: Origin::SumOfYears, sources: Vec::new() };
    for figure in summands(series, period)? {
        total.value += figure.value;
        *derived |= figure.status == Status::Derived;
        total.decimals = total.decimals.max(figure.decimals);
        total.sources.extend(&figure.sources);
        if period.months == 1 {
            total.origin = Origin::Figure(figure.status);
        } else if figure.period.months < 12 {
            let quarters = figure.period.months == 3 && figure.period != period;
            total.origin = match series.step() {
                _ if quarters => Origin::SumOfQuarters,
                1 | 3 => Origin::Sum,
                _ => Origin::Figure(Status::Derived),
            };
        }
    }
    sort_unique(&mut total.sources);
    Ok(total)
}

/// The figures whose sum is the amount of a period, in order: one for each month, as reported; January and
/// February's joint figure if the period contains both; a year's figure if its months are not known.
///
/// # Errors
///
/// If a month is missing, or known only together with a month outside the period.
pub fn summands(series: &Series, period: Period) -> Known<Vec<&Figure>> {
    let mut figures = Vec::new();
    let mut month = period.start;
    while month <= period.end() {
        let fits =
            |figure: &&Figure| figure.period.start >= month && figure.period.end() <= period.end();
        let joint = series.joint(month);
        let together = series.undivided(month);
        let figure = joint.filter(fits).or_else(|| series.month(month));
        // Of a year without months all of it counts, or nothing.
        let Some(figure) = figure.or_else(|| together.filter(fits)) else {
            // Of a year or quarter of which nothing is known, or of January and February together, it is this that
            // is missed and not its first month.
            let mut months = period.start.through(period.end());
            let whole = period.start.number() as u16 % period.months.min(12) == 1
                || period == series.span(period.start);
            let whole =
                period.months > 1 && whole && months.all(|month| slot(series, month).is_none());
            let lacking = if whole { period } else { Period::month(month) };
            return Err(together.map_or(Unavailable::NotReported(lacking), |together| {
                Unavailable::ReportedTogether(together.period)
            }));
        };
        figures.push(figure);
        month = figure.period.end() + 1;
    }
    Ok(figures)
}
