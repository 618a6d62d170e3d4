//! The drawing as SVG: elements grouped by content, text as text.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;

use plotters_backend::BackendCoord;
use plotters_backend::text_anchor::HPos;

use super::draw::draw;
use super::key;
use super::layout::{least_height, natural_height};
use super::painter::Painter;
use super::section::Section;
use super::surface::{AnySurface, Drawn, Ink, Setting, Surface};
use super::theme::{FONT, Palette, TOKENS, hex};
use super::title_block::{MARGIN, heights};
use super::widths::width;
use crate::charts::{Graph, TitleBlock, escape};
use crate::util::short;

/// Options of an SVG.
#[derive(Clone, Debug, PartialEq)]
pub struct SvgOptions {
    /// The width in CSS pixels.
    pub width: u32,
    /// The height in CSS pixels; see [`fitting_height`].
    pub height: u32,
    /// The colours.
    pub palette: Palette,
    /// The texts around the chart, for a file that stands alone.
    pub title_block: Option<TitleBlock>,
    /// The description for screen readers.
    pub title: String,
}

/// The drawing counts whole pixels; with two to a CSS pixel lines lie where they should.
const PIXELS: f64 = 2.0;

/// The width of the outline of text over the plot, as a share of the font size.
pub const RIM: f64 = 0.3;

/// A typeface whose glyph outlines are available.
pub trait Letters {
    /// The outlines of a text from a point along its baseline, in CSS pixels, as the `d` of a path.
    fn outlines(&self, text: &str, at: (f64, f64), setting: Setting<'_>) -> String;
}

/// Draws `graph` as SVG.
pub fn svg(graph: &Graph, options: &SvgOptions) -> String {
    written(graph, options, None)
}

/// The same with every letter as a shape, for layout programs without the typeface.
pub fn outlined_svg(graph: &Graph, options: &SvgOptions, letters: Rc<dyn Letters>) -> String {
    written(graph, options, Some(letters))
}

fn written(graph: &Graph, options: &SvgOptions, letters: Option<Rc<dyn Letters>>) -> String {
    let (width, height) = (options.width.clamp(50, 4000), options.height.clamp(50, 4000));
    let body = Rc::new(RefCell::new(String::new()));
    let sheet = Sheet {
        body: Rc::clone(&body),
        size: (scaled(width), scaled(height)),
        open: false,
        named: options.title_block.is_some(),
        letters,
    };
    let pen = Painter::new(AnySurface::new(sheet), PIXELS, options.palette);
    // Nothing can fail in writing to a string.
    let _ = draw(&pen, graph, options.title_block.as_ref());
    drop(pen);
    let title = escape(&options.title);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"{FONT}\" font-size=\"12\" fill=\"none\" stroke-linejoin=\"round\" role=\"img\"><title>{title}</title>{}</svg>\n",
        body.borrow(),
    )
}

/// The best height of a picture of `graph`, `width` wide: of the chart and the texts around it.
pub fn fitting_height(graph: &Graph, title_block: Option<&TitleBlock>, width: u32) -> u32 {
    let Some(title_block) = title_block else {
        return natural_height(graph, f64::from(width)).round() as u32;
    };
    let width = width.clamp(50, 4000);
    let pen = blank_sheet((width, 4000)).inset(MARGIN);
    let (above, below) = heights(&pen, title_block);
    let chart = natural_height(graph, f64::from(width) - 2.0 * MARGIN);
    (above + chart + below + 2.0 * MARGIN).round() as u32
}

/// The height of a picture for a place of this size: the place's, or a square if the chart's rows or panels
/// need it, or what they need.
pub fn placed_height(graph: &Graph, title_block: &TitleBlock, (width, height): (u32, u32)) -> u32 {
    let words = TitleBlock { events: String::new(), ..title_block.clone() };
    let pen = blank_sheet((width, 4000)).inset(MARGIN);
    let (above, below) = heights(&pen, &words);
    let chart = key::height(&pen, graph) + least_height(graph, f64::from(width) - 2.0 * MARGIN);
    let needed = (above + chart + below + 2.0 * MARGIN).ceil() as u32;
    if needed <= height { height } else { needed.max(width) }
}

/// The texts around a picture of this size; without the list of events if it is too low for all of them.
pub fn words_within(
    graph: &Graph,
    title_block: TitleBlock,
    (width, height): (u32, u32),
) -> TitleBlock {
    if fitting_height(graph, Some(&title_block), width) > height {
        return TitleBlock { events: String::new(), ..title_block };
    }
    title_block
}

/// A pen that only measures.
pub fn blank_sheet((width, height): (u32, u32)) -> Painter<AnySurface<'static>> {
    let sheet = Sheet { size: (scaled(width), scaled(height)), ..Sheet::default() };
    Painter::new(AnySurface::new(sheet), PIXELS, Palette::LIGHT)
}

