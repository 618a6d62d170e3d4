//! Shares of partners or products, and their concentration.

use super::contribution::{Part, apart};
use crate::statistics::{Amount, Known, Unavailable, amount};
use crate::trade::{Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort;

/// A part's share of a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The part's name.
    pub name: String,
    /// Its amount.
    pub amount: Amount,
    /// Its share, 0 to 1.
    pub share: f64,
}

/// The bounds of a statistic if part of the total is not listed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// The shares of a period, and their concentration.
#[derive(Clone, Debug, PartialEq)]
pub struct Concentration {
    /// The period.
    pub period: Period,
    /// The total.
    pub total: Amount,
    /// The shares of the known parts, the largest first.
    pub shares: Vec<Share>,
    /// The share of what is not listed, 0 to 1.
    pub rest: f64,
    /// The Herfindahl–Hirschman index, 0 to 1.
    pub herfindahl: Range,
    /// The effective number of parts: the number of equal parts with the same concentration.
    pub effective: Range,
}

/// Shares that exceed the whole by less than this are rounding.
const SLACK: f64 = 1e-3;

/// The Herfindahl–Hirschman index of shares (Hirschman 1945, Herfindahl 1950): `Σ s²`. With an unlisted
/// rest it lies between this, if the rest is spread over very many, and this plus `rest²`, if it is one.
pub fn herfindahl(shares: &[f64]) -> Range {
    let rest = (1.0 - shares.iter().sum::<f64>()).max(0.0);
    let low: f64 = shares.iter().map(|share| share * share).sum();
    Range { low, high: low + rest * rest }
}

/// The effective number of parts, `1 / HHI`; the upper bound is infinite if nothing is listed.
pub fn effective_number(herfindahl: Range) -> Range {
    Range { low: 1.0 / herfindahl.high, high: 1.0 / herfindahl.low }
}

/// The shares of `parts` in `total` over `period`.
///
/// # Errors
///
/// If the total is not known or zero, no part is known, or the parts exceed the total.
pub fn concentration(total: &Series, parts: &[Part], period: Period) -> Known<Concentration> {
    concentration_with(total, parts, [0.0; 2], period)
}

/// The same where there are further parts without names: what they come to, and the root of the sum of their squares.
///
/// # Errors
///
/// Likewise.
pub fn concentration_with(
    total: &Series,
    parts: &[Part],
    unnamed: [f64; 2],
    period: Period,
) -> Known<Concentration> {
    let total = amount(total, period)?;
    if total.value <= 0.0 {
        return Err(Unavailable::NotPositive(period));
    }
    let known = parts.iter().filter(|part| amount(&part.series, period).is_ok()).collect_vec();
    let share = |part: &Part| {
        let amount = amount(&part.series, period).ok()?;
        Some(Share { name: part.name.clone(), share: amount.value / total.value, amount })
    };
    let amounts = |part: &Part| {
        amount(&part.series, period).into_iter().map(|amount| amount.value).collect_vec()
    };
    let parts = apart(&known, &[period.start, period.end()], &amounts);
    let mut shares: Vec<Share> = parts.into_iter().filter_map(share).collect_vec();
    if shares.is_empty() {
        return Err(Unavailable::NoPart(period));
    }
    sort(&mut shares, |one, other| other.share.total_cmp(&one.share));
    let sizes: Vec<f64> = shares.iter().map(|share| share.share).collect_vec();
    let listed: f64 = sizes.iter().sum();
    if listed > 1.0 + SLACK || sizes.iter().any(|share| *share < 0.0) {
        return Err(Unavailable::PartsExceed(period));
    }
    let [unnamed, root] = unnamed.map(|own| own / total.value);
    let Range { low, .. } = herfindahl(&sizes);
    let (low, unknown) = (low + root * root, (1.0 - listed - unnamed).max(0.0));
    let herfindahl = Range { low, high: low + unknown * unknown };
    Ok(Concentration {
        period,
        total,
        shares,
        rest: (1.0 - listed).max(0.0),
        herfindahl,
        effective: effective_number(herfindahl),
    })
}
