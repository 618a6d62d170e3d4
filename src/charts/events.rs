//! The events that a chart marks. The data decide which are named first, not the figures: naming those at
//! large changes would suggest causes.

use super::context::Context;
use super::graph::{EventMarker, Graph, XAxis};
use crate::trade::{Event, Month};
use crate::util::CollectVec as _;
use crate::wording::say::charts::sources as said;

/// Pins for the events within the stretch shown, in order of date.
pub fn pins(context: &Context<'_>) -> Vec<EventMarker> {
    pins_within(context, context.shown)
}

/// Pins for the events within a stretch, likewise.
pub fn pins_within(context: &Context<'_>, (from, to): (Month, Month)) -> Vec<EventMarker> {
    let within =
        context.dataset.events.iter().filter(|event| from <= event.month && event.month <= to);
    let marker = |event: &Event| EventMarker {
        month: event.month,
        name: if event.rank.is_some() { named(event) } else { String::new() },
        rank: event.rank.unwrap_or(u8::MAX),
    };
    within.map(marker).collect_vec()
}

/// `Apr 2025: licences`; the whole title if there is no short one.
pub fn named(event: &Event) -> String {
    said::event(event.month, event.short())
}

/// The events that the graph's pins mark, as indices into the data set's.
pub fn listed(context: &Context<'_>, graph: &Graph) -> Vec<usize> {
    let (from, to) = match graph.x {
        XAxis::Months(from, to) => (from, to),
        _ => context.shown,
    };
    let events = context.dataset.events.iter().enumerate();
    let within = events.filter(|(_, event)| from <= event.month && event.month <= to);
    within.map(|(index, _)| index).take(graph.pins.len()).collect_vec()
}
