//! What charts from January to December share: a line for every year.

use super::context::Context;
use super::graph::{Label, Layer, Side, Tone, Weight, runs};
use super::table::{Column, Table};
use crate::trade::{Month, Unit};
use crate::util::CollectVec as _;
use crate::util::sort;
use crate::wording::say::dates;

/// How many years stand behind the chosen one unless the reader asks for others.
const YEARS_BEHIND: i32 = 5;

/// The years to draw, always including the chosen one.
pub fn years(context: &Context<'_>) -> Vec<i32> {
    let chosen = context.month.year();
    let asked = context.query.from.is_some() || context.query.to.is_some();
    let (from, to) = if asked {
        (context.shown.0.year().min(chosen), context.shown.1.year().max(chosen))
    } else {
        (chosen - YEARS_BEHIND, chosen)
    };
    let known = |year: &i32| {
        *year == chosen
            || context.series.figures().any(|figure| figure.period.start.year() == *year)
    };
    (from..=to).filter(known).collect_vec()
}

/// The role of a year beside the chosen one.
pub fn tone(context: &Context<'_>, year: i32) -> Tone {
    match context.month.year() - year {
        0 => Tone::Main,
        1 => Tone::Near,
        _ => Tone::Context,
    }
}

pub const fn weight(tone: Tone) -> Weight {
    match tone {
        Tone::Main => Weight::Strong,
        Tone::Near => Weight::Plain,
        _ => Weight::Thin,
    }
}

/// A year's line over the months, given each month's value, and its end.
pub fn line(
    context: &Context<'_>,
    year: i32,
    value: impl Fn(Month) -> Option<f64>,
) -> (Layer, Option<(f64, f64)>) {
    let tone = tone(context, year);
    let runs =
        runs(months(context, year).map(|month| Some((f64::from(month.number()), value(month)?))));
    let end = runs.last().and_then(|run| run.last()).copied();
    (Layer::Line { runs, tone, weight: weight(tone) }, end)
}

/// The labels at line ends: the chosen year, the year before, and one for all others together, `2019–22`,
/// at the middle one.
pub fn labels(context: &Context<'_>, ends: &[(i32, (f64, f64))]) -> Vec<Label> {
    let label =
        |at, text, tone| Label { at, text, tone, side: Side::End, strong: tone == Tone::Main };
    let (others, named): (Vec<_>, Vec<_>) =
        ends.iter().partition(|(year, _)| tone(context, *year) == Tone::Context);
    let mut labels = named
        .iter()
        .map(|(year, at)| label(*at, year.to_string(), tone(context, *year)))
        .collect_vec();
    let years = || others.iter().map(|(year, _)| *year);
    if let Some((first, last)) = years().min().zip(years().max()) {
        let mut ends = others.iter().map(|(_, at)| *at).collect_vec();
        sort(&mut ends, |one, other| one.1.total_cmp(&other.1));
        let words = if first == last { first.to_string() } else { dates::years(first, last) };
        labels.extend(ends.get(ends.len() / 2).map(|at| label(*at, words, Tone::Context)));
    }
    labels
}

/// A column for the months and one for each year.
pub fn columns(first: Column, years: &[i32], unit: Unit) -> Vec<Column> {
    let year = |year: &i32| Table::amounts(&dates::year(*year), &format!("y{year}"), unit);
    [first].into_iter().chain(years.iter().map(year)).collect_vec()
}

/// How many months lie from one mark to the next: one, as the first page leaves quarters to the whole module.
pub fn step(context: &Context<'_>) -> i32 {
    if cfg!(feature = "whole") { i32::from(context.series.step()) } else { 1 }
}

/// January to December of a year.
#[cfg(not(feature = "whole"))]
pub fn months(
    _: &Context<'_>,
    year: i32,
) -> impl DoubleEndedIterator<Item = Month> + Clone + use<> {
    let january = Month::from_index(year * 12);
    january.through(january + 11)
}

/// January to December of a year, or of a series of quarters the month that each ends with.
#[cfg(feature = "whole")]
pub fn months(
    context: &Context<'_>,
    year: i32,
) -> impl DoubleEndedIterator<Item = Month> + Clone + use<> {
    let step = step(context);
    let january = Month::from_index(year * 12);
    january.through(january + 11).filter(move |month| (month.index() + 1) % step == 0)
}
