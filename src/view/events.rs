//! Which events a chart marks, and their numbers.

use super::context::Context;
use super::graph::{Graph, Pin};

/// Pins for the events within the stretch shown, numbered from 1 in order of date.
pub fn pins(context: &Context<'_>) -> Vec<Pin> {
    let (from, to) = context.shown;
    let within =
        context.dataset.events.iter().filter(|event| from <= event.month && event.month <= to);
    within.enumerate().map(|(index, event)| Pin { month: event.month, number: index + 1 }).collect()
}

/// The events that the graph's pins number: indices into the data set's.
pub fn listed(context: &Context<'_>, graph: &Graph) -> Vec<usize> {
    let (from, to) = context.shown;
    let events = context.dataset.events.iter().enumerate();
    let within = events.filter(|(_, event)| from <= event.month && event.month <= to);
    within.map(|(index, _)| index).take(graph.pins.len()).collect()
}
