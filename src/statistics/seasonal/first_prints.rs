//! Forecasts from what was known at the time, scored against first-published figures. Later revisions would
//! flatter them.

use super::expectation::Expectation;
use super::prepared_series::{PreparedSeries, expectation};
use crate::trade::{Dataset, Figure, Month, Series, Status, last_day};
use crate::util::CollectVec as _;

/// A figure is called the first one published where it came at most so many months after its period:
/// what is only known from later is likely to have been revised before.
const SOON: i32 = 3;

/// Forecasts to be scored.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstPrints {
    /// The forecasts; those with a first print are scored against it.
    pub expectations: Vec<Expectation>,
    /// How many have a first print.
    pub first: usize,
}

/// The forecasts of a series, each scored against the figure first published, if the data have it. Where
/// the earlier figures known the day before differ from those known now, the forecast is made again from
/// them.
pub fn first_prints(dataset: &Dataset, series: &Series, all: &[Expectation]) -> FirstPrints {
    let differs = |figure: &&Figure| figure.others.iter().any(|one| one.value != figure.value);
    let revised = series.figures().filter(differs).collect_vec();
    let mut first = 0;
    let scored = |found: &Expectation| {
        let print = series.figure(found.period).and_then(|figure| print(dataset, figure));
        let Some((actual, day)) = print else { return found.clone() };
        first += 1;
        let anew = known_before(dataset, series, &revised, &day).and_then(|known| {
            let prepared = PreparedSeries::new(&known, dataset.about.holiday).ok()?;
            expectation(&prepared, found.period.start).ok()
        });
        Expectation { actual: Some(actual), ..anew.unwrap_or_else(|| found.clone()) }
    };
    let expectations = all.iter().map(scored).collect_vec();
    FirstPrints { expectations, first }
}

/// The number of a figure that was published first, and on which day; none where the first that is
/// dated came too late to be the first there was.
fn print(dataset: &Dataset, figure: &Figure) -> Option<(f64, String)> {
    let reports = std::iter::once(figure).chain(&figure.others);
    let dated = reports.filter(|one| one.status != Status::Derived).filter_map(|one| {
        let sources = one.sources.iter().filter_map(|source| dataset.sources.get(*source));
        let days = sources.map(|source| source.published.as_str()).filter(|date| !date.is_empty());
        Some((one.value, days.map(last_day).min()?))
    });
    let (value, day) = dated.min_by(|one, other| one.1.cmp(&other.1))?;
    let month = Month::parse(day.get(..7)?)?;
    (month - figure.period.end() <= SOON).then_some((value, day))
}

/// A series as it was known on the day before; none where that is what is known now. Figures that are
/// only known from later stay in it.
fn known_before(
    dataset: &Dataset,
    series: &Series,
    revised: &[&Figure],
    day: &str,
) -> Option<Series> {
    let before = day_before(day)?;
    let line = (series.key(), series.unit());
    let known = revised.iter().filter_map(|figure| {
        let known = dataset.figure_on(line, figure.period, &before)?;
        (known.value != figure.value).then_some(known)
    });
    let known = known.collect_vec();
    (!known.is_empty()).then(|| {
        let figures = series.figures().cloned().chain(known);
        Series::new(series.key().clone(), series.unit(), figures)
    })
}

/// The day before, for comparing with others: of the first of a month the end of the one before.
fn day_before(day: &str) -> Option<String> {
    let (month, number) = day.split_at_checked(7)?;
    match number.trim_start_matches('-').parse::<u32>().ok()? {
        0 | 1 => Some(last_day(&(Month::parse(month)? - 1).to_string())),
        number => Some(format!("{month}-{:02}", number - 1)),
    }
}
