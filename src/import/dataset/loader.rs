//! Xenotime's own format: CSV files that a spreadsheet opens and a diff shows.

use super::RowError;
use super::about::read_about;
use super::observations::{Known, mixed_units, read_observations, repeated};
use super::outlines::{OUTLINES, read_outlines};
use super::partners::read_partners;
use super::production::{read_prices, read_production};
use super::products::read_products;
use super::row::{Row, Table};
use super::sources::{complete, read_events, read_sources};
use crate::trade::{
    Dataset, Figure, Flow, Measure, Month, Observation, PartRole, Partner, PartnerRecord, Period,
    SeriesKey, Unit, Words,
};
use crate::util::read_decimal;
use crate::wording::say::import::dataset as expected;

/// The list of publications, which comes later where a bundle was read with it in short.
const SOURCES: &str = "sources.csv";

/// The names of a bundle's files, in the order of [`Bundle`]'s fields.
pub const BUNDLE_FILES: [&str; 6] =
    ["observations.csv", SOURCES, "products.csv", "events.csv", "dataset.csv", "partners.csv"];

/// The text of each file of a bundle. The last two may be empty: nobody then says whose trade it is
/// or what partners are called, and codes stand for names.
#[derive(Clone, Copy, Debug)]
pub struct Bundle<'a> {
    /// `period,months,flow,measure,product,partner,value,unit,status,source,note`
    pub observations: &'a str,
    /// `source,publisher,published,title,url` and, if it is known, `kind`
    pub sources: &'a str,
    /// `product,label,hs,note` and, if they are known, `aliases_en` and other languages', `parent`,
    /// `parent_flow` and `headline`
    pub products: &'a str,
    /// `date,title,effect,url` and, if they are known, `short` and `rank` after the title
    pub events: &'a str,
    /// `key,value`
    pub dataset: &'a str,
    /// `code,name_en` and, if they are known, `article`, `name_zh`, `aliases_en`, `adjective_en`
    /// and other languages', and `members`
    pub partners: &'a str,
}

/// Reads a bundle.
///
/// # Errors
/// Every row error found, what others refer to before observations: an unknown flow, measure, unit or status; a month that does
/// not exist; a number that is not one; a product, partner or source that its file lacks; a cell
/// reported twice by the same source; a unit that does not count the measure, or is not that of the
/// series; a name that two rows have.
pub fn read_bundle(bundle: Bundle<'_>) -> Result<Dataset, Vec<RowError>> {
    let mut errors = Vec::new();
    let sources = read_sources(bundle.sources, &mut errors);
    let products = read_products(bundle.products, &mut errors);
    // Stories are not checked against events.
    let of_stories = cfg!(all(feature = "story", not(any(feature = "page", feature = "program"))));
    let events = if of_stories { Vec::new() } else { read_events(bundle.events, &mut errors) };
    let partners = if bundle.partners.is_empty() {
        Vec::new()
    } else {
        read_partners(bundle.partners, &mut errors)
    };
    let about = read_about(bundle.dataset, &products, &partners, &mut errors);
    let mut dataset = Dataset::new(about);
    dataset.partners = partners;
    dataset.sources = sources;
    dataset.products = products.all;
    dataset.events = events;
    observe(&mut dataset, "observations.csv", bundle.observations, &mut errors);
    // A reader's own files are opened with what they have.
    if !bundle.dataset.is_empty() {
        let usual = &dataset.about.usual;
        let has = |measure| dataset.has(&SeriesKey { measure, ..usual.clone() });
        let own = std::iter::once(usual.measure).chain(Measure::ALL).find(|own| has(*own));
        dataset.about.usual.measure = own.unwrap_or(usual.measure);
    }
    if errors.is_empty() { Ok(dataset) } else { Err(errors) }
}

