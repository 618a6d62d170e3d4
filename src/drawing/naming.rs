//! The names of several lines: at their ends, or in the key if there is no room.

use std::borrow::Cow;

use plotters::prelude::DrawingBackend;

use super::canvas::Canvas;
use super::painter::Painter;
use super::{key, labels, layout};
use crate::charts::{Graph, KeyEntry, Label, Swatch, Weight};
use crate::util::CollectVec as _;

/// The graph with the names of its lines in the key, between `top` and `bottom`, unless all fit at the
/// lines' ends.
pub fn named<'a, DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &'a Graph,
    (top, bottom): (f64, f64),
) -> Cow<'a, Graph> {
    let names = graph.labels.iter().filter(|label| layout::is_name(label)).collect_vec();
    // A line alone needs no key: it is what the headline is about.
    if names.len() < 2 || fit(pen, graph, &names, (top, bottom)) {
        return Cow::Borrowed(graph);
    }
    let mut keyed = graph.clone();
    keyed.labels.retain(|label| !layout::is_name(label));
    for label in names {
        let entry = KeyEntry::new(Swatch::Line(label.tone, Weight::Strong), label.text.clone());
        // One that is drawn in two plots is named once.
        if !keyed.key.contains(&entry) {
            keyed.key.push(entry);
        }
    }
    Cow::Owned(keyed)
}

/// Whether all names stand whole beside their lines' ends: in the margin, or where a line ends before it
/// within the plot, as far as nothing else is there.
fn fit<DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &Graph,
    names: &[&Label],
    (top, bottom): (f64, f64),
) -> bool {
    let (width, _) = pen.size();
    let whole = |label: &&Label| {
        let lines = layout::edge_lines(width, &label.text);
        lines.last().is_some_and(|line| !line.ends_with('…'))
    };
    let (margin, within): (Vec<&Label>, Vec<&Label>) =
        names.iter().partition(|label| graph.at_edge(label.at.0));
    let plot = layout::plot(pen, graph, top + key::height(pen, graph), bottom);
    if !margin.iter().all(whole) || plot.right - plot.left < width * LEAST_PLOT {
        return false;
    }
    let canvas = Canvas::new(pen, graph, plot);
    labels::edge_shift(&canvas, &margin) <= MOST_SHIFT
        && labels::stand_free(&canvas, &margin, &within)
}

/// What share of the width names must leave to the lines.
const LEAST_PLOT: f64 = 0.6;

/// How far from its line's end a name may stand for a reader to see whose it is.
const MOST_SHIFT: f64 = 20.0;
