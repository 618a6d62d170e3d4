//! Years by months, as shades.

use super::chart::{Chart, Needs, alone, always, in_first, written_by_the_build};
use super::context::{Context, Drawn};
use super::graph::{Cell, Graph, KeyEntry, Layer, Mark, Row, Swatch, XAxis, YAxis};
use super::headline::Headline;
use super::question::Question;
use super::sentence;
use super::table::Table;
use super::{geometry, months, years};
use crate::trade::{Figure, Month};
use crate::util::CollectVec as _;
use crate::wording::numbers::decimals_up_to;
use crate::wording::say::charts::{figures as said, heat as words};
use crate::wording::say::numbers::{exact_amount, rounded, step};

/// As fine as the ends of the scale are ever named.
const MOST_DECIMALS: u8 = 9;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "heat",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: false,
    needs_months: Some(words::called),
    offered: always,
    opposed: alone,
    example: "?chart=heat&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_first(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let (from, to) = context.shown;
    let rows: Vec<i32> = (from.year()..=to.year()).rev().collect_vec();
    let figures = geometry::figures(&context.series, (from.january(), to.january() + 11));
    let height = |figure: &Figure| geometry::height(figure, false);
    let heights = || figures.iter().map(|figure| height(figure));
    let (low, high) = (heights().fold(f64::INFINITY, f64::min), heights().fold(0.0, f64::max));
    let mut graph = Graph::new(
        XAxis::Calendar,
        YAxis::Rows(
            rows.iter()
                .map(|year| Row { name: year.to_string(), absent: String::new() })
                .collect_vec(),
        ),
    );
    let most = figures.iter().map(|figure| figure.value).fold(0.0, f64::max);
    let mut cells = Vec::new();
    for (row, year) in rows.iter().enumerate() {
        for figure in figures.iter().filter(|figure| figure.period.start.year() == *year) {
            let shade = if high > low { (height(figure) - low) / (high - low) } else { 0.5 };
            cells.push(cell(context, figure, row, (shade, most)));
            graph.marks.push(mark(context, figure, row));
        }
        cells.extend(missing(context, &figures, *year, row));
    }
    graph.layers.push(Layer::Cells(cells));
    if high > low {
        let coarse = decimals_up_to(high);
        let mut ends = [low, high].map(|value| rounded(value, coarse, context.unit()));
        // Two ends that differ are never named alike.
        let mut decimals = coarse;
        while ends[0] == ends[1] && decimals < MOST_DECIMALS {
            ends = [low, high].map(|value| exact_amount(value, decimals, context.unit()));
            decimals += 1;
        }
        let [least, darkest] = ends;
        graph.key.push(KeyEntry::new(Swatch::Ramp(least), darkest));
    }
    Drawn {
        headline: headline(context),
        subtitle: words::subtitle(&said::each(&context.unit_words(), step(1)), most),
        finding: String::new(),
        notes: Vec::new(),
        // The same months as the line chart, and so the same table.
        table: Table { ..months::draw(context).table },
        graph,
    }
}

fn columns(figure: &Figure) -> (f64, f64) {
    let first = f64::from(figure.period.start.number());
    (first - 0.5, first + f64::from(figure.period.months) - 0.5)
}

fn cell(context: &Context<'_>, figure: &Figure, row: usize, (shade, most): (f64, f64)) -> Cell {
    let short = words::cell(figure.value, most);
    Cell {
        x: columns(figure),
        row,
        shade: Some(shade),
        text: short,
        chosen: figure.period == context.summary.period,
    }
}

fn mark(context: &Context<'_>, figure: &Figure, row: usize) -> Mark {
    let (left, right) = columns(figure);
    let at = ((left + right) / 2.0, row as f64);
    let mark = context.figure_mark(figure, at);
    Mark { group: row, ..mark }
}

/// Cells of the months within the series' life that nobody reported.
fn missing(context: &Context<'_>, figures: &[&Figure], year: i32, row: usize) -> Vec<Cell> {
    let (first, last) = context.series.extent().unwrap_or((context.month, context.month));
    let covered = |month: Month| figures.iter().any(|figure| figure.period.contains(month));
    years::months(context, year)
        .filter(|month| first <= *month && *month <= last && !covered(*month))
        .map(|month| {
            let column = f64::from(month.number());
            Cell {
                x: (column - 0.5, column + 0.5),
                row,
                shade: None,
                text: "–".to_owned(),
                chosen: false,
            }
        })
        .collect_vec()
}

fn headline(context: &Context<'_>) -> Headline {
    let summary = &context.summary;
    let (Ok(amount), Some(rank)) = (&summary.amount, sentence::telling(context)) else {
        return sentence::headline(context);
    };
    let quantity = context.quantity(amount);
    let text = words::headline(context.subject(), quantity, summary.period, rank);
    // The latest is the month itself.
    let all = sentence::same_in_years(context);
    let what = words::earlier(summary.period);
    all.iter().rev().skip(1).fold(Headline::from(text).using(amount), |headline, found| {
        headline.crediting(what.clone(), &found.sources)
    })
}
