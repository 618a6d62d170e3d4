//! Whether a stated figure can stand for a value.

use crate::stories::claim::{Hedge, Stated};

/// `More than 4,000 tons` tells of no more than twice as many.
const FAR: f64 = 2.0;

impl Stated {
    /// Whether the figure, as printed and hedged, stands for `value`.
    pub fn holds(&self, value: f64) -> bool {
        let slack = self.step * 1e-6;
        (self.low - slack..=self.high + slack).contains(&value)
    }

    /// Whether `value`, rounded as the figure is, differs by at most one unit of the last digit.
    pub fn is_near(&self, value: f64) -> bool {
        let rounded = (value / self.step).round() * self.step;
        // A figure of one digit and zeros is too coarse for its neighbour to be near.
        let fine = self.step <= 1.0 || self.step <= self.value.abs() * 0.2;
        fine && self.hedge.is_none()
            && self.value.abs() >= self.step * 15.0
            && (rounded - self.value).abs() <= self.step * 1.000_001
    }

    /// Whether `value` is consistent with a hedge but far beyond what it suggests.
    pub fn is_past(&self, value: f64) -> bool {
        let same = value.signum() == self.value.signum();
        let more = value.abs() > self.value.abs();
        match self.hedge {
            Hedge::More => same && more,
            Hedge::Less => same && !more,
            _ => false,
        }
    }

    /// The same, and not so far past that another amount is likelier meant.
    pub fn is_just_past(&self, value: f64) -> bool {
        self.is_past(value) && (1.0 / FAR..FAR).contains(&(value / self.value))
    }

    /// Whether the figure has so many digits that agreement is no accident.
    pub fn is_telling(&self) -> bool {
        self.hedge.is_none() && self.value.abs() >= self.step * 40.0
    }

    /// Whether it has at least two digits.
    pub fn is_more_than_round(&self) -> bool {
        self.hedge.is_none() && self.value.abs() >= self.step * 9.5
    }

    /// The figure with `slack` added on both sides.
    pub const fn widened(self, slack: f64) -> Self {
        Self { low: self.low - slack, high: self.high + slack, ..self }
    }
}
