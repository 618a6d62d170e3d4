//! What each month's past led one to expect, and where the figures fell.

use super::super::chart::{Chart, Needs, alone, always, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::geometry::{middle, plain_period};
use super::super::graph::{
    Depth, Graph, KeyEntry, Label, Layer, Mark, Side, Swatch, Tone, Weight, XAxis, YAxis, runs,
};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{decimals, shown, studied};
use crate::statistics::seasonal::{Expectation, Ordinary, expectation, expectations};
use crate::trade::{Month, Unit};
use crate::util::CollectVec as _;
use crate::wording::en::numbers::{capital, exact, exact_amount, percent, percent_size, rounded};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "expectation",
    label: "Expectation",
    question: Question::Season,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered: always,
    opposed: alone,
    example: "?chart=expectation&month=2024-11",
    methods: written_by_the_build(&[
        (
            "Expectation",
            "Many regressions of the logarithm, each fitted by generalised least squares to the ten years before the month, are averaged by Akaike weight (corrected criterion): with or without a linear trend, trading days and the length of February, and the Chinese New Year where it matters for the trade (its fortnight, and the three weeks before); with none to six pairs of Fourier terms; with AR(1) errors or a local level. The airline model, ARIMA (0,1,1)(0,1,1)₁₂, counts for half. Intervals follow Student’s t. Three years of data are needed before a month; nothing later is used, but the figures are as known now, revisions included. What season, holiday and trend alone give, and what the preceding months carry over, are stated separately. January and February reported together enter as one row, the mean of both months’ rows. The model assumes that coming months resemble earlier ones; it knows nothing of new laws. Dates of the New Year, 1900 to 2100: Hong Kong Observatory.",
        ),
        (
            "Ordinary, uncommon, unusual",
            "Within the 80% interval; outside it but within the 95% interval; outside both. One month in twenty is unusual by chance alone; of years, 46 in 100 have at least one such month. A month within the interval may be chance, which does not show that nothing happened.",
        ),
    ]),
    needs: Needs::SERIES,
    drawing: in_whole(draw),
};

/// Fewer of the same month than this are few to judge by.
const FEW: usize = 5;

pub fn draw(context: &Context<'_>) -> Drawn {
    let all = match studied(context, expectations) {
        Ok(all) => all,
        Err(why) => return unavailable(context, "an expectation", &why, Vec::new()),
    };
    let next = context.study().ok().and_then(|study| {
        expectation(study, study.grid().last() + 1).ok().filter(|_| context.query.to.is_none())
    });
    let all: Vec<Expectation> = all.into_iter().chain(next).collect_vec();
    let (from, to) = stretch(context, &all);
    let within = |found: &&Expectation| from <= found.period.start && found.period.end() <= to;
    let drawn: Vec<&Expectation> = all.iter().filter(within).collect_vec();
    let top = drawn.iter().map(|found| each(found, found.interval_95.1)).fold(0.0, f64::max);
    let ticks = nice_ticks(0.0, top * 1.02, 4);
    let mut graph = Graph::new(XAxis::Months(from, to), YAxis::Amount(ticks, context.unit()));
    graph.layers = layers(&drawn);
    graph.key = key(&drawn);
    let chosen = all.iter().find(|found| found.period.contains(context.month));
    if let Some(found) = chosen.filter(|found| within(found)) {
        choose(context, &mut graph, found);
    }
    graph.marks = drawn.iter().map(|found| mark(context, found)).collect_vec();
    Drawn {
        headline: Headline::of_month(
            &context.summary,
            chosen.map_or_else(|| missing(context), |found| headline(context, found)),
        ),
        subtitle: format!(
            "{} a month. Line: actual; thin line: median forecast from the months before; shaded: 80% and 95% prediction intervals",
            context.unit_words()
        ),
        finding: chosen.map_or_else(String::new, |found| finding(context, found, &all)),
        table: table(context, &drawn),
        notes: notes(context),
        graph,
    }
}

