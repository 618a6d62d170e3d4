//! A reporter's trade by partner or product in some periods, for tables, with the same sums as the charts.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::Choice;
use super::figures::{ALL_GOODS, Made, Told, figures_of, is_below, own_trades};
use super::tidy::{country_name, label};
use crate::import::reader::Reader;
use crate::import::store::{Entry, Store, Trade};
use crate::trade::{Flow, Partner, Period, Unit};
use crate::util::CollectVec as _;
use crate::util::in_order;
use crate::wording::say::import::tidy as words;

/// What a line is beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// All of it.
    Whole,
    /// A part.
    Part,
    /// What holds others that are listed as well.
    Group,
}

/// A figure of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// In the store's money.
    pub value: Option<f64>,
    /// In tonnes.
    pub weight: Option<f64>,
    /// In another unit.
    pub count: Option<(f64, Unit)>,
    /// Whether no row has it as it stands.
    pub derived: bool,
    /// Whether it is a sum of partners some of which give value and not weight, or the reverse.
    pub one_sided: bool,
}

/// The figures of a partner or a product.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The code.
    pub code: String,
    /// The name, as a list has it.
    pub name: String,
    /// What else it goes by.
    pub also: String,
    /// What it is beside the others.
    pub place: Place,
    /// By period.
    pub figures: BTreeMap<Period, Figure>,
}

/// Of how many trades of a reporter something is known, by period: in a product, or with a partner.
pub fn known_periods(
    store: &Store,
    reporter: &str,
    flow: Flow,
    product: Option<&str>,
    partner: &str,
) -> BTreeMap<Period, usize> {
    let seen = own_trades(store, reporter);
    let of_product = |trade: &Trade| {
        let entry = store.products.get(trade.product);
        product.is_none_or(|code| {
            entry.is_some_and(|entry| entry.code == code || stands_below(&entry.code, code))
        })
    };
    let everybody = product.is_some() || partner == Partner::WORLD;
    let mut known = BTreeMap::new();
    for (trade, months) in store.trades() {
        let Some((_, other)) = seen(trade).filter(|(own, _)| *own == flow) else { continue };
        let with = || other.entry(store).is_some_and(|entry| entry.code == partner);
        if of_product(trade) && (everybody || with()) {
            for (period, _) in months {
                *known.entry(period).or_default() += 1;
            }
        }
    }
    known
}

fn stands_below(code: &str, above: &str) -> bool {
    above == ALL_GOODS || is_below(code, above)
}

/// A product's trade by partner, all of them together among them.
pub fn by_partner(
    reader: &Reader,
    (reporter, product): (&str, &str),
    flow: Flow,
    kept: &dyn Fn(Period) -> bool,
) -> Vec<Broken> {
    let choice = chosen(reporter, product);
    let found = figures_of(&reader.store, &choice, Told::Itself, &|own, period| {
        own == flow && kept(period)
    });
    let mut lines: BTreeMap<String, BTreeMap<Period, Figure>> = BTreeMap::new();
    for ((_, own, partner, period), made) in found {
        if own == flow && partner != Partner::BOTH {
            lines.entry(partner).or_default().insert(period, figure(&made));
        }
    }
    let named = |(code, figures): (String, BTreeMap<Period, Figure>)| {
        let shown = reader.names.shown(&code).unwrap_or_default().to_owned();
        let name = if code == Partner::WORLD {
            words::world().to_owned()
        } else {
            country_name(reader, &code).unwrap_or_else(|| code.clone())
        };
        let place = match code.as_str() {
            Partner::WORLD => Place::Whole,
            code if Entry::is_group_code(code) => Place::Group,
            _ => Place::Part,
        };
        Broken { code, name, also: shown, place, figures }
    };
    lines.into_iter().map(named).collect_vec()
}

