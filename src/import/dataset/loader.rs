//! Our own format: four CSV files that a spreadsheet opens and a diff shows.

use super::RowError;
use super::row::{Row, Table};
use crate::trade::{
    Dataset, Event, Figure, Flow, Measure, Month, Observation, Partner, Period, Product, SeriesKey,
    Source, Status, Unit,
};
use crate::util::CollectVec as _;
use crate::util::{sort, sort_by_key};

/// The names of a bundle's files, in the order of [`Bundle`]'s fields.
pub const BUNDLE_FILES: [&str; 4] =
    ["observations.csv", "sources.csv", "products.csv", "events.csv"];

/// The text of each file of a bundle.
#[derive(Clone, Copy, Debug)]
pub struct Bundle<'a> {
    /// `period,months,flow,measure,product,partner,value,unit,status,source,note`
    pub observations: &'a str,
    /// `source,publisher,published,title,url`
    pub sources: &'a str,
    /// `product,label,hs,note`
    pub products: &'a str,
    /// `date,title,short,rank,effect,url`
    pub events: &'a str,
}

/// Whose trade a bundle is: its format has no column for the reporter.
const REPORTER: &str = "China";

/// Whom the bundled figures come from in the end, whoever reported them.
const ORIGIN: &str = "China’s General Administration of Customs, as reported by the press";

/// The longest span a figure may count; the longest in the bundled data is 54 months.
const MOST_MONTHS: u16 = 600;

/// Reads a bundle.
///
/// # Errors
/// Every slip found, sources, products and events before observations: an unknown flow, measure, unit or status; a month that does
/// not exist; a number that is not one; a product or source that its file lacks; a cell reported
/// twice by the same source; a unit that does not count the measure.
pub fn read_bundle(bundle: Bundle<'_>) -> Result<Dataset, Vec<RowError>> {
    let mut errors = Vec::new();
    let sources = read_sources(bundle.sources, &mut errors);
    let products = read_products(bundle.products, &mut errors);
    let events = read_events(bundle.events, &mut errors);
    let observations = read_observations(bundle.observations, &sources, &products, &mut errors);
    if errors.is_empty() {
        Ok(Dataset {
            reporter: REPORTER.to_owned(),
            origin: ORIGIN.to_owned(),
            partners: Vec::new(),
            observations,
            sources,
            products,
            events,
        })
    } else {
        Err(errors)
    }
}

/// The names of a reader's own data, which a bundle's files have no columns for.
#[derive(Clone, Copy, Debug)]
pub struct OwnNames<'a> {
    /// `partner,name`
    pub partners: &'a str,
    /// Whose trade it is.
    pub reporter: &'a str,
    /// Whom a source line names.
    pub origin: &'a str,
}

/// Reads a bundle made of a reader's own file.
///
/// # Errors
/// As [`read_bundle`].
pub fn read_own(bundle: Bundle<'_>, names: OwnNames<'_>) -> Result<Dataset, Vec<RowError>> {
    let mut dataset = read_bundle(bundle)?;
    let mut errors = Vec::new();
    let table = Table { file: "partners.csv", text: names.partners, columns: &["partner", "name"] };
    table.read(&mut errors, &mut |row| {
        dataset.partners.push((row.cell("partner").to_owned(), row.cell("name").to_owned()));
    });
    dataset.reporter = names.reporter.to_owned();
    dataset.origin = names.origin.to_owned();
    if errors.is_empty() { Ok(dataset) } else { Err(errors) }
}

fn read_sources(text: &str, errors: &mut Vec<RowError>) -> Vec<Source> {
    let columns = ["source", "publisher", "published", "title", "url"];
    let mut sources: Vec<Source> = Vec::new();
    Table { file: "sources.csv", text, columns: &columns }.read(errors, &mut |mut row| {
        let new = |id: &str| {
            let known = sources.iter().any(|source| source.id == id);
            (!id.is_empty() && !id.contains(' ') && !known).then(|| id.to_owned())
        };
        let id = row.parsed("source", "a short name, without spaces, that no other row has", new);
        row.parsed("publisher", "who published it", |text| (!text.is_empty()).then_some(()));
        row.parsed("published", "YYYY-MM-DD, YYYY-MM, YYYY or nothing", date);
        row.parsed("url", "an address that begins with http:// or https://, or nothing", address);
        sources.push(Source {
            id: id.unwrap_or_default(),
            publisher: row.cell("publisher").to_owned(),
            published: row.cell("published").to_owned(),
            title: row.cell("title").to_owned(),
            url: row.cell("url").to_owned(),
        });
    });
    sources
}

