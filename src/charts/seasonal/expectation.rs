//! The forecast of each month from the months before, and where the figures fell.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::geometry::{middle, plain_period};
use super::super::graph::{
    Depth, Graph, KeyEntry, Label, Layer, Mark, Side, Swatch, Tone, Weight, XAxis, YAxis, runs,
};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{shown, studied, zeros};
use crate::statistics::seasonal::{Expectation, Ordinary, expectation, expectations};
use crate::statistics::slot;
use crate::trade::{Month, Quantity};
use crate::util::{CollectVec as _, three_figures};
use crate::wording::say::charts::page::reason;
use crate::wording::say::charts::{expectation as words, figures as said, heads};
use crate::wording::say::joining;
use crate::wording::say::numbers::{capital, exact, rounded};
use crate::wording::say::reasons::briefly;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "expectation",
    label: words::label,
    question: Question::Season,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: super::is_long,
    opposed: alone,
    example: "?chart=expectation&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_whole(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let all = match studied(context, expectations) {
        Ok(all) => all,
        Err(why) => return unavailable(context, words::called(), &why, Vec::new()),
    };
    let next = context.study().ok().and_then(|study| {
        expectation(study, study.regular().last() + 1).ok().filter(|_| context.query.to.is_none())
    });
    let all: Vec<Expectation> = all.into_iter().chain(next).collect_vec();
    let (from, to) = stretch(context, &all);
    let within = |found: &&Expectation| from <= found.period.start && found.period.end() <= to;
    let drawn: Vec<&Expectation> = all.iter().filter(within).collect_vec();
    let top = drawn.iter().map(|found| each(found, found.interval_95.1)).fold(0.0, f64::max);
    let ticks = nice_ticks(0.0, top * 1.02, 4);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Amount(ticks, context.unit()));
    graph.layers = layers(&drawn);
    graph.key = key(&drawn);
    let chosen = all.iter().find(|found| found.period.contains(context.month));
    if let Some(found) = chosen.filter(|found| within(found)) {
        choose(context, &mut graph, found);
    }
    graph.marks = drawn.iter().map(|found| mark(context, found)).collect_vec();
    let (said, finding) = match chosen {
        Some(found) => (headline(context, found), finding(context, found, &all)),
        None => missing(context),
    };
    Drawn {
        headline: Headline::of_month(&context.summary, said),
        subtitle: words::subtitle(context.subject(), context.unit()),
        finding,
        table: table(context, &drawn),
        notes: notes(context),
        graph,
    }
}

/// From the first month expected, unless the reader narrowed it, to the month after the last.
fn stretch(context: &Context<'_>, all: &[Expectation]) -> (Month, Month) {
    let regular = context.study().map(|study| shown(context, study.regular()));
    let (from, to) = regular.unwrap_or(context.shown);
    let first = all.first().map_or(from, |found| found.period.start);
    let last = all.last().map_or(to, |found| found.period.end());
    let to = if context.query.to.is_some() { to } else { last };
    (from.max(first).min(to), to.max(first))
}

/// Two months are drawn at their average.
fn each(found: &Expectation, value: f64) -> f64 {
    value / f64::from(found.period.months)
}

fn layers(drawn: &[&Expectation]) -> Vec<Layer> {
    let band = |pick: fn(&Expectation) -> (f64, f64)| {
        let point = |found: &&Expectation| {
            let (low, high) = pick(found);
            (middle(found.period), each(found, low), each(found, high))
        };
        vec![drawn.iter().map(point).collect_vec()]
    };
    let median = drawn.iter().map(|found| (middle(found.period), each(found, found.median)));
    let actual = |found: &&Expectation| Some((middle(found.period), each(found, found.actual?)));
    let ahead = drawn.iter().filter(|found| found.actual.is_none());
    let ahead = ahead
        .map(|found| Layer::Ring((middle(found.period), each(found, found.median)), Tone::Mean));
    let layers = vec![
        Layer::Band(band(|found| found.interval_95), Depth::Wide),
        Layer::Band(band(|found| found.interval_80), Depth::Core),
        Layer::Line { runs: vec![median.collect_vec()], tone: Tone::Mean, weight: Weight::Thin },
        Layer::Line {
            runs: runs(drawn.iter().map(actual)),
            tone: Tone::Main,
            weight: Weight::Plain,
        },
    ];
    layers.into_iter().chain(ahead).collect_vec()
}

