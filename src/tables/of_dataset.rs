//! A breakdown of what a data set holds.

use super::asked::Asked;
use super::breakdown::{Amounts, Breakdown, Counted, Kind, Line, counts};
use super::periods::{Known, offered, usual};
use crate::statistics::structure::{Side, matched};
use crate::statistics::{amount, change_between};
use crate::trade::{Dataset, Measure, PartRole, Partner, Period, Series, SeriesKey, Words};
use crate::util::Lower as _;
use crate::util::{CollectVec as _, sort_by_key, sort_unique};
use crate::wording::say::subject::Subject;
use crate::wording::say::tables as words;

/// The files a table needs that have not been loaded yet.
pub fn awaited(dataset: &Dataset) -> Vec<String> {
    let of_trade = |role: &PartRole| matches!(role, PartRole::Partners | PartRole::Months);
    let parts = dataset.about.parts.iter().filter(|(role, _)| of_trade(role));
    let awaited = parts.filter(|(_, file)| !dataset.added.contains(file));
    awaited.map(|(_, file)| file.clone()).collect_vec()
}

/// The series of a line.
struct Own {
    value: Series,
    quantity: Series,
}

impl Own {
    /// What the chart counts.
    fn main(&self, measure: Measure) -> &Series {
        if measure == Measure::Value { &self.value } else { &self.quantity }
    }
}

/// Breaks the trade of `key` down by partner, or its partner's trade down by product; `studied` is the
/// month under study, or the period shown in its place.
pub fn of_dataset(dataset: &Dataset, key: &SeriesKey, studied: Period, asked: &Asked) -> Breakdown {
    let keys = keys(dataset, key, asked.by);
    let weighed = || keys.iter().any(|key| key.measure == Measure::Volume);
    let counts = counts(key.measure, weighed);
    let total_key = total_of(dataset, key, asked.by);
    // Weights are weighed as the total's are; what is in other money is shown as such.
    let in_unit = |key: &SeriesKey, measure: Measure| {
        let key = SeriesKey { measure, ..key.clone() };
        let unit = dataset.unit_of(&SeriesKey { measure, ..total_key.clone() });
        let found = dataset.series_in(&key, unit);
        if found.is_empty() { dataset.series(&key) } else { found }
    };
    let own = |key: &SeriesKey| Own {
        value: in_unit(key, Measure::Value),
        quantity: in_unit(key, counts),
    };
    let mut lines: Vec<(SeriesKey, Own)> = Vec::new();
    for key in keys {
        let same =
            |(one, _): &(SeriesKey, Own)| one.product == key.product && one.partner == key.partner;
        let is_total = key.product == total_key.product && key.partner == total_key.partner;
        if !is_total && !lines.last().is_some_and(same) {
            lines.push((key.clone(), own(key)));
        }
    }
    let mut known = Known::new();
    for figure in lines.iter().flat_map(|(_, own)| own.main(key.measure).figures()) {
        *known.entry(figure.period).or_default() += 1;
    }
    let total = own(&total_key);
    let is_whole = |period: Period| amount(total.main(key.measure), period).is_ok();
    // What is shown instead has a total, where anything has: shares are of one.
    let instead = || {
        let mut whole = known.clone();
        whole.retain(|own, _| is_whole(*own));
        usual(&whole, studied)
    };
    let near = || match usual(&known, studied) {
        Some(near) if near == studied || is_whole(near) => Some(near),
        near => instead().or(near),
    };
    let period = asked.period.or_else(near).unwrap_or(studied);
    let asked_for = key.measure;
    let line = |(key, own): &(SeriesKey, Own)| Line {
        kind: kind(dataset, key, &total_key, asked.by),
        stated: change_between(own.main(asked_for), period, period.years_before(1))
            .ok()
            .and_then(|change| change.stated),
        ..line(dataset, key, own, asked.by, period)
    };
    let total = line(&(total_key.clone(), total));
    let mut breakdown = Breakdown {
        subject: words::title(Subject::of(dataset, key.flow, &key.product, &key.partner), asked.by),
        by: asked.by,
        measure: key.measure,
        chosen: match asked.by {
            Side::Partner => key.partner.code().to_owned(),
            Side::Product => key.product.clone(),
        },
        period,
        periods: offered(&known, studied, period),
        total: Some(Line { kind: Kind::Part, ..total }),
        lines: lines.iter().map(line).collect_vec(),
        money: dataset.unit_known(Measure::Value),
        unit: dataset.unit_known(counts),
        notes: Vec::new(),
    };
    breakdown.settle_units();
    breakdown.notes.extend(breakdown.without_unit_value());
    if period != studied && asked.period.is_none() {
        breakdown.notes.push(words::too_few(asked.by, studied, period));
    }
    breakdown
}

