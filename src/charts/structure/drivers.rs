//! The contribution of each partner or product to a change, as a waterfall.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn, lacks_money};
use super::super::graph::Mark;
use super::super::headline::{Credit, Headline, Published};
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::unavailable::{refused, unavailable};
use super::{
    all_sources, exceeding, kind, overlapping, own_parts, part_name, size_of_step, waterfall,
};
use crate::statistics::structure::{Contributions, Part, Side, contributions, has_parts, parts};
use crate::statistics::{Amount, FEW, Unavailable, amount};
use crate::trade::{Dataset, Measure, Partner, Period, Series, SeriesKey};
use crate::util::CollectVec as _;
use crate::util::sort_unique;
use crate::wording::facts::{Direction, Parts};
use crate::wording::say::charts::parts::{self, others, points};
use crate::wording::say::charts::{drivers as words, figures as said, heads};
use crate::wording::say::numbers::{capital, exact, percent, within};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "drivers",
    label: words::label,
    question: Question::Drivers,
    controls: &["flow", "product", "month", "compare", "by"],
    through_time: false,
    needs_months: None,
    offered: super::has_changed_parts,
    opposed: alone,
    example: "?chart=drivers&product=magnets&month=2025-12&compare=mom",
    methods: written_by_the_build(words::methods),
    needs: Needs { two_periods: true, ..Needs::PARTNERS },
    drawing: in_whole(draw),
};

/// Parts with a bar of their own; what the others gave is added up.
const MOST_BARS: usize = 12;

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
        Err(why) => return missing(context, &context.query.key(), &parts, &why),
    };
    let steps = steps(context, &found);
    let mut graph = waterfall(steps.iter().map(|step| (step.name.as_str(), (step.from, step.to))));
    graph.marks = steps.iter().enumerate().map(|(row, step)| mark(&found, step, row)).collect_vec();
    Drawn {
        headline: headline(context, &parts, &found),
        subtitle: words::subtitle((found.current.period, found.base.period), kind(context)),
        finding: finding(kind(context), &steps),
        notes: notes(context, &parts, &found),
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
            sort_unique(&mut sum.sources);
        }
    }
    all.name = others(smaller.len());
    found.parts.push(all);
    found
}

fn steps(context: &Context<'_>, found: &Contributions) -> Vec<Step> {
    let kind = kind(context);
    let amount = |found: &Amount| context.quantity(found);
    let mut at = 0.0;
    let mut steps = Vec::new();
    for part in found.parts.iter().take(MOST_BARS) {
        let mut sources = part.current.sources.clone();
        sources.extend(&part.base.sources);
        steps.push(Step {
            name: part.name.clone(),
            from: at,
            to: at + part.points,
            detail: said::amounts_against(amount(&part.current), amount(&part.base)),
            sources,
        });
        at += part.points;
    }
    let total = all_sources([&found.current, &found.base]);
    let smaller = found.parts.get(MOST_BARS..).unwrap_or_default();
    if !smaller.is_empty() {
        let size = smaller.iter().map(|part| part.points).sum::<f64>();
        steps.push(Step {
            name: words::smaller(smaller.len(), kind),
            from: at,
            to: at + size,
            detail: words::in_the_table().to_owned(),
            sources: all_sources(smaller.iter().flat_map(|part| [&part.current, &part.base])),
        });
        at += size;
    }
    let (current, base) = found.rest_amounts();
    let decimals = found.current.decimals.max(found.base.decimals);
    let few = |left: f64| (NOTHING..FEW).contains(&left.abs());
    let amount_left = |left| {
        let decimals = if few(left) { decimals } else { 0 };
        // What is nothing to the digits shown is neither more nor less.
        let shown = (left * 10f64.powi(i32::from(decimals))).round() != 0.0;
        context.computed(if shown { left } else { 0.0 }, decimals)
    };
    if leaves_some(found) {
        steps.push(Step {
            name: capital(&rest_of(context)),
            from: at,
            to: at + found.rest,
            detail: words::rest(amount_left(current), amount_left(base), kind),
            sources: all_sources(used(found)),
        });
    }
    steps.push(Step {
        name: heads::total().to_owned(),
        from: 0.0,
        to: found.percent(),
        detail: said::amounts_against(amount(&found.current), amount(&found.base)),
        sources: total,
    });
    steps
}

/// What is left of sums is nothing where it is less than what binary fractions are off by.
const NOTHING: f64 = 1e-9;

/// Whether the parts listed are less, or more, than the total: not where it is their sum.
fn leaves_some(found: &Contributions) -> bool {
    let (current, base) = found.rest_amounts();
    let some = |left: f64, total: &Amount| left.abs() > NOTHING * total.value.abs().max(1.0);
    some(current, &found.current) || some(base, &found.base)
}

