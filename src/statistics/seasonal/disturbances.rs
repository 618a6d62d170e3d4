//! Outliers, level shifts and temporary changes, found one at a time in the regression with AR(1) errors
//! (Chen & Liu 1993, "Joint estimation of model parameters and outlier effects in time series"), as X-13
//! and TRAMO do.
//!
//! Trend and autocorrelation are modelled first: without them an ordinary series would seem to shift every
//! few months.

use super::averaging::{averaged, lasting};
use super::forecast::WINDOW;
use super::model::Model;
use super::regression::Design;
use super::regular_series::{
    LEAST_MONTHS, NO_DEVIATION, RegularObservation, RegularSeries, months,
};
use super::whitening::{Errors, Turn, Whitening};
use crate::statistics::distribution::t_quantile;
use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// The least number of months before a level shift, and from its month on.
pub const LEAST_SEGMENT: usize = 6;
/// Months that must stand from a temporary change on: before, it is an outlier like any other.
const LEAST_AFTER_CHANGE: usize = 3;
/// What is left each month of a temporary change, as X-13 and TRAMO have it.
const LASTING: f64 = 0.7;
/// No series has more disturbances than this share of its months: they would be its usual course.
const MOST_SHARE: usize = 12;

/// The t value that a disturbance must exceed. It is high because every month is tested; `cargo xtask
/// simulate` measures false positives.
pub const LEAST_T: f64 = 4.0;

/// The AR(1) coefficients that are averaged over while looking.
const SHARES: [f64; 11] = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/// The kind of a disturbance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One month out of line.
    Outlier,
    /// Another level from that month on.
    LevelShift,
    /// A change that wears off, three tenths a month.
    TemporaryChange,
}

impl Kind {
    /// Every kind; of two that fit equally well the earlier is chosen.
    pub const ALL: [Self; 3] = [Self::LevelShift, Self::Outlier, Self::TemporaryChange];

    /// The code used in files: additive outlier, level shift, temporary change.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outlier => "AO",
            Self::LevelShift => "LS",
            Self::TemporaryChange => "TC",
        }
    }

    /// What it puts on a period, from 1 on.
    fn column(self, own: Period, period: Period) -> f64 {
        let after = period.start - own.start;
        match self {
            _ if after < 0 => 0.0,
            Self::LevelShift => 1.0,
            Self::Outlier => f64::from(u8::from(after == 0)),
            Self::TemporaryChange => LASTING.powi(after),
        }
    }
}

/// A disturbance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disturbance {
    /// Its kind.
    pub kind: Kind,
    /// The month, or the first month of a new level; January and February if known only together.
    pub period: Period,
    /// Its size, in percent of the value expected without it.
    pub percent: f64,
    /// The 95 % confidence interval of its size: the lower and upper bound, in percent.
    pub interval_95: (f64, f64),
    /// Its t value.
    pub t: f64,
}

/// The disturbances of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Disturbances {
    /// In order of time; may be empty.
    pub found: Vec<Disturbance>,
    /// The first and last month tested.
    pub span: (Month, Month),
    /// The level (trend and level shifts) in each period, in the series' unit a month.
    pub levels: Vec<(Period, f64)>,
}

impl Disturbances {
    /// Those of one kind.
    pub fn of(&self, kind: Kind) -> impl DoubleEndedIterator<Item = &Disturbance> {
        self.found.iter().filter(move |found| found.kind == kind)
    }
}

type Place = (Kind, Period);

