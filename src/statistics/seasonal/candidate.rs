//! What single models expect, and what they expect together.

use super::model::Model;
use super::whitening::Errors;
use crate::util::CollectVec as _;

/// Below this share of the response's square a residual is a rounding error.
pub const NOTHING: f64 = 1e-12;

/// What one model expects.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// The regression's model; none of the airline model.
    pub model: Option<Model>,
    /// The corrected Akaike criterion; comparable among models of the same rows.
    pub criterion: f64,
    /// The expected logarithm.
    pub log: f64,
    /// The standard deviation of the figure's logarithm about that.
    pub deviation: f64,
    /// Degrees of freedom.
    pub freedom: f64,
    /// What the columns alone have, errors before it left out.
    pub alone: Option<f64>,
}

/// The corrected Akaike criterion, less what is the same for all models: `n ln(RSS/n) + ln|V|`
/// and the price of the parameters. Nothing where there are too few rows for it, or the model
/// explains them to the last digit.
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

/// Several models' expectation, each by its Akaike weight.
#[derive(Clone, Debug)]
pub struct Pool {
    /// The mean of the expected logarithms.
    pub log: f64,
    /// The mean of the deviations.
    pub deviation: f64,
    /// The mean degrees of freedom.
    pub freedom: f64,
    /// The mean of what the columns of those models have alone that tell.
    pub alone: Option<f64>,
}

/// How likely each is beside the best of them: one for the best.
fn likelihoods(candidates: &[Candidate]) -> Vec<f64> {
    let least = candidates.iter().map(|found| found.criterion).fold(f64::INFINITY, f64::min);
    candidates.iter().map(|found| ((least - found.criterion) / 2.0).exp()).collect_vec()
}

/// Pools candidates; nothing of none.
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

/// What the weights of a regression's models add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weights {
    /// How many models were weighed.
    pub models: usize,
    /// The weight of models with a local level; the others have AR(1) errors.
    pub level: f64,
    /// The mean AR(1) coefficient of these.
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

/// The weights of a regression's models.
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

/// The best model with autoregressive errors about a trend: what fills gaps, and what steps and
/// events are looked for beside.
pub fn best_about_a_line(candidates: &[Candidate]) -> Option<Model> {
    let about = candidates.iter().filter(|found| {
        found
            .model
            .is_some_and(|model| model.trend && matches!(model.errors, Errors::Autoregressive(_)))
    });
    about.min_by(|one, other| one.criterion.total_cmp(&other.criterion))?.model
}
