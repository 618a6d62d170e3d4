//! Files of figures: `observations.csv` and its parts.

use super::RowError;
use super::cell_types::{decimal, months, some};
use super::row::{Row, Table};
use crate::trade::{
    Figure, Flow, Measure, Month, Observation, Partner, PartnerRecord, Period, Product, SeriesKey,
    Source, Status, Unit,
};
use crate::util::CollectVec as _;
use crate::util::{sort, sort_by_key};
use crate::wording::say::import::dataset as expected;

const COLUMNS: [&str; 11] = [
    "period", "months", "flow", "measure", "product", "partner", "value", "unit", "status",
    "source", "note",
];
/// The columns of the short form, in the order in which they compress best: the unit gives the measure.
pub(super) const SHORT: [&str; 10] =
    ["unit", "flow", "partner", "value", "source", "period", "months", "product", "status", "note"];

/// What the rows of a file of observations may refer to.
pub(super) struct Known<'a> {
    pub sources: &'a [Source],
    pub products: &'a [Product],
    /// Any partner will do where the data name none.
    pub partners: &'a [PartnerRecord],
}

/// The figures of a file, in its order; a row that cannot be read, or that names something not `known`, is left
/// out and added to `errors`.
pub(super) fn read_observations(
    file: &str,
    text: &str,
    known: &Known<'_>,
    errors: &mut Vec<RowError>,
) -> Vec<Observation> {
    let mut index: Vec<(&str, usize)> = known
        .sources
        .iter()
        .enumerate()
        .map(|(index, source)| (source.id.as_str(), index))
        .collect_vec();
    sort_by_key(&mut index, |entry| *entry);
    let mut observations = Vec::new();
    let short = text.starts_with(SHORT[0]);
    let table = Table { file, text, columns: if short { &SHORT } else { &COLUMNS } };
    table.read(errors, &mut |mut row| {
        observations.extend(read_observation(&mut row, &index, known));
    });
    observations
}

/// Rows that give a series another unit than the row before it that has the series.
pub(super) fn mixed_units(file: &str, observations: &[Observation]) -> Vec<RowError> {
    let mut first = observations.iter().collect_vec();
    sort_by_key(&mut first, |observation| (&observation.key, observation.line));
    let mut errors = Vec::new();
    let mut before: Option<&Observation> = None;
    for observation in first {
        match before.filter(|before| before.key == observation.key) {
            Some(before) if before.unit != observation.unit => errors.push(RowError {
                file: file.to_owned(),
                line: observation.line,
                column: "unit".to_owned(),
                found: observation.unit.code().to_owned(),
                expected: expected::same_unit(before.unit.code(), before.line),
            }),
            Some(_) => {}
            None => before = Some(observation),
        }
    }
    errors
}

/// Cells of `file` that the same sources report twice, there or in what was read `before`.
pub(super) fn repeated(
    file: &str,
    observations: &[Observation],
    before: &[Observation],
) -> Vec<RowError> {
    let cell = |observation: &Observation, own: bool| {
        let mut sources = observation.figure.sources.clone();
        sort_by_key(&mut sources, |source| *source);
        let line = if own { observation.line } else { 0 };
        (observation.key.clone(), observation.unit, observation.figure.period, sources, line)
    };
    let earlier = before.iter().map(|observation| cell(observation, false));
    let mut cells =
        earlier.chain(observations.iter().map(|observation| cell(observation, true))).collect_vec();
    sort(&mut cells, Ord::cmp);
    let pairs = cells.windows(2).filter_map(|pair| match pair {
        [one, other]
            if (&one.0, one.1, one.2, &one.3) == (&other.0, other.1, other.2, &other.3) =>
        {
            Some((one.4, other)).filter(|(_, other)| other.4 > 0)
        }
        _ => None,
    });
    pairs
        .map(|(first, (_, _, period, _, line))| RowError {
            file: file.to_owned(),
            line: *line,
            column: "period".to_owned(),
            found: period.start.to_string(),
            expected: expected::one_report(Some(first).filter(|line| *line > 0)),
        })
        .collect_vec()
}

/// Reads every cell before giving up on the row, so that each mistake in it is reported.
fn read_observation(
    row: &mut Row<'_>,
    sources: &[(&str, usize)],
    known: &Known<'_>,
) -> Option<Observation> {
    let start = row.parsed("period", expected::month(), Month::parse);
    let months = row.parsed("months", expected::months(), months);
    let flow = row.parsed("flow", expected::flow(), Flow::parse);
    let measure = match Unit::parse(row.cell("unit")).filter(|_| !row.has("measure")) {
        Some(unit) => Some(unit.measure()),
        None => row.parsed("measure", expected::measure(), Measure::parse),
    };
    let product = row.parsed("product", expected::product_listed(), |text| {
        known.products.iter().any(|product| product.code == text).then(|| text.to_owned())
    });
    let partner = row.parsed("partner", expected::country_of_partners(), |text| {
        let named = || known.partners.iter().any(|partner| partner.code == text);
        Partner::parse(text).filter(|_| known.partners.is_empty() || named())
    });
    let value = row.parsed("value", expected::number(), decimal);
    let unit = row.parsed("unit", expected::unit(), |text| {
        Unit::parse(text).filter(|unit| measure.is_none_or(|measure| unit.measure() == measure))
    });
    let status = row.parsed("status", expected::status(), Status::parse);
    let sources = row.parsed("source", expected::sources(), |text| {
        let mut found = Vec::new();
        for id in text.split_whitespace() {
            let place = sources.binary_search_by_key(&id, |(id, _)| id).ok()?;
            let (_, source) = *sources.get(place)?;
            (!found.contains(&source)).then(|| found.push(source))?;
        }
        (!found.is_empty()).then_some(found)
    });
    if status == Some(Status::Derived) {
        row.parsed("note", expected::derived_how(), some);
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
