//! Where the level shifted and which months stand out, seasonally adjusted, beside the events.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::events;
use super::super::geometry::{middle, x};
use super::super::graph::{
    Graph, KeyEntry, Label, Layer, Mark, Side, Swatch, Tone, Weight, XAxis, YAxis, runs,
};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{shown, studied, zeros};
use crate::statistics::seasonal::{Disturbance, Disturbances, Kind, PreparedSeries};
use crate::trade::{Event, Month, Period, Quantity};
use crate::util::{CollectVec as _, three_figures};
use crate::wording::say::charts::{
    figures as said, heads, level_shifts as words, seasonal as season_words,
};
use crate::wording::say::joining;
use crate::wording::say::numbers::{exact, percent, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "breaks",
    label: words::label,
    question: Question::Season,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: super::is_long,
    opposed: alone,
    example: "?chart=breaks&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_whole(draw),
};

/// A month, what was observed, and that seasonally adjusted.
type Adjusted = (Month, f64, f64);

/// Events at most this many months from a disturbance are named beside it.
const NEAR: i32 = 2;

pub fn draw(context: &Context<'_>) -> Drawn {
    let both = studied(context, PreparedSeries::decomposition).and_then(|parts| {
        let found = studied(context, PreparedSeries::disturbances)?;
        Ok((parts, found))
    });
    let (parts, found) = match both {
        Ok(both) => both,
        Err(why) => return unavailable(context, words::called(), &why, Vec::new()),
    };
    let (from, to) = context.study().map_or(context.shown, |study| shown(context, study.regular()));
    let months: Vec<Adjusted> = parts
        .months
        .iter()
        .zip(parts.adjusted())
        .map(|(filled, log)| (filled.month, filled.value, log.exp()))
        .filter(|(month, ..)| from <= *month && *month <= to)
        .collect_vec();
    let top = months.iter().flat_map(|(_, one, other)| [*one, *other]).fold(0.0, f64::max);
    let ticks = nice_ticks(0.0, top * 1.02, 4);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Amount(ticks, context.unit()));
    fill(context, &mut graph, &months, &found, (from, to));
    graph.pins = events::pins_within(context, (from, to));
    graph.key = key(&found);
    Drawn {
        headline: Headline::of_month(&context.summary, headline(context, &found)),
        subtitle: words::subtitle(&context.unit_words(), found.span.0),
        finding: finding(context, &found),
        table: table(context, &months, &found),
        notes: notes(context, &found),
        graph,
    }
}

fn key(found: &Disturbances) -> Vec<KeyEntry> {
    let entries = [
        (Swatch::Line(Tone::Mean, Weight::Strong), words::level()),
        (Swatch::Line(Tone::Main, Weight::Plain), season_words::seasonally_adjusted()),
        (Swatch::Line(Tone::Context, Weight::Thin), words::as_reported()),
    ];
    let mut key = entries.map(|(swatch, name)| KeyEntry::new(swatch, name)).to_vec();
    if found.found.iter().any(|one| one.kind != Kind::LevelShift) {
        key.push(KeyEntry::new(Swatch::Ring(Tone::Near), season_words::outlier()));
    }
    key
}

fn fill(
    context: &Context<'_>,
    graph: &mut Graph,
    months: &[Adjusted],
    found: &Disturbances,
    (from, to): (Month, Month),
) {
    let reported = from
        .through(to)
        .map(|month| context.series.month(month).map(|figure| (x(month), figure.value)));
    graph.layers.push(Layer::Line {
        runs: runs(reported),
        tone: Tone::Context,
        weight: Weight::Thin,
    });
    graph.layers.push(Layer::Line {
        runs: vec![months.iter().map(|(month, _, value)| (x(*month), *value)).collect_vec()],
        tone: Tone::Main,
        weight: Weight::Plain,
    });
    graph.layers.push(Layer::Line {
        runs: levels(found, (from, to)),
        tone: Tone::Mean,
        weight: Weight::Strong,
    });
    for one in &found.found {
        let own = months.iter().find(|(month, ..)| *month == one.period.start);
        let Some((_, _, adjusted)) = own else { continue };
        let at = (x(one.period.start), *adjusted);
        if one.kind != Kind::LevelShift {
            graph.layers.push(Layer::Ring(at, Tone::Near));
        }
        graph.labels.push(Label {
            at,
            text: said::labelled(&one.period.short(), &percent(one.percent)),
            tone: if one.kind == Kind::LevelShift { Tone::Mean } else { Tone::Near },
            side: Side::Above,
            strong: one.kind == Kind::LevelShift,
        });
    }
    for (month, _, adjusted) in months {
        let figure = context.series.month(*month);
        let one = found.found.iter().find(|one| one.period.contains(*month));
        let reported = match figure {
            Some(figure) => {
                let decimals = three_figures(figure.value);
                words::reported(Quantity { decimals, ..figure.quantity(context.unit()) })
            }
            None => season_words::not_reported().to_owned(),
        };
        graph.marks.push(Mark {
            at: (x(*month), *adjusted),
            group: 0,
            series: heads::seasonally_adjusted().to_owned(),
            period: month.long(),
            value: rounded(*adjusted, three_figures(*adjusted), context.unit()),
            status: said::computed().to_owned(),
            note: one.map_or_else(
                || reported.clone(),
                |one| said::both(&reported, &words::disturbance(one)),
            ),
            sources: context.sources_of(*month),
            month: Some(*month),
        });
        if *month == context.month {
            graph.layers.push(Layer::Dot((x(*month), *adjusted), Tone::Main));
        }
    }
}