/// From the first month expected, unless the reader narrowed it, to the month after the last.
fn stretch(context: &Context<'_>, all: &[Expectation]) -> (Month, Month) {
    let grid = context.study().map(|study| shown(context, study.grid()));
    let (from, to) = grid.unwrap_or(context.shown);
    let first = all.first().map_or(from, |found| found.period.start);
    let last = all.last().map_or(to, |found| found.period.end());
    let to = if context.query.to.is_some() { to } else { last };
    (from.max(first).min(to), to.max(first))
}

/// Two months are drawn at their average.
fn each(found: &Expectation, value: f64) -> f64 {
    value / f64::from(found.period.months)
}

fn layers(drawn: &[&Expectation]) -> Vec<Layer> {
    let band = |pick: fn(&Expectation) -> (f64, f64)| {
        let point = |found: &&Expectation| {
            let (low, high) = pick(found);
            (middle(found.period), each(found, low), each(found, high))
        };
        vec![drawn.iter().map(point).collect_vec()]
    };
    let median = drawn.iter().map(|found| (middle(found.period), each(found, found.median)));
    let actual = |found: &&Expectation| Some((middle(found.period), each(found, found.actual?)));
    let ahead = drawn.iter().filter(|found| found.actual.is_none());
    let ahead = ahead
        .map(|found| Layer::Ring((middle(found.period), each(found, found.median)), Tone::Mean));
    let layers = vec![
        Layer::Band(band(|found| found.interval_95), Depth::Wide),
        Layer::Band(band(|found| found.interval_80), Depth::Core),
        Layer::Line { runs: vec![median.collect_vec()], tone: Tone::Mean, weight: Weight::Thin },
        Layer::Line {
            runs: runs(drawn.iter().map(actual)),
            tone: Tone::Main,
            weight: Weight::Plain,
        },
    ];
    layers.into_iter().chain(ahead).collect_vec()
}

fn key(drawn: &[&Expectation]) -> Vec<KeyEntry> {
    let entries = [
        (Swatch::Line(Tone::Main, Weight::Plain), "actual"),
        (Swatch::Line(Tone::Mean, Weight::Thin), "median forecast"),
        (Swatch::Band(Depth::Core), "80% interval"),
        (Swatch::Band(Depth::Wide), "95% interval"),
    ];
    let mut key = entries.map(|(swatch, words)| KeyEntry::new(swatch, words)).to_vec();
    if let Some(next) = drawn.iter().find(|found| found.actual.is_none()) {
        let words = format!("forecast, {}", next.period.short());
        key.push(KeyEntry::new(Swatch::Ring(Tone::Mean), words));
    }
    key
}

fn choose(context: &Context<'_>, graph: &mut Graph, found: &Expectation) {
    let unit = context.unit();
    let (value, tone) =
        found.actual.map_or((found.median, Tone::Mean), |value| (value, Tone::Main));
    let at = (middle(found.period), each(found, value));
    graph.layers.push(Layer::Dot(at, tone));
    let word = if found.actual.is_none() { "expected " } else { "" };
    graph.labels.push(Label {
        at,
        text: format!("{} {word}{}", found.period.short(), rounded(value, 1, unit)),
        tone,
        side: Side::Above,
        strong: true,
    });
}

/// `4,669 t (95% interval 3,149 to 6,924 t)`.
fn interval(found: &Expectation, unit: Unit) -> String {
    let (low, high) = found.interval_95;
    let decimals = decimals(low);
    format!(
        "{} (95% interval {} to {})",
        rounded(found.median, decimals, unit),
        // One unit does for both ends; money may be millions at one and billions at the other.
        if unit.is_money() { rounded(low, decimals, unit) } else { exact(low, decimals) },
        rounded(high, decimals, unit)
    )
}

fn mark(context: &Context<'_>, found: &Expectation) -> Mark {
    let unit = context.unit();
    let figure = context.series.figure(found.period);
    let at = (middle(found.period), each(found, found.actual.unwrap_or(found.median)));
    let expected = format!("expected {}", interval(found, unit));
    let note = found.ordinary().map_or_else(
        || "no figure yet".to_owned(),
        |ordinary| format!("{expected}: {}", ordinary.word()),
    );
    match figure {
        Some(figure) => Mark { note, ..context.figure_mark(figure, at) },
        None => Mark {
            at,
            group: 0,
            series: String::new(),
            period: found.period.long(),
            value: rounded(found.median, decimals(found.median), unit),
            status: "computed".to_owned(),
            note: format!("{expected}; {note}"),
            sources: context.sources_of(found.period.start),
            month: Some(found.period.end()),
        },
    }
}

