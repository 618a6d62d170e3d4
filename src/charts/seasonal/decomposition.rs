//! The seasonally adjusted series, and trend, season and remainder over one another.

use super::super::chart::{Chart, Needs, alone, always, in_whole, written_by_the_build};
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
use super::{decimals, shown, studied};
use crate::statistics::seasonal::{
    Beginning, Decomposition, Disturbance, Filled, Filling, Kind, Seasonality, Study, Test,
    Verdict, seasonality,
};
use crate::util::CollectVec as _;
use crate::wording::en::direction::{moved, up_or_down};
use crate::wording::en::numbers::{capital, exact, exact_amount, percent, percent_size, rounded};

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
            "Seasonally adjusted: the regression’s estimates for trading days, the length of February and the New Year are removed from the logarithms, then the season, by STL (Cleveland, Cleveland, McRae & Terpenning 1990), robust: seasonal span 13, trend span 21, low-pass span 13, all of first degree, 2 inner and 15 outer loops. It needs every month: months not reported separately are filled in as the notes describe, and drawn hollow; if more than a seventh are missing, there is no decomposition. Later months revise it, by how much is stated. Strength of season and trend: 1 − Var(remainder) / Var(part + remainder), not below 0 (Wang, Smith & Hyndman 2006). Diagnostics: QS of the adjusted steps, Ljung–Box (12 lags) and Jarque–Bera of the standardised forecast errors.",
        ),
        (
            "Tests for a season",
            "On month-to-month changes of the logarithm, with trading days and New Year removed: QS (Maravall 2012; autocorrelation at 12 and 24 months, χ² with 2 degrees of freedom), Friedman (1937; ranks within whole years) and Kruskal–Wallis (1952; ranks by calendar month), both χ² with 11. A season is found where two of the three have p < 0.01, none where all have p > 0.1; otherwise the evidence is mixed.",
        ),
    ]),
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
    let parts = match studied(context, Study::decomposition) {
        Ok(parts) => parts,
        Err(why) => return unavailable(context, "a decomposition", &why, Vec::new()),
    };
    let (from, to) = context.study().map_or(context.shown, |study| shown(context, study.grid()));
    let points: Vec<Point<'_>> = points(context, &parts)
        .into_iter()
        .filter(|point| from <= point.filled.month && point.filled.month <= to)
        .collect_vec();
    let panels = panels(context, &points);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Panels(panels.to_vec()));
    fill(context, &mut graph, &panels, &points);
    Drawn {
        headline: Headline::of_month(&context.summary, headline(context, &parts)),
        subtitle: format!(
            "{} a month, {}–{}. Observed = trend × season and calendar × remainder",
            context.unit_words(),
            from.short(),
            to.short()
        ),
        finding: finding(context, &parts, &points),
        table: table(context, &parts, &points),
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
    let found = studied(context, Study::disturbances).map(|found| found.found).unwrap_or_default();
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
    let amounts = format!("({})", unit.symbol());
    [
        panel(3, format!("Observed {amounts}"), Scale::Amount(unit), &|point| point.filled.value),
        panel(2, format!("Trend {amounts}"), Scale::Amount(unit), &|point| point.trend),
        panel(1, "Season and calendar (% of trend)".to_owned(), Scale::Percent, &|point| {
            point.moved()
        }),
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
                let tone = if group == 1 { Tone::Mean } else { Tone::Main };
                graph.layers.push(Layer::Dot(at, tone));
            }
        }
    }
}

