//! One month under every comparison: how the headline depends on the baseline.

use super::chart::{Chart, Needs, alone, in_first, written_by_the_build};
use super::context::{Context, Drawn};
use super::graph::{Bar, Graph, Layer, Mark, Row, Tone, XAxis, YAxis};
use super::headline::Headline;
use super::question::Question;
use super::table::{Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use super::{change, sentence};
use crate::query::Query;
use crate::statistics::{Against, Change, Comparison, Known, Unavailable};
use crate::trade::Dataset;
use crate::util::CollectVec as _;
use crate::wording::say::charts::{figures as said, framing as words, heads};
use crate::wording::say::numbers::percent;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "framing",
    label: words::label,
    question: Question::What,
    controls: &["flow", "product", "month", "compare"],
    through_time: false,
    needs_months: None,
    offered,
    opposed: alone,
    example: "?chart=framing&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs::SERIES,
    drawing: in_first(draw),
};

fn offered(dataset: &Dataset, query: &Query) -> bool {
    change::any_compared(dataset, query, &Comparison::ALL)
}

/// A comparison and its outcome, as a page lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparing {
    /// Which comparison.
    pub comparison: Comparison,
    /// Its name, with the months it covers if they differ from the month under study.
    pub label: String,
    /// The change in percent, or why it is not available.
    pub outcome: Known<f64>,
    /// The figures behind it: `4,416 t against 4,753 t in October 2024`.
    pub detail: String,
    /// Whether it is the one chosen.
    pub chosen: bool,
}

/// Every comparison of the month, and of January and February together if that is fairer.
pub fn comparings(context: &Context<'_>) -> Vec<Comparing> {
    let summary = &context.summary;
    let own = summary.changes.iter().map(|(comparison, change)| {
        comparing(context, *comparison, change, comparison.label().to_owned())
    });
    let together = summary.two_months.iter().map(|(comparison, change)| {
        let label = words::of_two_months(*comparison);
        Comparing { chosen: false, ..comparing(context, *comparison, change, label) }
    });
    own.chain(together).collect_vec()
}

fn comparing(
    context: &Context<'_>,
    comparison: Comparison,
    change: &Known<Change>,
    label: String,
) -> Comparing {
    let change = &change.as_ref().map_err(|why| context.reason(why));
    let outcome = change.as_ref().map_err(Clone::clone).and_then(|change| change.percent());
    let detail = change
        .as_ref()
        .map_or_else(words::not_available, |change| words::detail(change, context.unit()));
    let chosen = context.compares && comparison == context.query.comparison;
    Comparing { comparison, label, outcome, detail, chosen }
}

fn all(context: &Context<'_>) -> Vec<(Comparison, Known<Change>, Comparing)> {
    let summary = &context.summary;
    let changes = summary.changes.iter().chain(&summary.two_months);
    let changes =
        changes.map(|(kind, change)| (*kind, change.clone().map_err(|why| context.reason(&why))));
    let mut all = changes
        .zip(comparings(context))
        .map(|((kind, change), own)| (kind, change, own))
        .collect_vec();
    // Of January and February together the year so far is no other comparison than that with last year.
    let same = |known: &Known<Change>, other: &Known<Change>| match (known, other) {
        (Ok(known), Ok(other)) => {
            known.against == other.against && known.current.period == other.current.period
        }
        _ => false,
    };
    let mut at = 1;
    while let Some((_, known, own)) = all.get(at) {
        let before =
            all.get(..at).unwrap_or_default().iter().position(|(_, one, _)| same(one, known));
        match before {
            Some(before) => drop(all.remove(if own.chosen { before } else { at })),
            None => at += 1,
        }
    }
    all
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let all = all(context);
    let sizes = || all.iter().filter_map(|(_, _, own)| own.outcome.as_ref().ok().copied());
    let low = sizes().fold(0.0, f64::min);
    let high = sizes().fold(0.0, f64::max);
    let ticks = nice_ticks(low, high, 5);
    let ends = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let rows = all.iter().map(|(_, change, own)| row(change, own)).collect_vec();
    let mut graph = Graph::new(XAxis::Percent(ends.0, ends.1), YAxis::Rows(rows));
    let mut bars = Vec::new();
    for (index, (_, change, own)) in all.iter().enumerate() {
        let y = index as f64;
        if let (Ok(size), Ok(change)) = (&own.outcome, change) {
            bars.push(Bar {
                x: (0.0, *size),
                y: (y - 0.28, y + 0.28),
                tone: if *size < 0.0 { Tone::Fall } else { Tone::Rise },
                chosen: own.chosen,
                text: percent(*size),
            });
            // At rest the comparison chosen is read out.
            graph.first = graph.first.or(own.chosen.then_some(graph.marks.len()));
            graph.marks.push(mark(own, change, (*size, y), index));
        }
    }
    graph.layers.push(Layer::Bars(bars));
    let (headline, beyond) = headline(context, &all);
    Drawn {
        headline,
        subtitle: words::subtitle(context.subject(), context.summary.period, beyond),
        finding: String::new(),
        notes: Vec::new(),
        table: table(context, &all),
        graph,
    }
}

