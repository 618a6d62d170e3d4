//! Where the level shifted and which months stand out, seasonally adjusted, beside the events.

use super::super::chart::{Chart, Needs, alone, always, in_whole, written_by_the_build};
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
use super::{decimals, shown, studied};
use crate::statistics::seasonal::{
    Disturbance, Disturbances, Kind, LEAST_SEGMENT, LEAST_T, Study, WINDOW,
};
use crate::trade::{Event, Month, Period};
use crate::util::CollectVec as _;
use crate::wording::en::numbers::{exact, percent, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "breaks",
    label: "Level shifts",
    question: Question::Season,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: always,
    opposed: alone,
    example: "?chart=breaks&month=2024-11",
    methods: written_by_the_build(&[(
        "Level shifts",
        "Every month of the last ten years is tested in turn as an additive outlier, a level shift and a temporary change (0.7 a month) in the regression with trend, season and AR(1) errors (Chen & Liu 1993, as X-13 and TRAMO do), and kept while its t value exceeds 4. The AR(1) coefficient is averaged over by restricted likelihood. A level lasts at least six months. In simulated series without a shift, one is found in 0 to 4 of 100; a shift of −40% in noise of 10% is nearly always found, smaller ones less often.",
    )]),
    needs: Needs::SERIES,
    drawing: in_whole(draw),
};

/// A month, what was observed, and that seasonally adjusted.
type Adjusted = (Month, f64, f64);

/// Events at most this many months from a disturbance are named beside it.
const NEAR: i32 = 2;

pub fn draw(context: &Context<'_>) -> Drawn {
    let both = studied(context, Study::decomposition).and_then(|parts| {
        let found = studied(context, Study::disturbances)?;
        Ok((parts, found))
    });
    let (parts, found) = match both {
        Ok(both) => both,
        Err(why) => return unavailable(context, "level shifts", &why, Vec::new()),
    };
    let (from, to) = context.study().map_or(context.shown, |study| shown(context, study.grid()));
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
        subtitle: format!(
            "{} a month, seasonally adjusted; level shifts since {}",
            context.unit_words(),
            found.span.0.long()
        ),
        finding: finding(context, &found),
        table: table(context, &months, &found),
        notes: notes(&found),
        graph,
    }
}

fn key(found: &Disturbances) -> Vec<KeyEntry> {
    let entries = [
        (Swatch::Line(Tone::Mean, Weight::Strong), "level"),
        (Swatch::Line(Tone::Main, Weight::Plain), "seasonally adjusted"),
        (Swatch::Line(Tone::Context, Weight::Thin), "as reported"),
    ];
    let mut key = entries.map(|(swatch, words)| KeyEntry::new(swatch, words)).to_vec();
    if found.found.iter().any(|one| one.kind != Kind::LevelShift) {
        key.push(KeyEntry::new(Swatch::Ring(Tone::Near), "outlier or temporary change"));
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
            text: format!("{} {}", one.period.short(), percent(one.percent)),
            tone: if one.kind == Kind::LevelShift { Tone::Mean } else { Tone::Near },
            side: Side::Above,
            strong: one.kind == Kind::LevelShift,
        });
    }
    for (month, value, adjusted) in months {
        let figure = context.series.month(*month);
        let one = found.found.iter().find(|one| one.period.contains(*month));
        let reported = match figure {
            Some(_) => format!("reported {}", rounded(*value, decimals(*value), context.unit())),
            None => "not reported separately".to_owned(),
        };
        graph.marks.push(Mark {
            at: (x(*month), *adjusted),
            group: 0,
            series: "Seasonally adjusted".to_owned(),
            period: month.long(),
            value: rounded(*adjusted, decimals(*adjusted), context.unit()),
            status: "computed".to_owned(),
            note: one.map_or_else(|| reported.clone(), |one| format!("{reported}; {}", words(one))),
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

/// `level shift from June 2019 on: −40.3% (95% interval −48.0% to −31.2%, t = −8.1)`.
fn words(one: &Disturbance) -> String {
    let (low, high) = one.interval_95;
    let when = match one.kind {
        Kind::Outlier => format!("in {}", one.period.long()),
        Kind::LevelShift | Kind::TemporaryChange => format!("from {} on", one.period.long()),
    };
    format!(
        "{} {when}: {} (95% interval {} to {}, t = {})",
        one.kind.word(),
        percent(one.percent),
        percent(low),
        percent(high),
        exact(one.t, 1)
    )
}

fn headline(context: &Context<'_>, found: &Disturbances) -> String {
    let shifts = found.of(Kind::LevelShift).count();
    let since = found.span.0.long();
    let subject = context.subject();
    match found.of(Kind::LevelShift).next_back() {
        None => format!("{subject} show no level shift since {since}, seasonally adjusted"),
        Some(last) => {
            let times = if shifts == 1 { "once".to_owned() } else { format!("{shifts} times") };
            format!(
                "{subject} have shifted level {times}, last by {} in {}",
                percent(last.percent),
                last.period.long()
            )
        }
    }
}

/// Every disturbance, with the events near it, and how many months are near one anyway.
fn finding(context: &Context<'_>, found: &Disturbances) -> String {
    let (first, last) = found.span;
    if found.found.is_empty() {
        return format!(
            "No month from {} to {} stands out either: no outlier, no temporary change.",
            first.long(),
            last.long()
        );
    }
    let told = found.found.iter().map(|one| {
        let events = near(context, one.period).map(|event| event.title.as_str()).collect_vec();
        let beside = if events.is_empty() {
            String::new()
        } else {
            format!("; near: {}", events.join("; "))
        };
        format!("{}{beside}", words(one))
    });
    let told = told.collect_vec().join(". ");
    let months = || first.through(last).map(Period::month);
    let close = months().filter(|month| near(context, *month).next().is_some()).count();
    let share = 100.0 * close as f64 / months().count().max(1) as f64;
    let chance = if close == 0 {
        String::new()
    } else {
        format!(
            " {}% of all months are within two months of a listed event, so nearness alone says little.",
            exact(share, 0)
        )
    };
    let mut told = format!("{told}.{chance}");
    if let Some(initial) = told.get_mut(..1) {
        initial.make_ascii_uppercase();
    }
    told
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
            let decimals = decimals(value);
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
            events.map(|event| format!("{} {}", event.date, event.title)).collect_vec().join("; ")
        });
        TableRow {
            cells: vec![
                TableCell { text: month.short(), plain: month.to_string() },
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
        caption: format!("{}: level shifts and outliers, seasonally adjusted", context.subject()),
        columns: vec![
            Table::words("Month", "period"),
            Table::amounts("Reported", "reported", unit),
            Table::amounts("Seasonally adjusted", "adjusted", unit),
            Table::amounts("Level", "level", unit),
            Table::words("Disturbance", "disturbance"),
            Table::numbers("Size", "size_percent"),
            Table::numbers("95% from", "interval_95_low"),
            Table::numbers("95% to", "interval_95_high"),
            Table::numbers("t value", "t_value"),
            Table::words("Events within two months", "events_near"),
        ],
        rows: rows.collect_vec(),
    }
}

fn notes(found: &Disturbances) -> Vec<String> {
    vec![
        format!(
            "Every month from {} on was tested as an outlier, a level shift and a temporary change, alongside season, trend and AR(1) errors, and kept where its t value exceeds {}. A level lasts at least {LEAST_SEGMENT} months, and the last {} months are examined.",
            found.span.0.long(),
            exact(LEAST_T, 1),
            WINDOW
        ),
        "The month of a shift is uncertain by a few months. A change near an event does not prove the event caused it.".to_owned(),
    ]
}