/// What is said of what no part listed explains.
fn rest_of(context: &Context<'_>) -> String {
    words::rest_name(context.dataset.is_own(), kind(context))
}

/// All that the rest is computed from: the totals, and the parts that are taken from them.
fn used(found: &Contributions) -> impl Iterator<Item = &Amount> {
    let parts = found.parts.iter().flat_map(|part| [&part.current, &part.base]);
    [&found.current, &found.base].into_iter().chain(parts)
}

fn mark(found: &Contributions, step: &Step, row: usize) -> Mark {
    let size = step.to - step.from;
    let total = step.name == heads::total();
    Mark {
        at: (step.to, row as f64),
        group: row,
        series: step.name.clone(),
        period: said::periods(&found.current.period.long(), &found.base.period.long()),
        value: size_of_step(size, total),
        status: said::computed().to_owned(),
        note: step.detail.clone(),
        sources: step.sources.clone(),
        month: None,
    }
}

/// The change and its largest part, or that most of it is in no part listed; what the others
/// gave is in the bars of that name alone.
fn headline(context: &Context<'_>, parts: &[Part], found: &Contributions) -> Headline {
    let change = found.percent();
    let (current, base) = (found.current.period, found.base.period);
    let subject = context.subject_in(&[current, base]);
    let moved = (subject, change, (current, base), context.annual);
    let unit = context.unit();
    let told = |text: String| Headline::from(text).using(&found.current).using(&found.base);
    let Some(largest) = found.parts.first() else {
        return told(words::headline(moved, unit, None, kind(context)));
    };
    // One alone is named.
    if found.rest.abs() > largest.points.abs() && found.parts.len() > 1 {
        let name = part_name(context, parts, &largest.name);
        let own = rest_of(context);
        let (rest, largest) = ((own.as_str(), found.rest), (name.as_str(), largest.points));
        let text = words::headline_unlisted(moved, unit, rest, largest, kind(context));
        return used(found).fold(Headline::from(text), Headline::using);
    }
    // Of parts that all stayed as they were, to the digits shown, none is the largest.
    if Direction::of(largest.points) == Direction::Unchanged {
        return told(words::headline(moved, unit, None, kind(context)));
    }
    let name = part_name(context, parts, &largest.name);
    let text = words::headline(moved, unit, Some((&name, largest.points)), kind(context));
    let both = [&largest.current, &largest.base];
    let credit = |own: &Amount| Credit {
        what: parts::credit(&name, own.period),
        sources: own.sources.clone(),
        #[cfg(feature = "whole")]
        until: None,
    };
    let credits = both.map(credit);
    // Whoever published both is credited once, for the part in both periods.
    let same = Published::of(context.dataset, &credits).len() < credits.len();
    let together = parts::credit_of_both(&name, both.map(|own| own.period));
    credits.into_iter().fold(told(text), |headline, own| {
        headline.crediting(if same { together.clone() } else { own.what }, &own.sources)
    })
}

/// Every bar in words.
fn finding(kind: Parts, steps: &[Step]) -> String {
    let step = |step: &Step| words::bar(kind, &step.name, step.to - step.from, &step.detail);
    let parts = steps.iter().take(steps.len().saturating_sub(1)).map(step).collect_vec();
    words::contributions(&parts)
}

fn notes(context: &Context<'_>, parts: &[Part], found: &Contributions) -> Vec<String> {
    let kind = kind(context);
    let rest = if leaves_some(found) { capital(&rest_of(context)) } else { String::new() };
    let mut notes = vec![words::they_add_up(&rest, kind)];
    let (current, base) = found.rest_amounts();
    let totals = [(current, &found.current), (base, &found.base)];
    notes.extend(exceeding(context, context.unit(), totals));
    let (now, before) = (found.current.period, found.base.period);
    let listed = |part: &&Part| found.parts.iter().any(|listed| listed.name == part.name);
    let changed = |part: &&Part| !part.counts_alike(now.end(), before.end());
    let changed = parts.iter().filter(listed).filter(changed);
    notes.extend(changed.map(|part| words::other_members(&part.name, now, before)));
    if !found.lacking.is_empty() {
        let (named, more) = found.lacking.split_at(found.lacking.len().min(context.most));
        notes.push(words::not_listed(named, more.len()));
    }
    let listed = |name: &str| found.parts.iter().any(|part| part.name == name);
    if context.query.by == Side::Partner {
        notes.extend(overlapping(parts, now, &listed));
    }
    notes.extend(known_of_less(context, found));
    notes
}

