//! The page's canvas as something that is drawn on.

use std::cell::RefCell;
use std::f64::consts::TAU;

use plotters::style::RGBColor;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsError;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::drawing::{
    AnySurface, Drawn, Ink, Painter, Palette, RIM, Setting, Surface, SurfaceError, hex,
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

/// The canvas itself, without plotters' backend for one: that would measure words by putting styled elements
/// into the document, which costs a layout each, takes bold for regular and is refused by our content policy.
pub struct LetteredCanvas {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl LetteredCanvas {
    /// A surface on `canvas`, whose size is in device pixels.
    pub fn new(canvas: &HtmlCanvasElement) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        context.set_line_join("round");
        context.set_line_cap("butt");
        context.set_text_baseline("alphabetic");
        Some(Self { canvas: canvas.clone(), context })
    }

    fn set_stroke(&self, ink: Ink) {
        self.context.set_stroke_style_str(&css(ink.colour));
        self.context.set_line_width(f64::from(ink.width));
    }

    /// Begins a line through points.
    fn trace(&self, points: &[BackendCoord]) {
        self.context.begin_path();
        for (place, (x, y)) in points.iter().enumerate() {
            let (x, y) = (f64::from(*x), f64::from(*y));
            if place == 0 {
                self.context.move_to(x, y);
            } else {
                self.context.line_to(x, y);
            }
        }
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
        (self.canvas.width(), self.canvas.height())
    }
    fn fill(&mut self, from: BackendCoord, to: BackendCoord, ink: Ink) -> Drawn {
        self.context.set_fill_style_str(&css(ink.colour));
        let [left, top] = [from.0, from.1].map(f64::from);
        let [width, height] = [to.0 - from.0, to.1 - from.1].map(f64::from);
        self.context.fill_rect(left, top, width, height);
        Ok(())
    }
    fn path(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.set_stroke(ink);
        #[cfg(feature = "points")]
        if points.len() > super::outline::LONG {
            return super::outline::stroke(&self.context, &points).ok_or_else(refused);
        }
        self.trace(&points);
        self.context.stroke();
        Ok(())
    }
    fn disc(&mut self, (x, y): BackendCoord, radius: u32, ink: Ink) -> Drawn {
        self.context.set_fill_style_str(&css(ink.colour));
        self.context.begin_path();
        let arc = self.context.arc(f64::from(x), f64::from(y), f64::from(radius), 0.0, TAU);
        self.context.fill();
        arc.map_err(|_| refused())
    }
    fn polygon(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.context.set_fill_style_str(&css(ink.colour));
        self.trace(&points);
        // What is filled is closed.
        self.context.fill();
        Ok(())
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
        Ok(())
    }
}
