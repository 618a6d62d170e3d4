//! A preview of a file before it is accepted: the first figures, sums by year and flow, and the roles of
//! the columns.

use std::collections::{BTreeMap, BTreeSet};

use super::unused::used;
use crate::import::asking::Question;
use crate::import::cells::countries::{CountryNames, alpha2};
use crate::import::layouts::{Layout, Role, UNNAMED, When};
use crate::import::store::sums::whole;
use crate::import::store::{Entry, Names, Store, Sums, Trade, is_made};
use crate::trade::{Flow, Partner, Period, Quantity, Unit};
use crate::util;
use crate::wording::facts::Multiplier;
use crate::wording::say::import::noticed;
use crate::wording::say::import::preview as words;
use crate::wording::say::names as spoken;

/// How many figures are shown one by one.
const MOST: usize = 5;

/// Questions that say which rows are added up: until one is answered no sum is of anything.
fn adds_up(question: &Question) -> bool {
    const ADDED: [&str; 7] = ["which", "rows", "total", "subtotals", "kinds", "again", "overlap"];
    ADDED.contains(&question.id.split(':').next().unwrap_or_default())
}

/// The first figures as they were read, then sums by year and direction; of the first rows alone where
/// `first` says how many were looked at. Sums that an open question decides are not shown. Between them stands
/// what is supposed of the file, and which columns are not used.
pub fn lines(
    store: &Store,
    names: &CountryNames,
    first: Option<usize>,
    open: &[Question],
    layout: &Layout,
) -> Vec<String> {
    let mut figures: Vec<(&Trade, Period, Sums)> = store
        .trades()
        .flat_map(|(trade, months)| months.map(move |(period, sums)| (trade, period, sums)))
        .collect();
    util::sort_by_key(&mut figures, |(trade, period, _)| (*period, **trade));
    let mut found: Vec<String> = figures
        .iter()
        .take(MOST)
        .map(|(trade, period, sums)| figure(store, names, trade, *period, sums))
        .collect();
    if !found.is_empty() {
        found.extend(layout.said().cloned());
    }
    if open.iter().any(adds_up) {
        found.extend(twice(store));
        found.push(words::no_sums().to_owned());
        return found;
    }
    let mut years: BTreeMap<(i32, u16, Flow), Year> = BTreeMap::new();
    let levels = Levels::new(store, &figures);
    found.extend(first.map(words::first_rows));
    let mut left: Vec<String> = Vec::new();
    for (trade, period, sums) in &figures {
        if let Some(whom) = levels.held(store, trade, *period) {
            let name = whom
                .map(|entry| named(store, names, Some(entry)))
                .filter(|own| !left.contains(own));
            left.extend(name);
            continue;
        }
        let year = years.entry((period.start.year(), period.months, trade.flow)).or_default();
        year.value += sums.value.unwrap_or(0.0);
        year.weight += sums.weight.unwrap_or(0.0);
        year.count += 1;
        let unit = store.products.get(trade.product).and_then(|entry| entry.unit);
        if let Some((amount, unit)) = sums.count.zip(unit) {
            // Of two units no sum is told.
            year.mixed |= year.pieces.is_some_and(|(_, own)| own != unit);
            year.pieces = Some((amount + year.pieces.map_or(0.0, |(own, _)| own), unit));
        }
    }
    for ((year, months, flow), own) in years {
        let mut line = words::of_year(year, flow, months, own.count);
        if own.value != 0.0 {
            line.push_str(&format!(" · {}", words::sum(counted(own.value, store.unit()))));
        }
        if let Some((amount, unit)) = own.pieces.filter(|_| !own.mixed) {
            line.push_str(&format!(" · {}", words::sum(counted(amount, unit))));
        }
        if own.weight != 0.0 {
            line.push_str(&format!(" · {}", words::sum(counted(own.weight, Unit::TONNE))));
        }
        found.push(line);
    }
    found.extend(twice(store));
    if !left.is_empty() {
        let left: Vec<&str> = left.iter().map(String::as_str).collect();
        found.push(words::left_out(&left));
    }
    found
}

/// Tells which names are taken for one country, of the first few.
pub fn twice(store: &Store) -> impl Iterator<Item = String> {
    let all = store.partners.twice().into_iter().chain(store.reporters.twice());
    all.take(3).map(|(one, other)| noticed::one_country(&one, &other))
}

