//! A graph being drawn on a backend.

use std::cell::OnceCell;

use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;

use super::painter::{Drawing, Painter};
use super::plot_layout::{Cartesian, PlotLayout, Rect, Scales, x_ends, y_ends};
use super::reduce::reduced;
use crate::charts::{Cell, Graph, Layer, Mark, XAxis};
use crate::util::CollectVec as _;

/// The pen, the place of the plot, and plotters' coordinates.
pub struct Canvas<'a, DB: DrawingBackend> {
    pub pen: &'a Painter<DB>,
    pub graph: &'a Graph,
    pub plot: Rect,
    scales: Scales,
    area: DrawingArea<DB, Cartesian>,
}

impl<'a, DB: DrawingBackend> Canvas<'a, DB> {
    /// The plot of a graph in the pen's area.
    pub fn new(pen: &'a Painter<DB>, graph: &'a Graph, plot: Rect) -> Self {
        let (width, height) = pen.size();
        let area = pen.area.margin(
            pen.pixels(plot.top),
            pen.pixels(height - plot.bottom),
            pen.pixels(plot.left),
            pen.pixels(width - plot.right),
        );
        // Without plotters' chart builder: its captions, meshes and label areas, none of which
        // suit us, are an eighth of a reader's download.
        let (across, down) = area.get_pixel_range();
        let scales = Scales::new(graph, (across, down), pen.origin(), pen.ratio);
        let area = area.apply_coord_spec(scales.coordinates());
        Self { pen, graph, plot, scales, area }
    }

    /// A horizontal position in CSS pixels.
    pub fn x(&self, x: f64) -> f64 {
        self.scales.place((x, y_ends(&self.graph.y).0)).0
    }

    /// A vertical position in CSS pixels.
    pub fn y(&self, y: f64) -> f64 {
        self.scales.place((x_ends(&self.graph.x).0, y)).1
    }

    /// A line's points in the graph's coordinates, reduced to what the pixels can show.
    pub fn run(&self, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        // Only what is timed has lines that were reduced before.
        if cfg!(feature = "points") && self.graph.reduced {
            return points.to_vec();
        }
        let kept = reduced(points, &|x| self.scales.column(x));
        kept.into_iter().map(|point| self.scales.within(point)).collect_vec()
    }

    /// Draws elements in the graph's coordinates.
    pub fn series<E>(&self, elements: impl Iterator<Item = E>) -> Drawing<(), DB>
    where
        for<'b> &'b E: PointCollection<'b, (f64, f64)>,
        E: Drawable<DB>,
    {
        for element in elements {
            self.area.draw(&element)?;
        }
        Ok(())
    }

    /// A heat map's cell in CSS pixels, with a gap to its neighbours.
    pub fn cell(&self, (left, right): (f64, f64), row: usize) -> Rect {
        let row = row as f64;
        let (left, top) = self.scales.place((left, row - 0.5));
        let (right, bottom) = self.scales.place((right, row + 0.5));
        Rect { left: left + 1.0, top: top + 1.0, right: right - 1.0, bottom: bottom - 1.0 }
    }

    /// The layout, for finding what is under a pointer.
    pub fn placed(&self) -> PlotLayout {
        let cells: Vec<&Cell> = self
            .graph
            .layers
            .iter()
            .filter_map(|layer| match layer {
                Layer::Cells(cells) => Some(cells),
                _ => None,
            })
            .flatten()
            .collect_vec();
        let under = |mark: &Mark| {
            let (x, y) = mark.at;
            let cell =
                cells.iter().find(|cell| cell.row as f64 == y && cell.x.0 <= x && x <= cell.x.1)?;
            Some(self.cell(cell.x, cell.row))
        };
        let filled = if cells.is_empty() {
            Vec::new()
        } else {
            self.graph.marks.iter().map(under).collect_vec()
        };
        let time = matches!(self.graph.x, XAxis::Months(..)).then(|| x_ends(&self.graph.x));
        PlotLayout {
            plot: self.plot,
            scales: Some(self.scales.clone()),
            cells: filled,
            time,
            order: OnceCell::new(),
        }
    }
}