fn row(change: &Known<Change>, own: &Comparing) -> Row {
    let name = match change {
        Ok(change) => words::row(change, own.comparison),
        Err(_) => own.label.clone(),
    };
    let absent = change.as_ref().err().map(Unavailable::to_string).unwrap_or_default();
    Row { name, absent }
}

fn mark(own: &Comparing, change: &Change, at: (f64, f64), group: usize) -> Mark {
    Mark {
        at,
        group,
        series: own.label.clone(),
        period: change.current.period.long(),
        value: percent(at.0),
        status: said::computed().to_owned(),
        note: own.detail.clone(),
        sources: change.sources(),
        month: None,
    }
}

/// How far the month's own comparisons lie apart, and how the year to date changed where that lies further out.
fn headline(
    context: &Context<'_>,
    all: &[(Comparison, Known<Change>, Comparing)],
) -> (Headline, Option<f64>) {
    let mut known: Vec<(&Change, f64)> = all
        .iter()
        .filter_map(|(_, change, _)| {
            let change = change.as_ref().ok()?;
            Some((change, change.percent().ok()?))
        })
        .collect_vec();
    let ends = (f64::INFINITY, f64::NEG_INFINITY);
    let (low, high) = known.iter().fold(ends, |ends, own| (ends.0.min(own.1), ends.1.max(own.1)));
    // No baseline makes a month's figure of the months up to it.
    known.retain(|(change, _)| change.current.period == context.summary.period);
    let least = known.iter().min_by(|one, other| one.1.total_cmp(&other.1));
    let most = known.iter().max_by(|one, other| one.1.total_cmp(&other.1));
    let (Some(least), Some(most), Ok(own)) = (least, most, &context.summary.amount) else {
        return (sentence::headline(context), None);
    };
    let beyond = [low, high].into_iter().find(|end| !(least.1..=most.1).contains(end));
    let amount = context.quantity(own);
    // Several comparisons with one baseline are one, and an only year before is the highest.
    let alike = |(other, _): &(&Change, f64)| match (&other.against, &least.0.against) {
        (
            Against::Period(one) | Against::Record(one),
            Against::Period(base) | Against::Record(base),
        ) => one == base,
        (one, base) => one == base,
    };
    let only = Some(least.0).filter(|_| known.iter().all(alike));
    let text = words::headline(
        context.subject(),
        amount,
        context.summary.period,
        (least.1, most.1),
        (only, beyond.is_some()),
    );
    let headline = Headline::from(text).using(own).using_change(least.0).using_change(most.0);
    (headline, beyond)
}

fn table(context: &Context<'_>, all: &[(Comparison, Known<Change>, Comparing)]) -> Table {
    let rows = all
        .iter()
        .map(|(_, known, own)| {
            let mut cells = vec![TableCell::word(own.label.clone())];
            match known {
                Ok(change) => cells.extend(change::cells(change)),
                Err(absent) => {
                    let missing = TableCell::missing;
                    let why = TableCell::word(absent.to_string());
                    cells.extend([missing(), missing(), why, missing(), missing(), missing()]);
                }
            }
            let sources = known.as_ref().map(Change::sources).unwrap_or_default();
            TableRow { cells, sources, chosen: own.chosen }
        })
        .collect_vec();
    let mut columns = vec![Table::words(heads::comparison(), "comparison")];
    columns.extend(change::columns(context));
    Table { caption: words::caption(context.subject(), context.summary.period), columns, rows }
}
