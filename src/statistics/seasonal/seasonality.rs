//! Three tests for a season, on changes from month to month.

use super::decomposition::Decomposition;
use super::filling::{Filled, Filling};
use crate::statistics::distribution::chi_square_above;
use crate::statistics::{Known, Unavailable};
use crate::trade::Month;
use crate::util::CollectVec as _;
use crate::util::sort;

/// A test's statistic and p-value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Test {
    /// The statistic.
    pub statistic: f64,
    /// The p-value, 0 to 1.
    pub p: f64,
    /// How many steps, or whole years, it was computed from.
    pub count: usize,
}

/// What the tests show together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// At least two find a season at the 1 % level.
    Seasonal,
    /// None finds one at the 10 % level.
    NotSeasonal,
    /// Anything between.
    Undecided,
}

/// The tests of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seasonality {
    /// Autocorrelation at one and two years.
    pub qs: Option<Test>,
    /// Ranks of the months within each whole year.
    pub friedman: Option<Test>,
    /// Ranks of all steps, by calendar month.
    pub kruskal_wallis: Option<Test>,
    /// What they show together.
    pub verdict: Verdict,
}

/// A step of the logarithm, into `month` from the month before.
type Step = (Month, f64);

/// Tests a series for a season, after removing calendar effects, because a moving New Year is not a season.
/// Filled months count only if the others are too few for two tests.
///
/// # Errors
///
/// If the series does not vary.
pub fn seasonality_in(parts: &Decomposition) -> Known<Seasonality> {
    let steps = |own: &dyn Fn(&Filled) -> bool| {
        let months = parts.months.iter().zip(&parts.calendar);
        let pairs = months.clone().zip(months.skip(1));
        let pairs = pairs.filter(|((before, _), (filled, _))| own(before) && own(filled));
        let step = |((before, offset), (filled, own)): ((&Filled, &f64), (&Filled, &f64))| {
            (filled.month, filled.value.ln() - own - before.value.ln() + offset)
        };
        pairs.map(step).collect_vec()
    };
    seasonality_of(&steps(&|filled| filled.filling == Filling::None))
        .or_else(|_| seasonality_of(&steps(&|_| true)))
}

/// Tests steps for a season.
///
/// # Errors
///
/// If they do not vary, or are too few for two tests.
pub fn seasonality_of(steps: &[Step]) -> Known<Seasonality> {
    let tests = [qs(steps), friedman(steps), kruskal_wallis(steps)];
    let found = || tests.iter().flatten();
    if found().count() < 2 {
        return Err(Unavailable::NothingVaries);
    }
    let verdict = match () {
        () if found().filter(|test| test.p < 0.01).count() >= 2 => Verdict::Seasonal,
        () if found().all(|test| test.p > 0.1) => Verdict::NotSeasonal,
        () => Verdict::Undecided,
    };
    let [qs, friedman, kruskal_wallis] = tests;
    Ok(Seasonality { qs, friedman, kruskal_wallis, verdict })
}

/// The QS test of X-13ARIMA-SEATS (Maravall 2012): `n (n + 2) Σ r² / (n − k)` over the
/// autocorrelations at 12 and 24 months where they are positive; chi-square with 2 degrees of
/// freedom. Pairs of which one is missing are left out.
pub fn qs(steps: &[Step]) -> Option<Test> {
    let count = steps.len() as f64;
    let mean = steps.iter().map(|(_, value)| value).sum::<f64>() / count.max(1.0);
    let spread: f64 = steps.iter().map(|(_, value)| (value - mean) * (value - mean)).sum();
    let at = |month: Month| {
        let place = steps.binary_search_by_key(&month, |(month, _)| *month).ok()?;
        steps.get(place).map(|(_, value)| value - mean)
    };
    let correlation = |lag: i32| -> f64 {
        let products =
            steps.iter().filter_map(|(month, value)| Some((value - mean) * at(*month - lag)?));
        products.sum::<f64>() / spread
    };
    if count <= 24.0 || spread <= 0.0 {
        return None;
    }
    let (year, two_years) = (correlation(12).max(0.0), correlation(24).max(0.0));
    let two_years = if year > 0.0 { two_years } else { 0.0 };
    let sum = year * year / (count - 12.0) + two_years * two_years / (count - 24.0);
    let statistic = count * (count + 2.0) * sum;
    Some(Test { statistic, p: chi_square_above(statistic, 2), count: steps.len() })
}

/// Friedman's test (1937): the ranks of the twelve months within each whole calendar year;
/// chi-square with 11 degrees of freedom, corrected for ties.
pub fn friedman(steps: &[Step]) -> Option<Test> {
    let mut totals = [0.0; 12];
    let (mut years, mut ties) = (0.0, 0.0);
    let (first, last) = (steps.first()?.0.year(), steps.last()?.0.year());
    for year in first..=last {
        let within: Vec<f64> = steps
            .iter()
            .filter(|(month, _)| month.year() == year)
            .map(|(_, value)| *value)
            .collect_vec();
        if within.len() < totals.len() {
            continue;
        }
        let (ranks, tied) = ranks(&within);
        for (total, rank) in totals.iter_mut().zip(ranks) {
            *total += rank;
        }
        years += 1.0;
        ties += tied;
    }
    if years < 3.0 {
        return None;
    }
    let squares: f64 = totals.iter().map(|total| total * total).sum();
    let raw = 12.0 / (12.0 * 13.0 * years) * squares - 3.0 * 13.0 * years;
    let correction = 1.0 - ties / (years * 12.0 * (144.0 - 1.0));
    tested(raw / correction, years as usize)
}

/// The Kruskal–Wallis test (1952): the ranks of all steps, grouped by calendar month; chi-square
/// with 11 degrees of freedom, corrected for ties.
pub fn kruskal_wallis(steps: &[Step]) -> Option<Test> {
    let values: Vec<f64> = steps.iter().map(|(_, value)| *value).collect_vec();
    let count = values.len() as f64;
    let (ranks, ties) = ranks(&values);
    let mut groups = [(0.0, 0.0); 12];
    for ((month, _), rank) in steps.iter().zip(ranks) {
        if let Some((total, size)) = groups.get_mut(month.number() as usize - 1) {
            *total += rank;
            *size += 1.0;
        }
    }
    if groups.iter().any(|(_, size)| *size < 2.0) {
        return None;
    }
    let squares: f64 = groups.iter().map(|(total, size)| total * total / size).sum();
    let raw = 12.0 / (count * (count + 1.0)) * squares - 3.0 * (count + 1.0);
    let correction = 1.0 - ties / (count * count * count - count);
    tested(raw / correction, values.len())
}

fn tested(statistic: f64, count: usize) -> Option<Test> {
    let test = Test { statistic, p: chi_square_above(statistic, 11), count };
    statistic.is_finite().then_some(test)
}

/// The rank of each value from 1, equals sharing theirs, and `Σ (t³ − t)` over the groups of
/// equals.
fn ranks(values: &[f64]) -> (Vec<f64>, f64) {
    let mut sorted = values.to_vec();
    sort(&mut sorted, f64::total_cmp);
    let mut ties = 0.0;
    let rank = |value: &f64| {
        let below = sorted.partition_point(|other| other < value) as f64;
        let equal = sorted.partition_point(|other| other <= value) as f64 - below;
        // Each of the equals brings its share of t³ − t.
        (below + (equal + 1.0) / 2.0, equal * equal - 1.0)
    };
    let ranks = values
        .iter()
        .map(|value| {
            let (rank, tie) = rank(value);
            ties += tie;
            rank
        })
        .collect_vec();
    (ranks, ties)
}
