//! What each partner or product gave to a change, as a waterfall.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::graph::{Bar, Graph, Layer, Mark, Row, Tone, XAxis, YAxis};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::sentence;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{has_parts, others, own_parts, part_name, part_word, points, rest};
use crate::statistics::Unavailable;
use crate::statistics::structure::{Contributions, Part, contributions};
use crate::trade::{Period, Series};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;
use crate::wording::en::direction::moved;
use crate::wording::en::numbers::{capital, exact, exact_amount, percent};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "drivers",
    label: "Drivers",
    question: Question::Drivers,
    controls: &["flow", "product", "month", "compare", "by"],
    through_time: false,
    needs_months: None,
    offered: has_parts,
    opposed: alone,
    example: "?chart=drivers&product=magnets&month=2025-12&compare=mom",
    methods: written_by_the_build(&[(
        "Drivers",
        "A part’s contribution is its change divided by the earlier total, in percentage points. What no listed part explains has a bar of its own; all bars add up to the total’s change. Where two parts count the same goods (a group and its member, a heading and a finer one), only one is used.",
    )]),
    needs: Needs { two_periods: true, ..Needs::PARTNERS },
    drawing: in_whole(draw),
};

/// Parts with a bar of their own; what the others gave is added up.
const MOST_BARS: usize = 12;

/// Parts that exceed their total by less than this share of it differ by rounding.
const EVEN: f64 = 0.005;

/// A bar of the waterfall.
struct Step {
    name: String,
    from: f64,
    to: f64,
    detail: String,
    sources: Vec<usize>,
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let parts = own_parts(context);
    let period = context.summary.period;
    let comparison = context.query.comparison;
    let found = match contributions(&context.series, &parts, period, comparison) {
        Ok(found) => found,
        Err(why) => return missing(context, &parts, &why),
    };
    let steps = steps(context, &found);
    let bounds = || steps.iter().flat_map(|step| [step.from, step.to]);
    let ticks = nice_ticks(bounds().fold(0.0, f64::min), bounds().fold(0.0, f64::max), 5);
    let ends = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let rows = steps.iter().map(|step| Row { name: step.name.clone(), absent: String::new() });
    let mut graph = Graph::new(XAxis::Points(ends.0, ends.1), YAxis::Rows(rows.collect_vec()));
    graph.layers.push(Layer::Bars(bars(&steps)));
    graph.marks = steps.iter().enumerate().map(|(row, step)| mark(&found, step, row)).collect_vec();
    Drawn {
        headline: headline(context, &parts, &found),
        subtitle: format!(
            "{}: {} against {}; percentage points of the change, by {}",
            context.subject(),
            found.current.period.long(),
            found.base.period.long(),
            part_word(context),
        ),
        finding: finding(&steps),
        notes: notes(context, &found),
        table: table(context, &folded(context, found)),
        graph,
    }
}

/// The same with the smallest parts in one, where only so many are named.
fn folded(context: &Context<'_>, mut found: Contributions) -> Contributions {
    let smaller = found.parts.split_off(found.parts.len().min(context.most));
    let Some((first, more)) = smaller.split_first() else { return found };
    let mut all = first.clone();
    for part in more {
        all.points += part.points;
        for (sum, own) in [(&mut all.current, &part.current), (&mut all.base, &part.base)] {
            sum.value += own.value;
            sum.decimals = sum.decimals.max(own.decimals);
            sum.sources.extend(own.sources.iter().copied());
            sort_by_key(&mut sum.sources, |source| *source);
            sum.sources.dedup();
        }
    }
    all.name = others(smaller.len());
    found.parts.push(all);
    found
}

