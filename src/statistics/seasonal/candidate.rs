//! Forecasts of single models, and their average.

use super::model::Model;
use super::whitening::Errors;
use crate::util::CollectVec as _;

/// Below this share of the response's sum of squares a residual counts as rounding error.
pub const NOTHING: f64 = 1e-12;

/// One model's forecast.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The regression model; `None` for the airline model.
    pub model: Option<Model>,
    /// The corrected Akaike criterion; comparable among models of the same rows.
    pub criterion: f64,
    /// The expected logarithm.
    pub log: f64,
    /// The standard deviation of the actual logarithm around it.
    pub deviation: f64,
    /// Degrees of freedom.
    pub freedom: f64,
    /// The forecast without earlier errors carried over.
    pub alone: Option<f64>,
}

/// The corrected Akaike criterion, up to a constant: `n ln(RSS/n) + ln|V|` plus the penalty for parameters.
/// `None` if there are too few rows, or the model fits them exactly.
pub fn criterion(
    rows: usize,
    parameters: usize,
    residual: f64,
    total: f64,
    log_volume: f64,
) -> Option<f64> {
    let (rows, parameters) = (rows as f64, parameters as f64);
    let free = rows - parameters - 1.0;
    if free <= 0.0 || residual <= total * NOTHING {
        return None;
    }
    let price = 2.0 * parameters + 2.0 * parameters * (parameters + 1.0) / free;
    let fit = rows * (residual / rows).ln() + log_volume;
    fit.is_finite().then_some(fit + price)
}

/// The average forecast of several models, by Akaike weight.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The mean of the expected logarithms.
    pub log: f64,
    /// The mean standard deviation.
    pub deviation: f64,
    /// The mean degrees of freedom.
    pub freedom: f64,
    /// The mean forecast without carried-over errors, over the models that have one.
    pub alone: Option<f64>,
}

/// How likely each is beside the best of them: one for the best.
fn likelihoods(candidates: &[Candidate]) -> Vec<f64> {
    let least = candidates.iter().map(|found| found.criterion).fold(f64::INFINITY, f64::min);
    candidates.iter().map(|found| ((least - found.criterion) / 2.0).exp()).collect_vec()
}

/// Averages candidates; `None` if there are none.
pub fn pool(candidates: &[Candidate]) -> Option<Pool> {
    let weights = likelihoods(candidates);
    let mean = |value: &dyn Fn(&Candidate) -> Option<f64>| {
        let (mut sum, mut total) = (0.0, 0.0);
        for (candidate, weight) in candidates.iter().zip(&weights) {
            if let Some(value) = value(candidate) {
                sum += weight * value;
                total += weight;
            }
        }
        (total > 0.0).then(|| sum / total)
    };
    Some(Pool {
        log: mean(&|found| Some(found.log))?,
        deviation: mean(&|found| Some(found.deviation))?,
        freedom: mean(&|found| Some(found.freedom))?,
        alone: mean(&|found| found.alone),
    })
}

/// Sums of the regression models' weights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weights {
    /// How many models were weighed.
    pub models: usize,
    /// The weight of models with a local level; the others have AR(1) errors.
    pub level: f64,
    /// The mean AR(1) coefficient of the others.
    pub share: f64,
    /// The weight of models with a trend.
    pub trend: f64,
    /// The weight of models with trading days.
    pub trading_days: f64,
    /// The weight of models with the New Year.
    pub new_year: f64,
    /// The mean number of pairs of Fourier terms.
    pub pairs: f64,
}

/// The weights of the regression models.
pub fn weights(candidates: &[Candidate]) -> Weights {
    let likely = likelihoods(candidates);
    let total: f64 = likely.iter().sum();
    let models = || candidates.iter().filter_map(|found| found.model).zip(&likely);
    let share = |of: fn(&Model) -> f64| {
        models().map(|(model, weight)| of(&model) * weight).sum::<f64>() / total
    };
    let level = share(|model| f64::from(u8::from(matches!(model.errors, Errors::Level(_)))));
    let carried = share(|model| match model.errors {
        Errors::Autoregressive(share) => share,
        Errors::Level(_) => 0.0,
    });
    Weights {
        models: candidates.len(),
        level,
        share: if level < 1.0 { carried / (1.0 - level) } else { 0.0 },
        trend: share(|model| f64::from(u8::from(model.trend))),
        trading_days: share(|model| f64::from(u8::from(model.trading_days))),
        new_year: share(|model| f64::from(u8::from(model.new_year.width() > 0))),
        pairs: share(|model| model.pairs as f64),
    }
}

/// The best model with AR(1) errors and a trend, used to fill gaps and to look for steps and events.
pub fn best_about_a_line(candidates: &[Candidate]) -> Option<Model> {
    let about = candidates.iter().filter(|found| {
        found
            .model
            .is_some_and(|model| model.trend && matches!(model.errors, Errors::Autoregressive(_)))
    });
    about.min_by(|one, other| one.criterion.total_cmp(&other.criterion))?.model
}
