//! Where things were drawn, and what is under a pointer.

use std::cell::OnceCell;
use std::ops::Range;

use plotters::coord::CoordTranslate;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::Cartesian2d;

use crate::charts::{Graph, Layer, Mark, Shape, XAxis, YAxis, logarithm};
use crate::util::{sorted_indices, within};

/// plotters' coordinates, as all charts use them.
pub type Cartesian = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub left: f64,
    /// The top edge.
    pub top: f64,
    /// The right edge.
    pub right: f64,
    /// The bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// Whether a point lies within.
    pub fn contains(&self, x: f64, y: f64) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

/// The position of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The horizontal position of the point.
    pub x: f64,
    /// The vertical position of the point.
    pub y: f64,
    /// The cell it fills in a heat map.
    pub cell: Option<Rect>,
}

/// The conversion from a graph's coordinates to CSS pixels.
#[derive(Clone)]
pub struct Scales {
    coordinates: Cartesian,
    x: (f64, f64),
    y: (f64, f64),
    origin: (i32, i32),
    ratio: f64,
}

impl Scales {
    /// The scales of a graph between these backend pixels, `ratio` to a CSS pixel; positions count from
    /// `origin`.
    pub fn new(
        graph: &Graph,
        (across, down): (Range<i32>, Range<i32>),
        origin: (i32, i32),
        ratio: f64,
    ) -> Self {
        let (x, y) = (x_ends(&graph.x), y_ends(&graph.y));
        let coordinates = Cartesian2d::new(x.0..x.1, y.0..y.1, (across, down.end..down.start));
        Self { coordinates, x, y, origin, ratio }
    }

    /// plotters' coordinates.
    pub fn coordinates(&self) -> Cartesian {
        self.coordinates.clone()
    }

    /// A point clamped to the plot, as a safeguard: axes contain all points, and plotters would distort a
    /// line that leaves the plot.
    pub fn within(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (clamped(x, self.x), clamped(y, self.y))
    }

    /// The backend's column of pixels of a horizontal position.
    pub fn column(&self, x: f64) -> i32 {
        self.coordinates.translate(&(clamped(x, self.x), self.y.0)).0
    }

    /// The graph's coordinates of a position in CSS pixels.
    pub fn value(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let (left, bottom) = self.place((self.x.0, self.y.0));
        let (right, top) = self.place((self.x.1, self.y.1));
        let along = |(from, to): (f64, f64), share: f64| from + (to - from) * share;
        let value = (
            along(self.x, (x - left) / (right - left)),
            along(self.y, (bottom - y) / (bottom - top)),
        );
        if value.0.is_finite() && value.1.is_finite() { value } else { (self.x.0, self.y.0) }
    }

    /// The position of a point in CSS pixels.
    pub fn place(&self, at: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.coordinates.translate(&at);
        (f64::from(x - self.origin.0) / self.ratio, f64::from(y - self.origin.1) / self.ratio)
    }
}

fn clamped(value: f64, (one, other): (f64, f64)) -> f64 {
    if one < other { within(value, one, other) } else { within(value, other, one) }
}

/// Where a graph was drawn.
#[derive(Clone, Default)]
pub struct PlotLayout {
    /// The plot, without axes and labels.
    pub plot: Rect,
    /// `None` before anything is drawn.
    pub scales: Option<Scales>,
    /// The cells of marks in a heat map.
    pub cells: Vec<Option<Rect>>,
    /// The ends of the time axis as month indices, if there is one.
    pub time: Option<(f64, f64)>,
    /// The marks' indices by position, across or, in a chart of rows, down; computed on first use.
    pub order: OnceCell<Vec<usize>>,
}

/// Marks drawn less than this apart stand in one column.
const SAME_COLUMN: f64 = 0.75;

impl PlotLayout {
    /// The position of the graph's mark `index`; `None` if there is none.
    pub fn spot(&self, graph: &Graph, index: usize) -> Option<Spot> {
        let (scales, mark) = (self.scales.as_ref()?, graph.marks.get(index)?);
        let (x, y) = scales.place(scales.within(mark.at));
        Some(Spot { x, y, cell: self.cells.get(index).copied().flatten() })
    }

