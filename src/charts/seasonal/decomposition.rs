//! The seasonally adjusted series, and trend, season and remainder over one another.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::geometry::x;
use super::super::graph::{
    Bar, Graph, KeyEntry, Label, Layer, Mark, Panel, Scale, Side, Swatch, Tone, Weight, XAxis,
    YAxis,
};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::indirect::Beside;
use super::{shown, studied, zeros};
use crate::statistics;
use crate::statistics::seasonal::{
    Beginning, Decomposition, Disturbance, Filled, Filling, Kind, PreparedSeries, seasonality,
};
use crate::trade::{Month, Period};
use crate::util::{CollectVec as _, three_figures};
use crate::wording::say::charts::additions::without;
use crate::wording::say::charts::{
    decomposition as words, figures as said, heads, seasonal as season_words,
};
use crate::wording::say::numbers::{exact, percent, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "decomposition",
    label: words::label,
    question: Question::Season,
    controls: &["flow", "product", "month", "adjust", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: super::is_long,
    opposed: alone,
    example: "?chart=decomposition&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_whole(draw),
};

/// A month with its parts as they are shown: amounts, and percent of the trend.
struct Point<'a> {
    filled: &'a Filled,
    adjusted: f64,
    trend: f64,
    season: f64,
    calendar: f64,
    remainder: f64,
    weight: f64,
    /// How it stands out, if it does.
    disturbance: Option<Disturbance>,
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let parts = match studied(context, PreparedSeries::decomposition) {
        Ok(parts) => parts,
        Err(why) => return unavailable(context, words::called(), &why, Vec::new()),
    };
    let (from, to) = context.study().map_or(context.shown, |study| shown(context, study.regular()));
    let points: Vec<Point<'_>> = points(context, &parts)
        .into_iter()
        .filter(|point| from <= point.filled.month && point.filled.month <= to)
        .collect_vec();
    let beside = context.study().ok().and_then(|study| Beside::of(context, study));
    let panels = panels(context, &points);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Panels(panels.to_vec()));
    fill(context, &mut graph, &panels, &points);
    let mut finding = finding(context, &parts, &points);
    let mut table = table(context, &parts, &points);
    if let Some(beside) = beside {
        draw_beside(&mut graph, &panels[0], &points, &beside);
        let said = beside.sentence(context, &parts);
        // What was asked for and is not there is said first.
        finding = if beside.is_lacking() { said + &finding } else { finding + &said };
        let months = points.iter().map(|point| point.filled.month);
        beside.add_to(&mut table, context.unit(), &parts, months);
    }
    let mut subtitle = words::subtitle(&context.unit_words(), from, to);
    // A month that was estimated has no figure to adjust.
    let asked = context.query.month.filter(|month| from <= *month && *month <= to);
    if asked.is_some_and(|month| !is_reported(&parts, month)) {
        subtitle = without(&subtitle, &context.summary.period.long());
    }
    Drawn {
        headline: headline(context, &parts),
        subtitle,
        finding,
        table,
        notes: notes(context, &parts),
        graph,
    }
}

impl Point<'_> {
    /// What season and calendar put on the month together, in percent.
    fn moved(&self) -> f64 {
        ((1.0 + self.season / 100.0) * (1.0 + self.calendar / 100.0) - 1.0) * 100.0
    }
}

/// A part of logarithms, in percent.
fn share(log: f64) -> f64 {
    (log.exp() - 1.0) * 100.0
}

fn points<'a>(context: &Context<'_>, parts: &'a Decomposition) -> Vec<Point<'a>> {
    let found =
        studied(context, PreparedSeries::disturbances).map(|found| found.found).unwrap_or_default();
    let stl = &parts.parts;
    let columns = stl.trend.iter().zip(&stl.seasonal).zip(stl.remainder.iter().zip(&stl.weights));
    let columns = columns.zip(parts.calendar.iter().zip(parts.adjusted()));
    parts
        .months
        .iter()
        .zip(columns)
        .map(|(filled, (((trend, season), (remainder, weight)), (calendar, adjusted)))| Point {
            filled,
            adjusted: adjusted.exp(),
            trend: trend.exp(),
            season: share(*season),
            calendar: share(*calendar),
            remainder: share(*remainder),
            weight: *weight,
            disturbance: found
                .iter()
                .find(|one| one.period.start == filled.month && one.kind != Kind::LevelShift)
                .copied(),
        })
        .collect_vec()
}