fn amount(context: &Context<'_>, value: f64) -> String {
    rounded(value, decimals(value), context.unit())
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
        (Swatch::Line(Tone::Main, Weight::Plain), "seasonally adjusted"),
        (Swatch::Line(Tone::Context, Weight::Thin), "observed"),
    ];
    let mut key = entries.map(|(swatch, words)| KeyEntry::new(swatch, words)).to_vec();
    if points.iter().any(|point| point.filled.filling != Filling::None) {
        let words = "filled in: not reported separately";
        key.push(KeyEntry::new(Swatch::Ring(Tone::Main), words));
    }
    if points.iter().any(|point| point.disturbance.is_some()) {
        key.push(KeyEntry::new(Swatch::Dot(Tone::Near), "outlier or temporary change"));
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
        Some(figure) if group == 0 => format!(
            "seasonally adjusted; reported {}",
            exact_amount(figure.value, figure.decimals, context.unit())
        ),
        _ => filling(point.filled.filling).to_owned(),
    };
    if let Some(one) = &point.disturbance {
        note.push_str(if note.is_empty() { "" } else { "; " });
        note.push_str(one.kind.word());
    }
    let name = panel.name.split(" (").next().unwrap_or_default();
    Mark {
        at,
        group,
        series: if group == 0 { "Seasonally adjusted".to_owned() } else { name.to_owned() },
        period: month.long(),
        value,
        status: "computed".to_owned(),
        note,
        sources: context.sources_of(month),
        month: Some(month),
    }
}

const fn filling(filling: Filling) -> &'static str {
    match filling {
        Filling::None => "",
        Filling::Split => "split from a joint figure",
        Filling::Expected => "not reported; estimated by the regression",
    }
}

/// How sure it is that there is a season.
fn evidence(context: &Context<'_>) -> &'static str {
    match studied(context, seasonality).map(|tests| tests.verdict) {
        Ok(Verdict::Seasonal) => "the evidence for a seasonal pattern is strong",
        Ok(Verdict::NotSeasonal) => "there is no evidence for a seasonal pattern",
        Ok(Verdict::Undecided) => "the evidence for a seasonal pattern is mixed",
        Err(_) => "there are too few months to test for a seasonal pattern",
    }
}

/// The month under study seasonally adjusted, on the month before.
fn headline(context: &Context<'_>, parts: &Decomposition) -> String {
    let subject = context.subject();
    let Some(found) = parts.adjusted_in(context.month) else {
        return format!("{subject}, seasonally adjusted; {}", evidence(context));
    };
    let moved = found.month_on_month.map_or_else(|| "came".to_owned(), moved);
    let to = if moved == "were unchanged" { "at" } else { "to" };
    format!(
        "{subject} {moved} {to} {} in {}, seasonally adjusted",
        amount(context, found.value),
        context.month.long()
    )
}

fn finding(context: &Context<'_>, parts: &Decomposition, points: &[Point<'_>]) -> String {
    let three = parts.adjusted_in(context.month).and_then(|found| found.three_on_three);
    let three = three.map_or_else(String::new, |change| {
        format!(
            "The three months to {} were {} on the previous three, seasonally adjusted. ",
            context.month.long(),
            up_or_down(change)
        )
    });
    let own = points.iter().find(|point| point.filled.month == context.month);
    let usual = own.map_or_else(String::new, |point| {
        let side = if point.season < 0.0 { "below" } else { "above" };
        let calendar = if point.calendar.abs() < 0.05 {
            String::new()
        } else {
            format!(", and the calendar of this one moves it by {}", percent(point.calendar))
        };
        format!(
            "{} is usually {} {side} trend, by a smoothing (STL) that later months may revise{calendar}. ",
            context.month.name(),
            percent_size(point.season)
        )
    });
    let tests = studied(context, seasonality)
        .map_or_else(|why| format!("No test for a season: {why}."), |tests| tests_words(&tests));
    format!(
        "{three}{usual}{}. On a scale from 0 to 1 the season’s strength is {} and the trend’s {}. {tests}{}",
        capital(evidence(context)),
        exact(parts.seasonal_strength, 2),
        exact(parts.trend_strength, 2),
        diagnosed(context)
    )
}