fn read_products(text: &str, errors: &mut Vec<RowError>) -> Vec<Product> {
    let columns = ["product", "label", "hs", "note"];
    let mut products: Vec<Product> = Vec::new();
    Table { file: "products.csv", text, columns: &columns }.read(errors, &mut |mut row| {
        let new = |code: &str| {
            let known = products.iter().any(|product| product.code == code);
            (!code.is_empty() && !known).then_some(())
        };
        row.parsed("product", "a short name that no other row has", new);
        row.parsed("label", "a name to show", |text| (!text.is_empty()).then_some(()));
        row.parsed("hs", "HS codes of 2 to 10 digits, with spaces between", hs_codes);
        products.push(Product {
            code: row.cell("product").to_owned(),
            label: row.cell("label").to_owned(),
            hs: row.cell("hs").split_whitespace().map(str::to_owned).collect_vec(),
            note: row.cell("note").to_owned(),
        });
    });
    products
}

fn read_events(text: &str, errors: &mut Vec<RowError>) -> Vec<Event> {
    let columns = ["date", "title", "short", "rank", "effect", "url"];
    let mut events = Vec::new();
    Table { file: "events.csv", text, columns: &columns }.read(errors, &mut |mut row| {
        let month = row.parsed("date", "a day, YYYY-MM-DD", day);
        row.parsed("title", "what happened", |text| (!text.is_empty()).then_some(()));
        row.parsed("url", "an address that begins with http:// or https://", |text| {
            (!text.is_empty()).then(|| address(text)).flatten()
        });
        let rank = row.parsed("rank", "a whole number, or nothing", |text| match text {
            "" => Some(None),
            text => text.parse().ok().map(Some),
        });
        let Some(month) = month else { return };
        events.push(Event {
            date: row.cell("date").to_owned(),
            month,
            title: row.cell("title").to_owned(),
            short: row.cell("short").to_owned(),
            rank: rank.flatten(),
            effect: row.cell("effect").to_owned(),
            url: row.cell("url").to_owned(),
        });
    });
    sort(&mut events, |one, other| one.date.cmp(&other.date));
    events
}

const OBSERVATIONS: &str = "observations.csv";
const OBSERVATION_COLUMNS: [&str; 11] = [
    "period", "months", "flow", "measure", "product", "partner", "value", "unit", "status",
    "source", "note",
];

fn read_observations(
    text: &str,
    sources: &[Source],
    products: &[Product],
    errors: &mut Vec<RowError>,
) -> Vec<Observation> {
    let mut index: Vec<(&str, usize)> =
        sources.iter().enumerate().map(|(index, source)| (source.id.as_str(), index)).collect_vec();
    sort_by_key(&mut index, |entry| *entry);
    let mut observations = Vec::new();
    let table = Table { file: OBSERVATIONS, text, columns: &OBSERVATION_COLUMNS };
    table.read(errors, &mut |mut row| {
        observations.extend(read_observation(&mut row, &index, products))
    });
    errors.extend(repeated(&observations));
    observations
}

/// Cells that the same sources report twice, each with the line of the first.
fn repeated(observations: &[Observation]) -> Vec<RowError> {
    let mut cells: Vec<(&SeriesKey, Period, Vec<usize>, u64)> = observations
        .iter()
        .map(|Observation { key, figure, line, .. }| {
            let mut sources = figure.sources.clone();
            sort_by_key(&mut sources, |source| *source);
            (key, figure.period, sources, *line)
        })
        .collect_vec();
    sort(&mut cells, Ord::cmp);
    let same = |pair: &&[(&SeriesKey, Period, Vec<usize>, u64)]| match pair {
        [one, other] => (one.0, one.1, &one.2) == (other.0, other.1, &other.2),
        _ => false,
    };
    cells
        .windows(2)
        .filter(same)
        .filter_map(|pair| Some((pair.first()?.3, pair.last()?)))
        .map(|(first, (_, period, _, line))| RowError {
            file: OBSERVATIONS.to_owned(),
            line: *line,
            column: "period".to_owned(),
            found: period.start.to_string(),
            expected: format!("one figure per cell and source; line {first} has it too"),
        })
        .collect_vec()
}

