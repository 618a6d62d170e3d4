//! The logarithm of trade on trend, season and the Chinese New Year, with errors that last.
//!
//! `ln y = a + b·year + New Year + waves + e`, where the waves are the first of the six pairs of
//! sine and cosine that a year of twelve months can hold (all six are as good as a dummy for each
//! month), and each error is a share of the one before and something new. Which waves, whether
//! the New Year, and how large the share: by the corrected Akaike criterion (Hurvich & Tsai 1989),
//! with the likelihood of the errors' whole covariance (generalised least squares). A row for
//! January and February reported together is the mean of both months' rows; the logarithm of
//! their average stands for the average of their logarithms.

use super::autoregressive::Whitening;
use super::grid::{LEAST_MONTHS, Spell};
use super::least_squares::LeastSquares;
use super::new_year::{NewYear, known};
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;

/// The shares of one error in the next that are tried: 0, 0.05 … 0.95.
const SHARES: std::ops::Range<u32> = 0..20;

fn share(step: u32) -> f64 {
    f64::from(step) * 0.05
}

/// The pairs of waves a year can hold; of the last only the cosine.
const WAVES: usize = 6;

/// Intercept and trend.
const ALWAYS: usize = 2;

/// What a regression is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// How it knows the New Year.
    pub new_year: NewYear,
    /// How many pairs of waves, 0 (no season) to 6 (a level for each month).
    pub waves: usize,
    /// The share of one month's error in the next.
    pub share: f64,
}

impl Model {
    /// How many coefficients it has.
    pub const fn columns(&self) -> usize {
        let waves = if self.waves == WAVES { 2 * WAVES - 1 } else { 2 * self.waves };
        ALWAYS + self.new_year.width() + waves
    }
}

/// What the regression expects of a period from what was known before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The model that was chosen.
    pub model: Model,
    /// The expected logarithm of the monthly average.
    pub log: f64,
    /// The standard deviation of that.
    pub deviation: f64,
    /// Degrees of freedom: Student's t, not the normal, for the deviation is estimated as well.
    pub freedom: usize,
}

/// The cosine of so many twelfths of a turn: a table, for the library's cosine takes any angle and
/// is 7 kB of a reader's download.
fn cosine(twelfths: usize) -> f64 {
    const SIXTH: f64 = 0.866_025_403_784_438_6;
    const COSINES: [f64; 12] =
        [1.0, SIXTH, 0.5, 0.0, -0.5, -SIXTH, -1.0, -SIXTH, -0.5, 0.0, 0.5, SIXTH];
    COSINES.get(twelfths % 12).copied().unwrap_or_default()
}

/// The columns of a month: intercept, trend, New Year, waves.
fn month_row(row: &mut Vec<f64>, month: Month, first: Month, new_year: NewYear, waves: usize) {
    row.extend([1.0, f64::from(month - first) / 12.0]);
    row.extend(new_year.columns(month));
    let turns = month.number() as usize - 1;
    for wave in 1..=waves {
        row.push(cosine(turns * wave));
        if wave < WAVES {
            // A sine is a cosine a quarter of a turn, three months, later.
            row.push(cosine(turns * wave + 9));
        }
    }
}

/// The columns of a period: the mean of its months'.
pub fn row(period: Period, first: Month, new_year: NewYear, waves: usize) -> Vec<f64> {
    let mut total = Vec::with_capacity(24);
    month_row(&mut total, period.start, first, new_year, waves);
    if period.months == 2 {
        let mut other = Vec::with_capacity(24);
        month_row(&mut other, period.end(), first, new_year, waves);
        for (one, other) in total.iter_mut().zip(&other) {
            *one = f64::midpoint(*one, *other);
        }
    }
    total
}

/// The corrected Akaike criterion, less what is the same for all models: `n ln(RSS/n) + ln|V|`
/// and the price of `columns` coefficients, the share and the variance. Nothing where there are
/// too few rows for it.
fn criterion(rows: usize, columns: usize, residual: f64, log_volume: f64) -> Option<f64> {
    let (rows, parameters) = (rows as f64, columns as f64 + 2.0);
    let free = rows - parameters - 1.0;
    if free <= 0.0 {
        return None;
    }
    let price = 2.0 * parameters + 2.0 * parameters * (parameters + 1.0) / free;
    let fit = rows * (residual / rows).ln() + log_volume;
    // Figures that leave no residual at all would make this minus infinity.
    fit.is_finite().then_some(fit + price)
}

/// What each spell was expected to be from those before it, and what a further one is, where
/// `further` names it; none where fewer than three years stand before.
///
/// One pass for each share and way of the New Year: whitening and least squares both go row by
/// row, so every row's past is at hand when it comes.
pub fn forecasts(spells: &[Spell], further: Option<Period>) -> Vec<Option<Forecast>> {
    let known_rows = spells.iter().map(|spell| (spell.period, Some(spell.log())));
    let rows: Vec<(Period, Option<f64>)> =
        known_rows.chain(further.map(|period| (period, None))).collect_vec();
    let mut best: Vec<Option<(f64, Forecast)>> = vec![None; rows.len()];
    for new_year in ways(&rows) {
        let designs = designs(&rows, new_year);
        for step in SHARES {
            pass(&rows, &designs, new_year, share(step), &mut best);
        }
    }
    best.into_iter().map(|found| found.map(|(_, forecast)| forecast)).collect_vec()
}