/// The four axes, the observed one on top.
fn panels(context: &Context<'_>, points: &[Point<'_>]) -> [Panel; 4] {
    let unit = context.unit();
    let panel = |place: usize, name: String, scale: Scale, value: &dyn Fn(&Point<'_>) -> f64| {
        let values = || points.iter().map(value);
        // Amounts need no zero here: what matters is how they move.
        let base = if scale == Scale::Percent { 0.0 } else { f64::INFINITY };
        let (low, high) = (values().fold(base, f64::min), values().fold(0.0, f64::max));
        Panel { name, ticks: nice_ticks(low, high, 3), scale, logarithmic: false, place }
    };
    let [observed, trend, season, remainder] = words::panels(unit);
    [
        panel(3, observed, Scale::Amount(unit), &|point| point.filled.value),
        panel(2, trend, Scale::Amount(unit), &|point| point.trend),
        panel(1, season, Scale::Percent, &|point| point.moved()),
        panel(0, remainder, Scale::Percent, &|point| point.remainder),
    ]
}

fn fill(
    context: &Context<'_>,
    graph: &mut Graph,
    [observed, trend, season, remainder]: &[Panel; 4],
    points: &[Point<'_>],
) {
    let line = |panel: &Panel, value: &dyn Fn(&Point<'_>) -> f64, tone| Layer::Line {
        runs: vec![
            points
                .iter()
                .map(|point| (x(point.filled.month), panel.place(value(point))))
                .collect_vec(),
        ],
        tone,
        weight: Weight::Plain,
    };
    graph.layers.push(thin(line(observed, &|point| point.filled.value, Tone::Context)));
    graph.layers.push(line(observed, &|point| point.adjusted, Tone::Main));
    graph.layers.push(line(trend, &|point| point.trend, Tone::Mean));
    graph.layers.push(line(season, &|point| point.moved(), Tone::Main));
    graph.layers.push(Layer::Bars(points.iter().map(|point| bar(remainder, point)).collect_vec()));
    for point in points {
        let at = x(point.filled.month);
        if point.filled.filling != Filling::None {
            graph.layers.push(Layer::Ring((at, observed.place(point.filled.value)), Tone::Main));
        }
        if point.disturbance.is_some() {
            let at = (at, remainder.place(point.remainder));
            graph.layers.push(Layer::Dot(at, Tone::Near));
        }
    }
    graph.labels.extend(outlier_labels(remainder, points));
    graph.key = key(points);
    let values = |point: &Point<'_>| {
        [
            (observed, point.adjusted, amount(context, point.adjusted)),
            (trend, point.trend, amount(context, point.trend)),
            (season, point.moved(), percent(point.moved())),
            (remainder, point.remainder, percent(point.remainder)),
        ]
    };
    for group in 0..4 {
        for point in points {
            let Some((panel, value, words)) = values(point).into_iter().nth(group) else {
                continue;
            };
            let at = (x(point.filled.month), panel.place(value));
            graph.marks.push(mark(context, point, panel, at, words, group));
            if point.filled.month == context.month {
                graph.first = graph.first.or(graph.marks.len().checked_sub(1));
                let tone = if group == 1 { Tone::Mean } else { Tone::Main };
                graph.layers.push(Layer::Dot(at, tone));
            }
        }
    }
}

/// The line adjusted from the parts, over the direct one; nothing where there is none.
fn draw_beside(graph: &mut Graph, panel: &Panel, points: &[Point<'_>], beside: &Beside) {
    let at = |point: &Point<'_>| {
        let month = point.filled.month;
        Some((x(month), panel.place(beside.adjusted_in(month)?)))
    };
    let line = points.iter().filter_map(at).collect_vec();
    if line.is_empty() {
        return;
    }
    let (tone, weight) = (Tone::Line(1), Weight::Plain);
    graph.layers.push(Layer::Line { runs: vec![line], tone, weight });
    graph.key.insert(1, KeyEntry::new(Swatch::Line(tone, weight), beside.name()));
}

fn amount(context: &Context<'_>, value: f64) -> String {
    rounded(value, three_figures(value), context.unit())
}

fn thin(layer: Layer) -> Layer {
    match layer {
        Layer::Line { runs, tone, .. } => Layer::Line { runs, tone, weight: Weight::Thin },
        other => other,
    }
}

fn bar(panel: &Panel, point: &Point<'_>) -> Bar {
    let at = x(point.filled.month);
    Bar {
        x: (at - 0.38, at + 0.38),
        y: (panel.place(0.0), panel.place(point.remainder)),
        tone: if point.remainder < 0.0 { Tone::Fall } else { Tone::Rise },
        chosen: false,
        text: String::new(),
    }
}

