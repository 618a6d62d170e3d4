//! Observed, trend, season and remainder over one another.

use super::super::chart::{Chart, alone, always, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::graph::{
    Bar, Graph, KeyEntry, Label, Layer, Mark, Panel, Scale, Side, Swatch, Tone, Weight, XAxis,
    YAxis,
};
use super::super::headline::Headline;
use super::super::months::x;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{shown, studied};
use crate::statistics::seasonal::{
    Decomposition, Filled, Filling, Seasonality, Test, Verdict, decompose, seasonality,
};
use crate::trade::{Month, Period};
use crate::util::CollectVec as _;
use crate::wording::en::numbers::{exact, percent, percent_size, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "decomposition",
    label: "Decomposition",
    question: Question::Season,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: always,
    opposed: alone,
    example: "?chart=decomposition&month=2024-11",
    methods: written_by_the_build(&[
        (
            "Decomposition",
            "STL (Cleveland, Cleveland, McRae & Terpenning 1990) of the logarithms, robust: seasonal span 13, trend span 21, low-pass span 13, all of first degree, 2 inner and 15 outer loops. It needs every month: what was not reported alone is filled as the notes above say, and drawn hollow. Strength of season and trend: 1 − Var(remainder) / Var(part + remainder), not below 0 (Wang, Smith & Hyndman 2006). Outliers: remainders more than three scaled median absolute deviations from the median.",
        ),
        (
            "Tests for a season",
            "On the steps of the logarithm from month to month: QS (Maravall 2012; autocorrelation at 12 and 24 months, χ² with 2 degrees of freedom), Friedman (1937; ranks within whole years) and Kruskal–Wallis (1952; ranks by calendar month), both χ² with 11. A season is found where two of the three have p < 0.01, none where all have p > 0.1; between the two the data do not tell.",
        ),
    ]),
    draw,
};

/// A month with its parts as they are shown: amounts, and percent of the trend.
struct Point<'a> {
    filled: &'a Filled,
    trend: f64,
    season: f64,
    remainder: f64,
    weight: f64,
    outlier: bool,
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let parts = match studied(context, decompose) {
        Ok(parts) => parts,
        Err(why) => return unavailable(context, "a decomposition", &why, Vec::new()),
    };
    let (from, to) = context.study().map_or(context.shown, |study| shown(context, study.grid()));
    let points: Vec<Point<'_>> = points(&parts)
        .into_iter()
        .filter(|point| from <= point.filled.month && point.filled.month <= to)
        .collect_vec();
    let panels = panels(context, &points);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Panels(panels.to_vec()));
    fill(context, &mut graph, &panels, &points);
    Drawn {
        headline: Headline::of_month(context, headline(context, &parts)),
        subtitle: format!(
            "{} a month, {}–{}: what was observed, and the trend, season and remainder that multiply up to it",
            context.unit_words(),
            from.short(),
            to.short()
        ),
        finding: finding(context, &parts, &points),
        table: table(context, &points),
        notes: notes(context, &parts),
        graph,
    }
}

/// A part of logarithms, in percent.
fn share(log: f64) -> f64 {
    (log.exp() - 1.0) * 100.0
}

