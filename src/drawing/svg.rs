//! The drawing as SVG.

use plotters::prelude::SVGBackend;
use plotters::style::text_anchor::{Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend};

use super::draw::draw;
use super::painter::Painter;
use super::surface::{AnySurface, Drawn, Ink, Setting, Surface, wrong};
use super::theme::{FONT, Palette};
use super::widths::width;
use crate::charts::{Graph, TitleBlock};

/// How an SVG is made.
#[derive(Clone, Debug, PartialEq)]
pub struct SvgOptions {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// The colours.
    pub palette: Palette,
    /// The words around it, for a file that stands alone.
    pub title_block: Option<TitleBlock>,
    /// What it shows, for those who do not see it.
    pub title: String,
}

/// The backend counts whole pixels; with two to a CSS pixel lines lie where they should.
const PIXELS: f64 = 2.0;

/// Draws `graph` as SVG.
pub fn svg(graph: &Graph, options: &SvgOptions) -> String {
    let mut text = String::new();
    let size = (scaled(options.width), scaled(options.height));
    {
        let backend = AnySurface::new(Lettered(SVGBackend::with_string(&mut text, size)));
        let pen = Painter::new(backend, PIXELS, options.palette);
        // Nothing can fail in writing to a string.
        let _ = draw(&pen, graph, options.title_block.as_ref());
    }
    let body = text.find('>').and_then(|end| text.get(end + 1..)).unwrap_or_default();
    let (width, height) = (options.width, options.height);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" font-family=\"{FONT}\" stroke-linejoin=\"round\" role=\"img\"><title>{}</title>{}",
        size.0,
        size.1,
        crate::charts::escape(&options.title),
        body,
    )
}

fn scaled(length: u32) -> u32 {
    length.clamp(50, 4000) * PIXELS as u32
}

/// plotters' SVG backend, with words measured without a browser, at their true size and on their
/// baseline.
struct Lettered<'a>(SVGBackend<'a>);

/// The SVG backend divides sizes by this.
const SHRINKS: f64 = 1.24;
/// How far below its position it sets the baseline of words hung from their top, in ems.
const DROP: f64 = 0.76;

impl Surface for Lettered<'_> {
    fn size(&self) -> (u32, u32) {
        self.0.get_size()
    }
    fn fill(&mut self, from: BackendCoord, to: BackendCoord, ink: Ink) -> Drawn {
        self.0.draw_rect(from, to, &ink, true).map_err(wrong)
    }
    fn path(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.0.draw_path(points, &ink).map_err(wrong)
    }
    fn disc(&mut self, centre: BackendCoord, radius: u32, ink: Ink) -> Drawn {
        self.0.draw_circle(centre, radius, &ink, true).map_err(wrong)
    }
    fn polygon(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.0.fill_polygon(points, &ink).map_err(wrong)
    }
    fn text(&mut self, text: &str, (x, y): BackendCoord, setting: Setting<'_>) -> Drawn {
        let weight = if setting.bold { FontStyle::Bold } else { FontStyle::Normal };
        let size = setting.size * SHRINKS;
        let font = FontDesc::new(FontFamily::Name(setting.family), size, weight);
        let pos = Pos::new(setting.anchor, VPos::Top);
        let style = TextStyle { font, color: setting.colour, pos };
        let top = y - (setting.size * DROP).round() as i32;
        self.0.draw_text(text, &style, (x, top)).map_err(wrong)
    }
    fn width(&self, text: &str, setting: Setting<'_>) -> f64 {
        width(text, setting.size, setting.bold)
    }
    fn finish(&mut self) -> Drawn {
        self.0.present().map_err(wrong)
    }
}