fn key(points: &[Point<'_>]) -> Vec<KeyEntry> {
    let entries = [
        (Swatch::Line(Tone::Main, Weight::Plain), season_words::seasonally_adjusted()),
        (Swatch::Line(Tone::Context, Weight::Thin), words::observed()),
    ];
    let mut key = entries.map(|(swatch, name)| KeyEntry::new(swatch, name)).to_vec();
    if points.iter().any(|point| point.filled.filling != Filling::None) {
        key.push(KeyEntry::new(Swatch::Ring(Tone::Main), words::filled_in()));
    }
    if points.iter().any(|point| point.disturbance.is_some()) {
        key.push(KeyEntry::new(Swatch::Dot(Tone::Near), season_words::outlier()));
    }
    key
}

/// A name for each month that stands out.
fn outlier_labels(panel: &Panel, points: &[Point<'_>]) -> Vec<Label> {
    let label = |point: &Point<'_>| Label {
        at: (x(point.filled.month), panel.place(point.remainder)),
        text: point.filled.month.short(),
        tone: Tone::Near,
        side: Side::End,
        strong: false,
    };
    points.iter().filter(|point| point.disturbance.is_some()).map(label).collect_vec()
}

fn mark(
    context: &Context<'_>,
    point: &Point<'_>,
    panel: &Panel,
    at: (f64, f64),
    value: String,
    group: usize,
) -> Mark {
    let month = point.filled.month;
    let figure = context.series.month(month);
    let mut note = match figure {
        Some(figure) if group == 0 => words::reported(figure.quantity(context.unit())),
        _ => words::filling(point.filled.filling).to_owned(),
    };
    if let Some(one) = &point.disturbance {
        let word = one.kind.word();
        note = if note.is_empty() { word.to_owned() } else { said::both(&note, word) };
    }
    let name = panel.name.split(" (").next().unwrap_or_default();
    Mark {
        at,
        group,
        series: if group == 0 { heads::seasonally_adjusted() } else { name }.to_owned(),
        period: month.long(),
        value,
        status: said::computed().to_owned(),
        note,
        sources: context.sources_of(month),
        month: Some(month),
    }
}

/// How strong the evidence for a season is.
fn evidence(context: &Context<'_>) -> &'static str {
    words::evidence(studied(context, seasonality).map(|tests| tests.verdict).ok())
}

/// Whether a month has a figure of its own, and not an estimate in its place.
fn is_reported(parts: &Decomposition, month: Month) -> bool {
    let own = parts.months.iter().find(|own| own.month == month);
    own.is_some_and(|own| own.filling == Filling::None)
}

/// The month under study seasonally adjusted, on the month before.
fn headline(context: &Context<'_>, parts: &Decomposition) -> Headline {
    let subject = context.subject();
    // What was estimated is drawn, but no headline.
    let reported = |month: Month| is_reported(parts, month);
    let found = parts.adjusted_in(context.month).filter(|_| reported(context.month));
    let Some(found) = found else {
        let text = words::headline_without_month(subject, evidence(context));
        return Headline::of_month(&context.summary, text);
    };
    let adjusted = context.computed(found.value, three_figures(found.value));
    let on_the_month = found.month_on_month.filter(|_| reported(context.month - 1));
    let text = words::headline(subject, adjusted, context.month, on_the_month);
    let own = Headline::of_month(&context.summary, text);
    // The change is on the month before.
    let before = Period::month(context.month - 1);
    match on_the_month.and_then(|_| statistics::amount(&context.series, before).ok()) {
        Some(before) => own.using(&before),
        None => own,
    }
}

fn finding(context: &Context<'_>, parts: &Decomposition, points: &[Point<'_>]) -> String {
    let month = context.month;
    let three = parts.adjusted_in(month).and_then(|found| found.three_on_three);
    // What nobody reported may move the change. Joint months keep their sum, where all of them are of the same three.
    let since = |own: &&Filled| {
        let whole = || {
            let joint = context.series.undivided(own.month).map(|joint| joint.period);
            let three = |own: Month| (month - own) / 3;
            joint.is_some_and(|joint| {
                joint.end() <= month && three(joint.start) == three(joint.end())
            })
        };
        let estimated = match own.filling {
            Filling::None => false,
            Filling::Expected => true,
            Filling::Split => !whole(),
        };
        estimated && own.month <= month && month - own.month < 6
    };
    let estimated = parts.months.iter().filter(since).map(|own| own.month).collect_vec();
    let said = |change| words::three_on_three(month, change, &estimated);
    let three = three.map_or_else(String::new, said);
    let own = points.iter().find(|point| point.filled.month == month);
    let usual = own.map_or_else(
        || words::begin(evidence(context)),
        |point| words::usual(month, point.season, point.calendar, evidence(context)),
    );
    let strengths = words::strengths(parts.seasonal_strength, parts.trend_strength);
    let tests = studied(context, seasonality)
        .map_or_else(|why| words::no_test(&why), |tests| words::tests(&tests));
    [three, usual, strengths, tests, diagnosed(context)].concat()
}

/// What is left over, and how far the adjusted figures were revised.
fn diagnosed(context: &Context<'_>) -> String {
    let Ok(found) = studied(context, PreparedSeries::diagnostics) else { return String::new() };
    let left = words::diagnostics([&found.season_left, &found.ljung_box, &found.jarque_bera]);
    let both = found.mean_revision().zip(found.largest_revision());
    let revised = both.map(|(mean, largest)| words::revised(found.revisions.len(), mean, largest));
    left + &revised.unwrap_or_default()
}

fn notes(context: &Context<'_>, parts: &Decomposition) -> Vec<String> {
    // What was reported as zero is told of by itself.
    let zero = |month: Month| context.series.month(month).is_some();
    let listed = |filling: Filling| {
        let own = move |month: &&Filled| {
            month.filling == filling && !(filling == Filling::Expected && zero(month.month))
        };
        let months = parts.months.iter().filter(own);
        Some(months.map(|month| month.month).collect_vec()).filter(|months| !months.is_empty())
    };
    let holiday = context.dataset.about.holiday.map(|holiday| holiday.name());
    let split = listed(Filling::Split).map(|months| words::split(&months, holiday));
    let expected = listed(Filling::Expected).map(|months| words::estimated(&months));
    let calendar = words::calendar(holiday);
    let notes = [split, expected, zeros(context), began(context), Some(calendar)];
    notes.into_iter().flatten().collect_vec()
}

fn table(context: &Context<'_>, parts: &Decomposition, points: &[Point<'_>]) -> Table {
    let unit = context.unit();
    let rows = points.iter().map(|point| {
        let month = point.filled.month;
        let amount = |value: f64| {
            let decimals = three_figures(value);
            TableCell::number(exact(value, decimals), value, decimals + 1)
        };
        let change = |value: Option<f64>| {
            value.map_or_else(TableCell::missing, |value| {
                TableCell::number(percent(value), value, 2)
            })
        };
        let own = parts.adjusted_in(month);
        let share = |value: f64| TableCell::number(percent(value), value, 2);
        let remark = match &point.disturbance {
            Some(one) => one.kind.word(),
            None => words::filling(point.filled.filling),
        };
        TableRow {
            cells: vec![
                TableCell::written(month.short(), month.to_string()),
                context.series.month(month).map_or_else(
                    || amount(point.filled.value),
                    |figure| {
                        let text = exact(figure.value, figure.decimals);
                        TableCell::number(text, figure.value, figure.decimals)
                    },
                ),
                amount(point.adjusted),
                change(own.and_then(|own| own.month_on_month)),
                change(own.and_then(|own| own.three_on_three)),
                amount(point.trend),
                share(point.season),
                share(point.calendar),
                share(point.moved()),
                share(point.remainder),
                TableCell::number(exact(point.weight, 2), point.weight, 3),
                TableCell::word(remark),
            ],
            sources: context.sources_of(month),
            chosen: month == context.month,
        }
    });
    Table {
        caption: words::caption(context.subject()),
        columns: vec![
            Table::words(heads::month(), "period"),
            Table::amounts(heads::observed(), "observed", unit),
            Table::amounts(heads::seasonally_adjusted(), "adjusted", unit),
            Table::numbers(heads::month_on_month(), "adjusted_month_on_month_percent"),
            Table::numbers(heads::three_on_three(), "adjusted_three_on_three_percent"),
            Table::amounts(heads::trend(), "trend", unit),
            Table::numbers(heads::season(), "season_percent"),
            Table::numbers(heads::calendar(), "calendar_percent"),
            Table::numbers(heads::season_and_calendar(), "season_and_calendar_percent"),
            Table::numbers(heads::remainder(), "remainder_percent"),
            Table::numbers(heads::weight(), "weight"),
            Table::words(heads::remark(), "remark"),
        ],
        rows: rows.collect_vec(),
    }
}

/// Why the months broken down begin after the first figure, where they do.
fn began(context: &Context<'_>) -> Option<String> {
    let regular = context.study().ok()?.regular();
    let first = regular.first();
    match regular.beginning() {
        Beginning::Whole => None,
        Beginning::Gap => Some(words::begins_after_gap(first)),
        Beginning::NotPositive(period) => Some(words::begins_after_zero(first, period)),
    }
}
