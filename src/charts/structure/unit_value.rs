//! Value for each unit of quantity, through time.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::geometry::{middle, plain_period, x};
use super::super::graph::{Graph, Label, Layer, Mark, Side, Tone, Weight, XAxis, YAxis, runs};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{has_both_measures, value_and_volume};
use crate::statistics::Unavailable;
use crate::statistics::structure::{UnitValue, unit_value, unit_values};
use crate::trade::{Month, Period, Series, UnitRatio};
use crate::util::CollectVec as _;
use crate::wording::en::direction::up_or_down;
use crate::wording::en::numbers::{capital, exact, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "unit-value",
    label: "Unit value",
    question: Question::Drivers,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: has_both_measures,
    opposed: alone,
    example: "?chart=unit-value&month=2024-12",
    methods: written_by_the_build(&[(
        "Unit value",
        "Value divided by quantity, for periods with both reported.",
    )]),
    needs: Needs { every_measure: true, ..Needs::SERIES },
    drawing: in_whole(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let (value, volume) = value_and_volume(context);
    let all = unit_values(&value, &volume);
    let (Some(first), Some(last)) = (
        all.iter().map(|found| found.period.start).min(),
        all.iter().map(|found| found.period.end()).max(),
    ) else {
        let why = unit_value(&value, &volume, context.summary.period)
            .err()
            .unwrap_or(Unavailable::NotReported(context.summary.period));
        let lacking = [("Value", &value), ("Quantity", &volume)].map(|(name, series)| {
            let words = if series.is_empty() {
                "no figure at all"
            } else {
                "not reported for the same periods"
            };
            (name.to_owned(), words.to_owned())
        });
        return unavailable(context, "a unit value", &why, lacking.into());
    };
    let from = context.query.from.unwrap_or(first).clamp(first, last);
    let to = context.query.to.unwrap_or(last).clamp(from, last);
    let drawn: Vec<&UnitValue> = all
        .iter()
        .filter(|found| from <= found.period.start && found.period.end() <= to)
        .collect_vec();
    let ratio = UnitRatio { of: value.unit(), per: volume.unit() };
    let top = drawn.iter().map(|found| found.unit_value).fold(0.0, f64::max);
    let ticks = nice_ticks(0.0, top * 1.02, 4);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Ratio(ticks, ratio));
    let own = own(context, &all);
    fill(&mut graph, &drawn, own, (from, to));
    Drawn {
        headline: headline(context, own, &all),
        subtitle: format!("{}; flat strokes: whole years", capital(&ratio.words())),
        finding: finding(context, own, &value, &volume),
        table: table(context, &drawn, ratio),
        notes: notes(ratio),
        graph,
    }
}

/// The month under study, or what it lies in, or the last period before it.
fn own<'a>(context: &Context<'_>, all: &'a [UnitValue]) -> Option<&'a UnitValue> {
    let exact = all.iter().find(|found| found.period == context.summary.period);
    let before = all
        .iter()
        .filter(|found| found.period.end() <= context.month)
        .max_by_key(|found| (found.period.end(), found.period.months));
    let around = all.iter().filter(|found| found.period.contains(context.month));
    let around = around.min_by_key(|found| found.period.months);
    exact.or(around).or(before).or_else(|| all.first())
}

