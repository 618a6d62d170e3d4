//! The history of reports of one figure.

use super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::context::{Context, Drawn, remark};
use super::graph::{Graph, Layer, Mark, Tone, Weight, XAxis, YAxis};
use super::headline::Headline;
use super::question::Question;
use super::table::{Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use crate::query::Query;
use crate::statistics::slot;
use crate::trade::{Dataset, Figure, Month, Period, Status, last_day};
use crate::util::CollectVec as _;
use crate::util::sort;
use crate::wording::say::charts::{figures as said, heads, history as words};
use crate::wording::say::numbers::{exact, exact_amount};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "history",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month"],
    through_time: false,
    needs_months: None,
    offered: is_dated,
    opposed: alone,
    example: "?chart=history&month=2023-09",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_whole(draw),
};

/// Whether it is known when anything was published.
fn is_dated(dataset: &Dataset, _: &Query) -> bool {
    dataset.sources.iter().any(|source| !source.published.is_empty())
}

/// A report with the day it was published, where that is known.
struct Report<'a> {
    figure: &'a Figure,
    published: String,
    stood: bool,
    /// When the next one that stood was published; nothing where none was.
    until: String,
}

/// What part of a figure has to be revised for an axis of its own.
const REVISED: f64 = 0.001;

pub fn draw(context: &Context<'_>) -> Drawn {
    let unit = context.unit();
    let period = slot(&context.series, context.month).unwrap_or(context.summary.period);
    let reports = reports(context, period);
    let headline = headline(context, period, &reports);
    let dated = reports.iter().filter_map(|report| Some((place(&report.published)?, report)));
    let dated = dated.collect_vec();
    let values = || dated.iter().map(|(_, report)| report.figure.value);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    // Revisions are small beside the figure: the axis shows them, not the zero. Where nothing was revised, zero
    // shows how large the figure is.
    let room = (high - low) * 0.2;
    let ticks = if high - low < high * REVISED {
        nice_ticks(0.0, high, 4)
    } else {
        nice_ticks((low - room).max(0.0), high + room, 4)
    };
    let months = |pick: fn(f64, f64) -> f64, empty: f64| {
        let at = dated.iter().map(|(at, _)| *at).fold(empty, pick);
        if at.is_finite() { Month::from_index(at.round() as i32) } else { context.month }
    };
    let (from, to) = (months(f64::min, f64::INFINITY), months(f64::max, f64::NEG_INFINITY) + 1);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Amount(ticks, unit));
    graph.layers.push(Layer::Line {
        runs: vec![steps(&dated, f64::from(to.index()))],
        tone: Tone::Main,
        weight: Weight::Plain,
    });
    for (at, report) in &dated {
        let at = (*at, report.figure.value);
        let layer =
            if report.stood { Layer::Dot(at, Tone::Main) } else { Layer::Ring(at, Tone::Near) };
        graph.layers.push(layer);
        graph.marks.push(mark(context, report, at));
    }
    // The headline's is the report that counts.
    graph.first = dated.iter().rposition(|(_, report)| report.stood);
    let mut notes = Vec::new();
    if dated.len() < reports.len() {
        notes.push(words::no_date().to_owned());
    }
    Drawn {
        headline,
        subtitle: words::subtitle(&context.unit_words(), period),
        finding: String::new(),
        table: table(context, &reports),
        graph,
        notes,
    }
}

/// Every report of a period, the first published first, those without a date last.
fn reports<'a>(context: &'a Context<'_>, period: Period) -> Vec<Report<'a>> {
    let Some(figure) = context.series.figure(period) else { return Vec::new() };
    let all = std::iter::once(figure).chain(&figure.others);
    let mut reports = all
        .map(|figure| Report {
            figure,
            published: published(context, figure),
            stood: false,
            until: String::new(),
        })
        .collect_vec();
    sort(&mut reports, |one, other| {
        (one.published.is_empty(), last_day(&one.published))
            .cmp(&(other.published.is_empty(), last_day(&other.published)))
    });
    let line = (context.series.key(), context.unit());
    for report in reports.iter_mut().filter(|report| !report.published.is_empty()) {
        let standing = context.dataset.figure_on(line, period, &report.published);
        // What two sums leave is no report, and no other ranks above it.
        report.stood = standing.map_or(is_left(context, figure), |standing| {
            standing.value == report.figure.value && standing.sources == report.figure.sources
        });
    }
    let mut next = String::new();
    for report in reports.iter_mut().rev().filter(|report| report.stood) {
        report.until = std::mem::replace(&mut next, report.published.clone());
    }
    reports
}

/// Whether a figure is the difference of two others.
fn is_left(context: &Context<'_>, figure: &Figure) -> bool {
    context.series.left_of(figure).is_some()
}

