//! The figures of a choice: sums by product, flow, partner and months, as the reporter or its partners
//! report them.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::choice::Choice;
use crate::import::store::{Entry, Store, Sums, Trade, plus};
use crate::trade::{Flow, Measure, Partner, Period, Unit};
use crate::util::CollectVec as _;
use crate::util::{self, in_order};

/// Where several rows make one figure, how.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Made {
    pub sums: Sums,
    pub parts: usize,
    /// Of a sum of partners, how many they are, and how many of them lack value, weight and the quantity that is
    /// no weight.
    pub partners: usize,
    pub lacking: [usize; 3],
    /// What its quantity is in, where that is no weight.
    pub unit: Option<Unit>,
    /// Whether quantities in two units fell together, which do not add up.
    pub mixed: bool,
}

/// How a partner's figures tell that not all of its trade is in the sum of all partners' values and
/// in that of their quantities: it gives the one and not the other, which others give.
fn is_one_sided(own: &Made, world: &Made) -> bool {
    let (own, all) = (&own.sums, &world.sums);
    let quantities = [(own.weight, all.weight), (own.count, all.count.filter(|_| !world.mixed))];
    let one_sided = |(quantity, of_all): (Option<f64>, Option<f64>)| {
        all.value.is_some() && of_all.is_some() && own.value.is_some() != quantity.is_some()
    };
    quantities.into_iter().any(one_sided)
}

/// The figures of partners that in some period give value or quantity alone, where all of them together
/// are our sum: what is divided, or compared, must be told without them.
pub fn one_sided(figures: &Figures) -> Figures {
    let world_of = |(product, flow, _, period): &(usize, Flow, String, Period)| {
        let world = figures.get(&(*product, *flow, Partner::WORLD.to_owned(), *period))?;
        (world.partners > 0).then_some(world)
    };
    let summed = || {
        let parts = figures.iter().filter(|((_, _, partner, _), _)| is_one(partner));
        parts.filter_map(|(key, made)| Some((key, made, world_of(key)?)))
    };
    let found = summed().filter(|(_, made, world)| is_one_sided(made, world));
    // In order, as the figures are: a list takes a tenth of the code of a set.
    let found: Vec<(usize, Flow, &str)> =
        found.map(|((product, flow, partner, _), ..)| (*product, *flow, &**partner)).collect_vec();
    let own = summed().filter(|((product, flow, partner, _), ..)| {
        found.binary_search(&(*product, *flow, &**partner)).is_ok()
    });
    in_order(own.map(|(key, made, _)| (key.clone(), *made)))
}

/// Adds the partners that are not shown by name, all together, and as the one whose square is the sum of theirs: no more
/// is needed to tell how concentrated a trade is.
pub fn add_unnamed(
    told: &mut Figures,
    figures: &Figures,
    is_shown: &dyn Fn(usize, &String) -> bool,
) {
    for (code, there, back) in [
        (Partner::UNNAMED, (|own| own) as fn(f64) -> f64, (|own| own) as fn(f64) -> f64),
        (Partner::ROOT, |own| own * own, f64::sqrt),
    ] {
        let mut sums = Figures::new();
        for ((product, flow, partner, period), made) in figures {
            if is_one(partner) && !is_shown(*product, partner) {
                join(&mut sums, (*product, *flow, code, *period), &made.each(there));
            }
        }
        for (key, made) in sums {
            told.entry(key).or_insert(made.each(back));
        }
    }
}

/// What is less than this share of all may be lacking in a sum.
const SLIGHT: f64 = 0.01;

/// The sums of quantities, of one measure, that lack those of partners which other sums of the same trade hold: nothing is to be
/// compared over different partners.
///
/// [`one_sided`] cannot stand for it: a ratio of one period is sound once partners that lack one of its two
/// amounts are left out of both, and those are known by name. Here the sum itself is withheld, because months
/// whose partners give all stand beside it; where every month lacks the same partners, months can be compared
/// though the ratio needs to leave them out. They are in order.
pub fn uneven_sums(figures: &Figures, measure: Measure) -> Vec<(usize, Flow, Period)> {
    // Of a sum the value of all its partners, that of those without a quantity, and the quantity of the others.
    let mut worth: BTreeMap<(usize, Flow, Period), [f64; 3]> = BTreeMap::new();
    for ((product, flow, partner, period), made) in figures {
        if let Some(value) = made.sums.value.filter(|_| is_one(partner)) {
            let [all, untold, given] = worth.entry((*product, *flow, *period)).or_default();
            let quantity = made.quantity(measure);
            *all += value;
            *untold += if quantity.is_none() { value } else { 0.0 };
            *given += quantity.unwrap_or_default();
        }
    }
    let sums = figures.iter().filter(|((_, _, partner, _), made)| {
        partner == Partner::WORLD && made.partners > 0 && made.quantity(measure).is_some()
    });
    let keys = sums.map(|((product, flow, _, period), made)| ((*product, *flow, *period), made));
    let (mut uneven, mut even) = (Vec::new(), Vec::new());
    for (key, made) in keys {
        // What is more than they give is hardly their sum.
        let lacks = worth.get(&key).is_some_and(|[all, untold, given]| {
            *untold > SLIGHT * all
                && made.quantity(measure).is_some_and(|sum| *given >= (1.0 - SLIGHT) * sum)
        });
        if lacks { &mut uneven } else { &mut even }.push(key);
    }
    // What a partner never gives is in none of them.
    let compared = |product: usize, flow: Flow| {
        even.iter().any(|(own, other, _): &(usize, Flow, Period)| (*own, *other) == (product, flow))
    };
    uneven.retain(|(product, flow, _)| compared(*product, *flow));
    uneven
}

