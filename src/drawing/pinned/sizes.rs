//! The sizes of the drawings of a page without scripts.

use crate::charts::{View, YAxis};
use crate::drawing::layout::natural_height;
use crate::util::CollectVec as _;

/// The widths in which the page's first chart is drawn before the screen's is known, in CSS pixels.
pub const STARTING_WIDTHS: &[u32] = &[848, 358];

/// A file of more points has a drawing less, to stay small.
const MANY_POINTS: usize = 1000;

/// What the drawings of a pinned file are called in its style sheet, and their widths. It is as wide as its host
/// makes it, from 320 pixels: each is shown only where its letters, 12 pixels high, stay 11 or more.
const PINNED: [(&str, u32); 3] = [("wide", 720), ("middle", 480), ("narrow", 314)];

/// The drawings of a view's pinned file: their names and widths, without the widest unless it is asked for.
pub fn pinned_widths(view: &View, wide: bool) -> (Vec<&'static str>, Vec<u32>) {
    // The outlines of the world's countries are as much as all else, and have few letters upon them. So many points
    // have their places in each drawing.
    let large = matches!(view.graph.y, YAxis::Plane(..)) || view.graph.marks.len() > MANY_POINTS;
    let spared = usize::from(large || !wide);
    let drawn = PINNED.iter().skip(spared);
    (
        drawn.clone().map(|(name, _)| *name).collect_vec(),
        drawn.map(|(_, width)| *width).collect_vec(),
    )
}

/// The size of the drawing for each of these widths.
pub fn sizes(view: &View, widths: &[u32]) -> Vec<(u32, u32)> {
    let size = |width: &u32| {
        let height = natural_height(&view.graph, f64::from(*width));
        (*width, height.round() as u32)
    };
    widths.iter().map(size).collect_vec()
}
