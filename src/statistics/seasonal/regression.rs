//! Regression of log trade on trend, trading days, season and the Chinese New Year, with autocorrelated
//! errors.
//!
//! `ln y = a (+ b·year) (+ trading days) (+ New Year) (+ Fourier terms) + e`. There are up to six pairs of
//! Fourier terms, which together equal a dummy for each month. The errors follow an AR(1) process or a
//! local level. Every combination of columns and errors is fitted by generalised least squares and weighted
//! by the corrected Akaike criterion (Hurvich & Tsai 1989; Burnham & Anderson 2002). A row for January and
//! February reported together is the mean of both months' rows, with the logarithm of their average as the
//! response.

use super::calendar::{leap_year, new_year_shares, trading_days, ways};
use super::candidate::{Candidate, NOTHING, criterion};
use super::model::Model;
use super::moments::{Fit, Moments};
use super::nested::{Left, Nested, Seen, Sums};
use super::regular_series::{RegularObservation, rounding};
use super::whitening::{Errors, Whitening};
use crate::trade::{Holiday, Month, Period};
use crate::util::CollectVec as _;

/// The AR(1) coefficients that are tried, and the ratios of a local level's variance.
const SHARES: [f64; 7] = [0.0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9];
const RATIOS: [f64; 6] = [0.03, 0.1, 0.3, 1.0, 3.0, 10.0];

/// The number of pairs of Fourier terms; the last has only a cosine.
pub const PAIRS: usize = 6;

/// The columns, and after them the response.
const INTERCEPT: usize = 0;
const TREND: usize = 1;
const TRADING: usize = 2;
const LEAP: usize = 3;
const HOLIDAY: usize = 4;
const SEASON: usize = 6;
const RESPONSE: usize = SEASON + 2 * PAIRS - 1;
const LEAP_ONLY: &[usize] = &[LEAP];
const WIDTH: usize = RESPONSE + 1;
type Row = [f64; WIDTH];

/// The columns that all models have the first of.
const SHARED: [usize; 2 * PAIRS] = [INTERCEPT, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
/// What models have beside these, and the responses: trading days come with the length of February,
/// which is known and not estimated.
const BESIDE: Sums<'_> = [
    &[(TREND, 1.0)],
    &[(TRADING, 1.0)],
    &[(HOLIDAY, 1.0)],
    &[(HOLIDAY + 1, 1.0)],
    &[(RESPONSE, 1.0)],
    &[(RESPONSE, 1.0), (LEAP, -1.0)],
];
/// The responses among these.
const PLAIN: usize = 4;
const WITHOUT_LEAP: usize = 5;

impl Model {
    /// Which of [`BESIDE`] it has.
    fn beside(&self) -> Vec<usize> {
        let mut columns = Vec::with_capacity(PLAIN);
        columns.extend(self.trend.then_some(0));
        columns.extend(self.trading_days.then_some(1));
        columns.extend((2..PLAIN).take(self.new_year.width()));
        columns
    }

    /// Which of [`BESIDE`] it explains.
    const fn explains(&self) -> usize {
        if self.trading_days { WITHOUT_LEAP } else { PLAIN }
    }

    fn columns(&self) -> Vec<usize> {
        let mut columns = Vec::with_capacity(WIDTH);
        columns.push(INTERCEPT);
        if self.trend {
            columns.push(TREND);
        }
        if self.trading_days {
            columns.push(TRADING);
        }
        columns.extend((HOLIDAY..SEASON).take(self.new_year.width()));
        columns.extend((SEASON..RESPONSE).take(2 * self.pairs));
        columns
    }
}

/// How many columns a number of pairs takes.
const fn terms(pairs: usize) -> usize {
    if pairs == PAIRS { 2 * PAIRS - 1 } else { 2 * pairs }
}

/// The cosine of so many twelfths of a turn: a table, for the library's cosine takes any angle and
/// is 7 kB of a reader's download.
fn cosine(twelfths: usize) -> f64 {
    const SIXTH: f64 = 0.866_025_403_784_438_6;
    const COSINES: [f64; 12] =
        [1.0, SIXTH, 0.5, 0.0, -0.5, -SIXTH, -1.0, -SIXTH, -0.5, 0.0, 0.5, SIXTH];
    COSINES.get(twelfths % 12).copied().unwrap_or_default()
}

