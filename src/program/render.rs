//! `render`: a chart as an SVG file.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use xenotime::charts::{Query, title_block, view};
use xenotime::drawing::{Palette, SvgOptions, svg};

use super::load::load_or_explain;

/// How large, and on what.
pub struct Size {
    pub width: u32,
    pub height: u32,
    pub dark: bool,
}

pub fn run(data: &Path, query: &Query, out: &Path, size: &Size) -> Result<ExitCode, String> {
    let dataset = load_or_explain(data)?;
    let view = view(&dataset, query);
    let options = SvgOptions {
        width: size.width,
        height: size.height,
        palette: if size.dark { Palette::DARK } else { Palette::LIGHT },
        title_block: Some(title_block(&dataset, &view)),
        title: view.headline.clone(),
    };
    fs::write(out, svg(&view.graph, &options))
        .map_err(|error| format!("{}: {error}", out.display()))?;
    say!("{}: {}", out.display(), view.headline);
    Ok(ExitCode::SUCCESS)
}