fn fill(
    graph: &mut Graph,
    drawn: &[&UnitValue],
    own: Option<&UnitValue>,
    (from, to): (Month, Month),
) {
    let years = drawn.iter().filter(|found| found.period.months == 12);
    let flat = |found: &&UnitValue| {
        (x(found.period.start) - 0.4, x(found.period.end()) + 0.4, found.unit_value)
    };
    graph.layers.push(Layer::Together(years.map(flat).collect_vec(), Tone::Mean, Weight::Strong));
    let month = |month: Month| {
        let found = drawn.iter().find(|found| found.period == Period::month(month))?;
        Some((x(month), found.unit_value))
    };
    let lines = runs(from.through(to).map(month));
    let joint = drawn.iter().filter(|found| found.period.months == 2);
    let joint = joint.map(|found| (middle(found.period), found.unit_value));
    let alone = lines.iter().flatten().copied().chain(joint);
    let rings = alone.map(|at| Layer::Ring(at, Tone::Main)).collect_vec();
    graph.layers.push(Layer::Line { runs: lines, tone: Tone::Main, weight: Weight::Plain });
    graph.layers.extend(rings);
    for found in drawn {
        let at = (middle(found.period), found.unit_value);
        graph.marks.push(Mark {
            at,
            group: usize::from(found.period.months == 12),
            series: if found.period.months == 12 { "Year" } else { "Month" }.to_owned(),
            period: found.period.long(),
            value: found.unit.amount(found.unit_value),
            status: "computed".to_owned(),
            note: format!(
                "{} for {}",
                rounded(found.value.value, found.value.decimals, found.unit.of),
                rounded(found.volume.value, found.volume.decimals, found.unit.per)
            ),
            sources: found.sources(),
            month: Some(found.period.end()),
        });
        if own.is_some_and(|own| own.period == found.period) {
            let tone = if found.period.months == 12 { Tone::Mean } else { Tone::Main };
            graph.layers.push(Layer::Dot(at, tone));
            graph.labels.push(Label {
                at,
                text: format!("{} {}", found.period.short(), found.unit.amount(found.unit_value)),
                tone,
                side: Side::Above,
                strong: true,
            });
        }
    }
}

fn headline(context: &Context<'_>, own: Option<&UnitValue>, all: &[UnitValue]) -> Headline {
    let Some(own) = own else { return Headline::default() };
    let earlier = own.period.years_before(1);
    let base = all.iter().find(|found| found.period == earlier);
    let against = base.map_or_else(String::new, |base| {
        let percent = (own.unit_value / base.unit_value - 1.0) * 100.0;
        format!(", {} year on year", up_or_down(percent))
    });
    let text = format!(
        "{} averaged {} in {}{against}",
        context.subject(),
        own.unit.amount(own.unit_value),
        own.period.long()
    );
    let used = std::iter::once(own).chain(base).flat_map(|found| [&found.value, &found.volume]);
    used.fold(Headline::from(text), Headline::using)
}

/// Why another period than the month under study is told of.
fn finding(
    context: &Context<'_>,
    own: Option<&UnitValue>,
    value: &Series,
    volume: &Series,
) -> String {
    let period = context.summary.period;
    match unit_value(value, volume, period) {
        Err(why) if own.is_some_and(|own| own.period != period) => format!(
            "There is no unit value for {}: {why} (value or quantity). The nearest period that has one is shown instead.",
            period.long()
        ),
        _ => String::new(),
    }
}

fn notes(UnitRatio { of, per }: UnitRatio) -> Vec<String> {
    vec![
        format!(
            "A unit value is value divided by quantity. It moves with prices, but as much with the mix of goods, because {} of the cheapest and {} of the most expensive count the same.",
            per.each(),
            per.each()
        ),
        format!(
            "It is drawn for months and whole years with both value and quantity reported; values are as reported, in current {}.",
            of.words()
        ),
    ]
}

fn table(context: &Context<'_>, drawn: &[&UnitValue], ratio: UnitRatio) -> Table {
    let amount =
        |value: f64, decimals: u8| TableCell::number(exact(value, decimals), value, decimals);
    let rows = drawn.iter().map(|found| TableRow {
        cells: vec![
            TableCell { text: found.period.short(), plain: plain_period(found.period) },
            amount(found.value.value, found.value.decimals),
            amount(found.volume.value, found.volume.decimals),
            {
                let decimals = ratio.decimals(found.unit_value);
                let text = exact(found.unit_value, decimals);
                TableCell::number(text, found.unit_value, decimals.max(2))
            },
            TableCell::word(format!(
                "value {}, quantity {}",
                found.value.origin.code(),
                found.volume.origin.code()
            )),
        ],
        sources: found.sources(),
        chosen: found.period == context.summary.period,
    });
    Table {
        caption: format!("{}: unit value", context.subject()),
        columns: vec![
            Table::words("Period", "period"),
            Table::amounts("Value", "value", ratio.of),
            Table::amounts("Quantity", "quantity", ratio.per),
            Table::ratios("Unit value", "unit_value", ratio),
            Table::words("Status", "status"),
        ],
        rows: rows.collect_vec(),
    }
}
