//! Totals without a known name: names whose figures equal the sum of all others.

use rustc_hash::FxHashMap;

use super::{Store, Trade};
use crate::import::cells::countries::alpha2;
use crate::trade::{Flow, Partner, Period};
use crate::util;

/// More sums than are looked through.
const MOST: usize = 200_000;

/// How far a total may be from the sum of its rounded parts.
const ROUNDED: f64 = 1e-3;

/// Figures of one time, direction and reporter by what they are of.
type Groups = FxHashMap<(u32, u32, Flow, Period), Vec<(u32, f64)>>;

/// What figures of one time, direction and two of reporter, partner and goods are of, by the third.
fn groups(store: &Store, key: fn(&Trade) -> (u32, u32, u32)) -> Groups {
    let mut found = Groups::default();
    if store.len() > MOST {
        return found;
    }
    for (trade, months) in store.trades() {
        let (one, other, own) = key(trade);
        for (period, sums) in months {
            let Some(amount) = sums.value.or(sums.weight) else { continue };
            found.entry((one, other, trade.flow, period)).or_default().push((own, amount));
        }
    }
    found
}

fn of_partners(store: &Store) -> Vec<u32> {
    let world = |number: u32| {
        store.partners.get(number).is_some_and(|own| own.code == Partner::WORLD || own.is_group())
    };
    summing(&groups(store, |own| (own.reporter, own.product, own.partner)), world)
}

/// The partners and the reporters each of whose figures is the sum of all others beside it.
pub fn whole(store: &Store) -> (Vec<u32>, Vec<u32>) {
    let reporters = groups(store, |own| (own.partner, own.product, own.reporter));
    (of_partners(store), summing(&reporters, |_| false))
}

/// The words of partners and of goods each of whose figures is the sum of all others beside it, and whether it is a
/// country's.
pub fn totals(store: &Store) -> Vec<(String, bool)> {
    // Codes of digits have their levels in them.
    let coded = |number: u32| {
        store.products.get(number).is_some_and(|own| {
            own.code == "TOTAL" || own.code.bytes().any(|byte| byte.is_ascii_digit())
        })
    };
    let products = groups(store, |own| (own.reporter, own.partner, own.product));
    let land = |number| store.partners.get(number).is_some_and(|own| alpha2(&own.code).is_some());
    let partners = of_partners(store)
        .into_iter()
        .filter_map(|number| Some((store.partners.written(number)?, land(number))));
    let products = summing(&products, coded)
        .into_iter()
        .filter_map(|number| Some((store.products.written(number)?, false)));
    partners.chain(products).collect()
}

/// The numbers that are the sum of all others wherever they stand; groups that hold one of `known`'s have
/// their total, or no names to look through.
fn summing(groups: &Groups, known: impl Fn(u32) -> bool) -> Vec<u32> {
    // How often each is there, and how often it is the sum of the others, and exactly so.
    let mut counts: FxHashMap<u32, (u32, u32, u32)> = FxHashMap::default();
    let mut looked = 0;
    for group in groups.values() {
        if group.len() < 3 || group.iter().any(|(number, _)| known(*number)) {
            continue;
        }
        looked += 1;
        let all: f64 = group.iter().map(|(_, amount)| amount).sum();
        for (number, amount) in group.iter().filter(|(_, amount)| *amount > 0.0) {
            let off = ((amount * 2.0 - all) / amount).abs();
            let own = counts.entry(*number).or_default();
            own.0 += 1;
            own.1 += u32::from(off < ROUNDED);
            own.2 += u32::from(off < 1e-9);
        }
    }
    // One time may be chance, unless it is exact.
    let mut found: Vec<u32> = counts
        .into_iter()
        .filter(|(_, (there, near, exact))| {
            near == there && *there * 5 >= looked * 4 && (*near > 1 || *exact == 1)
        })
        .map(|(number, _)| number)
        .collect();
    util::sort_by_key(&mut found, |own| *own);
    found
}
