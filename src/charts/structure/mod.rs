//! Charts of partners, products, prices and dependence.

use super::context::{Context, partners_with};
use super::graph::{Bar, Graph, Layer, Row, Tone, XAxis, YAxis};
use super::ticks::nice_ticks;
use crate::query::{Query, every_chart};
use crate::statistics::structure::{Part, Side, any_parts, parts, value_and_quantity};
use crate::statistics::{Amount, Unavailable, amount};
use crate::trade::{
    Dataset, Measure, PartRole, Partner, Period, Quantity, Series, SeriesKey, Unit,
};
use crate::util::CollectVec as _;
use crate::util::sort_unique;
use crate::wording::LONGEST;
use crate::wording::facts::{Leading, Parts};
use crate::wording::say::charts::drivers::they_exceed;
use crate::wording::say::charts::parts as words;
use crate::wording::say::charts::price_volume::{no_quantities, no_quantity};
use crate::wording::say::numbers::{percent, within};
use crate::wording::say::subject::Subject;

/// Makes the modules of the charts in this folder.
macro_rules! modules {
    (charts $charts:tt seasonal $seasonal:tt structure { $($chart:ident)* } tests $tests:tt) => {
        $(pub mod $chart;)*
    };
}

every_chart!(modules);

/// The parts of the context's series that the data hold, along the side asked for.
fn own_parts(context: &Context<'_>) -> Vec<Part> {
    parts(context.dataset, &context.query.key(), context.query.by)
}

/// The note on parts that are not kept by name, if a chart breaks a total down.
pub fn left_out(context: &Context<'_>) -> Option<String> {
    let of_files = || of_files(context).filter(|_| context.query.by == Side::Partner);
    if context.most == usize::MAX {
        return of_files();
    }
    let all = own_parts(context).len();
    of_files()
        .or_else(|| (all > context.most).then(|| words::left_out(kind(context), all, context.most)))
}

/// The note on how many partners of a reader's own files are shown by name.
pub fn of_files(context: &Context<'_>) -> Option<String> {
    let key = SeriesKey { partner: Partner::world(), ..context.query.key() };
    let all = context.dataset.partners_of_files(&key);
    // Nobody counted them in data that are not of files.
    let held = if all == 0 { 0 } else { parts(context.dataset, &key, Side::Partner).len() };
    let partners = Parts { by: Side::Partner, flow: key.flow };
    // Who has a name, and no figure of this kind, is not left out for being small.
    let left = all > context.dataset.partners_by_name(&key).max(held);
    left.then(|| words::of_files(partners, all, held.min(context.most)))
}

/// The note on partners of a reader's own files that give only one of value and quantity in the periods
/// compared, and so are not in the totals.
pub fn giving_none(context: &Context<'_>) -> Vec<String> {
    let (dataset, key) = (context.dataset, context.query.key());
    let say = |period: Period| {
        // Where there is no total, nobody is left out of it.
        context.known(period)?;
        let count = dataset.lacking(&key, &[period]).len();
        (count > 0).then(|| words::giving_none(count, context.unit(), period))
    };
    context.compared().into_iter().filter_map(say).collect_vec()
}

/// The headline and the subtitle, one of which says which partners the total shown is of, where it is not of
/// all: the subtitle where the headline has no room for it or does not name them.
pub fn of_whom(
    context: &Context<'_>,
    headline: String,
    subtitle: String,
    shown: bool,
) -> (String, String) {
    let named = |text: &str, with: &str| text.split(with).nth(1).is_some();
    let query = context.query;
    let chart = query.chart.record();
    let alone = !chart.obeys("by") && !chart.needs.two_periods && !chart.needs.outlines;
    for with in [words::those_with(query.measure), words::those_with_both()] {
        let phrase = Subject { with: Some(with), ..context.subject_in(&[]) }.partner();
        if alone && headline.chars().count() > LONGEST && named(&headline, &phrase) {
            let told = named(&subtitle, with);
            let subtitle = if told { subtitle } else { words::those_alone(&subtitle, with) };
            return (headline.replacen(&phrase, "", 1), subtitle);
        }
    }
    let needs = chart.needs;
    // Where value and quantity are matched, it is said with them.
    if !shown || needs.every_measure || needs.weight_of_all {
        return (headline, subtitle);
    }
    let [own, earlier] = context.compared();
    let periods = [own, earlier, Period::year_to_date(context.summary.period.end())];
    let other = (chart.opposed)(query);
    let mut keys = std::iter::once(query.key()).chain(other);
    let known = |key: &SeriesKey| {
        let series = context.dataset.series(key);
        let known = periods.iter().copied().filter(|own| amount(&series, *own).is_ok());
        partners_with(context.dataset, key, &known.collect_vec())
    };
    match keys.find_map(|key| known(&key)) {
        Some(with) if !named(&headline, with) && !named(&subtitle, with) => {
            let subtitle = words::those_alone(&subtitle, with);
            (headline, subtitle)
        }
        _ => (headline, subtitle),
    }
}

