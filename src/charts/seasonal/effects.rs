//! Steps in the level at events.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::events::named;
use super::super::geometry;
use super::super::graph::{Graph, KeyEntry, Layer, Mark, Row, Swatch, Tone, Weight, XAxis, YAxis};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{studied, zeros};
use crate::query::Query;
use crate::statistics::seasonal::{
    EventEffect, Joint, LEAST_MONTHS, MOST_AFTER, event_effect, jointly,
};
use crate::statistics::{Known, Unavailable};
use crate::trade::{Dataset, Event};
use crate::util::CollectVec as _;
use crate::wording::say::charts::additions::without;
use crate::wording::say::charts::sources::date;
use crate::wording::say::charts::{effects as words, figures as said, heads};
use crate::wording::say::numbers::percent;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "effects",
    label: words::label,
    question: Question::Season,
    controls: &["flow", "product", "month", "event"],
    through_time: false,
    needs_months: None,
    offered,
    opposed: alone,
    example: "?chart=effects&event=2025-04-04",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_whole(draw),
};

/// Events with a row of their own.
const MOST_ROWS: usize = 16;

/// Events with an effect to show, what it is, and how it is judged among all of them.
type Sized<'a> = (&'a Event, EventEffect, Joint);

pub fn draw(context: &Context<'_>) -> Drawn {
    let events = &context.dataset.events;
    let effects: Vec<(&Event, Known<EventEffect>)> = events
        .iter()
        .map(|event| (event, studied(context, |study| event_effect(study, event.month))))
        .collect_vec();
    let known =
        || effects.iter().filter_map(|(event, found)| Some((*event, *found.as_ref().ok()?)));
    let joint = jointly(&known().map(|(_, effect)| effect).collect_vec());
    let sized: Vec<Sized<'_>> =
        known().zip(joint).map(|((event, effect), joint)| (event, effect, joint)).collect_vec();
    if sized.is_empty() {
        // The reason of the event asked for, else of the one that would have been shown.
        let asked = context.query.event.as_deref();
        let own = effects.iter().position(|(event, _)| Some(event.date.as_str()) == asked);
        let before = || effects.iter().rposition(|(event, _)| event.month <= context.month);
        let near = own.or_else(before);
        // What the others lack may be something else.
        let said = |(event, effect): &(&Event, Known<EventEffect>)| {
            Some((named(event), effect.as_ref().err()?.to_string()))
        };
        let recent = effects.iter().skip(effects.len().saturating_sub(MOST_ROWS));
        let mut lacking = recent.filter_map(said).collect_vec();
        if lacking.iter().zip(lacking.iter().skip(1)).all(|(one, other)| one.1 == other.1) {
            lacking.clear();
        }
        // What no event can have is no single one's reason.
        let months = context.study().map_or(0, |study| study.regular().months());
        if own.is_none() && (1..LEAST_MONTHS).contains(&months) {
            let why = Unavailable::TooFewMonths { known: months, needed: LEAST_MONTHS };
            return unavailable(context, words::called(), &why, lacking);
        }
        let own = effects.into_iter().nth(near.unwrap_or(0));
        let why = own.and_then(|(_, effect)| effect.err()).or_else(|| context.study().err());
        let why = why.unwrap_or(Unavailable::NoEvents);
        return unavailable(context, words::called(), &why, lacking);
    }
    let own = chosen(context, &sized);
    let asked = asked_in_vain(context, &effects, sized.get(own));
    let sized = latest(sized, own);
    let chosen = chosen(context, &sized);
    let bounds = || sized.iter().flat_map(|(.., joint)| [joint.interval_95.0, joint.interval_95.1]);
    let ticks = nice_ticks(bounds().fold(0.0, f64::min), bounds().fold(0.0, f64::max), 5);
    let ends = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let rows = sized.iter().map(|(event, ..)| Row { name: named(event), absent: String::new() });
    let mut graph = Graph::new(XAxis::Percent(ends.0, ends.1), YAxis::Rows(rows.collect_vec()));
    for (index, (event, effect, joint)) in sized.iter().enumerate() {
        let y = index as f64;
        let own = index == chosen;
        // The side of zero shows the sign; the colour what is more than chance.
        let tone = if joint.clear { Tone::Main } else { Tone::Context };
        graph.layers.push(Layer::Line {
            runs: vec![vec![(joint.interval_95.0, y), (joint.interval_95.1, y)]],
            tone,
            weight: if own { Weight::Strong } else { Weight::Plain },
        });
        graph.layers.push(if own {
            Layer::Dot((effect.percent, y), tone)
        } else {
            Layer::Ring((effect.percent, y), tone)
        });
        graph.marks.push(mark(context, (event, effect, joint), y, index));
    }
    graph.first = Some(chosen);
    for (clear, tone, name) in
        [(true, Tone::Main, words::significant()), (false, Tone::Context, words::not_significant())]
    {
        // What is not there needs no name.
        if sized.iter().any(|(.., joint)| joint.clear == clear) {
            graph.key.push(KeyEntry::new(Swatch::Ring(tone), name));
        }
    }
    let own = sized.get(chosen).copied();
    // No headline is of another event than the one asked for.
    let date = context.query.event.as_deref();
    let lost = effects.iter().find(|(event, found)| Some(&*event.date) == date && found.is_err());
    let lost = lost.and_then(|(event, found)| Some((event, found.as_ref().err()?)));
    let lost =
        lost.map(|(event, why)| Headline::from(words::no_step(context.subject(), event, why)));
    // It says so.
    let subtitle = match lost {
        Some(_) => words::subtitle(context.subject()),
        None => instead(context, own),
    };
    let headline = lost.or_else(|| {
        own.map(|own| credited(context, Headline::from(headline(context, &own)), &own.1))
    });
    Drawn {
        headline: headline.unwrap_or_default(),
        subtitle,
        finding: format!(
            "{asked}{}",
            own.map_or_else(String::new, |(event, effect, joint)| {
                words::finding(event, &effect, &joint, sized.len())
            })
        ),
        table: table(context, &effects),
        notes: notes(context),
        graph,
    }
}

