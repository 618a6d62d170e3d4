//! Seasonal charts.

mod calibration;
pub mod indirect;

pub use calibration::{calibration, calibration_at_hand};

use super::context::Context;
use crate::query::every_chart;
use crate::statistics::Known;
use crate::statistics::seasonal::RegularSeries;
use crate::trade::Month;
use crate::wording::say::charts::seasonal as words;

/// Makes the modules of the charts in this folder.
macro_rules! modules {
    (charts $charts:tt seasonal { $($chart:ident)* } structure $structure:tt tests $tests:tt) => {
        $(pub mod $chart;)*
    };
}

every_chart!(modules);

/// The part of the stretch shown that lies within the regular series.
fn shown(context: &Context<'_>, regular: &RegularSeries) -> (Month, Month) {
    let (from, to) = context.shown;
    let from = from.max(regular.first()).min(regular.last());
    (from, to.min(regular.last()).max(from))
}

/// What is said of figures that are not above zero.
fn zeros(context: &Context<'_>) -> Option<String> {
    let regular = context.study().ok()?.regular();
    (!regular.zeros().is_empty()).then(|| words::zeros(regular.zeros()))
}

/// A statistic of the context's study.
fn studied<T>(
    context: &Context<'_>,
    statistic: impl FnOnce(&crate::statistics::seasonal::PreparedSeries) -> Known<T>,
) -> Known<T> {
    context.study().and_then(statistic)
}
