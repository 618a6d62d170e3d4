//! The products, partners and periods to choose from in the data read, and their search.

use crate::util::Lower as _;
use std::collections::BTreeMap;

use super::tidy::short_name;
use crate::import::cells::vocabulary::System;
use crate::import::reader::Reader;
use crate::import::store::{Entry, Store};
use crate::trade::{Month, Partner, Period};
use crate::util;
use crate::wording::say::import::tidy;
use crate::wording::say::names;

/// A code and how much it weighs among the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The code.
    pub code: String,
    /// The name, else the code.
    pub name: String,
    /// What it is ranked by.
    pub total: f64,
}

/// The reporters of what was read, the most reported first.
pub fn reporters(reader: &Reader) -> Vec<Ranked> {
    let store = &reader.store;
    let mut totals = vec![0.0; store.reporters.len()];
    for (trade, sums) in store.trades() {
        if let Some(total) = totals.get_mut(trade.reporter as usize) {
            *total += sums.count() as f64;
        }
    }
    let ranked = |(number, total): (usize, f64)| {
        let entry = store.reporters.get(u32::try_from(number).ok()?)?;
        Some(Ranked { code: entry.code.clone(), name: named(reader, entry), total })
    };
    let mut found: Vec<Ranked> = totals.into_iter().enumerate().filter_map(ranked).collect();
    found.retain(|one| one.total > 0.0);
    util::sort(&mut found, |one, other| other.total.total_cmp(&one.total));
    found
}

/// How much a reporter traded in each product and with each partner: what lists are ranked by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// By code, the headings and chapters above those of the files among them.
    products: BTreeMap<String, f64>,
    /// By number.
    partners: Vec<f64>,
}

/// Adds up what lists are ranked by; `chapters` may be there without a row of theirs being read.
pub fn totals(reader: &Reader, reporter: &str, chapters: &BTreeMap<String, f64>) -> Totals {
    let store = &reader.store;
    let own = store.reporters.find(reporter);
    let mut products = vec![0.0f64; store.products.len()];
    let mut partners = vec![0.0f64; store.partners.len()];
    for (trade, sums) in store.trades() {
        let is_own = Some(trade.reporter) == own;
        if !is_own && !store.both_sides {
            continue;
        }
        let amounts = sums.map(|(_, sums)| sums.value.or(sums.weight).unwrap_or(0.0));
        // What is there with no amount of its own still belongs into the lists.
        let amount = amounts.sum::<f64>() + f64::MIN_POSITIVE;
        products.get_mut(trade.product as usize).into_iter().for_each(|own| *own += amount);
        if is_own {
            partners.get_mut(trade.partner as usize).into_iter().for_each(|own| *own += amount);
        }
    }
    let by_code = store.products.all().filter_map(|(number, entry)| {
        let total = products.get(number as usize).copied().filter(|total| *total > 0.0)?;
        Some((entry.code.clone(), total))
    });
    let mut products: BTreeMap<String, f64> = util::in_order(by_code);
    let hs = |code: &str| {
        store
            .products
            .find(code)
            .and_then(|number| store.products.get(number))
            .is_none_or(|entry| entry.system == System::Hs)
    };
    add_above(&mut products, &hs);
    for (chapter, rows) in chapters {
        products.entry(chapter.clone()).or_insert(*rows * f64::MIN_POSITIVE);
    }
    Totals { products, partners }
}

/// The chapters and headings above the codes, where the files have none of them: each the sum of
/// the codes right below it.
fn add_above(products: &mut BTreeMap<String, f64>, hs: &dyn Fn(&str) -> bool) {
    for length in [4, 2] {
        let mut above: BTreeMap<String, f64> = BTreeMap::new();
        for (code, total) in products.iter() {
            let digits = code.get(..length).is_some_and(is_digits)
                && code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
                && hs(code);
            // Ten digits stand below six, six below four, four below two.
            let next = if length == 2 { code.len() == 4 } else { code.len() > 4 };
            if let Some(head) = code.get(..length).filter(|_| digits && next) {
                *above.entry(head.to_owned()).or_default() += total;
            }
        }
        for (code, total) in above {
            products.entry(code).or_insert(total);
        }
    }
}

/// The products that every word of `wanted` is in the code or name of, at most `most`, and how many
/// there are in all: largest first, but under a code as the Harmonized System orders them. Without a
/// word, the System's tree, open where `chosen` is.
pub fn products(
    reader: &Reader,
    totals: &Totals,
    wanted: &str,
    chosen: &str,
    most: usize,
) -> (Vec<Ranked>, usize) {
    let wanted = Wanted::new(wanted);
    let names = &reader.store.products;
    let ranked = totals.products.iter().filter_map(|(code, total)| {
        let entry = names.find(code).and_then(|number| names.get(number));
        let own = entry.map_or("", |entry| entry.name.as_str());
        let hs = entry.is_none_or(|entry| entry.system == System::Hs) || code == "TOTAL";
        let short = short_name(reader, code, own).filter(|_| hs);
        let own = if own.is_empty() { code } else { own };
        let name = short.as_deref().unwrap_or(own);
        let fits = if wanted.is_blank() {
            is_open(&totals.products, code, chosen)
        } else {
            wanted.fits(code, &[name, own])
        };
        fits.then(|| Ranked { code: code.clone(), name: name.to_owned(), total: *total })
    });
    let mut found: Vec<Ranked> = ranked.collect();
    if wanted.is_blank() {
        // In the order of the System; of what has no place in it the largest.
        if found.len() > most {
            util::sort_by_key(&mut found, |one| !is_digits(&one.code));
        }
    } else if !wanted.is_code() {
        util::sort(&mut found, largest_first);
    }
    shortened(found, most)
}