/// The keys of a table's lines, those of one line beside each other.
fn keys<'a>(dataset: &'a Dataset, key: &SeriesKey, by: Side) -> Vec<&'a SeriesKey> {
    let mut keys = dataset.keys();
    keys.retain(|one| {
        one.flow == key.flow
            && one.partner.code() != Partner::BOTH
            && match by {
                Side::Partner => one.product == key.product,
                Side::Product => one.partner == key.partner,
            }
    });
    sort_by_key(&mut keys, |key| (&key.product, &key.partner));
    keys
}

/// All partners together; of products the one of the key where others are parts of it, but for one that is
/// itself part of the product that the data begin with: else that one.
fn total_of(dataset: &Dataset, key: &SeriesKey, by: Side) -> SeriesKey {
    match by {
        Side::Partner => SeriesKey { partner: Partner::world(), ..key.clone() },
        Side::Product => {
            let usual = &dataset.about.usual.product;
            let first = dataset.products.first().map(|product| &product.code);
            let whole = dataset.product(usual).map(|product| &product.code).or(first);
            let whole = whole.unwrap_or(usual);
            let within = |code: &str, wide: &str| dataset.lies_within(code, wide, key.flow);
            let has_parts = || dataset.products.iter().any(|one| within(&one.code, &key.product));
            let own = !within(&key.product, whole) && has_parts();
            let product = if own { &key.product } else { whole };
            SeriesKey { product: product.clone(), ..key.clone() }
        }
    }
}

fn kind(dataset: &Dataset, key: &SeriesKey, total: &SeriesKey, by: Side) -> Kind {
    match by {
        Side::Partner => {
            let record = dataset.record(key.partner.code());
            let group = record.is_some_and(|record| !record.members.is_empty());
            if group { Kind::Group } else { Kind::Part }
        }
        Side::Product if !dataset.lies_within(&key.product, &total.product, key.flow) => {
            Kind::Outside
        }
        Side::Product => {
            let others = dataset.products.iter();
            let mut inner =
                others.filter(|one| dataset.lies_within(&one.code, &key.product, key.flow));
            if inner.next().is_some() { Kind::Group } else { Kind::Part }
        }
    }
}

fn line(dataset: &Dataset, key: &SeriesKey, own: &Own, by: Side, period: Period) -> Line {
    let mut sources = Vec::new();
    let mut amounts = |period: Period| Amounts {
        value: counted(&own.value, period, &mut sources),
        quantity: counted(&own.quantity, period, &mut sources),
    };
    let (now, before) = (amounts(period), amounts(period.years_before(1)));
    sort_unique(&mut sources);
    let (code, name, aliases) = named(dataset, key, by);
    let other = aliases.iter().flat_map(|words| words.all());
    let other = other.map(|(_, words)| words).collect_vec().join(" ");
    // In the order of names, a name before the longer one that begins with it.
    let also = format!("{name}\n{code} {other}").lower();
    let one_sided =
        dataset.one_sided_of(key).next().is_some() && matched(dataset, key, &[period]).left_out > 0;
    Line { code, name, also, kind: Kind::Part, now, one_sided, before, stated: None, sources }
}

fn counted(series: &Series, period: Period, sources: &mut Vec<usize>) -> Option<Counted> {
    let found = amount(series, period).ok()?;
    sources.extend(&found.sources);
    let (unit, mark) = (series.unit(), found.origin.mark());
    Some(Counted { amount: found.value, decimals: found.decimals, unit, mark })
}

/// Code, name, and what else it is called.
fn named<'a>(dataset: &'a Dataset, key: &SeriesKey, by: Side) -> (String, String, Vec<&'a Words>) {
    match by {
        Side::Partner => {
            let code = key.partner.code();
            let record = dataset.record(code);
            let other = record.map(|record| vec![&record.names, &record.aliases]);
            let name = dataset.partner_name(&key.partner).to_owned();
            (code.to_owned(), name, other.unwrap_or_default())
        }
        Side::Product => {
            let product = dataset.product(&key.product);
            let name = dataset.product_label(&key.product).to_owned();
            let other = product.map(|product| vec![&product.aliases]);
            (key.product.clone(), name, other.unwrap_or_default())
        }
    }
}
