//! How large the drawings of a page that needs no script are.

use crate::charts::View;
use crate::drawing::layout::natural_height;

/// The widths that charts are drawn in before a screen's is known, in CSS pixels.
pub const STARTING_WIDTHS: [u32; 2] = [848, 358];

/// The size of the drawing for each of the [`STARTING_WIDTHS`].
pub fn sizes(view: &View) -> [(u32, u32); 2] {
    STARTING_WIDTHS.map(|width| {
        let height = natural_height(&view.graph, f64::from(width));
        (width, height.round() as u32)
    })
}