/// The columns of a month, the trend in years from `first` on.
fn month_row(month: Month, first: Month) -> Row {
    let mut row = [0.0; WIDTH];
    let turns = month.number() as usize - 1;
    let [holiday, run_up] = new_year_shares(month);
    let trend = f64::from(month - first) / 12.0;
    // Of about the size of the others, so that no product drowns another.
    let head = [1.0, trend, trading_days(month) / 10.0, leap_year(month), holiday, run_up];
    let waves = (1..=PAIRS).flat_map(|pair| {
        // A sine is a cosine a quarter of a turn, three months, later; the sixth is always zero.
        let sine = (pair < PAIRS).then(|| cosine(turns * pair + 9));
        [Some(cosine(turns * pair)), sine]
    });
    for (cell, value) in row.iter_mut().zip(head.into_iter().chain(waves.flatten())) {
        *cell = value;
    }
    row
}

/// The columns of a period: the mean of its months'.
fn period_row(period: Period, first: Month) -> Row {
    let mut row = month_row(period.start, first);
    if period.months == 2 {
        for (one, other) in row.iter_mut().zip(month_row(period.end(), first)) {
            *one = f64::midpoint(*one, other);
        }
    }
    row
}

fn set_response(row: &mut Row, value: f64) {
    if let Some(last) = row.last_mut() {
        *last = value;
    }
}

/// What one way the errors hang together makes of the rows so far.
#[derive(Clone, Debug)]
struct Member {
    errors: Errors,
    whitening: Whitening,
    moments: Moments,
    log_volume: f64,
}

impl Member {
    fn new(errors: Errors) -> Self {
        let whitening = Whitening::new(errors, WIDTH);
        Self { errors, whitening, moments: Moments::new(WIDTH), log_volume: 0.0 }
    }

    fn push(&mut self, period: Period, mut row: Row) {
        self.log_volume += self.whitening.whiten(period, &mut row).ln();
        self.moments.push(&row);
    }
}

/// All variants of the regression, updated row by row.
#[derive(Clone, Debug)]
pub struct Regression {
    first: Month,
    holiday: Option<Holiday>,
    /// Responses are counted from the first, or the squares of large ones would drown the rest.
    base: Option<f64>,
    members: Vec<Member>,
}

impl Regression {
    /// For rows from `first` on.
    pub fn new(first: Month, holiday: Option<Holiday>) -> Self {
        let shares = SHARES.into_iter().map(Errors::Autoregressive);
        let members = shares.chain(RATIOS.into_iter().map(Errors::Level)).map(Member::new);
        Self { first, holiday, base: None, members: members.collect_vec() }
    }

    /// Adds the figure of a period later than all before.
    pub fn push(&mut self, period: Period, log: f64) {
        let mut row = period_row(period, self.first);
        set_response(&mut row, log - *self.base.get_or_insert(log));
        for member in &mut self.members {
            member.push(period, row);
        }
    }

    /// Each model's forecast of `period` from the rows so far; empty if a model fits them exactly, because
    /// then there is no residual variance.
    pub fn candidates(&self, period: Period) -> Vec<Candidate> {
        let Some(base) = self.base else { return Vec::new() };
        let row = period_row(period, self.first);
        let mut found = Vec::with_capacity(1100);
        for member in &self.members {
            let mut white = row;
            let variance = member.whitening.clone().whiten(period, &mut white);
            let target = Target { row: &row, white: &white, variance, base };
            if member.weigh(self.holiday, &target, &mut found).is_none() {
                return Vec::new();
            }
        }
        found
    }
}

/// A row that is to be expected.
struct Target<'a> {
    row: &'a Row,
    /// As the errors before it leave it, at unit variance.
    white: &'a Row,
    variance: f64,
    base: f64,
}

/// A number of Fourier pairs fitted, and the row that is to be expected as they see it.
struct Season<'a> {
    left: Left<'a>,
    white: Seen,
    plain: Option<Seen>,
}

