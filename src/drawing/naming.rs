//! The names of several lines: at their ends where there is room, the others in the key.

use std::borrow::Cow;

use plotters::prelude::DrawingBackend;

use super::canvas::Canvas;
use super::painter::Painter;
use super::{key, labels, layout};
use crate::charts::{Graph, KeyEntry, Label, Swatch, Weight};
use crate::util::{CollectVec as _, sort_by_key};

/// The graph, between `top` and `bottom`, with those names in the key that have no room at their lines' ends.
pub fn named<'a, DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &'a Graph,
    ends: (f64, f64),
) -> Cow<'a, Graph> {
    let mut named = Cow::Borrowed(graph);
    let names = graph.labels.iter().filter(|label| layout::is_name(label));
    let first = names.map(|label| label.text.as_str()).collect_vec();
    // A line alone needs no key: it is what the headline is about.
    if first.len() < 2 {
        return named;
    }
    let place_of = |graph: &Graph| {
        let label = crowded(pen, graph, ends)?;
        graph.labels.iter().position(|own| std::ptr::eq(own, label))
    };
    while let Some(place) = place_of(&named) {
        let graph = named.to_mut();
        let label = graph.labels.remove(place);
        let entry = KeyEntry::new(Swatch::Line(label.tone, Weight::Strong), label.text.clone());
        // One that is drawn in two plots is named once.
        let mut others = graph.labels.iter().filter(|own| layout::is_name(own));
        let elsewhere = others.any(|own| own.tone == label.tone && own.text == label.text);
        if !elsewhere && !graph.key.contains(&entry) {
            graph.key.push(entry);
            // In the order of the lines.
            let of = |entry: &KeyEntry| first.iter().position(|own| *own == entry.words);
            sort_by_key(&mut graph.key, of);
        }
    }
    named
}

/// A name that does not stand whole beside its line's end: in the margin, or where a line ends before it
/// within the plot, as far as nothing else is there.
fn crowded<'a, DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &'a Graph,
    (top, bottom): (f64, f64),
) -> Option<&'a Label> {
    let (width, _) = pen.size();
    let names = graph.labels.iter().filter(|label| layout::is_name(label));
    let (margin, within): (Vec<&Label>, Vec<&Label>) =
        names.partition(|label| graph.at_edge(label.at.0));
    let lines = |label: &Label| layout::edge_lines(width, &label.text);
    let cut = |label: &&Label| lines(label).last().is_some_and(|line| line.ends_with('…'));
    if let Some(cut) = margin.iter().copied().find(cut) {
        return Some(cut);
    }
    let plot = layout::plot(pen, graph, top + key::height(pen, graph), bottom);
    if plot.right - plot.left < width * LEAST_PLOT
        && let Some(widest) = labels::widest(pen, &margin)
    {
        return Some(widest);
    }
    let canvas = Canvas::new(pen, graph, plot);
    let farthest = labels::farthest(&canvas, &margin).filter(|(shift, _)| *shift > MOST_SHIFT);
    if let Some((_, label)) = farthest {
        return Some(label);
    }
    labels::without_room(&canvas, &margin, &within)
}

/// What share of the width names must leave to the lines.
const LEAST_PLOT: f64 = 0.6;

/// How far from its line's end a name may stand for a reader to see whose it is.
const MOST_SHIFT: f64 = 20.0;
