//! `render`: a chart as an SVG file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use xenotime::charts::{View, title_block};
use xenotime::drawing::{Palette, SvgOptions, fitting_height, svg};
use xenotime::trade::Dataset;

use super::load::{load_or_explain, opened};
use super::options::Asked;

/// Where a picture is to stand.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// In a newspaper's column
    Column,
    /// Across a page
    Page,
    /// On a social network's card
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
}

pub fn run(data: &Path, asked: &Asked<true>, out: &Path, size: &Size) -> Result<ExitCode, String> {
    let dataset = load_or_explain(data)?;
    // As the page does: the nearest that can be shown, with a word on what was asked.
    let (view, problems) = opened(&dataset, &asked.over(&dataset));
    for problem in problems {
        eprintln!("{problem}");
    }
    fs::write(out, drawing(&dataset, &view, size))
        .map_err(|error| format!("{}: {error}", out.display()))?;
    say!("{}: {}", out.display(), view.headline);
    Ok(ExitCode::SUCCESS)
}

/// A view as SVG, with the words around it.
pub fn drawing(dataset: &Dataset, view: &View, size: &Size) -> String {
    let mut words = title_block(dataset, view);
    if size.format == Some(Format::Social) {
        // A card is too small for a list.
        words.events.clear();
    }
    let (width, height) = size.format.map_or((size.width, size.height), Format::size);
    let fitting = || fitting_height(&view.graph, Some(&words), width);
    let options = SvgOptions {
        width,
        height: height.unwrap_or_else(fitting),
        palette: if size.dark { Palette::DARK } else { Palette::LIGHT },
        title_block: Some(words),
        title: view.headline.clone(),
    };
    svg(&view.graph, &options)
}