impl Member {
    fn weigh(
        &self,
        holiday: Option<Holiday>,
        target: &Target<'_>,
        found: &mut Vec<Candidate>,
    ) -> Option<()> {
        let nested = Nested::new(&self.moments, &SHARED, &BESIDE);
        let autoregressive = matches!(self.errors, Errors::Autoregressive(_));
        let season = |pairs| {
            let left = nested.left(1 + terms(pairs));
            let seen =
                |row: &Row| left.seen(picked(row, &SHARED), &BESIDE.map(|own| weighted(row, own)));
            let (white, plain) = (seen(target.white), autoregressive.then(|| seen(target.row)));
            Season { left, white, plain }
        };
        let known = (0..=PAIRS).take_while(|pairs| terms(*pairs) < nested.rank());
        let seasons = known.map(season).collect_vec();
        for trend in [false, true] {
            for trading_days in [false, true] {
                for new_year in ways(holiday) {
                    let (new_year, errors) = (*new_year, self.errors);
                    let most = Model { trend, trading_days, new_year, pairs: PAIRS, errors };
                    let beside = most.beside();
                    let whole = seasons.last().filter(|_| !trading_days);
                    if whole.is_some_and(|season| explained(&season.left, &beside)) {
                        return None;
                    }
                    let candidate = |(pairs, season): (usize, &Season<'_>)| {
                        self.candidate(season, Model { pairs, ..most }, &beside, target)
                    };
                    found.extend(seasons.iter().enumerate().map_while(candidate));
                }
            }
        }
        Some(())
    }

    fn candidate(
        &self,
        season: &Season<'_>,
        model: Model,
        beside: &[usize],
        target: &Target<'_>,
    ) -> Option<Candidate> {
        let fit = season.left.fit(beside, model.explains())?;
        let (rows, columns) = (season.left.rows(), season.left.count() + beside.len());
        // The coefficients, the errors' own parameter and the variance.
        let criterion = criterion(rows, columns + 2, fit.residual, fit.total, self.log_volume)?;
        let freedom = (rows - columns) as f64;
        let leap = if model.trading_days { LEAP_ONLY } else { &[] };
        let (value, leverage) = fit.expected(&season.white);
        // The response was whitened from zero, for it is not known.
        let value = value + sum(target.white, leap) - sum(target.white, &[RESPONSE]);
        let spread = fit.residual / freedom * target.variance * (1.0 + leverage);
        let alone = |plain| target.base + fit.expected(plain).0 + sum(target.row, leap);
        Some(Candidate {
            model: Some(model),
            criterion,
            log: target.base + value * target.variance.sqrt(),
            deviation: spread.sqrt(),
            freedom,
            alone: season.plain.as_ref().map(alone),
        })
    }
}

/// Whether a model leaves only rounding errors of more rows than it has columns.
fn explained(season: &Left<'_>, beside: &[usize]) -> bool {
    let columns = season.count() + beside.len();
    season.rows() > columns + 3
        && season.fit(beside, PLAIN).is_some_and(|fit| fit.residual <= fit.total * NOTHING)
}

fn weighted(row: &Row, columns: &[(usize, f64)]) -> f64 {
    columns.iter().map(|(column, factor)| factor * sum(row, &[*column])).sum()
}

fn picked<'a>(row: &'a Row, columns: &'a [usize]) -> impl Iterator<Item = f64> + 'a {
    columns.iter().map(|column| row.get(*column).copied().unwrap_or_default())
}

fn sum(row: &Row, columns: &[usize]) -> f64 {
    picked(row, columns).sum()
}

/// The rows of one model: its columns, then the response.
#[derive(Clone, Debug)]
pub struct Design {
    first: Month,
    base: f64,
    model: Model,
    rounding: f64,
    rows: Vec<(Period, Vec<f64>)>,
}

impl Design {
    /// The rows of `model` for `observations`; `None` if there are no observations.
    pub fn new(observations: &[RegularObservation], model: Model) -> Option<Self> {
        let first = observations.first()?;
        let (first, base) = (first.period.start, first.log());
        let rows = Vec::with_capacity(observations.len());
        let mut design = Self { first, base, model, rounding: rounding(observations), rows };
        for observation in observations {
            let (mut row, beside) = design.row(observation.period, |_| true);
            row.push(observation.log() - base - beside);
            design.rows.push((observation.period, row));
        }
        Some(design)
    }

    /// The columns of a period that `wanted` has, zero for the others, and what is beside them.
    fn row(&self, period: Period, wanted: impl Fn(usize) -> bool) -> (Vec<f64>, f64) {
        let row = period_row(period, self.first);
        let cell = |column: usize| sum(&row, &[column]) * f64::from(u8::from(wanted(column)));
        let columns = self.model.columns().into_iter().map(cell).collect_vec();
        (columns, if self.model.trading_days { cell(LEAP) } else { 0.0 })
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.rows.first().map_or(0, |(_, row)| row.len().saturating_sub(1))
    }

