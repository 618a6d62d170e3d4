//! From a query and a data set to everything that is shown.

use super::chart::Chart;
use super::context::{Context, Drawn};
use super::graph::{Graph, Row, XAxis, YAxis};
use super::headline::{self, Credit};
use super::question::Question;
use super::table::Table;
use super::unavailable::unavailable;
use super::{additions, events, framing, notes, seasonal, sentence, series, structure};
use crate::query::Query;
use crate::statistics::{Unavailable, without_months};
use crate::trade::{Dataset, Measure, Month, Period, Series, SeriesKey};
use crate::util::add_missing;
use crate::wording::say::charts::additions::{says_flow, whose};
use crate::wording::say::charts::opening as words;
use crate::wording::say::joining;

/// Everything shown for one query.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The query, as asked.
    pub query: Query,
    /// The month under study.
    pub month: Month,
    /// The month; January and February if known only together.
    pub period: Period,
    /// The headline.
    pub headline: String,
    /// What is drawn, and in which unit.
    pub subtitle: String,
    /// The chart's own finding; often empty.
    pub finding: String,
    /// The month's figures in words, the finding first.
    pub sentence: String,
    /// The chart in data coordinates.
    pub graph: Graph,
    /// The numbers behind it.
    pub table: Table,
    /// The notes.
    pub notes: Vec<String>,
    /// Why it is shown in place of what was asked for, where a note says so.
    pub instead: Option<String>,
    /// How well the seasonal statistics have performed on this series; empty for other charts.
    pub calibration: String,
    /// Whether that is still to be computed.
    pub calibrating: bool,
    /// The month under every comparison.
    pub comparisons: Vec<framing::Comparing>,
    /// Events in view, by number: indices into the data set's.
    pub events: Vec<usize>,
    /// The figures that the headline uses, and who published them.
    pub credits: Vec<Credit>,
    /// The first and last month the series could show.
    pub extent: Option<(Month, Month)>,
    /// The stretch of time shown.
    pub shown: (Month, Month),
}

impl View {
    /// The address that selecting a point leads to: the view of its month, or the link of its row in the
    /// table; `None` if there is none.
    pub fn leads(&self, index: usize) -> Option<String> {
        let mark = self.graph.marks.get(index)?;
        if let Some(month) = mark.month {
            return Some(Query { month: Some(month), ..self.query.clone() }.address());
        }
        // Tables of the first page's charts lead nowhere.
        let rows = if cfg!(feature = "whole") { &*self.table.rows } else { &[] };
        let mut names = rows.iter().filter_map(|row| row.cells.first());
        let own = names.find(|name| name.text == mark.series && !name.leads.is_empty());
        own.map(|name| name.leads.clone())
    }
}

/// Makes the view of `query`. Never fails: without figures, the view says so.
pub fn view(dataset: &Dataset, asked: &Query) -> View {
    view_of_parts(dataset, asked, usize::MAX)
}

/// Like [`view`], with only the `most` largest partners or product lines by name, for a file that must stay
/// small; the notes say so.
pub fn view_of_parts(dataset: &Dataset, asked: &Query, most: usize) -> View {
    let asked = asked.over(dataset);
    let dataset = asked.of_data(dataset);
    let query = obeyed(&asked);
    let mut context = context(&dataset, &query);
    context.most = most;
    view_in(&asked, &context)
}

/// Messages about the series asked for that a chart does not draw.
pub fn left_out(dataset: &Dataset, asked: &Query) -> Vec<String> {
    let asked = asked.over(dataset);
    let dataset = asked.of_data(dataset);
    let query = obeyed(&asked);
    let several = query.chart.record().obeys("with");
    if several { series::left_out(&context(&dataset, &query)) } else { Vec::new() }
}

/// A query with defaults for everything its chart does not use.
pub fn obeyed(asked: &Query) -> Query {
    let query = asked.obeyed();
    if cfg!(feature = "whole") { query.chart.record().needs.narrowed(&query) } else { query }
}

/// The context for a query on these data.
pub fn context<'a>(dataset: &'a Dataset, query: &'a Query) -> Context<'a> {
    let chart = query.chart.record();
    let series = dataset.series(&query.key());
    let month = query.month.or_else(|| latest(dataset, query, chart, &series));
    // Where nothing was published by the day asked for, its own month has no figure.
    let day = query.known_on.as_deref().filter(|_| cfg!(feature = "whole"));
    let day = || Month::parse(day?.get(..7)?);
    let month = month.or_else(|| latest_of_all(dataset)).or_else(day);
    let month = month.unwrap_or(Month::from_index(0));
    let shown = shown(&series, query, month);
    Context::new(dataset, query, series, month, shown)
}

