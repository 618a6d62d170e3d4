//! The terms of a regression.

use super::calendar::NewYear;
use super::whitening::Errors;

/// The terms of a regression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// Whether it has a linear trend.
    pub trend: bool,
    /// Whether it has trading days and leap years.
    pub trading_days: bool,
    /// How it models the New Year.
    pub new_year: NewYear,
    /// The number of pairs of Fourier terms, from 0 (no season) to 6 (a level for each month).
    pub pairs: usize,
    /// The correlation of its errors.
    pub errors: Errors,
}
