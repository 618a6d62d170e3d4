//! One drawing for every backend.

use plotters::coord::types::RangedCoordf64;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;

use super::furniture::{self, furniture_height};
use super::pen::Pen;
use super::placed::{Placed, Rect, Spot, x_ends, y_ends};
use super::{axes, labels, layers, layout, pins};
use crate::gather::Gather as _;
use crate::view::{Cell, Furniture, Graph, Layer, XAxis};

/// A drawing's outcome: plotters' error over the backend's.
pub type Drawing<T, DB> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

type Cartesian = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// A graph on its way onto a backend: the pen, the plot's place, and plotters' own coordinates.
pub struct Canvas<'a, DB: DrawingBackend> {
    pub pen: &'a Pen<DB>,
    pub graph: &'a Graph,
    pub plot: Rect,
    area: DrawingArea<DB, Cartesian>,
}

/// Draws `graph` over all of the pen's area, with `furniture` around it where the chart must stand
/// alone, and says where everything was put.
///
/// # Errors
/// Whatever the backend cannot draw.
pub fn draw<DB: DrawingBackend>(
    pen: &Pen<DB>,
    graph: &Graph,
    furniture: Option<&Furniture>,
) -> Drawing<Placed, DB> {
    pen.area.fill(&pen.palette.paper)?;
    let (_, height) = pen.size();
    let (above, below) = furniture.map_or((0.0, 0.0), |furniture| furniture_height(pen, furniture));
    if let Some(furniture) = furniture {
        furniture::draw(pen, furniture)?;
    }
    let canvas = Canvas::new(pen, graph, layout::plot(pen, graph, above, height - below));
    pins::draw_hairlines(&canvas)?;
    axes::draw(&canvas)?;
    layers::draw(&canvas)?;
    labels::draw(&canvas)?;
    pins::draw(&canvas)?;
    pen.area.present()?;
    Ok(canvas.placed())
}

impl<'a, DB: DrawingBackend> Canvas<'a, DB> {
    fn new(pen: &'a Pen<DB>, graph: &'a Graph, plot: Rect) -> Self {
        let (width, height) = pen.size();
        let (x, y) = (x_ends(&graph.x), y_ends(&graph.y));
        let area = pen.area.margin(
            pen.pixels(plot.top),
            pen.pixels(height - plot.bottom),
            pen.pixels(plot.left),
            pen.pixels(width - plot.right),
        );
        // Without plotters' chart builder: its captions, meshes and label areas, none of which
        // suit us, are an eighth of a reader's download.
        let (across, down) = area.get_pixel_range();
        let coordinates = Cartesian2d::new(x.0..x.1, y.0..y.1, (across, down.end..down.start));
        let area = area.apply_coord_spec(coordinates);
        Self { pen, graph, plot, area }
    }

    /// A point of the graph in CSS pixels.
    fn place(&self, at: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.area.map_coordinate(&at);
        (f64::from(x) / self.pen.ratio, f64::from(y) / self.pen.ratio)
    }

    /// A horizontal place in CSS pixels.
    pub fn x(&self, x: f64) -> f64 {
        self.place((x, y_ends(&self.graph.y).0)).0
    }

    /// A vertical place in CSS pixels.
    pub fn y(&self, y: f64) -> f64 {
        self.place((x_ends(&self.graph.x).0, y)).1
    }

    /// A point in the graph's own coordinates, kept within the plot: plotters would bend a line
    /// that leaves it, so views choose axes that hold all their points, and this only guards.
    pub fn data(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let clamp = |value: f64, (one, other): (f64, f64)| {
            value.clamp(f64::min(one, other), f64::max(one, other))
        };
        (clamp(x, x_ends(&self.graph.x)), clamp(y, y_ends(&self.graph.y)))
    }

    /// A run of such points.
    pub fn run(&self, points: &[(f64, f64)]) -> Vec<(f64, f64)> {
        points.iter().map(|point| self.data(*point)).gather()
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
        let (left, top) = self.place((left, row - 0.5));
        let (right, bottom) = self.place((right, row + 0.5));
        Rect { left: left + 1.0, top: top + 1.0, right: right - 1.0, bottom: bottom - 1.0 }
    }

    fn placed(&self) -> Placed {
        let cells: Vec<&Cell> = self
            .graph
            .layers
            .iter()
            .filter_map(|layer| match layer {
                Layer::Cells(cells) => Some(cells),
                _ => None,
            })
            .flatten()
            .gather();
        let spots = self.graph.marks.iter().map(|mark| {
            let (x, y) = self.place(self.data(mark.at));
            let under = |cell: &&&Cell| {
                cell.row as f64 == mark.at.1 && cell.x.0 <= mark.at.0 && mark.at.0 <= cell.x.1
            };
            let cell = cells.iter().find(under).map(|cell| self.cell(cell.x, cell.row));
            Spot { x, y, cell }
        });
        let time = matches!(self.graph.x, XAxis::Months(..)).then(|| x_ends(&self.graph.x));
        Placed { plot: self.plot, spots: spots.gather(), time }
    }
}
