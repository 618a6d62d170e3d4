//! A change in value, split into effects of quantity, mix and unit values.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::graph::Mark;
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::unavailable::unavailable;
use super::drivers::missing;
use super::{
    exceeding, has_changed_parts, has_two_periods, kind, name_within, overlapping, rest,
    size_of_step, waterfall,
};
use crate::query::Query;
use crate::statistics::structure::{
    Effects, Mix, MixPart, Part, Side, UnitValue, mix, parts, value_and_quantity,
};
use crate::statistics::{Unavailable, amount};
use crate::trade::{Dataset, Measure, Period, Quantity, Series, SeriesKey};
use crate::util::CollectVec as _;
use crate::util::sort_unique;
use crate::wording::facts::Direction;
use crate::wording::say::charts::parts::{by, others, points};
use crate::wording::say::charts::{figures as said, heads, mix as words, price_volume};
use crate::wording::say::numbers::{capital, exact, gave, percent};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "mix",
    label: words::label,
    question: Question::Drivers,
    controls: &["flow", "product", "month", "compare", "by"],
    through_time: false,
    needs_months: None,
    offered,
    opposed: alone,
    example: "?chart=mix&month=2025-12&compare=ytd&by=product",
    methods: written_by_the_build(words::methods),
    needs: Needs { every_measure: true, two_periods: true, ..Needs::PARTNERS },
    drawing: in_whole(draw),
};

fn offered(dataset: &Dataset, query: &Query) -> bool {
    let value = Query { measure: Measure::Value, unit: None, ..query.clone() };
    has_two_periods(dataset, query) && has_changed_parts(dataset, &value)
}

/// Says for each part what it lacks.
fn without_mix(context: &Context<'_>, why: &Unavailable) -> Drawn {
    let all = parts(context.dataset, &value_key(context), context.query.by);
    let (period, earlier) = match *why {
        Unavailable::NoMix(period, earlier) if !all.is_empty() => (period, earlier),
        _ => return missing(context, &value_key(context), &all, why),
    };
    // As the parts are counted where they are compared.
    let counted = |own: &SeriesKey| {
        let measure = context.query.measure;
        value_and_quantity(context.dataset, &SeriesKey { measure, ..own.clone() })
    };
    let (_, total) = counted(&context.query.key());
    let lacks = |part: &Part| {
        let (value, quantity) = counted(part.series.key());
        let quantity = quantity.weighed_in(total.unit());
        let without = |series: &Series| {
            let lacking = |own: &Period| amount(series, *own).is_err();
            [period, earlier].into_iter().filter(lacking).collect_vec()
        };
        let zero = |own: &Period| {
            let of = |series| amount(series, *own).is_ok_and(|found| found.value <= 0.0);
            of(&value) || of(&quantity)
        };
        let (no_value, no_quantity) = (without(&value), without(&quantity));
        let known = no_value.is_empty() && no_quantity.is_empty();
        if known && !total.is_empty() && quantity.unit() != total.unit() {
            return words::counted_in(quantity.unit());
        }
        match [period, earlier].into_iter().find(zero).filter(|_| known) {
            Some(own) => Unavailable::NotPositive(own).to_string(),
            None => words::lacks(&no_value, &no_quantity),
        }
    };
    let lacking = all.iter().take(context.most).map(|part| (part.name.clone(), lacks(part)));
    // Of one part alone nothing lacks but another.
    let lacking = lacking.filter(|_| all.len() > 1);
    let what = by(&context.subject().start(), kind(context));
    unavailable(context, &what, why, lacking.collect_vec())
}

/// A bar: its name, where it begins and ends, and the money that it stands for.
struct Step {
    name: String,
    ends: (f64, f64),
    gave: f64,
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let (key, by) = (context.query.key(), context.query.by);
    let period = context.summary.period;
    let found = match mix(context.dataset, &key, by, period, context.query.comparison) {
        Ok(found) => found,
        Err(why) => return without_mix(context, &why),
    };
    let steps = steps(context, &found);
    let mut graph = waterfall(steps.iter().map(|step| (step.name.as_str(), step.ends)));
    let last = steps.len().saturating_sub(1);
    let sources = sources(&found);
    let marks = steps.iter().enumerate();
    let mark = |(row, step)| mark(context, &found, (row, row == last), step, &sources);
    graph.marks = marks.map(mark).collect_vec();
    Drawn {
        headline: headline(context, &found),
        subtitle: words::subtitle(
            context.subject(),
            (found.current.period, found.base.period),
            kind(context),
        ),
        finding: finding(context, &found),
        notes: notes(context, &found),
        table: table(context, &found, &sources),
        graph,
    }
}