/// How many parts are in another unit than the total, and so are none of it.
fn count_in_other_units(context: &Context<'_>) -> usize {
    let (key, unit) = (context.query.key(), context.unit());
    let (dataset, by) = (context.dataset, context.query.by);
    let is_part = |other: &&&SeriesKey| {
        let same = (other.flow, other.measure) == (key.flow, key.measure);
        same && match by {
            Side::Partner => other.product == key.product && other.partner != key.partner,
            Side::Product => {
                other.partner == key.partner
                    && dataset.lies_within(&other.product, &key.product, key.flow)
            }
        }
    };
    let keys = dataset.keys();
    let elsewhere = |other: &&&SeriesKey| dataset.series_in(other, unit).is_empty();
    if by == Side::Partner && !key.partner.is_world() {
        return 0;
    }
    keys.iter().filter(is_part).filter(elsewhere).count()
}

/// The note on these.
pub fn in_other_units(context: &Context<'_>) -> Option<String> {
    let count = count_in_other_units(context);
    (count > 0).then(|| words::in_other_units(kind(context), count, context.unit()))
}

/// A part that is alone where others are in another unit is alone in its own.
fn alone_in_its_unit(context: &Context<'_>, leading: Leading) -> Leading {
    match leading {
        Leading::Alone if count_in_other_units(context) > 0 => Leading::AloneInUnit,
        leading => leading,
    }
}

/// Whether the data hold any part of what the query is about, along either side.
fn has_parts(dataset: &Dataset, query: &Query) -> bool {
    // Their file comes when it is first asked for.
    if dataset.awaits(PartRole::Partners) {
        return true;
    }
    // The first page's module takes nothing apart: that there are partners is all it has to know.
    if !cfg!(feature = "whole") {
        let own = query.key();
        let part = |key: &&SeriesKey| {
            let same = (key.flow, key.measure) == (own.flow, own.measure);
            same && key.product == own.product && !key.partner.is_world()
        };
        return dataset.keys().iter().any(part);
    }
    [Side::Partner, Side::Product]
        .into_iter()
        .any(|side| any_parts(dataset, &query.key(), side, |_| true))
}

/// Whether a part is known beside the total of a period that shares are shown of.
fn has_shares(dataset: &Dataset, query: &Query) -> bool {
    any_part(dataset, query, |total, part| {
        let mut own = part.figures().map(|own| own.period);
        own.any(|own| total.is_own_period(own) && amount(total, own).is_ok())
    })
}

/// Whether a part is known beside the total of two periods that are compared.
fn has_changed_parts(dataset: &Dataset, query: &Query) -> bool {
    any_part(dataset, query, |total, part| {
        let known = |period: Period| amount(total, period).is_ok() && amount(part, period).is_ok();
        part.figures().map(|own| own.period).any(|own| known(own) && can_be_compared(own, known))
    })
}

/// Whether a part along either side is what is asked of it, beside the total; where parts cannot be looked at yet or
/// here, whether there may be any.
fn any_part(dataset: &Dataset, query: &Query, asked: impl Fn(&Series, &Series) -> bool) -> bool {
    if !cfg!(feature = "whole") || dataset.awaits(PartRole::Partners) {
        return has_parts(dataset, query);
    }
    let total = dataset.series(&query.key());
    let wanted = |part: &Part| asked(&total, &part.series);
    [Side::Partner, Side::Product]
        .into_iter()
        .any(|side| any_parts(dataset, &query.key(), side, wanted))
}

/// Whether both value and quantity are known of what the query is about.
fn has_both_measures(dataset: &Dataset, query: &Query) -> bool {
    let (value, quantity) = value_and_quantity(dataset, &query.key());
    !value.is_empty() && !quantity.is_empty()
}

/// Whether both are known of two periods that one can be compared with the other.
fn has_two_periods(dataset: &Dataset, query: &Query) -> bool {
    let (value, quantity) = value_and_quantity(dataset, &query.key());
    let both = value.figures().map(|figure| figure.period);
    let both = both.filter(|period| quantity.figure(*period).is_some()).collect_vec();
    both.iter().any(|own| can_be_compared(*own, |period| both.contains(&period)))
}

/// Whether a period that a change may be on is known: the same of the year before, or the month before.
fn can_be_compared(own: Period, known: impl Fn(Period) -> bool) -> bool {
    known(own.years_before(1)) || known(Period::month(own.start - 1))
}

/// What the total is broken down into.
const fn kind(context: &Context<'_>) -> Parts {
    Parts { by: context.query.by, flow: context.query.flow }
}

/// The sources of all these amounts, each once.
fn all_sources<'a>(amounts: impl IntoIterator<Item = &'a Amount>) -> Vec<usize> {
    let mut all = amounts.into_iter().flat_map(|own| own.sources.iter().copied()).collect_vec();
    sort_unique(&mut all);
    all
}