fn offered(dataset: &Dataset, query: &Query) -> bool {
    !dataset.events.is_empty() && super::is_long(dataset, query)
}

/// As many events as rows can be told apart, the chosen one among them; the table has all.
fn latest<'a>(sized: Vec<Sized<'a>>, chosen: usize) -> Vec<Sized<'a>> {
    let start = sized.len().saturating_sub(MOST_ROWS).min(chosen);
    sized.into_iter().skip(start).take(MOST_ROWS).collect_vec()
}

/// The event asked for; else the last one up to the month under study, or the first.
fn chosen(context: &Context<'_>, sized: &[Sized<'_>]) -> usize {
    let asked = context.query.event.as_deref();
    let own = sized.iter().position(|(event, ..)| Some(event.date.as_str()) == asked);
    let before = sized.iter().rposition(|(event, ..)| event.month <= context.month);
    own.or(before).unwrap_or(0)
}

/// Why another event than the one asked for is shown.
fn asked_in_vain(
    context: &Context<'_>,
    effects: &[(&Event, Known<EventEffect>)],
    shown: Option<&Sized<'_>>,
) -> String {
    let asked = context.query.event.as_deref();
    let own = effects.iter().find(|(event, _)| Some(event.date.as_str()) == asked);
    let why = own.and_then(|(event, effect)| Some((event, effect.as_ref().err()?)));
    // Of those up to the month none may be known.
    let later = shown.filter(|(event, ..)| asked.is_none() && event.month > context.month);
    match why {
        Some((event, why)) => words::asked_in_vain(event, why),
        None => later.map_or_else(String::new, |_| words::none_up_to(context.month)),
    }
}