/// Volume, mix, unit values, what is left, and the whole.
fn steps(context: &Context<'_>, found: &Mix) -> Vec<Step> {
    let Effects { volume, mix, unit_values } = found.effects;
    let of_parts = [
        (price_volume::quantity(found.counted_in.measure()).to_owned(), volume),
        (words::mix().to_owned(), mix),
        (words::unit_values().to_owned(), unit_values),
        (capital(rest(context)), found.rest),
    ];
    let mut at = 0.0;
    let step = |(name, gave): (String, f64)| {
        let from = at;
        at += found.points(gave);
        Step { name, ends: (from, at), gave }
    };
    let mut steps: Vec<Step> = of_parts.into_iter().map(step).collect_vec();
    let change = found.current.value - found.base.value;
    let ends = (0.0, found.percent());
    steps.push(Step { name: heads::value().to_owned(), ends, gave: change });
    steps
}

fn mark(
    context: &Context<'_>,
    found: &Mix,
    (row, whole): (usize, bool),
    step: &Step,
    sources: &[usize],
) -> Mark {
    let size = step.ends.1 - step.ends.0;
    let unit = context.dataset.unit_of(&value_key(context));
    Mark {
        at: (step.ends.1, row as f64),
        group: row,
        series: step.name.clone(),
        period: said::periods(&found.current.period.long(), &found.base.period.long()),
        value: size_of_step(size, whole),
        status: said::computed().to_owned(),
        note: gave(Quantity { value: step.gave, unit, decimals: 0, rough: false }),
        sources: sources.to_vec(),
        month: None,
    }
}

fn value_key(context: &Context<'_>) -> SeriesKey {
    SeriesKey { measure: Measure::Value, ..context.query.key() }
}

/// The sources of all that the effects are computed from, each once.
fn sources(found: &Mix) -> Vec<usize> {
    let mut all = found.current.sources.clone();
    all.extend(&found.base.sources);
    for part in &found.parts {
        all.extend(part.current.sources());
        all.extend(part.base.sources());
    }
    sort_unique(&mut all);
    all
}

fn headline(context: &Context<'_>, found: &Mix) -> Headline {
    let text = words::headline(
        context.subject(),
        found.percent(),
        (found.current.period, found.base.period, context.annual),
        found.counted_in,
        [found.effects.volume, found.effects.mix, found.effects.unit_values]
            .map(|gave| found.points(gave)),
        (rest(context), found.points(found.rest)),
    );
    let totals = Headline::from(text).using(&found.current).using(&found.base);
    let used = |headline: Headline, of: &UnitValue| headline.using(&of.value).using(&of.volume);
    found
        .parts
        .iter()
        .fold(totals, |headline, part| used(used(headline, &part.current), &part.base))
}

/// The parts whose unit value and whose share of the quantity did most.
fn finding(context: &Context<'_>, found: &Mix) -> String {
    let most = |pick: fn(&MixPart) -> f64| {
        found.parts.iter().max_by(|one, other| pick(one).abs().total_cmp(&pick(other).abs()))
    };
    let [mixed, priced] = [most(|part| part.effects.mix), most(|part| part.effects.unit_values)];
    let named = |part: Option<&MixPart>, pick: fn(&MixPart) -> f64| {
        let name = |part: &MixPart| name_within(context, &part.name, Some(&part.partner));
        let said = part.map(|part| (name(part), found.points(pick(part))));
        // Of effects that all are nothing as shown none is the largest, nor of two that are as large.
        let size = |part: &MixPart| points(found.points(pick(part)).abs());
        let as_large = |gave: f64| {
            let gave = points(gave.abs());
            found.parts.iter().filter(|part| size(part) == gave).count() > 1
        };
        said.filter(|(_, gave)| Direction::of(*gave) != Direction::Unchanged && !as_large(*gave))
    };
    words::finding(
        (found.parts.len(), kind(context)),
        named(mixed, |part| part.effects.mix),
        named(priced, |part| part.effects.unit_values),
    )
}

