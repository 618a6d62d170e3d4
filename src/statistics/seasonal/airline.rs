//! The airline model (Box & Jenkins 1970), ARIMA (0,1,1)(0,1,1)₁₂, with trading days and the New Year, for
//! seasons that change over time.
//!
//! The likelihood is exact: the thirteen innovations before the first observable one are estimated with the
//! coefficients, each with a prior of the innovations' variance (Ljung & Box 1979, "The likelihood function
//! of stationary autoregressive-moving average models").

use super::calendar::{leap_year, new_year_shares, trading_days, ways};
use super::candidate::{Candidate, criterion};
use super::moments::Moments;
use crate::trade::{Holiday, Month};
use crate::util::CollectVec as _;

/// The moving averages that are tried, over the month before and the year before.
const REGULAR: [f64; 4] = [0.0, 0.3, 0.6, 0.9];
const SEASONAL: [f64; 3] = [0.3, 0.6, 0.9];

/// How far back a row reaches, in months.
const REACH: usize = 13;

/// The innovations before the first, the columns, and the response.
const TRADING: usize = REACH;
const HOLIDAY: usize = REACH + 1;
const LEAP: usize = REACH + 3;
const RESPONSE: usize = REACH + 4;
const WIDTH: usize = RESPONSE + 1;
type Row = [f64; WIDTH];

/// Calendar and response of a month.
type Level = [f64; WIDTH - REACH];

/// The last thirteen of something, the latest first.
#[derive(Clone, Debug)]
struct Past<T>(Vec<T>);

impl<T: Copy> Past<T> {
    fn at(&self, lag: usize) -> Option<T> {
        self.0.get(self.0.len().checked_sub(lag)?).copied()
    }

    fn push(&mut self, value: T) {
        if self.0.len() == REACH {
            self.0.remove(0);
        }
        self.0.push(value);
    }
}

#[derive(Clone, Debug)]
struct Member {
    regular: f64,
    seasonal: f64,
    past: Past<Row>,
    moments: Moments,
}

impl Member {
    fn new((regular, seasonal): (f64, f64)) -> Self {
        let mut moments = Moments::new(WIDTH);
        let mut past = Past(Vec::with_capacity(REACH));
        for place in 0..REACH {
            let mut row = [0.0; WIDTH];
            if let Some(own) = row.get_mut(place) {
                *own = -1.0;
            }
            moments.push(&row);
            past.push(row);
        }
        Self { regular, seasonal, past, moments }
    }

    /// What is new in a differenced row, the rows before it given.
    fn new_in(&self, differenced: &Level) -> Option<Row> {
        let both = self.regular * self.seasonal;
        let (one, year, beyond) = (self.past.at(1)?, self.past.at(12)?, self.past.at(13)?);
        let mut row = [0.0; WIDTH];
        for (cell, value) in row.iter_mut().skip(REACH).zip(differenced) {
            *cell = *value;
        }
        for (((cell, one), year), beyond) in row.iter_mut().zip(one).zip(year).zip(beyond) {
            *cell += self.regular * one + self.seasonal * year - both * beyond;
        }
        Some(row)
    }

    fn weigh(&self, holiday: Option<Holiday>, next: &Level, base: f64, found: &mut Vec<Candidate>) {
        let Some(row) = self.new_in(next) else { return };
        let cell = |column: usize| row.get(column).copied().unwrap_or_default();
        let widths = ways(holiday).iter().map(|way| way.width());
        let widest = widths.clone().max().unwrap_or(0);
        for trading in [0, 1] {
            let before = (0..REACH).chain((TRADING..HOLIDAY).take(trading));
            let columns = before.chain((HOLIDAY..LEAP).take(widest)).collect_vec();
            let response: &[(usize, f64)] =
                if trading == 1 { &[(RESPONSE, 1.0), (LEAP, -1.0)] } else { &[(RESPONSE, 1.0)] };
            let fit = self.moments.fit(&columns, response);
            let seen = fit.seen(columns.iter().map(|column| cell(*column)));
            let leap = if trading == 1 { cell(LEAP) } else { 0.0 };
            let log_volume = fit.log_volume(REACH);
            for width in widths.clone() {
                let (own, rows) = (trading + width, fit.rows() - REACH);
                let columns = REACH + own;
                let residual = fit.residual(columns);
                // Two moving averages and the variance beside the coefficients.
                let Some(criterion) = criterion(rows, own + 3, residual, fit.total(), log_volume)
                else {
                    break;
                };
                if columns > fit.rank() {
                    break;
                }
                let freedom = (rows - own) as f64;
                found.push(Candidate {
                    model: None,
                    criterion,
                    log: base + seen.value(columns) + leap - cell(RESPONSE),
                    deviation: (residual / freedom * (1.0 + seen.leverage(columns))).sqrt(),
                    freedom,
                    alone: None,
                });
            }
        }
    }
}

/// All variants of the model, updated month by month.
#[derive(Clone, Debug)]
pub struct Airline {
    holiday: Option<Holiday>,
    /// Responses are counted from the first.
    base: Option<f64>,
    levels: Past<Level>,
    members: Vec<Member>,
}

impl Airline {
    /// Without any month.
    pub fn new(holiday: Option<Holiday>) -> Self {
        let pairs =
            REGULAR.into_iter().flat_map(|one| SEASONAL.into_iter().map(move |other| (one, other)));
        let levels = Past(Vec::with_capacity(REACH));
        Self { holiday, base: None, levels, members: pairs.map(Member::new).collect_vec() }
    }

    /// A month's calendar and response, differenced by month and year; the response of a month
    /// that is not known counts as zero.
    fn differenced(&self, own: Level) -> Option<Level> {
        let (one, year, beyond) = (self.levels.at(1)?, self.levels.at(12)?, self.levels.at(13)?);
        let mut level = own;
        for (((cell, one), year), beyond) in level.iter_mut().zip(one).zip(year).zip(beyond) {
            *cell += beyond - one - year;
        }
        Some(level)
    }

    /// Adds the next month.
    pub fn push(&mut self, month: Month, log: f64) {
        let own = level(month, log - *self.base.get_or_insert(log));
        if let Some(differenced) = self.differenced(own) {
            for member in &mut self.members {
                if let Some(row) = member.new_in(&differenced) {
                    member.moments.push(&row);
                    member.past.push(row);
                }
            }
        }
        self.levels.push(own);
    }

    /// Each variant's forecast of the next month.
    pub fn candidates(&self, month: Month) -> Vec<Candidate> {
        let mut found = Vec::with_capacity(72);
        let next = self.base.zip(self.differenced(level(month, 0.0)));
        if let Some((base, next)) = next {
            for member in &self.members {
                member.weigh(self.holiday, &next, base, &mut found);
            }
        }
        found
    }
}

fn level(month: Month, response: f64) -> Level {
    let [holiday, run_up] = new_year_shares(month);
    [trading_days(month) / 10.0, holiday, run_up, leap_year(month), response]
}
