//! Is it only the season? What a month's trend and season would have led one to expect, how sure
//! that is, and where the level shifted.
//!
//! All of it works on logarithms, for trade moves in proportions: a season takes a share off a
//! level, not a number of tonnes.

mod autoregressive;
mod backtest;
mod breaks;
mod decomposition;
mod event_effect;
mod expectation;
mod filling;
mod grid;
mod least_squares;
mod new_year;
mod regression;
mod seasonality;
mod study;

pub use backtest::{Backtest, backtest};
pub use breaks::{Breaks, LEAST_SEGMENT, Level, breaks, noise, pelt, penalty};
pub use decomposition::{Decomposition, PERIOD, Stl, decompose, stl, strength};
pub use event_effect::{EventEffect, MOST_AFTER, event_effect};
pub use expectation::{Expectation, Ordinary, expectation, expectations};
pub use filling::{Filled, Filling};
pub use grid::{Grid, LEAST_MONTHS, Spell, grid};
pub use new_year::{NewYear, new_year, share_of_days};
pub use regression::{Forecast, Model, forecasts};
pub use seasonality::{
    Seasonality, Test, Verdict, friedman, kruskal_wallis, qs, seasonality, seasonality_of,
};
pub use study::Study;