fn points(parts: &Decomposition) -> Vec<Point<'_>> {
    let stl = &parts.parts;
    let columns = stl.trend.iter().zip(&stl.seasonal).zip(stl.remainder.iter().zip(&stl.weights));
    parts
        .months
        .iter()
        .zip(columns)
        .enumerate()
        .map(|(index, (filled, ((trend, season), (remainder, weight))))| Point {
            filled,
            trend: trend.exp(),
            season: share(*season),
            remainder: share(*remainder),
            weight: *weight,
            outlier: parts.outliers.contains(&index),
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
        Panel { name, ticks: nice_ticks(low, high, 3), scale, place }
    };
    let amounts = format!("({})", unit.symbol());
    [
        panel(3, format!("Observed {amounts}"), Scale::Amount(unit), &|point| point.filled.value),
        panel(2, format!("Trend {amounts}"), Scale::Amount(unit), &|point| point.trend),
        panel(1, "Season (% of trend)".to_owned(), Scale::Percent, &|point| point.season),
        panel(0, "Remainder (% of trend and season)".to_owned(), Scale::Percent, &|point| {
            point.remainder
        }),
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
    graph.layers.push(line(observed, &|point| point.filled.value, Tone::Main));
    graph.layers.push(line(trend, &|point| point.trend, Tone::Mean));
    graph.layers.push(line(season, &|point| point.season, Tone::Main));
    graph.layers.push(Layer::Bars(points.iter().map(|point| bar(remainder, point)).collect_vec()));
    for point in points {
        let at = x(point.filled.month);
        if point.filled.filling != Filling::None {
            graph.layers.push(Layer::Ring((at, observed.place(point.filled.value)), Tone::Main));
        }
        if point.outlier {
            let at = (at, remainder.place(point.remainder));
            graph.layers.push(Layer::Dot(at, Tone::Near));
        }
    }
    graph.labels.extend(outlier_labels(remainder, points));
    if points.iter().any(|point| point.filled.filling != Filling::None) {
        let words = "filled in: not reported on its own";
        graph.key.push(KeyEntry::new(Swatch::Ring(Tone::Main), words));
    }
    if points.iter().any(|point| point.outlier) {
        graph.key.push(KeyEntry::new(Swatch::Dot(Tone::Near), "outlier"));
    }
    let values = |point: &Point<'_>| {
        [
            (observed, point.filled.value, amount(context, point.filled.value)),
            (trend, point.trend, amount(context, point.trend)),
            (season, point.season, percent(point.season)),
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
                let tone = if group == 1 { Tone::Mean } else { Tone::Main };
                graph.layers.push(Layer::Dot(at, tone));
            }
        }
    }
}

fn amount(context: &Context<'_>, value: f64) -> String {
    rounded(value, 0, context.unit())
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

/// A name for each run of outliers, behind its last.
fn outlier_labels(panel: &Panel, points: &[Point<'_>]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    let mut first: Option<Month> = None;
    for (point, next) in points.iter().zip(points.iter().skip(1).map(Some).chain([None])) {
        if !point.outlier {
            continue;
        }
        let month = point.filled.month;
        let start = *first.get_or_insert(month);
        if next.is_none_or(|next| !next.outlier) {
            let months = (month - start + 1).unsigned_abs() as u16;
            labels.push(Label {
                at: (x(month), panel.place(point.remainder)),
                text: Period { start, months }.short(),
                tone: Tone::Near,
                side: Side::End,
                strong: false,
            });
            first = None;
        }
    }
    labels
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
    let mut note = filling(point.filled.filling).to_owned();
    if point.outlier {
        note = "an outlier".to_owned();
    }
    let name = panel.name.split(" (").next().unwrap_or_default();
    match figure {
        Some(figure) if group == 0 => {
            Mark { group, series: name.to_owned(), ..context.figure_mark(figure, at) }
        }
        _ => Mark {
            at,
            group,
            series: name.to_owned(),
            period: month.long(),
            value,
            status: "computed".to_owned(),
            note,
            sources: context.sources_of(month),
            month: Some(month),
        },
    }
}

const fn filling(filling: Filling) -> &'static str {
    match filling {
        Filling::None => "",
        Filling::Split => "divided from a joint figure",
        Filling::Expected => "not reported; filled by the regression",
    }
}

/// What the season does to the month under study, and how strong it is.
fn headline(context: &Context<'_>, parts: &Decomposition) -> String {
    let strength = exact(parts.seasonal_strength, 2);
    let verdict = match studied(context, seasonality).map(|tests| tests.verdict) {
        Ok(Verdict::Seasonal) => "the tests find a season",
        Ok(Verdict::NotSeasonal) => "the tests find no season",
        Ok(Verdict::Undecided) => "the tests cannot tell whether there is one",
        Err(_) => "there are too few data to test for one",
    };
    let own = points(parts).into_iter().find(|point| point.filled.month == context.month);
    own.map_or_else(
        || format!("The season has a strength of {strength} on a scale from 0 to 1; {verdict}"),
        |point| {
            let side = if point.season < 0.0 { "below" } else { "above" };
            format!(
                "The season put {} {} {side} the trend; its strength is {strength} on a scale from 0 to 1, and {verdict}",
                context.month.long(),
                percent_size(point.season),
            )
        },
    )
}

fn finding(context: &Context<'_>, parts: &Decomposition, points: &[Point<'_>]) -> String {
    let lowest = points.iter().min_by(|one, other| one.season.total_cmp(&other.season));
    let highest = points.iter().max_by(|one, other| one.season.total_cmp(&other.season));
    let range = lowest.zip(highest).map_or_else(String::new, |(low, high)| {
        format!(
            "Over the months shown the season moves the trend by {} ({}) to {} ({}).",
            percent(low.season),
            low.filled.month.short(),
            percent(high.season),
            high.filled.month.short()
        )
    });
    let tests = studied(context, seasonality)
        .map_or_else(|why| format!("No test for a season: {why}."), |tests| tests_words(&tests));
    format!("{range} The trend’s strength is {}. {tests}", exact(parts.trend_strength, 2))
}

