//! Unit values through time.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::geometry::{middle, plain_period, x};
use super::super::graph::{Graph, Label, Layer, Mark, Side, Tone, Weight, XAxis, YAxis, runs};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::{refused, unavailable};
use super::{has_both_measures, value_and_volume, without_quantity};
use crate::statistics::structure::{
    Matched, UnitValue, matched, unit_value, unit_value_of, unit_values_of,
};
use crate::statistics::{Unavailable, amount};
use crate::trade::{Month, Period, Quantity, Series, UnitRatio};
use crate::util::CollectVec as _;
use crate::wording::facts::two_digits;
use crate::wording::say::charts::{figures as said, heads, parts, unit_value as words};
use crate::wording::say::joining::sentences;
use crate::wording::say::numbers::exact;
use crate::wording::say::subject::Subject;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "unit-value",
    label: words::label,
    question: Question::Drivers,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: has_both_measures,
    opposed: alone,
    example: "?chart=unit-value&month=2024-12",
    methods: written_by_the_build(words::methods),
    needs: Needs { every_measure: true, ..Needs::SERIES },
    drawing: in_whole(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let (value, volume) = value_and_volume(context);
    let key = context.query.key();
    let all = unit_values_of(context.dataset, &key);
    let (Some(first), Some(last)) = (
        all.iter().map(|found| found.period.start).min(),
        all.iter().map(|found| found.period.end()).max(),
    ) else {
        let period = context.summary.period;
        let why = unit_value_of(context.dataset, &key, period)
            .err()
            .unwrap_or(Unavailable::NotReported(period));
        // Of two that are there, neither is of the other's periods.
        let neither = value.is_empty() == volume.is_empty();
        let lacking = [(heads::value(), &value), (heads::quantity(), &volume)]
            .into_iter()
            .filter(|(_, series)| neither || series.is_empty())
            .map(|(name, series)| (name.to_owned(), words::lacks(series.is_empty()).to_owned()))
            .collect_vec();
        return match without_quantity(context.dataset, &[&value, &volume], period, &why) {
            Some(why) => refused(context, (words::called(), words::label()), &why, lacking),
            None => unavailable(context, words::called(), &why, lacking),
        };
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
    let base = own.and_then(|own| on_the_year(context, own));
    fill(&mut graph, &drawn, own, (from, to));
    let subtitle = words::subtitle(ratio, drawn.iter().any(|found| found.period.months == 12));
    let shown = own.map_or(context.summary.period, |own| own.period);
    Drawn {
        headline: headline(context, own, base.as_ref()),
        subtitle: context.beside(subtitle, shown),
        finding: finding(context, own, base.as_ref(), [&value, &volume]),
        table: table(context, &drawn, ratio),
        notes: notes(ratio),
        graph,
    }
}

/// The month under study, or what it lies in, or the nearest period: of two as near the later, and the
/// longer where both begin or end there.
fn own<'a>(context: &Context<'_>, all: &'a [UnitValue]) -> Option<&'a UnitValue> {
    let exact = all.iter().find(|found| found.period == context.summary.period);
    let near = |found: &&UnitValue| {
        (found.period.nearness(context.month), std::cmp::Reverse(found.period.months))
    };
    let around = all.iter().filter(|found| found.period.contains(context.month));
    let around = around.min_by_key(|found| found.period.months);
    exact.or(around).or_else(|| all.iter().min_by_key(near))
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
            series: String::new(),
            period: found.period.long(),
            value: said_amount(found),
            status: said::computed().to_owned(),
            note: words::value_for(
                found.value.quantity(found.unit.of),
                found.volume.quantity(found.unit.per),
            ),
            sources: found.sources(),
            month: Some(found.period.end()),
        });
        if own.is_some_and(|own| own.period == found.period) {
            // January and February alone end in the same month as both together.
            graph.first = graph.marks.len().checked_sub(1);
            let tone = if found.period.months == 12 { Tone::Mean } else { Tone::Main };
            graph.layers.push(Layer::Dot(at, tone));
            graph.labels.push(Label {
                at,
                // The subtitle says of what: shorter words find room beside their point.
                text: said::labelled(&found.period.short(), &plain(found)),
                tone,
                side: Side::End,
                strong: true,
            });
        }
    }
}

/// A unit value in money alone.
fn plain(found: &UnitValue) -> String {
    let UnitValue { unit, unit_value: value, .. } = *found;
    let amount = Quantity { value, unit: unit.of, decimals: unit.decimals(value), rough: false };
    if !is_rough(found) {
        return amount.exact();
    }
    Quantity { value: two_digits(value), rough: true, ..amount }.exact()
}

