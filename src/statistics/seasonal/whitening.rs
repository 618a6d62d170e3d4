//! Autocorrelated errors: AR(1), or a local level with noise.

use crate::trade::{Month, Period};
use crate::util::CollectVec as _;

/// The correlation of a regression's errors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Errors {
    /// An autoregression of first order with this coefficient, at unit variance of the error.
    Autoregressive(f64),
    /// A local level: a random walk whose steps have this share of the variance, 1, of what is new
    /// each month. It begins where the intercept has it.
    Level(f64),
}

impl Errors {
    /// What lasts of an error, the variance of what joins it, that of what is new each month
    /// and passes, and of the first error.
    const fn parts(self) -> [f64; 4] {
        match self {
            Self::Autoregressive(share) => [share, 1.0 - share * share, 0.0, 1.0],
            Self::Level(ratio) => [1.0, ratio, 1.0, 0.0],
        }
    }
}

/// Turns rows of a regression with correlated errors into rows with independent errors of unit variance:
/// the innovations of a Kalman filter (Harvey 1989, "Forecasting, Structural Time Series Models and the
/// Kalman Filter", 3.4). Missing months are allowed; two months reported together are the mean of both
/// errors.
#[derive(Clone, Debug)]
pub struct Whitening {
    parts: [f64; 4],
    at: Option<Month>,
    /// Variance of this month's error, its covariance with the month before, variance of that.
    spread: [f64; 3],
    /// Of each column.
    state: Vec<State>,
}

impl Whitening {
    /// For rows of `width` numbers, including the response.
    pub fn new(errors: Errors, width: usize) -> Self {
        let parts = errors.parts();
        let [share, _, _, start] = parts;
        let spread = [start, share * start, start];
        Self { parts, at: None, spread, state: (0..width).map(|_| [0.0; 2]).collect_vec() }
    }

    /// The transformation of the row of `period`, which must be later than all before.
    pub fn turn(&mut self, period: Period) -> Turn {
        let end = period.end();
        let steps = self.at.map_or(0, |at| end - at);
        self.at = Some(end);
        let [share, joining, passing, _] = self.parts;
        for _ in 0..steps {
            let [now, _, _] = self.spread;
            self.spread = [share * share * now + joining, share * now, now];
        }
        let [now, between, before] = self.spread;
        let weights = if period.months == 2 { [0.5, 0.5] } else { [1.0, 0.0] };
        let [weight, other] = weights;
        let [own, past] = [weight * now + other * between, weight * between + other * before];
        let variance = weight * own + other * past + passing / f64::from(period.months);
        let gains = [own / variance, past / variance];
        let [own_gain, past_gain] = gains;
        self.spread = [now - own * own_gain, between - own * past_gain, before - past * past_gain];
        Turn { steps, share, weights, gains, variance, root: variance.sqrt() }
    }

    /// Whitens the row of `period`, which must be later than all before. Returns the variance of its
    /// innovation.
    pub fn whiten(&mut self, period: Period, row: &mut [f64]) -> f64 {
        let turn = self.turn(period);
        for _ in 0..turn.steps {
            for state in &mut self.state {
                turn.step(state);
            }
        }
        for (entry, state) in row.iter_mut().zip(&mut self.state) {
            *entry = turn.new_in(*entry, state);
        }
        turn.variance
    }
}

/// The filter's state for a column: this month's error and the previous month's.
pub type State = [f64; 2];

/// The transformation of a row, the same for every column.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// Months since the row before.
    steps: i32,
    /// What lasts of an error each month.
    share: f64,
    /// How much this month's error and that of the month before are of the row's.
    weights: [f64; 2],
    /// What of anything new these take.
    gains: [f64; 2],
    variance: f64,
    root: f64,
}

impl Turn {
    /// The innovation of a column's entry, at unit variance.
    pub fn whitened(&self, entry: f64, state: &mut State) -> f64 {
        for _ in 0..self.steps {
            self.step(state);
        }
        self.new_in(entry, state)
    }

    /// Goes on by a month.
    fn step(&self, state: &mut State) {
        let [now, _] = *state;
        *state = [self.share * now, now];
    }

    fn new_in(&self, entry: f64, state: &mut State) -> f64 {
        let ([here, there], [weight, other], [own, past]) = (*state, self.weights, self.gains);
        let new = entry - weight * here - other * there;
        *state = [here + own * new, there + past * new];
        new / self.root
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_in_a_row_are_quasi_differenced() {
        let first = Month::from_index(24000);
        let mut whitening = Whitening::new(Errors::Autoregressive(0.6), 1);
        let mut whiten = |month, value: f64| {
            let mut row = [value];
            let variance = whitening.whiten(Period::month(month), &mut row);
            let [new] = row;
            (variance, new)
        };
        assert_eq!(whiten(first, 2.0), (1.0, 2.0));
        let (variance, new) = whiten(first + 1, 3.0);
        assert!((variance - 0.64).abs() < 1e-12 && (new - 1.8 / 0.8).abs() < 1e-12);
        // A month is missing: the coefficient is squared.
        let (variance, new) = whiten(first + 3, 3.0);
        assert!((variance - (1.0 - 0.1296)).abs() < 1e-12);
        assert!((new - (3.0 - 0.36 * 3.0) / variance.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn two_months_together_are_their_mean() {
        let january = Period { start: Month::from_index(24000), months: 2 };
        let mut row = [1.0];
        let variance = Whitening::new(Errors::Autoregressive(0.5), 1).whiten(january, &mut row);
        // (1 + 1 + 2 × 0.5) / 4
        assert!((variance - 0.75).abs() < 1e-12);
    }

    #[test]
    fn a_level_is_smoothed_exponentially() {
        let first = Month::from_index(24000);
        let mut whitening = Whitening::new(Errors::Level(0.5), 1);
        let mut variances = Vec::new();
        for month in first.through(first + 40) {
            variances.push(whitening.whiten(Period::month(month), &mut [1.0]));
        }
        // In the end p² − q p − q = 0 for the variance p of the level: p = 1 where q is a half, and
        // what is new has p + 1.
        let near = |place: usize, variance: f64| {
            variances.get(place).is_some_and(|found| (found - variance).abs() < 1e-9)
        };
        assert!(near(0, 1.0) && near(1, 1.5) && near(40, 2.0), "{variances:?}");
    }
}