/// Draws `graph` in colours named by a style sheet, so that it follows the page's theme. Not for heat maps,
/// whose shades are mixed.
pub fn themed_svg(graph: &Graph, (width, height): (u32, u32), title: &str) -> String {
    let palette = Palette::STAND_INS;
    let options = SvgOptions { width, height, palette, title_block: None, title: title.to_owned() };
    let stand_ins = Palette::STAND_INS.colours();
    stand_ins.iter().zip(TOKENS).fold(svg(graph, &options), |svg, (colour, token)| {
        svg.replace(&hex(*colour), &format!("var({token})"))
    })
}

fn scaled(length: u32) -> u32 {
    length * PIXELS as u32
}

/// A text that is drawn on.
#[derive(Default)]
struct Sheet {
    body: Rc<RefCell<String>>,
    size: (u32, u32),
    /// Whether a group is open.
    open: bool,
    /// Whether groups are named, which only one drawing of a page may do.
    named: bool,
    /// What the shapes of letters come from; words stay words without.
    letters: Option<Rc<dyn Letters>>,
}

/// A length in CSS pixels, without what says nothing.
fn css(pixels: i32) -> String {
    length(f64::from(pixels) / PIXELS)
}

fn length(length: f64) -> String {
    short(length, 3)
}

/// ` fill="#0A5C9E"`, with its opacity where it has any.
fn paint(name: &str, ink: Ink) -> String {
    let (red, green, blue) = ink.colour.rgb;
    let mut text = format!(" {name}=\"#{red:02X}{green:02X}{blue:02X}\"");
    if ink.colour.alpha < 1.0 {
        let _ = write!(text, " {name}-opacity=\"{}\"", short(ink.colour.alpha, 2));
    }
    text
}

fn stroke(ink: Ink) -> String {
    let width = f64::from(ink.width.max(1)) / PIXELS;
    let wide =
        if width == 1.0 { String::new() } else { format!(" stroke-width=\"{}\"", length(width)) };
    paint("stroke", ink) + &wide
}

fn points(points: &[BackendCoord]) -> String {
    let mut text = String::new();
    for (x, y) in points {
        if !text.is_empty() {
            text.push(' ');
        }
        let _ = write!(text, "{},{}", css(*x), css(*y));
    }
    text
}

impl Sheet {
    fn write(&self, element: std::fmt::Arguments<'_>) -> Drawn {
        // Nothing can fail in writing to a string.
        let _ = self.body.borrow_mut().write_fmt(element);
        Ok(())
    }

    fn close(&mut self) {
        if self.open {
            self.body.borrow_mut().push_str("</g>");
            self.open = false;
        }
    }
}

impl Surface for Sheet {
    fn size(&self) -> (u32, u32) {
        self.size
    }
    fn fill(&mut self, from: BackendCoord, to: BackendCoord, ink: Ink) -> Drawn {
        self.write(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
            css(from.0.min(to.0)),
            css(from.1.min(to.1)),
            css((to.0 - from.0).abs()),
            css((to.1 - from.1).abs()),
            paint("fill", ink),
        ))
    }
    fn path(&mut self, line: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.write(format_args!("<polyline points=\"{}\"{}/>", points(&line), stroke(ink)))
    }
    fn disc(&mut self, (x, y): BackendCoord, radius: u32, ink: Ink) -> Drawn {
        let radius = length(f64::from(radius) / PIXELS);
        let (x, y) = (css(x), css(y));
        self.write(format_args!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}/>",
            paint("fill", ink)
        ))
    }
    fn polygon(&mut self, outline: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.write(format_args!("<polygon points=\"{}\"{}/>", points(&outline), paint("fill", ink)))
    }
    fn text(&mut self, text: &str, (x, y): BackendCoord, setting: Setting<'_>) -> Drawn {
        let size = setting.size / PIXELS;
        let anchor = match setting.anchor {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let large =
            if size == 12.0 { String::new() } else { format!(" font-size=\"{}\"", length(size)) };
        let bold = if setting.bold { " font-weight=\"bold\"" } else { "" };
        let rim = setting.rim.map_or_else(String::new, |colour| {
            let rim = stroke(Ink { colour, width: (setting.size * RIM).round() as u32 });
            format!(" paint-order=\"stroke\"{rim}")
        });
        let fill = paint("fill", Ink { colour: setting.colour, width: 0 });
        if let Some(letters) = &self.letters {
            let own = Setting { size, ..setting };
            let at = (f64::from(x) / PIXELS, f64::from(y) / PIXELS);
            let shape = letters.outlines(text, at, own);
            return self.write(format_args!("<path d=\"{shape}\"{rim}{fill}/>"));
        }
        let (x, y) = (css(x), css(y));
        self.write(format_args!(
            "<text x=\"{x}\" y=\"{y}\"{large}{bold}{anchor}{rim}{fill}>{}</text>",
            escape(text)
        ))
    }
    fn section(&mut self, section: Section) {
        self.close();
        let id = if self.named { format!(" id=\"{}\"", section.name()) } else { String::new() };
        let _ = self.write(format_args!("<g{id}>"));
        self.open = true;
    }
    fn width(&self, text: &str, setting: Setting<'_>) -> f64 {
        width(text, setting.size, setting.bold)
    }
    fn finish(&mut self) -> Drawn {
        self.close();
        Ok(())
    }
}