fn is_rough(found: &UnitValue) -> bool {
    found.value.is_rough() || found.volume.is_rough()
}

/// A unit value in a sentence: no better known than what it is made from.
fn said_amount(found: &UnitValue) -> String {
    let said = if is_rough(found) { UnitRatio::rough } else { UnitRatio::amount };
    said(found.unit, found.unit_value)
}

/// A unit value and that of a year before, over the same partners.
fn on_the_year(context: &Context<'_>, own: &UnitValue) -> Option<[UnitValue; 2]> {
    // January and February together may be compared with two months that are known apart.
    let periods = [own.period, own.period.years_before(1)];
    let Matched { value, quantity, left_out, .. } =
        matched(context.dataset, &context.query.key(), &periods);
    let [own, base] = periods.map(|period| unit_value(&value, &quantity, period).ok());
    own.zip(base).map(|(own, base)| [own, base].map(|found| UnitValue { left_out, ..found }))
}

fn headline(
    context: &Context<'_>,
    own: Option<&UnitValue>,
    base: Option<&[UnitValue; 2]>,
) -> Headline {
    let Some(own) = own else { return Headline::default() };
    let change = base.map(|[own, base]| (own.unit_value / base.unit_value - 1.0) * 100.0);
    let base = base.map(|[_, base]| base);
    let amount = said_amount(own);
    let left_out = own.left_out > 0 || base.is_some_and(|base| base.left_out > 0);
    let subject = context.subject_in(&[]);
    let with = left_out.then(parts::those_with_both).or(subject.with);
    let text = words::headline(Subject { with, ..subject }, &amount, own.period, change);
    let used = std::iter::once(own).chain(base).flat_map(|found| [&found.value, &found.volume]);
    used.fold(Headline::from(text), Headline::using)
}

/// Why another period than the month under study is shown, and who is left out.
fn finding(
    context: &Context<'_>,
    own: Option<&UnitValue>,
    base: Option<&[UnitValue; 2]>,
    series: [&Series; 2],
) -> String {
    let period = context.summary.period;
    let another = match unit_value_of(context.dataset, &context.query.key(), period) {
        Err(why) if own.is_some_and(|own| own.period != period) => {
            let lacks = |series: &Series| amount(series, period).is_err();
            words::another_period(period, series.map(lacks), &why)
        }
        _ => String::new(),
    };
    let own = own.filter(|own| own.left_out > 0);
    let both = base.filter(|[own, _]| own.left_out > 0);
    // Who is left out of both is named once.
    let once = own.zip(both).is_some_and(|(own, [both, _])| both.left_out == own.left_out);
    let own = own.filter(|_| !once);
    let own = own.map(|own| words::left_out(own.left_out, &[own.period], false));
    let both =
        both.map(|[own, base]| words::left_out(own.left_out, &[own.period, base.period], !once));
    let said = own.into_iter().chain(both);
    sentences(&std::iter::once(another).chain(said).collect_vec())
}

fn notes(ratio: UnitRatio) -> Vec<String> {
    vec![words::meaning(ratio), words::coverage(ratio)]
}

fn table(context: &Context<'_>, drawn: &[&UnitValue], ratio: UnitRatio) -> Table {
    let amount =
        |value: f64, decimals: u8| TableCell::number(exact(value, decimals), value, decimals);
    let rows = drawn.iter().map(|found| TableRow {
        cells: vec![
            TableCell::written(found.period.short(), plain_period(found.period)),
            amount(found.value.value, found.value.decimals),
            amount(found.volume.value, found.volume.decimals),
            {
                let decimals = ratio.decimals(found.unit_value);
                let text = exact(found.unit_value, decimals);
                TableCell::number(text, found.unit_value, decimals.max(2))
            },
            TableCell::word(words::origins(found.value.origin, found.volume.origin)),
        ],
        sources: found.sources(),
        chosen: found.period == context.summary.period,
    });
    Table {
        caption: words::caption(context.subject()),
        columns: vec![
            Table::words(heads::period(), "period"),
            Table::amounts(heads::value(), "value", ratio.of),
            Table::amounts(heads::quantity(), "quantity", ratio.per),
            Table::ratios(heads::unit_value(), "unit_value", ratio),
            Table::words(heads::status(), "status"),
        ],
        rows: rows.collect_vec(),
    }
}