/// The code of all goods together.
pub const ALL_GOODS: &str = "TOTAL";

/// Figures by product (its place in the list), flow, partner’s code and period.
pub type Figures = BTreeMap<(usize, Flow, String, Period), Made>;

/// Who tells of a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The chosen reporter.
    Itself,
    /// Its partners: their imports are its exports.
    ByOthers,
}

/// What a choice comes to, in every period and both ways.
pub fn figures(store: &Store, choice: &Choice, told: Told) -> Figures {
    figures_of(store, choice, told, &|_, _| true)
}

/// The same of some flows and periods.
pub fn figures_of(
    store: &Store,
    choice: &Choice,
    told: Told,
    kept: &dyn Fn(Flow, Period) -> bool,
) -> Figures {
    let own = store.reporters.find(&choice.reporter);
    let as_partner = store.partners.find(&choice.reporter);
    let seen = |trade: &Trade| seen(store, trade, told, (own, as_partner));
    // Each reporter breaks its codes down in its own way.
    let mut traded: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
    for (trade, _) in store.trades().filter(|(trade, _)| seen(trade).is_some()) {
        traded.entry(trade.reporter).or_default().push(trade.product);
    }
    // A code may be chosen by itself and below another.
    let mut parts: FxHashMap<(u32, u32), Vec<Component>> = FxHashMap::default();
    for (reporter, mut own) in traded {
        util::sort_unique(&mut own);
        let found = components(store, &choice.products, &own);
        for (product, part) in found {
            parts.entry((reporter, product)).or_default().push(part);
        }
    }
    // By numbers first: there may be very many sums, and words are slow.
    let mut numbered: FxHashMap<(Component, Flow, Other), BTreeMap<Period, Made>> =
        FxHashMap::default();
    for (trade, months) in store.trades() {
        let Some((flow, other)) = seen(trade) else { continue };
        let Some(parts) = parts.get(&(trade.reporter, trade.product)) else { continue };
        let unit = store.products.get(trade.product).and_then(|entry| entry.unit);
        for part in parts {
            let made = numbered.entry((*part, flow, other)).or_default();
            for (period, sums) in months.clone().filter(|(period, _)| kept(flow, *period)) {
                let made = made.entry(period).or_default();
                made.counted_in(unit.filter(|_| sums.count.is_some()));
                made.add(&sums, 1);
            }
        }
    }
    let mut figures = Figures::new();
    let mut finer = Figures::new();
    for ((part, flow, other), months) in numbered {
        let Some(entry) = other.entry(store) else { continue };
        let figures = if part.finer { &mut finer } else { &mut figures };
        for (period, made) in months {
            let figure =
                figures.entry((part.chosen, flow, entry.code.clone(), period)).or_default();
            figure.counted_in(made.unit);
            figure.mixed |= made.mixed;
            figure.add(&made.sums, made.parts);
        }
    }
    // Where a month has only the finer codes, they stand for the coarser one.
    for (key, mut made) in finer {
        made.parts = made.parts.max(2);
        figures.entry(key).or_insert(made);
    }
    add_world(&mut figures);
    figures
}

/// What each side says of the trade with those partners of whom both sides are known, added up.
pub fn on_both_sides(own: &Figures, others: &Figures) -> [Figures; 2] {
    let mut both = [Figures::new(), Figures::new()];
    let known = own.iter().filter(|((_, _, partner, _), _)| partner != Partner::WORLD);
    for (key @ (product, flow, _, period), one) in known {
        let Some(other) = others.get(key) else { continue };
        let joint = (*product, *flow, Partner::BOTH.to_owned(), *period);
        let only = |sums: &Sums, mate: &Sums| Sums {
            value: sums.value.filter(|_| mate.value.is_some()),
            weight: sums.weight.filter(|_| mate.weight.is_some()),
            ..*sums
        };
        let sums = [only(&one.sums, &other.sums), only(&other.sums, &one.sums)];
        for (figures, sums) in both.iter_mut().zip(sums) {
            figures.entry(joint.clone()).or_default().add_partner(&sums);
        }
    }
    both
}