/// When a figure was first published; of a derived one, when the last was that it rests on, for it could
/// not be known before. Nothing where that is not said of all of these.
fn published(context: &Context<'_>, figure: &Figure) -> String {
    let source = |source: &usize| context.dataset.sources.get(*source);
    let dates = figure.sources.iter().filter_map(source).map(|source| source.published.as_str());
    let by_day = |date: &&str| last_day(date);
    let found = match figure.status {
        Status::Derived if dates.clone().any(str::is_empty) => None,
        Status::Derived => dates.max_by_key(by_day),
        Status::Reported | Status::Approximate | Status::Revised => {
            dates.filter(|date| !date.is_empty()).min_by_key(by_day)
        }
    };
    found.unwrap_or_default().to_owned()
}

/// Where a date lies along the months; the end of the month or year where no more is known.
fn place(published: &str) -> Option<f64> {
    let date = last_day(published);
    let month = Month::parse(date.get(..7)?)?;
    let day = date.get(8..).and_then(|day| day.parse::<f64>().ok()).unwrap_or(31.0);
    Some(f64::from(month.index()) + (day - 15.5) / 31.0)
}

/// The figure that stood from each report that stood to the next.
fn steps(dated: &[(f64, &Report<'_>)], end: f64) -> Vec<(f64, f64)> {
    let mut steps: Vec<(f64, f64)> = Vec::new();
    for (at, report) in dated.iter().filter(|(_, report)| report.stood) {
        if let Some((_, before)) = steps.last().copied() {
            steps.push((*at, before));
        }
        steps.push((*at, report.figure.value));
    }
    if let Some((_, last)) = steps.last().copied() {
        steps.push((end, last));
    }
    steps
}

fn mark(context: &Context<'_>, report: &Report<'_>, at: (f64, f64)) -> Mark {
    let figure = report.figure;
    let mut note = words::standing(report.stood, &report.until);
    let own = remark(&context.dataset.about, &context.series, figure);
    if !own.is_empty() {
        note = said::both(&note, &own);
    }
    Mark {
        at,
        group: 0,
        series: String::new(),
        period: words::published(figure.period, &report.published),
        value: exact_amount(figure.value, figure.decimals, context.unit()),
        status: figure.status.word().to_owned(),
        note,
        sources: figure.sources.clone(),
        month: None,
    }
}

fn headline(context: &Context<'_>, period: Period, reports: &[Report<'_>]) -> Headline {
    let unit = context.unit();
    let subject = context.subject();
    let named = (subject, unit);
    let first = reports.iter().find(|report| report.stood).or(reports.first());
    let Some((first, now)) = first.zip(context.series.figure(period)) else {
        return words::nothing(subject, period).into();
    };
    let said = |figure: &Figure| exact_amount(figure.value, figure.decimals, unit);
    let text = if first.figure.value == now.value {
        // What has only more or fewer digits is no other figure.
        let finer = |one: &Figure, other: &Figure| one.is_finer_than(other, 1.0);
        let differs = |own: &Figure| own.value != now.value && !finer(own, now) && !finer(now, own);
        let mut others = Vec::new();
        for value in reports.iter().map(|own| own.figure).filter(|own| differs(own)).map(said) {
            if !others.contains(&value) {
                others.push(value);
            }
        }
        let derived = |own: &Report<'_>| own.figure.status == Status::Derived;
        let reported = !is_left(context, now) && !reports.iter().all(derived);
        let count = if reported { reports.len() } else { 0 };
        let rounded = reports.iter().any(|own| own.figure.value != now.value);
        words::unchanged(named, period, &said(now), (count, rounded), &others)
    } else {
        let change = (now.value / first.figure.value - 1.0) * 100.0;
        // What repeats a figure with more digits revises nothing.
        let change = Some(change).filter(|_| !now.is_finer_than(first.figure, 1.0));
        words::revised(named, period, &said(first.figure), &said(now), change)
    };
    Headline::from(text)
        .crediting(period.long(), &now.sources)
        .crediting(period.long(), &first.figure.sources)
}

fn table(context: &Context<'_>, reports: &[Report<'_>]) -> Table {
    let row = |report: &Report<'_>| {
        let figure = report.figure;
        TableRow {
            cells: vec![
                TableCell::day(&report.published),
                TableCell::word(context.credit(&figure.sources)),
                TableCell::number(
                    exact(figure.value, figure.decimals),
                    figure.value,
                    figure.decimals,
                ),
                TableCell::word(figure.status.word()),
                TableCell::word(words::standing(report.stood, &report.until)),
                TableCell::word(remark(&context.dataset.about, &context.series, figure)),
            ],
            sources: figure.sources.clone(),
            chosen: false,
        }
    };
    let flow = context.query.flow;
    Table {
        caption: context.subject().start(),
        columns: vec![
            Table::words(heads::published(), "published"),
            Table::words(heads::publisher(), "publisher"),
            Table::amounts(heads::figure(), flow.code(), context.unit()),
            Table::words(heads::status(), "status"),
            Table::words(heads::standing(), "standing"),
            Table::words(heads::note(), "note"),
        ],
        rows: reports.iter().map(row).collect_vec(),
    }
}