/// Looks for disturbances in the last ten years of a regular series, given the regression fitted to it.
///
/// # Errors
///
/// If fewer than three years are known, or the figures do not vary.
pub fn scan(regular: &RegularSeries, model: Option<Model>) -> Known<Disturbances> {
    let observations = regular.observations();
    let known = regular.months();
    if known < LEAST_MONTHS {
        return Err(Unavailable::TooFewMonths { known, needed: LEAST_MONTHS });
    }
    let start = observations
        .partition_point(|observation| observation.period.start <= regular.last() - WINDOW);
    let observations = observations.get(start..).unwrap_or_default();
    let model = model.ok_or(Unavailable::NothingVaries)?;
    let design = Design::new(observations, model).ok_or(Unavailable::NothingVaries)?;
    let deviation = design.whitened(0.0).deviation().filter(|deviation| *deviation > NO_DEVIATION);
    deviation.ok_or(Unavailable::NothingVaries)?;
    let mut places: Vec<Place> = Vec::new();
    let most = months(observations) / MOST_SHARE;
    while places.len() < most {
        let Some(next) = strongest(&with(&design, &places), observations, &places) else { break };
        places.push(next);
        places = kept(&design, places.clone());
        // Two that take turns would take them for ever.
        if !places.contains(&next) {
            break;
        }
    }
    sort_by_key(&mut places, |(_, period)| *period);
    let found = places.iter().filter_map(|place| sized(&design, &places, *place)).collect_vec();
    let levels = levels(&design, &places);
    let first =
        observations.first().map_or(regular.first(), |observation| observation.period.start);
    Ok(Disturbances { found, span: (first, regular.last()), levels })
}

/// A design that knows the disturbances.
fn with(design: &Design, places: &[Place]) -> Design {
    let known = places.iter();
    known
        .fold(design.clone(), |design, (kind, own)| design.with(|period| kind.column(*own, period)))
}

/// The place that stands out most, of those that stand out enough.
fn strongest(
    design: &Design,
    observations: &[RegularObservation],
    known: &[Place],
) -> Option<Place> {
    let places = places(observations, known);
    // For each place the restricted deviance, coefficient and variance at each AR(1) coefficient.
    let mut tried: Vec<Vec<[f64; 3]>> = places.iter().map(|_| Vec::new()).collect_vec();
    for share in SHARES {
        let white = design.whitened(share);
        let (fit, columns) = (&white.fit, white.fit.columns());
        let free = fit.rows().checked_sub(columns + 1).filter(|free| *free > 0)? as f64;
        if fit.rank() < columns {
            continue;
        }
        let mut whitening = Whitening::new(Errors::Autoregressive(share), 0);
        let rows = design.periods().zip(&white.rows);
        let rows = rows
            .map(|(period, row)| (period, whitening.turn(period), row.as_slice()))
            .collect_vec();
        for ((kind, own), tried) in places.iter().zip(&mut tried) {
            let products = products(&rows, *own, |period| kind.column(*own, period));
            let Some((own, response, crossed)) = products else { continue };
            let Some((size, weight)) = fit.further(crossed.into_iter(), response, own) else {
                continue;
            };
            let residual = (fit.residual(columns) - size * size * weight).max(f64::MIN_POSITIVE);
            let volume = white.log_volume + fit.log_volume(columns) + weight.ln();
            let variance = white.at_least(residual / free);
            tried.push([free * (residual / free).ln() + volume, size, variance / weight]);
        }
    }
    let strength = |tried: &[[f64; 3]]| {
        let least = tried.iter().map(|[deviance, ..]| *deviance).fold(f64::INFINITY, f64::min);
        let mean = |value: &dyn Fn(f64, f64) -> f64| -> f64 {
            let weight = |deviance: f64| ((least - deviance) / 2.0).exp();
            let total: f64 = tried.iter().map(|[deviance, ..]| weight(*deviance)).sum();
            let values =
                tried.iter().map(|[deviance, one, other]| weight(*deviance) * value(*one, *other));
            values.sum::<f64>() / total
        };
        let size = mean(&|size, _| size);
        let variance = mean(&|own, variance| variance + (own - size) * (own - size));
        size.abs() / variance.sqrt()
    };
    let found = places.iter().zip(&tried).map(|(place, tried)| (*place, strength(tried)));
    let strong = found.filter(|(_, strength)| *strength > LEAST_T);
    strong.reduce(|one, other| if other.1 > one.1 { other } else { one }).map(|(place, _)| place)
}

