//! A coefficient averaged over what the errors' AR(1) coefficient may be.

use super::regression::Design;
use crate::util::CollectVec as _;

/// The AR(1) coefficients that are averaged over: 0, 0.05 … 0.95.
const SHARES: std::ops::Range<u32> = 0..20;

/// The coefficient of a design's last column, its standard error and the degrees of freedom,
/// averaged over the AR(1) coefficients by restricted likelihood: the best one alone, taken as
/// known, would make the error too small.
pub fn averaged(design: &Design) -> Option<(f64, f64, usize)> {
    let freedom = design.len().checked_sub(design.columns()).filter(|free| *free > 0)?;
    let fits = SHARES.map(|step| design.whitened(f64::from(step) * 0.05));
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
