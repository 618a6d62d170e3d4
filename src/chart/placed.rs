//! Where things were drawn, and what lies under a pointer.

use crate::view::{Graph, XAxis, YAxis};

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

/// Where a mark was drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The point itself.
    pub x: f64,
    /// The point itself.
    pub y: f64,
    /// The cell it fills, in a heat map.
    pub cell: Option<Rect>,
}

/// Where a graph was drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// The plot, axes and labels left out.
    pub plot: Rect,
    /// One spot for each of the graph's marks.
    pub spots: Vec<Spot>,
    /// The time axis' ends, as month indices, where it has one.
    pub time: Option<(f64, f64)>,
}

/// Marks drawn less than this apart stand in one column.
const SAME_COLUMN: f64 = 0.75;

impl Placed {
    /// The mark nearest to a point: the column under it, then the nearest in the column; a row's
    /// mark in a chart of rows, and a cell's in a heat map.
    pub fn nearest(&self, graph: &Graph, x: f64, y: f64) -> Option<usize> {
        if let Some(index) =
            self.spots.iter().position(|spot| spot.cell.is_some_and(|cell| cell.contains(x, y)))
        {
            return Some(index);
        }
        let indices = 0..self.spots.len().min(graph.marks.len());
        let spot = |index: &usize| self.spots.get(*index).copied();
        let by = |index: &usize, distance: fn(Spot, f64, f64) -> f64| {
            spot(index).map_or(f64::INFINITY, |spot| distance(spot, x, y))
        };
        let across: fn(Spot, f64, f64) -> f64 = |spot, x, _| (spot.x - x).abs();
        let down: fn(Spot, f64, f64) -> f64 = |spot, _, y| (spot.y - y).abs();
        let first = if matches!(graph.y, YAxis::Rows(_)) { down } else { across };
        let nearest =
            indices.clone().min_by(|one, other| by(one, first).total_cmp(&by(other, first)))?;
        let least = by(&nearest, first);
        let second = if matches!(graph.y, YAxis::Rows(_)) { across } else { down };
        indices
            .filter(|index| by(index, first) - least < SAME_COLUMN)
            .min_by(|one, other| by(one, second).total_cmp(&by(other, second)))
    }

    /// The month under a horizontal position, as an index with a fraction; none where the axis is
    /// not time.
    pub fn month_at(&self, x: f64) -> Option<f64> {
        let (first, last) = self.time?;
        let width = self.plot.right - self.plot.left;
        let share = if width > 0.0 { (x - self.plot.left) / width } else { 0.0 };
        Some(first + (last - first) * share.clamp(0.0, 1.0))
    }
}

/// The ends of the horizontal axis in data coordinates.
pub fn x_ends(x: &XAxis) -> (f64, f64) {
    match x {
        XAxis::Months(first, last) => {
            (f64::from(first.index()) - 0.6, f64::from(last.index()) + 0.6)
        }
        XAxis::Calendar => (0.5, 12.5),
        XAxis::Percent(low, high) | XAxis::Points(low, high) => (*low, *high),
        XAxis::Blank => (0.0, 1.0),
    }
}

/// The ends of the vertical axis in data coordinates, from the bottom to the top.
pub fn y_ends(y: &YAxis) -> (f64, f64) {
    match y {
        YAxis::Amount(ticks, _) | YAxis::Percent(ticks) => {
            (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0))
        }
        YAxis::Rows(rows) => (rows.len().max(1) as f64 - 0.5, -0.5),
        YAxis::Panels(panels) => (0.0, panels.len().max(1) as f64),
    }
}
