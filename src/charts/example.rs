//! The chart that CONTRIBUTING adds as an example: every figure as a dot. It is in the list when the
//! tests are built and not otherwise.

use super::chart::{Chart, Needs, alone, always, in_first, written_by_the_build};
use super::context::{Context, Drawn};
use super::geometry::{figures, height, middle};
use super::graph::{Graph, Layer, Tone, XAxis, YAxis};
use super::question::Question;
use super::table::{Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use crate::util::CollectVec as _;
use crate::wording::say::charts::{example as words, heads};
use crate::wording::say::numbers::exact;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "dots",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: always,
    opposed: alone,
    example: "?chart=dots&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_first(draw),
};

fn draw(context: &Context<'_>) -> Drawn {
    let (from, to) = context.shown;
    let figures = figures(&context.series, context.shown);
    let top = figures.iter().map(|figure| height(figure, context.annual)).fold(0.0, f64::max);
    let ticks = nice_ticks(0.0, top, 4);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Amount(ticks, context.unit()));
    for figure in &figures {
        let at = (middle(figure.period), height(figure, context.annual));
        graph.layers.push(Layer::Dot(at, Tone::Main));
        graph.marks.push(context.figure_mark(figure, at));
    }
    let rows = figures.iter().map(|figure| TableRow {
        cells: vec![
            TableCell::word(figure.period.short()),
            TableCell::number(exact(figure.value, figure.decimals), figure.value, figure.decimals),
        ],
        sources: figure.sources.clone(),
        chosen: figure.period.contains(context.month),
    });
    Drawn {
        headline: words::headline(context.subject(), figures.len()).into(),
        subtitle: context.stretch(from, to),
        finding: String::new(),
        table: Table {
            caption: words::caption(context.subject()),
            columns: vec![
                Table::words(heads::period(), "period"),
                Table::numbers(heads::figure().to_owned(), "figure".to_owned()),
            ],
            rows: rows.collect_vec(),
        },
        graph,
        notes: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::CHART;
    use crate::charts::{CHARTS, ChartKind, fragments, page, view};
    use crate::query::Query;
    use crate::trade::{Dataset, Figure, Month, Observation, Period, Unit};

    /// A year of figures of the usual series.
    fn dataset() -> Dataset {
        let figure = |month: i32| Observation {
            key: Query::default().key(),
            unit: Unit::TONNE,
            figure: Figure::reported(
                Period::month(Month::from_index(2024 * 12 + month)),
                f64::from(100 + month),
                0,
                vec![0],
            ),
            line: 2,
        };
        let mut dataset = Dataset::default();
        dataset.observe((0..12).map(figure));
        dataset
    }

    /// Its file, its words and its line of the list are all that it took: nothing else names it.
    #[test]
    fn a_chart_is_its_file_its_words_and_a_line() {
        let (query, problems) = Query::parse(CHART.example);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(query.chart.code(), CHART.code);
        assert_eq!(query.address(), CHART.example);
        let (_, problems) = Query::parse("?chart=pie");
        assert!(problems.iter().any(|problem| problem.contains(" dots")), "{problems:?}");

        let dataset = dataset();
        let view = view(&dataset, &query);
        assert_eq!((view.graph.marks.len(), view.table.rows.len()), (12, 12));
        assert_eq!(view.headline, format!("{} in 12 figures", view.table.caption));

        let page = page(&dataset, &view, Vec::new());
        let controls = page.controls.iter().map(|control| control.name).collect::<Vec<_>>();
        assert_eq!(controls, CHART.controls);
        assert!(page.zoomable && page.description.starts_with("Dots chart"));
        let links = fragments(&dataset, &view);
        let links = links.iter().find(|fragment| fragment.name == "charts");
        assert!(links.is_some_and(|links| links.html.contains(">Dots</a>")));
        assert_eq!(ChartKind::ALL.len(), CHARTS.len());
    }
}
