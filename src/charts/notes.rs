//! What a careful reader should know about what is drawn.

use super::context::Context;
use super::geometry;
use super::graph::{Graph, Layer};
use crate::import::dataset::{Discrepancy, discrepancies_in};
use crate::statistics::slot;
use crate::trade::{Figure, Month, Period, Status};
use crate::util::CollectVec as _;
use crate::wording::say::charts::notes as words;
use crate::wording::say::numbers::step;

pub fn notes(context: &Context<'_>, graph: &Graph) -> Vec<String> {
    let mut notes = Vec::new();
    if !graph.years
        && graph
            .layers
            .iter()
            .any(|layer| matches!(layer, Layer::Together(flat, ..) if !flat.is_empty()))
    {
        notes.push(words::together().to_owned());
    }
    if let Some(gaps) = gaps(context) {
        notes.push(gaps);
    }
    let figures = geometry::figures(&context.series, context.shown);
    if figures.iter().any(|figure| figure.status == Status::Derived) {
        notes.push(words::derived().to_owned());
    }
    let left = |figure: &&Figure| context.series.left_of(figure).is_some();
    let left = figures.iter().copied().filter(left).map(|figure| figure.period).collect_vec();
    if !left.is_empty() {
        notes.push(words::left(&left));
    }
    if figures.iter().any(|figure| !figure.others.is_empty()) {
        notes.push(words::others().to_owned());
    }
    notes.extend(
        discrepancies_in(&context.series)
            .iter()
            .filter(|found| {
                found.period.end() >= context.shown.0 && found.period.start <= context.shown.1
            })
            .map(|found| discrepancy(context, found)),
    );
    notes
}

/// Names the months, or years, that nobody reported, where they are few; counts them otherwise.
fn gaps(context: &Context<'_>) -> Option<String> {
    // Of quarters and years the chart itself says which are not known.
    if cfg!(feature = "whole") && context.query.grouping.is_whole() {
        return None;
    }
    let (from, to) = context.shown;
    let series = &context.series;
    // A year is told of once.
    let told = |month: &Month| !context.annual || month.number() == 1;
    let missing: Vec<Period> = from
        .through(to)
        .filter(|month| told(month) && slot(series, *month).is_none())
        .map(|month| series.span(month))
        .collect_vec();
    let annual = context.annual;
    (!missing.is_empty()).then(|| words::gaps(&missing, step(annual), annual))
}

fn discrepancy(context: &Context<'_>, found: &Discrepancy) -> String {
    let amount = |value: f64| context.quantity(value, 1);
    let difference = amount(found.difference());
    words::discrepancy(found.period, amount(found.cumulative), amount(found.months), difference)
}