/// A reporter's trade with a partner by product: the codes of the files, all goods together where that
/// is known, and the chosen product where it is a sum of these.
pub fn by_product(
    reader: &Reader,
    (reporter, product): (&str, &str),
    partner: &str,
    flow: Flow,
    kept: &dyn Fn(Period) -> bool,
) -> Vec<Broken> {
    let store = &reader.store;
    let seen = own_trades(store, reporter);
    let mut of_partner: BTreeMap<(u32, Period), Made> = BTreeMap::new();
    let mut of_all: BTreeMap<(u32, Period), Made> = BTreeMap::new();
    for (trade, months) in store.trades() {
        let Some((_, other)) = seen(trade).filter(|(own, _)| *own == flow) else { continue };
        let Some(entry) = other.entry(store) else { continue };
        let is_own = entry.code == partner;
        if !is_own && (partner != Partner::WORLD || entry.is_group()) {
            continue;
        }
        let unit = store.products.get(trade.product).and_then(|entry| entry.unit);
        let into = if is_own { &mut of_partner } else { &mut of_all };
        for (period, sums) in months.filter(|(period, _)| kept(*period)) {
            let made = into.entry((trade.product, period)).or_default();
            made.counted_in(unit.filter(|_| sums.count.is_some()));
            if is_own {
                made.add(&sums, 1);
            } else {
                made.add_partner(&sums);
            }
        }
    }
    // Where no row has all partners together they are added up, as the charts do.
    for (key, made) in of_all {
        of_partner.entry(key).or_insert(made);
    }
    let mut lines: BTreeMap<u32, BTreeMap<Period, Figure>> = BTreeMap::new();
    for ((number, period), made) in of_partner {
        lines.entry(number).or_default().insert(period, figure(&made));
    }
    let mut all: Vec<(Entry, BTreeMap<Period, Figure>)> = lines
        .into_iter()
        .filter_map(|(number, figures)| Some((store.products.get(number)?.clone(), figures)))
        .collect_vec();
    for code in [ALL_GOODS, product] {
        if all.iter().any(|(entry, _)| entry.code == code) {
            continue;
        }
        let mut figures = by_partner(reader, (reporter, code), flow, kept);
        figures.retain(|line| line.code == partner);
        if let Some(line) = figures.pop() {
            all.push((Entry { code: code.to_owned(), ..Entry::default() }, line.figures));
        }
    }
    let codes: BTreeSet<String> = in_order(all.iter().map(|(entry, _)| entry.code.clone()));
    let named = |(entry, figures): (Entry, BTreeMap<Period, Figure>)| {
        let after = || {
            codes.range::<str, _>((
                std::ops::Bound::Excluded(entry.code.as_str()),
                std::ops::Bound::Unbounded,
            ))
        };
        let place = match entry.code.as_str() {
            ALL_GOODS => Place::Whole,
            code if after().next().is_some_and(|next| is_below(next, code)) => Place::Group,
            _ => Place::Part,
        };
        let name = if place == Place::Whole {
            words::all_goods().to_owned()
        } else {
            label(reader, &entry)
        };
        Broken { name, also: entry.name.clone(), code: entry.code, place, figures }
    };
    all.into_iter().map(named).collect_vec()
}

fn chosen(reporter: &str, product: &str) -> Choice {
    Choice {
        reporter: reporter.to_owned(),
        products: vec![product.to_owned()],
        partners: 0,
        also: Vec::new(),
        mirror: false,
    }
}

fn figure(made: &Made) -> Figure {
    let count = made.sums.count.zip(made.unit.filter(|_| !made.mixed));
    Figure {
        value: made.sums.value,
        weight: made.sums.weight,
        count,
        derived: made.sums.derived || made.partners > 0 || made.parts > 1,
        one_sided: matches!(made.lacking, [value, weight, _] if value + weight > 0),
    }
}

/// A partner's name, as a list has it.
pub fn partner_label(reader: &Reader, code: &str) -> String {
    country_name(reader, code).unwrap_or_else(|| code.to_owned())
}

/// A product's code and short name, as a headline has them.
pub fn product_label(reader: &Reader, code: &str) -> String {
    let store = &reader.store;
    let entry = store.products.find(code).and_then(|number| store.products.get(number));
    label(
        reader,
        &entry.cloned().unwrap_or_else(|| Entry { code: code.to_owned(), ..Entry::default() }),
    )
}