    /// The number of rows.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// A period's columns, with intercept and trend set to zero.
    pub fn line(&self, period: Period) -> Vec<f64> {
        self.row(period, |column| column <= TREND).0
    }

    /// The value subtracted from the responses.
    pub const fn base(&self) -> f64 {
        self.base
    }

    /// Its periods.
    pub fn periods(&self) -> impl Iterator<Item = Period> {
        self.rows.iter().map(|(period, _)| *period)
    }

    /// With one more column before the response.
    pub fn with(mut self, column: impl Fn(Period) -> f64) -> Self {
        for (period, row) in &mut self.rows {
            let response = row.pop().unwrap_or_default();
            row.extend([column(*period), response]);
        }
        self
    }

    /// Whitened for errors with an AR(1) coefficient.
    pub fn whitened(&self, share: f64) -> Whitened {
        let width = self.columns() + 1;
        let mut whitening = Whitening::new(Errors::Autoregressive(share), width);
        let (mut moments, mut log_volume) = (Moments::new(width), 0.0);
        let mut rows = Vec::with_capacity(self.rows.len());
        for (period, row) in &self.rows {
            let mut row = row.clone();
            log_volume += whitening.whiten(*period, &mut row).ln();
            moments.push(&row);
            rows.push(row);
        }
        let columns = (0..width - 1).collect_vec();
        let fit = moments.fit(&columns, &[(width - 1, 1.0)]);
        Whitened { rows, fit, log_volume, rounding: self.rounding }
    }
}

/// A fitted design with independent errors.
#[derive(Clone, Debug)]
pub struct Whitened {
    /// The rows, the response last.
    pub rows: Vec<Vec<f64>>,
    /// Their fit.
    pub fit: Fit,
    /// The log determinant of the errors' covariance.
    pub log_volume: f64,
    /// The least that errors deviate by, for the figures are rounded.
    rounding: f64,
}

impl Whitened {
    /// A variance of the errors, at least that of rounding.
    pub const fn at_least(&self, variance: f64) -> f64 {
        variance.max(self.rounding * self.rounding)
    }

    /// The residual standard deviation, at least that of rounding.
    pub fn error(&self) -> Option<f64> {
        let deviation = self.deviation()?;
        Some(self.at_least(deviation * deviation).sqrt())
    }

    /// Minus twice the restricted log likelihood (Patterson & Thompson 1971), up to a constant; `None` if
    /// the columns are dependent or the residuals are zero.
    pub fn restricted(&self) -> Option<f64> {
        let (rows, columns) = (self.fit.rows(), self.fit.columns());
        let free = rows.checked_sub(columns).filter(|free| *free > 0)? as f64;
        let residual = self.fit.residual(columns);
        let fit = free * (residual / free).ln() + self.log_volume + self.fit.log_volume(columns);
        (self.fit.rank() == columns && fit.is_finite()).then_some(fit)
    }

    /// The residual standard deviation.
    pub fn deviation(&self) -> Option<f64> {
        let columns = self.fit.columns();
        let free = self.fit.rows().checked_sub(columns).filter(|free| *free > 0)?;
        Some((self.fit.residual(columns) / free as f64).sqrt())
    }
}

/// A fitted model.
pub struct Fitted {
    design: Design,
    fit: Fit,
}

impl Fitted {
    /// Fits `model` to `observations` at its best AR(1) coefficient.
    pub fn new(observations: &[RegularObservation], model: Model) -> Option<Self> {
        let Errors::Autoregressive(share) = model.errors else { return None };
        let design = Design::new(observations, model)?;
        let fit = design.whitened(share).fit;
        Some(Self { design, fit })
    }

    /// The sum of those columns, by their coefficients, that `wanted` has.
    fn part(&self, period: Period, wanted: impl Fn(usize) -> bool) -> f64 {
        let (row, beside) = self.design.row(period, wanted);
        self.fit.seen(row.into_iter()).value(self.fit.rank()) + beside
    }

    /// The fitted value of a period, without errors.
    pub fn mean(&self, period: Period) -> f64 {
        self.design.base + self.part(period, |_| true)
    }

    /// The effect of trading days, the length of February and the New Year on a month.
    pub fn calendar(&self, month: Month) -> f64 {
        self.part(Period::month(month), |column| (TRADING..SEASON).contains(&column))
    }
}