/// Parts that exceed their total by less than this share of it differ by rounding.
const EVEN: f64 = 0.005;

/// That the parts are more than their total, for each of these periods in which they are: with the total
/// what it leaves of no part.
fn exceeding(context: &Context<'_>, unit: Unit, totals: [(f64, &Amount); 2]) -> Vec<String> {
    let more = totals.into_iter().filter(|(rest, of)| *rest < -EVEN * of.value);
    let said = |(rest, of): (f64, &Amount)| {
        let sum = Quantity { value: of.value - rest, unit, decimals: 0, rough: false };
        they_exceed(kind(context), sum, of.period)
    };
    more.map(said).collect_vec()
}

/// The notes on partners with a figure for a period that are not listed because what is listed counts the same
/// trade: groups whose members are, and members whose group is.
fn overlapping(parts: &[Part], period: Period, listed: &dyn Fn(&str) -> bool) -> Vec<String> {
    let (listed, others): (Vec<&Part>, Vec<&Part>) =
        parts.iter().partition(|part| listed(&part.name));
    let month = period.end();
    let (mut groups, mut members) = (Vec::new(), Vec::new());
    for part in others {
        let Ok(own) = amount(&part.series, period) else { continue };
        let said = words::group_with(&part.name, own.quantity(part.series.unit()));
        if listed.iter().any(|own| own.is_within(part, month)) {
            groups.push(said);
        } else if listed.iter().any(|own| own.overlaps(part, month)) {
            members.push(said);
        }
    }
    let said = |names: Vec<String>, say: fn(&[String], Period) -> String| {
        (!names.is_empty()).then(|| say(&names, period))
    };
    let groups = said(groups, words::groups_left_out);
    groups.into_iter().chain(said(members, words::members_left_out)).collect_vec()
}

/// What is said of what is no part by itself: of a reader's own data it is known to be the others.
fn rest(context: &Context<'_>) -> &'static str {
    words::rest(context.dataset.is_own())
}

/// A part's name as it stands within a sentence: `the United States`, `magnets`.
fn part_name(context: &Context<'_>, parts: &[Part], name: &str) -> String {
    let part = parts.iter().find(|part| part.name == name);
    name_within(context, name, part.map(|part| &part.series.key().partner))
}

/// The same of a part whose partner is known.
fn name_within(context: &Context<'_>, name: &str, partner: Option<&Partner>) -> String {
    if context.query.by == Side::Product {
        return within(name);
    }
    partner.map_or(name, |partner| context.dataset.partner(partner)).to_owned()
}

/// The series of value and of quantity.
fn value_and_volume(context: &Context<'_>) -> (Series, Series) {
    value_and_quantity(context.dataset, &context.query.key())
}

/// That there is no quantity of a period whose value is known, where that is why there is no unit value of it.
fn without_quantity(
    dataset: &Dataset,
    [value, quantity]: &[&Series; 2],
    period: Period,
    why: &Unavailable,
) -> Option<String> {
    let known = |series: &Series| amount(series, period).is_ok();
    let lacks = matches!(why, Unavailable::NotReported(_)) && known(value) && !known(quantity);
    let any = || {
        [Measure::Volume, Measure::Quantity].iter().any(|own| dataset.unit_known(*own).is_some())
    };
    lacks.then(|| match any() {
        true => no_quantity(quantity.unit().measure(), period),
        false => no_quantities().to_owned(),
    })
}

/// Bars from the top in percentage points, each from where the one before ends; the last is the whole.
fn waterfall<'a>(steps: impl Iterator<Item = (&'a str, (f64, f64))>) -> Graph {
    let steps = steps.collect_vec();
    let bounds = || steps.iter().flat_map(|(_, (from, to))| [*from, *to]);
    let ticks = nice_ticks(bounds().fold(0.0, f64::min), bounds().fold(0.0, f64::max), 5);
    let ends = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let rows =
        steps.iter().map(|(name, _)| Row { name: (*name).to_owned(), absent: String::new() });
    let mut graph = Graph::new(XAxis::Points(ends.0, ends.1), YAxis::Rows(rows.collect_vec()));
    let whole = steps.len().saturating_sub(1);
    let bar = |(row, (_, (from, to))): (usize, &(&str, (f64, f64)))| {
        let (y, size) = (row as f64, to - from);
        Bar {
            x: (*from, *to),
            y: (y - 0.3, y + 0.3),
            tone: match size {
                _ if row == whole => Tone::Near,
                size if size < 0.0 => Tone::Fall,
                _ => Tone::Rise,
            },
            chosen: false,
            text: size_of_step(size, row == whole),
        }
    };
    graph.layers.push(Layer::Bars(steps.iter().enumerate().map(bar).collect_vec()));
    graph
}

/// How long a bar of a waterfall is: of the whole in percent, of a part in percentage points of it.
fn size_of_step(size: f64, whole: bool) -> String {
    if whole { percent(size) } else { words::points(size) }
}
