//! Drawings as PNG, for link previews, which do not take SVG; and letters as shapes. Both use a typeface
//! found on the machine; the page's modules have none of this.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::PathBuf;

use ab_glyph::{Font, FontVec, OutlineCurve, PxScale, ScaleFont, point};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord};
use tiny_skia::{
    Color, FillRule, LineJoin, Paint, Path, PathBuilder, PathSegment, Pixmap, PixmapMut, Point,
    Rect, Stroke, Transform,
};
use xenotime::charts::{Graph, TitleBlock};
use xenotime::drawing::{
    AnySurface, Drawn, Ink, Letters, Painter, Palette, RIM, Setting, Surface, SurfaceError, draw,
};

/// Regular and bold.
pub struct Typeface {
    regular: FontVec,
    bold: FontVec,
}

/// Where a typeface may be named, regular and bold.
const SETTINGS: [&str; 2] = ["XENOTIME_FONT", "XENOTIME_FONT_BOLD"];
/// Where Debian keeps those that it always has.
const USUAL: [[&str; 2]; 2] = [
    [
        "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
    ],
    [
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    ],
];

impl Typeface {
    /// The one that the build's settings name, else one that lies in its usual place.
    pub fn found() -> Option<Self> {
        let named = SETTINGS.map(|name| env::var_os(name).map(PathBuf::from));
        let named = match named {
            [Some(regular), Some(bold)] => Self::read([regular, bold]),
            _ => None,
        };
        named.or_else(|| USUAL.into_iter().find_map(|files| Self::read(files.map(PathBuf::from))))
    }

    fn read(files: [PathBuf; 2]) -> Option<Self> {
        let [regular, bold] = files.map(|file| FontVec::try_from_vec(fs::read(file).ok()?).ok());
        Some(Self { regular: regular?, bold: bold? })
    }

    const fn of(&self, bold: bool) -> &FontVec {
        if bold { &self.bold } else { &self.regular }
    }

    /// How wide words are set.
    fn width(&self, text: &str, setting: Setting<'_>) -> f64 {
        let font = self.of(setting.bold);
        let scaled = font.as_scaled(scale(font, setting.size));
        let width: f32 = text.chars().map(|letter| scaled.h_advance(font.glyph_id(letter))).sum();
        f64::from(width)
    }

    /// Where words begin that are anchored at `x`.
    fn left(&self, text: &str, x: f64, setting: Setting<'_>) -> f64 {
        let width = self.width(text, setting);
        x - match setting.anchor {
            HPos::Left => 0.0,
            HPos::Center => width / 2.0,
            HPos::Right => width,
        }
    }

    /// The outlines of words from `x` on, along the baseline `y`.
    fn outlines(&self, text: &str, (x, y): (f64, f64), setting: Setting<'_>) -> Option<Path> {
        let font = self.of(setting.bold);
        let scale = scale(font, setting.size);
        let scaled = font.as_scaled(scale);
        let factor = scaled.scale_factor();
        let mut path = PathBuilder::new();
        let mut left = x as f32;
        let mut before = None;
        for letter in text.chars() {
            let glyph = font.glyph_id(letter);
            left += before.map_or(0.0, |before| scaled.kern(before, glyph));
            before = Some(glyph);
            let place = |at: ab_glyph::Point| {
                (left + at.x * factor.horizontal, y as f32 - at.y * factor.vertical)
            };
            if let Some(outline) = font.outline(glyph) {
                trace(&mut path, &outline.curves, &place);
            }
            left += scaled.h_advance(glyph);
        }
        path.finish()
    }
}

/// The typeface for a file whose letters are shapes, and the letters that it turned out to lack.
pub struct Outlines {
    typeface: Typeface,
    lacking: RefCell<BTreeSet<char>>,
}

impl Outlines {
    /// Of a typeface.
    pub const fn of(typeface: Typeface) -> Self {
        Self { typeface, lacking: RefCell::new(BTreeSet::new()) }
    }

    /// The letters that were asked for and that the typeface lacks.
    pub fn lacking(&self) -> String {
        self.lacking.borrow().iter().collect()
    }
}

impl Letters for Outlines {
    fn outlines(&self, text: &str, (x, y): (f64, f64), setting: Setting<'_>) -> String {
        let font = self.typeface.of(setting.bold);
        let lacks = |letter: &char| font.glyph_id(*letter).0 == 0;
        self.lacking.borrow_mut().extend(text.chars().filter(lacks));
        let left = self.typeface.left(text, x, setting);
        let path = self.typeface.outlines(text, (left, y), setting);
        path.as_ref().map(written).unwrap_or_default()
    }
}

/// A path as SVG writes it.
fn written(path: &Path) -> String {
    let mut text = String::new();
    for segment in path.segments() {
        let (letter, points): (char, Vec<Point>) = match segment {
            PathSegment::MoveTo(to) => ('M', vec![to]),
            PathSegment::LineTo(to) => ('L', vec![to]),
            PathSegment::QuadTo(control, to) => ('Q', vec![control, to]),
            PathSegment::CubicTo(one, other, to) => ('C', vec![one, other, to]),
            PathSegment::Close => ('Z', Vec::new()),
        };
        text.push(letter);
        let points: Vec<String> =
            points.iter().map(|at| format!("{},{}", length(at.x), length(at.y))).collect();
        text.push_str(&points.join(" "));
    }
    text
}

