//! Every month as a line, with the twelve-month mean and the events.

use super::chart::{Chart, Needs, alone, always, in_first, written_by_the_build};
use super::context::{Context, Drawn};
use super::geometry::{figures, height, middle, plain_period, together, x};
use super::graph::{Graph, Label, Layer, Side, Tone, Weight, XAxis, YAxis, runs};
use super::question::Question;
use super::table::{Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use super::{events, sentence};
use crate::statistics::{Comparison, change, rolling};
use crate::trade::{Figure, Month};
use crate::util::CollectVec as _;
use crate::wording::say::charts::{figures as said, heads, months as words};
use crate::wording::say::numbers::{capital, exact, percent, step};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "months",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month", "compare", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: always,
    opposed: alone,
    example: "?month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_first(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let (from, to) = context.shown;
    let figures = figures(&context.series, context.shown);
    let mean = |month: Month| rolling(&context.series, month, 12).ok().map(|found| found.mean);
    let step_of = context.series.step();
    let annual = step_of > 1;
    // Quarters and years are drawn as they are, beside which a mean of months is nothing.
    let months = from.through(to).filter(|_| !annual);
    let means = runs(months.map(|month| Some((x(month), mean(month)?))));
    let heights = figures.iter().map(|figure| height(figure, annual));
    let top = heights.chain(means.iter().flatten().map(|point| point.1)).fold(0.0, f64::max);
    let ticks = nice_ticks(0.0, top * 1.02, 4);
    let no_mean = means.is_empty();
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Amount(ticks, context.unit()));
    if let Some(at) = means.last().and_then(|run| run.last()).copied() {
        graph.labels.push(Label {
            at,
            text: words::mean().to_owned(),
            tone: Tone::Mean,
            side: Side::End,
            strong: false,
        });
    }
    graph.layers.push(Layer::Line { runs: means, tone: Tone::Mean, weight: Weight::Strong });
    graph.layers.push(Layer::Line {
        runs: runs(
            from.through(to).map(|month| Some((x(month), context.series.month(month)?.value))),
        ),
        tone: Tone::Main,
        weight: Weight::Plain,
    });
    graph.layers.push(Layer::Together(together(&figures, annual), Tone::Main, Weight::Strong));
    choose(context, &mut graph, &figures);
    for figure in &figures {
        let at = (middle(figure.period), height(figure, annual));
        graph.marks.push(context.figure_mark(figure, at));
    }
    graph.pins = events::pins(context);
    Drawn {
        headline: sentence::headline(context),
        subtitle: said::each_within("", context.unit(), step(step_of), &context.stretch(from, to))
            + if no_mean { "" } else { words::mean_drawn() },
        finding: String::new(),
        table: table(context, &figures, mean),
        graph,
        notes: if no_mean { Vec::new() } else { vec![words::mean_note().to_owned()] },
    }
}

/// The chosen month's dot and words.
fn choose(context: &Context<'_>, graph: &mut Graph, figures: &[&Figure]) {
    let chosen = figures.iter().find(|figure| figure.period.contains(context.month));
    let Some(figure) = chosen else { return };
    let at = (middle(figure.period), height(figure, context.series.step() > 1));
    graph.layers.push(Layer::Dot(at, Tone::Main));
    graph.labels.push(Label {
        at,
        text: said::labelled(&figure.period.short(), &figure.quantity(context.unit()).rounded()),
        tone: Tone::Main,
        side: Side::Above,
        strong: true,
    });
}

fn table(context: &Context<'_>, figures: &[&Figure], mean: impl Fn(Month) -> Option<f64>) -> Table {
    let unit = context.unit();
    let flow = context.query.flow;
    let rows = figures
        .iter()
        .map(|figure| {
            let change = change(&context.series, figure.period, Comparison::YearOnYear)
                .and_then(|change| change.percent());
            let mark = context.figure_mark(figure, (0.0, 0.0));
            let mut cells = vec![
                TableCell::written(figure.period.short(), plain_period(figure.period)),
                TableCell::number(
                    exact(figure.value, figure.decimals),
                    figure.value,
                    figure.decimals,
                ),
            ];
            if context.series.step() == 1 {
                cells.push(mean(figure.period.end()).map_or_else(TableCell::missing, |mean| {
                    TableCell::number(exact(mean, 0), mean, 1)
                }));
            }
            cells.push(change.map_or_else(
                |_| TableCell::missing(),
                |change| TableCell::number(percent(change), change, 2),
            ));
            cells.push(TableCell::word(mark.status));
            cells.push(TableCell::word(mark.note));
            TableRow {
                cells,
                sources: figure.sources.clone(),
                chosen: figure.period.contains(context.month),
            }
        })
        .collect_vec();
    let mut columns = vec![
        Table::words(heads::of_step(context.series.step()), "period"),
        Table::amounts(&capital(flow.plural()), flow.code(), unit),
    ];
    if context.series.step() == 1 {
        columns.push(Table::amounts(heads::mean_of_12_months(), "mean_12_months", unit));
    }
    columns.push(Table::numbers(heads::change_on_year(context.annual), "year_on_year_percent"));
    columns.push(Table::words(heads::status(), "status"));
    columns.push(Table::words(heads::note(), "note"));
    let caption = words::caption(context.subject(), step(context.series.step()));
    Table { caption, columns, rows }
}
