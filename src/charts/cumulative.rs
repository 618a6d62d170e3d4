//! What each year added up to, month by month.

use super::chart::{Chart, Needs, alone, in_first, written_by_the_build};
use super::context::{Context, Drawn};
use super::graph::{Graph, Label, Layer, Mark, Side, Tone, XAxis, YAxis};
use super::question::Question;
use super::table::{Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use super::{sentence, years};
use crate::query::Query;
use crate::statistics::{Amount, Comparison};
use crate::trade::{Dataset, Month, Period};
use crate::util::CollectVec as _;
use crate::util::sort_unique;
use crate::wording::say::charts::{cumulative as words, heads};
use crate::wording::say::numbers::{exact, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "cumulative",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: false,
    needs_months: Some(words::called),
    offered,
    opposed: alone,
    example: "?chart=cumulative&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs { parts_of_years: true, ..Needs::SERIES },
    drawing: in_first(draw),
};

/// Whether any year since the last long gap has its beginning.
fn offered(dataset: &Dataset, query: &Query) -> bool {
    let series = dataset.series(&query.key());
    let since = series.since_long_gap().map(Month::january);
    let mut starts = series.figures().map(|figure| figure.period.start);
    starts.any(|start| start == start.january() && since.is_some_and(|since| since <= start))
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let years = years::years(context);
    let chosen = context.month.year();
    let mut graph = Graph::new(XAxis::Calendar, YAxis::Amount(Vec::new(), context.unit()));
    let order = years.iter().filter(|year| **year != chosen).chain([&chosen]);
    let mut ends = Vec::new();
    for (group, year) in order.enumerate() {
        let (line, end) = years::line(context, *year, |month| Some(to_date(context, month)?.value));
        graph.layers.push(line);
        ends.extend(end.map(|end| (*year, end)));
        for month in years::months(context, *year) {
            if let Some(found) = to_date(context, month) {
                let at = (f64::from(month.number()), found.value);
                let mark = context.amount_mark(&found, at);
                graph.marks.push(Mark { group, ..mark });
            }
        }
    }
    graph.labels.extend(years::labels(context, &ends));
    let top = graph.marks.iter().map(|mark| mark.at.1).fold(0.0, f64::max);
    graph.y = YAxis::Amount(nice_ticks(0.0, top * 1.02, 4), context.unit());
    choose(context, &mut graph);
    Drawn {
        headline: sentence::headline_under(context, Comparison::YearToDate),
        subtitle: words::subtitle(&context.unit_words(), years::step(context) > 1),
        finding: String::new(),
        notes: Vec::new(),
        table: table(context, &years),
        graph,
    }
}

fn to_date(context: &Context<'_>, month: Month) -> Option<Amount> {
    context.known(Period::year_to_date(month))
}

fn choose(context: &Context<'_>, graph: &mut Graph) {
    let end = context.summary.period.end();
    let Some(found) = to_date(context, end) else { return };
    let at = (f64::from(end.number()), found.value);
    graph.layers.push(Layer::Dot(at, Tone::Main));
    graph.labels.push(Label {
        at,
        text: rounded(found.value, found.decimals, context.unit()),
        tone: Tone::Main,
        side: Side::Above,
        strong: true,
    });
}

fn table(context: &Context<'_>, years: &[i32]) -> Table {
    let columns =
        years::columns(Table::words(heads::january_to(), "january_to"), years, context.unit());
    let step = years::step(context);
    let ends = (0..12).filter(|index| (index + 1) % step == 0);
    let rows = ends.map(|index| row(context, years, index)).collect_vec();
    Table { caption: words::caption(context.subject()), columns, rows }
}

fn row(context: &Context<'_>, years: &[i32], index: i32) -> TableRow {
    let mut cells = vec![TableCell::word(words::up_to(Month::from_index(index)))];
    let mut sources = Vec::new();
    for year in years {
        let found = to_date(context, Month::from_index(year * 12 + index));
        cells.push(found.map_or_else(TableCell::missing, |found| {
            sources.extend(&found.sources);
            let text = exact(found.value, found.decimals) + found.origin.mark();
            TableCell::number(text, found.value, found.decimals)
        }));
    }
    sort_unique(&mut sources);
    let chosen = context.summary.period.end().number() == index as u32 + 1;
    TableRow { cells, sources, chosen }
}