/// Draws a graph with its words as PNG, `ratio` pixels to each CSS pixel.
pub fn png(
    graph: &Graph,
    words: &TitleBlock,
    (width, height): (u32, u32),
    ratio: f64,
    palette: Palette,
    typeface: &Typeface,
) -> Result<Vec<u8>, String> {
    let scaled = |length: u32| (f64::from(length) * ratio).round() as u32;
    let mut pixels = Pixmap::new(scaled(width), scaled(height)).ok_or("a picture has no area")?;
    let sheet = Sheet { pixels: pixels.as_mut(), typeface };
    let pen = Painter::new(AnySurface::new(sheet), ratio, palette);
    draw(&pen, graph, Some(words)).map_err(|error| error.to_string())?;
    drop(pen);
    pixels.encode_png().map_err(|error| error.to_string())
}

struct Sheet<'a> {
    pixels: PixmapMut<'a>,
    typeface: &'a Typeface,
}

fn paint(BackendColor { rgb: (red, green, blue), alpha }: BackendColor) -> Paint<'static> {
    let alpha = (alpha.clamp(0.0, 1.0) * 255.0).round() as u8;
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(Color::from_rgba8(red, green, blue, alpha));
    paint
}

fn lined(points: &[BackendCoord]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (index, (x, y)) in points.iter().enumerate() {
        if index == 0 {
            path.move_to(*x as f32, *y as f32);
        } else {
            path.line_to(*x as f32, *y as f32);
        }
    }
    path.finish()
}

impl Sheet<'_> {
    fn stroke(&mut self, path: Option<Path>, colour: BackendColor, width: f64) {
        let stroke =
            Stroke { width: width as f32, line_join: LineJoin::Round, ..Stroke::default() };
        if let Some(path) = path {
            let shape = Transform::identity();
            self.pixels.stroke_path(&path, &paint(colour), &stroke, shape, None);
        }
    }

    fn fill_path(&mut self, path: Option<Path>, colour: BackendColor) {
        if let Some(path) = path {
            let shape = Transform::identity();
            self.pixels.fill_path(&path, &paint(colour), FillRule::Winding, shape, None);
        }
    }
}

/// A length to a hundredth, without what says nothing.
fn length(length: f32) -> String {
    format!("{length:.2}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `ab_glyph` scales by a typeface's height from its lowest to its highest point, style sheets by
/// its em.
fn scale(font: &FontVec, size: f64) -> PxScale {
    let em = font.units_per_em().unwrap_or(1000.0);
    PxScale::from(size as f32 * font.height_unscaled() / em)
}

fn trace(
    path: &mut PathBuilder,
    curves: &[OutlineCurve],
    place: &impl Fn(ab_glyph::Point) -> (f32, f32),
) {
    let mut pen = point(f32::NAN, f32::NAN);
    for curve in curves {
        let (from, to) = match curve {
            OutlineCurve::Line(from, to)
            | OutlineCurve::Quad(from, _, to)
            | OutlineCurve::Cubic(from, _, _, to) => (*from, *to),
        };
        if from != pen {
            path.close();
            let (x, y) = place(from);
            path.move_to(x, y);
        }
        let (x, y) = place(to);
        match curve {
            OutlineCurve::Line(..) => path.line_to(x, y),
            OutlineCurve::Quad(_, control, _) => {
                let (x1, y1) = place(*control);
                path.quad_to(x1, y1, x, y);
            }
            OutlineCurve::Cubic(_, first, second, _) => {
                let ((x1, y1), (x2, y2)) = (place(*first), place(*second));
                path.cubic_to(x1, y1, x2, y2, x, y);
            }
        }
        pen = to;
    }
    path.close();
}

impl Surface for Sheet<'_> {
    fn size(&self) -> (u32, u32) {
        (self.pixels.width(), self.pixels.height())
    }
    fn fill(&mut self, from: BackendCoord, to: BackendCoord, ink: Ink) -> Drawn {
        let (left, right) = (from.0.min(to.0) as f32, from.0.max(to.0) as f32);
        let (top, bottom) = (from.1.min(to.1) as f32, from.1.max(to.1) as f32);
        if let Some(rect) = Rect::from_ltrb(left, top, right, bottom) {
            self.pixels.fill_rect(rect, &paint(ink.colour), Transform::identity(), None);
        }
        Ok(())
    }
    fn path(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.stroke(lined(&points), ink.colour, f64::from(ink.width.max(1)));
        Ok(())
    }
    fn disc(&mut self, (x, y): BackendCoord, radius: u32, ink: Ink) -> Drawn {
        self.fill_path(PathBuilder::from_circle(x as f32, y as f32, radius as f32), ink.colour);
        Ok(())
    }
    fn polygon(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.fill_path(lined(&points), ink.colour);
        Ok(())
    }
    fn text(&mut self, text: &str, (x, y): BackendCoord, setting: Setting<'_>) -> Drawn {
        let left = self.typeface.left(text, f64::from(x), setting);
        let outlines = self.typeface.outlines(text, (left, f64::from(y)), setting);
        if let Some(rim) = setting.rim {
            self.stroke(outlines.clone(), rim, setting.size * RIM);
        }
        self.fill_path(outlines, setting.colour);
        Ok(())
    }
    fn width(&self, text: &str, setting: Setting<'_>) -> f64 {
        self.typeface.width(text, setting)
    }
    fn finish(&mut self) -> Result<(), SurfaceError> {
        Ok(())
    }
}
