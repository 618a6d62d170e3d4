//! Draws a [`Graph`](crate::charts::Graph) with plotters, in the same way on any backend: the page's
//! canvas, an SVG file, the tests.
//!
//! Lengths are in CSS pixels; [`Painter`] converts them to the backend's.

mod annotations;
mod axes;
// Only what is timed has lines so long.
#[cfg(any(test, feature = "points"))]
mod band;
mod breaking;
mod canvas;
mod draw;
mod event_markers;
mod highlight;
mod key;
mod labels;
mod layers;
mod layout;
mod naming;
mod painter;
mod pinned;
mod plot_layout;
mod reduce;
mod section;
mod shapes;
mod story;
mod surface;
mod svg;
mod theme;
#[cfg(any(test, feature = "points"))]
mod thinning;
mod title_block;
mod widths;

#[cfg(any(test, feature = "points"))]
pub use band::band;
pub use draw::draw;
#[cfg(feature = "points")]
pub use draw::placed;
pub use highlight::highlight;
pub use layout::natural_height;
pub use painter::{Drawing, Lettering, Painter};
pub use pinned::{
    MOST_PARTS, PinnedOptions, Purpose, STARTING_WIDTHS, drawings, first_readout, pinned, points,
};
pub use plot_layout::{PlotLayout, Rect, Scales, Spot};
pub use section::Section;
pub use story::story_svg;
pub use surface::{AnySurface, Drawn, Ink, Setting, Surface, SurfaceError, wrong};
pub use svg::{
    Letters, RIM, SvgOptions, fitting_height, outlined_svg, placed_height, svg, themed_svg,
    words_within,
};
pub use theme::{FONT, Palette, TOKENS, hex};
#[cfg(any(test, feature = "points"))]
pub use thinning::{Amounts, Blocks, columns};
