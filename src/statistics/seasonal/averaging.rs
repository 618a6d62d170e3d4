//! A coefficient averaged over possible values of the errors' AR(1) coefficient.

use super::regression::Design;
use crate::util::CollectVec as _;

/// How many AR(1) coefficients are averaged over.
const COUNT: u32 = 20;

/// AR(1) coefficients of stationary errors, −1 to 1, evenly spaced in the arcsine: the variance of the
/// estimate is (1 − φ²)/n, so this is Jeffreys' prior (1946). Negative ones are included, because without
/// them uncorrelated errors would seem correlated and estimates less certain.
pub fn any() -> impl Iterator<Item = f64> {
    let step = std::f64::consts::PI / f64::from(COUNT);
    (0..COUNT).map(move |place| ((f64::from(place) + 0.5) * step).cos())
}

/// AR(1) coefficients of uncorrelated or persistent errors: 0, 0.05 … 0.95.
pub fn lasting() -> impl Iterator<Item = f64> {
    (0..COUNT).map(|place| f64::from(place) * 0.05)
}

/// The coefficient of a design's last column, its standard error and degrees of freedom, averaged over the
/// errors' AR(1) coefficients by restricted likelihood. Using only the best coefficient, as if known, would
/// make the standard error too small.
pub fn averaged(design: &Design, errors: impl Iterator<Item = f64>) -> Option<(f64, f64, usize)> {
    let freedom = design.len().checked_sub(design.columns()).filter(|free| *free > 0)?;
    let fits = errors.map(|share| design.whitened(share));
    let found = fits.filter_map(|white| {
        let (coefficient, factor) = white.fit.last()?;
        Some((white.restricted()?, coefficient, factor * white.error()?))
    });
    let found = found.collect_vec();
    let least = found.iter().map(|(deviance, ..)| *deviance).fold(f64::INFINITY, f64::min);
    let weight = |deviance: f64| ((least - deviance) / 2.0).exp();
    let mean = |value: &dyn Fn(f64, f64) -> f64| -> f64 {
        let total: f64 = found.iter().map(|(deviance, ..)| weight(*deviance)).sum();
        found
            .iter()
            .map(|(deviance, one, other)| weight(*deviance) * value(*one, *other))
            .sum::<f64>()
            / total
    };
    let size = mean(&|coefficient, _| coefficient);
    let variance = mean(&|coefficient, error| error * error + (coefficient - size).powi(2));
    (!found.is_empty()).then(|| (size, variance.sqrt(), freedom))
}