fn view_in(asked: &Query, context: &Context<'_>) -> View {
    let (query, chart) = (context.query, context.query.chart.record());
    // What a chart of weights and allowances lacks, or one of prices, it says itself.
    let own = chart.needs.weight_of_all || !chart.is_of_trade();
    let nothing = context.series.is_empty() && !own;
    let mut drawn = match context.needs_months {
        // Why there is nothing the whole module says.
        needed if !cfg!(feature = "whole") && (nothing || needed.is_some()) => {
            Drawn::left_to_whole(context)
        }
        _ if nothing => empty(context),
        Some(what) => {
            let why = without_months(&context.series).unwrap_or(Unavailable::WholeYears);
            unavailable(context, what, &why, Vec::new())
        }
        None => (chart.drawing.draw)(context),
    };
    if cfg!(feature = "whole") {
        // One source may have given several of a row's figures; the first page's charts see to it themselves.
        for row in &mut drawn.table.rows {
            let named = std::mem::take(&mut row.sources);
            add_missing(&mut row.sources, &named);
        }
    }
    // Where another series is drawn too, the chart knows whether both are of years.
    if (chart.opposed)(query).is_none() {
        drawn.graph.years |= context.annual;
    }
    if cfg!(feature = "whole") {
        additions::add(&mut drawn, query, &context.dataset.about.compiled);
    }
    if chart.is_of_trade() {
        drawn.subtitle = notes::subtitle(context, &drawn.graph, drawn.subtitle);
    }
    // A study that has something of its own to say is not followed by what months says.
    let study = chart.question != Question::What && !drawn.finding.is_empty();
    // Nor are quarters and years followed by a month that is not drawn.
    let whole = cfg!(feature = "whole") && context.query.grouping.is_whole();
    let sentence = if context.series.is_empty() || study || whole {
        drawn.finding.clone()
    } else {
        let month = sentence::sentence(context, &drawn.headline.text);
        joining::sentences(&[drawn.finding.clone(), month])
    };
    let mut sentence = sentence;
    // Whoever divides says himself whom he leaves out.
    if cfg!(feature = "whole") && chart.is_of_trade() && !chart.needs.every_measure {
        sentence = joining::sentences(&[vec![sentence], structure::giving_none(context)].concat());
    }
    if cfg!(feature = "whole") && chart.is_of_trade() {
        let shown = !drawn.graph.marks.is_empty();
        (drawn.headline.text, drawn.subtitle) =
            structure::of_whom(context, drawn.headline.text, drawn.subtitle, shown);
    }
    let headline = if cfg!(feature = "whole") {
        headline::shortened(context.dataset, &context.subject(), drawn.headline.text)
    } else {
        drawn.headline.text
    };
    // Where the headline had no room for it, or a name took it, no frame or picture would say whose trade it is, or in
    // what.
    let one_way = chart.is_of_trade() && chart.obeys("flow") && !chart.obeys("with");
    let said = || {
        let all = [&headline, &drawn.subtitle];
        let named = !cfg!(feature = "whole") || headline::names_trade(&context.subject(), all);
        named && all.into_iter().any(|words| says_flow(words))
    };
    if one_way && !drawn.graph.marks.is_empty() && !said() {
        drawn.subtitle = whose(&context.subject().start(), &drawn.subtitle);
    }
    let mut notes = drawn.notes;
    // Constants, so that the first page's module goes without what these take.
    if cfg!(feature = "whole") && chart.obeys("by") && !context.series.is_empty() {
        notes.extend(structure::left_out(context));
        notes.extend(structure::in_other_units(context));
    }
    if chart.is_of_trade() {
        notes.extend(notes::notes(context, &drawn.graph, &drawn.table));
    }
    let season = cfg!(feature = "whole") && chart.question == Question::Season;
    let calibration = if season && !context.series.is_empty() {
        if let Ok(shared) = context.shared() {
            shared.mark(query.chart);
        }
        seasonal::calibration_at_hand(context)
    } else {
        Some(String::new())
    };
    View {
        query: asked.clone(),
        month: context.month,
        period: context.summary.period,
        headline,
        credits: drawn.headline.credits,
        subtitle: drawn.subtitle,
        finding: drawn.finding,
        sentence,
        events: events::listed(context, &drawn.graph),
        table: drawn.table,
        notes,
        instead: None,
        calibrating: calibration.is_none(),
        calibration: calibration.unwrap_or_default(),
        // Of the month under study, where the chart has one.
        comparisons: if context.series.is_empty()
            || !chart.is_of_trade()
            || !chart.obeys("month")
            || chart.needs.weight_of_all
        {
            Vec::new()
        } else {
            framing::comparings(context)
        },
        extent: extent(context, &drawn.graph),
        shown: match drawn.graph.x {
            XAxis::Months(from, to) => (from, to),
            _ => context.shown,
        },
        graph: drawn.graph,
    }
}