fn headline(context: &Context<'_>, found: &Expectation) -> String {
    let unit = context.unit();
    let period = found.period.long();
    let Some((actual, ordinary)) = found.actual.zip(found.ordinary()) else {
        return format!("For {period} the model expects {}; no figure yet", interval(found, unit));
    };
    let decimals = context.series.figure(found.period).map_or(0, |figure| figure.decimals);
    let actual = rounded(actual, decimals, unit);
    let was = match ordinary {
        Ordinary::Ordinary => "was ordinary",
        Ordinary::Uncommon => "was uncommon but not unusual",
        Ordinary::Unusual => "was unusual",
    };
    let expected = rounded(found.median, self::decimals(found.median), unit);
    format!("At {actual}, {period} {was}: the model expected {expected}")
}

fn missing(context: &Context<'_>) -> String {
    match studied(context, |study| expectation(study, context.month)) {
        Err(why) => format!("No forecast for {}: {why}", context.month.long()),
        Ok(_) => format!("The forecast for {} is outside the dates shown", context.month.long()),
    }
}

/// The answer in full: where the figure fell, what could not have been told from chance, and what
/// stands behind the judgement.
fn finding(context: &Context<'_>, found: &Expectation, all: &[Expectation]) -> String {
    let months = match found.period.months {
        1 if found.years == 1 => found.period.start.name().to_owned(),
        _ => found.period.plural(),
    };
    let behind = format!(
        "Based on {} earlier {months}{} and {} earlier months in all.",
        found.years,
        if found.years < FEW { ", which is few," } else { "" },
        found.months
    );
    let carried = carried(context, found);
    match found.actual {
        Some(actual) => {
            format!("{} {carried}{behind} {}", fall(context, found, actual), flagged(found, all))
        }
        None => format!("{carried}{behind}"),
    }
}

/// Where the figure fell among what was expected.
fn fall(context: &Context<'_>, found: &Expectation, actual: f64) -> String {
    let unit = context.unit();
    let below = found.below.unwrap_or(0.5);
    let gap = found.percent().unwrap_or_default();
    let side = if gap < 0.0 { "below" } else { "above" };
    let (low, high) = found.interval_80;
    let (least_fall, least_rise) = found.least_told();
    // One in a hundred is as far as a few dozen months can tell.
    let chance = |share: f64| exact((share * 100.0).clamp(1.0, 99.0), 0);
    let (tail, word) =
        if below < 0.5 { (below, "low or lower") } else { (1.0 - below, "high or higher") };
    let verdict = match found.ordinary() {
        Some(Ordinary::Ordinary) => format!(
            "the figure is within the 80% interval, so a change of {} to {} could not have been told from chance",
            percent(least_fall),
            percent(least_rise)
        ),
        Some(Ordinary::Uncommon) => {
            "the figure is outside the 80% interval but within the 95% interval".to_owned()
        }
        _ => "the figure is outside both, which does not say why".to_owned(),
    };
    format!(
        "{} was {} {side} the median forecast of {}. The 80% interval is {} to {} and the 95% interval {} to {}: {verdict}. A figure this {word} is expected about {} times in 100.",
        exact_amount(
            actual,
            context.series.figure(found.period).map_or(0, |figure| figure.decimals),
            unit
        ),
        percent_size(gap),
        rounded(found.median, decimals(found.median), unit),
        rounded(low, decimals(low), unit),
        rounded(high, decimals(low), unit),
        rounded(found.interval_95.0, decimals(found.interval_95.0), unit),
        rounded(found.interval_95.1, decimals(found.interval_95.0), unit),
        chance(tail),
    )
}

/// What season, holiday and trend alone give, and what the months just before add to it.
fn carried(context: &Context<'_>, found: &Expectation) -> String {
    let Some((alone, carried)) = found.alone.zip(found.carried()) else { return String::new() };
    let holiday = if context.dataset.about.holiday.is_some() { ", New Year" } else { "" };
    format!(
        "Season{holiday} and trend alone give {}; the level of the months just before changes that by {}. ",
        rounded(alone, decimals(alone), context.unit()),
        percent(carried)
    )
}

