//! How the figures of a line are shown: as levels, changes, an index or shares.

use super::{Amount, Grouped};
use crate::trade::Period;
use crate::util::{CollectVec as _, add_missing};

/// How a line is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Transformation {
    /// The figures.
    #[default]
    Level,
    /// The change on the same period of the year before, in percent.
    YearOnYear,
    /// The change on the period before, in percent.
    OnPrevious,
    /// The figures, and under them the change on the year before.
    LevelAndChange,
    /// The figures against one of them, which counts as 100.
    Index,
    /// The share of the total, in percent.
    Share,
}

impl Transformation {
    /// Every transformation, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Level,
        Self::YearOnYear,
        Self::OnPrevious,
        Self::LevelAndChange,
        Self::Index,
        Self::Share,
    ];

    /// Whether amounts are shown as such, each with its unit.
    pub const fn has_amounts(self) -> bool {
        matches!(self, Self::Level | Self::LevelAndChange)
    }

    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::YearOnYear => "yoy",
            Self::OnPrevious => "previous",
            Self::LevelAndChange => "both",
            Self::Index => "index",
            Self::Share => "share",
        }
    }

    /// The transformation whose word is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == text)
    }
}

/// A number computed from an amount and a baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Transformed {
    /// The amount.
    pub amount: Amount,
    /// The baseline.
    pub against: Amount,
    /// The result: percent, or an index with the base at 100.
    pub value: f64,
}

impl Transformed {
    /// The indices of the sources behind both.
    pub fn sources(&self) -> Vec<usize> {
        let mut sources = self.amount.sources.clone();
        add_missing(&mut sources, &self.against.sources);
        sources
    }
}

/// Changes on the same period of the year before, in percent: 100·(now/then − 1). Left out if either is
/// missing or the baseline is zero.
pub fn year_on_year(grouped: &Grouped) -> Vec<Transformed> {
    changes(grouped, |period| Some(period.years_before(1)))
}

/// Changes on the period before, likewise. Joint months have no single month before them.
pub fn on_previous(grouped: &Grouped) -> Vec<Transformed> {
    let step = grouped.grouping.step();
    changes(grouped, |period| {
        // Among figures as they were reported may be years.
        let reported = grouped.grouping == super::Grouping::Month;
        let step = if reported { period.months } else { step };
        let before = Period { start: period.start - i32::from(step), months: period.months };
        // January to a month stands beside no such sum of the month before's year.
        let apart = period.months == 2 && !grouped.grouping.stands_at_its_end();
        let to_date = grouped.grouping == super::Grouping::YearToDate;
        let shorter = || Period::ending(period.end() - 1, period.months.saturating_sub(1).max(1));
        match (apart, to_date) {
            (true, _) => None,
            (_, true) => (period.months > 1).then(shorter),
            _ => Some(before),
        }
    })
}

fn changes(grouped: &Grouped, before: impl Fn(Period) -> Option<Period>) -> Vec<Transformed> {
    let change = |amount: &Amount| {
        let against = grouped.known(before(amount.period)?)?;
        transformed(amount, &against, |ratio| (ratio - 1.0) * 100.0)
    };
    grouped.amounts.iter().filter_map(change).collect_vec()
}

/// An index with the base period at 100; `None` if the base is not known or zero. Several months known
/// together count as their mean.
pub fn index(grouped: &Grouped, base: Period) -> Option<Vec<Transformed>> {
    let base = grouped.known(base).filter(|base| base.value != 0.0)?;
    let months = |amount: &Amount| f64::from(amount.period.months);
    let alike = !grouped.grouping.stands_at_its_end();
    let indexed = |amount: &Amount| {
        let size = if alike { months(&base) / months(amount) } else { 1.0 };
        transformed(amount, &base, |ratio| ratio * 100.0 * size)
    };
    Some(grouped.amounts.iter().filter_map(indexed).collect_vec())
}

/// Shares of the totals of the same periods, in percent.
pub fn share(grouped: &Grouped, total: &Grouped) -> Vec<Transformed> {
    let shared =
        |amount: &Amount| transformed(amount, &total.known(amount.period)?, |ratio| ratio * 100.0);
    grouped.amounts.iter().filter_map(shared).collect_vec()
}

