//! Whether the intervals hold what they promise, for the methods panel.

use super::super::context::Context;
use super::studied;
use crate::statistics::seasonal::{backtest, expectations};
use crate::wording::en::numbers::{exact, exact_amount};

/// How the expectations of the series fared, in sentences; why it is not known, else.
pub fn calibration(context: &Context<'_>) -> String {
    let all = match studied(context, expectations) {
        Ok(all) => all,
        Err(why) => return format!("No backtest for this series: {why}."),
    };
    let score = backtest(&context.series, &all);
    let percent = |share: f64| format!("{}%", exact(share * 100.0, 0));
    let amount = |error: f64| exact_amount(error, 0, context.unit());
    let compared = if score.compared == 0 {
        "No month of them has both the same month a year before and the month before to compare with.".to_owned()
    } else {
        let better = score.error < score.error_last_year && score.error < score.error_last_month;
        format!(
            "Over the {} of them that both plain forecasts can be had for, the median erred by {} on average, the same month a year before by {} and the month before by {}: the expectation was {} both.",
            score.compared,
            amount(score.error),
            amount(score.error_last_year),
            amount(score.error_last_month),
            if better { "better than" } else { "not better than" },
        )
    };
    format!(
        "Every period of this series with three years before it was expected from those years alone: {} periods. The figure fell within the 80% interval {} of the time and within the 95% interval {} of the time. {compared}",
        score.months,
        percent(score.within_80),
        percent(score.within_95),
    )
}
