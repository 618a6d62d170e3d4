//! Exports against imports.

use super::chart::{Chart, Needs, in_first, written_by_the_build};
use super::context::{Context, Drawn};
use super::geometry::{figures, height, middle, plain_period, together, x};
use super::graph::{Graph, Label, Layer, Mark, Side, Tone, Weight, XAxis, YAxis, runs};
use super::headline::Headline;
use super::question::Question;
use super::table::{Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use crate::query::Query;
use crate::statistics::{Amount, amount, slot};
use crate::trade::{Dataset, Flow, Month, Period, Quantity, Series, SeriesKey, Unit};
use crate::util::CollectVec as _;
use crate::util::{sort, sort_unique};
use crate::wording::say::charts::{balance as words, figures as said, heads};
use crate::wording::say::numbers::{exact, rounded, signed, step};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "balance",
    label: words::label,
    question: Question::What,
    controls: &["product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered,
    opposed: opposed_series,
    example: "?chart=balance&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_first(draw),
};

/// Two series to compare.
pub struct Pair {
    pub series: [Series; 2],
    /// Months from which the figures cover something else; lines break there.
    pub breaks: Vec<Month>,
    /// The names of the lines and of the table's columns.
    pub names: [String; 2],
    /// The names of the columns in files.
    pub codes: [String; 2],
    /// The name of the difference.
    pub net: (String, &'static str),
    /// Whether the difference is the first less the second, rather than the second less the first.
    pub of_first: bool,
    pub caption: String,
    /// What the figures are of, in case the headline has no room for it.
    pub subtitle: String,
    pub headline: Headline,
    pub notes: Vec<String>,
}

/// Whether both flows are known.
fn offered(dataset: &Dataset, query: &Query) -> bool {
    // What is counted in two units has no balance.
    units(dataset, query).is_some_and(|[exports, imports]| exports == imports)
}

/// The other flow.
fn opposed_series(query: &Query) -> Option<SeriesKey> {
    let other = if query.flow == Flow::Import { Flow::Export } else { Flow::Import };
    Some(query.key_of(other))
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let [exports, imports] = [Flow::Export, Flow::Import]
        .map(|flow| context.dataset.series_in(&context.query.key_of(flow), context.unit()));
    let [one, other] = [Flow::Export, Flow::Import].map(Flow::code);
    opposed(
        context,
        Pair {
            headline: headline(context, &exports, &imports),
            caption: words::caption(context.subject()),
            subtitle: String::new(),
            series: [exports, imports],
            breaks: Vec::new(),
            names: [heads::exports(), heads::imports()].map(str::to_owned),
            codes: [one, other].map(str::to_owned),
            net: (heads::exports_less_imports(context.unit().is_money()).to_owned(), "net_export"),
            of_first: true,
            notes: notes(context),
        },
    )
}

/// Draws two series against each other.
pub fn opposed(context: &Context<'_>, pair: Pair) -> Drawn {
    let [one, other] = &pair.series;
    // Years beside months are drawn at their average.
    let annual = [one, other].iter().all(|side| side.is_empty() || side.is_annual());
    let whole = [one, other].iter().all(|side| side.is_empty() || side.step() > 1);
    let (from, to) = shown(context, one, other);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Amount(Vec::new(), context.unit()));
    let tones = [Tone::Export, Tone::Import];
    for (group, ((series, name), tone)) in
        pair.series.iter().zip(&pair.names).zip(tones).enumerate()
    {
        let line = runs(points(series, (from, to), &pair.breaks));
        graph.layers.push(Layer::Line { runs: line, tone, weight: Weight::Plain });
        draw_flow(context, &mut graph, series, (from, to), (tone, name, group, whole));
    }
    graph.years = annual;
    part_labels(&mut graph);
    let top = graph.marks.iter().map(|mark| mark.at.1).fold(0.0, f64::max);
    graph.y = YAxis::Amount(nice_ticks(0.0, top * 1.02, 4), context.unit());
    Drawn {
        subtitle: said::each_within(
            &pair.subtitle,
            context.unit(),
            step(if annual { 12 } else { context.series.step() }),
            &context.stretch(from, to),
        ),
        finding: String::new(),
        table: table(context, &pair, (from, to)),
        graph,
        headline: pair.headline,
        notes: pair.notes,
    }
}

/// Where both flows are known, unless the reader asks for another stretch.
fn shown(context: &Context<'_>, exports: &Series, imports: &Series) -> (Month, Month) {
    let since = [exports, imports].into_iter().filter_map(Series::since_long_gap).max();
    let last = [exports, imports]
        .into_iter()
        .filter_map(|series| series.extent().map(|(_, last)| last))
        .max()
        .unwrap_or(context.shown.1);
    let from = context.query.from.or(since).unwrap_or(context.shown.0);
    let earlier = context.query.from.is_none() && context.month < from;
    let mut from = if earlier { context.shown.0 } else { from };
    // Only the whole module draws a month that the one side alone is known of.
    if cfg!(feature = "whole") && earlier && context.month < from {
        let firsts = [exports, imports].into_iter().filter_map(|side| Some(side.extent()?.0));
        from = firsts.min().unwrap_or(from);
    }
    let to = context.query.to.unwrap_or(last).min(last);
    let span = |month| context.series.span(month);
    (span(from.min(to)).start, span(to.max(from)).end())
}

/// Where the months lie, and nothing where one is missing or another count begins.
fn points(
    series: &Series,
    (from, to): (Month, Month),
    breaks: &[Month],
) -> impl Iterator<Item = Option<(f64, f64)>> {
    from.through(to).flat_map(move |month| {
        let gap = breaks.contains(&month).then_some(None);
        gap.into_iter().chain([series.month(month).map(|figure| (x(month), figure.value))])
    })
}

fn draw_flow(
    context: &Context<'_>,
    graph: &mut Graph,
    series: &Series,
    (from, to): (Month, Month),
    (tone, name, group, whole): (Tone, &str, usize, bool),
) {
    let figures = figures(series, (from, to));
    let last = figures.last().map(|figure| (middle(figure.period), height(figure, whole)));
    graph.layers.push(Layer::Together(together(&figures, whole), tone, Weight::Strong));
    // A figure at the line's end has the name with it: words apart would not both find room beside two lines.
    let end = last.filter(|at| !graph.at_edge(at.0));
    let joint = figures.last().is_some_and(|figure| figure.period.contains(context.month));
    let end = end.filter(|_| joint);
    graph.labels.extend(last.filter(|_| end.is_none()).map(|at| Label {
        at,
        text: name.to_owned(),
        tone,
        side: Side::End,
        strong: true,
    }));
    for figure in figures {
        let at = (middle(figure.period), height(figure, whole));
        let mark = context.figure_mark(figure, at);
        graph.marks.push(Mark { group, series: name.to_owned(), ..mark });
        if figure.period.contains(context.month) {
            // Both sides are in the headline: the first is read first.
            graph.first = graph.first.or(graph.marks.len().checked_sub(1));
            graph.layers.push(Layer::Dot(at, tone));
            let value = rounded(figure.value, figure.decimals, context.unit());
            graph.labels.push(Label {
                at,
                text: if end == Some(at) { said::named(name, &value) } else { value },
                tone,
                side: Side::Above,
                strong: true,
            });
        }
    }
}

/// The lower of two figures goes below its line, so that each keeps clear of the other.
fn part_labels(graph: &mut Graph) {
    let mut above: Vec<&mut Label> =
        graph.labels.iter_mut().filter(|label| label.side == Side::Above).collect_vec();
    sort(&mut above, |one, other| other.at.1.total_cmp(&one.at.1));
    for lower in above.into_iter().skip(1) {
        lower.side = Side::Below;
    }
}

/// The period under study, with a figure from both series.
pub fn both(context: &Context<'_>, exports: &Series, imports: &Series) -> Option<(Amount, Amount)> {
    let period = slot(exports, context.month).or_else(|| slot(imports, context.month))?;
    let wider = slot(imports, context.month).unwrap_or(period);
    let period = if wider.months > period.months { wider } else { period };
    Some((amount(exports, period).ok()?, amount(imports, period).ok()?))
}

/// What either flow is counted in, where both are known.
fn units(dataset: &Dataset, query: &Query) -> Option<[Unit; 2]> {
    let keys = [Flow::Export, Flow::Import].map(|flow| query.key_of(flow));
    let known = keys.iter().all(|key| dataset.has(key));
    known.then(|| keys.map(|key| dataset.unit_of(&key)))
}

fn headline(context: &Context<'_>, exports: &Series, imports: &Series) -> Headline {
    let subject = context.subject();
    let Some((export, import)) = both(context, exports, imports) else {
        return Headline::from(match units(context.dataset, context.query) {
            Some([exports, imports]) if exports != imports => {
                words::in_two_units(subject, exports, imports)
            }
            _ => {
                let period = context.summary.period;
                let none = |series: &Series| amount(series, period).is_err();
                words::not_both(
                    context.subject_in(&[]),
                    [none(exports), none(imports)],
                    (period, context.unit()),
                )
            }
        });
    };
    // Beside thousands of the one, a millionth of the other is nothing to read.
    let whole = if export.value.max(import.value).abs() >= 1000.0 { 1 } else { u8::MAX };
    let decimals = export.decimals.max(import.decimals).min(whole);
    let side =
        |flow: Flow, found: &Amount| (flow, Quantity { decimals, ..context.quantity(found) });
    let sides = (side(Flow::Export, &export), side(Flow::Import, &import));
    let (more, less) =
        if import.value >= export.value { (sides.1, sides.0) } else { (sides.0, sides.1) };
    Headline::from(words::headline(subject, more, less, export.period))
        .crediting(words::credit(Flow::Export, export.period), &export.sources)
        .crediting(words::credit(Flow::Import, import.period), &import.sources)
}

fn notes(context: &Context<'_>) -> Vec<String> {
    let codes = context.dataset.product(&context.query.product);
    let mut notes = Vec::new();
    // In money it is the balance of trade; weights of different goods are no one thing.
    if !context.unit().is_money() {
        notes.push(words::no_dependence(context.unit()));
    }
    notes.extend(
        codes
            .filter(|product| !product.notes.spoken().is_empty())
            .map(|product| words::remark(product.spoken(), product.notes.spoken())),
    );
    notes
}

fn table(context: &Context<'_>, pair: &Pair, (from, to): (Month, Month)) -> Table {
    let [one, other] = &pair.series;
    let mut periods: Vec<Period> = figures(one, (from, to))
        .iter()
        .chain(&figures(other, (from, to)))
        .map(|figure| figure.period)
        .collect_vec();
    sort_unique(&mut periods);
    let annual = context.annual || periods.iter().all(|period| period.months == 12);
    // What is counted in two units has no difference.
    let (name, code) = (&pair.net.0, pair.net.1);
    let net = match one.unit() == other.unit() {
        true => Table::amounts(name, code, one.unit()),
        false => Table::numbers(name, code),
    };
    let [first, second] = &pair.names;
    let [first_code, second_code] = &pair.codes;
    Table {
        caption: pair.caption.clone(),
        columns: vec![
            Table::words(heads::of_step(if annual { 12 } else { context.series.step() }), "period"),
            Table::amounts(first, first_code, one.unit()),
            Table::amounts(second, second_code, other.unit()),
            net,
        ],
        rows: periods.into_iter().map(|period| row(context, pair, period)).collect_vec(),
    }
}

fn row(context: &Context<'_>, pair: &Pair, period: Period) -> TableRow {
    let [exports, imports] = &pair.series;
    let found = [amount(exports, period).ok(), amount(imports, period).ok()];
    let mut cells = vec![TableCell::written(period.short(), plain_period(period))];
    let mut sources = Vec::new();
    for amount in &found {
        cells.push(amount.as_ref().map_or_else(TableCell::missing, |amount| {
            sources.extend(&amount.sources);
            TableCell::number(exact(amount.value, amount.decimals), amount.value, amount.decimals)
        }));
    }
    let alike = exports.unit() == imports.unit();
    let net = match &found {
        [Some(export), Some(import)] if alike => {
            let net = export.value - import.value;
            let net = if pair.of_first { net } else { -net };
            let decimals = export.decimals.max(import.decimals);
            TableCell::number(signed(net, decimals), net, decimals)
        }
        _ => TableCell::missing(),
    };
    cells.push(net);
    sort_unique(&mut sources);
    TableRow { cells, sources, chosen: period.contains(context.month) }
}