/// The level's line, broken where it shifts.
fn levels(found: &Disturbances, (from, to): (Month, Month)) -> Vec<Vec<(f64, f64)>> {
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    for (period, level) in &found.levels {
        if period.start < from || period.end() > to {
            continue;
        }
        let shifted = found.of(Kind::LevelShift).any(|one| one.period == *period);
        let at = (middle(*period), *level);
        match runs.last_mut().filter(|_| !shifted) {
            Some(run) => run.push(at),
            None => runs.push(vec![at]),
        }
    }
    runs
}

fn headline(context: &Context<'_>, found: &Disturbances) -> String {
    let count = found.of(Kind::LevelShift).count();
    match found.of(Kind::LevelShift).next_back() {
        None => words::no_shift(context.subject(), found.span.0),
        Some(last) => words::headline(context.subject(), count, last.percent, last.period),
    }
}

/// Every disturbance, with the events near it, and how many months are near one anyway.
fn finding(context: &Context<'_>, found: &Disturbances) -> String {
    let (first, last) = found.span;
    if found.found.is_empty() {
        // A zero has no logarithm: it was not among what was looked at.
        let zeros = context.study().map_or(0, |study| study.regular().zeros().len());
        let apart = (zeros > 0).then(|| words::not_tested(zeros));
        return joining::sentences(&[words::nothing(first, last), apart.unwrap_or_default()]);
    }
    let told = found.found.iter().map(|one| {
        let events = near(context, one.period).map(|event| event.title());
        words::with_events(one, &events.collect_vec())
    });
    let months = || first.through(last).map(Period::month);
    let close = months().filter(|month| near(context, *month).next().is_some()).count();
    let share = 100.0 * close as f64 / months().count().max(1) as f64;
    words::finding(&told.collect_vec(), (close > 0).then_some(share))
}

/// The events near a period.
fn near<'a>(context: &'a Context<'_>, period: Period) -> impl Iterator<Item = &'a Event> {
    let events = context.dataset.events.iter();
    events.filter(move |event| (event.month - period.start).abs() <= NEAR)
}

fn table(context: &Context<'_>, months: &[Adjusted], found: &Disturbances) -> Table {
    let unit = context.unit();
    let rows = months.iter().map(|(month, _, adjusted)| {
        let number = |value: f64| {
            let decimals = three_figures(value);
            TableCell::number(exact(value, decimals), value, decimals + 1)
        };
        let share = |value: f64| TableCell::number(percent(value), value, 2);
        let level = found.levels.iter().find(|(period, _)| period.contains(*month));
        let one = found.found.iter().find(|one| one.period.start == *month);
        let cell = |value: fn(&Disturbance) -> f64| {
            one.map_or_else(TableCell::missing, |one| share(value(one)))
        };
        let events = one.map_or_else(String::new, |one| {
            let events = near(context, one.period);
            let named = events.map(|event| words::event(&event.date, event.title()));
            joining::clauses(&named.collect_vec())
        });
        TableRow {
            cells: vec![
                TableCell::written(month.short(), month.to_string()),
                context.series.month(*month).map_or_else(TableCell::missing, |figure| {
                    let text = exact(figure.value, figure.decimals);
                    TableCell::number(text, figure.value, figure.decimals)
                }),
                number(*adjusted),
                level.map_or_else(TableCell::missing, |(_, level)| number(*level)),
                TableCell::word(one.map_or("", |one| one.kind.word())),
                cell(|one| one.percent),
                cell(|one| one.interval_95.0),
                cell(|one| one.interval_95.1),
                one.map_or_else(TableCell::missing, |one| {
                    TableCell::number(exact(one.t, 1), one.t, 2)
                }),
                TableCell::word(events),
            ],
            sources: context.sources_of(*month),
            chosen: *month == context.month,
        }
    });
    Table {
        caption: words::caption(context.subject()),
        columns: vec![
            Table::words(heads::month(), "period"),
            Table::amounts(heads::reported(), "reported", unit),
            Table::amounts(heads::seasonally_adjusted(), "adjusted", unit),
            Table::amounts(heads::level(), "level", unit),
            Table::words(heads::disturbance(), "disturbance"),
            Table::numbers(heads::size(), "size_percent"),
            Table::numbers(heads::from_95(), "interval_95_low"),
            Table::numbers(heads::to_95(), "interval_95_high"),
            Table::numbers(heads::t_value(), "t_value"),
            Table::words(heads::events_near(), "events_near"),
        ],
        rows: rows.collect_vec(),
    }
}

fn notes(context: &Context<'_>, found: &Disturbances) -> Vec<String> {
    let notes = [words::tested(found.span.0), words::uncertain()];
    notes.into_iter().chain(zeros(context)).collect_vec()
}
