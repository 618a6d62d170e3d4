//! What a chart shows, before anything is drawn: a [`Query`] (what the address bar holds) and a
//! data set make a [`View`], and the canvas, the SVG, the table, the CSV file, the sentences and
//! the screen reader all take their numbers from it.

mod balance;
mod change;
mod context;
mod csv;
mod cumulative;
mod events;
mod framing;
mod graph;
mod headline;
mod heat;
mod html;
mod mirror;
mod months;
mod needs;
mod notes;
mod page;
mod season;
mod seasonal;
mod sentence;
mod structure;
mod table;
mod ticks;
mod title_block;
mod unavailable;
mod walk;
mod years;

pub use crate::query::{ChartKind, Query, Question, Theme};
pub use crate::wording::en::numbers::{exact, exact_amount, percent, rounded, signed, within};
pub use crate::wording::en::quantity::{AxisUnit, axis_labels};
pub use csv::csv;
pub use framing::Comparing;
pub use graph::{
    Bar, Cell, Depth, EventMarker, Graph, KeyEntry, Label, Layer, Mark, Panel, Row, Scale, Side,
    Swatch, Tone, Weight, XAxis, YAxis,
};
pub use headline::Credit;
pub use html::{Fragment, escape, fragments, source_links};
pub use page::{Choice, Control, Page, page};
pub use table::{Column, Table, TableCell, TableRow};
pub use ticks::{Tick, month_ticks, nice_ticks};
pub use title_block::{TitleBlock, edition, title_block};
pub use walk::{Step, walk};

use context::{Context, Drawn};

use crate::statistics::Unavailable;
use crate::trade::{Dataset, Flow, Month, Period, Series};

/// Everything that is shown of one query.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The query, as asked.
    pub query: Query,
    /// The month under study.
    pub month: Month,
    /// The month, or January and February where only both are known.
    pub period: Period,
    /// What the chart says, in one sentence with the number in it.
    pub headline: String,
    /// What is drawn, and in which unit.
    pub subtitle: String,
    /// What only this chart has to say; often empty.
    pub finding: String,
    /// The month's figures in plain words, the finding first.
    pub sentence: String,
    /// The chart in data coordinates.
    pub graph: Graph,
    /// The numbers behind it.
    pub table: Table,
    /// What a careful reader should know.
    pub notes: Vec<String>,
    /// How well the statistics of the season have done on this series; empty for other charts.
    pub calibration: String,
    /// The month under every comparison.
    pub comparisons: Vec<framing::Comparing>,
    /// Events in view, by number: indices into the data set's.
    pub events: Vec<usize>,
    /// The figures that the headline uses, and who published them.
    pub credits: Vec<Credit>,
    /// The first and last month the series could show.
    pub extent: Option<(Month, Month)>,
    /// The stretch of time that is shown.
    pub shown: (Month, Month),
}

/// Makes the view of `query`. Always answers: where nothing is known, the view says so.
pub fn view(dataset: &Dataset, query: &Query) -> View {
    view_of_parts(dataset, query, usize::MAX)
}

