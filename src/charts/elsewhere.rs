//! Computations longer than a frame, in two halves: a worker computes them, and the page continues from the
//! results.

use super::context::Context;
use super::question::Question;
use super::seasonal;
use super::studies::Shared;
use super::view::{context, obeyed, view};
use crate::query::Query;
use crate::trade::Dataset;

/// Works on what is shared by the charts of the season, if a query asks for one.
fn of(dataset: &Dataset, query: &Query, work: &mut dyn FnMut(&Context<'_>, &Shared)) {
    if query.chart.question() != Question::Season {
        return;
    }
    let query = query.over(dataset);
    let dataset = query.of_data(dataset);
    let query = obeyed(&query);
    let context = context(&dataset, &query);
    if let Ok(shared) = context.shared() {
        work(&context, shared);
    }
}

/// Whether a query takes longer than a frame to compute: a seasonal chart of a series not drawn yet.
pub fn takes_long(dataset: &Dataset, query: &Query) -> bool {
    let mut long = false;
    of(dataset, query, &mut |context, shared| {
        let chart = context.query.chart;
        let parts = seasonal::indirect::asked(context).filter(|_| chart.record().obeys("adjust"));
        let parts = parts.map(|(_, parts)| parts).filter(|parts| !parts.is_empty());
        long = shared.awaits(chart, parts.as_deref());
    });
    long
}

/// Computes a query's long results, as numbers; empty if there are none.
pub fn carried(dataset: &Dataset, query: &Query) -> Vec<f64> {
    of(dataset, query, &mut |_, shared| {
        shared.study.forecasts();
    });
    view(dataset, query);
    let mut numbers = Vec::new();
    of(dataset, query, &mut |_, shared| numbers = shared.study.carried());
    numbers
}

/// Continues from what [`carried`] computed for the same query elsewhere.
pub fn go_on(dataset: &Dataset, query: &Query, numbers: &[f64]) {
    of(dataset, query, &mut |context, shared| {
        if shared.study.go_on(numbers) {
            shared.mark(context.query.chart);
        }
    });
}

/// How well the forecasts of a query's series have performed, in words.
pub fn calibration(dataset: &Dataset, query: &Query) -> String {
    let mut words = String::new();
    of(dataset, query, &mut |context, _| words = seasonal::calibration(context));
    words
}

/// Keeps the words that [`calibration`] returned for the same query elsewhere.
pub fn keep_calibration(dataset: &Dataset, query: &Query, words: &str) {
    of(dataset, query, &mut |_, shared| {
        // What is there already is the same.
        let _ = shared.calibration.set(words.to_owned());
    });
}
