//! A series prepared for seasonal statistics; intermediate results are computed once and shared.

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
use super::indirect::{Indirect, indirect};
use super::model::Model;
use super::regular_series::{LEAST_MONTHS, RegularSeries, regular_series};
use super::seasonality::{Seasonality, seasonality_in};
use crate::statistics::Known;
use crate::statistics::structure::Part;
use crate::trade::{Holiday, Month, Period, Series};
use crate::util::CollectVec as _;

/// The latest run of a series, with its regression.
#[derive(Clone, Debug)]
pub struct PreparedSeries {
    regular: RegularSeries,
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

impl PreparedSeries {
    /// Prepares a series, with the holiday that affects it.
    ///
    /// # Errors
    ///
    /// If it has no figure above zero.
    pub fn new(series: &Series, holiday: Option<Holiday>) -> Known<Self> {
        Ok(Self {
            regular: regular_series(series)?,
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

    /// Its months.
    pub const fn regular(&self) -> &RegularSeries {
        &self.regular
    }

    /// Whether it has enough months for seasonal statistics, which then take time.
    pub fn is_long(&self) -> bool {
        self.regular.months() > LEAST_MONTHS
    }

    /// What a study of the same series must agree on before it goes on from another's numbers.
    fn signature(&self) -> Vec<f64> {
        let observations = self.regular.observations().iter();
        observations
            .flat_map(|observation| {
                [f64::from(observation.period.start.index()), observation.value]
            })
            .collect_vec()
    }

    /// The results so far that take time to compute, as numbers: forecasts, decomposition, effects of
    /// events, disturbances and diagnostics.
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

    /// Continues from the results of another study of the same series; `false` if it was of another one.
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

    /// The forecast of each observation from earlier ones, and of the month after the last.
    pub fn forecasts(&self) -> &[Option<Forecast>] {
        self.forecasts.get_or_init(|| self.wanted(&|_| true))
    }

    /// One of [`PreparedSeries::forecasts`]; the others are not computed.
    pub fn forecast(&self, place: usize) -> Option<Forecast> {
        match self.forecasts.get() {
            Some(all) => all.get(place).copied().flatten(),
            None => self.wanted(&|own| own == place).into_iter().nth(place).flatten(),
        }
    }

    fn wanted(&self, wanted: &dyn Fn(usize) -> bool) -> Vec<Option<Forecast>> {
        let next = Period::month(self.regular.last() + 1);
        forecasts(self.regular.observations(), Some(next), self.holiday, wanted)
    }

    /// The best model with AR(1) errors for the first `observations` observations; `None` if they are too few.
    pub fn model(&self, observations: usize) -> Option<Model> {
        self.forecast(observations)?.model
    }

    fn whole_model(&self) -> Option<Model> {
        self.model(self.regular.observations().len())
    }

    /// The forecast of each month, with its intervals.
    ///
    /// # Errors
    ///
    /// As [`expectations`].
    pub fn expectations(&self) -> Known<Vec<Expectation>> {
        self.expectations.get_or_init(|| expected(&self.regular, || self.forecasts())).clone()
    }

    /// The decomposed series.
    ///
    /// # Errors
    ///
    /// As [`decompose`].
    pub fn decomposition(&self) -> Known<Decomposition> {
        let parts = || taken_apart(&self.regular, self.whole_model(), self.holiday);
        let found = self.decomposition.get_or_init(parts);
        found.clone()
    }

    /// The outliers, level shifts and temporary changes.
    ///
    /// # Errors
    ///
    /// As [`disturbances`].
    pub fn disturbances(&self) -> Known<Disturbances> {
        self.disturbances.get_or_init(|| scan(&self.regular, self.whole_model())).clone()
    }

    /// The step at a month.
    ///
    /// # Errors
    /// As [`event_effect`].
    pub fn effect(&self, month: Month) -> Known<EventEffect> {
        let known = self.effects.borrow().iter().find(|(own, _)| *own == month).cloned();
        let (_, effect) = known.unwrap_or_else(|| {
            let found =
                (month, step_at(&self.regular, |observations| self.model(observations), month));
            self.effects.borrow_mut().push(found.clone());
            found
        });
        effect
    }

    /// The series adjusted from those of `parts` that cover it, over the months of
    /// [`PreparedSeries::decomposition`].
    ///
    /// # Errors
    ///
    /// If the series cannot be adjusted, the parts do not add up to it in every month, or too few of them
    /// have figures above zero throughout.
    pub fn indirect(&self, parts: &[Part]) -> Known<Indirect> {
        let own = seal(parts);
        let known = self.indirects.borrow().iter().find(|(seal, _)| *seal == own).cloned();
        let (_, found) = known.unwrap_or_else(|| {
            let made =
                self.decomposition().and_then(|_| indirect(&self.regular, parts, self.holiday));
            self.indirects.borrow_mut().push((own, made.clone()));
            (own, made)
        });
        found
    }

    /// Whether it has been adjusted from these parts already.
    pub fn knows(&self, parts: &[Part]) -> bool {
        let own = seal(parts);
        self.indirects.borrow().iter().any(|(seal, _)| *seal == own)
    }

    /// The diagnostics.
    ///
    /// # Errors
    ///
    /// As [`diagnostics`].
    pub fn diagnostics(&self) -> Known<Diagnostics> {
        let found = self.diagnostics.get_or_init(|| {
            Ok(left(&self.decomposition()?, &self.regular, self.forecasts(), self.holiday))
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

/// The forecast of `month` from the months before it. The month after the last figure has one too.
///
/// # Errors
///
/// If there are fewer than three years before it, its figure is not above zero, or the figures do not vary.
pub fn expectation(prepared: &PreparedSeries, month: Month) -> Known<Expectation> {
    expectation_of(&prepared.regular, |place| prepared.forecast(place), month)
}

/// The forecast of each month with three years before it.
///
/// # Errors
///
/// If there is no such month.
pub fn expectations(prepared: &PreparedSeries) -> Known<Vec<Expectation>> {
    prepared.expectations()
}

/// Decomposes the latest unbroken run of a series.
///
/// # Errors
///
/// If it is shorter than three years, more than a seventh of it is missing, or the figures do not vary.
pub fn decompose(prepared: &PreparedSeries) -> Known<Decomposition> {
    prepared.decomposition()
}

/// Looks for disturbances in the last ten years of a series.
///
/// # Errors
///
/// If fewer than three years are known, or the figures do not vary.
pub fn disturbances(prepared: &PreparedSeries) -> Known<Disturbances> {
    prepared.disturbances()
}

/// The step at `month`, over at most twelve months from that one on. Everything that happened in these months
/// is included, other events too.
///
/// # Errors
///
/// If there are fewer than 24 months before it, fewer than 3 from then on, or fewer than 36 in all.
pub fn event_effect(prepared: &PreparedSeries, month: Month) -> Known<EventEffect> {
    prepared.effect(month)
}

/// The diagnostics of a series' models.
///
/// # Errors
///
/// If it cannot be decomposed.
pub fn diagnostics(prepared: &PreparedSeries) -> Known<Diagnostics> {
    prepared.diagnostics()
}

/// Tests the latest run of a series for a season.
///
/// # Errors
///
/// If it cannot be decomposed, or does not vary.
pub fn seasonality(prepared: &PreparedSeries) -> Known<Seasonality> {
    seasonality_in(&prepared.decomposition()?)
}
