//! A series made ready for everything about its season, so that what several statistics need is
//! computed once.

use std::cell::{OnceCell, RefCell};
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use super::carried::{Carried, Numbers};
use super::decomposition::{Decomposition, taken_apart};
use super::diagnostics::{Diagnostics, left};
use super::disturbances::{Disturbances, scan};
use super::event_effect::{EventEffect, step_at};
use super::expectation::{Expectation, expectation_of, expected};
use super::forecast::{Forecast, forecasts};
use super::grid::{Grid, LEAST_MONTHS, grid};
use super::indirect::{Indirect, indirect};
use super::model::Model;
use super::seasonality::{Seasonality, seasonality_in};
use crate::statistics::Known;
use crate::statistics::structure::Part;
use crate::trade::{Holiday, Month, Period, Series};
use crate::util::CollectVec as _;

/// The latest stretch of a series, and what the regression makes of it.
#[derive(Clone, Debug)]
pub struct Study {
    grid: Grid,
    holiday: Option<Holiday>,
    forecasts: OnceCell<Vec<Option<Forecast>>>,
    expectations: OnceCell<Known<Vec<Expectation>>>,
    decomposition: OnceCell<Known<Decomposition>>,
    disturbances: OnceCell<Known<Disturbances>>,
    diagnostics: OnceCell<Known<Diagnostics>>,
    effects: RefCell<Vec<(Month, Known<EventEffect>)>>,
    /// By the seal of the parts that each was made of.
    indirects: RefCell<Vec<(f64, Known<Indirect>)>>,
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
            expectations: OnceCell::new(),
            decomposition: OnceCell::new(),
            disturbances: OnceCell::new(),
            diagnostics: OnceCell::new(),
            effects: RefCell::default(),
            indirects: RefCell::default(),
        })
    }

    /// The months it is about.
    pub const fn grid(&self) -> &Grid {
        &self.grid
    }

    /// Whether there is a season to be studied, which takes long: of fewer months it is soon said that
    /// they are too few.
    pub fn is_long(&self) -> bool {
        self.grid.months() > LEAST_MONTHS
    }

    /// What a study of the same series must agree on before it goes on from another's numbers.
    fn signature(&self) -> Vec<f64> {
        let spells = self.grid.spells().iter();
        spells.flat_map(|spell| [f64::from(spell.period.start.index()), spell.value]).collect_vec()
    }

    /// What takes long to compute of what was found so far, as numbers: the forecasts with their
    /// intervals, the parts, the effects of events, the months that stand out and what the models leave.
    pub fn carried(&self) -> Vec<f64> {
        let mut numbers = Vec::new();
        self.signature().write(&mut numbers);
        self.forecasts.get().cloned().write(&mut numbers);
        found(&self.expectations).write(&mut numbers);
        found(&self.decomposition).write(&mut numbers);
        let effects = self.effects.borrow();
        effects
            .iter()
            .filter_map(|(_, found)| found.clone().ok())
            .collect_vec()
            .write(&mut numbers);
        let indirects = self.indirects.borrow();
        indirects
            .iter()
            .filter_map(|(seal, found)| Some((*seal, found.clone().ok()?)))
            .collect_vec()
            .write(&mut numbers);
        found(&self.disturbances).write(&mut numbers);
        found(&self.diagnostics).write(&mut numbers);
        numbers
    }

    /// Goes on from what another study of the same series found; says whether it was one.
    pub fn go_on(&self, carried: &[f64]) -> bool {
        let numbers = &mut carried.iter();
        if Vec::read(numbers).is_none_or(|signature: Vec<f64>| signature != self.signature()) {
            return false;
        }
        self.take(numbers).is_some()
    }

    fn take(&self, numbers: &mut Numbers<'_>) -> Option<()> {
        let (forecasts, expectations, decomposition) = Carried::read(numbers)?;
        let effects = Vec::<EventEffect>::read(numbers)?;
        let indirects = Vec::<(f64, Indirect)>::read(numbers)?;
        let (disturbances, diagnostics) = Carried::read(numbers)?;
        keep(&self.forecasts, forecasts);
        keep(&self.expectations, Option::map(expectations, Ok));
        keep(&self.decomposition, Option::map(decomposition, Ok));
        keep(&self.disturbances, Option::map(disturbances, Ok));
        keep(&self.diagnostics, Option::map(diagnostics, Ok));
        let mut known = self.effects.borrow_mut();
        for effect in effects {
            if !known.iter().any(|(month, _)| *month == effect.month) {
                known.push((effect.month, Ok(effect)));
            }
        }
        let mut known = self.indirects.borrow_mut();
        for (seal, found) in indirects {
            if !known.iter().any(|(own, _)| *own == seal) {
                known.push((seal, Ok(found)));
            }
        }
        Some(())
    }

    /// What each spell of the grid was expected to be from those before it, and the month after
    /// the last from all of them.
    pub fn forecasts(&self) -> &[Option<Forecast>] {
        self.forecasts.get_or_init(|| self.wanted(&|_| true))
    }

    /// One of [`Study::forecasts`], the others left out where they are not known.
    pub fn forecast(&self, place: usize) -> Option<Forecast> {
        match self.forecasts.get() {
            Some(all) => all.get(place).copied().flatten(),
            None => self.wanted(&|own| own == place).into_iter().nth(place).flatten(),
        }
    }

    fn wanted(&self, wanted: &dyn Fn(usize) -> bool) -> Vec<Option<Forecast>> {
        let next = Period::month(self.grid.last() + 1);
        forecasts(self.grid.spells(), Some(next), self.holiday, wanted)
    }

    /// The model with AR(1) errors that suits the first `spells` spells best; none where they are
    /// too few.
    pub fn model(&self, spells: usize) -> Option<Model> {
        self.forecast(spells)?.model
    }

    fn whole_model(&self) -> Option<Model> {
        self.model(self.grid.spells().len())
    }

    /// What each month was expected to be, with its intervals.
    ///
    /// # Errors
    /// As [`expectations`].
    pub fn expectations(&self) -> Known<Vec<Expectation>> {
        self.expectations.get_or_init(|| expected(&self.grid, || self.forecasts())).clone()
    }

    /// The series broken down.
    ///
    /// # Errors
    /// As [`decompose`].
    pub fn decomposition(&self) -> Known<Decomposition> {
        let parts = || taken_apart(&self.grid, self.whole_model(), self.holiday);
        let found = self.decomposition.get_or_init(parts);
        found.clone()
    }

    /// The months that stand out.
    ///
    /// # Errors
    /// As [`disturbances`].
    pub fn disturbances(&self) -> Known<Disturbances> {
        self.disturbances.get_or_init(|| scan(&self.grid, self.whole_model())).clone()
    }

    /// The step at a month.
    ///
    /// # Errors
    /// As [`event_effect`].
    pub fn effect(&self, month: Month) -> Known<EventEffect> {
        let known = self.effects.borrow().iter().find(|(own, _)| *own == month).cloned();
        let (_, effect) = known.unwrap_or_else(|| {
            let found = (month, step_at(&self.grid, |spells| self.model(spells), month));
            self.effects.borrow_mut().push(found.clone());
            found
        });
        effect
    }

    /// The series adjusted from those of `parts` that are the whole of it, months as those of
    /// [`Study::decomposition`].
    ///
    /// # Errors
    /// Where the series cannot be adjusted, the parts are not the whole of it in every month, or too few
    /// of them have figures above zero throughout.
    pub fn indirect(&self, parts: &[Part]) -> Known<Indirect> {
        let own = seal(parts);
        let known = self.indirects.borrow().iter().find(|(seal, _)| *seal == own).cloned();
        let (_, found) = known.unwrap_or_else(|| {
            let made = self.decomposition().and_then(|_| indirect(&self.grid, parts, self.holiday));
            self.indirects.borrow_mut().push((own, made.clone()));
            (own, made)
        });
        found
    }

    /// Whether it was adjusted from those parts before.
    pub fn knows(&self, parts: &[Part]) -> bool {
        let own = seal(parts);
        self.indirects.borrow().iter().any(|(seal, _)| *seal == own)
    }

    /// What the models leave.
    ///
    /// # Errors
    /// As [`diagnostics`].
    pub fn diagnostics(&self) -> Known<Diagnostics> {
        let found = self.diagnostics.get_or_init(|| {
            Ok(left(&self.decomposition()?, &self.grid, self.forecasts(), self.holiday))
        });
        found.clone()
    }
}