fn transformed(amount: &Amount, against: &Amount, of: impl Fn(f64) -> f64) -> Option<Transformed> {
    let value = of(amount.value / against.value);
    value.is_finite().then(|| Transformed {
        amount: amount.clone(),
        against: against.clone(),
        value,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Grouping, Origin};
    use crate::trade::Month;

    /// Amounts of periods as long as these, one after the other.
    fn grouped(grouping: Grouping, first: i32, sizes: &[(u16, f64)]) -> Grouped {
        let mut start = Month::from_index(first);
        let amounts = sizes.iter().map(|(months, value)| {
            let period = Period { start, months: *months };
            start = period.end() + 1;
            Amount { period, value: *value, decimals: 0, origin: Origin::Sum, sources: vec![0] }
        });
        Grouped { grouping, amounts: amounts.collect() }
    }

    fn values(held: &[Transformed]) -> Vec<f64> {
        held.iter().map(|held| held.value).collect()
    }

    #[test]
    fn changes_are_in_percent_of_what_was_before() {
        let years = grouped(
            Grouping::Year,
            24240,
            &[(12, 80.0), (12, 100.0), (12, 50.0), (12, 0.0), (12, 9.0)],
        );
        assert_eq!(values(&year_on_year(&years)), [25.0, -50.0, -100.0]);
        assert_eq!(values(&on_previous(&years)), [25.0, -50.0, -100.0]);
        let reported = grouped(Grouping::Month, 24240, &[(12, 80.0), (12, 100.0), (1, 9.0)]);
        assert_eq!(values(&on_previous(&reported)), [25.0], "years as they were reported");
        let months = grouped(Grouping::Month, 24240, &[(2, 80.0), (1, 50.0), (1, 60.0)]);
        assert_eq!(
            values(&on_previous(&months)).len(),
            1,
            "joint months have no single month before them"
        );
    }

    #[test]
    fn joint_months_stand_beside_the_sum_of_what_was_known_month_by_month() {
        let eleven = [(1, 20.0), (1, 30.0), (10, 0.0)];
        let months = grouped(Grouping::Month, 24240, &[&eleven[..], &[(2, 75.0)]].concat());
        let found = year_on_year(&months);
        assert_eq!(values(&found), [50.0]);
        assert_eq!(found.first().map(|held| held.against.value), Some(50.0));
        let part = grouped(Grouping::Month, 24240, &[(2, 10.0)]);
        assert_eq!(values(&share(&part, &months)), [20.0]);
        assert_eq!(
            values(&share(&months, &part)),
            Vec::<f64>::new(),
            "what is known jointly tells of no month"
        );
    }

    #[test]
    fn an_index_is_100_where_it_begins() {
        let months = grouped(Grouping::Month, 24240, &[(2, 80.0), (1, 50.0), (1, 60.0)]);
        let base = Period { start: Month::from_index(24240), months: 2 };
        assert_eq!(
            index(&months, base).map(|found| values(&found)),
            Some(vec![100.0, 125.0, 150.0])
        );
        // Of a series that has these months one by one their mean counts as well.
        let apart = grouped(Grouping::Month, 24240, &[(1, 60.0), (1, 20.0), (1, 50.0)]);
        assert_eq!(index(&apart, base).map(|found| values(&found)), Some(vec![150.0, 50.0, 125.0]));
        // What is known jointly tells of no month alone.
        assert_eq!(index(&months, Period::month(Month::from_index(24241))), None);
        assert_eq!(index(&months, Period::month(Month::from_index(24250))), None);
        let nothing = grouped(Grouping::Month, 24240, &[(1, 0.0), (1, 5.0)]);
        assert_eq!(index(&nothing, Period::month(Month::from_index(24240))), None);
    }

    #[test]
    fn a_share_is_of_the_same_period() {
        let part = grouped(Grouping::Month, 24240, &[(1, 20.0), (1, 30.0)]);
        let total = grouped(Grouping::Month, 24241, &[(1, 120.0), (1, 5.0)]);
        assert_eq!(values(&share(&part, &total)), [25.0]);
    }
}