/// As [`view`], with only the `most` largest of a series' partners or product lines by name, for a
/// file that must stay small; the notes say so.
pub fn view_of_parts(dataset: &Dataset, query: &Query, most: usize) -> View {
    let series = dataset.series(&query.key());
    let month = query.month.or_else(|| latest(dataset, query, &series));
    let month = month.unwrap_or(Month::from_index(2000 * 12));
    let shown = shown(&series, query, month);
    let mut context = Context::new(dataset, query, series, month, shown);
    context.most = most;
    let needing = context.needs_months();
    let mut drawn = match query.chart {
        _ if context.series.is_empty() => empty(&context),
        _ if needing.is_some() => {
            let what = needing.unwrap_or_default();
            unavailable::unavailable(&context, what, &Unavailable::WholeYears, Vec::new())
        }
        ChartKind::Months => months::draw(&context),
        ChartKind::Season => season::draw(&context),
        ChartKind::Cumulative => cumulative::draw(&context),
        ChartKind::Change => change::draw(&context),
        ChartKind::Heat => heat::draw(&context),
        ChartKind::Balance => balance::draw(&context),
        ChartKind::Framing => framing::draw(&context),
        ChartKind::Mirror => mirror::draw(&context),
        ChartKind::Expectation => seasonal::expectation::draw(&context),
        ChartKind::Decomposition => seasonal::decomposition::draw(&context),
        ChartKind::Breaks => seasonal::level_shifts::draw(&context),
        ChartKind::Effects => seasonal::effects::draw(&context),
        ChartKind::Drivers => structure::drivers::draw(&context),
        ChartKind::Shares => structure::shares::draw(&context),
        ChartKind::UnitValue => structure::unit_value::draw(&context),
        ChartKind::PriceVolume => structure::price_volume::draw(&context),
        ChartKind::Dependence => structure::dependence::draw(&context),
    };
    if query.chart != ChartKind::Balance {
        drawn.graph.years |= context.annual;
    }
    let mut notes = drawn.notes;
    notes.extend(notes::notes(&context, &drawn.graph));
    notes.extend(structure::left_out(&context));
    View {
        query: query.clone(),
        month,
        period: context.summary.period,
        headline: drawn.headline.text,
        credits: drawn.headline.credits,
        subtitle: drawn.subtitle,
        finding: drawn.finding.clone(),
        // A study that has something of its own to say is not followed by what months says.
        sentence: match query.chart.question() {
            Question::Season | Question::Drivers if !drawn.finding.is_empty() => drawn.finding,
            _ => format!("{} {}", drawn.finding, sentence::sentence(&context))
                .trim_start()
                .to_owned(),
        },
        events: events::listed(&context, &drawn.graph),
        table: drawn.table,
        notes,
        calibration: match query.chart.question() {
            Question::Season if !context.series.is_empty() => seasonal::calibration(&context),
            _ => String::new(),
        },
        comparisons: framing::comparings(&context),
        extent: context.series.extent(),
        shown: match drawn.graph.x {
            XAxis::Months(from, to) => (from, to),
            _ => shown,
        },
        graph: drawn.graph,
    }
}

/// The month under study where none is named: the latest known within the stretch asked for, and
/// known of both sides where both are drawn.
fn latest(dataset: &Dataset, query: &Query, series: &Series) -> Option<Month> {
    let within = |month: &Month| query.to.is_none_or(|to| *month <= to);
    let months = || series.months().map(|figure| figure.period.start).filter(within);
    let opposed = match (query.chart, query.flow) {
        (ChartKind::Balance, Flow::Import) => Some(query.key_of(Flow::Export)),
        (ChartKind::Balance, _) => Some(query.key_of(Flow::Import)),
        (ChartKind::Mirror, flow) => Some(mirror::key(query.key(), flow.mirrored())),
        _ => None,
    };
    if let Some(other) = opposed {
        let other = dataset.series(&other);
        let both = months().rfind(|month| other.month(*month).is_some());
        if both.is_some() {
            return both;
        }
    }
    months().next_back().or_else(|| series.extent().map(|(_, last)| last))
}

/// The stretch the reader asked for, or what makes a line; always holding the chosen month.
fn shown(series: &Series, query: &Query, month: Month) -> (Month, Month) {
    let (first, last) = series.extent().unwrap_or((month, month));
    let since = series.since_long_gap().unwrap_or(first);
    let since = if query.month.is_some_and(|month| month < since) { first } else { since };
    let from = query.from.unwrap_or(since).clamp(first.min(month), last);
    let to = query.to.unwrap_or(last).clamp(from, last.max(from));
    (series.span(from).start, series.span(to).end())
}

fn empty(context: &Context<'_>) -> Drawn {
    let headline = format!("No figures for {}", context.subject());
    let subtitle = "Choose another product, partner, flow or measure.".to_owned();
    let graph = Graph::new(XAxis::Calendar, YAxis::Amount(vec![0.0, 1.0], context.unit()));
    let table = Table { caption: headline.clone(), columns: Vec::new(), rows: Vec::new() };
    Drawn {
        headline: headline.into(),
        subtitle,
        finding: String::new(),
        graph,
        table,
        notes: Vec::new(),
    }
}
