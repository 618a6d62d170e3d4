//! The drawing as SVG.

use plotters::prelude::SVGBackend;
use plotters_backend::text_anchor::{Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontFamily, FontStyle, FontTransform,
};

use super::draw::draw;
use super::pen::Pen;
use super::theme::{FONT, Palette, TOKENS, hex};
use super::widths::width;
use crate::view::{Furniture, Graph};

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
    pub furniture: Option<Furniture>,
    /// What it shows, for those who do not see it.
    pub title: String,
}

/// The backend counts whole pixels; with four to a CSS pixel lines lie where they should.
const PIXELS: f64 = 4.0;

/// Draws `graph` as SVG. Colours that stand in for the style sheet's become its names.
pub fn svg(graph: &Graph, options: &SvgOptions) -> String {
    let mut text = String::new();
    let size = (scaled(options.width), scaled(options.height));
    {
        let backend = Lettered(SVGBackend::with_string(&mut text, size));
        let pen = Pen::new(backend, PIXELS, options.palette);
        // Nothing can fail in writing to a string.
        let _ = draw(&pen, graph, options.furniture.as_ref());
    }
    let body = text.find('>').and_then(|end| text.get(end + 1..)).unwrap_or_default();
    let body = if options.palette == Palette::STAND_INS { named(body) } else { body.to_owned() };
    let (width, height) = (options.width, options.height);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {} {}\" font-family=\"{FONT}\" stroke-linejoin=\"round\" role=\"img\"><title>{}</title>{}",
        size.0,
        size.1,
        crate::view::escape(&options.title),
        tidied(&body),
    )
}

fn scaled(length: u32) -> u32 {
    length.clamp(50, 4000) * PIXELS as u32
}

/// Puts the style sheet's names for the stand-ins.
fn named(svg: &str) -> String {
    let stand_ins = Palette::STAND_INS.colours();
    stand_ins.iter().zip(TOKENS).fold(svg.to_owned(), |svg, (colour, token)| {
        svg.replace(&hex(*colour), &format!("var({token})"))
    })
}

/// Leaves out what says nothing: the family on every word, full opacity.
fn tidied(svg: &str) -> String {
    svg.replace(&format!(" font-family=\"{FONT}\""), "")
        .replace(" opacity=\"1\"", "")
        .replace(" stroke=\"none\"", "")
        .replace('\n', "")
}

/// plotters' SVG backend, with words measured without a browser, at their true size and on their
/// baseline.
struct Lettered<'a>(SVGBackend<'a>);

type SvgError<'a> = <SVGBackend<'a> as DrawingBackend>::ErrorType;

/// A text style at another size, hanging from its top: the SVG backend divides sizes by 1.24 and
/// has its own idea of the other anchors.
struct Hung<'a, S>(&'a S);

const SHRINKS: f64 = 1.24;
/// How far below its position the backend sets the baseline of words hung from the top, in ems.
const DROP: f64 = 0.76;

impl<S: BackendTextStyle> BackendTextStyle for Hung<'_, S> {
    type FontError = S::FontError;
    fn color(&self) -> BackendColor {
        self.0.color()
    }
    fn size(&self) -> f64 {
        self.0.size() * SHRINKS
    }
    fn transform(&self) -> FontTransform {
        self.0.transform()
    }
    fn style(&self) -> FontStyle {
        self.0.style()
    }
    fn anchor(&self) -> Pos {
        Pos::new(self.0.anchor().h_pos, VPos::Top)
    }
    fn family(&self) -> FontFamily<'_> {
        self.0.family()
    }
    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.0.layout_box(text)
    }
    fn draw<E, DrawFunc: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        pos: BackendCoord,
        draw: DrawFunc,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.0.draw(text, pos, draw)
    }
}

impl<'a> DrawingBackend for Lettered<'a> {
    type ErrorType = SvgError<'a>;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }
    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.ensure_prepared()
    }
    fn present(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.present()
    }
    fn draw_pixel(
        &mut self,
        point: BackendCoord,
        color: BackendColor,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.draw_pixel(point, color)
    }
    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.draw_line(from, to, style)
    }
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.draw_rect(from, to, style, fill)
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.draw_path(path, style)
    }
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.draw_circle(center, radius, style, fill)
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.fill_polygon(vert, style)
    }
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        let top = y - (style.size() * DROP).round() as i32;
        self.0.draw_text(text, &Hung(style), (x, top))
    }
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let size = style.size();
        Ok((width(text, size, bold).ceil() as u32, size.ceil() as u32))
    }
}