/// What is left over, and how far the adjusted figures were revised.
fn diagnosed(context: &Context<'_>) -> String {
    let Ok(found) = studied(context, Study::diagnostics) else { return String::new() };
    let test = |name: &str, test: &Option<Test>| {
        test.as_ref().map(|test| format!("{name}, {}", probability(test.p)))
    };
    let left = [
        test("seasonality left in the adjusted figures (QS)", &found.season_left),
        test("autocorrelation of the forecast errors (Ljung–Box)", &found.ljung_box),
        test("their normality (Jarque–Bera)", &found.jarque_bera),
    ];
    let left = left.into_iter().flatten().collect_vec().join("; ");
    let revised = found.mean_revision.map_or_else(String::new, |(revision, months)| {
        format!(
            " The last {months} adjusted figures have been revised by {} on average since they were first computed.",
            percent_size(revision)
        )
    });
    if left.is_empty() { revised } else { format!(" Diagnostics: {left}.{revised}") }
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
        words("QS", &tests.qs, "changes"),
        words("Friedman", &tests.friedman, "whole years"),
        words("Kruskal–Wallis", &tests.kruskal_wallis, "changes"),
    ];
    let found: Vec<String> = parts.into_iter().flatten().collect_vec();
    let verdict = match tests.verdict {
        Verdict::Seasonal => "at least two find a season at the 1% level",
        Verdict::NotSeasonal => "none finds one at the 10% level",
        Verdict::Undecided => "the result is inconclusive",
    };
    format!("Tests for a season on month-to-month changes: {}; {verdict}.", found.join(", "))
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
            "The decomposition needs every month. {} were reported only as joint figures; each was split by the regression on season and New Year, keeping its sum (hollow dots).",
            split.join(", ")
        ));
    }
    let expected = listed(Filling::Expected);
    if !expected.is_empty() {
        notes.push(format!(
            "Nothing was reported for {}; the regression’s estimate at the level of the months around it is used (hollow dots).",
            expected.join(", ")
        ));
    }
    notes.extend(began(context));
    let holiday = context.dataset.about.holiday;
    let calendar = holiday.map_or_else(
        || "trading days and the length of February".to_owned(),
        |holiday| format!("trading days, the length of February and {}", holiday.name()),
    );
    notes.push(format!(
        "The effects of {calendar} are removed before the season where that improves the fit. Dots among the remainders are outliers and temporary changes, as under Level shifts."
    ));
    notes
}

fn table(context: &Context<'_>, parts: &Decomposition, points: &[Point<'_>]) -> Table {
    let unit = context.unit();
    let rows = points.iter().map(|point| {
        let month = point.filled.month;
        let amount = |value: f64| {
            let decimals = decimals(value);
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
            None => filling(point.filled.filling),
        };
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
        caption: format!("{}: seasonally adjusted, trend, season and remainder", context.subject()),
        columns: vec![
            Table::words("Month", "period"),
            Table::amounts("Observed", "observed", unit),
            Table::amounts("Seasonally adjusted", "adjusted", unit),
            Table::numbers("Month on month", "adjusted_month_on_month_percent"),
            Table::numbers("Three months on previous three", "adjusted_three_on_three_percent"),
            Table::amounts("Trend", "trend", unit),
            Table::numbers("Season", "season_percent"),
            Table::numbers("Calendar", "calendar_percent"),
            Table::numbers("Season and calendar", "season_and_calendar_percent"),
            Table::numbers("Remainder", "remainder_percent"),
            Table::numbers("Weight", "weight"),
            Table::words("Remark", "remark"),
        ],
        rows: rows.collect_vec(),
    }
}

/// Why the months taken apart begin after the first figure, where they do.
fn began(context: &Context<'_>) -> Option<String> {
    let grid = context.study().ok()?.grid();
    let first = grid.first().long();
    match grid.beginning() {
        Beginning::Whole => None,
        Beginning::Gap => {
            Some(format!("It begins in {first}, after a year or more without figures."))
        }
        Beginning::NotPositive(period) => Some(format!(
            "It begins in {first}: the figure for {} is not above zero and has no logarithm.",
            period.long()
        )),
    }
}