/// How many partners, and how many reporters, have names that nobody knows, and the first of them.
pub fn unknown(store: &Store) -> impl Iterator<Item = String> {
    // What stands on lines without figures, as notes do, is nobody.
    let (mut partners, mut reporters) = (BTreeSet::new(), BTreeSet::new());
    for (trade, _) in store.trades() {
        partners.insert(trade.partner);
        reporters.insert(trade.reporter);
    }
    let partners = unknown_among(&store.partners, &partners, false);
    partners.into_iter().chain(unknown_among(&store.reporters, &reporters, true))
}

fn unknown_among(names: &Names, met: &BTreeSet<u32>, reports: bool) -> Option<String> {
    let unknown = |entry: &&Entry| {
        let word =
            || entry.code.len() > 2 && entry.code.bytes().all(|own| own.is_ascii_uppercase());
        let known = || {
            let plain = entry.code == Partner::WORLD || reports && entry.code == UNNAMED;
            entry.is_group() || alpha2(&entry.code).is_some() || plain
        };
        let digits = |own: &str| own.bytes().all(|own| own.is_ascii_digit());
        let number = || entry.code.strip_prefix('N').is_some_and(digits);
        entry.code.starts_with('P') && is_made(&entry.code)
            || entry.name.is_empty() && (word() && !known() || number())
    };
    let own = names.all().filter(|(number, _)| met.contains(number));
    let found = own.map(|(_, entry)| entry).filter(unknown);
    let found = found.map(|own| if own.name.is_empty() { &own.code } else { &own.name });
    let (mut first, mut count): (Vec<&str>, usize) = (Vec::new(), 0);
    for name in found {
        count += 1;
        if first.len() < UNKNOWN {
            first.push(name);
        }
    }
    (count > 0).then(|| noticed::unknown_names(count, &first, reports))
}

/// How many partners that nobody knows are named.
const UNKNOWN: usize = 4;

/// More figures than are looked at for what they have in common.
const MOST_COMPARED: usize = 100_000;

/// Tells that all partners have one and the same figure, where that is so in most periods: it may be the total of each.
pub fn alike(store: &Store) -> Option<String> {
    if store.len() > MOST_COMPARED || store.partners.len() < 4 {
        return None;
    }
    let mut figures: Vec<((Trade, Period), f64)> = Vec::new();
    for (trade, months) in store.trades() {
        let own = months.filter_map(|(period, sums)| {
            let own = sums.value.or(sums.weight).filter(|own| *own != 0.0)?;
            Some(((Trade { partner: 0, ..*trade }, period), own))
        });
        figures.extend(own);
    }
    util::sort_by_key(&mut figures, |(cell, _)| *cell);
    // Of cells that more than three partners have: how many there are, those whose figures are one, and the first.
    let (mut several, mut same, mut first) = (0, 0, None);
    for own in figures.chunk_by(|one, other| one.0 == other.0).filter(|own| own.len() > 3) {
        several += 1;
        let [((_, period), amount), ..] = own else { continue };
        if own.iter().all(|(_, other)| other == amount) {
            same += 1;
            first.get_or_insert((*period, own.len() as u32));
        }
    }
    let (period, count) = first?;
    let most = same > 1 && same * 2 > several;
    most.then(|| noticed::alike_partners(&words::period(period), count))
}

/// What a year's figures of one direction come to.
#[derive(Default)]
struct Year {
    value: f64,
    weight: f64,
    count: u32,
    pieces: Option<(f64, Unit)>,
    mixed: bool,
}

/// What holds others: the world beside its countries, all goods beside single ones, headings beside what
/// is below them.
struct Levels {
    worlds: BTreeSet<(u32, Flow, u32, Period)>,
    totals: BTreeSet<(u32, Flow, u32, Period)>,
    codes: BTreeSet<String>,
    /// Those whose trade is that of all others of the file.
    reporters: Vec<u32>,
    /// Partners who stand beside those whose sum they are.
    partners: Vec<u32>,
}

impl Levels {
    fn new(store: &Store, figures: &[(&Trade, Period, Sums)]) -> Self {
        let is = |entry: Option<&Entry>, code: &str| entry.is_some_and(|own| own.code == code);
        let (partners, reporters) = whole(store);
        let mut found = Self {
            worlds: BTreeSet::new(),
            totals: BTreeSet::new(),
            codes: BTreeSet::new(),
            reporters,
            partners,
        };
        for (trade, period, _) in figures {
            if is(store.partners.get(trade.partner), Partner::WORLD) {
                found.worlds.insert((trade.reporter, trade.flow, trade.product, *period));
            }
            let product = store.products.get(trade.product);
            if is(product, "TOTAL") {
                found.totals.insert((trade.reporter, trade.flow, trade.partner, *period));
            }
            found.codes.extend(product.map(|own| own.code.clone()));
        }
        found
    }

