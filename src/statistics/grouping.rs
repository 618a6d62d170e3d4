//! Months grouped into quarters, years, running sums and means, the year to date, or seasonally adjusted
//! months.

use super::seasonal::{Filling, PreparedSeries};
use super::{Amount, Known, Origin, Unavailable, amount, rolling, without_months};
use crate::trade::{Holiday, Month, Period, Series};
use crate::util::CollectVec as _;
use crate::util::{sort_by_key, sort_unique, three_figures};

/// How the months of a series are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// As they were reported: months, joint months, or whole years.
    #[default]
    Month,
    /// Calendar quarters, each the sum of its months.
    Quarter,
    /// Calendar years, likewise.
    Year,
    /// The sum of three months, at the last of them.
    Sum3,
    /// The sum of twelve months, likewise.
    Sum12,
    /// The mean of three months, likewise.
    Mean3,
    /// The mean of twelve months, likewise.
    Mean12,
    /// January to the month.
    YearToDate,
    /// The months seasonally adjusted.
    Adjusted,
}

impl Grouping {
    /// Every grouping, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Month,
        Self::Quarter,
        Self::Year,
        Self::Sum3,
        Self::Sum12,
        Self::Mean3,
        Self::Mean12,
        Self::YearToDate,
        Self::Adjusted,
    ];

    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Sum3 => "sum3",
            Self::Sum12 => "sum12",
            Self::Mean3 => "mean3",
            Self::Mean12 => "mean12",
            Self::YearToDate => "ytd",
            Self::Adjusted => "adjusted",
        }
    }

    /// The grouping whose word is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grouping| grouping.code() == text)
    }

    /// The number of months from one of its periods to the next.
    pub const fn step(self) -> u16 {
        match self {
            Self::Quarter => 3,
            Self::Year => 12,
            _ => 1,
        }
    }

    /// Whether its periods are calendar periods, which may be reported without their months.
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Quarter | Self::Year)
    }

    /// How many months a running sum or mean takes.
    pub const fn run(self) -> Option<u16> {
        match self {
            Self::Sum3 | Self::Mean3 => Some(3),
            Self::Sum12 | Self::Mean12 => Some(12),
            _ => None,
        }
    }

    /// Whether it is a running mean.
    const fn is_mean(self) -> bool {
        matches!(self, Self::Mean3 | Self::Mean12)
    }

    /// Whether its periods overlap, so that each is placed at its last month.
    pub const fn stands_at_its_end(self) -> bool {
        self.run().is_some() || matches!(self, Self::YearToDate)
    }

    /// Whether `period` is the one shown for `month`: the one that contains it or, if periods overlap, ends
    /// with it.
    pub fn stands_for(self, period: Period, month: Month) -> bool {
        if self.stands_at_its_end() { period.end() == month } else { period.contains(month) }
    }

    /// The period that ends with a month; none where no period does.
    fn ending(self, last: Month) -> Option<Period> {
        let whole = |months: u16| {
            let ends = last.number().is_multiple_of(u32::from(months));
            ends.then(|| Period::ending(last, months))
        };
        match self.run() {
            Some(months) => Some(Period::ending(last, months)),
            None if self.is_whole() => whole(self.step()),
            None if self == Self::YearToDate => Some(Period::year_to_date(last)),
            None => Some(Period::month(last)),
        }
    }
}

/// A series grouped, in order of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouped {
    /// How it is grouped.
    pub grouping: Grouping,
    /// The known amounts; a period with a missing month is left out.
    pub amounts: Vec<Amount>,
}

impl Grouped {
    /// The amount of exactly this period.
    pub fn of(&self, period: Period) -> Option<&Amount> {
        self.amounts.iter().find(|amount| amount.period == period)
    }

    /// The amount of a period: of exactly this one or, for months, the sum of those within.
    pub fn known(&self, period: Period) -> Option<Amount> {
        if let Some(own) = self.of(period) {
            return Some(own.clone());
        }
        let within = |amount: &&Amount| amount.period.is_within(period);
        let parts = self.amounts.iter().filter(within).collect_vec();
        let months: u16 = parts.iter().map(|amount| amount.period.months).sum();
        if self.grouping != Grouping::Month || months != period.months {
            return None;
        }
        let mut sources = parts.iter().flat_map(|part| part.sources.clone()).collect_vec();
        sort_unique(&mut sources);
        Some(Amount {
            period,
            value: parts.iter().map(|part| part.value).sum(),
            decimals: parts.iter().map(|part| part.decimals).max()?,
            origin: Origin::Sum,
            sources,
        })
    }

