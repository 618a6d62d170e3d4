//! A folder of data files as a data set.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use xenotime::charts::{Query, View, open};
use xenotime::import::dataset::{
    BUNDLE_FILES, Bundle, OUTLINES, OUTLINES_TEXT, RowError, add_part, read_bundle,
};
use xenotime::trade::{Dataset, Month, Series};
use xenotime::wording::say::import::dataset as words;
use xenotime::wording::say::program::results::no_monthly_figures;
use xenotime::wording::say::subject::Subject;

use super::failed;
use super::options::Asked;

/// Why a folder could not be loaded.
pub enum LoadError {
    /// A file could not be opened.
    File(String),
    /// The files hold rows that cannot be read.
    Rows(Vec<RowError>),
}

/// Reads the files of `folder`, with those that its `dataset.csv` names and that are there: any
/// part may be left out, and so may `dataset.csv` and `partners.csv`.
pub fn load(folder: &Path) -> Result<Dataset, LoadError> {
    let mut dataset = load_headline(folder, None)?;
    for (_, file) in dataset.about.parts.clone() {
        let text = read_if_there(&folder.join(&file))?;
        if !text.is_empty() {
            add_part(&mut dataset, &file, &text).map_err(LoadError::Rows)?;
        }
    }
    add_part(&mut dataset, OUTLINES, OUTLINES_TEXT).map_err(LoadError::Rows)?;
    Ok(dataset)
}

/// Reads the files that a page begins with, with another list of publications if there is one.
pub fn load_headline(folder: &Path, published: Option<&str>) -> Result<Dataset, LoadError> {
    let [observations, sources, products, events, dataset, partners] =
        BUNDLE_FILES.map(|name| folder.join(name));
    read_bundle(Bundle {
        observations: &read(&observations)?,
        sources: &published.map_or_else(|| read(&sources), |text| Ok(text.to_owned()))?,
        products: &read(&products)?,
        events: &read(&events)?,
        dataset: &read_if_there(&dataset)?,
        partners: &read_if_there(&partners)?,
    })
    .map_err(LoadError::Rows)
}

fn read_if_there(path: &Path) -> Result<String, LoadError> {
    if path.exists() { read(path) } else { Ok(String::new()) }
}

/// As [`load`], with every row error in one message.
pub fn load_or_explain(folder: &Path) -> Result<Dataset, String> {
    load(folder).map_err(|error| explained(folder, error))
}

/// Every row error in one message.
pub fn explained(folder: &Path, error: LoadError) -> String {
    match error {
        LoadError::File(message) => message,
        LoadError::Rows(errors) => errors.iter().fold(String::new(), |mut text, error| {
            let _ = write!(text, "\n{}/{error}", folder.display());
            text
        }),
    }
}

/// The series of a query and the month that it is about, the latest where none is asked for.
///
/// # Errors
///
/// That there is no monthly figure.
pub fn month_of(dataset: &Dataset, query: &Query) -> Result<(Series, Month), String> {
    let series = dataset.series(&query.key());
    let Some(month) = query.month.or(series.latest()).or(series.extent().map(|(_, last)| last))
    else {
        let subject = Subject::of(dataset, query.flow, &query.product, &query.partner);
        let day = query.known_on.as_deref();
        let known = dataset.product(&query.product).is_some();
        return Err(no_monthly_figures(subject, query.measure, day, known));
    };
    Ok((series, month))
}

/// What is shown of what is asked for.
pub struct Opened {
    pub view: View,
    /// What was asked for and cannot be had.
    pub problems: Vec<String>,
    /// The choices that the chart does not use.
    pub unused: Vec<String>,
}

/// What a query shows, as the page does; what it asks for and cannot have is said, and so is what is chosen for another
/// chart.
pub fn opened(dataset: &Dataset, asked: &Asked<true>, query: &Query) -> Opened {
    let (query, unused) = asked.used(dataset, query);
    let (view, problems) = open(dataset, &query);
    for said in unused.iter().chain(&problems).chain(&view.instead) {
        eprintln!("xenotime: {said}");
    }
    Opened { view, problems, unused }
}

fn read(path: &Path) -> Result<String, LoadError> {
    let bytes = fs::read(path).map_err(|error| LoadError::File(failed(path, &error)))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        let [found, expected] = words::no_utf8();
        let place = words::place(&path.display().to_string(), line as u64, "");
        LoadError::File(words::wrong(&place, found, expected))
    })
}
