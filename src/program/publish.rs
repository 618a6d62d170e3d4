//! `publish`: a chart as one HTML file that never changes.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use xenotime::charts::Theme;
use xenotime::drawing::{PinnedOptions, pinned};
use xenotime::wording::say::program::failures;

use super::load::opened;
use super::open::FilesArgs;
use super::options::Asked;
use super::series::PARTNERS;
use super::{ending_among, failed};

/// Writes a chart as one HTML file.
///
/// # Errors
///
/// A message where exactly this chart cannot be drawn, or a file cannot be read or written.
pub fn run(
    (data, files): (&Path, &FilesArgs),
    asked: &Asked<true>,
    out: &Path,
    theme: Theme,
    site: Option<&str>,
) -> Result<ExitCode, String> {
    ending_among(out, &["html", "htm"])?;
    let dataset = match files.or_folder(data, PARTNERS, &asked.lines())? {
        Ok(dataset) => dataset,
        Err(questions) => return Ok(questions),
    };
    // No address of the live page holds a reader's own data.
    let live = site.filter(|_| !dataset.is_own());
    // The page shows the nearest that can be drawn, to a reader who sees so: a script that publishes does not.
    let found = opened(&dataset, asked, &asked.over(&dataset));
    let (shown, problems) = (found.view, found.problems);
    if shown.graph.marks.is_empty() {
        return Err(failures::nothing_to_pin(&shown.headline, &shown.finding));
    }
    if !problems.is_empty() || (dataset.is_own() && !asked.holds_in(&shown.query)) {
        return Err(failures::not_pinned().to_owned());
    }
    let instead = shown.instead.as_deref();
    let options = PinnedOptions { theme, live, instead, ..PinnedOptions::default() };
    let html = pinned(&dataset, &shown.query, &options);
    fs::write(out, &html).map_err(|error| failed(out, &error))?;
    say!("{}", failures::written(&out.display().to_string(), html.len()));
    Ok(ExitCode::SUCCESS)
}