/// Reads every cell before giving up on the row, so that each slip in it is reported.
fn read_observation(
    row: &mut Row<'_>,
    sources: &[(&str, usize)],
    products: &[Product],
) -> Option<Observation> {
    let start = row.parsed("period", "a month that exists, YYYY-MM", Month::parse);
    let months = row.parsed("months", "a whole number of months from 1 to 600", |text| {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|months| plain && (1..=MOST_MONTHS).contains(months))
    });
    let flow = row.parsed("flow", "export, import or quota", Flow::parse);
    let measure = row.parsed("measure", "volume or value", Measure::parse);
    let product = row.parsed("product", "a product that products.csv has", |text| {
        products.iter().any(|product| product.code == text).then(|| text.to_owned())
    });
    let partner = row.parsed("partner", "WLD or a country's code in capitals", Partner::parse);
    let value = row.parsed("value", "a number, 0 or more, like 4416 or 4205.8", decimal);
    let unit = row.parsed("unit", "t (for volume) or USD, EUR or CNY (for value)", |text| {
        Unit::parse(text).filter(|unit| measure.is_none_or(|measure| unit.measure() == measure))
    });
    let status = row.parsed("status", "reported, revised or derived", Status::parse);
    let sources = row.parsed(
        "source",
        "sources that sources.csv has, each once, with spaces between",
        |text| {
            let mut found = Vec::new();
            for id in text.split_whitespace() {
                let place = sources.binary_search_by_key(&id, |(id, _)| id).ok()?;
                let (_, source) = *sources.get(place)?;
                (!found.contains(&source)).then(|| found.push(source))?;
            }
            (!found.is_empty()).then_some(found)
        },
    );
    if status == Some(Status::Derived) {
        row.parsed("note", "how the derived figure was computed", |text| {
            (!text.is_empty()).then_some(())
        });
    }
    let (value, decimals) = value?;
    Some(Observation {
        key: SeriesKey { flow: flow?, measure: measure?, product: product?, partner: partner? },
        unit: unit?,
        figure: Figure {
            period: Period { start: start?, months: months? },
            value,
            decimals,
            status: status?,
            sources: sources?,
            note: row.cell("note").to_owned(),
            others: Vec::new(),
        },
        line: row.line,
    })
}

/// Digits with at most one point among them: no sign, no exponent, no thousands marks, so that
/// `1e999`, `-0` and `NaN` are slips and not numbers. Up to fifteen digits, which a binary
/// fraction holds exactly enough to give back.
fn decimal(text: &str) -> Option<(f64, u8)> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let dangling = text.ends_with('.') || whole.is_empty();
    if dangling || !digits(whole) || !digits(fraction) || fraction.len() > 6 {
        return None;
    }
    let all = format!("{whole}{fraction}");
    let number: u64 = (all.len() <= 15).then(|| all.parse().ok()).flatten()?;
    let decimals = u8::try_from(fraction.len()).ok()?;
    // Both are whole numbers that f64 holds exactly, so the quotient is the nearest to the text.
    Some((number as f64 / 10f64.powi(i32::from(decimals)), decimals))
}

fn address(text: &str) -> Option<()> {
    let plain = !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    let host = text.strip_prefix("https://").or(text.strip_prefix("http://")).unwrap_or_default();
    let named = host.starts_with(|letter: char| letter.is_ascii_alphanumeric());
    (text.is_empty() || (named && plain)).then_some(())
}

fn hs_codes(text: &str) -> Option<()> {
    let fits = |code: &str| {
        (2..=10).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit())
    };
    text.split_whitespace().all(fits).then_some(())
}

/// The month of a day `YYYY-MM-DD` that the calendar has.
fn day(text: &str) -> Option<Month> {
    let month = Month::parse(text.get(..7)?)?;
    let number = text.get(7..)?.strip_prefix('-')?;
    let leap = month.year() % 4 == 0 && (month.year() % 100 != 0 || month.year() % 400 == 0);
    let length = match month.number() {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let digits = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits && number.parse().is_ok_and(|number: u32| (1..=length).contains(&number));
    fits.then_some(month)
}

fn date(text: &str) -> Option<()> {
    let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    (text.is_empty() || year || Month::parse(text).is_some() || day(text).is_some()).then_some(())
}
