//! All surfaces behind one type, so that the drawing code is compiled once instead of once for each
//! backend, which halves its size.

use super::section::{Place, Section};
use crate::util::CollectVec as _;
use std::fmt;
use std::rc::Rc;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

/// A plotters backend on any [`Surface`].
pub struct AnySurface<'a> {
    surface: Box<dyn Surface + 'a>,
    /// Where its painter is.
    pub(super) place: Rc<Place>,
    /// The part that the surface was last told of.
    told: Section,
}

impl<'a> AnySurface<'a> {
    /// A backend on `surface`.
    pub fn new(surface: impl Surface + 'a) -> Self {
        Self {
            surface: Box::new(surface),
            place: Rc::new(Place::default()),
            told: Section::default(),
        }
    }

    /// The surface, told of the part that is drawn now.
    fn surface(&mut self) -> &mut (dyn Surface + 'a) {
        let section = self.place.section.get();
        if section != self.told {
            self.told = section;
            self.surface.section(section);
        }
        &mut *self.surface
    }

    fn setting<'b, S: BackendTextStyle>(&self, style: &S, family: &'b str) -> Setting<'b> {
        Setting {
            family,
            size: style.size(),
            bold: matches!(style.style(), FontStyle::Bold),
            colour: style.color(),
            anchor: style.anchor().h_pos,
            rim: self.place.section.get().rimmed().then(|| self.place.paper.get()),
        }
    }
}

/// The style of a stroke or fill.
#[derive(Clone, Copy)]
pub struct Ink {
    /// The colour.
    pub colour: BackendColor,
    /// The stroke's width in pixels.
    pub width: u32,
}

impl BackendStyle for Ink {
    fn color(&self) -> BackendColor {
        self.colour
    }
    fn stroke_width(&self) -> u32 {
        self.width
    }
}

/// The style of a text placed by its baseline.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The font families, as in a style sheet.
    pub family: &'a str,
    /// The font size in pixels.
    pub size: f64,
    /// Bold or not.
    pub bold: bool,
    /// The colour.
    pub colour: BackendColor,
    /// The end of the text that is at its position.
    pub anchor: HPos,
    /// The colour of its outline, if it may be over lines.
    pub rim: Option<BackendColor>,
}

/// A drawing error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurfaceError(pub String);

impl fmt::Display for SurfaceError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for SurfaceError {}

/// The result of drawing.
pub type Drawn = Result<(), SurfaceError>;

/// Converts another backend's error.
pub fn wrong<E: std::error::Error + Send + Sync>(error: DrawingErrorKind<E>) -> SurfaceError {
    SurfaceError(error.to_string())
}

/// Something that can be drawn on.
pub trait Surface {
    /// Width and height in pixels.
    fn size(&self) -> (u32, u32);
    /// A filled rectangle.
    ///
    /// # Errors
    /// Where the surface refuses; so for all that follow.
    fn fill(&mut self, from: BackendCoord, to: BackendCoord, ink: Ink) -> Drawn;
    /// A line through points.
    fn path(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn;
    /// A filled disc.
    fn disc(&mut self, centre: BackendCoord, radius: u32, ink: Ink) -> Drawn;
    /// A filled polygon.
    fn polygon(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn;
    /// Words with their baseline at `at`.
    fn text(&mut self, text: &str, at: BackendCoord, setting: Setting<'_>) -> Drawn;
    /// Another part of the drawing begins.
    fn section(&mut self, _: Section) {}
    /// How wide words are, in pixels.
    fn width(&self, text: &str, setting: Setting<'_>) -> f64;
    /// Ends the drawing.
    fn finish(&mut self) -> Drawn;
}

type Outcome<T> = Result<T, DrawingErrorKind<SurfaceError>>;

fn outcome(drawn: Drawn) -> Outcome<()> {
    drawn.map_err(DrawingErrorKind::DrawingError)
}

fn ink<S: BackendStyle>(style: &S) -> Ink {
    Ink { colour: style.color(), width: style.stroke_width() }
}

impl DrawingBackend for AnySurface<'_> {
    type ErrorType = SurfaceError;

    fn get_size(&self) -> (u32, u32) {
        self.surface.size()
    }
    fn ensure_prepared(&mut self) -> Outcome<()> {
        Ok(())
    }
    fn present(&mut self) -> Outcome<()> {
        outcome(self.surface().finish())
    }
    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Outcome<()> {
        outcome(self.surface().fill((x, y), (x + 1, y + 1), Ink { colour, width: 0 }))
    }
    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Outcome<()> {
        outcome(self.surface().path(vec![from, to], ink(style)))
    }
    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Outcome<()> {
        if fill {
            return outcome(self.surface().fill(from, to, ink(style)));
        }
        // As a path: backends draw a rectangle's outline one pixel wide whatever they are told.
        let around = vec![from, (to.0, from.1), to, (from.0, to.1), from, (to.0, from.1)];
        outcome(self.surface().path(around, ink(style)))
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome<()> {
        outcome(self.surface().path(path.into_iter().collect_vec(), ink(style)))
    }
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Outcome<()> {
        outcome(self.surface().disc(center, radius, ink(style)))
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Outcome<()> {
        outcome(self.surface().polygon(vert.into_iter().collect_vec(), ink(style)))
    }
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        at: BackendCoord,
    ) -> Outcome<()> {
        let family = style.family();
        let setting = self.setting(style, family.as_str());
        outcome(self.surface().text(text, at, setting))
    }
    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Outcome<(u32, u32)> {
        let width = self.surface.width(text, self.setting(style, style.family().as_str()));
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
