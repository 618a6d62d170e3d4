//! The point under the pointer or the keyboard's focus, drawn over the chart.

use plotters::prelude::DrawingBackend;

use super::layers::through_time;
use super::painter::{Drawing, Painter};
use super::plot_layout::PlotLayout;
use crate::charts::{Graph, YAxis};

/// Highlights the graph's mark `index` where it was placed; does nothing if there is none.
///
/// # Errors
///
/// If the backend fails.
pub fn highlight<DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &Graph,
    placed: &PlotLayout,
    index: usize,
) -> Drawing<(), DB> {
    let Some(spot) = placed.spot(graph, index) else { return Ok(()) };
    if let Some(cell) = spot.cell {
        return pen.frame((cell.left, cell.top), (cell.right, cell.bottom), 3.0, pen.palette.ink);
    }
    if !matches!(graph.y, YAxis::Rows(_) | YAxis::Plane(..)) {
        let top = if through_time(&graph.x) { placed.plot.top } else { spot.y };
        pen.line(&[(spot.x, top), (spot.x, placed.plot.bottom)], 1.0, pen.palette.muted)?;
    }
    pen.disc((spot.x, spot.y), 8.0, pen.palette.paper)?;
    pen.disc((spot.x, spot.y), 6.0, pen.palette.ink)?;
    pen.disc((spot.x, spot.y), 3.0, pen.palette.paper)
}