/// Who the other side of a trade is, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Other {
    Partner(u32),
    Reporter(u32),
}

impl Made {
    /// The quantity of a measure; of one counted in two units there is none.
    pub fn quantity(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::Value => None,
            Measure::Volume => self.sums.weight,
            Measure::Quantity => self.sums.count.filter(|_| !self.mixed),
        }
    }

    /// The same with what becomes of each amount.
    fn each(&self, of: fn(f64) -> f64) -> Self {
        let Sums { value, weight, count, .. } = self.sums;
        let [value, weight, count] = [value, weight, count].map(|own| own.map(of));
        Self { sums: Sums { value, weight, count, ..self.sums }, ..*self }
    }

    /// Notes what the next sum's quantity is in.
    pub fn counted_in(&mut self, unit: Option<Unit>) {
        self.mixed |= unit.is_some() && self.unit.is_some() && self.unit != unit;
        self.unit = self.unit.or(unit);
    }

    /// Adds the sums of so many rows.
    pub fn add(&mut self, sums: &Sums, parts: usize) {
        self.sums.value = plus(self.sums.value, sums.value);
        self.sums.weight = plus(self.sums.weight, sums.weight);
        self.sums.count = plus(self.sums.count, sums.count);
        self.sums.derived |= sums.derived;
        self.parts += parts;
    }

    /// Adds the sums of one partner of several.
    pub fn add_partner(&mut self, sums: &Sums) {
        self.add(sums, 0);
        self.partners += 1;
        for (lacking, own) in self.lacking.iter_mut().zip([sums.value, sums.weight, sums.count]) {
            *lacking += usize::from(own.is_none());
        }
    }
}

impl Other {
    /// Who that is.
    pub fn entry(self, store: &Store) -> Option<&Entry> {
        match self {
            Self::Partner(number) => store.partners.get(number),
            Self::Reporter(number) => store.reporters.get(number),
        }
    }
}

/// What tells a reporter's own trades from others': the flow and partner as it sees them.
pub fn own_trades<'a>(
    store: &'a Store,
    reporter: &str,
) -> impl Fn(&Trade) -> Option<(Flow, Other)> + 'a {
    let numbers = (store.reporters.find(reporter), store.partners.find(reporter));
    move |trade| seen(store, trade, Told::Itself, numbers)
}

/// The flow and partner of a trade as the chosen reporter sees it, if it is its own.
fn seen(
    store: &Store,
    trade: &Trade,
    told: Told,
    (own, as_partner): (Option<u32>, Option<u32>),
) -> Option<(Flow, Other)> {
    let turned = if trade.flow == Flow::Export { Flow::Import } else { Flow::Export };
    if told == Told::Itself && Some(trade.reporter) == own {
        return Some((trade.flow, Other::Partner(trade.partner)));
    }
    let other_side = told == Told::ByOthers || store.both_sides;
    if other_side && Some(trade.partner) == as_partner && Some(trade.reporter) != own {
        return Some((turned, Other::Reporter(trade.reporter)));
    }
    None
}

/// The world where no row has it: the sum of all partners.
fn add_world(figures: &mut Figures) {
    let mut worlds: Figures = BTreeMap::new();
    for ((product, flow, partner, period), made) in figures.iter() {
        if !is_one(partner) {
            continue;
        }
        join(&mut worlds, (*product, *flow, Partner::WORLD, *period), made);
    }
    for (key, world) in worlds {
        figures.entry(key).or_insert(world);
    }
}

/// Adds what is known of one partner to the sum of several.
fn join(
    sums: &mut Figures,
    (product, flow, code, period): (usize, Flow, &str, Period),
    made: &Made,
) {
    let sum = sums.entry((product, flow, code.to_owned(), period)).or_default();
    sum.counted_in(made.unit);
    sum.mixed |= made.mixed;
    sum.add_partner(&made.sums);
    sum.sums.derived = true;
}

/// The largest of the partners that report trade of which the reporter says nothing.
pub fn largest_untold(own: &Figures, others: &Figures, choice: &Choice) -> Vec<Vec<String>> {
    let mut told: Vec<&str> = own.keys().map(|(_, _, partner, _)| partner.as_str()).collect_vec();
    told.dedup();
    util::sort_unique(&mut told);
    let untold = others
        .iter()
        .filter(|((_, _, partner, _), _)| told.binary_search(&partner.as_str()).is_err());
    let untold = in_order(untold.map(|(key, made)| (key.clone(), *made)));
    largest(&untold, &Choice { also: Vec::new(), ..choice.clone() })
}

