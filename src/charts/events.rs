//! Which events a chart marks, and their numbers.

use super::context::Context;
use super::graph::{EventMarker, Graph, XAxis};
use crate::trade::Month;
use crate::util::CollectVec as _;

/// Pins for the events within the stretch shown, numbered from 1 in order of date.
pub fn pins(context: &Context<'_>) -> Vec<EventMarker> {
    pins_within(context, context.shown)
}

/// Pins for the events within a stretch, likewise.
pub fn pins_within(context: &Context<'_>, (from, to): (Month, Month)) -> Vec<EventMarker> {
    let within =
        context.dataset.events.iter().filter(|event| from <= event.month && event.month <= to);
    within
        .enumerate()
        .map(|(index, event)| EventMarker { month: event.month, number: index + 1 })
        .collect_vec()
}

/// The events that the graph's pins number: indices into the data set's.
pub fn listed(context: &Context<'_>, graph: &Graph) -> Vec<usize> {
    let (from, to) = match graph.x {
        XAxis::Months(from, to) => (from, to),
        _ => context.shown,
    };
    let events = context.dataset.events.iter().enumerate();
    let within = events.filter(|(_, event)| from <= event.month && event.month <= to);
    within.map(|(index, _)| index).take(graph.pins.len()).collect_vec()
}
