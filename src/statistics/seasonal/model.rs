//! What a regression may be made of.

use super::calendar::NewYear;
use super::whitening::Errors;

/// What a regression is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// Whether it has a straight trend.
    pub trend: bool,
    /// Whether it knows the trading days, and with them the leap years.
    pub trading_days: bool,
    /// How it knows the New Year.
    pub new_year: NewYear,
    /// How many pairs of Fourier terms, 0 (no season) to 6 (a level for each month).
    pub pairs: usize,
    /// How its errors hang together.
    pub errors: Errors,
}
