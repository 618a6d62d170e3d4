//! `render`: a chart as an SVG or PNG file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

use clap::ValueEnum;
use xenotime::charts::{View, title_block};
use xenotime::drawing::{
    Palette, SvgOptions, fitting_height, outlined_svg, placed_height, svg, words_within,
};
use xenotime::trade::Dataset;
use xenotime::wording::say::program::failures;

use super::load::{load_or_explain, opened};
use super::options::Asked;
use super::picture::{Outlines, Typeface, png};
use super::{ending_among, failed};

/// Where a picture is to stand.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Column,
    Page,
    Social,
}

impl Format {
    /// Width and, where the place has one, height.
    const fn size(self) -> (u32, Option<u32>) {
        match self {
            Self::Column => (390, None),
            Self::Page => (760, None),
            Self::Social => (800, Some(418)),
        }
    }
}

/// How large, and on what.
pub struct Size {
    pub format: Option<Format>,
    pub width: u32,
    pub height: Option<u32>,
    pub dark: bool,
    /// Whether its letters are shapes.
    pub outlined: bool,
}

/// Draws a chart into an SVG or PNG file. Where what was asked for cannot be shown, the nearest that can be is drawn, as
/// on the page.
///
/// # Errors
///
/// A message where data cannot be read, a size is out of range or the file cannot be written.
pub fn run(data: &Path, asked: &Asked<true>, out: &Path, size: &Size) -> Result<ExitCode, String> {
    let ending = ending_among(out, &["svg", "png"])?;
    let dataset = load_or_explain(data)?;
    // As the page does: the nearest that can be shown, with a word on what was asked.
    let view = opened(&dataset, asked, &asked.over(&dataset)).view;
    let picture = match ending {
        "png" => pixels(&dataset, &view, size)?,
        _ if size.outlined => outlined(&dataset, &view, size)?.into_bytes(),
        _ => drawing(&dataset, &view, size).into_bytes(),
    };
    fs::write(out, picture).map_err(|error| failed(out, &error))?;
    say!("{}", failures::of_file(&out.display().to_string(), &view.headline));
    Ok(ExitCode::SUCCESS)
}

/// A view as SVG, with the words around it.
pub fn drawing(dataset: &Dataset, view: &View, size: &Size) -> String {
    svg(&view.graph, &options(dataset, view, size))
}

/// The same with its letters as shapes.
fn outlined(dataset: &Dataset, view: &View, size: &Size) -> Result<String, String> {
    let typeface = Typeface::found().ok_or_else(failures::no_typeface)?;
    let outlines = Rc::new(Outlines::of(typeface));
    let letters = Rc::clone(&outlines);
    let picture = outlined_svg(&view.graph, &options(dataset, view, size), letters);
    match outlines.lacking() {
        lacking if lacking.is_empty() => Ok(picture),
        lacking => Err(failures::letters_lacking(&lacking)),
    }
}

/// Pixels of a PNG to each CSS pixel, as screens of today have them.
const RATIO: f64 = 2.0;

/// A view as PNG.
fn pixels(dataset: &Dataset, view: &View, size: &Size) -> Result<Vec<u8>, String> {
    // The same letters as shapes, for a word on those that the typeface lacks.
    outlined(dataset, view, size)?;
    let typeface = Typeface::found().ok_or_else(failures::no_typeface)?;
    let SvgOptions { width, height, palette, title_block, .. } = options(dataset, view, size);
    let words = title_block.unwrap_or_default();
    png(&view.graph, &words, (width, height), RATIO, palette, &typeface)
}

fn options(dataset: &Dataset, view: &View, size: &Size) -> SvgOptions {
    let (graph, words) = (&view.graph, title_block(dataset, view));
    let (width, height) = size.format.map_or((size.width, size.height), Format::size);
    let height = match height {
        Some(height) if size.format.is_some() => placed_height(graph, &words, (width, height)),
        Some(height) => height,
        None => fitting_height(graph, Some(&words), width),
    };
    SvgOptions {
        width,
        height,
        palette: if size.dark { Palette::DARK } else { Palette::LIGHT },
        title_block: Some(words_within(graph, words, (width, height))),
        title: view.headline.clone(),
    }
}