/// Every row with all six waves, and room for the response.
fn designs(rows: &[(Period, Option<f64>)], new_year: NewYear) -> Vec<Vec<f64>> {
    let first = rows.first().map_or(Month::from_index(0), |(period, _)| period.start);
    rows.iter().map(|(period, _)| row(*period, first, new_year, WAVES)).collect_vec()
}

/// The ways of the New Year that can be tried: none but the plainest where its date is not known.
fn ways(rows: &[(Period, Option<f64>)]) -> impl Iterator<Item = NewYear> {
    let dated = match (rows.first(), rows.last()) {
        (Some((first, _)), Some((last, _))) => known(first.start, last.end()),
        _ => false,
    };
    NewYear::ALL.into_iter().filter(move |way| dated || *way == NewYear::None)
}

fn pass(
    rows: &[(Period, Option<f64>)],
    designs: &[Vec<f64>],
    new_year: NewYear,
    share: f64,
    best: &mut [Option<(f64, Forecast)>],
) {
    let width = designs.first().map_or(0, Vec::len);
    let mut whitening = Whitening::new(share, width + 1);
    let mut squares = LeastSquares::new(width);
    let (mut log_volume, mut months, mut rank) = (0.0, 0, 0);
    let mut white = Vec::with_capacity(width + 1);
    for (count, (((period, log), design), best)) in
        rows.iter().zip(designs).zip(best.iter_mut()).enumerate()
    {
        white.clone_from(design);
        white.push(log.unwrap_or(0.0));
        let variance = whitening.whiten(*period, &mut white);
        if months >= LEAST_MONTHS {
            if rank < width {
                rank = squares.rank();
            }
            for waves in 0..=WAVES {
                let model = Model { new_year, waves, share };
                let columns = model.columns();
                let residual = squares.residual(columns);
                let Some(criterion) = criterion(count, columns, residual, log_volume) else {
                    break;
                };
                let better = best.as_ref().is_none_or(|(least, _)| criterion < *least);
                if columns > rank || !better {
                    continue;
                }
                // The response was whitened from zero where it is not known.
                let response = white.last().copied().unwrap_or_default();
                let coefficients = squares.coefficients(columns);
                let expected: f64 =
                    white.iter().zip(&coefficients).map(|(one, other)| one * other).sum();
                let freedom = count - columns;
                let spread = residual / freedom as f64 * variance;
                let forecast = Forecast {
                    model,
                    log: log.unwrap_or(0.0) - (response - expected) * variance.sqrt(),
                    deviation: (spread * (1.0 + squares.leverage(&white, columns))).sqrt(),
                    freedom,
                };
                *best = Some((criterion, forecast));
            }
        }
        if log.is_some() {
            squares.push(&mut white);
            log_volume += variance.ln();
            months += usize::from(period.months);
        }
    }
}

/// The coefficients of `model` over all of `spells`.
pub fn coefficients(spells: &[Spell], model: Model) -> Vec<f64> {
    let first = spells.first().map_or(Month::from_index(0), |spell| spell.period.start);
    let rows = spells.iter().map(|spell| row(spell.period, first, model.new_year, model.waves));
    whole(spells, &rows.collect_vec(), model.share).0.coefficients(model.columns())
}

/// All rows whitened and fitted, and the logarithm of the determinant of their covariance.
fn whole(spells: &[Spell], designs: &[Vec<f64>], share: f64) -> (LeastSquares, f64) {
    let width = designs.first().map_or(0, Vec::len);
    let mut whitening = Whitening::new(share, width + 1);
    let mut squares = LeastSquares::new(width);
    let mut log_volume = 0.0;
    let mut white = Vec::with_capacity(width + 1);
    for (spell, design) in spells.iter().zip(designs) {
        white.clone_from(design);
        white.push(spell.log());
        log_volume += whitening.whiten(spell.period, &mut white).ln();
        squares.push(&mut white);
    }
    (squares, log_volume)
}

/// The coefficient of one more column beside a model's own, its standard error and the degrees of
/// freedom. Season and New Year stay the model's; the share is chosen anew, by likelihood.
pub fn with_column(
    spells: &[Spell],
    model: Model,
    column: impl Fn(Period) -> f64,
) -> Option<(f64, f64, usize)> {
    let first = spells.first()?.period.start;
    let design = |spell: &Spell| {
        let mut row = row(spell.period, first, model.new_year, model.waves);
        row.push(column(spell.period));
        row
    };
    let designs: Vec<Vec<f64>> = spells.iter().map(design).collect_vec();
    let (count, columns) = (spells.len(), model.columns() + 1);
    let freedom = count.checked_sub(columns).filter(|free| *free > 0)?;
    let mut best: Option<(f64, f64, f64)> = None;
    for share in SHARES.map(share) {
        let (squares, log_volume) = whole(spells, &designs, share);
        let residual = squares.residual(columns);
        let fit = count as f64 * (residual / count as f64).ln() + log_volume;
        let better = best.as_ref().is_none_or(|(least, ..)| fit < *least);
        if squares.rank() < columns || !fit.is_finite() || !better {
            continue;
        }
        let (coefficient, factor) = squares.last_coefficient(columns)?;
        best = Some((fit, coefficient, factor * (residual / freedom as f64).sqrt()));
    }
    best.map(|(_, coefficient, error)| (coefficient, error, freedom))
}