/// How many months were flagged until then, beside how many chance flags.
fn flagged(found: &Expectation, all: &[Expectation]) -> String {
    let judged = || {
        let until = all.iter().filter(|other| other.period <= found.period);
        until.filter_map(Expectation::ordinary)
    };
    let unusual = judged().filter(|ordinary| *ordinary == Ordinary::Unusual).count();
    let count = judged().count();
    format!(
        "Of the {count} months judged so far, {unusual} {} unusual; chance alone would make it about {}.",
        if unusual == 1 { "was" } else { "were" },
        exact(count as f64 / 20.0, u8::from(count < 40))
    )
}

/// Which models were averaged for the month under study.
fn notes(context: &Context<'_>) -> Vec<String> {
    let Ok(found) = studied(context, |study| expectation(study, context.month)) else {
        return Vec::new();
    };
    let weights = found.weights;
    let share = |share: f64| format!("{}%", exact(share * 100.0, 0));
    let errors = if weights.level > 0.995 {
        "a local level".to_owned()
    } else {
        format!(
            "a local level {}, else AR(1) errors, coefficient {} on average",
            share(weights.level),
            exact(weights.share, 2)
        )
    };
    let holiday = context.dataset.about.holiday.map_or_else(String::new, |holiday| {
        format!(", {} {}", holiday.name(), share(weights.new_year))
    });
    let airline = if found.airline {
        "; the airline model, ARIMA (0,1,1)(0,1,1)₁₂, counts for the other half"
    } else {
        ""
    };
    vec![
        format!(
            "For {} the model averages {} regressions over the last {} months by Akaike weight ({errors}; trend {}, trading days {}{holiday}; {} pairs of Fourier terms on average){airline}.",
            found.period.long(),
            exact(weights.models as f64, 0),
            found.window,
            share(weights.trend),
            share(weights.trading_days),
            exact(weights.pairs, 1),
        ),
        "Each month is judged against earlier figures as known now, revisions included, not as known at the time.".to_owned(),
    ]
}

fn table(context: &Context<'_>, drawn: &[&Expectation]) -> Table {
    let unit = context.unit();
    let flow = context.query.flow;
    let bound = |name: &str, code: &str| Table::amounts(name, code, unit);
    Table {
        caption: format!("{}: forecast of each month from the months before", context.subject()),
        columns: vec![
            Table::words("Month", "period"),
            bound(&capital(flow.plural()), flow.code()),
            bound("Median forecast", "expected_median"),
            bound("Season, holiday and trend alone", "expected_alone"),
            bound("80% from", "interval_80_low"),
            bound("80% to", "interval_80_high"),
            bound("95% from", "interval_95_low"),
            bound("95% to", "interval_95_high"),
            Table::words("Judged", "judged"),
            Table::numbers("Earlier years", "earlier_years"),
        ],
        rows: drawn.iter().map(|found| row(context, found)).collect_vec(),
    }
}

fn row(context: &Context<'_>, found: &Expectation) -> TableRow {
    let figure = context.series.figure(found.period);
    let number = |value: f64| {
        let decimals = decimals(value);
        TableCell::number(exact(value, decimals), value, decimals + 1)
    };
    TableRow {
        cells: vec![
            TableCell { text: found.period.short(), plain: plain_period(found.period) },
            figure.map_or_else(TableCell::missing, |figure| {
                TableCell::number(
                    exact(figure.value, figure.decimals),
                    figure.value,
                    figure.decimals,
                )
            }),
            number(found.median),
            found.alone.map_or_else(TableCell::missing, number),
            number(found.interval_80.0),
            number(found.interval_80.1),
            number(found.interval_95.0),
            number(found.interval_95.1),
            TableCell::word(found.ordinary().map_or("no figure yet", Ordinary::word)),
            TableCell::number(found.years.to_string(), found.years as f64, 0),
        ],
        sources: context.sources_of(found.period.start),
        chosen: found.period.contains(context.month),
    }
}