/// That far more partners are known of goods that are a part of those shown.
fn known_of_less(context: &Context<'_>, found: &Contributions) -> Option<String> {
    let (dataset, key) = (context.dataset, context.query.key());
    if context.query.by != Side::Partner {
        return None;
    }
    let within = dataset
        .products
        .iter()
        .filter(|product| dataset.lies_within(&product.code, &key.product, key.flow));
    let counted = within.map(|product| {
        let own = SeriesKey { product: product.code.clone(), ..key.clone() };
        let both = |part: &Part| {
            [found.current.period, found.base.period]
                .into_iter()
                .all(|period| amount(&part.series, period).is_ok())
        };
        (parts(dataset, &own, Side::Partner).iter().filter(|part| both(part)).count(), product)
    });
    let (count, product) = counted.max_by_key(|(count, _)| *count)?;
    let label = dataset.product_label(&product.code);
    (count > 2 * found.parts.len()).then(|| words::known_of_less(count, kind(context), label))
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
    if leaves_some(found) {
        rows.push(row(&capital(&rest_of(context)), rest, all_sources(used(found))));
    }
    rows.push(row(heads::total(), total, all_sources([&found.current, &found.base])));
    Table {
        caption: words::caption(context.subject(), kind(context)),
        columns: vec![
            Table::words(&capital(kind(context).one()), "part"),
            Table::amounts(&found.base.period.short(), "base", unit),
            Table::amounts(&found.current.period.short(), "current", unit),
            Table::numbers(heads::contribution(), "percentage_points"),
        ],
        rows,
    }
}

/// The chart if no part is known for both periods: what each part of the trade of `key` lacks.
pub fn missing(context: &Context<'_>, key: &SeriesKey, all: &[Part], why: &Unavailable) -> Drawn {
    if all.is_empty() {
        let what = parts::by(&context.subject().within(), kind(context));
        // It may be broken down by what else it is counted in.
        let listed = || has_parts(context.dataset, key, context.query.by);
        let unit = context.query.unit.or_else(|| listed().then(|| context.dataset.unit_of(key)));
        let why = match context.query.by {
            Side::Partner if is_one(context.dataset, &key.partner) => Unavailable::OnePartner,
            Side::Partner if !key.partner.is_world() => Unavailable::OneGroup,
            _ if key.measure == Measure::Value && lacks_money(context.dataset) => {
                Unavailable::NoMoney
            }
            _ => Unavailable::NoLines { what: kind(context).one(), unit },
        };
        return unavailable(context, &what, &why, Vec::new());
    }
    let periods = context
        .query
        .comparison
        .periods(context.summary.period)
        .map_or_else(|_| vec![context.summary.period], |(period, earlier)| vec![period, earlier]);
    let lacking = all.iter().take(context.most).map(|part| {
        let lacks = match why {
            // Nothing is lacking: each is known, and together they are too much.
            Unavailable::PartsExceed(period) => {
                has(&part.series, *period).unwrap_or_else(|| lacks(&part.series, &periods))
            }
            _ => lacks(&part.series, &periods),
        };
        (part.name.clone(), lacks)
    });
    let (lacking, mut what) = (lacking.collect_vec(), within(context.query.chart.label()));
    // Under another comparison it may well be shown.
    let comparison = context.query.comparison;
    if context.compares && comparison.has_periods() {
        what = parts::compared(&what, comparison);
    }
    // Along the other side the total may well be broken down.
    let periods = match why {
        Unavailable::NoParts(period, earlier) => vec![*period, *earlier],
        Unavailable::NoPart(period) => vec![*period],
        why => return unavailable(context, &what, why, lacking),
    };
    let why = parts::no_breakdown(kind(context), &periods);
    refused(context, (&what, context.query.chart.label()), &why, lacking)
}

/// Whether this is a partner without others within it.
fn is_one(dataset: &Dataset, partner: &Partner) -> bool {
    let members = dataset.record(partner.code()).map_or(&[][..], |record| &record.members);
    !partner.is_world() && members.is_empty()
}

/// `1,204 t in 2024`.
fn has(series: &Series, period: Period) -> Option<String> {
    let found = crate::statistics::amount(series, period).ok()?;
    Some(parts::amount_in(found.quantity(series.unit()), period))
}

/// `no figure for November 2024; available: 22 months, May 2019 to March 2026`.
fn lacks(series: &Series, periods: &[Period]) -> String {
    let missing = |period: &Period| crate::statistics::amount(series, *period).is_err();
    let missing = periods.iter().copied().filter(missing).collect_vec();
    parts::lacks(&missing, periods.len(), &known(series))
}

/// What is known of a series, in a few words.
fn known(series: &Series) -> String {
    let years = series.figures().map(|figure| figure.period).filter(|period| period.months == 12);
    parts::available(series.months().count(), series.latest(), &years.collect_vec())
}
