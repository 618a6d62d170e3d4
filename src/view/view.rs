//! From a query and a data set to everything a page shows.

use super::graph::{Graph, Mark, XAxis, YAxis};
use super::query::{ChartKind, Query};
use super::table::Table;
use super::words::{exact_amount, within};
use super::{balance, change, cumulative, events, framing, heat, months, notes, season, sentence};
use crate::statistics::{Amount, Origin, Summary, amount, summary};
use crate::trade::{Dataset, Figure, Flow, Month, Period, Series, Unit};

/// What a chart's own module contributes.
pub(super) struct Drawn {
    pub headline: String,
    pub subtitle: String,
    pub graph: Graph,
    pub table: Table,
    pub notes: Vec<String>,
}

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
    /// The month's figures in plain words.
    pub sentence: String,
    /// The chart in data coordinates.
    pub graph: Graph,
    /// The numbers behind it.
    pub table: Table,
    /// What a careful reader should know.
    pub notes: Vec<String>,
    /// The month under every comparison.
    pub comparisons: Vec<framing::Comparing>,
    /// Events in view, by number: indices into the data set's.
    pub events: Vec<usize>,
    /// The chosen month's sources.
    pub sources: Vec<usize>,
    /// The first and last month the series could show.
    pub extent: Option<(Month, Month)>,
    /// The stretch of time that is shown.
    pub shown: (Month, Month),
}

/// What every chart is made from.
pub(super) struct Context<'a> {
    pub dataset: &'a Dataset,
    pub query: &'a Query,
    pub series: Series,
    pub month: Month,
    pub summary: Summary,
    pub shown: (Month, Month),
}

/// Makes the view of `query`. Always answers: where nothing is known, the view says so.
pub fn view(dataset: &Dataset, query: &Query) -> View {
    let series = dataset.series(&query.key());
    let latest = series.latest().or(series.extent().map(|(_, last)| last));
    let month = query.month.or(latest).unwrap_or(Month::from_index(2000 * 12));
    let summary = summary(&series, month);
    let shown = shown(&series, query, month);
    let context = Context { dataset, query, series, month, summary, shown };
    let drawn = match query.chart {
        _ if context.series.is_empty() => empty(&context),
        ChartKind::Months => months::draw(&context),
        ChartKind::Season => season::draw(&context),
        ChartKind::Cumulative => cumulative::draw(&context),
        ChartKind::Change => change::draw(&context),
        ChartKind::Heat => heat::draw(&context),
        ChartKind::Balance => balance::draw(&context),
        ChartKind::Framing => framing::draw(&context),
    };
    let mut notes = drawn.notes;
    notes.extend(notes::notes(&context, &drawn.graph));
    View {
        query: query.clone(),
        month,
        period: context.summary.period,
        headline: drawn.headline,
        subtitle: drawn.subtitle,
        sentence: sentence::sentence(&context),
        events: events::listed(&context, &drawn.graph),
        graph: drawn.graph,
        table: drawn.table,
        notes,
        comparisons: framing::comparings(&context),
        sources: context
            .summary
            .amount
            .as_ref()
            .map(|found| found.sources.clone())
            .unwrap_or_default(),
        extent: context.series.extent(),
        shown,
    }
}

/// The stretch the reader asked for, or what makes a line; always holding the chosen month.
fn shown(series: &Series, query: &Query, month: Month) -> (Month, Month) {
    let (first, last) = series.extent().unwrap_or((month, month));
    let since = series.since_long_gap().unwrap_or(first);
    let since = if query.month.is_some_and(|month| month < since) { first } else { since };
    let from = query.from.unwrap_or(since).clamp(first.min(month), last);
    let to = query.to.unwrap_or(last).clamp(from, last.max(from));
    (from, to)
}

