//! A series as the regression and the decomposition see it: months one after the other, with what
//! is known of each.

use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// Months that a season needs: three of each.
pub const LEAST_MONTHS: usize = 36;

/// Below this standard deviation of logarithms the figures leave nothing to chance, and what is
/// computed of it would be rounding errors.
pub const NO_DEVIATION: f64 = 1e-9;

/// A longer run of missing months begins the grid anew.
const LONGEST_GAP: i32 = 2;

/// What is known of a month, or of January and February where only both were reported.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spell {
    /// The months.
    pub period: Period,
    /// How much, in the series' unit.
    pub value: f64,
}

impl Spell {
    /// The logarithm of the monthly average.
    pub fn log(&self) -> f64 {
        (self.value / f64::from(self.period.months)).ln()
    }
}

/// The latest stretch of months with no gap of more than two.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    spells: Vec<Spell>,
}

impl Grid {
    /// The first month.
    pub fn first(&self) -> Month {
        self.spells.first().map_or(Month::from_index(0), |spell| spell.period.start)
    }

    /// The last month.
    pub fn last(&self) -> Month {
        self.spells.last().map_or(Month::from_index(0), |spell| spell.period.end())
    }

    /// What is known, in order.
    pub fn spells(&self) -> &[Spell] {
        &self.spells
    }

    /// How many months are known.
    pub fn months(&self) -> usize {
        months(&self.spells)
    }

    /// The months that nothing is known of.
    pub fn missing(&self) -> Vec<Month> {
        self.first().through(self.last()).filter(|month| self.spell(*month).is_none()).collect_vec()
    }

    /// The spell that covers `month`.
    pub fn spell(&self, month: Month) -> Option<&Spell> {
        self.spells.iter().find(|spell| spell.period.contains(month))
    }

    /// The grid's months before `month`.
    pub fn before(&self, month: Month) -> Self {
        let ended = |spell: &&Spell| spell.period.end() < month;
        Self { spells: self.spells.iter().filter(ended).copied().collect_vec() }
    }
}

/// How many months spells cover.
pub fn months(spells: &[Spell]) -> usize {
    spells.iter().map(|spell| usize::from(spell.period.months)).sum()
}

/// The grid of a series.
///
/// # Errors
/// Where a figure is zero or less, for it has no logarithm; where nothing is known.
pub fn grid(series: &Series) -> Known<Grid> {
    // A whole year says nothing of its months.
    let joint = series.undivideds().filter(|figure| figure.period.months == 2);
    let figures = series.months().chain(joint);
    let mut spells: Vec<Spell> =
        figures.map(|figure| Spell { period: figure.period, value: figure.value }).collect_vec();
    sort_by_key(&mut spells, |spell| spell.period);
    let mut starts = spells.windows(2).enumerate().filter_map(|(index, pair)| {
        let [one, other] = pair else { return None };
        (other.period.start - one.period.end() > LONGEST_GAP + 1).then_some(index + 1)
    });
    let start = starts.next_back().unwrap_or(0);
    let spells = spells.split_off(start.min(spells.len()));
    if series.is_annual() {
        return Err(Unavailable::WholeYears);
    }
    if spells.is_empty() {
        return Err(Unavailable::TooFewMonths { known: 0, needed: LEAST_MONTHS });
    }
    match spells.iter().find(|spell| !(spell.value > 0.0 && spell.value < 1e300)) {
        Some(spell) => Err(Unavailable::NotPositive(spell.period)),
        None => Ok(Grid { spells }),
    }
}