/// A probability, as far as it is worth giving.
fn probability(p: f64) -> String {
    if p < 0.001 { "p < 0.001".to_owned() } else { format!("p = {}", exact(p, 3)) }
}

fn tests_words(tests: &Seasonality) -> String {
    let words = |name: &str, test: &Option<Test>, of: &str| {
        let test = test.as_ref()?;
        Some(format!(
            "{name} ({}, {} {of}): {}",
            exact(test.statistic, 1),
            test.count,
            probability(test.p)
        ))
    };
    let parts = [
        words("QS", &tests.qs, "steps"),
        words("Friedman", &tests.friedman, "whole years"),
        words("Kruskal–Wallis", &tests.kruskal_wallis, "steps"),
    ];
    let found: Vec<String> = parts.into_iter().flatten().collect_vec();
    let verdict = match tests.verdict {
        Verdict::Seasonal => "at least two find a season at the 1% level",
        Verdict::NotSeasonal => "none finds one at the 10% level",
        Verdict::Undecided => "they do not settle it",
    };
    format!(
        "Tests for a season, on the steps from month to month: {}; {verdict}.",
        found.join(", ")
    )
}

fn notes(context: &Context<'_>, parts: &Decomposition) -> Vec<String> {
    let listed = |filling: Filling| {
        let months = parts.months.iter().filter(move |month| month.filling == filling);
        months.map(|month| month.month.short()).collect_vec()
    };
    let mut notes = Vec::new();
    let split = listed(Filling::Split);
    if !split.is_empty() {
        notes.push(format!(
            "The decomposition needs every month. {} were only reported as joint figures; each was divided as the regression on season and New Year would have it, keeping its sum (hollow dots).",
            split.join(", ")
        ));
    }
    let expected = listed(Filling::Expected);
    if !expected.is_empty() {
        notes.push(format!(
            "Nothing was reported for {}; the regression’s value at the level of the months around it stands in (hollow dots).",
            expected.join(", ")
        ));
    }
    let first = parts.months.first().map(|month| month.month);
    if let Some(first) =
        first.filter(|first| context.series.extent().is_some_and(|(start, _)| start < *first))
    {
        notes.push(format!(
            "It begins in {}, after the last gap of more than two months.",
            first.long()
        ));
    }
    notes.push(match parts.outliers.len() {
        0 => "No month’s remainder lies more than three scaled median deviations from the middle.".to_owned(),
        _ => "Outliers (dots among the remainders) lie more than three scaled median deviations from the middle; the robust fit gives them little weight.".to_owned(),
    });
    notes
}

fn table(context: &Context<'_>, points: &[Point<'_>]) -> Table {
    let unit = context.unit();
    let rows = points.iter().map(|point| {
        let month = point.filled.month;
        let amount = |value: f64| TableCell::number(exact(value, 0), value, 1);
        let share = |value: f64| TableCell::number(percent(value), value, 2);
        let remark = if point.outlier { "outlier" } else { filling(point.filled.filling) };
        TableRow {
            cells: vec![
                TableCell { text: month.short(), plain: month.to_string() },
                context.series.month(month).map_or_else(
                    || amount(point.filled.value),
                    |figure| {
                        let text = exact(figure.value, figure.decimals);
                        TableCell::number(text, figure.value, figure.decimals)
                    },
                ),
                amount(point.trend),
                share(point.season),
                share(point.remainder),
                TableCell::number(exact(point.weight, 2), point.weight, 3),
                TableCell::word(remark),
            ],
            sources: context.sources_of(month),
            chosen: month == context.month,
        }
    });
    Table {
        caption: format!("{}: trend, season and remainder", context.subject()),
        columns: vec![
            Table::words("Month", "period"),
            Table::amounts("Observed", "observed", unit),
            Table::amounts("Trend", "trend", unit),
            Table::numbers("Season", "season_percent"),
            Table::numbers("Remainder", "remainder_percent"),
            Table::numbers("Weight", "weight"),
            Table::words("Remark", "remark"),
        ],
        rows: rows.collect_vec(),
    }
}
