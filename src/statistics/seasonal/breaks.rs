//! Where the level of a series shifted, the season taken out: PELT (Killick, Fearnhead & Eckley
//! 2012), an exact search, with the sum of squares about each stretch's mean as its cost.

use super::decomposition::{Decomposition, deviation};
use super::grid::NO_DEVIATION;
use crate::trade::Month;
use crate::util::CollectVec as _;

/// The least length of a stretch, in months.
pub const LEAST_SEGMENT: usize = 6;

/// What a shift must save, in variances of the noise times the logarithm of the length (the
/// modified Bayesian criterion, Zhang & Siegmund 2007).
const PRICE: f64 = 3.0;

/// A stretch of months at one level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The first month.
    pub from: Month,
    /// The last month.
    pub to: Month,
    /// The geometric mean of its deseasonalised months, in the series' unit.
    pub level: f64,
}

/// The levels of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Breaks {
    /// One after the other; one alone where the level did not shift.
    pub levels: Vec<Level>,
    /// What a shift had to save, in squared logarithms.
    pub penalty: f64,
}

/// The standard deviation of what is new in each value, from the median deviation of the steps:
/// shifts of level hardly move it.
pub fn noise(values: &[f64]) -> f64 {
    let steps: Vec<f64> = values
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] => Some(other - one),
            _ => None,
        })
        .collect_vec();
    deviation(&steps) / std::f64::consts::SQRT_2
}

/// `3 σ² ln n`, of a σ that is more than a rounding error.
pub fn penalty(values: &[f64]) -> f64 {
    let sigma = noise(values).max(NO_DEVIATION);
    PRICE * sigma * sigma * (values.len().max(1) as f64).ln()
}

/// The levels of a decomposed series.
pub fn breaks(parts: &Decomposition) -> Breaks {
    let values = parts.deseasonalised();
    let penalty = penalty(&values);
    let ends = pelt(&values, penalty, LEAST_SEGMENT);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let level = |(start, end): (usize, &usize)| {
        let part = values.get(start..*end)?;
        let mean = part.iter().sum::<f64>() / part.len().max(1) as f64;
        let (from, to) = (parts.months.get(start)?.month, parts.months.get(end - 1)?.month);
        Some(Level { from, to, level: mean.exp() })
    };
    Breaks { levels: starts.zip(&ends).filter_map(level).collect_vec(), penalty }
}

/// Where each stretch of `values` ends (the index after its last; the length of `values` is always
/// the last end), so that the cost of all stretches and `penalty` for each is least.
pub fn pelt(values: &[f64], penalty: f64, least: usize) -> Vec<usize> {
    let (count, least) = (values.len(), least.max(1));
    if count == 0 {
        return Vec::new();
    }
    // A penalty of nothing, or none at all, would split what does not vary.
    if penalty.is_nan() || penalty <= 0.0 || !values.iter().all(|value| value.is_finite()) {
        return vec![count];
    }
    let sums = Sums::new(values);
    // For each end: the least cost up to it, and where its last stretch starts.
    let mut best: Vec<(f64, usize)> = vec![(f64::INFINITY, 0); count + 1];
    if let Some(start) = best.first_mut() {
        *start = (-penalty, 0);
    }
    let mut starts: Vec<usize> = vec![0];
    for end in least..=count {
        let cost = |start: usize| {
            let before = best.get(start).map_or(f64::INFINITY, |(cost, _)| *cost);
            before + sums.cost(start, end) + penalty
        };
        let reachable = || starts.iter().copied().filter(|start| end - start >= least);
        let found = reachable()
            .map(|start| (cost(start), start))
            .reduce(|one, other| if other.0 < one.0 { other } else { one })
            .unwrap_or((f64::INFINITY, 0));
        // A start that is dearer than the best even without a further penalty never wins again.
        let kept: Vec<usize> = starts
            .iter()
            .copied()
            .filter(|start| end - start < least || cost(*start) - penalty <= found.0)
            .collect_vec();
        if let Some(place) = best.get_mut(end) {
            *place = found;
        }
        starts = kept;
        starts.push(end);
    }
    let mut ends = vec![count];
    let mut end = count;
    while let Some((_, start)) = best.get(end).filter(|(_, start)| *start > 0) {
        ends.push(*start);
        end = *start;
    }
    ends.reverse();
    ends
}

/// Running sums, for the squares about a mean in one step.
struct Sums(Vec<(f64, f64)>);

impl Sums {
    fn new(values: &[f64]) -> Self {
        // About their mean, or the squares of large values would drown the differences.
        let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
        let mut sums = vec![(0.0, 0.0)];
        let (mut sum, mut squares) = (0.0, 0.0);
        for value in values.iter().map(|value| value - mean) {
            sum += value;
            squares += value * value;
            sums.push((sum, squares));
        }
        Self(sums)
    }

    fn cost(&self, start: usize, end: usize) -> f64 {
        let (Some(from), Some(to)) = (self.0.get(start), self.0.get(end)) else {
            return f64::INFINITY;
        };
        let (sum, squares) = (to.0 - from.0, to.1 - from.1);
        squares - sum * sum / (end - start).max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_found_and_a_level_is_left_whole() {
        let noise = |index: usize| (index % 4) as f64 / 10.0;
        let step: Vec<f64> =
            (0..40).map(|index| noise(index) + if index < 17 { 0.0 } else { 2.0 }).collect();
        assert_eq!(pelt(&step, 1.0, 6), [17, 40]);
        let level: Vec<f64> = (0..40).map(noise).collect();
        assert_eq!(pelt(&level, 1.0, 6), [40]);
        assert_eq!(pelt(&[1.0; 5], 0.0, 6), [5]);
        assert_eq!(pelt(&[], 1.0, 6), [0; 0]);
        assert_eq!(pelt(&[1.0, 2.0], 1.0, 6), [2]);
    }
}