/// A number that parts with other figures do not have: a hash of them, as many bits as a double holds.
fn seal(parts: &[Part]) -> f64 {
    let mut hasher = FxHasher::default();
    for figure in parts.iter().flat_map(|part| part.series.figures()) {
        (figure.period.start.index(), figure.period.months).hash(&mut hasher);
        figure.value.to_bits().hash(&mut hasher);
    }
    parts.len().hash(&mut hasher);
    (hasher.finish() >> 11) as f64
}

/// What was found, unless that is a reason why it cannot be had.
fn found<T: Clone>(kept: &OnceCell<Known<T>>) -> Option<T> {
    kept.get().and_then(|found| found.clone().ok())
}

/// Keeps what another found where nothing is kept yet.
fn keep<T>(kept: &OnceCell<T>, found: Option<T>) {
    if let Some(found) = found {
        // What is there already is the same.
        let _ = kept.set(found);
    }
}

/// What `month` was expected to be from the months before it alone. The month after the last
/// figure has an expectation, too.
///
/// # Errors
/// Where fewer than three years stand before it, its figure is not above zero, or the figures leave
/// nothing to chance.
pub fn expectation(study: &Study, month: Month) -> Known<Expectation> {
    expectation_of(&study.grid, |place| study.forecast(place), month)
}

/// What each month of the series was expected to be from those before it, where three years stand
/// before it.
///
/// # Errors
/// Where no month has that.
pub fn expectations(study: &Study) -> Known<Vec<Expectation>> {
    study.expectations()
}

/// Takes the latest unbroken stretch of a series apart.
///
/// # Errors
/// Where it is shorter than three years, more than a seventh of it would have to be filled, or the
/// figures do not vary.
pub fn decompose(study: &Study) -> Known<Decomposition> {
    study.decomposition()
}

/// Looks for disturbances in the last ten years of a series.
///
/// # Errors
/// Where fewer than three years are known, or the figures leave nothing to chance.
pub fn disturbances(study: &Study) -> Known<Disturbances> {
    study.disturbances()
}

/// The step at `month`, over at most the twelve months from there on. Other events in the same months
/// are not told apart: the step is what all of them, and everything else, did together.
///
/// # Errors
/// Where fewer than 24 months stand before it, fewer than 3 from there on, or fewer than 36 in all.
pub fn event_effect(study: &Study, month: Month) -> Known<EventEffect> {
    study.effect(month)
}

/// What the models of a series leave.
///
/// # Errors
/// Where it cannot be broken down.
pub fn diagnostics(study: &Study) -> Known<Diagnostics> {
    study.diagnostics()
}

/// Tests a series for a season, over its latest stretch.
///
/// # Errors
/// Where it cannot be broken down, or does not vary.
pub fn seasonality(study: &Study) -> Known<Seasonality> {
    seasonality_in(&study.decomposition()?)
}
