//! Whether the intervals hold what they promise, for the methods panel.

use super::super::context::Context;
use super::{decimals, studied};
use crate::statistics::seasonal::{Backtest, backtest, expectations, wilson};
use crate::wording::en::numbers::{exact, exact_amount};

/// How the expectations of the series fared, in sentences; why it is not known, else.
pub fn calibration(context: &Context<'_>) -> String {
    let all = match studied(context, expectations) {
        Ok(all) => all,
        Err(why) => return format!("No backtest for this series: {why}."),
    };
    let score = backtest(&context.series, &all);
    let percent = |share: f64| format!("{}%", exact(share * 100.0, 0));
    let held = |interval: &str, share: f64| {
        let (low, high) = wilson(share, score.months);
        format!(
            "the {interval} interval {} of the time ({} to {} allowing for chance)",
            percent(share),
            exact(low * 100.0, 0),
            percent(high)
        )
    };
    format!(
        "{} periods with at least three years of data before them were each forecast from those data alone, as revised since. The actual figure fell within {} and within {}. {}",
        score.months,
        held("80%", score.within_80),
        held("95%", score.within_95),
        compared(context, &score)
    )
}

/// The median beside plain forecasts, and whether chance can make the difference.
fn compared(context: &Context<'_>, score: &Backtest) -> String {
    if score.compared == 0 {
        return "None of them has figures for both the same month a year before and the month before to compare with.".to_owned();
    }
    let amount = |error: f64| exact_amount(error, decimals(error), context.unit());
    let against = |name: &str, error: f64, p: Option<f64>| {
        let told = match p {
            Some(p) if p < 0.05 => "a statistically significant difference",
            _ => "not a statistically significant difference",
        };
        let p = p.map_or_else(String::new, |p| format!(", p = {}", exact(p.max(0.001), 3)));
        format!("{name} by {} ({told}{p})", amount(error))
    };
    format!(
        "Where both naive forecasts can be made ({} periods), the median forecast missed by {} on average, {} and {}.",
        score.compared,
        amount(score.error),
        against("the same month a year before", score.error_last_year, score.p_last_year),
        against("the month before", score.error_last_month, score.p_last_month),
    )
}
