//! What a careful reader should know about what is drawn.

use super::context::Context;
use super::geometry;
use super::graph::{Graph, Layer};
use crate::import::dataset::{Discrepancy, discrepancies_in};
use crate::statistics::slot;
use crate::trade::{Month, Status};
use crate::util::CollectVec as _;
use crate::wording::en::numbers::{exact_amount, step};

pub fn notes(context: &Context<'_>, graph: &Graph) -> Vec<String> {
    let mut notes = Vec::new();
    if !graph.years
        && graph
            .layers
            .iter()
            .any(|layer| matches!(layer, Layer::Together(flat, ..) if !flat.is_empty()))
    {
        notes.push("January and February, and whole years, where only one figure was reported for them, are drawn as a flat stroke at their average and are never split.".to_owned());
    }
    if let Some(gaps) = gaps(context) {
        notes.push(gaps);
    }
    let figures = geometry::figures(&context.series, context.shown);
    if figures.iter().any(|figure| figure.status == Status::Derived) {
        notes.push("Derived figures (* in the table) are differences or sums of published ones; each says how.".to_owned());
    }
    if figures.iter().any(|figure| !figure.others.is_empty()) {
        notes.push("Where reports of one figure differ, the one nearest to its source stands and the others are named beside it.".to_owned());
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
    let (from, to) = context.shown;
    let series = &context.series;
    // A year is told of once.
    let told = |month: &Month| !context.annual || month.number() == 1;
    let missing: Vec<String> = from
        .through(to)
        .filter(|month| told(month) && slot(series, *month).is_none())
        .map(|month| series.span(month).short())
        .collect_vec();
    let which = match missing.len() {
        0 => return None,
        1..=6 => missing.join(", "),
        count => format!("{count} of the {}s shown", step(context.annual)),
    };
    let line = if context.annual { "" } else { "; the line is broken there" };
    Some(format!("No figure is known for {which}{line}."))
}

fn discrepancy(context: &Context<'_>, found: &Discrepancy) -> String {
    let amount = |value: f64| exact_amount(value, 1, context.unit());
    let side = if found.difference() < 0.0 { "less" } else { "more" };
    format!(
        "The cumulative figures rise by {} over {}, {} {side} than its months add up to ({}), so earlier months must have been revised.",
        amount(found.cumulative),
        found.period.long(),
        amount(found.difference().abs()),
        amount(found.months),
    )
}
