//! The change of each month as a bar.

use super::chart::{Chart, Needs, alone, in_first, written_by_the_build};
use super::context::{Context, Drawn};
use super::geometry::{figures, middle, plain_period, x};
use super::graph::{Bar, Graph, Label, Layer, Mark, Side, Tone, XAxis, YAxis};
use super::question::Question;
use super::sentence;
use super::table::{Column, Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use crate::query::Query;
use crate::statistics::{Change, Comparison, Origin, change};
use crate::trade::{Dataset, Period};
use crate::util::CollectVec as _;
use crate::wording::say::charts::additions::without;
use crate::wording::say::charts::{change as words, figures as said, heads};
use crate::wording::say::numbers::{capital, exact, exact_amount, percent, signed, step};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "change",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month", "compare", "from", "to"],
    through_time: true,
    needs_months: None,
    offered,
    opposed: alone,
    example: "?chart=change&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_first(draw),
};

/// Whether any figure can be compared, as asked or with the year before.
fn offered(dataset: &Dataset, query: &Query) -> bool {
    any_compared(dataset, query, &[query.comparison, Comparison::YearOnYear])
}

/// Whether any figure of the series can be compared in any of these ways.
pub fn any_compared(dataset: &Dataset, query: &Query, ways: &[Comparison]) -> bool {
    let series = dataset.series(&query.key());
    let all = series.extent().map_or_else(Vec::new, |extent| figures(&series, extent));
    all.iter().any(|figure| {
        ways.iter()
            .any(|way| change(&series, figure.period, *way).is_ok_and(|own| own.percent().is_ok()))
    })
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let (from, to) = context.shown;
    let comparison = context.query.comparison;
    let changes: Vec<(Period, Change, f64)> = figures(&context.series, (from, to))
        .into_iter()
        .filter_map(|figure| {
            let change = change(&context.series, figure.period, comparison).ok()?;
            let percent = change.percent().ok()?;
            Some((figure.period, change, percent))
        })
        .collect_vec();
    let low = changes.iter().map(|(_, _, percent)| *percent).fold(0.0, f64::min);
    let high = changes.iter().map(|(_, _, percent)| *percent).fold(0.0, f64::max);
    let ticks = nice_ticks(low, high, 5);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Percent(ticks));
    graph.layers.push(Layer::Bars(changes.iter().map(|found| bar(context, found)).collect_vec()));
    for (period, change, size) in &changes {
        graph.marks.push(mark(context, *period, change, *size));
        if period.contains(context.month) {
            graph.labels.push(Label {
                at: (middle(*period), size.max(0.0)),
                text: said::labelled(&period.short(), &percent(*size)),
                tone: tone(*size),
                side: Side::Above,
                strong: true,
            });
        }
    }
    let subtitle = words::subtitle(comparison, step(context.series.step()));
    let within = from <= context.month && context.month <= to;
    let is_drawn = changes.iter().any(|(period, ..)| period.contains(context.month));
    Drawn {
        headline: sentence::headline(context),
        // The headline is then of the amount.
        subtitle: if is_drawn || !within || context.query.month.is_none() {
            subtitle
        } else {
            without(&subtitle, &context.summary.period.long())
        },
        finding: String::new(),
        notes: Vec::new(),
        table: table(context, &changes),
        graph,
    }
}

const fn tone(percent: f64) -> Tone {
    if percent < 0.0 { Tone::Fall } else { Tone::Rise }
}

fn bar(context: &Context<'_>, (period, _, percent): &(Period, Change, f64)) -> Bar {
    Bar {
        x: (x(period.start) - 0.38, x(period.end()) + 0.38),
        y: (0.0, *percent),
        tone: tone(*percent),
        chosen: period.contains(context.month),
        text: String::new(),
    }
}

fn mark(context: &Context<'_>, period: Period, change: &Change, size: f64) -> Mark {
    let unit = context.unit();
    let current = exact_amount(change.current.value, change.current.decimals, unit);
    let base = exact_amount(change.baseline, change.baseline_decimals, unit);
    Mark {
        at: (middle(period), size),
        group: 0,
        series: String::new(),
        period: change.current.period.long(),
        value: percent(size),
        status: said::computed().to_owned(),
        note: words::against(&current, &base, &change.against),
        sources: change.sources(),
        month: Some(period.end()),
    }
}

fn table(context: &Context<'_>, changes: &[(Period, Change, f64)]) -> Table {
    let rows = changes
        .iter()
        .map(|(period, change, _)| TableRow {
            cells: cells(change).into(),
            sources: change.sources(),
            chosen: period.contains(context.month),
        })
        .collect_vec();
    Table {
        caption: words::caption(context.subject(), context.query.comparison),
        columns: columns(context).into(),
        rows,
    }
}

/// The columns that describe a change in a table.
pub fn columns(context: &Context<'_>) -> [Column; 6] {
    let unit = context.unit();
    let flow = context.query.flow;
    [
        Table::words(heads::period(), "period"),
        Table::amounts(&capital(flow.plural()), flow.code(), unit),
        Table::words(heads::against(), "against"),
        Table::amounts(heads::baseline(), "baseline", unit),
        Table::amounts(heads::change(unit.is_money()), "change", unit),
        Table::numbers(heads::change_percent(), "change_percent"),
    ]
}

/// The cells of [`columns`] for a change.
pub fn cells(change: &Change) -> [TableCell; 6] {
    let current = &change.current;
    let decimals = current.decimals.max(change.baseline_decimals);
    let amount = |value, decimals, origin| {
        let mark = match origin {
            Some(Origin::Figure(status)) => status.mark(),
            _ => "",
        };
        TableCell::number(exact(value, decimals) + mark, value, decimals)
    };
    [
        TableCell::written(current.period.short(), plain_period(current.period)),
        amount(current.value, current.decimals, Some(current.origin)),
        TableCell::word(change.against.to_string()),
        amount(change.baseline, change.baseline_decimals, change.baseline_origin),
        TableCell::number(signed(change.absolute(), decimals), change.absolute(), decimals),
        change.percent().map_or_else(
            |_| TableCell::missing(),
            |size| TableCell::number(percent(size), size, 2),
        ),
    ]
}