    /// Whether a figure is held by another, or may be, and who it is whose is left out for that.
    fn held<'a>(
        &self,
        store: &'a Store,
        trade: &Trade,
        period: Period,
    ) -> Option<Option<&'a Entry>> {
        let (partner, product) =
            (store.partners.get(trade.partner)?, store.products.get(trade.product)?);
        let reporter = store.reporters.get(trade.reporter)?;
        let sum = reporter.code == Partner::WORLD || reporter.is_group();
        let all = sum && store.reporters.all().count() > 1;
        if all || self.reporters.contains(&trade.reporter) {
            return Some(Some(reporter));
        }
        let world = (trade.reporter, trade.flow, trade.product, period);
        let total = (trade.reporter, trade.flow, trade.partner, period);
        let above = |length: usize| {
            product.code.get(..length).is_some_and(|code| self.codes.contains(code))
        };
        let held = product.code.bytes().all(|byte| byte.is_ascii_digit())
            && (2..product.code.len()).any(above);
        let beside = partner.code != Partner::WORLD && self.worlds.contains(&world);
        let below = held || product.code != "TOTAL" && self.totals.contains(&total);
        if below || beside {
            return Some(None);
        }
        let sum = partner.is_group() || self.partners.contains(&trade.partner);
        sum.then_some(Some(partner))
    }
}

/// What a country is called.
fn named(store: &Store, names: &CountryNames, entry: Option<&Entry>) -> String {
    let Some(entry) = entry else { return String::new() };
    match (entry.code.as_str(), entry.name.as_str()) {
        (UNNAMED, "") => words::own_reporter().to_owned(),
        (Partner::WORLD, _) => words::world().to_owned(),
        (code, name) => {
            let own = Some(name).filter(|name| !name.is_empty());
            let known = names.shown(code).filter(|name| !store.calls_group(name));
            spoken::shown(own, known).unwrap_or_else(|| code.to_owned())
        }
    }
}

/// `January 2025 · Germany imports from China · HS 284690 · 1.25 t · €9,000`.
fn figure(
    store: &Store,
    names: &CountryNames,
    trade: &Trade,
    period: Period,
    sums: &Sums,
) -> String {
    let [reporter, partner] =
        [store.reporters.get(trade.reporter), store.partners.get(trade.partner)]
            .map(|entry| named(store, names, entry));
    let mut parts = vec![words::period(period), words::trade(&reporter, trade.flow, &partner)];
    parts.extend(store.products.get(trade.product).and_then(|entry| match entry.code.as_str() {
        "TOTAL" => None,
        UNNAMED => Some(words::unnamed_goods().to_owned()),
        code => Some(format!("{} {code}", entry.system.label()).trim().to_owned()),
    }));
    parts.extend(sums.weight.map(|weight| words::amount(counted(weight, Unit::TONNE))));
    let unit = store.products.get(trade.product).and_then(|entry| entry.unit);
    parts.extend(sums.count.zip(unit).map(|(count, unit)| words::amount(counted(count, unit))));
    parts.extend(sums.value.map(|value| words::amount(counted(value, store.unit()))));
    parts.join(" · ")
}

/// An amount with the decimals it has, at most three.
fn counted(value: f64, unit: Unit) -> Quantity {
    let thousandths = (value.abs() * 1000.0).round() % 1000.0;
    let decimals = (0..3).find(|own| thousandths % 10_f64.powi(3 - own) == 0.0).unwrap_or(3);
    Quantity { value, unit, decimals: decimals as u8, rough: false }
}

/// A number with marks between its thousands and at most three decimals.
pub fn grouped(value: f64) -> String {
    let scaled = (value.abs() * 1000.0).round();
    let (whole, rest) = (scaled as u64 / 1000, scaled as u64 % 1000);
    let digits = whole.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if rest > 0 {
        text.push_str(format!(".{rest:03}").trim_end_matches('0'));
    }
    if value < 0.0 { format!("−{text}") } else { text }
}