fn steps(context: &Context<'_>, found: &Contributions) -> Vec<Step> {
    let unit = context.unit();
    let mut at = 0.0;
    let mut steps = Vec::new();
    for part in found.parts.iter().take(MOST_BARS) {
        let mut sources = part.current.sources.clone();
        sources.extend(&part.base.sources);
        steps.push(Step {
            name: part.name.clone(),
            from: at,
            to: at + part.points,
            detail: format!(
                "{} against {}",
                exact_amount(part.current.value, part.current.decimals, unit),
                exact_amount(part.base.value, part.base.decimals, unit)
            ),
            sources,
        });
        at += part.points;
    }
    let mut total = found.current.sources.clone();
    total.extend(&found.base.sources);
    let smaller = found.parts.get(MOST_BARS..).unwrap_or_default();
    if !smaller.is_empty() {
        let size = smaller.iter().map(|part| part.points).sum::<f64>();
        steps.push(Step {
            name: format!("{} smaller {}s", smaller.len(), part_word(context)),
            from: at,
            to: at + size,
            detail: "listed in the table".to_owned(),
            sources: total.clone(),
        });
        at += size;
    }
    let (current, base) = found.rest_amounts();
    steps.push(Step {
        name: capital(rest(context)),
        from: at,
        to: at + found.rest,
        detail: format!(
            "{} against {}: the total less the {}s listed",
            exact_amount(current, 0, unit),
            exact_amount(base, 0, unit),
            part_word(context)
        ),
        sources: total.clone(),
    });
    steps.push(Step {
        name: "Total".to_owned(),
        from: 0.0,
        to: found.percent(),
        detail: format!(
            "{} against {}",
            exact_amount(found.current.value, found.current.decimals, unit),
            exact_amount(found.base.value, found.base.decimals, unit)
        ),
        sources: total,
    });
    steps
}

fn bars(steps: &[Step]) -> Vec<Bar> {
    let total = steps.len().saturating_sub(1);
    let bar = |(row, step): (usize, &Step)| {
        let y = row as f64;
        let size = step.to - step.from;
        Bar {
            x: (step.from, step.to),
            y: (y - 0.3, y + 0.3),
            tone: match size {
                _ if row == total => Tone::Near,
                size if size < 0.0 => Tone::Fall,
                _ => Tone::Rise,
            },
            chosen: false,
            text: if row == total { percent(size) } else { points(size) },
        }
    };
    steps.iter().enumerate().map(bar).collect_vec()
}

fn mark(found: &Contributions, step: &Step, row: usize) -> Mark {
    let size = step.to - step.from;
    let total = step.name == "Total";
    Mark {
        at: (step.to, row as f64),
        group: row,
        series: step.name.clone(),
        period: format!("{} against {}", found.current.period.long(), found.base.period.long()),
        value: if total { percent(size) } else { points(size) },
        status: "computed".to_owned(),
        note: step.detail.clone(),
        sources: step.sources.clone(),
        month: None,
    }
}

/// The change and its largest part; what the others gave is in the bars of that name alone.
fn headline(context: &Context<'_>, parts: &[Part], found: &Contributions) -> Headline {
    let change = found.percent();
    let (current, base) = (found.current.period, found.base.period);
    let start = format!(
        "{} {} {} in {}",
        context.subject(),
        moved(change),
        sentence::baseline_words(context, current, base),
        current.long(),
    );
    let Some(largest) = found.parts.first() else {
        return Headline::from(start).using(&found.current).using(&found.base);
    };
    let name = part_name(context, parts, &largest.name);
    let part = format!("{start}; {name} contributed {}", points(largest.points));
    Headline::from(part)
        .using(&found.current)
        .using(&found.base)
        .crediting(format!("{name}, {}", largest.current.period.long()), &largest.current.sources)
        .crediting(format!("{name}, {}", largest.base.period.long()), &largest.base.sources)
}

/// Every bar in words.
fn finding(steps: &[Step]) -> String {
    let step =
        |step: &Step| format!("{} {} ({})", step.name, points(step.to - step.from), step.detail);
    let parts = steps.iter().take(steps.len().saturating_sub(1)).map(step).collect_vec();
    format!("Contributions: {}.", parts.join("; "))
}

fn notes(context: &Context<'_>, found: &Contributions) -> Vec<String> {
    let mut notes = vec![format!(
        "The contributions add up to the total’s change. “{}” is the total less the {}s listed, which are those with data for both periods.",
        capital(rest(context)),
        part_word(context)
    )];
    let (current, base) = found.rest_amounts();
    for (rest, of) in [(current, &found.current), (base, &found.base)] {
        if rest < -EVEN * of.value {
            notes.push(format!(
                "The {}s listed add up to {} for {}, more than the total: the figures are inconsistent, and the unlisted rest is negative.",
                part_word(context),
                exact_amount(of.value - rest, 0, context.unit()),
                of.period.long(),
            ));
        }
    }
    if !found.lacking.is_empty() {
        let named = found.lacking.iter().take(context.most);
        let mut lacking: Vec<String> =
            named.map(|(name, absent)| format!("{name} ({absent})")).collect_vec();
        if found.lacking.len() > lacking.len() {
            lacking.push(others(found.lacking.len() - lacking.len()));
        }
        notes.push(format!(
            "Available for only one of the periods, and so not listed: {}.",
            lacking.join(", ")
        ));
    }
    notes
}

