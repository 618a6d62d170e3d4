//! Errors that last: each month's is a share of the one before and something new.

use crate::trade::{Month, Period};

/// Turns rows of a regression with such errors into rows with independent ones: what of each is
/// new, given all before it, at unit variance (the innovations of a Kalman filter; Harvey 1989,
/// "Forecasting, Structural Time Series Models and the Kalman Filter", 3.4). The error's own
/// variance is 1. Missing months only make the next row newer; two months reported together are
/// the mean of both errors.
pub struct Whitening {
    share: f64,
    at: Option<Month>,
    /// Variance of this month's error, its covariance with the month before, variance of that.
    spread: [f64; 3],
    /// For each column what is known of this month's error and the one before.
    state: Vec<[f64; 2]>,
}

impl Whitening {
    /// For rows of `width` numbers, the response among them.
    pub fn new(share: f64, width: usize) -> Self {
        Self { share, at: None, spread: [1.0, share, 1.0], state: vec![[0.0; 2]; width] }
    }

    fn step(&mut self) {
        let share = self.share;
        let [now, _, _] = self.spread;
        self.spread = [share * share * now + 1.0 - share * share, share * now, now];
        for state in &mut self.state {
            let [now, _] = *state;
            *state = [share * now, now];
        }
    }

    /// Whitens the row of `period`, which must come after all before it. Answers with the
    /// variance of what was new in it.
    pub fn whiten(&mut self, period: Period, row: &mut [f64]) -> f64 {
        let end = period.end();
        for _ in 0..self.at.map_or(0, |at| end - at) {
            self.step();
        }
        self.at = Some(end);
        let [now, between, before] = self.spread;
        let (weight, other) = if period.months == 2 { (0.5, 0.5) } else { (1.0, 0.0) };
        let gain = [weight * now + other * between, weight * between + other * before];
        let [own, past] = gain;
        let variance = weight * own + other * past;
        let root = variance.sqrt();
        for (entry, state) in row.iter_mut().zip(&mut self.state) {
            let [here, there] = *state;
            let new = *entry - weight * here - other * there;
            *state = [here + own / variance * new, there + past / variance * new];
            *entry = new / root;
        }
        self.spread = [
            now - own * own / variance,
            between - own * past / variance,
            before - past * past / variance,
        ];
        variance
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_in_a_row_are_quasi_differenced() {
        let first = Month::from_index(24000);
        let mut whitening = Whitening::new(0.6, 1);
        let mut whiten = |month, value: f64| {
            let mut row = [value];
            let variance = whitening.whiten(Period::month(month), &mut row);
            let [new] = row;
            (variance, new)
        };
        assert_eq!(whiten(first, 2.0), (1.0, 2.0));
        let (variance, new) = whiten(first + 1, 3.0);
        assert!((variance - 0.64).abs() < 1e-12 && (new - 1.8 / 0.8).abs() < 1e-12);
        // A month is missing: the share is squared.
        let (variance, new) = whiten(first + 3, 3.0);
        assert!((variance - (1.0 - 0.1296)).abs() < 1e-12);
        assert!((new - (3.0 - 0.36 * 3.0) / variance.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn two_months_together_are_their_mean() {
        let january = Month::from_index(24000);
        let mut whitening = Whitening::new(0.5, 1);
        let mut row = [1.0];
        let variance = whitening.whiten(Period { start: january, months: 2 }, &mut row);
        // (1 + 1 + 2 × 0.5) / 4
        assert!((variance - 0.75).abs() < 1e-12);
    }
}