/// Roles and the columns that were given to them.
pub fn columns(layout: &Layout) -> Vec<(String, String)> {
    const ROLES: [(Role, &str); 22] = [
        (Role::Period, "period"),
        (Role::Year, "year"),
        (Role::Month, "month"),
        (Role::Months, "months"),
        (Role::Flow, "flow"),
        (Role::Reporter, "reporter"),
        (Role::ReporterName, "reporter-name"),
        (Role::ReporterNumber, "reporter-number"),
        (Role::Partner, "partner"),
        (Role::PartnerName, "partner-name"),
        (Role::PartnerNumber, "partner-number"),
        (Role::Product, "product"),
        (Role::ProductName, "name"),
        (Role::System, "codes"),
        (Role::Amount, "value"),
        (Role::Measure, "measure"),
        (Role::Unit, "unit"),
        (Role::WeightUnit, "unit"),
        (Role::QuantityUnit, "second-unit"),
        (Role::Status, "status"),
        (Role::Power, "power"),
        (Role::Source, "source"),
    ];
    let name = |at: usize| layout.names.get(at).cloned().unwrap_or_default();
    let mut found: Vec<(String, String)> = ROLES
        .iter()
        .filter_map(|(role, word)| Some(((*word).to_owned(), name(layout.place(*role)?))))
        .collect();
    found.extend(layout.quarter.map(|at| ("quarter".to_owned(), name(at))));
    for set in &layout.sets {
        // As a mapping calls them.
        let side = set.flow.map(|flow| format!("{}s", flow.code()));
        let behind = side.as_ref().map(|side| format!("{side}-")).unwrap_or_default();
        let side = side.unwrap_or_else(|| "value".to_owned());
        let when = match set.when {
            When::Row => String::new(),
            When::Heading(period) => format!("-{}", period.start),
            When::Month(number) => format!("-{number:02}"),
        };
        found.extend(set.value.map(|(at, _)| (format!("{side}{when}"), name(at))));
        found.extend(set.weight.map(|(at, _)| (format!("{behind}quantity{when}"), name(at))));
        found
            .extend(set.second.map(|(at, _)| (format!("{behind}second-quantity{when}"), name(at))));
        let units = [(set.unit, "unit"), (set.second.and_then(|own| own.1), "second-unit")];
        for (at, own) in units.into_iter().filter_map(|(at, own)| Some((at?, own))) {
            let unit = (own.to_owned(), name(at));
            if !found.contains(&unit) {
                found.push(unit);
            }
        }
    }
    // What says which rows count, or how much one is.
    for at in used(layout) {
        let own = name(at);
        if !found.iter().any(|(_, named)| *named == own) {
            let parts = layout.parts.contains(&at);
            found.push((if parts { "added-up" } else { "rows" }.to_owned(), own));
        }
    }
    found
}

/// What values and quantities are in, in words.
pub fn units(layout: &Layout, money: Option<Unit>) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(money) = money {
        let factor =
            layout.sets.iter().find_map(|set| set.value).map_or(layout.factor, |(_, own)| own);
        let by_row =
            [Role::Amount, Role::Measure].into_iter().any(|role| layout.place(role).is_some());
        let times = grouped(factor);
        let each = match layout.scale.and_then(|at| layout.names.get(at)) {
            Some(name) => Multiplier::Column(name),
            None if by_row && factor == 1.0 => Multiplier::Rows,
            None if factor == 1.0 => Multiplier::One,
            None => Multiplier::Times(&times),
        };
        found.push(noticed::values_in(money, &each));
    }
    // Where each row says its unit, or none is known, there is no one for all.
    let mut weighed = layout.sets.iter().filter(|set| set.unit.is_none());
    if let Some(tonnes) = weighed.find_map(|set| set.weight.and_then(|(_, own)| own)) {
        let kilograms = tonnes * 1000.0;
        // A carat is a fifth of a gram.
        let text = if kilograms < 0.001 { util::short(kilograms, 6) } else { grouped(kilograms) };
        found.push(noticed::quantities_in(&text));
    }
    found
}

/// How periods were read, in words.
pub fn period_rule(layout: &Layout) -> String {
    let dates = layout.dates;
    let mut rules: Vec<String> = Vec::new();
    if layout.place(Role::Year).is_some() {
        rules.push(if layout.place(Role::Month).is_some() {
            words::year_and_month().to_owned()
        } else {
            words::years_only().to_owned()
        });
    }
    if dates.serial {
        rules.push(words::day_numbers().to_owned());
    }
    match dates.month_first {
        Some(true) => rules.push(words::month_first().to_owned()),
        Some(false) => rules.push(words::day_first().to_owned()),
        None => {}
    }
    if let Some(first) = dates.fiscal {
        rules.push(words::years_from(first));
    }
    if layout.sets.iter().any(|set| set.when != When::Row) {
        rules.push(words::in_the_header().to_owned());
    }
    if rules.is_empty() { words::as_written().to_owned() } else { rules.join(", ") }
}
