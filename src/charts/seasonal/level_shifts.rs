//! Where the level shifted, the season taken out, beside the events.

use super::super::chart::{Chart, alone, always, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::events;
use super::super::graph::{
    Graph, KeyEntry, Label, Layer, Mark, Side, Swatch, Tone, Weight, XAxis, YAxis, runs,
};
use super::super::headline::Headline;
use super::super::months::x;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{shown, studied};
use crate::statistics::seasonal::{Breaks, Decomposition, LEAST_SEGMENT, Level, breaks, decompose};
use crate::trade::{Event, Month};
use crate::util::CollectVec as _;
use crate::wording::en::numbers::{exact, percent, percent_size, rounded};

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
        "PELT (Killick, Fearnhead & Eckley 2012) on the logarithms less the season: the cut into levels of at least six months whose squares about their means, with a penalty of 3 σ² ln n for each shift, are least; σ from the median absolute deviation of the steps. It assumes levels and independent noise; a slow drift is cut into steps.",
    )]),
    draw,
};

/// A month, what was observed, and that with the season taken out.
type Adjusted = (Month, f64, f64);

/// A level this many months long has room for its amount; the last one always gets it.
const ROOM: i32 = 8;

/// Events at most this many months from a shift are named beside it.
const NEAR: i32 = 2;

pub fn draw(context: &Context<'_>) -> Drawn {
    let parts = match studied(context, decompose) {
        Ok(parts) => parts,
        Err(why) => return unavailable(context, "level shifts", &why, Vec::new()),
    };
    let found = breaks(&parts);
    let (from, to) = context.study().map_or(context.shown, |study| shown(context, study.grid()));
    let months: Vec<Adjusted> = parts
        .months
        .iter()
        .zip(parts.deseasonalised())
        .map(|(filled, log)| (filled.month, filled.value, log.exp()))
        .filter(|(month, ..)| from <= *month && *month <= to)
        .collect_vec();
    let top = months.iter().flat_map(|(_, one, other)| [*one, *other]).fold(0.0, f64::max);
    let ticks = nice_ticks(0.0, top * 1.02, 4);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Amount(ticks, context.unit()));
    fill(context, &mut graph, &months, &found, (from, to));
    graph.pins = events::pins_within(context, (from, to));
    graph.key = [
        (Swatch::Line(Tone::Mean, Weight::Strong), "level"),
        (Swatch::Line(Tone::Main, Weight::Plain), "season taken out"),
        (Swatch::Line(Tone::Context, Weight::Thin), "as reported"),
    ]
    .map(|(swatch, words)| KeyEntry::new(swatch, words))
    .to_vec();
    Drawn {
        headline: Headline::of_month(context, headline(context, &found)),
        subtitle: format!("{} a month, the season taken out", context.unit_words()),
        finding: finding(context, &found),
        table: table(context, &months, &found),
        notes: notes(&found, &parts),
        graph,
    }
}

fn fill(
    context: &Context<'_>,
    graph: &mut Graph,
    months: &[Adjusted],
    found: &Breaks,
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
    let within = |level: &&Level| level.from <= to && from <= level.to;
    for level in found.levels.iter().filter(within) {
        let (start, end) = (level.from.max(from), level.to.min(to));
        graph.layers.push(Layer::Line {
            runs: vec![vec![(x(start) - 0.5, level.level), (x(end) + 0.5, level.level)]],
            tone: Tone::Mean,
            weight: Weight::Strong,
        });
        let last = found.levels.last() == Some(level);
        if end - start > ROOM || last {
            graph.labels.push(Label {
                at: (f64::midpoint(x(start), x(end)), level.level),
                text: rounded(level.level, 0, context.unit()),
                tone: Tone::Mean,
                side: Side::Above,
                strong: true,
            });
        }
    }
    for (month, value, adjusted) in months {
        let figure = context.series.month(*month);
        graph.marks.push(Mark {
            at: (x(*month), *adjusted),
            group: 0,
            series: "Season taken out".to_owned(),
            period: month.long(),
            value: rounded(*adjusted, 0, context.unit()),
            status: "computed".to_owned(),
            note: match figure {
                Some(_) => format!("reported {}", rounded(*value, 0, context.unit())),
                None => "not reported on its own".to_owned(),
            },
            sources: context.sources_of(*month),
            month: Some(*month),
        });
        if *month == context.month {
            graph.layers.push(Layer::Dot((x(*month), *adjusted), Tone::Main));
        }
    }
}

