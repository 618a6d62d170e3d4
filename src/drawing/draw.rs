//! One drawing for every backend.

use std::borrow::Cow;

use plotters::prelude::*;

use super::canvas::Canvas;
use super::painter::{Drawing, Painter};
use super::plot_layout::PlotLayout;
use super::section::Section;
use super::{annotations, axes, event_markers, key, labels, layers, layout, naming, title_block};
use crate::charts::{Graph, TitleBlock};

/// Draws `graph` over the pen's area, with `title_block` around it if it stands alone, and returns where
/// everything was placed.
///
/// # Errors
///
/// If the backend fails.
pub fn draw<DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &Graph,
    title_block: Option<&TitleBlock>,
) -> Drawing<PlotLayout, DB> {
    pen.enter(Section::Paper);
    pen.area.fill(&pen.palette.paper)?;
    let Some(title_block) = title_block else {
        let (_, height) = pen.size();
        return draw_within(pen, graph, (0.0, height), true);
    };
    let inner = pen.inset(title_block::MARGIN);
    let (above, below) = title_block::heights(&inner, title_block);
    inner.enter(Section::Title);
    title_block::draw_above(&inner, title_block)?;
    let (_, height) = inner.size();
    let listed = !title_block.events.is_empty();
    let placed = draw_within(&inner, graph, (above, height - below), listed)?;
    inner.enter(Section::Source);
    title_block::draw_below(&inner, title_block)?;
    pen.area.present()?;
    Ok(placed)
}

/// The layout of a graph over the pen's area, without drawing it.
pub fn placed<DB: DrawingBackend>(pen: &Painter<DB>, graph: &Graph) -> PlotLayout {
    let (_, height) = pen.size();
    let graph = &*named(pen, graph, (0.0, height));
    let key = key::height(pen, graph);
    Canvas::new(pen, graph, layout::plot(pen, graph, key, height)).placed()
}

/// The graph with its lines named where there is room. Several lines are the whole module's.
fn named<'a, DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &'a Graph,
    ends: (f64, f64),
) -> Cow<'a, Graph> {
    if cfg!(feature = "whole") { naming::named(pen, graph, ends) } else { Cow::Borrowed(graph) }
}

/// Between two heights; `listed` where a list says what the ticks of events mean.
fn draw_within<DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &Graph,
    (top, bottom): (f64, f64),
    listed: bool,
) -> Drawing<PlotLayout, DB> {
    let graph = &*named(pen, graph, (top, bottom));
    let key = key::height(pen, graph);
    let canvas = Canvas::new(pen, graph, layout::plot(pen, graph, top + key, bottom));
    if !graph.key.is_empty() {
        pen.enter(Section::Key);
        key::draw(&canvas, top)?;
    }
    pen.enter(Section::Axes);
    axes::draw(&canvas)?;
    if !graph.pins.is_empty() {
        pen.enter(Section::Events);
        event_markers::draw(&canvas, listed)?;
    }
    // Readers' own notes are the whole module's.
    let annotated = cfg!(feature = "whole") && !graph.annotations.is_empty();
    if annotated {
        pen.enter(Section::Events);
        annotations::draw_behind(&canvas)?;
    }
    pen.enter(Section::Data);
    layers::draw(&canvas)?;
    pen.enter(Section::Labels);
    labels::draw(&canvas)?;
    if annotated {
        annotations::draw_words(&canvas)?;
    }
    pen.area.present()?;
    Ok(canvas.placed())
}