/// Adds a file that stands beside the headline figures: one that `dataset.csv` names, the whole
/// `sources.csv`, or the outlines of countries. Adding it again changes nothing.
///
/// # Errors
/// Every row error in it; where there is one, nothing is added.
pub fn add_part(dataset: &mut Dataset, file: &str, text: &str) -> Result<(), Vec<RowError>> {
    if dataset.added.iter().any(|added| added == file) {
        return Ok(());
    }
    let mut errors = Vec::new();
    match dataset.about.role(file) {
        _ if file == SOURCES => {
            let mut sources = dataset.sources.clone();
            complete(&mut sources, text, &mut errors);
            if errors.is_empty() {
                dataset.sources = sources;
            }
        }
        // Only the whole module draws maps.
        _ if cfg!(feature = "whole") && file == OUTLINES => {
            let outlines = read_outlines(text, &mut errors);
            if errors.is_empty() {
                dataset.outlines = outlines;
            }
        }
        // No chart of the first page and no story is of these.
        Some(PartRole::Production | PartRole::Prices) if !cfg!(feature = "whole") => {}
        Some(PartRole::Production) => {
            let mut sources = dataset.sources.clone();
            let rows = read_production(file, text, &mut sources, &mut errors);
            if errors.is_empty() {
                (dataset.production, dataset.sources) = (rows, sources);
            }
        }
        Some(PartRole::Prices) => {
            let mut sources = dataset.sources.clone();
            let rows = read_prices(file, text, &mut sources, &mut errors);
            if errors.is_empty() {
                (dataset.prices, dataset.sources) = (rows, sources);
            }
        }
        Some(_) => observe(dataset, file, text, &mut errors),
        None => errors.push(RowError {
            file: file.to_owned(),
            line: 0,
            column: String::new(),
            found: file.to_owned(),
            expected: expected::file_named().to_owned(),
        }),
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    dataset.added.push(file.to_owned());
    Ok(())
}

/// Adds a file's figures, if there is nothing wrong with them.
fn observe(dataset: &mut Dataset, file: &str, text: &str, errors: &mut Vec<RowError>) {
    let found = errors.len();
    let known = Known {
        sources: &dataset.sources,
        products: &dataset.products,
        partners: &dataset.partners,
    };
    let observations = read_observations(file, text, &known, errors);
    errors.extend(mixed_units(file, &observations));
    errors.extend(repeated(file, &observations, dataset.observations()));
    if errors.len() == found {
        dataset.observe(observations);
    }
}

/// What was made of a reader's own files: texts as a bundle has them, without events, and the names
/// that a bundle has no columns for.
#[derive(Clone, Copy, Debug)]
pub struct OwnFiles<'a> {
    /// As in [`Bundle`].
    pub observations: &'a str,
    /// As in [`Bundle`].
    pub sources: &'a str,
    /// As in [`Bundle`].
    pub products: &'a str,
    /// `partner,name,within`: the name by itself and within a sentence; without one the reporter's own code.
    pub partners: &'a str,
    /// Whose trade it is.
    pub reporter: &'a str,
    /// Whom a source line names.
    pub origin: &'a str,
    /// `product,flow,partners,partner,period,months,measure,value,unit`: how many partners the files have, or
    /// a figure of one that gives value or quantity alone in some period.
    pub counts: &'a str,
}

/// Reads what was made of a reader's own files.
///
/// # Errors
/// As [`read_bundle`].
pub fn read_own(own: OwnFiles<'_>) -> Result<Dataset, Vec<RowError>> {
    let OwnFiles { observations, sources, products, partners, reporter, origin, counts } = own;
    let events = "date,title,effect,url\n";
    let bundle = Bundle { observations, sources, products, events, dataset: "", partners: "" };
    let mut dataset = read_bundle(bundle)?;
    let mut errors = Vec::new();
    let columns = &["partner", "name", "within"];
    let table = Table { file: "partners.csv", text: partners, columns };
    table.read(&mut errors, &mut |row| {
        let (code, name) = (row.cell("partner").to_owned(), row.cell("name"));
        if name.is_empty() {
            dataset.about.reporter = code;
            return;
        }
        dataset.partners.push(PartnerRecord {
            code,
            within: row.cell("within").to_owned(),
            names: Words::english(name),
            ..PartnerRecord::default()
        });
    });
    read_counts(counts, &mut dataset, &mut errors);
    dataset.about.own = true;
    dataset.about.reporter_names = Words::english(reporter);
    dataset.about.origin = Words::english(origin);
    if errors.is_empty() { Ok(dataset) } else { Err(errors) }
}

/// How many partners a reader's own files have, and what those gave that give value or quantity alone;
/// nothing where nobody counted them.
fn read_counts(text: &str, dataset: &mut Dataset, errors: &mut Vec<RowError>) {
    if text.is_empty() {
        return;
    }
    let columns =
        &["product", "flow", "partners", "partner", "period", "months", "measure", "value", "unit"];
    let table = Table { file: "counts.csv", text, columns };
    table.read(errors, &mut |row| {
        let Some(flow) = Flow::parse(row.cell("flow")) else { return };
        if let Ok(count) = row.cell("partners").parse() {
            dataset.about.counted.push((row.cell("product").to_owned(), flow, count));
        }
        // The page's first module divides nothing.
        if cfg!(feature = "whole") {
            dataset.one_sided.extend(one_sided(&row, flow));
        }
    });
}

/// A figure of a partner that gives value or quantity alone.
fn one_sided(row: &Row<'_>, flow: Flow) -> Option<Observation> {
    let (value, decimals) = read_decimal(row.cell("value"))?;
    let period = Period {
        start: Month::parse(row.cell("period"))?,
        months: row.cell("months").parse().ok()?,
    };
    Some(Observation {
        key: SeriesKey {
            flow,
            measure: Measure::parse(row.cell("measure"))?,
            product: row.cell("product").to_owned(),
            partner: Partner::parse(row.cell("partner"))?,
        },
        unit: Unit::parse(row.cell("unit"))?,
        figure: Figure::reported(period, value, decimals, Vec::new()),
        line: row.line,
    })
}