/// Whether there are goods of the Harmonized System that only its table can name: no file does, or in words that
/// are too many for a headline.
pub fn unnamed_goods(reader: &Reader) -> bool {
    let store = &reader.store;
    let heads = |entry: &Entry| entry.code.len() == 4 || entry.name.is_empty();
    !reader.goods.is_known()
        && store.products.all().any(|(_, entry)| {
            entry.system == System::Hs
                && entry.code.len() >= 4
                && is_digits(&entry.code)
                && heads(entry)
        })
}

/// Whether a code is in sight in the tree: nothing stands above it, or what does is `chosen` or above
/// that.
fn is_open(products: &BTreeMap<String, f64>, code: &str, chosen: &str) -> bool {
    let above = (2..code.len()).rev().filter_map(|length| code.get(..length));
    let mut above = above.filter(|above| is_digits(code) && products.contains_key(*above));
    above.next().is_none_or(|above| chosen.starts_with(above))
}

/// The words that somebody looks for.
struct Wanted(Vec<String>);

impl Wanted {
    fn new(text: &str) -> Self {
        Self(text.lower().split_whitespace().map(str::to_owned).collect())
    }

    const fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    fn is_code(&self) -> bool {
        self.0.iter().all(|word| is_digits(word))
    }

    /// Whether each word begins the code or is in one of the names.
    fn fits(&self, code: &str, names: &[&str]) -> bool {
        let code = code.lower();
        let names: Vec<String> = names.iter().map(|name| name.lower()).collect();
        self.0.iter().all(|word| {
            code.starts_with(word) || names.iter().any(|name| name.contains(word.as_str()))
        })
    }
}

fn is_digits(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The partners that every word of `wanted` is in the code or name of, largest first.
pub fn partners(
    reader: &Reader,
    totals: &Totals,
    wanted: &str,
    most: usize,
) -> (Vec<Ranked>, usize) {
    let wanted = Wanted::new(wanted);
    let ranked = reader.store.partners.all().filter_map(|(number, entry)| {
        let total = totals.partners.get(number as usize).copied().filter(|total| *total > 0.0)?;
        let known = reader.names.shown(&entry.code).unwrap_or_default();
        let fits = wanted.fits(&entry.code, &[&entry.name, known]);
        fits.then(|| Ranked { code: entry.code.clone(), name: named(reader, entry), total })
    });
    let mut found: Vec<Ranked> = ranked.collect();
    // All partners together can be chosen whether the files have a row for them or not.
    let whole = Entry { code: Partner::WORLD.to_owned(), ..Entry::default() };
    let name = named(reader, &whole);
    let total: f64 = totals.partners.iter().sum();
    if found.iter().all(|one| one.code != whole.code)
        && total > 0.0
        && wanted.fits(&whole.code, &[&name])
    {
        found.push(Ranked { code: whole.code, name, total });
    }
    util::sort(&mut found, largest_first);
    shortened(found, most)
}

fn largest_first(one: &Ranked, other: &Ranked) -> std::cmp::Ordering {
    other.total.total_cmp(&one.total)
}

fn shortened(mut found: Vec<Ranked>, most: usize) -> (Vec<Ranked>, usize) {
    let all = found.len();
    found.truncate(most);
    (found, all)
}

/// The product that a reader most likely wants first: rare earths and magnets where there are any,
/// else all goods, else the largest that the files have.
pub fn first_product(reader: &Reader, totals: &Totals) -> Option<String> {
    // Before anything of a folder was fetched, its chapters are all that is known of it.
    let unread = reader.store.is_empty();
    let known = |code: &&str| {
        let has = |code: &str| totals.products.contains_key(code);
        has(code) || unread && code.get(..2).is_some_and(has)
    };
    let liked = ["2846", "284690", "280530", "8505", "850511", "TOTAL"].into_iter().find(known);
    let own = |(code, _): &(&String, &f64)| reader.store.products.find(code).is_some();
    let largest = || {
        let own = totals.products.iter().filter(own);
        own.max_by(|one, other| one.1.total_cmp(other.1)).or(totals.products.first_key_value())
    };
    liked.map(str::to_owned).or_else(|| largest().map(|(code, _)| code.clone()))
}

/// A product and, beside it, the others that the files have of a reporter, the largest first.
pub fn goods(reader: &Reader, totals: &Totals, main: &str, most: usize) -> Vec<String> {
    let own = |code: &str| code != main && reader.store.products.find(code).is_some();
    let mut others: Vec<(&String, &f64)> =
        totals.products.iter().filter(|(code, _)| own(code)).collect();
    util::sort(&mut others, |one, other| other.1.total_cmp(one.1));
    let others = others.into_iter().take(most).map(|(code, _)| code.clone());
    std::iter::once(main.to_owned()).chain(others).collect()
}

/// The first and last month of what was read.
pub fn extent(store: &Store) -> Option<(Month, Month)> {
    let periods = || store.trades().flat_map(|(_, months)| months.map(|(period, _)| period));
    Some((periods().map(|period| period.start).min()?, periods().map(Period::end).max()?))
}

/// A country's name, else its code; all together are called alike, whatever their row says.
fn named(reader: &Reader, entry: &Entry) -> String {
    if entry.code == Partner::WORLD {
        return tidy::world().to_owned();
    }
    let own = Some(entry.name.as_str()).filter(|name| !name.is_empty());
    names::shown(own, reader.names.shown(&entry.code)).unwrap_or_else(|| entry.code.clone())
}