/// Each level but the first, with how it differs from the one before.
fn shifts(found: &Breaks) -> impl Iterator<Item = (&Level, f64)> {
    found
        .levels
        .iter()
        .zip(found.levels.iter().skip(1))
        .map(|(before, level)| (level, (level.level / before.level - 1.0) * 100.0))
}

fn headline(context: &Context<'_>, found: &Breaks) -> String {
    let count = found.levels.len().saturating_sub(1);
    let since = found.levels.first().map_or(context.month, |level| level.from);
    match shifts(found).last() {
        None => format!(
            "Its season taken out, the level of {} has not shifted since {}",
            context.subject(),
            since.long()
        ),
        Some((level, percent)) => {
            let verb = if percent < 0.0 { "fell" } else { "rose" };
            let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
            format!(
                "Its season taken out, the level shifted {times} since {}; last in {}, when it {verb} {} to {} a month",
                since.long(),
                level.from.long(),
                percent_size(percent),
                rounded(level.level, 0, context.unit()),
            )
        }
    }
}

/// Every shift with the events near it, and where the month under study lies.
fn finding(context: &Context<'_>, found: &Breaks) -> String {
    let unit = context.unit();
    let shift = |(level, size): (&Level, f64)| {
        let events = near(context, level.from).map(|event| event.title.as_str()).collect_vec();
        let beside = if events.is_empty() {
            "no event listed near it".to_owned()
        } else {
            format!("near: {}", events.join("; "))
        };
        format!(
            "{} {} to {} ({beside})",
            level.from.long(),
            percent(size),
            rounded(level.level, 0, unit)
        )
    };
    let shifts = shifts(found).map(shift).collect_vec();
    let own =
        found.levels.iter().find(|level| level.from <= context.month && context.month <= level.to);
    let own = own.map_or_else(String::new, |level| {
        format!(
            "{} lies within a stretch at {} a month, {} to {}.",
            context.month.long(),
            rounded(level.level, 0, unit),
            level.from.long(),
            level.to.long()
        )
    });
    if shifts.is_empty() { own } else { format!("Shifts: {}. {own}", shifts.join("; ")) }
}

/// The events near a month.
fn near<'a>(context: &'a Context<'_>, month: Month) -> impl Iterator<Item = &'a Event> {
    let events = context.dataset.events.iter();
    events.filter(move |event| (event.month - month).abs() <= NEAR)
}

fn table(context: &Context<'_>, months: &[Adjusted], found: &Breaks) -> Table {
    let unit = context.unit();
    let rows = months.iter().map(|(month, _, adjusted)| {
        let number = |value: f64| TableCell::number(exact(value, 0), value, 1);
        let level = found.levels.iter().find(|level| level.from <= *month && *month <= level.to);
        let shift = shifts(found).find(|(level, _)| level.from == *month);
        let events = near(context, *month).map(|event| format!("{} {}", event.date, event.title));
        let events = if shift.is_some() { events.collect_vec().join("; ") } else { String::new() };
        TableRow {
            cells: vec![
                TableCell { text: month.short(), plain: month.to_string() },
                context.series.month(*month).map_or_else(TableCell::missing, |figure| {
                    let text = exact(figure.value, figure.decimals);
                    TableCell::number(text, figure.value, figure.decimals)
                }),
                number(*adjusted),
                level.map_or_else(TableCell::missing, |level| number(level.level)),
                shift.map_or_else(TableCell::missing, |(_, change)| {
                    TableCell::number(percent(change), change, 2)
                }),
                TableCell::word(events),
            ],
            sources: context.sources_of(*month),
            chosen: *month == context.month,
        }
    });
    Table {
        caption: format!("{}: levels, the season taken out", context.subject()),
        columns: vec![
            Table::words("Month", "period"),
            Table::amounts("Reported", "reported", unit),
            Table::amounts("Season taken out", "adjusted", unit),
            Table::amounts("Level", "level", unit),
            Table::numbers("Shift", "shift_percent"),
            Table::words("Events within two months", "events_near"),
        ],
        rows: rows.collect_vec(),
    }
}

fn notes(found: &Breaks, parts: &Decomposition) -> Vec<String> {
    vec![
        format!(
            "A shift is drawn where it saves more than {} of squared logarithms (3 σ² ln n, n = {} months); a level lasts {LEAST_SEGMENT} months at least. Another penalty would draw other shifts.",
            exact(found.penalty, 3),
            parts.months.len()
        ),
        "That a shift begins near an event does not show that the event caused it; the month of a shift is itself uncertain by some months.".to_owned(),
    ]
}