    /// The first and last month of the latest run without a gap of a year.
    pub fn run(&self) -> Option<(Month, Month)> {
        let last = self.amounts.last()?.period;
        let mut since = last.start;
        for amount in self.amounts.iter().rev() {
            if since - amount.period.end() > 12 {
                break;
            }
            since = since.min(amount.period.start);
        }
        Some((since, last.end()))
    }

    /// The missing quarters or years within the range; none for other groupings.
    pub fn missing(&self, (from, to): (Month, Month)) -> Vec<Period> {
        let known = self.amounts.iter().map(|amount| amount.period);
        let known = known.filter(|period| from <= period.start && period.end() <= to).collect_vec();
        let step = self.grouping.step();
        let (Some(first), Some(last)) = (known.first(), known.last()) else { return Vec::new() };
        if !self.grouping.is_whole() {
            return Vec::new();
        }
        let starts = first.start.through(last.start).step_by(usize::from(step));
        let periods = starts.map(|start| Period { start, months: step });
        periods.filter(|period| !known.contains(period)).collect_vec()
    }

    /// The amount shown for a month.
    pub fn at(&self, month: Month) -> Option<&Amount> {
        self.amounts.iter().find(|amount| self.grouping.stands_for(amount.period, month))
    }
}

/// Groups the months of a series.
///
/// # Errors
///
/// If months are needed and only whole years are known; if seasonal adjustment fails, as
/// [`PreparedSeries::decomposition`].
pub fn grouped(series: &Series, grouping: Grouping, holiday: Option<Holiday>) -> Known<Grouped> {
    let annual = series.is_annual();
    let lacking = without_months(series);
    let amounts = match grouping {
        Grouping::Month => as_reported(series),
        Grouping::Year if annual => as_reported(series),
        _ if annual => return Err(Unavailable::WholeYears),
        Grouping::Adjusted => match lacking {
            Some(why) => return Err(why),
            None => adjusted(series, holiday)?,
        },
        _ => joined(series, grouping),
    };
    Ok(Grouped { grouping, amounts })
}

fn as_reported(series: &Series) -> Vec<Amount> {
    let known = series.months().chain(series.undivideds()).map(|figure| figure.period);
    let mut periods = known.collect_vec();
    sort_by_key(&mut periods, |period| *period);
    periods.into_iter().filter_map(|period| amount(series, period).ok()).collect_vec()
}

fn joined(series: &Series, grouping: Grouping) -> Vec<Amount> {
    // A figure of a whole period may be known where its months are not.
    let Some(first) = series.figures().map(|figure| figure.period.start).min() else {
        return Vec::new();
    };
    let last = series.figures().map(|figure| figure.period.end()).max().unwrap_or(first);
    let found = |month: Month| {
        let period = grouping.ending(month)?;
        let Some(run) = grouping.run() else { return amount(series, period).ok() };
        let whole = amount(series, period).ok();
        let mean = grouping.is_mean();
        let decimals = whole.as_ref().map_or(0, |whole| whole.decimals);
        // What was reported of exactly these months counts before their sum, as of quarters and years.
        let reported = whole.filter(|_| series.figure(period).is_some());
        let rolling = rolling(series, month, run).ok()?;
        let sum = reported.as_ref().map_or(rolling.sum, |reported| reported.value);
        let of_sum = reported.as_ref().map_or(Origin::Sum, |reported| reported.origin);
        Some(Amount {
            period,
            value: if mean { sum / f64::from(run) } else { sum },
            decimals: if mean { decimals.max(1) } else { decimals },
            origin: if mean { Origin::Mean } else { of_sum },
            sources: reported.map_or_else(|| sources_within(series, period), |own| own.sources),
        })
    };
    first.through(last).filter_map(found).collect_vec()
}

/// Who published the months of a period.
fn sources_within(series: &Series, period: Period) -> Vec<usize> {
    let own = series.figures().filter(|figure| {
        figure.period.is_within(period)
            && (figure.period.months <= 2 || figure.period.months == series.step())
    });
    let mut sources = own.flat_map(|figure| figure.sources.clone()).collect_vec();
    sort_unique(&mut sources);
    sources
}

