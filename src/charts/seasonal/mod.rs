//! Seasonal charts.

mod calibration;
pub mod indirect;

pub use calibration::{calibration, calibration_at_hand};

use super::context::Context;
use crate::query::{Query, every_chart};
use crate::statistics::Known;
use crate::statistics::seasonal::{LEAST_MONTHS, RegularSeries};
use crate::trade::{Dataset, Month};
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

/// Whether a series has the months that seasonal statistics need.
fn is_long(dataset: &Dataset, query: &Query) -> bool {
    let series = dataset.series(&query.key());
    let since = series.since_long_gap();
    let known = series.months().chain(series.undivideds()).map(|figure| figure.period);
    let known =
        known.filter(|own| own.months <= 2 && since.is_some_and(|since| since <= own.start));
    known.map(|own| usize::from(own.months)).sum::<usize>() >= LEAST_MONTHS
}

/// A statistic of the context's study.
fn studied<T>(
    context: &Context<'_>,
    statistic: impl FnOnce(&crate::statistics::seasonal::PreparedSeries) -> Known<T>,
) -> Known<T> {
    context.study().and_then(statistic)
}