/// The month under study where none is named: the latest known within the stretch asked for, and
/// known of both sides where both are drawn.
fn latest(dataset: &Dataset, query: &Query, chart: &Chart, series: &Series) -> Option<Month> {
    let within = |month: &Month| query.to.is_none_or(|to| *month <= to);
    let months = || series.months().map(|figure| figure.period.start).filter(within);
    if let Some(other) = (chart.opposed)(query) {
        let other = dataset.series(&other);
        let both = months().rfind(|month| other.month(*month).is_some());
        if both.is_some() {
            return both;
        }
    }
    // January and February may be known together only.
    let joint = series.undivideds().map(|figure| figure.period).filter(|own| own.months == 2);
    let joint = joint.map(|own| own.end()).filter(within).max();
    let last = months().next_back().max(joint);
    last.or_else(|| series.extent().map(|(_, last)| last))
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

/// The first and last month that can be shown: where a total is broken down, also by years.
fn extent(context: &Context<'_>, graph: &Graph) -> Option<(Month, Month)> {
    let (first, last) = context.series.extent()?;
    let months = || graph.marks.iter().filter_map(|mark| mark.month);
    if !cfg!(feature = "whole") || context.query.chart.question() != Question::Drivers {
        return Some((first, last));
    }
    let first = months().min().map_or(first, |month| month.min(first));
    Some((first, months().max().map_or(last, |month| month.max(last))))
}

/// The last month that the data know anything of: where nothing is known of what was asked for.
fn latest_of_all(dataset: &Dataset) -> Option<Month> {
    dataset.observations().iter().map(|one| one.figure.period.end()).max()
}

/// Whether parts of a trade are known of which nothing as a whole is: partners, or product lines.
fn has_parts_alone(context: &Context<'_>) -> bool {
    let (dataset, key) = (context.dataset, context.query.key());
    let part = |own: &SeriesKey| {
        if own.product == key.product {
            return key.partner.is_world() && !own.partner.is_all();
        }
        own.partner == key.partner && dataset.lies_within(&own.product, &key.product, key.flow)
    };
    let same = |own: &SeriesKey| (own.flow, own.measure) == (key.flow, key.measure);
    dataset.keys().into_iter().any(|own| same(own) && part(own))
}

fn empty(context: &Context<'_>) -> Drawn {
    // What there is of another measure is a figure too.
    let otherwise = || {
        let key = context.query.key();
        let own = |measure| context.dataset.has(&SeriesKey { measure, ..key.clone() });
        Measure::ALL.into_iter().any(own)
    };
    let unit = match (context.query.unit, context.query.measure) {
        (None, Measure::Quantity) => words::in_quantities().to_owned(),
        (None, measure) if otherwise() => words::by_measure(measure).to_owned(),
        (unit, _) => words::in_unit(unit),
    };
    let day = context.query.known_on.as_deref();
    let known = context.dataset.product(&context.query.product).is_some();
    let subtitle = words::choose_another(day.is_some());
    let subject = context.subject();
    let (headline, finding) = if context.dataset.is_allowance(&context.query.product) {
        (words::no_trade(subject), String::new())
    } else if has_parts_alone(context) {
        (words::no_total(subject, &unit), words::parts_alone().to_owned())
    } else {
        (words::nothing(subject, &unit, day, known), String::new())
    };
    let row = Row { name: String::new(), absent: finding.clone() };
    let graph = Graph::new(XAxis::Blank, YAxis::Rows(vec![row]));
    let table = Table { caption: headline.clone(), columns: Vec::new(), rows: Vec::new() };
    Drawn { headline: headline.into(), subtitle, finding, graph, table, notes: Vec::new() }
}
