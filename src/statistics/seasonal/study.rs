//! A series made ready for everything about its season, so that what several statistics need is
//! computed once.

use std::cell::OnceCell;

use super::grid::{Grid, grid};
use super::regression::{Forecast, Model, forecasts};
use crate::statistics::Known;
use crate::trade::{Period, Series};

/// The latest stretch of a series, and what the regression makes of it.
#[derive(Clone, Debug)]
pub struct Study {
    grid: Grid,
    forecasts: OnceCell<Vec<Option<Forecast>>>,
}

impl Study {
    /// The study of a series.
    ///
    /// # Errors
    /// Where a figure is zero or less, for it has no logarithm; where nothing is known.
    pub fn new(series: &Series) -> Known<Self> {
        Ok(Self { grid: grid(series)?, forecasts: OnceCell::new() })
    }

    /// The months it is about.
    pub const fn grid(&self) -> &Grid {
        &self.grid
    }

    /// What each spell of the grid was expected to be from those before it, and the month after
    /// the last from all of them.
    pub fn forecasts(&self) -> &[Option<Forecast>] {
        let next = Period::month(self.grid.last() + 1);
        self.forecasts.get_or_init(|| forecasts(self.grid.spells(), Some(next)))
    }

    /// The model that suits the first `spells` spells best; none where they are too few.
    pub fn model(&self, spells: usize) -> Option<Model> {
        self.forecasts().get(spells)?.as_ref().map(|forecast| forecast.model)
    }
}
