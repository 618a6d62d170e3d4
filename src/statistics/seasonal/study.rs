//! A series made ready for everything about its season, so that what several statistics need is
//! computed once.

use std::cell::OnceCell;

use super::decomposition::{Decomposition, taken_apart};
use super::diagnostics::{Diagnostics, diagnostics};
use super::disturbances::{Disturbances, disturbances};
use super::forecast::{Forecast, forecasts};
use super::grid::{Grid, grid};
use super::regression::Model;
use crate::statistics::Known;
use crate::trade::{Holiday, Period, Series};

/// The latest stretch of a series, and what the regression makes of it.
#[derive(Clone, Debug)]
pub struct Study {
    grid: Grid,
    holiday: Option<Holiday>,
    forecasts: OnceCell<Vec<Option<Forecast>>>,
    decomposition: OnceCell<Known<Decomposition>>,
    disturbances: OnceCell<Known<Disturbances>>,
    diagnostics: OnceCell<Known<Diagnostics>>,
}

impl Study {
    /// The study of a series whose trade knows those holiday.
    ///
    /// # Errors
    /// Where no figure is above zero, for the others have no logarithm; where nothing is known.
    pub fn new(series: &Series, holiday: Option<Holiday>) -> Known<Self> {
        Ok(Self {
            grid: grid(series)?,
            holiday,
            forecasts: OnceCell::new(),
            decomposition: OnceCell::new(),
            disturbances: OnceCell::new(),
            diagnostics: OnceCell::new(),
        })
    }

    /// The months it is about.
    pub const fn grid(&self) -> &Grid {
        &self.grid
    }

    /// What each spell of the grid was expected to be from those before it, and the month after
    /// the last from all of them.
    pub fn forecasts(&self) -> &[Option<Forecast>] {
        self.forecasts.get_or_init(|| self.wanted(|_| true))
    }

    /// One of [`Study::forecasts`], the others left out where they are not at hand.
    pub fn forecast(&self, place: usize) -> Option<Forecast> {
        match self.forecasts.get() {
            Some(all) => all.get(place).copied().flatten(),
            None => self.wanted(|own| own == place).into_iter().nth(place).flatten(),
        }
    }

    fn wanted(&self, wanted: impl Fn(usize) -> bool) -> Vec<Option<Forecast>> {
        let next = Period::month(self.grid.last() + 1);
        forecasts(self.grid.spells(), Some(next), self.holiday, wanted)
    }

    /// The model with AR(1) errors that suits the first `spells` spells best; none where they are
    /// too few.
    pub fn model(&self, spells: usize) -> Option<Model> {
        self.forecast(spells)?.model
    }

    /// The series taken apart.
    ///
    /// # Errors
    /// As [`super::decompose`].
    pub fn decomposition(&self) -> Known<Decomposition> {
        let found = self
            .decomposition
            .get_or_init(|| taken_apart(&self.grid, self.model(self.grid.spells().len())));
        found.clone()
    }

    /// The months that stand out.
    ///
    /// # Errors
    /// As [`disturbances`].
    pub fn disturbances(&self) -> Known<Disturbances> {
        self.disturbances.get_or_init(|| disturbances(self)).clone()
    }

    /// What the models leave.
    ///
    /// # Errors
    /// As [`diagnostics`].
    pub fn diagnostics(&self) -> Known<Diagnostics> {
        self.diagnostics.get_or_init(|| diagnostics(self)).clone()
    }
}
