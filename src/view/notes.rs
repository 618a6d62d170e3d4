//! What a careful reader should know about what is drawn.

use super::context::Context;
use super::graph::{Graph, Layer};
use super::words::{exact, signed};
use crate::gather::Gather as _;
use crate::reading::{Discrepancy, discrepancies_in};
use crate::trade::{Figure, Status};

pub fn notes(context: &Context<'_>, graph: &Graph) -> Vec<String> {
    let mut notes = Vec::new();
    if graph
        .layers
        .iter()
        .any(|layer| matches!(layer, Layer::Together(flat, ..) if !flat.is_empty()))
    {
        notes.push("January and February, and whole years, where only one figure was reported for them, are drawn as a flat stroke at their average and are never split.".to_owned());
    }
    if let Some(gaps) = gaps(context) {
        notes.push(gaps);
    }
    if figures(context).any(|figure| figure.status == Status::Derived) {
        notes.push("Derived figures (* in the table) are differences or sums of published ones; each says how.".to_owned());
    }
    if figures(context).any(|figure| !figure.others.is_empty()) {
        notes.push("Where reports of one figure differ, the latest stands and the others are named beside it.".to_owned());
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

fn figures<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Figure> {
    let (from, to) = context.shown;
    context
        .series
        .months()
        .chain(context.series.undivideds())
        .filter(move |figure| figure.period.start >= from && figure.period.end() <= to)
}

/// Names the months that nobody reported, where they are few; counts them otherwise.
fn gaps(context: &Context<'_>) -> Option<String> {
    let (from, to) = context.shown;
    let series = &context.series;
    let missing: Vec<String> = from
        .through(to)
        .filter(|month| series.month(*month).is_none() && series.undivided(*month).is_none())
        .map(|month| month.short())
        .gather();
    match missing.len() {
        0 => None,
        1..=6 => Some(format!(
            "No figure is known for {}; the line is broken there.",
            missing.join(", ")
        )),
        count => Some(format!(
            "No figure is known for {count} of the months shown; the line is broken there."
        )),
    }
}

fn discrepancy(context: &Context<'_>, found: &Discrepancy) -> String {
    let unit = context.unit().code();
    format!(
        "The cumulative figures rise by {} {unit} over {}, but its months add up to {} {unit}: {} {unit}, which earlier months must have been revised by.",
        exact(found.cumulative, 1),
        found.period.long(),
        exact(found.months, 1),
        signed(found.difference(), 1),
    )
}
