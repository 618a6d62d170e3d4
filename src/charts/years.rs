//! What the charts of January to December share: a line for every year.

use super::context::Context;
use super::graph::{Label, Layer, Side, Tone, Weight, runs};
use super::table::{Column, Table};
use crate::trade::{Month, Unit};
use crate::util::CollectVec as _;

/// How many years stand behind the chosen one unless the reader asks for others.
const YEARS_BEHIND: i32 = 5;

/// The years to draw, the chosen one always among them.
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

/// The part a year plays beside the chosen one.
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

/// A year's line over the calendar, from what each month's value is, with its name at its end.
pub fn line(
    context: &Context<'_>,
    year: i32,
    value: impl Fn(Month) -> Option<f64>,
) -> (Layer, Option<Label>) {
    let tone = tone(context, year);
    let runs = runs(months(year).map(|month| Some((f64::from(month.number()), value(month)?))));
    let label = runs.last().and_then(|run| run.last()).map(|last| Label {
        at: *last,
        text: year.to_string(),
        tone,
        side: Side::End,
        strong: tone == Tone::Main,
    });
    (Layer::Line { runs, tone, weight: weight(tone) }, label)
}

/// A column for the months and one for each year.
pub fn columns(first: Column, years: &[i32], unit: Unit) -> Vec<Column> {
    let unit = unit.code();
    let year = |year: &i32| Table::numbers(format!("{year} ({unit})"), format!("y{year}_{unit}"));
    [first].into_iter().chain(years.iter().map(year)).collect_vec()
}

/// January to December of a year.
pub fn months(year: i32) -> impl DoubleEndedIterator<Item = Month> + Clone {
    let january = Month::from_index(year * 12);
    january.through(january + 11)
}