fn table(context: &Context<'_>, found: &Contributions) -> Table {
    let unit = context.unit();
    let amount =
        |value: f64, decimals: u8| TableCell::number(exact(value, decimals), value, decimals);
    let row = |name: &str, cells: [TableCell; 3], sources: Vec<usize>| TableRow {
        cells: std::iter::once(TableCell::word(name)).chain(cells).collect_vec(),
        sources,
        chosen: false,
    };
    let mut rows: Vec<TableRow> = found
        .parts
        .iter()
        .map(|part| {
            let mut sources = part.current.sources.clone();
            sources.extend(&part.base.sources);
            let cells = [
                amount(part.base.value, part.base.decimals),
                amount(part.current.value, part.current.decimals),
                TableCell::number(points(part.points), part.points, 3),
            ];
            row(&part.name, cells, sources)
        })
        .collect_vec();
    let (current, base) = found.rest_amounts();
    let rest = [
        amount(base, found.base.decimals),
        amount(current, found.current.decimals),
        TableCell::number(points(found.rest), found.rest, 3),
    ];
    let total = [
        amount(found.base.value, found.base.decimals),
        amount(found.current.value, found.current.decimals),
        TableCell::number(percent(found.percent()), found.percent(), 3),
    ];
    let mut sources = found.current.sources.clone();
    sources.extend(&found.base.sources);
    rows.push(row(&capital(super::rest(context)), rest, sources.clone()));
    rows.push(row("Total", total, sources));
    Table {
        caption: format!(
            "{}: contribution of each {} to the change",
            context.subject(),
            part_word(context)
        ),
        columns: vec![
            Table::words(&capital(part_word(context)), "part"),
            Table::amounts(&found.base.period.short(), "base", unit),
            Table::amounts(&found.current.period.short(), "current", unit),
            Table::numbers("Contribution", "percentage_points"),
        ],
        rows,
    }
}

/// Says for each part what it lacks, where no part is known for both periods.
pub fn missing(context: &Context<'_>, parts: &[Part], why: &Unavailable) -> Drawn {
    let what = format!("{} by {}", context.subject(), part_word(context));
    if parts.is_empty() {
        let why = Unavailable::NoLines { what: part_word(context), unit: context.query.unit };
        return unavailable(context, &what, &why, Vec::new());
    }
    let periods = context
        .query
        .comparison
        .periods(context.summary.period)
        .map_or_else(|_| vec![context.summary.period], |(period, earlier)| vec![period, earlier]);
    let lacking = parts.iter().take(context.most).map(|part| {
        let lacks = match why {
            // Nothing is lacking: each is known, and together they are too much.
            Unavailable::PartsExceed(period) => {
                has(&part.series, *period).unwrap_or_else(|| lacks(&part.series, &periods))
            }
            _ => lacks(&part.series, &periods),
        };
        (part.name.clone(), lacks)
    });
    unavailable(context, &what, why, lacking.collect_vec())
}

/// `1,204 t in 2024`.
fn has(series: &Series, period: Period) -> Option<String> {
    let found = crate::statistics::amount(series, period).ok()?;
    let amount = exact_amount(found.value, found.decimals, series.unit());
    Some(format!("{amount} in {}", period.long()))
}

/// `no figure for November 2024; available: 22 months, May 2019 to March 2026`.
fn lacks(series: &Series, periods: &[Period]) -> String {
    let missing: Vec<String> = periods
        .iter()
        .filter(|period| crate::statistics::amount(series, **period).is_err())
        .map(|period| period.long())
        .collect_vec();
    let known = known(series);
    match missing.is_empty() {
        true if periods.len() == 1 => format!("available, but the total is not; {known}"),
        true => format!("available for both, but the total is not; {known}"),
        false => format!("no figure for {}; {known}", missing.join(" or ")),
    }
}

/// What is known of a series, in a few words.
fn known(series: &Series) -> String {
    let months = series.months().count();
    let years = series
        .figures()
        .filter(|figure| figure.period.months == 12)
        .map(|figure| figure.period.long());
    let years: Vec<String> = years.collect_vec();
    let months = match series.latest() {
        Some(latest) if months == 1 => latest.short(),
        Some(latest) => format!("{months} months up to {}", latest.short()),
        None => String::new(),
    };
    let parts = [months, years.join(", ")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect_vec();
    if parts.is_empty() {
        "only cumulative figures are available".to_owned()
    } else {
        format!("available: {}", parts.join("; "))
    }
}
