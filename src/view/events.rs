//! Which events a chart marks, and their numbers.

use super::context::Context;
use super::graph::{Graph, Pin, XAxis};
use crate::gather::Gather as _;
use crate::trade::Month;

/// Pins for the events within the stretch shown, numbered from 1 in order of date.
pub fn pins(context: &Context<'_>) -> Vec<Pin> {
    pins_within(context, context.shown)
}

/// Pins for the events within a stretch, likewise.
pub fn pins_within(context: &Context<'_>, (from, to): (Month, Month)) -> Vec<Pin> {
    let within =
        context.dataset.events.iter().filter(|event| from <= event.month && event.month <= to);
    within.enumerate().map(|(index, event)| Pin { month: event.month, number: index + 1 }).gather()
}

/// The events that the graph's pins number: indices into the data set's.
pub fn listed(context: &Context<'_>, graph: &Graph) -> Vec<usize> {
    let (from, to) = match graph.x {
        XAxis::Months(from, to) => (from, to),
        _ => context.shown,
    };
    let events = context.dataset.events.iter().enumerate();
    let within = events.filter(|(_, event)| from <= event.month && event.month <= to);
    within.map(|(index, _)| index).take(graph.pins.len()).gather()
}