/// Where a disturbance can be, but for where one is known.
fn places(observations: &[RegularObservation], known: &[Place]) -> Vec<Place> {
    let mut places = Vec::with_capacity(3 * observations.len());
    for kind in Kind::ALL {
        let (before, after) = match kind {
            Kind::LevelShift => (LEAST_SEGMENT, LEAST_SEGMENT),
            Kind::TemporaryChange => (1, LEAST_AFTER_CHANGE),
            Kind::Outlier => (0, 1),
        };
        let within = observations.len().saturating_sub(after - 1);
        for observation in observations.iter().take(within).skip(before) {
            let period = observation.period;
            let near = known.iter().any(|(other, at)| match (kind, other) {
                (Kind::LevelShift, Kind::LevelShift) => {
                    (period.start - at.start).unsigned_abs() < LEAST_SEGMENT as u32
                }
                _ => period == *at,
            });
            if !near {
                places.push((kind, period));
            }
        }
    }
    places
}

/// The sums of products of a further column, which is zero before `own`, with itself, the response and
/// the columns, all as errors leave them that take those turns.
fn products(
    rows: &[(Period, Turn, &[f64])],
    own: Period,
    column: impl Fn(Period) -> f64,
) -> Option<(f64, f64, Vec<f64>)> {
    let (_, _, first) = rows.first()?;
    let mut crossed = vec![0.0; first.len()];
    let (mut square, mut state) = (0.0, [0.0; 2]);
    let start = rows.partition_point(|(period, ..)| *period < own);
    for (period, turn, row) in rows.iter().skip(start) {
        let cell = turn.whitened(column(*period), &mut state);
        if cell == 0.0 {
            continue;
        }
        square += cell * cell;
        for (sum, other) in crossed.iter_mut().zip(*row) {
            *sum += cell * other;
        }
    }
    let response = crossed.pop()?;
    Some((square, response, crossed))
}

/// The coefficient of one place beside all others, its standard error and degrees of freedom.
fn beside(design: &Design, places: &[Place], own: Place) -> Option<(f64, f64, usize)> {
    let others = places.iter().filter(|place| **place != own).copied().collect_vec();
    // A scan looks in many places: errors that seem to swing back must not make it bold.
    averaged(&with(&with(design, &others), &[own]), lasting())
}

/// Without those that no longer stand out beside the others, the weakest first.
fn kept(design: &Design, mut places: Vec<Place>) -> Vec<Place> {
    loop {
        let strength = |place: &Place| {
            let found = beside(design, &places, *place);
            found.map_or(0.0, |(size, error, _)| size.abs() / error)
        };
        let weak = places.iter().map(|place| (*place, strength(place)));
        let weakest = weak.reduce(|one, other| if other.1 < one.1 { other } else { one });
        match weakest.filter(|(_, strength)| *strength <= LEAST_T) {
            Some((place, _)) => places.retain(|other| *other != place),
            None => return places,
        }
    }
}

fn sized(design: &Design, places: &[Place], place: Place) -> Option<Disturbance> {
    let (size, error, freedom) = beside(design, places, place)?;
    let reach = error * t_quantile(0.975, freedom);
    let percent = |log: f64| (log.exp() - 1.0) * 100.0;
    let (kind, period) = place;
    Some(Disturbance {
        kind,
        period,
        percent: percent(size),
        interval_95: (percent(size - reach), percent(size + reach)),
        t: size / error,
    })
}

/// Trend and level shifts by period, at the likeliest AR(1) coefficient.
fn levels(design: &Design, places: &[Place]) -> Vec<(Period, f64)> {
    let whole = with(design, places);
    let fits = SHARES.into_iter().filter_map(|share| {
        let white = whole.whitened(share);
        Some((white.restricted()?, white.fit))
    });
    let best = fits.reduce(|one, other| if other.0 < one.0 { other } else { one });
    let Some((_, fit)) = best else { return Vec::new() };
    let level = |period: Period| {
        let shifts = places.iter().map(|(kind, own)| match kind {
            Kind::LevelShift => kind.column(*own, period),
            _ => 0.0,
        });
        let row = design.line(period).into_iter().chain(shifts);
        (period, (design.base() + fit.seen(row).value(fit.rank())).exp())
    };
    design.periods().map(level).collect_vec()
}
