//! A series as the regression and the decomposition see it: months one after the other, with what
//! is known of each.

use crate::statistics::{Known, Unavailable};
use crate::trade::{Figure, Month, Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// Months that a season needs: three of each.
pub const LEAST_MONTHS: usize = 36;

/// Below this standard deviation of logarithms the figures leave nothing to chance, and what is
/// computed of it would be rounding errors.
pub const NO_DEVIATION: f64 = 1e-9;

/// A longer run of missing months begins the grid anew: what was before a year unknown says little.
const LONGEST_GAP: i32 = 11;

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

/// Why a grid begins where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// Nothing is known before.
    Whole,
    /// After a year of which nothing is known.
    Gap,
    /// After a figure of zero or less, which has no logarithm.
    NotPositive(Period),
}

/// The latest stretch of months with no gap of a year, all above zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    spells: Vec<Spell>,
    beginning: Beginning,
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

    /// Why it begins there.
    pub const fn beginning(&self) -> Beginning {
        self.beginning
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
        let spells = self.spells.iter().filter(ended).copied().collect_vec();
        Self { spells, beginning: self.beginning }
    }
}

/// How many months spells cover.
pub fn months(spells: &[Spell]) -> usize {
    spells.iter().map(|spell| usize::from(spell.period.months)).sum()
}

/// The grid of a series.
///
/// # Errors
/// Where a figure of zero or less leaves fewer than three years after it; where nothing is known.
pub fn grid(series: &Series) -> Known<Grid> {
    if series.is_annual() {
        return Err(Unavailable::WholeYears);
    }
    let mut spells = known(series);
    if spells.is_empty() {
        return Err(Unavailable::TooFewMonths { known: 0, needed: LEAST_MONTHS });
    }
    let mut beginning = Beginning::Whole;
    let positive = |spell: &Spell| spell.value > 0.0 && spell.value < 1e300;
    if let Some(place) = spells.iter().rposition(|spell| !positive(spell)) {
        let after = spells.split_off(place + 1);
        let period = spells.pop().map_or(Period::month(Month::from_index(0)), |spell| spell.period);
        if months(&after) < LEAST_MONTHS {
            return Err(Unavailable::NotPositive(period));
        }
        (spells, beginning) = (after, Beginning::NotPositive(period));
    }
    let mut starts = spells.windows(2).enumerate().filter_map(|(index, pair)| {
        let [one, other] = pair else { return None };
        (other.period.start - one.period.end() > LONGEST_GAP + 1).then_some(index + 1)
    });
    if let Some(start) = starts.next_back() {
        (spells, beginning) = (spells.split_off(start), Beginning::Gap);
    }
    Ok(Grid { spells, beginning })
}

/// What is known of a series' months: those reported, what a joint figure leaves for the other
/// month where one was reported, and joint figures of which neither was.
fn known(series: &Series) -> Vec<Spell> {
    let spell = |figure: &Figure| Spell { period: figure.period, value: figure.value };
    // A whole year says nothing of its months.
    let joint = || series.figures().filter(|figure| figure.period.months == 2);
    let left = joint().filter_map(|figure| {
        let Period { start, .. } = figure.period;
        let (own, month) = match (series.month(start), series.month(start + 1)) {
            (Some(own), None) => (own, start + 1),
            (None, Some(own)) => (own, start),
            _ => return None,
        };
        Some(Spell { period: Period::month(month), value: figure.value - own.value })
    });
    let neither = series.undivideds().filter(|figure| figure.period.months == 2).map(spell);
    let mut spells = series.months().map(spell).chain(neither).chain(left).collect_vec();
    sort_by_key(&mut spells, |spell| spell.period);
    spells
}