fn empty(context: &Context<'_>) -> Drawn {
    let headline = format!("No figures for {}", context.subject());
    let subtitle = "Choose another product, partner, flow or measure.".to_owned();
    let graph = Graph::new(XAxis::Calendar, YAxis::Amount(vec![0.0, 1.0], context.unit()));
    let table = Table { caption: headline.clone(), columns: Vec::new(), rows: Vec::new() };
    Drawn { headline, subtitle, graph, table, notes: Vec::new() }
}

impl Context<'_> {
    pub const fn unit(&self) -> Unit {
        self.series.unit()
    }

    /// The product's name, as a sentence has it.
    pub fn product(&self) -> String {
        let code = &self.query.product;
        within(self.dataset.product(code).map_or(code, |product| &product.label))
    }

    /// `China's exports of rare earths to Japan`.
    pub fn subject(&self) -> String {
        self.subject_of(self.query.flow)
    }

    /// As [`Context::subject`], for either flow.
    pub fn subject_of(&self, flow: Flow) -> String {
        let reporter = &self.dataset.reporter;
        format!("{reporter}’s {} of {}{}", flow.plural(), self.product(), self.partner(flow))
    }

    /// ` to Japan`, ` from Myanmar`, or nothing for the world.
    pub fn partner(&self, flow: Flow) -> String {
        let partner = &self.query.partner;
        match flow {
            _ if partner.is_world() => String::new(),
            Flow::Import => format!(" from {}", partner.name()),
            _ => format!(" to {}", partner.name()),
        }
    }

    /// What is drawn and in what, for a subtitle: `Tonnes a month`.
    pub fn unit_words(&self) -> &'static str {
        match self.unit() {
            Unit::Tonne => "Tonnes",
            Unit::UsDollar => "US dollars",
        }
    }

    /// The mark of a figure.
    pub fn figure_mark(&self, figure: &Figure, at: (f64, f64)) -> Mark {
        let unit = self.unit();
        let mut note = figure.note.clone();
        for other in &figure.others {
            if !note.is_empty() {
                note.push_str("; ");
            }
            note.push_str(&format!(
                "also reported as {} ({})",
                exact_amount(other.value, other.decimals, unit),
                self.credit(&other.sources),
            ));
        }
        if figure.period.months == 2 {
            let each = exact_amount(figure.value / 2.0, 1, unit);
            let drawn = format!("reported together; drawn at the average of the two, {each}");
            note = if note.is_empty() { drawn } else { format!("{drawn}; {note}") };
        }
        Mark {
            at,
            group: 0,
            series: String::new(),
            period: figure.period.long(),
            value: exact_amount(figure.value, figure.decimals, unit),
            status: figure.status.code().to_owned(),
            note,
            sources: figure.sources.clone(),
            month: Some(figure.period.end()),
        }
    }

    /// The mark of an amount that may be a sum.
    pub fn amount_mark(&self, found: &Amount, at: (f64, f64)) -> Mark {
        match self.series.figure(found.period) {
            Some(figure) => Mark { note: figure.note.clone(), ..self.figure_mark(figure, at) },
            None => Mark {
                at,
                group: 0,
                series: String::new(),
                period: found.period.long(),
                value: exact_amount(found.value, found.decimals, self.unit()),
                status: found.origin.code().to_owned(),
                note: String::new(),
                sources: found.sources.clone(),
                month: Some(found.period.end()),
            },
        }
    }

    /// Who published it.
    pub fn credit(&self, sources: &[usize]) -> String {
        let known = sources.iter().filter_map(|index| self.dataset.sources.get(*index));
        known.map(|source| source.publisher.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The amount of `period`, if known.
    pub fn known(&self, period: Period) -> Option<Amount> {
        amount(&self.series, period).ok()
    }
}

/// ` (derived)` and the like, for what is not simply reported.
pub(super) fn mark_origin(origin: Option<Origin>) -> String {
    match origin {
        None | Some(Origin::Figure(crate::trade::Status::Reported)) => String::new(),
        Some(origin) => format!(", {}", origin.code()),
    }
}