/// The months that were reported, without their season; what was filled to take it out is not shown,
/// and neither is what was filled in the place of a zero.
fn adjusted(series: &Series, holiday: Option<Holiday>) -> Known<Vec<Amount>> {
    let parts = PreparedSeries::new(series, holiday)?.decomposition()?;
    let found = |figure: &crate::trade::Figure| {
        let own = parts.months.iter().find(|filled| filled.month == figure.period.start)?;
        if own.filling != Filling::None {
            return None;
        }
        let value = parts.adjusted_in(figure.period.start)?.value;
        Some(Amount {
            period: figure.period,
            value,
            decimals: figure.decimals.max(three_figures(value)),
            origin: Origin::Adjusted,
            sources: figure.sources.clone(),
        })
    };
    Ok(series.months().filter_map(found).collect_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Figure, Flow, Measure, Partner, SeriesKey, Unit};

    /// Months from January 2020 on, each with its own number; of 2021 January and February joint.
    fn series(months: i32) -> Series {
        let january = Month::from_index(2020 * 12);
        let figure = |start: Month, months: u16, value: f64| {
            Figure::reported(Period { start, months }, value, 0, vec![0])
        };
        let figures = (0..months).filter(|month| *month != 12).map(|month| {
            if month == 13 {
                figure(january + 12, 2, 27.0)
            } else {
                figure(january + month, 1, f64::from(month + 1))
            }
        });
        let key = SeriesKey {
            flow: Flow::Export,
            measure: Measure::Volume,
            product: "made".to_owned(),
            partner: Partner::world(),
        };
        Series::new(key, Unit::TONNE, figures)
    }

    fn values(grouping: Grouping, months: i32) -> Vec<f64> {
        let found = grouped(&series(months), grouping, None);
        let amounts = found.map(|found| found.amounts).unwrap_or_default();
        amounts.into_iter().map(|amount| amount.value).collect()
    }

    #[test]
    fn months_join_into_quarters_and_years() {
        assert_eq!(values(Grouping::Quarter, 16), [6.0, 15.0, 24.0, 33.0, 42.0]);
        assert_eq!(values(Grouping::Year, 24), [78.0, 222.0]);
        // Joint months count within a quarter and are never split.
        assert_eq!(values(Grouping::Month, 16).len(), 15);
        assert_eq!(values(Grouping::YearToDate, 15), {
            let mut sums: Vec<f64> =
                (1..=12).map(|month| f64::from(month * (month + 1) / 2)).collect();
            sums.extend([27.0, 42.0]);
            sums
        });
    }

    #[test]
    fn running_sums_leave_out_what_would_split_joint_months() {
        // December and January 2021 alone would need January apart.
        let sums = values(Grouping::Sum3, 16);
        assert_eq!(
            sums.get(..10),
            Some([6.0, 9.0, 12.0, 15.0, 18.0, 21.0, 24.0, 27.0, 30.0, 33.0].as_slice())
        );
        assert_eq!(sums.get(10..), Some([12.0 + 27.0, 27.0 + 15.0].as_slice()));
        assert_eq!(values(Grouping::Mean12, 12), [6.5]);
    }

    #[test]
    fn a_month_is_stood_for_by_the_period_that_holds_it_or_ends_with_it() {
        let march = Month::from_index(2020 * 12 + 2);
        let at = |grouping| {
            let found = grouped(&series(12), grouping, None).ok()?;
            found.at(march).map(|amount| (amount.period.months, amount.value))
        };
        assert_eq!(at(Grouping::Quarter), Some((3, 6.0)));
        assert_eq!(at(Grouping::Sum3), Some((3, 6.0)));
        assert_eq!(at(Grouping::YearToDate), Some((3, 6.0)));
        assert_eq!(at(Grouping::Year), Some((12, 78.0)));
        assert_eq!(at(Grouping::Sum12), None);
    }

    #[test]
    fn what_is_missing_of_quarters_are_quarters() {
        let of = |grouping| {
            let amounts = grouped(&series(24), grouping, None).map(|found| found.amounts);
            Grouped { grouping, amounts: amounts.unwrap_or_default() }
        };
        let run = |grouped: &Grouped| grouped.run().map(|(one, last)| (one.index(), last.index()));
        let mut quarters = of(Grouping::Quarter);
        quarters.amounts.remove(2);
        let all = (Month::from_index(0), Month::from_index(99999));
        let missing = quarters.missing(all);
        assert_eq!(missing, [Period { start: Month::from_index(2020 * 12 + 6), months: 3 }]);
        assert_eq!(of(Grouping::Sum3).missing(all), []);
        assert_eq!(run(&quarters), Some((2020 * 12, 2021 * 12 + 11)));
        quarters.amounts.drain(1..6);
        assert_eq!(run(&quarters), Some((2021 * 12 + 9, 2021 * 12 + 11)));
    }

    #[test]
    fn a_short_series_has_no_season_to_take_out() {
        assert!(matches!(
            grouped(&series(12), Grouping::Adjusted, None),
            Err(Unavailable::TooFewMonths { .. })
        ));
    }
}