    /// The mark nearest to a position: in the nearest column, then the nearest within it; in a chart of
    /// rows the row's mark, in a heat map the cell's.
    pub fn nearest(&self, graph: &Graph, x: f64, y: f64) -> Option<usize> {
        // Maps are the whole module's.
        if cfg!(feature = "whole") && matches!(graph.y, YAxis::Plane(..)) {
            return self.nearest_on_plane(graph, (x, y));
        }
        let under = |cell: &Option<Rect>| cell.is_some_and(|cell| cell.contains(x, y));
        if let Some(index) = self.cells.iter().position(under) {
            return Some(index);
        }
        let rows = matches!(graph.y, YAxis::Rows(_));
        let (along, beside) = if rows { (y, x) } else { (x, y) };
        // A mark's place as the pointer's: along the axis first.
        let place = |index: usize| match self.spot(graph, index) {
            Some(spot) if rows => (spot.y, spot.x),
            Some(spot) => (spot.x, spot.y),
            None => (f64::INFINITY, f64::INFINITY),
        };
        let order = self.order.get_or_init(|| {
            let at = |mark: &Mark| if rows { mark.at.1 } else { mark.at.0 };
            sorted_indices(&graph.marks, |one, other| at(one).total_cmp(&at(other)))
        });
        let first = |limit: f64| order.partition_point(|index| place(*index).0 < limit);
        let away =
            |at: usize| order.get(at).map_or(f64::INFINITY, |own| (place(*own).0 - along).abs());
        let next = first(along);
        let reach = away(next).min(away(next.wrapping_sub(1))) + SAME_COLUMN;
        let column = order.get(first(along - reach)..first(along + reach))?;
        let off = |index: usize| ((place(index).1 - beside).abs(), index);
        let mut found: Option<(f64, usize)> = None;
        for index in column {
            let own = off(*index);
            if found.is_none_or(|found| own < found) {
                found = Some(own);
            }
        }
        found.map(|found| found.1)
    }

    /// The mark of the country under a point, or the nearest within reach.
    fn nearest_on_plane<'a>(&self, graph: &'a Graph, (x, y): (f64, f64)) -> Option<usize> {
        let scales = self.scales.as_ref()?;
        let away = |at: (f64, f64)| {
            let (across, down) = scales.place(at);
            (across - x).hypot(down - y)
        };
        let shapes = || {
            let of = |layer: &'a Layer| match layer {
                Layer::Shapes(shapes) => Some(shapes),
                _ => None,
            };
            graph.layers.iter().filter_map(of).flatten().filter(|shape| shape.mark.is_some())
        };
        // What lies within another was drawn over it, and dots over all.
        let dot = |shape: &&'a Shape| shape.rings.is_empty() && away(shape.at) <= DOT;
        let nearer = |one: &&'a Shape, other: &&'a Shape| away(one.at).total_cmp(&away(other.at));
        let under = |shape: &&'a Shape| holds(shape, scales.value((x, y)));
        if let Some(found) = shapes().filter(dot).min_by(nearer).or_else(|| shapes().rfind(under)) {
            return found.mark;
        }
        let marks = graph.marks.iter().map(|mark| away(mark.at)).enumerate();
        let near = marks.filter(|(_, away)| *away <= REACH);
        near.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(index, _)| index)
    }

    /// The month at a horizontal position, as an index with a fraction; `None` if the axis is not time.
    pub fn month_at(&self, x: f64) -> Option<f64> {
        let (first, last) = self.time?;
        let width = self.plot.right - self.plot.left;
        let share = if width > 0.0 { (x - self.plot.left) / width } else { 0.0 };
        Some(first + (last - first) * within(share, 0.0, 1.0))
    }
}

/// The radius of the dot for a country without an outline, or with a smaller one.
pub const DOT: f64 = 5.0;

/// How far from a country's place it can still be pointed at, for it may be smaller than a finger.
const REACH: f64 = 24.0;

/// Whether a point lies within a country.
fn holds(shape: &Shape, (x, y): (f64, f64)) -> bool {
    let within = |ring: &Vec<(f64, f64)>| {
        let ends = ring.iter().skip(1).chain(ring.first());
        let crossed = |((ax, ay), (bx, by)): &(&(f64, f64), &(f64, f64))| {
            (*ay > y) != (*by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
        };
        ring.iter().zip(ends).filter(crossed).count() % 2 == 1
    };
    shape.rings.iter().any(within)
}

/// The ends of the horizontal axis in data coordinates.
pub fn x_ends(x: &XAxis) -> (f64, f64) {
    match x {
        XAxis::Months(first, last) => {
            (f64::from(first.index()) - 0.6, f64::from(last.index()) + 0.6)
        }
        XAxis::Calendar => (0.5, 12.5),
        XAxis::Percent(low, high) | XAxis::Points(low, high) | XAxis::Amount(low, high) => {
            (*low, *high)
        }
        XAxis::Blank => (0.0, 1.0),
    }
}

fn ends(ticks: &[f64], low: f64) -> (f64, f64) {
    (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(1.0))
}

/// The ends of the vertical axis in data coordinates, from the bottom to the top.
pub fn y_ends(y: &YAxis) -> (f64, f64) {
    match y {
        YAxis::Amount(ticks, _)
        | YAxis::Ratio(ticks, _)
        | YAxis::Percent(ticks)
        | YAxis::Scaled(ticks, _) => ends(ticks, 0.0),
        YAxis::Logarithmic(ticks, _) => {
            let (low, high) = ends(ticks, 0.1);
            (logarithm(low), logarithm(high))
        }
        YAxis::Rows(rows) => (rows.len().max(1) as f64 - 0.5, -0.5),
        YAxis::Panels(panels) => (0.0, panels.len().max(1) as f64),
        YAxis::Plane(low, high) => (*low, *high),
    }
}
