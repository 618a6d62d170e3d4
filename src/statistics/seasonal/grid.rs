//! A series prepared for regression and decomposition: consecutive months, with their figures.

use crate::statistics::{Known, Unavailable};
use crate::trade::{Figure, Month, Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// The least number of months for seasonal statistics: three of each calendar month.
pub const LEAST_MONTHS: usize = 36;

/// Below this standard deviation of the logarithms, the figures count as constant and results would be
/// rounding error.
pub const NO_DEVIATION: f64 = 1e-9;

/// After a longer run of missing months the grid begins anew: figures from before a gap of a year say little.
const LONGEST_GAP: i32 = 11;

/// A figure of a month, or of January and February if they are known only together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spell {
    /// The months.
    pub period: Period,
    /// How much, in the series' unit.
    pub value: f64,
    /// Half a unit of the last digit, as a share of the value.
    pub rounding: f64,
}

impl Spell {
    /// The natural logarithm of the monthly average.
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
    /// After a year of which all that is known is zero or less, the last of these then.
    NotPositive(Period),
}

/// The latest run of months without a gap of a year. Figures of zero or less have no logarithm and count as
/// missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    spells: Vec<Spell>,
    zeros: Vec<Period>,
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

    /// Why it begins in that month.
    pub const fn beginning(&self) -> Beginning {
        self.beginning
    }

    /// The figures, in order.
    pub fn spells(&self) -> &[Spell] {
        &self.spells
    }

    /// The periods from the first month on with figures of zero or less.
    pub fn zeros(&self) -> &[Period] {
        &self.zeros
    }

    /// The period with such a figure that contains `month`.
    pub fn zero(&self, month: Month) -> Option<Period> {
        self.zeros.iter().find(|period| period.contains(month)).copied()
    }

    /// How many months are known.
    pub fn months(&self) -> usize {
        months(&self.spells)
    }

    /// The months without a figure.
    pub fn missing(&self) -> Vec<Month> {
        self.first().through(self.last()).filter(|month| self.spell(*month).is_none()).collect_vec()
    }

    /// The spell that covers `month`.
    pub fn spell(&self, month: Month) -> Option<&Spell> {
        self.spells.iter().find(|spell| spell.period.contains(month))
    }

    /// The same months with other values: for each spell, by its index, the value and its rounding.
    pub fn holding(&self, of: impl Fn(usize) -> (f64, f64)) -> Self {
        let held = |(place, spell): (usize, &Spell)| {
            let (value, half) = of(place);
            Spell { value, rounding: half / value, ..*spell }
        };
        let spells = self.spells.iter().enumerate().map(held).collect_vec();
        Self { spells, ..self.clone() }
    }

    /// The grid's months before `month`.
    pub fn before(&self, month: Month) -> Self {
        let ended = |spell: &&Spell| spell.period.end() < month;
        let spells = self.spells.iter().filter(ended).copied().collect_vec();
        Self { spells, zeros: self.zeros.clone(), beginning: self.beginning }
    }
}

/// The root mean square of the spells' [`Spell::rounding`], likewise as a share of the value; 0 of no spells.
pub fn rounding(spells: &[Spell]) -> f64 {
    let squares = spells.iter().map(|spell| spell.rounding * spell.rounding).sum::<f64>();
    (squares / spells.len().max(1) as f64).sqrt()
}

/// The number of months that spells cover.
pub fn months(spells: &[Spell]) -> usize {
    spells.iter().map(|spell| usize::from(spell.period.months)).sum()
}

/// The grid of a series.
///
/// # Errors
///
/// If the series has no figure above zero.
pub fn grid(series: &Series) -> Known<Grid> {
    if series.is_annual() {
        return Err(Unavailable::WholeYears);
    }
    // What is beyond all numbers is as little a figure as what has no logarithm.
    let positive = |spell: &Spell| spell.value > 0.0 && spell.value < 1e300;
    let (mut spells, others): (Vec<Spell>, Vec<Spell>) =
        known(series).into_iter().partition(positive);
    let mut zeros = others.into_iter().map(|spell| spell.period).collect_vec();
    if spells.is_empty() {
        let nothing = Unavailable::TooFewMonths { known: 0, needed: LEAST_MONTHS };
        return Err(zeros.last().copied().map_or(nothing, Unavailable::NotPositive));
    }
    let mut starts = spells.windows(2).enumerate().filter_map(|(index, pair)| {
        let [one, other] = pair else { return None };
        (other.period.start - one.period.end() > LONGEST_GAP + 1).then_some(index + 1)
    });
    let mut beginning = Beginning::Whole;
    if let Some(start) = starts.next_back() {
        let after = spells.split_off(start);
        let (ended, begins) = (spells.last(), after.first());
        let within = |zero: &&Period| {
            ended.is_some_and(|spell| zero.start > spell.period.end())
                && begins.is_some_and(|spell| zero.start < spell.period.start)
        };
        let zero = zeros.iter().rfind(within).copied();
        beginning = zero.map_or(Beginning::Gap, Beginning::NotPositive);
        spells = after;
    }
    let first = spells.first().map(|spell| spell.period.start);
    zeros.retain(|period| first.is_some_and(|first| period.start > first));
    Ok(Grid { spells, zeros, beginning })
}

/// What is known of a series' months: those known alone, and joint figures of months of which
/// neither is.
fn known(series: &Series) -> Vec<Spell> {
    let spell = |figure: &Figure| Spell {
        period: figure.period,
        value: figure.value,
        rounding: figure.rounding(),
    };
    // A whole year says nothing of its months.
    let neither = series.undivideds().filter(|figure| figure.period.months == 2);
    let mut spells = series.months().chain(neither).map(spell).collect_vec();
    sort_by_key(&mut spells, |spell| spell.period);
    spells
}