fn notes(context: &Context<'_>, found: &Mix) -> Vec<String> {
    let kind = kind(context);
    let mut notes = vec![words::what_mix_is(kind), words::split(&capital(rest(context)))];
    let [current, base] = left(found);
    let unit = context.dataset.unit_of(&value_key(context));
    notes.extend(exceeding(context, unit, [(current, &found.current), (base, &found.base)]));
    if !found.lacking.is_empty() {
        let (named, more) = found.lacking.split_at(found.lacking.len().min(NAMED));
        notes.push(words::lacking(named, more.len()));
    }
    if context.query.by == Side::Partner {
        // What lacks a figure is named already.
        let mut all = parts(context.dataset, &value_key(context), Side::Partner);
        all.retain(|part| !found.lacking.contains(&part.name));
        let listed = |name: &str| found.parts.iter().any(|part| part.name == name);
        notes.extend(overlapping(&all, found.current.period, &listed));
        notes.push(words::goods_differ());
    }
    notes
}

/// What the value of no part is, then and before.
fn left(found: &Mix) -> [f64; 2] {
    let sum = |pick: fn(&MixPart) -> f64| found.parts.iter().map(pick).sum::<f64>();
    [
        found.current.value - sum(|part| part.current.value.value),
        found.base.value - sum(|part| part.base.value.value),
    ]
}

/// Parts that a note names.
const NAMED: usize = 12;

fn table(context: &Context<'_>, found: &Mix, sources: &[usize]) -> Table {
    let unit = context.dataset.unit_of(&value_key(context));
    let gave = |gave: f64| TableCell::number(points(found.points(gave)), found.points(gave), 3);
    let effects = |own: Effects| [own.volume, own.mix, own.unit_values, own.sum()].map(gave);
    let value = |value: f64| TableCell::number(exact(value, 0), value, 0);
    let each = |of: &UnitValue| {
        let decimals = of.unit.decimals(of.unit_value);
        TableCell::number(exact(of.unit_value, decimals), of.unit_value, decimals)
    };
    let row = |name: String, cells: [TableCell; 4], own: [TableCell; 4], sources: Vec<usize>| {
        let cells = std::iter::once(TableCell::word(name)).chain(cells).chain(own);
        TableRow { cells: cells.collect_vec(), sources, chosen: false }
    };
    let (listed, more) = found.parts.split_at(found.parts.len().min(context.most));
    let mut rows = listed
        .iter()
        .map(|part| {
            let mut sources = part.current.sources();
            sources.extend(part.base.sources());
            let cells = [
                value(part.base.value.value),
                value(part.current.value.value),
                each(&part.base),
                each(&part.current),
            ];
            row(part.name.clone(), cells, effects(part.effects), sources)
        })
        .collect_vec();
    let none = TableCell::missing;
    if !more.is_empty() {
        let sum = |pick: fn(&MixPart) -> f64| more.iter().map(pick).sum::<f64>();
        let cells = [
            value(sum(|part| part.base.value.value)),
            value(sum(|part| part.current.value.value)),
            none(),
            none(),
        ];
        let own = Effects {
            volume: sum(|part| part.effects.volume),
            mix: sum(|part| part.effects.mix),
            unit_values: sum(|part| part.effects.unit_values),
        };
        rows.push(row(others(more.len()), cells, effects(own), sources.to_vec()));
    }
    let [current, base] = left(found);
    let left = [value(base), value(current), none(), none()];
    rows.push(row(
        capital(rest(context)),
        left,
        [none(), none(), none(), gave(found.rest)],
        sources.to_vec(),
    ));
    let totals = [value(found.base.value), value(found.current.value), none(), none()];
    let [volume, mix, unit_values, _] = effects(found.effects);
    let change = TableCell::number(percent(found.percent()), found.percent(), 3);
    let own = [volume, mix, unit_values, change];
    rows.push(row(heads::total().to_owned(), totals, own, sources.to_vec()));
    let ratio = found.parts.first().map(|part| part.current.unit.symbol()).unwrap_or_default();
    let each = heads::with_unit(heads::unit_value(), &ratio);
    let (base, current) = (found.base.period.short(), found.current.period.short());
    Table {
        caption: words::caption(context.subject(), kind(context)),
        columns: vec![
            Table::words(&capital(kind(context).one()), "part"),
            Table::amounts(&base, "base", unit),
            Table::amounts(&current, "current", unit),
            Table::numbers(words::in_period(&each, &base), "unit_value_base"),
            Table::numbers(words::in_period(&each, &current), "unit_value_current"),
            Table::numbers(
                price_volume::quantity(found.counted_in.measure()),
                "volume_percentage_points",
            ),
            Table::numbers(words::mix(), "mix_percentage_points"),
            Table::numbers(words::unit_values(), "unit_values_percentage_points"),
            Table::numbers(heads::contribution(), "percentage_points"),
        ],
        rows,
    }
}
