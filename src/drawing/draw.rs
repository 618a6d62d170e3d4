//! One drawing for every backend.

use std::cell::OnceCell;

use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;

use super::painter::Painter;
use super::plot_layout::{Cartesian, PlotLayout, Rect, Scales, x_ends, y_ends};
use super::reduce::reduced;
use super::section::Section;
use super::{axes, event_markers, key, labels, layers, layout, title_block};
use crate::charts::{Cell, Graph, Layer, Mark, TitleBlock, XAxis};
use crate::util::CollectVec as _;

/// A drawing's outcome: plotters' error over the backend's.
pub type Drawing<T, DB> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// A graph on its way onto a backend: the pen, the plot's place, and plotters' own coordinates.
pub struct Canvas<'a, DB: DrawingBackend> {
    pub pen: &'a Painter<DB>,
    pub graph: &'a Graph,
    pub plot: Rect,
    scales: Scales,
    area: DrawingArea<DB, Cartesian>,
}

/// Draws `graph` over all of the pen's area, with `title_block` around it where the chart must stand
/// alone, and says where everything was put.
///
/// # Errors
/// Whatever the backend cannot draw.
pub fn draw<DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &Graph,
    title_block: Option<&TitleBlock>,
) -> Drawing<PlotLayout, DB> {
    pen.enter(Section::Paper);
    pen.area.fill(&pen.palette.paper)?;
    let Some(title_block) = title_block else {
        let (_, height) = pen.size();
        return draw_within(pen, graph, 0.0, height);
    };
    let inner = pen.inset(title_block::MARGIN);
    let (above, below) = title_block::heights(&inner, title_block);
    inner.enter(Section::Title);
    title_block::draw_above(&inner, title_block)?;
    let (_, height) = inner.size();
    let placed = draw_within(&inner, graph, above, height - below)?;
    inner.enter(Section::Source);
    title_block::draw_below(&inner, title_block)?;
    pen.area.present()?;
    Ok(placed)
}

/// Where everything of a graph would be put over all of the pen's area.
pub fn placed<DB: DrawingBackend>(pen: &Painter<DB>, graph: &Graph) -> PlotLayout {
    let (_, height) = pen.size();
    let key = key::height(pen, graph);
    Canvas::new(pen, graph, layout::plot(pen, graph, key, height)).placed()
}

fn draw_within<DB: DrawingBackend>(
    pen: &Painter<DB>,
    graph: &Graph,
    top: f64,
    bottom: f64,
) -> Drawing<PlotLayout, DB> {
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
        event_markers::draw(&canvas)?;
    }
    pen.enter(Section::Data);
    layers::draw(&canvas)?;
    pen.enter(Section::Labels);
    labels::draw(&canvas)?;
    pen.area.present()?;
    Ok(canvas.placed())
}

impl<'a, DB: DrawingBackend> Canvas<'a, DB> {
    fn new(pen: &'a Painter<DB>, graph: &'a Graph, plot: Rect) -> Self {
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

    /// A horizontal place in CSS pixels.
    pub fn x(&self, x: f64) -> f64 {
        self.scales.place((x, y_ends(&self.graph.y).0)).0
    }

    /// A vertical place in CSS pixels.
    pub fn y(&self, y: f64) -> f64 {
        self.scales.place((x_ends(&self.graph.x).0, y)).1
    }

    /// A line's points in the graph's own coordinates, as many as the pixels can show.
    pub fn run(&self, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let kept = reduced(points, &|x| self.scales.column(x));
        kept.into_iter().map(|point| self.scales.within(point)).collect_vec()
    }

    /// Draws elements in the graph's own coordinates.
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

    /// A heat map's cell in CSS pixels, a little apart from its neighbours.
    pub fn cell(&self, (left, right): (f64, f64), row: usize) -> Rect {
        let row = row as f64;
        let (left, top) = self.scales.place((left, row - 0.5));
        let (right, bottom) = self.scales.place((right, row + 0.5));
        Rect { left: left + 1.0, top: top + 1.0, right: right - 1.0, bottom: bottom - 1.0 }
    }

    fn placed(&self) -> PlotLayout {
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