/// What a product is to a chosen one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Component {
    /// The chosen one's place.
    chosen: usize,
    /// Whether it is one of the codes below.
    finer: bool,
}

/// Which of the products that a reporter trades in belong to a chosen one, and how; what it has no
/// trade in stands for nothing, though others trade in it.
fn components(store: &Store, chosen: &[String], traded: &[u32]) -> Vec<(u32, Component)> {
    let entries =
        || traded.iter().filter_map(|number| Some((*number, store.products.get(*number)?)));
    let mut parts = Vec::new();
    for (chosen, code) in chosen.iter().enumerate() {
        let own = entries().find(|(_, entry)| entry.code == *code);
        parts.extend(own.map(|(number, _)| (number, Component { chosen, finer: false })));
        // The codes below it, all of one length, so that none is counted twice.
        let goods = code == ALL_GOODS && is_one_level(entries().map(|(_, entry)| entry));
        let below = || entries().filter(|(_, entry)| goods || is_below(&entry.code, code));
        let shortest = below().map(|(_, entry)| entry.code.len()).min();
        let finer = below().filter(|(_, entry)| Some(entry.code.len()) == shortest);
        parts.extend(finer.map(|(number, _)| (number, Component { chosen, finer: true })));
    }
    parts
}

/// Whether codes are all of one list and level, so that all goods are their sum.
fn is_one_level<'a>(mut entries: impl Iterator<Item = &'a Entry>) -> bool {
    let Some(first) = entries.next() else { return false };
    let digits = |entry: &Entry| entry.code.bytes().all(|byte| byte.is_ascii_digit());
    let alike = |entry: &Entry| {
        digits(entry) && entry.code.len() == first.code.len() && entry.system == first.system
    };
    digits(first) && entries.all(alike)
}

/// Whether `code` is a finer code below `above` in a list of digits, as `28469010` below `2846`.
pub fn is_below(code: &str, above: &str) -> bool {
    code.len() > above.len()
        && code.starts_with(above)
        && code.get(..2).is_some_and(|chapter| chapter.bytes().all(|byte| byte.is_ascii_digit()))
        // What is confidential is in its chapter under letters: 28XXXXXX.
        && code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

/// How many partners there are, by product and flow, in their order.
pub fn partners_counted(figures: &Figures) -> Vec<((usize, Flow), usize)> {
    let mut counted: Vec<((usize, Flow), usize)> = Vec::new();
    for ((product, flow, _), _) in by_partner(figures) {
        match counted.last_mut().filter(|(own, _)| *own == (product, flow)) {
            Some((_, count)) => *count += 1,
            None => counted.push(((product, flow), 1)),
        }
    }
    counted
}

/// What the figures of each single partner come to, by product and flow, in their order: those of one partner follow
/// one another.
fn by_partner(figures: &Figures) -> Vec<((usize, Flow, &str), f64)> {
    let mut totals: Vec<((usize, Flow, &str), f64)> = Vec::new();
    for ((product, flow, partner, _), made) in figures {
        if !is_one(partner) {
            continue;
        }
        let amount = made.sums.value.or(made.sums.weight).unwrap_or(0.0);
        let key = (*product, *flow, partner.as_str());
        match totals.last_mut().filter(|(own, _)| *own == key) {
            Some((_, sum)) => *sum += amount,
            None => totals.push((key, amount)),
        }
    }
    totals
}

/// Whether a code is one partner's, and not of all or of a group.
fn is_one(partner: &str) -> bool {
    partner != Partner::WORLD && !Entry::is_group_code(partner)
}

/// The partners that are shown one by one, by product: the largest of each flow of the main product and of its own,
/// and those asked for; in the order of their codes.
pub fn largest(figures: &Figures, choice: &Choice) -> Vec<Vec<String>> {
    let mut ranked = by_partner(figures);
    util::sort(&mut ranked, |one, other| other.1.total_cmp(&one.1));
    let mut taken: Vec<((usize, Flow), usize)> = Vec::new();
    let mut own = vec![choice.also.clone(); choice.products.len()];
    for ((product, flow, partner), _) in ranked {
        let key = (product, flow);
        let at = taken.iter().position(|(own, _)| *own == key).unwrap_or_else(|| {
            taken.push((key, 0));
            taken.len() - 1
        });
        let Some((_, count)) = taken.get_mut(at).filter(|own| own.1 < choice.partners) else {
            continue;
        };
        if let Some(own) = own.get_mut(product) {
            own.push(partner.to_owned());
            *count += 1;
        }
    }
    let of_main = own.first().cloned().unwrap_or_default();
    for shown in &mut own {
        shown.extend_from_slice(&of_main);
        util::sort_unique(shown);
    }
    own
}