fn key(drawn: &[&Expectation]) -> Vec<KeyEntry> {
    let swatches = [
        Swatch::Line(Tone::Main, Weight::Plain),
        Swatch::Line(Tone::Mean, Weight::Thin),
        Swatch::Band(Depth::Core),
        Swatch::Band(Depth::Wide),
    ];
    let entries = swatches.into_iter().zip(words::key());
    let mut key = entries.map(|(swatch, name)| KeyEntry::new(swatch, name)).collect_vec();
    if let Some(next) = drawn.iter().find(|found| found.actual.is_none()) {
        let name = words::forecast(next.period);
        key.push(KeyEntry::new(Swatch::Ring(Tone::Mean), name));
    }
    key
}

fn choose(context: &Context<'_>, graph: &mut Graph, found: &Expectation) {
    let unit = context.unit();
    let (value, tone) =
        found.actual.map_or((found.median, Tone::Mean), |value| (value, Tone::Main));
    let at = (middle(found.period), each(found, value));
    graph.layers.push(Layer::Dot(at, tone));
    graph.labels.push(Label {
        at,
        text: words::at_the_month(found.period, &rounded(value, 1, unit), found.actual.is_none()),
        tone,
        side: Side::Above,
        strong: true,
    });
}

fn mark(context: &Context<'_>, found: &Expectation) -> Mark {
    let unit = context.unit();
    let figure = context.series.figure(found.period);
    let at = (middle(found.period), each(found, found.actual.unwrap_or(found.median)));
    let note = words::note(found, unit, three_figures(found.interval_95.0));
    match figure {
        Some(figure) => Mark { note, ..context.figure_mark(figure, at) },
        None => Mark {
            at,
            group: 0,
            series: String::new(),
            period: found.period.long(),
            value: rounded(found.median, three_figures(found.median), unit),
            status: said::computed().to_owned(),
            note,
            sources: context.sources_of(found.period.start),
            month: Some(found.period.end()),
        },
    }
}

fn headline(context: &Context<'_>, found: &Expectation) -> String {
    let Some((actual, judged)) = found.actual.zip(found.ordinary()) else {
        let decimals = three_figures(found.interval_95.0);
        return words::headline_ahead(context.subject(), found, context.unit(), decimals);
    };
    let expected = context.computed(found.median, three_figures(found.median));
    let actual = reported(context, found, actual);
    words::headline(context.subject(), found.period, actual, judged, expected)
}

/// Why there is no forecast of the month under study: headline, and the reason where the headline has no room
/// for all of it.
fn missing(context: &Context<'_>) -> (String, String) {
    let why = match studied(context, |study| expectation(study, context.month)) {
        Err(why) => why,
        Ok(_) => return (words::not_shown(context.month), String::new()),
    };
    let first = context.study().map(|study| study.regular().first());
    // A figure before the last long gap is there, and no forecast goes by it.
    if let Ok(first) = first
        && context.month < first
        && slot(&context.series, context.month).is_some()
    {
        return (words::before(context.month, first), String::new());
    }
    let (why, briefly) = (why.to_string(), briefly(&why));
    let said = words::none(context.summary.period, (&why, &briefly));
    let finding = if said.ends_with(&why) { String::new() } else { reason(&why) };
    (said, finding)
}

/// The answer in full: where the figure fell, what could not have been told from chance, and what
/// stands behind the judgement.
fn finding(context: &Context<'_>, found: &Expectation, all: &[Expectation]) -> String {
    let behind = words::behind(found);
    let alone = found.alone.zip(found.carried());
    let carried = alone.map_or_else(String::new, |(alone, carried)| {
        let holiday = context.dataset.about.holiday.is_some();
        words::carried(holiday, context.computed(alone, three_figures(alone)), carried)
    });
    match found.actual {
        Some(actual) => {
            let fall = words::fall(&fall(context, found, actual));
            joining::sentences(&[fall, carried + &behind, flagged(found, all)])
        }
        None => carried + &behind,
    }
}

