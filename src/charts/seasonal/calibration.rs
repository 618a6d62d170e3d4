//! The backtest of the forecasts, for the methods panel.

use super::super::context::Context;
use crate::statistics::seasonal::{Backtest, backtest, wilson};
use crate::util::three_figures;
use crate::wording::say::charts::seasonal as words;

/// The backtest in sentences, or why there is none.
pub fn calibration(context: &Context<'_>) -> String {
    let scored = match context.first_prints() {
        Ok(scored) => scored,
        Err(why) => return words::no_backtest(&why),
    };
    let score = backtest(&context.series, &scored.expectations);
    let held =
        |interval: &str, share: f64| words::held(interval, share, wilson(share, score.months));
    words::backtested(
        (score.months, scored.first),
        &held("80%", score.within_80),
        &held("95%", score.within_95),
        &compared(context, &score),
    )
}

/// Whether it can wait: on the page, which has what is seen to compute first.
const LATER: bool = cfg!(target_arch = "wasm32");

/// The same, unless it takes long and can wait.
pub fn calibration_at_hand(context: &Context<'_>) -> Option<String> {
    let shared = context.shared().ok();
    let later = LATER && shared.is_some_and(|shared| !shared.has_prints());
    let kept = shared.and_then(|shared| shared.calibration.get().cloned());
    kept.or_else(|| (!later).then(|| calibration(context)))
}

/// The median beside plain forecasts, and whether chance can make the difference.
fn compared(context: &Context<'_>, score: &Backtest) -> String {
    if score.compared == 0 {
        return words::nothing_to_compare();
    }
    let amount = |error: f64| context.computed(error, three_figures(error));
    let naive = |name: &str, error: f64, p: Option<f64>| words::naive(name, amount(error), p);
    words::compared(
        score.compared,
        amount(score.error),
        [
            naive(words::year_before(), score.error_last_year, score.p_last_year),
            naive(words::month_before(), score.error_last_month, score.p_last_month),
        ],
    )
}