/// The subtitle, which says if the step is of another event than the one asked for, or later than the month.
fn instead(context: &Context<'_>, shown: Option<Sized<'_>>) -> String {
    let subtitle = words::subtitle(context.subject());
    let query = context.query;
    let later = shown.is_some_and(|(event, ..)| event.month > context.month);
    match &query.event {
        // Of an event that the data have the headline says it.
        Some(asked) if !context.dataset.events.iter().any(|event| event.date == *asked) => {
            without(&subtitle, &date(asked))
        }
        None if later && query.month.is_some() => {
            without(&subtitle, &context.summary.period.long())
        }
        _ => subtitle,
    }
}

fn mark(
    context: &Context<'_>,
    (event, effect, joint): (&Event, &EventEffect, &Joint),
    y: f64,
    group: usize,
) -> Mark {
    Mark {
        at: (effect.percent, y),
        group,
        series: event.title().to_owned(),
        period: date(&event.date),
        value: percent(effect.percent),
        status: said::computed().to_owned(),
        note: words::note(effect, joint),
        sources: context.sources_of(event.month),
        month: Some(event.month),
    }
}

fn headline(context: &Context<'_>, (event, effect, joint): &Sized<'_>) -> String {
    words::headline(context.subject(), context.unit(), event.short(), effect, joint)
}

/// The months from the event on, whose figures the step is measured by.
fn credited(context: &Context<'_>, headline: Headline, effect: &EventEffect) -> Headline {
    let from = effect.month;
    let after = geometry::figures(&context.series, (from, from + (MOST_AFTER - 1)));
    let what = words::credit(from);
    after
        .into_iter()
        .fold(headline, |headline, figure| headline.crediting(what.clone(), &figure.sources))
}

fn table(context: &Context<'_>, effects: &[(&Event, Known<EventEffect>)]) -> Table {
    let known = effects.iter().filter_map(|(_, effect)| effect.as_ref().ok().copied());
    let mut joint = jointly(&known.collect_vec()).into_iter();
    let rows = effects.iter().map(|(event, effect)| {
        let joint = effect.as_ref().ok().and_then(|_| joint.next());
        let number = |value: f64| TableCell::number(percent(value), value, 2);
        let missing = TableCell::missing;
        let mut cells =
            vec![TableCell::day(&event.date), TableCell::word(event.title().to_owned())];
        match effect {
            Ok(effect) => cells.extend([
                number(effect.percent),
                number(effect.interval_95.0),
                number(effect.interval_95.1),
                joint.map_or_else(missing, |joint| number(joint.interval_95.0)),
                joint.map_or_else(missing, |joint| number(joint.interval_95.1)),
                TableCell::number(effect.before.to_string(), effect.before as f64, 0),
                TableCell::number(effect.after.to_string(), effect.after as f64, 0),
                TableCell::word(match joint.filter(|joint| joint.clear) {
                    Some(_) => "",
                    None => words::not_significant(),
                }),
            ]),
            Err(why) => cells.extend([
                missing(),
                missing(),
                missing(),
                missing(),
                missing(),
                missing(),
                missing(),
                TableCell::word(why.to_string()),
            ]),
        }
        let chosen = context.query.event.as_ref() == Some(&event.date);
        // Where there is no step, no figure was used.
        let sources = if effect.is_ok() { context.sources_of(event.month) } else { Vec::new() };
        TableRow { cells, sources, chosen }
    });
    Table {
        caption: words::caption(context.subject()),
        columns: vec![
            Table::words(heads::date(), "date"),
            Table::words(heads::event(), "event"),
            Table::numbers(heads::step(), "step_percent"),
            Table::numbers(heads::from_95(), "interval_95_low"),
            Table::numbers(heads::to_95(), "interval_95_high"),
            Table::numbers(heads::joint_from(), "joint_interval_95_low"),
            Table::numbers(heads::joint_to(), "joint_interval_95_high"),
            Table::numbers(heads::months_before(), "months_before"),
            Table::numbers(heads::months_after(), "months_after"),
            Table::words(heads::remark(), "remark"),
        ],
        rows: rows.collect_vec(),
    }
}

fn notes(context: &Context<'_>) -> Vec<String> {
    [words::judged(), words::not_drawn()].into_iter().chain(zeros(context)).collect_vec()
}