/// The figure of a forecast's period, as it was reported.
fn reported(context: &Context<'_>, found: &Expectation, actual: f64) -> Quantity {
    let figure = context.series.figure(found.period);
    figure.map_or(context.computed(actual, 0), |own| own.quantity(context.unit()))
}

/// Where the figure fell among what was expected.
fn fall(context: &Context<'_>, found: &Expectation, actual: f64) -> words::Fall {
    let between =
        |(low, high): (f64, f64)| [low, high].map(|end| context.computed(end, three_figures(low)));
    words::Fall {
        actual: reported(context, found, actual),
        median: context.computed(found.median, three_figures(found.median)),
        gap: found.percent().unwrap_or_default(),
        interval_80: between(found.interval_80),
        interval_95: between(found.interval_95),
        judged: found.ordinary(),
        least_told: found.least_told(),
        below: found.below.unwrap_or(0.5),
    }
}

/// How many months were flagged so far, beside how many chance flags.
fn flagged(found: &Expectation, all: &[Expectation]) -> String {
    let judged = || {
        let until = all.iter().filter(|other| other.period <= found.period);
        until.filter_map(Expectation::ordinary)
    };
    let unusual = judged().filter(|ordinary| *ordinary == Ordinary::Unusual).count();
    words::flagged(judged().count(), unusual)
}

/// Which models were averaged for the month under study.
fn notes(context: &Context<'_>) -> Vec<String> {
    let Ok(found) = studied(context, |study| expectation(study, context.month)) else {
        return zeros(context).into_iter().collect_vec();
    };
    let holiday = context.dataset.about.holiday.map(|holiday| holiday.name());
    let stretch = (found.period, found.window);
    let models = words::models(stretch, &found.weights, holiday, found.airline);
    let known = words::as_known(context.query.known_on.as_deref());
    [models, known].into_iter().chain(zeros(context)).collect_vec()
}

fn table(context: &Context<'_>, drawn: &[&Expectation]) -> Table {
    let unit = context.unit();
    let flow = context.query.flow;
    let bound = |name: &str, code: &str| Table::amounts(name, code, unit);
    let alone = match context.dataset.about.holiday {
        Some(_) => heads::season_alone(),
        None => heads::season_and_trend_alone(),
    };
    Table {
        caption: words::caption(context.subject()),
        columns: vec![
            Table::words(heads::month(), "period"),
            bound(&capital(flow.plural()), flow.code()),
            bound(heads::median_forecast(), "expected_median"),
            bound(alone, "expected_alone"),
            bound(heads::from_80(), "interval_80_low"),
            bound(heads::to_80(), "interval_80_high"),
            bound(heads::from_95(), "interval_95_low"),
            bound(heads::to_95(), "interval_95_high"),
            Table::words(heads::judged(), "judged"),
            Table::numbers(heads::earlier_years(), "earlier_years"),
        ],
        rows: drawn.iter().map(|found| row(context, found)).collect_vec(),
    }
}

fn row(context: &Context<'_>, found: &Expectation) -> TableRow {
    let figure = context.series.figure(found.period);
    let number = |value: f64| {
        let decimals = three_figures(value);
        TableCell::number(exact(value, decimals), value, decimals + 1)
    };
    TableRow {
        cells: vec![
            TableCell::written(found.period.short(), plain_period(found.period)),
            figure.map_or_else(TableCell::missing, |figure| {
                TableCell::number(
                    exact(figure.value, figure.decimals),
                    figure.value,
                    figure.decimals,
                )
            }),
            number(found.median),
            found.alone.map_or_else(TableCell::missing, number),
            number(found.interval_80.0),
            number(found.interval_80.1),
            number(found.interval_95.0),
            number(found.interval_95.1),
            TableCell::word(found.ordinary().map_or(words::no_figure_yet(), Ordinary::word)),
            TableCell::number(found.years.to_string(), found.years as f64, 0),
        ],
        sources: context.sources_of(found.period.start),
        chosen: found.period.contains(context.month),
    }
}
