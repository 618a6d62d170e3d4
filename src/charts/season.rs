//! Each year from January to December, the chosen one against the range of the five years before.

use super::chart::{Chart, Needs, alone, always, in_first, written_by_the_build};
use super::context::{Context, Drawn};
use super::geometry::height;
use super::graph::{
    Depth, Graph, KeyEntry, Label, Layer, Mark, Side, Swatch, Tone, Weight, XAxis, YAxis, runs,
};
use super::headline::Headline;
use super::question::Question;
use super::table::{Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use super::{sentence, years};
use crate::statistics::{Comparison, SameMonth, same_month};
use crate::trade::{Figure, Month, Period};
use crate::util::CollectVec as _;
use crate::util::{sort, sort_unique};
use crate::wording::say::charts::{heads, season as words};
use crate::wording::say::dates;
use crate::wording::say::numbers::{exact, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "season",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: false,
    needs_months: Some(words::called),
    offered: always,
    opposed: alone,
    example: "?chart=season&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_first(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let years = years::years(context);
    let chosen = context.month.year();
    let ranges = ranges(context);
    let band_words = dates::years(chosen - 5, chosen - 1);
    let mut graph = Graph::new(XAxis::Calendar, YAxis::Amount(Vec::new(), context.unit()));
    graph.layers.push(Layer::Band(band(&ranges), Depth::Core));
    // The chosen year is drawn last, over the others.
    let order = years.iter().filter(|year| **year != chosen).chain([&chosen]);
    let mut ends = Vec::new();
    for (group, year) in order.enumerate() {
        if *year == chosen {
            draw_mean(&mut graph, &ranges, &band_words);
        }
        let end = draw_year(context, &mut graph, *year, group);
        ends.extend(end.map(|end| (*year, end)));
    }
    graph.labels.extend(years::labels(context, &ends));
    let band_top = ranges.iter().flatten().map(|range| range.highest).fold(0.0, f64::max);
    let top = graph.marks.iter().map(|mark| mark.at.1).fold(band_top, f64::max);
    graph.y = YAxis::Amount(nice_ticks(0.0, top * 1.02, 4), context.unit());
    sort(&mut graph.marks, |one, other| {
        one.group.cmp(&other.group).then(one.at.0.total_cmp(&other.at.0))
    });
    choose(context, &mut graph);
    if ranges.iter().any(Option::is_some) {
        let range = words::range(&band_words);
        graph.key.push(KeyEntry::new(Swatch::Band(Depth::Core), range));
    }
    let banded = ranges.iter().any(Option::is_some);
    Drawn {
        headline: headline(context),
        subtitle: if banded {
            let place = range_words(context).unwrap_or_default();
            words::subtitle_with_range(&context.unit_words(), &band_words, &place)
        } else {
            words::subtitle(&context.unit_words())
        },
        finding: String::new(),
        notes: notes(context, &ranges, &band_words),
        table: table(context, &years, &ranges),
        graph,
    }
}

/// The usual range of each month of the chosen year.
fn ranges(context: &Context<'_>) -> Vec<Option<SameMonth>> {
    years::months(context, context.month.year())
        .map(|month| same_month(&context.series, Period::month(month)).ok())
        .collect_vec()
}

fn band(ranges: &[Option<SameMonth>]) -> Vec<Vec<(f64, f64, f64)>> {
    let mut bands = vec![Vec::new()];
    for (index, range) in ranges.iter().enumerate() {
        match (range, bands.last_mut()) {
            (Some(range), Some(band)) => {
                band.push((index as f64 + 1.0, range.lowest, range.highest))
            }
            (None, Some(band)) if !band.is_empty() => bands.push(Vec::new()),
            _ => {}
        }
    }
    bands.retain(|band| band.len() > 1);
    bands
}

/// What the same months of the five years before came to on average.
fn draw_mean(graph: &mut Graph, ranges: &[Option<SameMonth>], years: &str) {
    let mean = |(index, range): (usize, &Option<SameMonth>)| {
        Some((index as f64 + 1.0, range.as_ref()?.mean))
    };
    let runs = runs(ranges.iter().enumerate().map(mean));
    graph.labels.extend(runs.last().and_then(|run| run.last()).map(|at| Label {
        at: *at,
        text: words::mean(years),
        tone: Tone::Mean,
        side: Side::End,
        strong: false,
    }));
    graph.layers.push(Layer::Line { runs, tone: Tone::Mean, weight: Weight::Plain });
}

/// Draws a year and says where its line ends.
fn draw_year(
    context: &Context<'_>,
    graph: &mut Graph,
    year: i32,
    group: usize,
) -> Option<(f64, f64)> {
    let (line, end) = years::line(context, year, |month| Some(context.series.month(month)?.value));
    graph.layers.push(line);
    let tone = years::tone(context, year);
    let january = Month::from_index(year * 12);
    if let Some(joint) = context.series.undivided(january) {
        let flat = (0.8, 2.2, height(joint, false));
        graph.layers.push(Layer::Together(vec![flat], tone, years::weight(tone)));
        graph.marks.push(year_mark(context, joint, 1.5, group));
    }
    for month in years::months(context, year) {
        if let Some(figure) = context.series.month(month) {
            graph.marks.push(year_mark(context, figure, f64::from(month.number()), group));
        }
    }
    end
}

fn year_mark(context: &Context<'_>, figure: &Figure, x: f64, group: usize) -> Mark {
    let mark = context.figure_mark(figure, (x, height(figure, false)));
    Mark { group, ..mark }
}

fn choose(context: &Context<'_>, graph: &mut Graph) {
    let Some(figure) = context.series.figure(context.summary.period) else { return };
    let first = f64::from(figure.period.start.number());
    let at = (first + f64::from(figure.period.months - 1) / 2.0, height(figure, false));
    graph.layers.push(Layer::Dot(at, Tone::Main));
    graph.labels.push(Label {
        at,
        text: rounded(figure.value, figure.decimals, context.unit()),
        tone: Tone::Main,
        side: Side::Above,
        strong: true,
    });
}

/// How the month stands to the mean of five years; the plain headline where these are not known.
fn headline(context: &Context<'_>) -> Headline {
    sentence::headline_under(context, Comparison::FiveYearMean)
}

/// Whether the month was within, above or below what five years had seen.
fn range_words(context: &Context<'_>) -> Option<String> {
    let summary = &context.summary;
    let (Ok(usual), Ok(amount)) = (&summary.same_month, &summary.amount) else { return None };
    // Of two months together no range is drawn.
    if amount.period.months != 1 {
        return None;
    }
    Some(match amount.value {
        value if value > usual.highest => words::above(amount.period),
        value if value < usual.lowest => words::below(amount.period),
        _ => words::inside(amount.period),
    })
}

fn notes(context: &Context<'_>, ranges: &[Option<SameMonth>], band: &str) -> Vec<String> {
    let missing: Vec<Month> = years::months(context, context.month.year())
        .zip(ranges)
        .filter(|(_, range)| range.is_none())
        .map(|(month, _)| month)
        .collect_vec();
    match missing.len() {
        0 => Vec::new(),
        12 => vec![words::no_range(band)],
        _ => vec![words::no_range_for(&missing, band)],
    }
}

fn table(context: &Context<'_>, years: &[i32], ranges: &[Option<SameMonth>]) -> Table {
    let unit = context.unit();
    let mut columns = years::columns(Table::words(heads::month(), "month"), years, context.unit());
    let chosen = context.month.year();
    let (first, last) = (chosen - 5, chosen - 1);
    columns.push(Table::amounts(&heads::lowest(first, last), "lowest", unit));
    columns.push(Table::amounts(&heads::highest(first, last), "highest", unit));
    let together =
        years.iter().any(|year| context.series.undivided(Month::from_index(year * 12)).is_some());
    let mut rows = Vec::new();
    if together {
        rows.push(together_row(context, years));
    }
    for (index, range) in ranges.iter().enumerate() {
        rows.push(month_row(context, years, index as i32, range.as_ref()));
    }
    Table { caption: words::caption(context.subject()), columns, rows }
}

fn together_row(context: &Context<'_>, years: &[i32]) -> TableRow {
    let figures = years.iter().map(|year| context.series.undivided(Month::from_index(year * 12)));
    let mut row = row_of(heads::january_and_february(), figures, context);
    row.cells.extend([TableCell::missing(), TableCell::missing()]);
    row
}

fn month_row(
    context: &Context<'_>,
    years: &[i32],
    index: i32,
    range: Option<&SameMonth>,
) -> TableRow {
    let figures =
        years.iter().map(|year| context.series.month(Month::from_index(year * 12 + index)));
    let mut row = row_of(Month::from_index(index).name(), figures, context);
    row.chosen = context.summary.period
        == Period::month(Month::from_index(context.month.year() * 12 + index));
    for value in [range.map(|range| range.lowest), range.map(|range| range.highest)] {
        row.cells.push(value.map_or_else(TableCell::missing, |value| {
            TableCell::number(exact(value, u8::from(value.fract() != 0.0)), value, 1)
        }));
    }
    row
}

fn row_of<'a>(
    name: &str,
    figures: impl Iterator<Item = Option<&'a Figure>>,
    context: &Context<'_>,
) -> TableRow {
    let mut cells = vec![TableCell::word(name)];
    let mut sources = Vec::new();
    let mut chosen = false;
    for figure in figures {
        cells.push(figure.map_or_else(TableCell::missing, |figure| {
            sources.extend(&figure.sources);
            chosen |= figure.period == context.summary.period;
            let text = exact(figure.value, figure.decimals) + figure.status.mark();
            TableCell::number(text, figure.value, figure.decimals)
        }));
    }
    sort_unique(&mut sources);
    TableRow { cells, sources, chosen }
}
