//! plotters' canvas backend, with words measured and set by the canvas itself.

use std::cell::RefCell;

use plotters::style::RGBColor;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, DrawingBackend};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsError;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::drawing::{
    AnySurface, Drawn, Ink, Painter, Palette, RIM, Setting, Surface, SurfaceError, hex, wrong,
};
use crate::wording::say::charts::page as words;

thread_local! {
    /// Fonts, words and their widths, digits taken for one another: all of a typeface's are as
    /// wide. A chart has some dozens, so a list does.
    static WIDTHS: RefCell<Vec<(String, String, f64)>> = const { RefCell::new(Vec::new()) };
}

/// More than the charts of a page need; the list starts afresh beyond it.
const MOST_WIDTHS: usize = 300;

/// The colours for a light page or a dark one.
pub const fn palette(dark: bool) -> Palette {
    if dark { Palette::DARK } else { Palette::LIGHT }
}

/// A pen for all of a canvas, whose size is `ratio` device pixels for each CSS pixel.
pub fn pen(
    canvas: &HtmlCanvasElement,
    ratio: f64,
    dark: bool,
) -> Result<Painter<AnySurface<'static>>, JsError> {
    let backend = LetteredCanvas::new(canvas).ok_or_else(|| JsError::new(words::no_canvas()))?;
    Ok(Painter::new(AnySurface::new(backend), ratio, palette(dark)))
}

/// plotters would measure words by putting styled elements into the document, which costs a layout
/// each, takes bold for regular and is refused by our content policy.
pub struct LetteredCanvas {
    backend: CanvasBackend,
    context: CanvasRenderingContext2d,
}

impl LetteredCanvas {
    /// A backend for `canvas`, whose size is in device pixels.
    pub fn new(canvas: &HtmlCanvasElement) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_line_join("round");
        context.set_line_cap("butt");
        context.set_text_baseline("alphabetic");
        let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
        Some(Self { backend, context })
    }

    fn measure(&self, text: &str, font: &str) -> f64 {
        let digits = text.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter });
        let words: String = digits.collect();
        let known = WIDTHS.with_borrow(|widths| {
            let same = |known: &&(String, String, f64)| known.0 == font && known.1 == words;
            widths.iter().find(same).map(|known| known.2)
        });
        if let Some(width) = known {
            return width;
        }
        self.context.set_font(font);
        let width = self.context.measure_text(&words).map_or(0.0, |found| found.width());
        WIDTHS.with_borrow_mut(|widths| {
            if widths.len() >= MOST_WIDTHS {
                widths.clear();
            }
            widths.push((font.to_owned(), words, width));
        });
        width
    }
}

fn font(setting: Setting<'_>) -> String {
    let weight = if setting.bold { "bold " } else { "" };
    // Whole numbers are written in a fraction of the time.
    if setting.size.fract() == 0.0 {
        format!("{weight}{}px {}", setting.size as u32, setting.family)
    } else {
        format!("{weight}{}px {}", setting.size, setting.family)
    }
}

fn css(BackendColor { rgb: (red, green, blue), alpha }: BackendColor) -> String {
    if alpha < 1.0 {
        format!("rgba({red},{green},{blue},{alpha})")
    } else {
        hex(RGBColor(red, green, blue))
    }
}

fn refused() -> SurfaceError {
    SurfaceError(words::no_letters().to_owned())
}

impl Surface for LetteredCanvas {
    fn size(&self) -> (u32, u32) {
        self.backend.get_size()
    }
    fn fill(&mut self, from: BackendCoord, to: BackendCoord, ink: Ink) -> Drawn {
        self.backend.draw_rect(from, to, &ink, true).map_err(wrong)
    }
    fn path(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        // Of a long line each point would be a call.
        #[cfg(feature = "points")]
        if points.len() > super::polyline::LONG {
            let colour = css(ink.colour);
            let drawn = super::polyline::draw(&self.context, &points, ink.width, &colour);
            return drawn.ok_or_else(refused);
        }
        self.backend.draw_path(points, &ink).map_err(wrong)
    }
    fn disc(&mut self, centre: BackendCoord, radius: u32, ink: Ink) -> Drawn {
        self.backend.draw_circle(centre, radius, &ink, true).map_err(wrong)
    }
    fn polygon(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.backend.fill_polygon(points, &ink).map_err(wrong)
    }
    fn text(&mut self, text: &str, (x, y): BackendCoord, setting: Setting<'_>) -> Drawn {
        self.context.set_font(&font(setting));
        self.context.set_fill_style_str(&css(setting.colour));
        self.context.set_text_align(match setting.anchor {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        });
        if let Some(rim) = setting.rim {
            self.context.set_stroke_style_str(&css(rim));
            self.context.set_line_width(setting.size * RIM);
            let set = self.context.stroke_text(text, f64::from(x), f64::from(y));
            set.map_err(|_| refused())?;
        }
        let set = self.context.fill_text(text, f64::from(x), f64::from(y));
        set.map_err(|_| refused())
    }
    fn width(&self, text: &str, setting: Setting<'_>) -> f64 {
        self.measure(text, &font(setting))
    }
    fn finish(&mut self) -> Drawn {
        self.backend.present().map_err(wrong)
    }
}
