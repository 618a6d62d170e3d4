//! Draws a [`Graph`](crate::view::Graph) with plotters, on any backend: the page's canvas, an SVG
//! file and the tests all get the same drawing.
//!
//! Lengths are CSS pixels; [`Pen`] turns them into the backend's own in one place.

mod axes;
mod draw;
mod furniture;
mod highlight;
mod labels;
mod layers;
mod layout;
mod pen;
mod pins;
mod placed;
mod reduce;
mod sheet;
mod svg;
mod theme;
mod widths;

pub use draw::{Drawing, draw};
pub use highlight::highlight;
pub use pen::{Lettering, Pen};
pub use placed::{Placed, Rect, Scales, Spot};
pub use sheet::{Drawn, Ink, Setting, Sheet, Surface, SurfaceError, wrong};
pub use svg::{SvgOptions, svg};
pub use theme::{FONT, Palette, TOKENS, hex};
