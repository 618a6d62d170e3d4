//! Drawing in CSS pixels on a backend with pixels of its own.

use std::ops::Range;
use std::rc::Rc;

use crate::util::CollectVec as _;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::FontStyle;

use super::section::{Place, Section};
use super::surface::AnySurface;
use super::theme::{FONT, Palette};
use crate::util::within;

/// The result of drawing, with plotters' error for the backend.
pub type Drawing<T, DB> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// The style of a text.
#[derive(Clone, Copy)]
pub struct Lettering {
    /// The font size in CSS pixels.
    pub size: f64,
    /// Bold or not.
    pub bold: bool,
    /// The colour.
    pub colour: RGBColor,
    /// The end of the text that is at its position.
    pub anchor: HPos,
}

impl Lettering {
    /// Text that starts at its position.
    pub const fn new(size: f64, colour: RGBColor) -> Self {
        Self { size, bold: false, colour, anchor: HPos::Left }
    }

    /// The same, bold.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, anchored elsewhere.
    #[must_use]
    pub const fn anchored(self, anchor: HPos) -> Self {
        Self { anchor, ..self }
    }
}

/// A drawing area with the number of its pixels in a CSS pixel, and the colours.
///
/// Text is placed by its baseline: the vertical anchor of plotters' text styles differs between backends,
/// so ours ignore it.
pub struct Painter<DB: DrawingBackend> {
    /// The whole area.
    pub area: DrawingArea<DB, Shift>,
    /// Backend pixels in a CSS pixel.
    pub ratio: f64,
    /// The colours.
    pub palette: Palette,
    place: Rc<Place>,
}

impl<'a> Painter<AnySurface<'a>> {
    /// A pen for all of `surface`.
    pub fn new(surface: AnySurface<'a>, ratio: f64, palette: Palette) -> Self {
        let ratio = if ratio.is_finite() { within(ratio, 0.25, 16.0) } else { 1.0 };
        let place = Rc::clone(&surface.place);
        place.paper.set(palette.paper.to_backend_color());
        Self { area: surface.into_drawing_area(), ratio, palette, place }
    }
}

impl<DB: DrawingBackend> Painter<DB> {
    /// Starts another part of the drawing.
    pub fn enter(&self, section: Section) {
        self.place.section.set(section);
    }

    /// The same pen within a margin.
    pub fn inset(&self, margin: f64) -> Self {
        let by = self.pixels(margin);
        Self {
            area: self.area.margin(by, by, by, by),
            ratio: self.ratio,
            palette: self.palette,
            place: Rc::clone(&self.place),
        }
    }

    /// The origin of the area, in the backend's pixels.
    pub fn origin(&self) -> (i32, i32) {
        let (across, down) = self.area.get_pixel_range();
        (across.start, down.start)
    }

    /// The area's width and height in CSS pixels.
    pub fn size(&self) -> (f64, f64) {
        // Margins wider than the area leave less than nothing, which plotters counts as a lot.
        let (across, down) = self.area.get_pixel_range();
        let length = |range: Range<i32>| f64::from((range.end - range.start).max(0)) / self.ratio;
        (length(across), length(down))
    }

    /// A length in the backend's pixels.
    pub fn pixels(&self, length: f64) -> i32 {
        (length * self.ratio).round() as i32
    }

    /// A stroke's width in the backend's pixels, at least 1.
    pub fn stroke(&self, width: f64) -> u32 {
        u32::try_from(self.pixels(width)).unwrap_or(1).max(1)
    }

    fn point(&self, (x, y): (f64, f64)) -> (i32, i32) {
        (self.pixels(x), self.pixels(y))
    }

    /// A line through `points`.
    pub fn line(&self, points: &[(f64, f64)], width: f64, colour: RGBColor) -> Drawing<(), DB> {
        let points: Vec<_> = points.iter().map(|point| self.point(*point)).collect_vec();
        self.area.draw(&PathElement::new(points, colour.stroke_width(self.stroke(width))))
    }

    /// A filled rectangle.
    pub fn fill(
        &self,
        from: (f64, f64),
        to: (f64, f64),
        colour: impl Into<RGBAColor>,
    ) -> Drawing<(), DB> {
        let style = ShapeStyle { color: colour.into(), filled: true, stroke_width: 0 };
        self.area.draw(&Rectangle::new([self.point(from), self.point(to)], style))
    }

    /// A rectangle's outline.
    pub fn frame(
        &self,
        from: (f64, f64),
        to: (f64, f64),
        width: f64,
        colour: RGBColor,
    ) -> Drawing<(), DB> {
        let style = colour.stroke_width(self.stroke(width));
        self.area.draw(&Rectangle::new([self.point(from), self.point(to)], style))
    }

    /// What lies within a line through `points`, filled.
    pub fn area_of(&self, points: &[(f64, f64)], colour: impl Into<RGBAColor>) -> Drawing<(), DB> {
        let points = points.iter().map(|point| self.point(*point)).collect_vec();
        let style = ShapeStyle { color: colour.into(), filled: true, stroke_width: 0 };
        self.area.draw(&Polygon::new(points, style))
    }

    /// A filled disc.
    pub fn disc(&self, centre: (f64, f64), radius: f64, colour: RGBColor) -> Drawing<(), DB> {
        let radius = self.pixels(radius).max(1);
        self.area.draw(&Circle::new(self.point(centre), radius, colour.filled()))
    }

    /// Draws a text with its baseline at `at`.
    pub fn text(&self, text: &str, at: (f64, f64), lettering: Lettering) -> Drawing<(), DB> {
        self.area.draw_text(text, &self.style(lettering), self.point(at))
    }

    /// The width of a text.
    pub fn width(&self, text: &str, lettering: Lettering) -> f64 {
        let size = self.area.estimate_text_size(text, &self.style(lettering));
        size.map_or(0.0, |(width, _)| f64::from(width) / self.ratio)
    }

    fn style(&self, lettering: Lettering) -> TextStyle<'static> {
        let weight = if lettering.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::Name(FONT), lettering.size * self.ratio, weight);
        let color = lettering.colour.to_backend_color();
        TextStyle { font, color, pos: Pos::new(lettering.anchor, VPos::Bottom) }
    }
}
