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
        notes.push("Where January and February, or a whole year, were reported only as one figure, a flat stroke shows their monthly average; they are never split.".to_owned());
    }
    if let Some(gaps) = gaps(context) {
        notes.push(gaps);
    }
    let figures = geometry::figures(&context.series, context.shown);
    if figures.iter().any(|figure| figure.status == Status::Derived) {
        notes.push("Derived figures (* in the table) are differences or sums of published figures; each one’s note says how.".to_owned());
    }
    if figures.iter().any(|figure| !figure.others.is_empty()) {
        notes.push("Where reports of a figure differ, the one closest to the original source is used and the others are listed beside it.".to_owned());
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
    Some(format!("No figure is available for {which}{line}."))
}

fn discrepancy(context: &Context<'_>, found: &Discrepancy) -> String {
    let amount = |value: f64| exact_amount(value, 1, context.unit());
    let side = if found.difference() < 0.0 { "less" } else { "more" };
    format!(
        "The cumulative figures rise by {} over {}, {} {side} than the monthly figures ({}), so earlier months must have been revised.",
        amount(found.cumulative),
        found.period.long(),
        amount(found.difference().abs()),
        amount(found.months),
    )
}
